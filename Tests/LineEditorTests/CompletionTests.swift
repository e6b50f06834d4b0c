import PseudoTerminal
import Testing
import Text

@testable import LineEditor

extension Editing {
  @Suite("Completing")
  struct CompletionTests {
    static let commands = [
      ("/help", "help for a command"), ("/next", "go on"), ("/edit", "change an answer"),
      ("/editor", "a long text in an editor of your own"), ("/export", "write the draft now"),
    ]

    var request: Request {
      Request(complete: { line, cursor in
        let start = String(line.prefix(cursor))
        return Self.commands.filter { $0.0.hasPrefix(start) && !start.isEmpty }.map {
          Completion($0.0 + " ", label: $0.0, detail: $0.1, replaces: 0..<cursor)
        }
      })
    }

    static let rows = [
      EditingRow("one choice is put in", "/h|", Keys.tab, "/help |"),
      EditingRow("nothing to choose changes nothing", "/z|", Keys.tab, "/z|"),
      EditingRow("what all agree on is put in", "/ed|", Keys.tab, "/edit|"),
      EditingRow("Tab again goes to the first choice", "/ed|", Keys.tab + Keys.tab, "/edit |"),
      EditingRow("and on", "/ed|", Keys.tab + Keys.tab + Keys.tab, "/editor |"),
      EditingRow("and round", "/ed|", Keys.tab + Keys.tab + Keys.tab + Keys.tab, "/edit |"),
      EditingRow("Shift-Tab goes to the last", "/e|", Keys.tab + Keys.backTab, "/export |"),
      EditingRow("Up and Down move in the list", "/e|", Keys.tab + Keys.down + Keys.down + Keys.up, "/edit |"),
      EditingRow("Escape gives back what was typed", "/e|", Keys.tab + Keys.tab + Keys.escape, "/e|"),
      EditingRow("Ctrl-G as well", "/e|", Keys.tab + Keys.tab + Keys.control("g"), "/e|"),
      EditingRow("typing narrows the list", "/e|", Keys.tab + "x" + Keys.tab, "/export |"),
      EditingRow("typing after a choice takes it", "/e|", Keys.tab + Keys.tab + "2", "/edit 2|"),
      EditingRow("undo takes a choice back", "/h|", Keys.tab + Keys.control("_"), "/h|"),
      EditingRow("what stands after the cursor stays", "/h| 3", Keys.tab, "/help | 3"),
    ]

    @Test("with Tab", arguments: rows)
    func completing(_ row: EditingRow) throws {
      let typist = try Typist()
      let before = LineBuffer(marked: row.before)
      let back = before.boundaries.count - 1 - before.characterOffset(of: before.cursor)
      var request = request
      request.text = before.text
      let events = [Typist.Event](repeating: .keys(Keys.left), count: back)
      typist.read(events + [.keys(row.keys), .pass(.milliseconds(60))], request)
      #expect(typist.line.marked == row.after)
      #expect(typist.discrepancies == [])
    }

    @Test("the list stands under the line, with descriptions, and goes away")
    func list() throws {
      let typist = try Typist(columns: 40)
      typist.read([.keys("/e" + Keys.tab)], request)
      #expect(
        typist.screen.allLines == [
          "› /e", "  /edit    change an answer", "  /editor  a long text in an editor of …",
          "  /export  write the draft now",
        ])
      typist.read([.keys("/e" + Keys.tab + Keys.tab)], request)
      #expect(typist.screen.lines[1] == "▸ /edit    change an answer")
      typist.read([.keys("/e" + Keys.tab + "d")], request)
      #expect(typist.screen.allLines.count == 3)
      typist.read([.keys("/e" + Keys.tab + Keys.escape), .pass(.milliseconds(60))], request)
      #expect(typist.screen.allLines == ["› /e"])
      typist.read([.keys("/e" + Keys.tab + Keys.tab + Keys.enter)], request)
      #expect(typist.screen.allLines == ["› /edit"])
      #expect(typist.discrepancies == [])
    }

