/// The rows of a text that was copied from elsewhere, each as its cells.
///
/// A line is a row, and a tab parts its cells, as spreadsheets copy them. A cell in quotation marks with its marks doubled
/// or with tabs or line ends in it is what stands between them, on one line; so is every quoted cell of a text with tabs.
/// Tabs that only move a line in are none. Rows without anything are left out, and so are empty cells at the end of a row.
///
/// - Parameter text: The text; characters nobody sees are dropped from it.
/// - Returns: The rows, each with one cell at least. Linear in the length of the text.
public func pastedRows(of text: String) -> [[String]] {
  var reader = PastedRowReader(withoutUnseen(text))
  let rows = reader.rows().map { row in
    row.last.map { _ in Array(row[..<(row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)]) } ?? []
  }.filter { !$0.isEmpty }
  let isSheet = rows.contains { $0.filter { !$0.isEmpty }.count > 1 }
  return isSheet ? rows : rows.map { row in [row.first { !$0.isEmpty } ?? ""] }
}

private struct PastedRowReader {
  private let characters: [Character]
  private let hasTabs: Bool
  private var place = 0

  init(_ text: String) {
    characters = Array(text)
    hasTabs = text.utf8.contains(0x09)
  }

  mutating func rows() -> [[String]] {
    var rows: [[String]] = [[]]
    while place <= characters.count {
      rows[rows.count - 1].append(cell())
      guard place < characters.count else { break }
      if characters[place] != "\t" { rows.append([]) }
      place += 1
    }
    return rows
  }

  private func isEnd(_ place: Int) -> Bool {
    place >= characters.count || characters[place] == "\t" || characters[place].isNewline
  }

  /// The cell that begins here, up to its tab or line end.
  private mutating func cell() -> String {
    if let quoted = quotedCell() { return quoted }
    let start = place
    while !isEnd(place) { place += 1 }
    return trimmed(characters[start..<place])
  }

  private mutating func quotedCell() -> String? {
    guard place < characters.count, characters[place] == "\"" else { return nil }
    var (end, isSpecial, content) = (place + 1, hasTabs, [Character]())
    while end < characters.count {
      if characters[end] == "\"" {
        guard end + 1 < characters.count, characters[end + 1] == "\"" else { break }
        isSpecial = true
        end += 1
      }
      let isBreak = characters[end] == "\t" || characters[end].isNewline
      if isBreak { isSpecial = true }
      content.append(isBreak ? " " : characters[end])
      end += 1
    }
    guard end < characters.count, isEnd(end + 1), isSpecial else { return nil }
    place = end + 1
    return trimmed(content[...])
  }

  private func trimmed(_ characters: ArraySlice<Character>) -> String {
    guard let first = characters.firstIndex(where: { !$0.isWhitespace }),
      let last = characters.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(characters[first...last])
  }
}
