package import Text
import Workshop

/// An article of the documentation as a terminal shows it: headings, paragraphs, lists, tables and what is to be typed. It
/// reads the Markdown that our articles are written in, no more.
package struct ArticleView {
  /// The article, Markdown.
  package let text: String
  /// The columns of the window.
  package let columns: Int

  package init(text: String, columns: Int) { (self.text, self.columns) = (text, columns) }

  /// What stands together: a paragraph, a list item, a row of a table, a line that is not to be broken.
  private enum Block {
    case heading(String)
    case paragraph(String)
    case item(mark: String, text: String)
    case row([String])
    case verbatim(String)
    case gap
  }

  /// The lines, none wider than the window but those that are to be typed.
  package var lines: [StyledText] {
    blocks.flatMap { block -> [StyledText] in
      switch block {
      case .heading(let text): [StyledText(plain(text), .bold)]
      case .paragraph(let text): StyledText(plain(text)).wrapped(to: columns)
      case .item(let mark, let text): StyledText(plain(text)).hanging(StyledText(mark + " "), columns: columns)
      case .row(let cells): row(cells)
      case .verbatim(let text): [StyledText("  " + text)]
      case .gap: [""]
      }
    }
  }

  /// The first cell, and the others behind it; in a narrow window a row of many cells is no table any more.
  private func row(_ cells: [String]) -> [StyledText] {
    let rest = cells.dropFirst().map(plain).filter { !$0.isEmpty }.joined(separator: " – ")
    return (StyledText(plain(cells.first ?? ""), .bold) + StyledText(rest.isEmpty ? "" : "  " + rest))
      .wrapped(to: columns, indent: 4)
  }

  private var blocks: [Block] {
    var blocks: [Block] = []
    var open = ""
    var mark: String?
    var isVerbatim = false
    func close() {
      if !open.isEmpty { blocks.append(mark.map { .item(mark: $0, text: open) } ?? .paragraph(open)) }
      (open, mark) = ("", nil)
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        close()
        isVerbatim.toggle()
      } else if isVerbatim || (line.hasPrefix("    ") && mark == nil && open.isEmpty) {
        blocks.append(.verbatim(isVerbatim ? line : String(line.dropFirst(4))))
      } else if line.isEmpty {
        close()
        if case .gap? = blocks.last { continue }
        blocks.append(.gap)
      } else if line.hasPrefix("#") {
        close()
        blocks.append(.heading(String(line.drop { $0 == "#" }.drop { $0 == " " })))
      } else if line.hasPrefix("|") {
        close()
        let cells = ArticleView.cells(line)
        if !cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { blocks.append(.row(cells)) }
      } else if let begun = ArticleView.item(line) {
        close()
        (mark, open) = begun
      } else {
        open += (open.isEmpty ? "" : " ") + line.drop { $0 == " " }
      }
    }
    close()
    return blocks
  }

  /// The mark and the text of a line that begins an item of a list.
  private static func item(_ line: String) -> (String, String)? {
    if line.hasPrefix("- ") { return ("•", String(line.dropFirst(2))) }
    let number = line.prefix { $0.isASCII && $0.isNumber }
    guard !number.isEmpty, line.dropFirst(number.count).hasPrefix(". ") else { return nil }
    return (number + ".", String(line.dropFirst(number.count + 2)))
  }

  /// The cells of a row, parted by bars that have no backslash.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      switch character {
      case "|" where !isEscaped: cells.append("")
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case _: cells[cells.count - 1].append(character)
      }
      isEscaped = false
    }
    return cells.dropLast().map { $0.trimmed }
  }

  /// A text without the marks of Markdown: a link says where it leads.
  private func plain(_ text: String) -> String {
    var text = text.replacing("**", with: "").replacing("``", with: "`")
    text = text.replacing(/<doc:(\w+)>/) { $0.1 }
    text = text.replacing(/\[([^\]]*)\]\(([^)]*)\)/) { "\($0.1) (\($0.2))" }
    return text
  }
}
