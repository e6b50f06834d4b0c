/// Reads which cell of a row is meant: `deadline 31.12.2027`.
extension CellParser {
  /// The column that a line begins with, by its label, its id or an unambiguous beginning of its label, and the cell that
  /// follows. A line with a bar is a whole row.
  ///
  /// - Returns: The place of the column and the rest of the line; nil when the line begins with no column.
  /// - Throws: A refusal when it begins like several columns.
  func cell(namedIn line: String, of question: Question) throws(Refusal) -> (place: Int, typed: String)? {
    guard question.columns.count > 1, !line.contains("|"), !line.contains("\t") else { return nil }
    let labels = question.columns.map {
      (id: $0.id.rawValue.lowercased(), label: localization.texts.label(of: $0.id, in: question.id).lowercased())
    }
    let words = line.split(whereSeparator: \.isWhitespace)
    let longest = labels.map { $0.label.split(whereSeparator: \.isWhitespace).count }.max() ?? 1
    for count in stride(from: min(longest, words.count), through: 1, by: -1) {
      var typed = words[..<count].joined(separator: " ").lowercased()
      if typed.hasSuffix(":") { typed.removeLast() }
      let rest = line[words[count - 1].endIndex...].trimmed
      if let exact = labels.firstIndex(where: { $0.label == typed || $0.id == typed }) { return (exact, rest) }
      guard typed.count >= CellParser.leastOfLabel else { continue }
      let fitting = labels.indices.filter { labels[$0].label.hasPrefix(typed) }
      if let only = fitting.first, fitting.count == 1 { return (only, rest) }
      guard fitting.isEmpty else {
        throw .ambiguousColumn(typed, fitting.map { question.columns[$0].id }, question: question.id)
      }
    }
    return nil
  }

  /// The fewest characters that mean a column whose label goes on: less may be the first word of a text.
  private static let leastOfLabel = 3
}
