import PseudoTerminal
import Testing
import Text

@testable import LineEditor

/// A view in a window, and what is seen of it.
struct LayoutRow: Sendable, CustomTestStringConvertible {
  var name: String
  var columns: Int
  var rows: Int
  /// The line, with `|` for the cursor.
  var line: String
  var above = 0
  var rightPrompt = ""
  var below = 0
  var shown: [String]
  /// The row and the column of the cursor.
  var cursor: [Int]

  var testDescription: String { name }
}

@Suite("Layout")
struct LayoutTests {
  static let lines = [
    LayoutRow(name: "an empty line", columns: 20, rows: 5, line: "|", shown: ["›"], cursor: [0, 2]),
    LayoutRow(name: "a line", columns: 20, rows: 5, line: "Kaffe| og", shown: ["› Kaffe og"], cursor: [0, 7]),
    LayoutRow(
      name: "wrapping at words", columns: 20, rows: 5, line: "Kaffe og lunsj i lokalet|",
      shown: ["› Kaffe og lunsj i", "  lokalet"], cursor: [1, 9]),
    LayoutRow(
      name: "the cursor at the start of a wrapped word", columns: 20, rows: 5, line: "Kaffe og lunsj i |lokalet",
      shown: ["› Kaffe og lunsj i", "  lokalet"], cursor: [1, 2]),
    LayoutRow(
      name: "a space that hangs over the end", columns: 12, rows: 5, line: "abcd efgh |",
      shown: ["› abcd efgh", ""], cursor: [1, 2]),
    LayoutRow(
      name: "a word wider than the window", columns: 10, rows: 5, line: "arbeidsmiljø|",
      shown: ["› arbeids", "  miljø"], cursor: [1, 7]),
    LayoutRow(
      name: "wide characters never straddle the edge", columns: 10, rows: 5, line: "漢漢漢漢漢|",
      shown: ["› 漢漢漢", "  漢漢"], cursor: [1, 6]),
    LayoutRow(
      name: "combining marks take no room", columns: 10, rows: 5,
      line: "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}|",
      shown: ["› e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}"], cursor: [0, 9]),
    LayoutRow(
      name: "controls in a line are shown as signs", columns: 20, rows: 5, line: "a\tb\u{1B}|",
      shown: ["› a␉b␛"], cursor: [0, 6]),
    LayoutRow(
      name: "an emoji's sign alone stands on a circle", columns: 20, rows: 5, line: "\u{FE0F}|a",
      shown: ["› ◌\u{FE0F}a"], cursor: [0, 4]),
    LayoutRow(
      name: "a mark alone stands on a circle", columns: 20, rows: 5, line: "\u{301}|", shown: ["› ◌\u{301}"],
      cursor: [0, 3]),
    LayoutRow(
      name: "a line taller than the window shows the cursor's rows", columns: 10, rows: 3,
      line: "aaaaaaa bbbbbbb ccccccc| ddddddd eeeeeee", shown: ["  bbbbbbb", "  ccccccc", "  ddddddd"], cursor: [1, 9]),
    LayoutRow(
      name: "a line taller than the window, at its end", columns: 10, rows: 3,
      line: "aaaaaaa bbbbbbb ccccccc ddddddd eeeeeee|", shown: ["  ccccccc", "  ddddddd", "  eeeeeee"], cursor: [2, 9]),
    LayoutRow(
      name: "a window of three columns", columns: 3, rows: 5, line: "ab|", shown: ["…a", " b"], cursor: [1, 2]),
    LayoutRow(name: "a window of one column", columns: 1, rows: 2, line: "ab|", shown: ["b", ""], cursor: [1, 0]),
  ]

  static let around = [
    LayoutRow(
      name: "the block, the line, the list", columns: 20, rows: 6, line: "a|", above: 2, below: 2,
      shown: ["above 1", "above 2", "› a", "below 1", "below 2"], cursor: [2, 3]),
    LayoutRow(
      name: "a block that is too high loses its middle", columns: 20, rows: 5, line: "a|", above: 9,
      shown: ["above 1", "above 2", "⋮ 6 more", "above 9", "› a"], cursor: [4, 3]),
    LayoutRow(
      name: "a list never pushes the question away", columns: 20, rows: 6, line: "a|", above: 4, below: 9,
      shown: ["above 1", "above 2", "› a", "below 7", "below 8", "below 9"], cursor: [2, 3]),
    LayoutRow(
      name: "the corner", columns: 20, rows: 5, line: "abc|", rightPrompt: "04:12", shown: ["› abc          04:12"],
      cursor: [0, 5]),
    LayoutRow(
      name: "the corner keeps a column away from the line", columns: 12, rows: 5, line: "abc|", rightPrompt: "04:12",
      shown: ["› abc  04:12"], cursor: [0, 5]),
    LayoutRow(
      name: "the corner hides when the line needs the room", columns: 12, rows: 5, line: "abcde|", rightPrompt: "04:12",
      shown: ["› abcde"], cursor: [0, 7]),
    LayoutRow(
      name: "the corner stays on the first row of a long line", columns: 20, rows: 5, line: "Kaffe arbeidsmiljøet|",
      rightPrompt: "04:12", shown: ["› Kaffe        04:12", "  arbeidsmiljøet"], cursor: [1, 16]),
    LayoutRow(
      name: "the smallest window", columns: 20, rows: 1, line: "a|", above: 3, below: 3, shown: ["› a"], cursor: [0, 3]),
  ]

