/// Rows that can be read again and again: the text of a csv, or one sheet of a workbook.
struct Sheet: Sendable {
  /// The member of an archive that it is in; empty for a file on its own.
  let member: String
  /// Its name in a workbook; empty for a text.
  let name: String
  /// How its bytes stand for characters; nil in a workbook, which says so.
  let encoding: TextEncoding?
  /// What parts its cells; nil in a workbook.
  let delimiter: UInt8?
  /// Opens it, from its first row.
  let open: @Sendable () throws(Refusal) -> any RecordStream
}

/// Opens what somebody downloaded: a text, a workbook, or an archive of these.
struct SheetOpening {
  let limits: Limits

  /// The sheets of a file, in its own order.
  func sheets(of source: Source) throws(Refusal) -> [Sheet] {
    guard source.size > 0 else { throw .empty }
    guard source.size <= limits.fileBytes else { throw .tooLarge(bytes: source.size, limit: limits.fileBytes) }
    return try sheets(of: source, member: "")
  }

  private func sheets(of source: Source, member: String) throws(Refusal) -> [Sheet] {
    let head = try source.bytes(at: 0, count: min(source.size, 4096))
    switch FileKind(head) {
    case .zip:
      let directory = try ZipDirectory(source, limits: limits)
      if let format = SheetOpening.otherFormat(directory) { throw .otherFormat(format) }
      if directory.entries.contains(where: { $0.name == "[Content_Types].xml" }) {
        return try XLSXWorkbook(directory, source, limits: limits).sheets(member: member)
      }
      guard member.isEmpty else { throw .nestedArchive(member: member) }
      return try members(of: directory, source)
    case .compound: return try XLSWorkbook(source, limits: limits).sheets(member: member)
    case .other(let format): throw .otherFormat(format)
    case .text:
      let (size, pieceBytes) = (source.size, limits.pieceBytes)
      return [
        try text(member: member) { () throws(Refusal) in ByteStream(source, to: size, pieceBytes: pieceBytes) }
      ]
    }
  }

  private func text(member: String, open: @escaping @Sendable () throws(Refusal) -> ByteStream) throws(Refusal) -> Sheet
  {
    let (limits, text) = (limits, try DelimitedText(limits: limits, opening: open))
    return Sheet(member: member, name: "", encoding: text.encoding, delimiter: text.delimiter) {
      () throws(Refusal) -> any RecordStream in
      DelimitedReader(
        try open(), encoding: text.encoding, markBytes: text.markBytes, delimiter: text.delimiter, limits: limits)
    }
  }

  /// Every member that may be a table. One that is not is passed over, unless no other is.
  private func members(of directory: ZipDirectory, _ source: Source) throws(Refusal) -> [Sheet] {
    var (sheets, refusal): ([Sheet], Refusal?) = ([], nil)
    for entry in directory.entries where !SheetOpening.isSystemFile(entry.name) && entry.bytes > 0 {
      do {
        sheets += try self.sheets(of: entry, in: source)
      } catch {
        // What attacks is refused as a whole; what is only of another kind may stand beside a table.
        switch error {
        case .empty, .otherFormat(_): refusal = refusal ?? error
        case _: throw error
        }
      }
    }
    guard sheets.isEmpty else { return sheets }
    throw refusal ?? .empty
  }

  private func sheets(of entry: ZipEntry, in source: Source) throws(Refusal) -> [Sheet] {
    let pieceBytes = limits.pieceBytes
    let open: @Sendable () throws(Refusal) -> ByteStream = { () throws(Refusal) in
      try ByteStream(entry, in: source, pieceBytes: pieceBytes)
    }
    let head = try open().next() ?? []
    switch FileKind(head) {
    case .text: return [try text(member: entry.name, open: open)]
    case .other(let format): throw .otherFormat(format)
    case .zip, .compound:
      guard entry.bytes <= limits.fileBytes else {
        throw .unpacksTooLarge(member: entry.name, bytes: entry.bytes, limit: limits.fileBytes)
      }
      return try sheets(of: Source(try open().rest(atMost: limits.fileBytes, of: entry.name)), member: entry.name)
    }
  }

  private static func isSystemFile(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") == true
  }

  private static func otherFormat(_ directory: ZipDirectory) -> FileFormat? {
    let names = Set(directory.entries.map(\.name))
    if names.contains("xl/workbook.bin") { return .binaryWorkbook }
    if names.contains("mimetype"), names.contains("content.xml") { return .openDocument }
    if names.contains("word/document.xml") || names.contains("ppt/presentation.xml") { return .otherDocument }
    return nil
  }
}
