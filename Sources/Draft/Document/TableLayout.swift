extension Document.Table {
  /// How a table stands on paper.
  public enum Layout: Hashable, Sendable {
    /// On a page as it is.
    case upright
    /// On a turned page.
    case turned
    /// As a record for each row: its words fit on no page side by side.
    case records
  }

  /// The layout in which no word is cut, by the longest word of each column.
  public var layout: Layout {
    let least = leastWidths.reduce(0, +)
    if headers.count <= 8, least <= Document.Table.uprightLetters { return .upright }
    return least <= Document.Table.turnedLetters ? .turned : .records
  }

  /// Whether it needs a page's longer side.
  public var isWide: Bool { layout == .turned }

  /// How many letters stand beside one another on an A4 page with margins of 20 mm, in 9.5 points: 170 mm.
  static let uprightLetters = 94.0
  /// The same on a turned page, in 8.5 points: 257 mm.
  static let turnedLetters = 158.0

  /// How many letters each column needs so that no word in it is cut, with what parts it from the next.
  var leastWidths: [Double] {
    var widths = headers.map { Document.Table.longestWord(of: $0) * 1.08 }
    for row in rows.prefix(400) + [sums] {
      for (place, cell) in row.enumerated() where place < widths.count {
        let isWhole = numeric[place]
        widths[place] = max(
          widths[place], isWhole ? Double(cell.text.count) : Document.Table.longestWord(of: cell.text))
      }
    }
    return widths.map { max($0, 2) + 1.8 }
  }

  /// The letters of the longest word; a longer one than 30 letters, such as an address, may be broken anywhere.
  private static func longestWord(of text: String) -> Double {
    let words = text.prefix(600).split { $0 == " " || $0 == "\u{AD}" }
    return Double(words.map { min($0.count, 30) }.max() ?? 0)
  }

  /// A record for each row: its name as the heading, the other cells below with their headers.
  var records: [Document.Card] {
    rows.map { row in
      let isHandle = row.count > 2 && headers.count > 1 && row[0].text.count <= 8 && !row[1].text.isEmpty
      var title = row[0]
      if isHandle { title.text += " " + row[1].text }
      let terms = row.enumerated().dropFirst(isHandle ? 2 : 1).compactMap { place, cell -> Document.Term? in
        cell.text.isEmpty ? nil : Document.Term(label: headers[place], text: cell.bare)
      }
      return Document.Card(title: title, terms: terms, lists: [])
    }
  }

  /// The sums as a line, each with the header of its column.
  var sumLine: Document.Text {
    let sums = zip(headers, sums).dropFirst().filter { !$1.text.isEmpty }.map { "\($0): \($1.text)" }
    return Document.Text(
      "\(self.sums.first?.text ?? "") – " + sums.joined(separator: "; "), from: self.sums.flatMap(\.sources))
  }
}
