import PseudoTerminal
import Testing

@testable import LineEditor

extension Editing {
  @Suite("Pasting")
  struct PasteTests {
    @Test("one line goes into the line", arguments: ["hei på deg", "hei på deg\r", "hei på deg\r\n"])
    func oneLine(_ text: String) throws {
      let typist = try Typist()
      typist.read([.keys("<>" + Keys.left), .keys(Keys.pasted(text))])
      #expect(typist.line.marked == "<hei på deg|>")
      #expect(typist.discrepancies == [])
    }

    @Test("an empty paste does nothing")
    func empty() throws {
      let typist = try Typist()
      typist.read([.keys("a" + Keys.pasted("") + Keys.pasted("\r"))])
      #expect(typist.line.marked == "a|")
    }

    @Test("several lines are shown and asked about")
    func several() throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("en\rto\rtre\r/quit\r"))])
      #expect(typist.line.isEmpty)
      #expect(
        typist.screen.allLines == [
          "›", "  4 lines pasted", "  1  en", "  ⋮ 2 more", "  4  /quit", "  a add them   e edit first   c cancel",
        ])
    }

    @Test("added, they are an outcome of their own, and no line is ever run")
    func added() throws {
      let typist = try Typist()
      let outcome = typist.read([.keys("før "), .keys(Keys.pasted("/quit\r\r/help\r") + "A")])
      #expect(outcome == .pasted(["før /quit", "", "/help"]))
      #expect(typist.entries == [])
    }

    @Test("in the middle of a line they are put in there")
    func middle() throws {
      let typist = try Typist()
      let outcome = typist.read([.keys("<>" + Keys.left + Keys.pasted("en\rto") + "a")])
      #expect(outcome == .pasted(["<en", "to>"]))
    }

    @Test("edited first")
    func edited() throws {
      let outcome = try Typist().read([.keys(Keys.pasted("en\rto\r") + "e")])
      #expect(outcome == .editorRequested("en\nto"))
    }

    @Test("cancelled, the line is as it was", arguments: ["c", Keys.escape, Keys.control("g")])
    func cancelled(_ key: String) throws {
      let typist = try Typist()
      typist.read([.keys("ab" + Keys.pasted("en\rto") + key), .pass(.milliseconds(60)), .keys("c")])
      #expect(typist.line.marked == "abc|")
      #expect(typist.screen.allLines == ["› abc"])
      #expect(typist.discrepancies == [])
    }

    @Test("other keys do not answer", arguments: ["\r", "x", "\t", Keys.up, Keys.control("d"), " "])
    func otherKeys(_ key: String) throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("en\rto") + key)])
      #expect(typist.screen.contains("2 lines pasted"))
      #expect(typist.line.isEmpty)
    }

    @Test("Ctrl-C discards the question with the line")
    func interrupted() throws {
      #expect(try Typist().read([.keys("ab" + Keys.pasted("en\rto") + "\u{3}")]) == .interrupted("ab"))
    }

    @Test("a command that is pasted is in the line and waits for Enter")
    func command() throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("/quit\r"))])
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
      #expect(inputs == [.paste(lines.joined(separator: "\n"))])
      #expect(typist.read([.keys(String(decoding: bytes, as: UTF8.self)), .keys("a")]) == .pasted(lines))
    }

    @Test("a pasted sequence is text, not a key")
    func sequences() throws {
      let typist = try Typist()
      typist.read([.keys(Keys.pasted("a\u{1B}[Db\tc"))])
      #expect(typist.line.marked == "a\u{1B}[Db\tc|")
      #expect(typist.screen.lines[0] == "› a␛[Db␉c")
    }
  }
}