  @Test("views", arguments: lines + around)
  func views(_ row: LayoutRow) {
    let view = View(
      above: Block((0..<row.above).map { StyledText("above \($0 + 1)") }, columns: row.columns),
      line: LineBuffer(marked: row.line),
      rightPrompt: row.rightPrompt.isEmpty ? nil : StyledText(row.rightPrompt),
      below: row.below == 0 ? .nothing : .rows((0..<row.below).map { StyledText("below \($0 + 1)") }))
    let frame = view.frame(in: WindowSize(columns: row.columns, rows: row.rows), labels: .english)
    var painter = Painter(columns: row.columns, rendering: .colours)
    var screen = Screen(columns: row.columns, rows: row.rows)
    screen.feed(painter.paint(frame))
    #expect([String](screen.lines.prefix(frame.rows.count)) == row.shown)
    #expect([screen.cursorRow, screen.cursorColumn] == row.cursor)
    #expect(screen.scrollback == [])
    #expect(frame.rows.count <= row.rows)
  }

  @Test(
    "wrapping a text",
    arguments: [
      (["Hva tilbyr vi?"], 20, 0), (["Hva", "tilbyr", "vi?"], 6, 0), (["Hva", "  tilby", "  r vi?"], 7, 2),
      (["Hva tilbyr", "vi?"], 10, 0),
    ])
  func wrapping(_ lines: [String], _ columns: Int, _ indent: Int) {
    #expect(StyledText("Hva tilbyr vi?").wrapped(to: columns, indent: indent).map(\.plainText) == lines)
  }

  @Test("cutting a text", arguments: [("Kaffe", 5), ("Kaf…", 4), ("…", 1), ("", 0)])
  func cutting(_ shown: String, _ columns: Int) {
    #expect(StyledText("Kaffe").truncated(to: columns).plainText == shown)
  }

  @Test("styles survive wrapping and cutting")
  func styles() {
    let text = StyledText("ab ", .bold) + StyledText("cd", .colour(.red))
    #expect(text.wrapped(to: 3) == [StyledText("ab", .bold), StyledText("cd", .colour(.red))])
    #expect(text.truncated(to: 4) == StyledText("ab …", .bold))
    #expect(text.rendered(colour: true) == "\u{1B}[1mab \u{1B}[0m\u{1B}[31mcd\u{1B}[0m")
    #expect(text.rendered(colour: false) == "ab cd")
  }

  @Test(
    "what could disturb the terminal is shown as a sign",
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb"), ("a\r\nb", "a␍␊b"), ("\u{202E}abc", "‹202E›abc"), ("\u{7F}\u{9B}", "␡‹9B›"),
      ("👩‍💻", "👩‍💻"), ("\u{2028}", "‹2028›"), ("a\u{200B}b", "a‹200B›b"), ("क्‍ष", "क्‍ष"),
    ])
  func signs(_ text: String, _ shown: String) { #expect(visible(text) == shown) }

  @Test(
    "what nobody sees is dropped, what shapes a letter or an emoji stays",
    arguments: [
      ("\u{FEFF}/list\u{200B}", "/list"), ("\u{200B}\u{2060}\u{200E}", ""), ("sam\u{AD}arbeid", "samarbeid"),
      ("a\u{200D}b", "ab"), ("👩\u{200D}💻", "👩\u{200D}💻"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("क्\u{200D}ष", "क्\u{200D}ष"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"),
      ("tab\tand\nline", "tab\tand\nline"),
    ])
  func unseen(_ text: String, _ seen: String) { #expect(withoutUnseen(text) == seen) }

  @Test(
    "columns",
    arguments: [
      ("abc", 3), ("ø", 1), ("e\u{301}", 1), ("漢字", 4), ("👩‍💻", 2), ("🇳🇴", 2), ("❤️", 2), ("❤", 1), ("👍🏽", 2), ("ไทย", 3),
      ("กำ", 2), ("\u{200B}", 0), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("１", 2), ("שלום", 4), ("", 0), ("1️⃣", 2),
    ])
  func columns(_ text: String, _ width: Int) { #expect(displayWidth(of: text) == width) }
}
