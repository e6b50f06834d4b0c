import Draft
import SeededRandom
import SessionFixtures
import Testing
import Workshop

@Suite("Text in Markdown")
struct MarkdownTests {
  static let rows: [(text: String, markdown: String)] = [
    ("plain text", "plain text"), ("", ""), ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
    ("a | b", "a \\| b"), ("\\|", "\\\\\\|"), ("# no heading", "\\# no heading"), ("C# and #1", "C# and #1"),
    ("- no list", "\\- no list"), ("-5", "-5"), ("---", "\\---"), ("1. no list", "1\\. no list"), ("1) no", "1\\) no"),
    (" 1. no list", "1\\. no list"), ("\n2. no list", "2\\. no list"), ("1.5", "1.5"),
    ("4. juli kl. 5", "4\\. juli kl. 5"),
    ("+ no list", "\\+ no list"), ("+14 %", "+14 %"), ("> no quote", "\\> no quote"), ("<b>", "\\<b\\>"),
    ("R&D & &amp; &#65;", "R\\&D & \\&amp; \\&#65;"), ("[a](b)", "\\[a\\](b)"), ("![a](b)", "\\!\\[a\\](b)"),
    ("wow!", "wow!"),
    ("http://a.no", "http\\://a.no"), ("www.a.no", "www\\.a.no"), ("kl: 5", "kl: 5"), ("~~gone~~", "\\~\\~gone\\~\\~"),
    ("[x] done", "\\[x\\] done"), ("$x$", "\\$x\\$"), ("line\nbreak\ttab", "line break tab"),
    ("\u{202E}abc\u{0}", "‹U+202E›abc‹U+0000›"), ("=== ", "\\==="), ("1 = 1", "1 = 1"), ("Sør–Øst «æ»", "Sør–Øst «æ»"),
  ]

  @Test(arguments: rows) func textIsEscaped(_ row: (text: String, markdown: String)) {
    #expect(Markdown.escaped(row.text) == row.markdown)
  }

  @Test func emphasisedGapsAreRead() throws {
    let texts = ["owner?", "(x)", "*", "_a_", "a*", "-", "1."]
    let markdown = texts.map { "*" + Markdown.escaped($0) + "*" }.joined(separator: "\n\n")
    #expect(lines(try CMark.html(markdown)) == texts.map { "<p><em>\(html($0))</em></p>" })
  }

  private static let hostile: [String] = {
    var chance = Chance(seed: 11)
    let texts = (0..<1_500).map { _ in chance.text(upTo: 30) } + rows.map(\.text)
    return texts.filter { !Markdown.escaped($0).isEmpty }
  }()

  @Test func anyTextIsAParagraphOfItself() throws {
    let markdown = MarkdownTests.hostile.map(Markdown.escaped).joined(separator: "\n\n")
    expect(lines(try CMark.html(markdown)), open: "<p>", close: "</p>")
  }

  @Test func anyTextIsAListItemOfItself() throws {
    let markdown = MarkdownTests.hostile.map { "- " + Markdown.escaped($0) }.joined(separator: "\n")
    let items = lines(try CMark.html(markdown)).filter { $0 != "<ul>" && $0 != "</ul>" }
    expect(items, open: "<li>", close: "</li>")
  }

  @Test func anyTextIsATableCellOfItself() throws {
    let rows = MarkdownTests.hostile.map { "| " + Markdown.escaped($0) + " | x |" }
    let html = lines(try CMark.html((["| a | b |", "| --- | --- |"] + rows).joined(separator: "\n")))
    let cells = html.filter { $0.utf8.starts(with: "<td>".utf8) }
    #expect(cells.count == 2 * MarkdownTests.hostile.count)
    expect(stride(from: 0, to: cells.count, by: 2).map { cells[$0] }, open: "<td>", close: "</td>")
  }

  private func expect(_ found: [String], open: String, close: String) {
    #expect(found.count == MarkdownTests.hostile.count)
    // Where one text falls apart, all that follow stand at another place: the first few tell enough.
    let wrong = zip(MarkdownTests.hostile, found).lazy.filter { text, line in
      withoutAddresses(line) != open + html(shown(text)) + close
    }.prefix(4)
    #expect(wrong.map { "\($0.debugDescription) → \(Markdown.escaped($0).debugDescription) → \($1)" } == [])
  }

  /// GitHub makes links of mail addresses whatever is escaped; the text stays what it was.
  private func withoutAddresses(_ line: String) -> String {
    line.replacing(/<a href="(?:mailto|xmpp):[^"]*">([^<]*)<\/a>/) { String($0.1) }
  }

  /// A text as it is shown on one line, its invisible characters as signs.
  private func shown(_ text: String) -> String {
    var shown = ""
    let text = text.trimmed
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: shown += " "
      case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF, 0xE0000...0xE007F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
      case _: shown.unicodeScalars.append(scalar)
      }
    }
    return shown.trimmed
  }

  private func html(_ text: String) -> String {
    // Scalar by scalar: a sign and an accent that stands on it are one character.
    var html = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case _: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }

  private func lines(_ html: String) -> [String] {
    html.unicodeScalars.split { $0 == "\n" }.map { String($0) }
  }
}
