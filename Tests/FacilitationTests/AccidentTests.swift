import FacilitationFixtures
import Journal
import Testing
import Text
import Workshop

@testable import Facilitation

/// Small accidents of a live room, each of which once cost a minute.
@Suite("Accidents of a room")
struct AccidentTests {
  private static let people = ["KH | Kari Hauge", "OL | Ola Lie", "MB | Mona Berg"].map { "/people add \($0)" }

  private func room(_ lines: [String], run: RunID = "half-day") throws -> Interpreter {
    var room = try Rooms().remembering(language: "en", run: run)
    for line in lines { _ = try room.hear(line) }
    return room
  }

  // MARK: A vote that was turned down

  @Test func whatFollowsARefusedVoteIsNoAnswer() throws {
    var room = try room(["/goto situation.internal.offering", "Bread", "Buns"])
    room.holdsBack = true
    #expect(throws: LineError.self) { try room.hear("/vote dots 3") }
    for line in ["1:3 2:1", "2", "/vote close"] { #expect(throws: LineError.self) { try room.hear(line) } }
    #expect(room.session.answers(to: "situation.internal.offering").count == 2)
    _ = try room.hear("/vote heads 2 hands")
    _ = try room.hear("1:2")
    _ = try room.hear("/vote close")
    #expect(throws: LineError.self) { try room.hear("/vote 1000") }
    #expect(throws: LineError.self) { try room.hear("/vote again heads 0") }
  }

  @Test func theNextQuestionIsHeardAgain() throws {
    var room = try room(["/goto situation.internal.offering", "Bread"])
    room.holdsBack = true
    #expect(throws: LineError.self) { try room.hear("/vote") }
    #expect(throws: LineError.self) { try room.hear("Buns") }
    _ = try room.hear("/next")
    _ = try room.hear("limited")
    #expect(room.session.position.map { room.session.answers(to: $0).count } == 1)
  }

  // MARK: Asked before a text is removed

  @Test func redactingIsAskedBeforehand() throws {
    var room = try room(["/goto situation.internal.offering", "A secret"])
    room.asksBefore = true
    let reply = try room.hear("/redact 1")
    #expect(reply.events.isEmpty)
    #expect(reply.sentence?.contains("“A secret”") == true && reply.sentence?.contains("/redact 1 yes") == true)
    _ = try room.hear("/redact 1 yes")
    #expect(room.session.readableAnswers(to: "situation.internal.offering").isEmpty)
    #expect(throws: LineError.self) { try room.hear("/redact 9") }
  }

  // MARK: Languages

  @Test(arguments: ["nb", "norsk", "Norwegian", "norsk bokmål"])
  func aLanguageIsMeantByItsName(_ name: String) throws {
    var room = try room([])
    _ = try room.hear("/language \(name)")
    #expect(room.session.language == "nb")
  }

  @Test func commandsOfEveryLanguageAreKnownUntilOneIsChosen() throws {
    var room = try room([])
    room.hearsAnyLanguage = true
    _ = try room.hear("/neste")
    _ = try room.hear("/kieli suomi")
    #expect(room.session.language == "fi")
    #expect(throws: LineError.self) { try room.hear("/neste") }
  }

  @Test func aScriptMayBeginWithItsLanguage() {
    #expect(ScriptHead(Array("# language: norsk\nEn tekst\n".utf8)).language == "norsk")
    #expect(ScriptHead(Array("# My notes\n# language: nb\n\n/neste\n".utf8)).language == "nb")
    #expect(ScriptHead(Array("/neste\n# language: nb\n".utf8)).language == nil)
    #expect(ScriptHead(Array("# title: Only a remark\n".utf8)).title == nil)
  }

  // MARK: Paths

  @Test(arguments: [
    ("~/sheet.md", "/home/kari/sheet.md"), ("/tmp/my\\ sheet.md", "/tmp/my sheet.md"),
    ("\"my sheet.md\"", "my sheet.md"),
    ("'~/x'", "~/x"), ("~kari/x", "~kari/x"), ("~", "/home/kari"), ("a\\\\b", "a\\b"), ("plain.md", "plain.md"),
  ]) func aPathIsTypedAsInAShell(_ row: (typed: String, path: String)) {
    #expect(TypedPath(row.typed, home: "/home/kari").path == row.path)
  }

  @Test func aSheetIsFoundByAPathOfTheShell() throws {
    var room = try room(["/goto situation.internal.offering"])
    room.home = "/home/kari"
    room.reads = { path in
      ["/home/kari/sheet.md", "/tmp/my sheet.md"].contains(path) ? Array("- Bread\n- Buns\n".utf8) : nil
    }
    _ = try room.hear("/take ~/sheet.md")
    #expect(room.session.answers(to: "situation.internal.offering").count == 2)
    // The same sheet adds nothing, and says so.
    #expect(throws: LineError.self) { try room.hear("/take ~/sheet.md") }
    #expect(room.session.answers(to: "situation.internal.offering").count == 2)
    _ = try room.hear("/take /tmp/my\\ sheet.md")
    #expect(room.session.answers(to: "situation.internal.offering").count == 4)
  }

  @Test func aSheetThatGrewAddsWhatIsNew() throws {
    var room = try room(["/goto situation.internal.offering"])
    room.reads = { _ in Array("- Bread\n- Bread\n".utf8) }
    _ = try room.hear("/take sheet.md")
    room.reads = { _ in Array("- Bread\n- Bread\n- Buns\n".utf8) }
    _ = try room.hear("/take sheet.md")
    #expect(
      room.session.answers(to: "situation.internal.offering").map { $0.cell(at: 0) } == ["Bread", "Bread", "Buns"])
  }

