import LineEditor

/// Rows of cells set in columns; the first row is the head.
struct TextTable {
  var rows: [[String]]
  /// The column that is shortened when the table is too wide.
  var flexible: Int

  /// The table as lines.
  func text(columns width: Int) -> String {
    let count = rows.first?.count ?? 0
    var widths = (0..<count).map { column in rows.map { displayWidth(of: visible($0[column])) }.max() ?? 0 }
    let total = widths.reduce(0, +) + 2 * (count - 1)
    if total > width { widths[flexible] = max(8, widths[flexible] - (total - width)) }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let text = StyledText(cell).truncated(to: widths[column])
        let isLast = column == count - 1
        line += text.plainText + (isLast ? "" : String(repeating: " ", count: widths[column] - text.width + 2))
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
