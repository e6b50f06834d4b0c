/// Finds the tables of a sheet while its rows go by: blank rows, titles and lines with # part them, and a header is the
/// first row of texts that numbers or dates follow. Only the rows before a header are kept, and no more than 200.
struct TableFinder {
  /// A row before it is known what it is.
  struct Pending {
    let place: Int
    let line: Int
    let texts: [String]
    let kinds: [CellKind]
    /// How many cells hold something.
    let filled: Int
    /// Whether one of them is a number, a date or a word for no value.
    let hasValue: Bool

    var isSingle: Bool { filled == 1 }
    var firstText: String { texts.first ?? "" }
  }

  let vocabulary: Vocabulary
  private let pieceOfLine: String
  private(set) var found = FoundSheet()
  var pending: [Pending] = []
  var table: FoundTable?
  var notes: [String] = []
  var title = ""
  var place = 0
  /// Whether the rows up to the next blank one are passed over.
  private var isHeadless = false
  /// The row of the rows at hand that went into the table last.
  var lastRow: Row?

  static let mostPending = 200
  /// More lines over a table are not kept, nor are more labels with a value.
  static let (mostNotes, mostFacts) = (100, 1000)

  init(_ vocabulary: Vocabulary, delimiter: UInt8?) {
    self.vocabulary = vocabulary
    pieceOfLine = delimiter.map { String(UnicodeScalar($0)) } ?? " "
  }

  /// Takes some rows.
  mutating func add(_ records: Records) {
    let bytes = records.bytes.span
    var index = 0
    while index < records.rows.count {
      if isHeadless {
        isHeadless = isFilled(records.rows[index], records, atLeast: 1)
      } else {
        // Rows of data come in long runs; a column of them is looked at in one go.
        var end = index
        while end < records.rows.count, table != nil, isData(records.rows[end], bytes, records) { end += 1 }
        if end > index {
          feed(index..<end, bytes, records)
          place += end - index
          index = end
          continue
        }
        addApart(index, bytes, records)
      }
      place += 1
      index += 1
    }
    if let lastRow { table?.lastTexts = records.texts(lastRow) }
    lastRow = nil
  }

  private func isData(_ row: Row, _ bytes: borrowing Span<UInt8>, _ records: borrowing Records) -> Bool {
    row.count > 1 && isFilled(row, records, atLeast: 2) && !isMarked(row, bytes, records)
  }

