import Text

/// Rows of cells set in columns; the first row is the head.
package struct TextTable {
  package var rows: [[String]]
  /// The columns that are shortened when the table is too wide, the first of them first.
  package var flexible: [Int]

  package init(rows: [[String]], flexible: [Int]) {
    (self.rows, self.flexible) = (rows, flexible)
  }

  /// A column is not made narrower than this.
  private static let least = 8

  private var widths: [Int] {
    (rows.first ?? []).indices.map { column in rows.map { displayWidth(of: visible($0[column])) }.max() ?? 0 }
  }

  /// The columns it takes when it is as narrow as it can be.
  package var leastWidth: Int {
    let widths = widths
    return TextTable.total(widths.indices.map { flexible.contains($0) ? min(widths[$0], TextTable.least) : widths[$0] })
  }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * max(widths.count - 1, 0) }

  /// The table as lines.
  package func text(columns width: Int) -> String {
    var widths = widths
    for column in flexible {
      let over = TextTable.total(widths) - width
      if over > 0 { widths[column] = max(min(widths[column], TextTable.least), widths[column] - over) }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let text = StyledText(cell).truncated(to: widths[column])
        let isLast = column == row.count - 1
        line += text.plainText + (isLast ? "" : String(repeating: " ", count: widths[column] - text.width + 2))
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
