/// What a column holds, gathered row by row without keeping any.
struct ColumnProfile: Sendable {
  private(set) var blanks = 0
  private(set) var missing = 0
  private(set) var numbers = 0
  private(set) var percentages = 0
  private(set) var durations = 0
  private(set) var exponents = 0
  private(set) var compactDays = 0
  /// Days that a workbook holds as such, and where the first is.
  private(set) var dayCells = 0
  private(set) var firstDayCell: (line: Int, text: String)?
  private(set) var texts = 0
  /// Dates that a spreadsheet shortened, and where the first is.
  private(set) var shortened = 0
  private(set) var firstShortened: (line: Int, text: String)?
  private(set) var tooNarrow = 0
  private(set) var firstTooNarrow: Int?
  private(set) var firstText: (line: Int, text: String)?
  private(set) var firstExponent: Int?
  private(set) var marks: MarkEvidence = []
  private(set) var dates = DateEvidence()
  /// Sums and the like for judging only; what is proposed is counted exactly.
  private(set) var sum = 0.0
  private(set) var greatest = -Double.infinity
  private(set) var least = Double.infinity
  /// Whether numbers stand as 0000, 0001, 0002.
  private(set) var countsFromZero = 0
  private(set) var longNumbers = 0
  private(set) var links = 0
  private var seen: Set<UInt64> = []
  private(set) var sampled = 0

  /// Rows whose texts are looked at for being all different.
  private static let sampleSize = 256

  /// The cells that say something.
  var filled: Int { numbers + dates.count - compactDays + texts + shortened }

  /// Takes the cells of a run of rows.
  mutating func add(
    _ bytes: borrowing Span<UInt8>, _ records: borrowing Records, _ run: Range<Int>, column: Int, firstRow: Int,
    _ vocabulary: borrowing Vocabulary
  ) {
    for index in run {
      let row = records.rows[index]
      guard column < row.count else { continue }
      add(
        bytes, records.cells[row.firstCell + column], line: row.line, row: firstRow + index - run.lowerBound, vocabulary
      )
    }
  }

  private mutating func add(
    _ bytes: borrowing Span<UInt8>, _ cell: Cell, line: Int, row: Int, _ vocabulary: borrowing Vocabulary
  ) {
    let range = cell.range
    guard !range.isEmpty else {
      blanks += 1
      return
    }
    if sampled < ColumnProfile.sampleSize {
      sampled += 1
      seen.insert(WordHash.of(bytes, range))
    }
    if cell.kind != .day, let whole = NumberShape.plainDigits(bytes, range) {
      return addWhole(whole, bytes, range, row: row)
    }
    addOther(bytes, cell, line: line, vocabulary)
  }

  private mutating func addWhole(_ whole: Int, _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, row: Int) {
    numbers += 1
    let double = Double(whole)
    sum += double
    if double > greatest { greatest = double }
    if double < least { least = double }
    if whole > 999 { marks.insert(.isUngrouped) }
    if range.count == 8, let date = DateShape(bytes, range, months: [:]) {
      compactDays += 1
      dates.add(date)
    } else if range.count == 4, whole == row {
      countsFromZero += 1
    } else if range.count > 10 {
      longNumbers += 1
    }
  }

  private mutating func addOther(
    _ bytes: borrowing Span<UInt8>, _ cell: Cell, line: Int, _ vocabulary: borrowing Vocabulary
  ) {
    let range = cell.range
    if let day = DateShape.iso(bytes, range) {
      if cell.kind == .day {
        dayCells += 1
        if firstDayCell == nil { firstDayCell = (line, day.iso) }
      }
      return dates.add(.day(day))
    }
    // A column of texts stays one; only what begins like a number or a date could be either.
    let first = bytes[range.lowerBound]
    let isLetter = first >= 0x80 ? first != 0xC2 && first != 0xE2 : (0x61...0x7A).contains(first | 0x20)
    if !isLetter, let shape = NumberShape(bytes, range), let evidence = MarkEvidence(shape) {
      return addNumber(shape, evidence, cell.kind, line: line)
    }
    if isLetter, texts > 200, numbers + dates.count == 0 {
      texts += 1
      if first | 0x20 == UInt8(ascii: "h"), ColumnProfile.isLink(bytes, range) { links += 1 }
      return
    }
    if let date = DateShape(bytes, range, months: vocabulary.months) {
      guard date != .shortened else {
        shortened += 1
        if firstShortened == nil { firstShortened = (line, ColumnProfile.text(bytes, range)) }
        return
      }
      return dates.add(date)
    }
    addText(bytes, range, line: line, vocabulary)
  }

  private mutating func addNumber(_ shape: NumberShape, _ evidence: MarkEvidence, _ kind: CellKind, line: Int) {
    numbers += 1
    if kind != .number && kind != .percentage { marks.formUnion(evidence) }
    if shape.isPercent || kind == .percentage { percentages += 1 }
    if shape.isDuration { durations += 1 }
    if shape.exponent != nil, kind != .number {
      exponents += 1
      if firstExponent == nil { firstExponent = line }
    }
    var value = Double(shape.digits)
    for _ in 0..<min(20, shape.behindMark) { value /= 10 }
    if shape.isNegative { value = -value }
    if kind == .percentage { value *= 100 }
    sum += value
    greatest = max(greatest, value)
    least = min(least, value)
  }

  private mutating func addText(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, line: Int, _ vocabulary: borrowing Vocabulary
  ) {
    if range.count <= 20 {
      let text = ColumnProfile.text(bytes, range)
      if MissingValue.isWritten(text, vocabulary) {
        missing += 1
        return
      }
      if range.count >= 3, text.utf8.allSatisfy({ $0 == UInt8(ascii: "#") }) {
        tooNarrow += 1
        if firstTooNarrow == nil { firstTooNarrow = line }
        return
      }
    }
    if ColumnProfile.isLink(bytes, range) { links += 1 }
    texts += 1
    if firstText == nil { firstText = (line, String(ColumnProfile.text(bytes, range).prefix(80))) }
  }

  private static func isLink(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 10 else { return false }
    let start = range.lowerBound
    return bytes[start] | 0x20 == UInt8(ascii: "h") && bytes[start + 1] | 0x20 == UInt8(ascii: "t")
      && (bytes[start + 4] == UInt8(ascii: ":") || bytes[start + 5] == UInt8(ascii: ":"))
  }

  static func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    for place in range { text.append(bytes[place]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether all of the first rows are the same.
  var isConstant: Bool { seen.count == 1 }

  /// Whether, of the first rows, nearly all differ.
  var isMostlyDistinct: Bool { sampled > 0 && seen.count * 10 >= sampled * 9 }
}

/// Words for no value, which is not 0.
enum MissingValue {
  static func isWritten(_ text: String, _ vocabulary: borrowing Vocabulary) -> Bool {
    let key = HeaderName.key(text)
    return key.isEmpty || key.hasPrefix("<") || vocabulary.isWord(key, "missing")
  }
}
