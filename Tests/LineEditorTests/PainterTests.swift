import PseudoTerminal
import Testing
import Text

@testable import LineEditor

@Suite("Painting")
struct PainterTests {
  var painter = Painter(columns: 20, rendering: .colours)

  func frame(_ rows: [String], cursor: (row: Int, column: Int)) -> Frame {
    Frame(rows: rows.map { StyledText($0).glyphs }, cursor: Place(row: cursor.row, column: cursor.column))
  }

  @Test("nothing is written when nothing has changed")
  mutating func unchanged() {
    let frame = frame(["› abc"], cursor: (0, 5))
    #expect(!painter.paint(frame).isEmpty)
    #expect(painter.paint(frame).isEmpty)
  }

  @Test("a letter at the end is a handful of bytes")
  mutating func letter() {
    _ = painter.paint(frame(["question", "› abc"], cursor: (1, 5)))
    let bytes = painter.paint(frame(["question", "› abcd"], cursor: (1, 6)))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[?2026hd\u{1B}[?2026l")
  }

  @Test("every change is one run of bytes between the marks of an update")
  mutating func synchronised() {
    let bytes = String(decoding: painter.paint(frame(["a", "b"], cursor: (0, 0))), as: UTF8.self)
    #expect(bytes.hasPrefix("\u{1B}[?2026h"))
    #expect(bytes.hasSuffix("\u{1B}[?2026l"))
    #expect(bytes.components(of: "\u{1B}[?2026").count == 3)
  }

  @Test("the column is named after what terminals disagree on", arguments: ["e\u{301}", "👩‍💻", "漢", "❤️"])
  mutating func anchors(_ cluster: String) {
    let bytes = String(decoding: painter.paint(frame(["a" + cluster + "b"], cursor: (0, 0))), as: UTF8.self)
    let column = 2 + displayWidth(of: cluster)
    #expect(bytes.contains(cluster + "\u{1B}[\(column)Gb"))
  }

  @Test("no column is named in plain text")
  mutating func noAnchors() {
    let bytes = String(decoding: painter.paint(frame(["på ─ „gå“"], cursor: (0, 9))), as: UTF8.self)
    #expect(!bytes.contains("G"))
  }

  @Test("a frame at the foot of the window scrolls what is above it")
  mutating func scrolling() {
    var screen = Screen(columns: 20, rows: 3)
    screen.feed(Array("x\r\ny\r\nz\r\n".utf8))
    screen.feed(painter.paint(frame(["a", "b"], cursor: (1, 0))))
    #expect(screen.allLines == ["x", "y", "z", "a", "b"])
    screen.feed(painter.print([StyledText("news").glyphs], above: frame(["a", "b"], cursor: (0, 1))))
    #expect(screen.allLines == ["x", "y", "z", "news", "a", "b"])
    #expect([screen.cursorRow, screen.cursorColumn] == [1, 1])
    screen.feed(painter.paint(frame(["a"], cursor: (0, 0))))
    #expect(screen.allLines == ["x", "y", "z", "news", "a"])
    screen.feed(painter.erase())
    #expect(screen.allLines == ["x", "y", "z", "news"])
  }

  @Test("a frame that is kept stays, the next stands below it")
  mutating func keeping() {
    var screen = Screen(columns: 20, rows: 5)
    screen.feed(painter.paint(frame(["a", "b"], cursor: (0, 0))))
    screen.feed(painter.keep())
    screen.feed(painter.paint(frame(["c"], cursor: (0, 1))))
    #expect(screen.allLines == ["a", "b", "c"])
  }

  @Test("what is erased at the top of the window does not go to the scrollback")
  mutating func scrollOnClear() {
    var screen = Screen(columns: 20, rows: 5)
    screen.keepsWhatIsCleared = true
    screen.feed(painter.paint(frame(["a", "b"], cursor: (1, 0))))
    screen.feed(painter.print([StyledText("news").glyphs], above: frame(["a", "b"], cursor: (1, 0))))
    screen.feed(painter.erase())
    #expect(screen.allLines == ["news"])
    screen.feed(painter.clearScreen())
    screen.feed(painter.paint(frame(["a", "b"], cursor: (1, 0))))
    screen.feed(painter.resize(columns: 10, reflows: true))
    screen.feed(painter.paint(frame(["c"], cursor: (0, 0))))
    #expect(screen.allLines == ["c"])
  }

  @Test("styles are painted and taken away again")
  mutating func styles() {
    var screen = Screen(columns: 20, rows: 2)
    screen.feed(painter.paint(Frame(rows: [StyledText("ab", .reverse).glyphs], cursor: Place(row: 0, column: 0))))
    #expect(screen.cell(row: 0, column: 1).style == CellStyle(isReverse: true))
    screen.feed(painter.paint(frame(["ab"], cursor: (0, 0))))
    #expect(screen.cell(row: 0, column: 1).style == CellStyle())
  }

  @Test("without colours there are bold and reverse only")
  func shapes() {
    var painter = Painter(columns: 20, rendering: .shapes)
    var screen = Screen(columns: 20, rows: 2)
    let text = StyledText("ab", .colour(.red, bold: true))
    screen.feed(painter.paint(Frame(rows: [text.glyphs], cursor: Place(row: 0, column: 0))))
    #expect(screen.cell(row: 0, column: 1).style == CellStyle(isBold: true))
  }
}

extension String {
  /// The pieces between the places where a text occurs.
  func components(of separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return pieces + [rest]
  }
}