    @Test("a long list is cut to what fits, the question stays, the choice is seen")
    func long() throws {
      let typist = try Typist(columns: 30, rows: 10)
      let request = Request(
        above: { _ in ["Hvem?", "────"] },
        complete: { _, cursor in (1...40).map { Completion("navn\($0)", replaces: 0..<cursor) } })
      typist.read([.keys(Keys.tab)] + [Typist.Event](repeating: .keys(Keys.down), count: 20), request)
      #expect(typist.screen.lines[0] == "Hvem?")
      #expect(typist.screen.lines[2].hasPrefix("› navn"))
      #expect(typist.screen.contains("▸ navn20"))
      #expect(typist.screen.lines.contains { $0.hasPrefix("  ⋮ ") && $0.hasSuffix(" more") })
      #expect(typist.discrepancies == [])
    }
  }

  @Suite("The corner and messages")
  struct CornerTests {
    /// A clock that counts down from a moment.
    func countdown(from start: Duration, minutes: Int64) -> RightPrompt {
      RightPrompt { now in
        let left = max(minutes * 60 - (now - start).components.seconds, 0)
        let seconds = left % 60 < 10 ? "0\(left % 60)" : "\(left % 60)"
        return .init(text: StyledText("\(left / 60):\(seconds)"), changes: now + .seconds(1))
      }
    }

    @Test("a tick paints what has changed, in at most 64 bytes")
    func ticks() throws {
      let typist = try Typist()
      let request = Request(
        above: { _ in ["Hva tilbyr vi?"] }, rightPrompt: countdown(from: typist.now, minutes: 10))
      typist.read([.keys("Kaffe og lu")] + [Typist.Event](repeating: .pass(.seconds(1)), count: 300), request)
      #expect(typist.screen.lines[1] == "› Kaffe og lu" + String(repeating: " ", count: 60 - 13 - 4) + "5:00")
      #expect(typist.writes.suffix(300).allSatisfy { (1...64).contains($0) })
      #expect(typist.discrepancies == [])
    }

    @Test("nothing is painted when nothing has changed")
    func idle() throws {
      let typist = try Typist()
      typist.read([.keys("abc")] + [Typist.Event](repeating: .pass(.seconds(1)), count: 50))
      #expect(typist.writes.count == 2)
    }

    @Test("it hides when the line needs the room, and comes back")
    func redacting() throws {
      let typist = try Typist(columns: 20)
      let request = Request(rightPrompt: countdown(from: typist.now, minutes: 10))
      typist.read([.keys("123456789012")], request)
      #expect(typist.screen.lines[0] == "› 123456789012")
      typist.read([.keys("123456789012" + Keys.backspace)], request)
      #expect(typist.screen.lines[0] == "› 12345678901  10:00")
      #expect(typist.discrepancies == [])
    }

    @Test("a message stands above the frame, and the line goes on")
    func messages() throws {
      let typist = try Typist(columns: 30, rows: 8)
      let request = Request(above: { _ in ["Hva tilbyr vi?"] })
      typist.read([.keys("Kaffe"), .message("! Fem minutter igjen av tiden til dette"), .keys(" og te")], request)
      #expect(
        typist.screen.allLines == ["! Fem minutter igjen av tiden", "til dette", "Hva tilbyr vi?", "› Kaffe og te"])
      #expect(typist.discrepancies == [])
    }

    @Test("many messages scroll out, none is lost")
    func manyMessages() throws {
      let typist = try Typist(columns: 30, rows: 6)
      let request = Request(above: { _ in ["Hva tilbyr vi?"] })
      typist.read((1...50).map { .message("melding \($0)") } + [.keys("a")], request)
      #expect(typist.screen.allLines == (1...50).map { "melding \($0)" } + ["Hva tilbyr vi?", "› a"])
    }

    @Test("frames that are kept stand in the scrollback, others are repainted in place")
    func frames() throws {
      let typist = try Typist(columns: 30, rows: 6)
      var answers: [String] = []
      for answer in ["en", "to", "tre"] {
        let shown = answers
        typist.read([.keys(answer + "\r")], Request(above: { _ in [StyledText("Q")] + shown.map { StyledText($0) } }))
        answers.append(answer)
      }
      #expect(typist.screen.allLines == ["Q", "en", "to", "› tre"])
      typist.keepFrame()
      typist.read([.keys("fire\r")], Request(above: { _ in ["R"] }))
      #expect(typist.screen.allLines == ["Q", "en", "to", "› tre", "R", "› fire"])
      typist.eraseFrame()
      #expect(typist.screen.allLines == ["Q", "en", "to", "› tre"])
      #expect(typist.discrepancies == [])
    }
  }

  @Suite("Outcomes")
  struct OutcomeTests {
    static let rows: [(name: String, events: [Typist.Event], outcome: Outcome)] = [
      ("Enter", [.keys("hei\r")], .line("hei")), ("Enter in an empty line", [.keys("\r")], .line("")),
      ("a line feed", [.keys("hei\n")], .line("hei")), ("spaces stay", [.keys("  hei  \r")], .line("  hei  ")),
      ("Ctrl-C", [.keys("hei\u{3}")], .interrupted("hei")), ("Ctrl-D", [.keys("\u{4}")], .endOfInput),
      ("Ctrl-X Ctrl-E", [.keys("hei\u{18}\u{5}")], .editorRequested("hei")),
      ("SIGTERM", [.keys("hei"), .signal(15)], .terminated(signal: 15, unfinished: "hei")),
      ("SIGHUP", [.keys("hei"), .signal(1)], .terminated(signal: 1, unfinished: "hei")),
      ("SIGINT", [.keys("hei"), .signal(2)], .terminated(signal: 2, unfinished: "hei")),
      ("the terminal goes away", [.keys("hei")], .terminated(signal: 1, unfinished: "hei")),
      ("Ctrl-C while a key is awaited", [.keys("hei" + Keys.control("q")), .keys("\u{3}")], .interrupted("hei")),
      ("Ctrl-C while searching", [.keys("hei" + Keys.control("r") + "\u{3}")], .interrupted("hei")),
      ("what is typed ahead is kept", [.keys("en\rto\r")], .line("en")),
    ]

    @Test("of a line", arguments: rows.indices)
    func outcomes(_ index: Int) throws {
      let row = Self.rows[index]
      let typist = try Typist()
      #expect(typist.read(row.events) == row.outcome, "\(row.name)")
      if row.name == "what is typed ahead is kept" { #expect(typist.read([]) == .line("to")) }
      #expect(typist.discrepancies == [])
    }
  }
}
