extension TableFinder {
  /// Looks for the header among the rows that wait: the first of the rows of texts right before the first row with a
  /// value. The rows between them are data; a second row whose first cell is blank says more about the first.
  ///
  /// - Parameter isForced: Whether the first row that could be a header is one, though no value follows.
  mutating func findHeader(isForced: Bool) {
    guard let last = pending.last else { return }
    let width = isForced ? (pending.map(\.filled).max() ?? 0) : last.filled
    func canBeHeader(_ row: Pending) -> Bool {
      !row.hasValue && (width == 1 || row.filled >= 2) && row.filled * 10 >= min(width, last.texts.count) * 5
    }
    var start = isForced ? pending.count : pending.count - 1
    if width == 1 {
      // Over a single cell stands its header, and over that a title.
      guard start > 0, canBeHeader(pending[start - 1]) else { return }
      start -= 1
    } else {
      let end = start
      while start > 0, !pending[start - 1].hasValue, !pending[start - 1].isSingle { start -= 1 }
      guard let first = (start..<end).first(where: { canBeHeader(pending[$0]) }) else { return }
      start = first
    }
    let header = pending[start]
    var rest = Array(pending[(start + 1)...])
    var second: Pending?
    if let next = rest.first, !next.hasValue, !next.isSingle, next.firstText.isEmpty, !header.firstText.isEmpty {
      second = next
      rest.removeFirst()
    }
    for row in pending[..<start] where row.isSingle || !row.hasValue || row.filled > 0 {
      let text = String(row.texts.filter { !$0.isEmpty }.joined(separator: " ").prefix(400))
      keep(note: text)
      if row.isSingle { title = text }
    }
    begin(header, second)
    pending = []
    for row in rest { feed(row) }
  }

  private mutating func begin(_ header: Pending, _ second: Pending?) {
    var begun = FoundTable()
    begun.notes = notes
    begun.title = title
    begun.names = TableFinder.names(header.texts, second?.texts ?? [])
    begun.columns = [ColumnProfile](repeating: ColumnProfile(), count: begun.names.count)
    begun.line = header.line
    begun.firstRow = (second ?? header).place + 1
    begun.endRow = begun.firstRow
    table = begun
    (notes, title) = ([], "")
  }

  private mutating func feed(_ row: Pending) {
    var records = Records()
    for (text, kind) in zip(row.texts, row.kinds) { records.append(text.utf8, kind) }
    records.rows.append(Row(firstCell: 0, endCell: records.cells.count, line: row.line))
    let now = place
    place = row.place
    feed(0..<1, records.bytes.span, records)
    place = now
    table?.lastTexts = row.texts
    lastRow = nil
  }

  /// The headers; a blank one under which something stands belongs to the last before it. Blank ones at the end are no
  /// columns, and the second of a name gets a number.
  static func names(_ header: [String], _ second: [String]) -> [ColumnName] {
    var header = header
    while second.isEmpty, header.count > 1, header.last?.isEmpty == true { header.removeLast() }
    var (names, counts, group): ([ColumnName], [String: Int], String) = ([], [:], "")
    for index in 0..<max(header.count, second.count) {
      let text = index < header.count ? header[index] : ""
      let detail = index < second.count ? second[index] : ""
      if !text.isEmpty { group = text }
      let joined = text.isEmpty && !detail.isEmpty ? "\(group) / \(detail)" : text
      let key = HeaderName.key(joined)
      let count = (counts[key] ?? 0) + 1
      counts[key] = count
      // A blank header cannot be named but by its place.
      let isRepeated = count > 1 && !key.isEmpty
      names.append(
        ColumnName(
          text: isRepeated ? "\(joined) (\(count))" : joined, detail: detail,
          key: isRepeated ? "\(key) (\(count))" : key))
    }
    return names
  }
}
