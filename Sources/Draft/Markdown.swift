internal import Workshop

/// Sets a document as Markdown: CommonMark with tables as GitHub has them.
public struct MarkdownWriter: Sendable {
  /// A writer; it has nothing to set up.
  public init() {}

  /// The document as Markdown text, ending in a line feed.
  public func text(of document: Document) -> String {
    var paragraphs = ["# " + Markdown.escaped(document.title)]
    for part in document.parts {
      if let title = part.title { paragraphs.append("## " + Markdown.escaped(title)) }
      if let status = part.status { paragraphs.append("*" + Markdown.escaped(status) + "*") }
      paragraphs += part.blocks.flatMap(paragraph)
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func paragraph(_ block: Document.Block) -> [String] {
    switch block {
    case .heading(let text): ["### " + Markdown.escaped(text.text)]
    case .paragraph(let text): [set(text)]
    case .bullets(let items): [list(items)]
    case .table(let headers, let rows): [table(headers, rows.map { $0.map(set) })]
    case .cross(let fields): cross(fields)
    case .cards(let cards): cards.flatMap(card)
    case .quotes(let quotes): quotes.map(quote)
    case .tree(let branches): [branches.flatMap { tree($0, depth: 0) }.joined(separator: "\n")]
    }
  }

  private func set(_ text: Document.Text) -> String {
    guard !text.text.isEmpty else { return "" }
    let escaped = Markdown.escaped(text.text)
    return text.isGap ? "*\(escaped)*" : escaped
  }

  private func list(_ items: [Document.Text]) -> String {
    items.map { "- " + set($0) }.joined(separator: "\n")
  }

  private func table(_ headers: [String], _ rows: [[String]]) -> String {
    let head = "| " + headers.map { Markdown.escaped($0) }.joined(separator: " | ") + " |"
    let rule = "|" + headers.map { _ in " --- |" }.joined()
    return ([head, rule] + rows.map { "| " + $0.joined(separator: " | ") + " |" }).joined(separator: "\n")
  }

  /// Markdown has no fields side by side but a table, and no lists in a table but lines; so each pair of fields is a
  /// heading row and as many rows as the longer one has items.
  private func cross(_ fields: [Document.Field]) -> [String] {
    stride(from: 0, to: fields.count, by: 2).map { start in
      let pair = fields[start..<min(start + 2, fields.count)]
      let height = pair.map(\.items.count).max() ?? 0
      let rows = (0..<height).map { row in
        pair.map { row < $0.items.count ? "• " + set($0.items[row]) : "" }
      }
      return table(pair.map(\.title), rows)
    }
  }

  private func card(_ card: Document.Card) -> [String] {
    let terms = card.terms.map { "- **\(Markdown.escaped($0.label)):** \(set($0.text))" }
    let lists = card.lists.map { list in
      "- **\(Markdown.escaped(list.title)):**\n" + list.items.map { "  - " + set($0) }.joined(separator: "\n")
    }
    return ["### " + Markdown.escaped(card.title.text), (terms + lists).joined(separator: "\n")].filter { !$0.isEmpty }
  }

  private func quote(_ quote: Document.Quote) -> String {
    let source = quote.attribution.isEmpty ? [] : [">", "> – " + Markdown.escaped(quote.attribution)]
    return (["> " + set(quote.text)] + source).joined(separator: "\n")
  }

  private func tree(_ branch: Document.Branch, depth: Int) -> [String] {
    [String(repeating: "  ", count: depth) + "- " + set(branch.text)]
      + branch.branches.flatMap { tree($0, depth: depth + 1) }
  }
}

/// The one way for text into Markdown.
public enum Markdown {
  /// Text that reads in Markdown as what it is: no mark in it means anything, and it stays on one line.
  ///
  /// CommonMark lets every ASCII punctuation mark be escaped by a backslash (section 2.4). Marks that mean something
  /// anywhere are always escaped; those that mean something only at the beginning of a line, or before a letter, are
  /// escaped there. Control characters and those that turn the direction of writing become visible signs.
  ///
  /// - Parameter text: Any text.
  /// - Returns: One line of Markdown.
  public static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.trimmed.unicodeScalars)
    var isStart = true
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result += " "
      case _ where isInvisible(scalar): result += "‹U+\(hex(scalar))›"
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "@", "$", "^", "{", "}":
        result += "\\" + String(scalar)
      case "&": result += (next == "#" || next.properties.isAlphabetic ? "\\" : "") + "&"
      case "#", "=": result += (isStart ? "\\" : "") + String(scalar)
      case "+", "-":
        let isMark = next.properties.isWhitespace || next == scalar
        result += (isStart && isMark ? "\\" : "") + String(scalar)
      case ".", ")":
        let isNumber = place > 0 && scalars[..<place].allSatisfy { ("0"..."9").contains($0) }
        let isHost = scalar == "." && endsInWWW(scalars[..<place])
        result += ((isNumber && next.properties.isWhitespace) || isHost ? "\\" : "") + String(scalar)
      case ":": result += (next.properties.isAlphabetic || next == "/" ? "\\" : "") + ":"
      case "!": result += (next == "[" ? "\\" : "") + "!"
      case _: result.unicodeScalars.append(scalar)
      }
      isStart = isStart && scalar.properties.isWhitespace
    }
    return result.trimmed
  }

  private static func endsInWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF, 0xE0000...0xE007F:
      true
    case _: false
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
