import PseudoTerminal
import Testing

/// What a small screen shows after some bytes.
struct ScreenRow: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: String
  var lines: [String]
  var cursor: [Int]
  var widths = Widths.clusters

  init(_ name: String, _ bytes: String, _ lines: [String], cursor: [Int], widths: Widths = .clusters) {
    self.name = name
    self.bytes = bytes
    self.lines = lines
    self.cursor = cursor
    self.widths = widths
  }

  var testDescription: String { name }
}

@Suite("The screen model")
struct ScreenTests {
  static let rows = [
    ScreenRow("text goes to the cursor", "ab", ["ab", "", ""], cursor: [0, 2]),
    ScreenRow("the last column waits before it wraps", "abcdef", ["abcdef", "", ""], cursor: [0, 5]),
    ScreenRow("the next character wraps", "abcdefg", ["abcdef", "g", ""], cursor: [1, 1]),
    ScreenRow("a return takes the waiting back", "abcdef\rX", ["Xbcdef", "", ""], cursor: [0, 1]),
    ScreenRow("a column is absolute", "abc\u{1B}[2GX", ["aXc", "", ""], cursor: [0, 2]),
    ScreenRow("a place is absolute", "\u{1B}[2;3HX", ["", "  X", ""], cursor: [1, 3]),
    ScreenRow("moves stop at the edges", "\u{1B}[9A\u{1B}[9D\u{1B}[9B\u{1B}[9CX", ["", "", "     X"], cursor: [2, 5]),
    ScreenRow("erasing to the end of the row", "abcdef\u{1B}[3G\u{1B}[K", ["ab", "", ""], cursor: [0, 2]),
    ScreenRow("erasing to the end of the screen", "a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J", ["a", "", ""], cursor: [1, 0]),
    ScreenRow("scrolling at the last row", "a\r\nb\r\nc\r\nd", ["b", "c", "d"], cursor: [2, 1]),
    ScreenRow("a wide character takes two", "漢x", ["漢x", "", ""], cursor: [0, 3]),
    ScreenRow("a wide character does not fit", "abcde漢", ["abcde", "漢", ""], cursor: [1, 2]),
    ScreenRow("half a wide character goes altogether", "漢x\u{1B}[2GX", [" Xx", "", ""], cursor: [0, 2]),
    ScreenRow("a mark joins", "e\u{301}x", ["e\u{301}x", "", ""], cursor: [0, 2]),
    ScreenRow("a mark joins at the edge", "abcdee\u{301}", ["abcdee\u{301}", "", ""], cursor: [0, 5]),
    ScreenRow("joined emoji, by cluster", "👩‍💻x", ["👩‍💻x", "", ""], cursor: [0, 3]),
    ScreenRow("joined emoji, by scalar", "👩‍💻x", ["👩‍💻x", "", ""], cursor: [0, 5], widths: .scalars),
    ScreenRow("an emoji form widens", "❤️x", ["❤️x", "", ""], cursor: [0, 3]),
    ScreenRow("a flag, by cluster", "🇳🇴x", ["🇳🇴x", "", ""], cursor: [0, 3]),
    ScreenRow("what is unknown is ignored", "a\u{1B}[>4;1m\u{1B}]0;t\u{7}\u{1B}(Bb", ["ab", "", ""], cursor: [0, 2]),
    ScreenRow("the other screen", "ab\u{1B}[?1049hxx\u{1B}[?1049l", ["ab", "", ""], cursor: [0, 2]),
  ]

  @Test("controls", arguments: rows)
  func controls(_ row: ScreenRow) {
    for size in 1...3 {
      var screen = Screen(columns: 6, rows: 3, widths: row.widths)
      let bytes = Array(row.bytes.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        screen.feed([UInt8](bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(screen.lines == row.lines, "in pieces of \(size)")
      #expect([screen.cursorRow, screen.cursorColumn] == row.cursor, "in pieces of \(size)")
    }
  }

  @Test("what scrolls out is kept")
  func scrollback() {
    var screen = Screen(columns: 6, rows: 2)
    screen.feed(Array("a\r\nb\r\nc".utf8))
    #expect(screen.scrollback == ["a"])
    #expect(screen.allLines == ["a", "b", "c"])
  }

  @Test("modes and styles")
  func modes() {
    var screen = Screen(columns: 6, rows: 2)
    screen.feed(Array("\u{1B}[?2004h\u{1B}[?2026h\u{1B}[1;31mab\u{1B}[0m".utf8))
    #expect(screen.isPasteBracketed)
    #expect(screen.isUpdating)
    #expect(screen.cell(row: 0, column: 1).style == CellStyle(isBold: true, colour: 1))
    screen.feed(Array("\u{1B}[?2004l\u{1B}[?2026l".utf8))
    #expect(!screen.isPasteBracketed)
    #expect(!screen.isUpdating)
  }

  @Test("a narrower window breaks rows anew, a wider one joins them")
  func reflow() {
    var screen = Screen(columns: 6, rows: 3)
    screen.feed(Array("abcdefgh\r\nx".utf8))
    screen.resize(columns: 4, rows: 3)
    #expect(screen.lines == ["abcd", "efgh", "x"])
    #expect([screen.cursorRow, screen.cursorColumn] == [2, 1])
    screen.resize(columns: 3, rows: 3)
    #expect(screen.allLines == ["abc", "def", "gh", "x"])
    screen.resize(columns: 10, rows: 3)
    #expect(screen.lines == ["abcdefgh", "x", ""])
    #expect([screen.cursorRow, screen.cursorColumn] == [1, 1])
  }

  @Test("a terminal that does not reflow cuts rows off")
  func cutting() {
    var screen = Screen(columns: 6, rows: 2, reflows: false)
    screen.feed(Array("abcdef\r\nx".utf8))
    screen.resize(columns: 3, rows: 2)
    #expect(screen.lines == ["abc", "x"])
  }

  @Test("a lower window loses empty rows first")
  func lower() {
    var screen = Screen(columns: 6, rows: 4)
    screen.feed(Array("a\r\nb".utf8))
    screen.resize(columns: 6, rows: 2)
    #expect(screen.allLines == ["a", "b"])
    #expect(screen.scrollback.isEmpty)
    screen.resize(columns: 6, rows: 1)
    #expect(screen.scrollback == ["a"])
    screen.resize(columns: 6, rows: 3)
    #expect(screen.lines == ["a", "b", ""])
  }
}
