import PseudoTerminal
import Testing
import Text

@testable import LineEditor

/// Keys typed at a line that was given selected, and what becomes of it.
struct SelectionRow: Sendable, CustomTestStringConvertible {
  var name: String
  var keys: [String]
  var line: String

  init(_ name: String, _ keys: String..., gives line: String) {
    (self.name, self.keys, self.line) = (name, keys, line)
  }

  var testDescription: String { name }
}

extension Editing {
  @Suite("A selected line")
  struct SelectionTests {
    static let rows = [
      SelectionRow("nothing typed", gives: "feil linje|"),
      SelectionRow("a letter stands in its place", "a", gives: "a|"),
      SelectionRow("a word stands in its place", "/kart", gives: "/kart|"),
      SelectionRow("so does a space", " ", gives: " |"),
      SelectionRow("so does a letter beyond ASCII", "ø", gives: "ø|"),
      SelectionRow("so does a paste", Keys.pasted("limt inn"), gives: "limt inn|"),
      SelectionRow("Left begins to mend it", Keys.left, "x", gives: "feil linjx|e"),
      SelectionRow("Right begins to mend it", Keys.right, "x", gives: "feil linjex|"),
      SelectionRow("Home begins to mend it", Keys.home, "x", gives: "x|feil linje"),
      SelectionRow("End begins to mend it", Keys.end, "x", gives: "feil linjex|"),
      SelectionRow("Backspace begins to mend it", Keys.backspace, "x", gives: "feil linjx|"),
      SelectionRow("Delete begins to mend it", Keys.home, Keys.delete, "x", gives: "x|eil linje"),
      SelectionRow("Delete at its end keeps it", Keys.delete, "x", gives: "feil linjex|"),
      SelectionRow("Tab begins to mend it", Keys.tab, "x", gives: "feil linjex|"),
      SelectionRow("Up begins to mend it", Keys.up, "x", gives: "feil linjex|"),
      SelectionRow("a key that means nothing begins to mend it", Keys.control("a"), "x", gives: "x|feil linje"),
      SelectionRow("what the terminal tells does not", "\u{1B}[I", "\u{1B}[15~", "x", gives: "x|"),
      SelectionRow("Escape puts it aside", "\u{1B}", "x", gives: "x|"),
      SelectionRow("Up brings one that was put aside back", "\u{1B}", Keys.up, gives: "feil linje|"),
      SelectionRow("Up brings a replaced one back", "a", Keys.up, gives: "feil linje|"),
      SelectionRow("Up and Down", "a", Keys.up, Keys.down, gives: "a|"),
      SelectionRow("Up twice goes on to what was before", "e", Keys.up, Keys.up, gives: "eldre|"),
      SelectionRow("undone, it is back", "a", Keys.control("_"), Keys.control("_"), gives: "feil linje|"),
      SelectionRow("a paste of several lines", Keys.pasted("en\rto"), "\u{1B}", "x", gives: "x|"),
    ]

    @Test("is replaced by what is typed, and mended by every other key", arguments: rows)
    func keys(_ row: SelectionRow) throws {
      let typist = try Typist(history: ["eldre"])
      var request = Request(text: "feil linje")
      request.isSelected = true
      typist.read(row.keys.flatMap { [.keys($0), .pass(.milliseconds(60))] }, request)
      #expect(typist.line.marked == row.line)
      #expect(typist.discrepancies == [])
    }

    @Test("is shown reversed until it is no longer selected")
    func shown() throws {
      let typist = try Typist()
      var request = Request(text: "feil")
      request.isSelected = true
      typist.read([.pass(.zero)], request)
      #expect(typist.screen.cells(ofRow: 0).filter(\.style.isReverse).count == 4)
      typist.read([.keys(Keys.end)], request)
      #expect(typist.screen.cells(ofRow: 0).filter(\.style.isReverse).isEmpty)
    }

    @Test("is entered again by Enter, and private ones stay out of the history")
    func entered() throws {
      let typist = try Typist()
      var request = Request(text: "feil", isPrivate: { $0.hasPrefix("hem") })
      request.isSelected = true
      #expect(typist.read([.keys("\r")], request) == .line("feil"))
      request.text = "hemmelig"
      #expect(typist.read([.keys("x\r")], request) == .line("x"))
      #expect(typist.entries == ["feil", "x"])
    }

    static let turns: [(keys: String, page: Page, turn: PageTurn, line: String)] = [
      ("\r", .whole, .forth, ""), (" ", .whole, .forth, ""), ("\u{1B}[6~", .whole, .forth, ""),
      ("b", .whole, .back, ""), ("\u{1B}[5~", .whole, .back, ""), ("q", .whole, .out, ""), ("\u{3}", .whole, .out, ""),
      ("Brød", .whole, .typed, "Brød"), ("/kart", .whole, .typed, "/kart"), ("q\r", .whole, .out, ""),
      ("quiz", .whole, .out, "quiz"), ("qx", .whole, .out, "x"), (Keys.pasted("limt"), .whole, .typed, "limt"),
      ("\r", .beside, .forth, ""), ("brød", .beside, .typed, "brød"), ("qN", .beside, .out, "N"),
      (Keys.up, .beside, .typed, "før"),
    ]

    @Test("a page is turned by single keys, and what is typed is the next line", arguments: turns.indices)
    func pages(_ index: Int) throws {
      let row = Self.turns[index]
      let typist = try Typist(history: ["før"])
      var request = Request()
      request.page = row.page
      #expect(typist.read([.keys(row.keys), .pass(.milliseconds(60))], request) == .turned(row.turn))
      typist.read([.pass(.milliseconds(60)), .pass(.milliseconds(60))], Request())
      #expect(typist.line.text == row.line)
    }
  }
}
