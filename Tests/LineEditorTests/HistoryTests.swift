import PseudoTerminal
import Testing

@testable import LineEditor

extension Editing {
  @Suite("Walking through the history")
  struct HistoryWalkTests {
    static let entries = ["kaffe", "te og kaker", "Kaffe med melk", "te", "kakao  "]

    static let rows = [
      EditingRow("Up gives the newest, as it was", "|", Keys.up, "kakao  |"),
      EditingRow("Up, and again", "|", Keys.up + Keys.up, "te|"),
      EditingRow("Up stops at the oldest", "|", String(repeating: Keys.up, count: 9), "kaffe|"),
      EditingRow("Down comes back to what was typed", "|", Keys.up + Keys.up + Keys.down + Keys.down, "|"),
      EditingRow("Down of nothing", "ab|", Keys.down, "ab|"),
      EditingRow("only what begins as the line does", "te|", Keys.up, "te og kaker|"),
      EditingRow("what stands before the cursor counts", "k|x", Keys.up + Keys.up, "kaffe|"),
      EditingRow(
        "and comes back, with the cursor in its place", "k|x", Keys.up + Keys.up + Keys.down + Keys.down, "k|x"),
      EditingRow("nothing begins so", "z|", Keys.up, "z|"),
      EditingRow("Ctrl-P and Ctrl-N", "|", Keys.control("p") + Keys.control("p") + Keys.control("n"), "kakao  |"),
      EditingRow("typing begins anew", "|", Keys.up + Keys.up + "x" + Keys.up, "tex|"),
    ]

    static let searches = [
      EditingRow("the newest with it", "|", Keys.control("r") + "kaff", "|Kaffe med melk"),
      EditingRow("again, the one before", "|", Keys.control("r") + "kaff" + Keys.control("r"), "|kaffe"),
      EditingRow("capitals are meant", "|", Keys.control("r") + "K", "|Kaffe med melk"),
      EditingRow("in the middle", "|", Keys.control("r") + "melk", "Kaffe med |melk"),
      EditingRow("a letter taken back", "|", Keys.control("r") + "teg" + Keys.backspace, "|te"),
      EditingRow("Escape gives the line back", "ab|", Keys.control("r") + "melk" + Keys.escape, "ab|"),
      EditingRow("a key that moves goes on from there", "|", Keys.control("r") + "melk" + Keys.end, "Kaffe med melk|"),
      EditingRow("no match leaves the last one", "|", Keys.control("r") + "melkx", "Kaffe med |melk"),
      EditingRow("forwards", "|", Keys.control("r") + "ka" + Keys.control("r") + Keys.control("s"), "|kakao  "),
    ]

    @Test("Up and Down", arguments: rows)
    func walking(_ row: EditingRow) throws { try check(row) }

    @Test("searching with Ctrl-R", arguments: searches)
    func searching(_ row: EditingRow) throws { try check(row) }

    @Test("the pattern is shown under the line")
    func panel() throws {
      let typist = try Typist(history: Self.entries)
      typist.read([.keys(Keys.control("r") + "melk")])
      #expect(typist.screen.allLines == ["› Kaffe med melk", "  search: melk"])
      typist.read([.keys(Keys.control("r") + "melkx")])
      #expect(typist.screen.contains("  not found: melkx"))
    }

    @Test("Enter takes what was found")
    func enter() throws {
      let typist = try Typist(history: Self.entries)
      #expect(typist.read([.keys(Keys.control("r") + "melk\r")]) == .line("Kaffe med melk"))
    }

    @Test("lines are kept as they are entered, but not twice in a row, empty or private")
    func entering() throws {
      let typist = try Typist()
      let request = Request(isPrivate: { $0.hasPrefix("/note") })
      for line in ["en", "en", "", "/note hemmelig", "to ", "en"] { typist.read([.keys(line + "\r")], request) }
      #expect(typist.entries == ["en", "to ", "en"])
    }

    @Test("what is concealed is painted as dots, and entered as it is")
    func concealing() throws {
      let typist = try Typist()
      let request = Request(conceals: { $0.hasPrefix("/note") ? 5 : nil })
      typist.read([.keys("/note så mye"), .keys(Keys.left + Keys.backspace + "Y")], request)
      #expect(typist.screen.contains("› /note •• •••"))
      #expect(typist.line.marked == "/note så mY|e")
      #expect(typist.discrepancies == [])
      #expect(typist.read([.keys("/note så\r")], request) == .line("/note så"))
      typist.read([.keys("/not e")], request)
      #expect(typist.screen.contains("› /not e"))
    }

    private func check(_ row: EditingRow) throws {
      let typist = try Typist(history: Self.entries)
      let before = LineBuffer(marked: row.before)
      let back = before.boundaries.count - 1 - before.characterOffset(of: before.cursor)
      typist.read(
        [Typist.Event](repeating: .keys(Keys.left), count: back) + [.keys(row.keys), .pass(.milliseconds(60))],
        Request(text: before.text))
      #expect(typist.line.marked == row.after)
      #expect(typist.discrepancies == [])
    }
  }
}
