import PseudoTerminal
import Testing

@testable import LineEditor

extension Editing {
  @Suite("Pasting")
  struct PasteTests {
    /// The burst of a paste is over.
    let later = Typist.Event.pass(.milliseconds(30))

    @Test("one line goes into the line", arguments: ["hei på deg", "hei på deg\r", "hei på deg\r\n"])
    func oneLine(_ text: String) throws {
      let typist = try Typist()
      typist.read([.keys("<>" + Keys.left), .keys(Keys.pasted(text)), later])
      #expect(typist.line.marked == "<hei på deg|>")
      #expect(typist.discrepancies == [])
    }

    @Test("an empty paste does nothing")
    func empty() throws {
      let typist = try Typist()
      typist.read([.keys("a" + Keys.pasted("")), later, .keys(Keys.pasted("\r")), later])
      #expect(typist.line.marked == "a|")
    }

    @Test("several lines are shown and asked about")
    func several() throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("en\rto\rtre\r/quit\r")), later])
      #expect(typist.line.isEmpty)
      #expect(
        typist.screen.allLines == [
          "›", "  4 lines pasted", "  1  en", "  ⋮ 2 more", "  4  /quit", "  a add them   e edit first   c cancel",
        ])
    }

    @Test("in a narrow window every key is there with its text, and what they are about")
    func narrow() throws {
      let typist = try Typist(columns: 28, rows: 8)
      typist.read([.keys(Keys.pasted("en\rto\rtre\rfire\r")), later])
      #expect(
        typist.screen.allLines == ["›", "  4 lines pasted", "  4  fire", "  a add them   e edit first", "  c cancel"])
    }

    @Test("added, they are an outcome of their own, and no line is ever run")
    func added() throws {
      let typist = try Typist()
      let outcome = typist.read([.keys("før "), .keys(Keys.pasted("/quit\r\r/help\r")), later, .keys("A")])
      #expect(outcome == .pasted(["før /quit", "", "/help"]))
      #expect(typist.entries == [])
    }

    @Test("in the middle of a line they are put in there")
    func middle() throws {
      let typist = try Typist()
      let outcome = typist.read([.keys("<>" + Keys.left + Keys.pasted("en\rto")), later, .keys("a")])
      #expect(outcome == .pasted(["<en", "to>"]))
    }

    @Test("edited first")
    func edited() throws {
      let outcome = try Typist().read([.keys(Keys.pasted("en\rto\r")), later, .keys("e")])
      #expect(outcome == .editorRequested("en\nto"))
    }

    @Test("cancelled, the line is as it was", arguments: ["c", Keys.escape, Keys.control("g")])
    func cancelled(_ key: String) throws {
      let typist = try Typist()
      typist.read([.keys("ab" + Keys.pasted("en\rto")), later, .keys(key), .pass(.milliseconds(60)), .keys("c")])
      #expect(typist.line.marked == "abc|")
      #expect(typist.screen.allLines == ["› abc"])
      #expect(typist.discrepancies == [])
    }

    @Test("other keys do not answer", arguments: ["\r", "x", "\t", Keys.up, Keys.control("d"), " "])
    func otherKeys(_ key: String) throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("en\rto")), later, .keys(key)])
      #expect(typist.screen.contains("2 lines pasted"))
      #expect(typist.line.isEmpty)
    }

    @Test("Ctrl-C discards the question with the line")
    func interrupted() throws {
      #expect(try Typist().read([.keys("ab" + Keys.pasted("en\rto")), later, .keys("\u{3}")]) == .interrupted("ab"))
    }

    @Test("a command that is pasted is in the line and waits for Enter")
    func command() throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("/quit\r")), later])
      #expect(typist.line.marked == "/quit|")
    }

    @Test("without its end mark it is there after a moment, and typing goes on")
    func missingEnd() throws {
      let typist = try Typist()
      typist.read([.keys("\u{1B}[200~hei"), .pass(.milliseconds(450)), .keys(" du")])
      #expect(typist.line.marked == "hei du|")
    }

    @Test("Ctrl-C ends a paste that has no end")
    func endless() throws {
      let outcome = try Typist().read([.keys("ab\u{1B}[200~hei"), .keys("\u{3}")])
      #expect(outcome == .interrupted("ab"))
    }

    @Test("10,000 lines are exact, wherever they are cut")
    func many() throws {
      let lines = (1...10_000).map { "linje nummer \($0) på rømmegrøt, æsj og åtte 漢字 👩‍💻" }
      let typist = try Typist()
      let bytes = Array(Keys.pasted(lines.joined(separator: "\r")).utf8)
      let pieces = stride(from: 0, to: bytes.count, by: 4093).map { bytes[$0..<min($0 + 4093, bytes.count)] }
      var decoder = KeyDecoder()
      var inputs: [Input] = []
      for piece in pieces { inputs += decoder.feed([UInt8](piece)) }
      inputs += decoder.timeout()
      #expect(inputs == [.paste(lines.joined(separator: "\n"))])
      #expect(typist.read([.keys(String(decoding: bytes, as: UTF8.self)), later, .keys("a")]) == .pasted(lines))
    }

    @Test("a pasted sequence is text, not a key")
    func sequences() throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("a\u{1B}[Db\tc")), later])
      #expect(typist.line.marked == "a\u{1B}[Db\tc|")
      #expect(typist.screen.lines[0] == "› a␛[Db␉c")
    }

    static let behind = ["/quit\r", "\r", "a", "\u{1B}[A", Keys.pasted("x") + "/quit\r", "\t", "\u{3}/quit\r"]

    @Test("what comes in the same burst behind the end mark is part of it", arguments: behind)
    func behindTheMark(_ keys: String) throws {
      let typist = try Typist()
      let outcome = typist.read([.keys(Keys.pasted("en\rto") + keys), later, later])
      #expect(outcome != .line("/quit") && outcome != .line(""))
      #expect(typist.screen.contains("lines pasted"))
    }

    static let burstRows: [(keys: String, lines: [String])] = [
      ("en\rto\r", ["en", "to"]), ("en\nto\ntre", ["en", "to", "tre"]), ("/quit\r/help\r", ["/quit", "/help"]),
      ("a\tb\rc\td\r", ["a\tb", "c\td"]),
    ]

    @Test("a terminal that marks no pastes sends them as a burst", arguments: burstRows.indices)
    func bursts(_ index: Int) throws {
      let (row, quiet) = (Self.burstRows[index], Typist.Event.pass(.milliseconds(60)))
      #expect(try Typist().read([quiet, .keys(row.keys), later, .keys("a")]) == .pasted(row.lines))
      // In two pieces, as a terminal of 4,096 bytes gives them.
      let half = row.keys.utf8.count - 2
      #expect(
        try Typist().read([
          quiet, .keys(String(row.keys.prefix(half))), .keys(String(row.keys.dropFirst(half))), later, .keys("a"),
        ]) == .pasted(row.lines) || row.keys.prefix(half).allSatisfy { $0 != "\r" && $0 != "\n" && $0 != "\t" })
    }

    @Test("keys that waited for the program are keys, and so are those of a terminal that marks its pastes")
    func typedAhead() throws {
      #expect(try Typist().read([.keys("en\rto\r")]) == .line("en"))
      let quiet = Typist.Event.pass(.milliseconds(60))
      #expect(try Typist().read([.keys("\u{1B}[?2004;1$y"), quiet, .keys("en\rto\r")]) == .line("en"))
      #expect(try Typist().read([quiet, .keys("en\r")]) == .line("en"))
    }
  }
}
