/// A workbook of Excel 97 to 2003 (BIFF8, [MS-XLS]), read as values only.
struct XLSWorkbook {
  private let stream: [UInt8]
  private let limits: Limits
  private var named: [(name: String, start: Int)] = []
  private var texts = SharedTexts()
  private var styles: [NumberStyle] = []
  private var number = NumberCell(isFrom1904: false)

  /// The numbers of records.
  private enum Number {
    static let end = 0x0A
    static let from1904 = 0x22
    static let filePassword = 0x2F
    static let sheet = 0x85
    static let cellFormat = 0xE0
    static let sharedTexts = 0xFC
    static let format = 0x41E
    static let start = 0x809
  }

  init(_ source: Source, limits: Limits) throws(Refusal) {
    let file = try CompoundFile(source)
    self.limits = limits
    guard !file.has("EncryptedPackage") else { throw .passwordProtected }
    guard let stream = try file.stream("Workbook") else {
      if file.has("Book") { throw .oldWorkbook }
      throw .otherFormat(file.has("WordDocument") || file.has("PowerPoint Document") ? .otherDocument : .unknown)
    }
    self.stream = stream
    try readGlobals()
  }

  private mutating func readGlobals() throws(Refusal) {
    var (records, formats, codes): (BIFFRecords, [Int], [Int: String]) = (BIFFRecords(stream), [], [:])
    guard try records.next() == Number.start else { throw .damagedWorkbook }
    guard records.number16(0) == 0x600 else { throw .oldWorkbook }
    reading: while let kind = try records.next() {
      switch kind {
      case Number.end: break reading
      case Number.filePassword: throw .passwordProtected
      case Number.from1904: number = NumberCell(isFrom1904: records.number16(0) == 1)
      case Number.sheet:
        // A chart or a macro is no sheet of cells.
        guard records.byte(5) == 0, named.count < limits.members else { continue }
        var texts = BIFFTexts(stream, [records.body.dropFirst(6)])
        named.append((String(decoding: try texts.text(isShort: true), as: UTF8.self), records.number32(0)))
      case Number.format:
        var texts = BIFFTexts(stream, [records.body.dropFirst(2)])
        codes[records.number16(0)] = String(decoding: try texts.text(), as: UTF8.self)
      case Number.cellFormat: formats.append(records.number16(2))
      case Number.sharedTexts:
        let count = records.number32(4)
        var reader = BIFFTexts(stream, try records.continued())
        try reader.skip(8)
        for _ in 0..<count { try texts.append(try reader.text(), limit: limits.sharedTextBytes) }
      case _: break
      }
    }
    styles = formats.map { NumberStyle(number: $0, code: codes[$0]) }
    guard !named.isEmpty else { throw .damagedWorkbook }
  }

  /// Its sheets, in order.
  func sheets(member: String) -> [Sheet] {
    let workbook = self
    return named.map { name, start in
      Sheet(member: member, name: name, encoding: nil, delimiter: nil) { () throws(Refusal) -> any RecordStream in
        try XLSSheetReader(
          BIFFRecords(workbook.stream, from: start), texts: workbook.texts, styles: workbook.styles,
          number: workbook.number, limits: workbook.limits)
      }
    }
  }
}