  // MARK: The plan

  @Test func thePlanCountsWhatWasPassedBy() throws {
    var room = try room([])
    for _ in 0..<6 { _ = try room.hear("/next") }
    let reply = try room.hear("/time plan 120")
    guard case .time(.spread(let questions, let seconds))? = reply.events.first else {
      Issue.record("no plan")
      return
    }
    #expect(questions.contains { $0 != room.session.position && room.session.progress.visited.contains($0) })
    #expect(seconds.reduce(0, +) == 7200)
    #expect(room.session.delay(now: room.clock.now()) == 0)
  }

  // MARK: The projector

  @Test func theProjectorSaysOffTheRecord() throws {
    var room = try room([])
    let view = { (room: Interpreter) in
      ProjectorView(
        session: room.session, localization: room.localization, size: WindowSize(columns: 60, rows: 16),
        now: room.clock.now())
    }
    let mark = room.localization.language.sentence("hiding.prompt")
    _ = try room.hear("/off")
    for _ in 0..<3 {
      #expect(view(room).rows.contains { $0.plainText.contains(mark) })
      #expect(view(room).news.contains { $0.plainText.contains(mark) })
      _ = try room.hear("/next")
    }
    _ = try room.hear("/on")
    #expect(!view(room).rows.contains { $0.plainText.contains(mark) })
  }

  // MARK: Rows

  @Test func theSameTwiceIsPointedOut() throws {
    var room = try room(["/goto situation.internal.offering", "Bread", "Buns"])
    let reply = try room.hear("bread")
    #expect(reply.sentence == "Saved as 3. It says the same as 1; /undo removes it again.")
    #expect(try room.hear("Cake").sentence == room.localization.language.sentence("reply.saved"))
  }

  @Test func aCellIsOfferedAsItStands() throws {
    var room = try room(AccidentTests.people + ["/goto frame.people.participants"])
    guard let row = room.session.method.roles.participants.flatMap({ room.session.answers(to: $0).first }) else {
      return
    }
    let reply = try room.hear("/edit \(row.handle)")
    guard case .offer(let text)? = reply.effect else {
      Issue.record("nothing is offered")
      return
    }
    #expect(text == "KH")
    _ = try room.hear("")
    #expect(room.session.asking.map { room.session.cell(asked: $0) } == "Kari Hauge")
    #expect(try room.hear("/edit \(row.handle) name Kari Berg").sentence?.contains("Kari Berg") == true)
  }
}
