package import Text

/// A long text, shown a window at a time in place of the question.
package struct Pager {
  private let lines: [StyledText]
  /// The first row that is shown: the place of its line, and of the row within it once the line is broken.
  private var top: (line: Int, row: Int) = (0, 0)

  package init(_ lines: [StyledText]) { self.lines = lines }

  private typealias Row = (line: Int, row: Int, text: StyledText)

  private func rows(_ columns: Int) -> [Row] {
    lines.enumerated().flatMap { place, line in
      line.wrapped(to: max(columns, 20)).enumerated().map { (line: place, row: $0, text: $1) }
    }
  }

  /// The rows of text that a window has room for: the prompt takes one, and a second when a line is typed into it.
  package static func height(_ size: WindowSize) -> Int { max(size.rows - 2, 3) }

  private func first(_ rows: [Row]) -> Int {
    rows.firstIndex { ($0.line, $0.row) >= top } ?? rows.count
  }

  /// The rows that are shown in a window of that size.
  package func page(_ size: WindowSize) -> [StyledText] {
    let rows = rows(size.columns)
    return rows[first(rows)...].prefix(Pager.height(size)).map(\.text)
  }

  /// Which page is shown, and of how many.
  package func place(_ size: WindowSize) -> (page: Int, pages: Int) {
    let rows = rows(size.columns)
    let height = Pager.height(size)
    let pages = max(1, (rows.count + height - 1) / height)
    return (min(pages, (first(rows) + height - 1) / height + 1), pages)
  }

  /// Back to the page before, if there is one.
  package mutating func turnBack(_ size: WindowSize) {
    let rows = rows(size.columns)
    guard case let before = max(0, first(rows) - Pager.height(size)), rows.indices.contains(before) else { return }
    top = (rows[before].line, rows[before].row)
  }

  /// On to the next page.
  ///
  /// - Returns: Whether there is one.
  package mutating func turn(_ size: WindowSize) -> Bool {
    let rows = rows(size.columns)
    let next = first(rows) + Pager.height(size)
    guard rows.indices.contains(next) else { return false }
    top = (rows[next].line, rows[next].row)
    return true
  }
}