  private func isMarked(_ row: Row, _ bytes: borrowing Span<UInt8>, _ records: borrowing Records) -> Bool {
    let range = records.cells[row.firstCell].range
    return !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "#")
  }

  private func isFilled(_ row: Row, _ records: borrowing Records, atLeast wanted: Int) -> Bool {
    var filled = 0
    for index in row.firstCell..<row.endCell where !records.cells[index].range.isEmpty {
      filled += 1
      if filled == wanted { return true }
    }
    return false
  }

  /// A row that may be no data: blank, a title, a note, a footer; or any row before a header.
  private mutating func addApart(_ index: Int, _ bytes: borrowing Span<UInt8>, _ records: Records) {
    let row = records.rows[index]
    let texts = records.texts(row)
    let filled = texts.count { !$0.allSatisfy(\.isWhitespace) }
    guard filled > 0 else { return endBlock(records) }
    if isNote(texts) {
      if table != nil || pending.contains(where: { !$0.isSingle }) { endBlock(records) }
      keep(note: String(texts.joined(separator: pieceOfLine).drop { $0 == "#" || $0 == " " }.prefix(400)))
      return
    }
    if let table {
      // One cell may be all that a table has, or a row whose other cells are blank; else it stands behind the table.
      let isRow = table.names.count == 1 || (row.count > 1 && !isFooter(texts))
      if isRow, table.names.count < 3 || row.count > 1 { return feed(index..<(index + 1), bytes, records) }
      endTable(records)
    }
    let kinds = records.cells[row.firstCell..<row.endCell].map(\.kind)
    let hasValue = zip(texts, kinds).contains { isValue($0, $1) }
    let next = Pending(place: place, line: row.line, texts: texts, kinds: kinds, filled: filled, hasValue: hasValue)
    if continues(next) { return feed(index..<(index + 1), bytes, records) }
    pending.append(next)
    if hasValue || pending.count == TableFinder.mostPending { findHeader(isForced: !hasValue) }
    // So many rows without a header will not get one.
    if pending.count >= TableFinder.mostPending {
      endBlock(nil)
      isHeadless = true
    }
  }

  /// Rows of the same width behind a blank one go on with the table before it.
  private mutating func continues(_ row: Pending) -> Bool {
    guard pending.isEmpty, row.hasValue, notes.isEmpty, title.isEmpty, let last = found.tables.last,
      last.rowCount > 0, row.texts.count == last.names.count, row.filled > 1
    else { return false }
    table = last
    found.tables.removeLast()
    found.columnCount -= last.names.count
    return true
  }

  private func isNote(_ texts: [String]) -> Bool {
    guard let first = texts.first(where: { !$0.isEmpty }), first.hasPrefix("#"), texts.first == first else {
      return false
    }
    return first.hasPrefix("# ") || first == "#" || texts.allSatisfy { $0.isEmpty || $0.hasPrefix("#") }
  }

  private func isFooter(_ texts: [String]) -> Bool {
    vocabulary.meaning(ofStart: HeaderName.key(texts.first ?? ""), "footer") != nil
  }

  func isValue(_ text: String, _ kind: CellKind) -> Bool {
    if kind == .number || kind == .percentage || kind == .day { return true }
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 60 else { return false }
    if let shape = NumberShape(bytes.span, 0..<bytes.count) { return MarkEvidence(shape) != nil }
    if DateShape(bytes.span, 0..<bytes.count, months: vocabulary.months) != nil { return true }
    return bytes.count <= 20 && MissingValue.isWritten(text, vocabulary) && text.contains { !$0.isWhitespace }
  }

  /// Takes a run of rows into the table.
  mutating func feed(_ run: Range<Int>, _ bytes: borrowing Span<UInt8>, _ records: Records) {
    guard let width = table?.names.count, let rowCount = table?.rowCount else { return }
    for column in 0..<width {
      table?.columns[column].add(bytes, records, run, column: column, firstRow: rowCount, vocabulary)
    }
    for index in run where records.rows[index].count != width && isUneven(records.rows[index], width, records) {
      if table?.unevenRows == 0 { table?.firstUnevenLine = records.rows[index].line }
      table?.unevenRows += 1
    }
    if rowCount == 0 { table?.firstTexts = records.texts(records.rows[run.lowerBound]) }
    table?.rowCount = rowCount + run.count
    table?.endRow = place + run.count
    lastRow = records.rows[run.upperBound - 1]
  }

  /// One cell more or less is nothing to speak of, nor are blank ones at the end.
  private func isUneven(_ row: Row, _ width: Int, _ records: borrowing Records) -> Bool {
    guard abs(row.count - width) > 1, row.count > width else { return row.count < width - 1 && records.cells.count > 0 }
    for index in (row.firstCell + width)..<row.endCell where !records.cells[index].range.isEmpty { return true }
    return false
  }

  /// The rows are at their end.
  mutating func finish() {
    endBlock(nil)
    // A title that nothing follows stands behind the last table.
    if !title.isEmpty || !notes.isEmpty {
      let lines = notes + (title.isEmpty || notes.contains(title) ? [] : [title])
      if found.tables.isEmpty { found.notes += lines } else { found.tables[found.tables.count - 1].footers += lines }
    }
  }

  private mutating func endTable(_ records: Records?) {
    guard var ended = table else { return }
    if let records, let row = lastRow { ended.lastTexts = records.texts(row) }
    found.tables.append(ended)
    found.columnCount += ended.names.count
    table = nil
    lastRow = nil
  }

  /// A blank row, or the end: what was gathered is a table, some facts, or a title for what comes.
  private mutating func endBlock(_ records: Records?) {
    endTable(records)
    guard !pending.isEmpty else { return }
    let rows = pending
    pending = []
    let wide = rows.filter { !$0.isSingle }
    if wide.isEmpty {
      for row in rows { keepTitle(row) }
    } else if wide.allSatisfy({ $0.filled == 2 && !$0.firstText.isEmpty }),
      !wide.contains(where: { isValue($0.firstText, .plain) }),
      wide.contains(where: \.hasValue) || wide.count > 1
    {
      takeFacts(rows)
    } else if wide.contains(where: \.hasValue) {
      if found.headless == nil { found.headless = wide.first { $0.hasValue }?.line }
      (notes, title) = ([], "")
    } else {
      pending = rows
      findHeader(isForced: true)
      endTable(nil)
      pending = []
    }
  }

  private mutating func keepTitle(_ row: Pending) {
    let text = row.texts.first { !$0.isEmpty } ?? ""
    title = String(text.prefix(400))
    keep(note: title)
  }

  mutating func keep(note: String) { if notes.count < TableFinder.mostNotes { notes.append(note) } }

  private mutating func takeFacts(_ rows: [Pending]) {
    for row in rows where !row.isSingle && found.facts.count < TableFinder.mostFacts {
      let filled = row.texts.filter { !$0.isEmpty }
      found.facts.append(FoundFact(label: filled[0], value: filled[1], line: row.line))
    }
    (notes, title) = ([], "")
  }
}
