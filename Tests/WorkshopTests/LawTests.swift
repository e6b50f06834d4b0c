import SeededRandom
import SessionFixtures
import Testing

@testable import Workshop

@Suite("Laws that hold for whatever is typed")
struct LawTests {
  /// Lines that make sense somewhere in the odd method, and some that do nowhere.
  private static let lines = [
    "The Wrens", "Jay", "Owl; Wren", "sun", "1", "2", "3", "1, 2", "map", "4.4 - fine", "BIRD1 3", "1:5 2:4", "n Fen",
    "s: Moor | 4", "BIRD1 x map: to fly", "2 × 1: why | not", "lake: ducks", "Nest | 1 | lake", "Nest | ~ | ~", "Nest",
    "Nest | 1 | BIRD2 | a; b | 1.5 | 3 | 5 | 10 kr | 4 | 1.5. | 2h | KH | KH | hen | map | moor | yes | 3", "so | Both",
    "Kari: Jay", "OL: n Lake", "~", "31.12.", "/etc", "//etc", "a | b | c | d | e | f", "", "", "",
    "/next", "/next", "/back", "/skip", "/skip why", "/goto 1", "/goto 3", "/goto 5", "/goto 6", "/goto 8",
    "/goto sightings",
    "/goto birds.seen.short", "/goto birds.seen.pairs", "/goto compass", "/goto birds.grids.cross",
    "/goto birds.grids.homes",
    "/goto lunch", "/goto birds.votes.dots", "/goto birds.votes.choice", "/goto walk.start.language",
    "/goto walk.plan.notes",
    "/goto nowhere", "/edit 1 Hawk", "/edit 2 Kite | 2", "/edit BIRD1 Finch", "/edit SEE1 Egg", "/edit N1 Bog",
    "/edit 1",
    "/edit 9 x", "/edit 1 ~", "/delete 1", "/delete 2", "/delete BIRD2", "/delete SEE1", "/delete N1", "/delete 99",
    "/move 1 2", "/move 2 1", "/move BIRD1 SEE1", "/undo", "/undo", "/undo", "/redo", "/redo",
    "/people add KH | Kari Hauge",
    "/people add OL | Ola Lie | cook", "/people", "/by Kari", "/by", "/by nobody", "/language nb", "/language en",
    "/language fi", "Norwegian", "engelsk", "/run long", "/run short", "/run x", "/help", "/map", "/export", "/quit",
    "/xyzzy", "/park The weather", "/park Kari: Rain", "/decide Go", "/task Feed the birds @KH 2027-03-01",
    "/task Count", "/note Tired", "/close PARK1", "/close TASK1 fed", "/edit PARK1 Snow", "/edit TASK1 Feed @OL",
    "/delete DEC1", "/delete PARK2", "/redact PARK1", "/redact TASK1", "/park", "/task",
    "/vote heads 3", "/vote hands heads 2 each", "/rank heads 2", "1:3 2:2", "BIRD1 3, BIRD2 1", "/vote close",
    "/time 5", "/time +2", "/time stop", "/time plan 60", "/time bell", "/break 10", "",
    "/vote close anyway", "/vote close anyway", "/vote again", "/vote cancel", "/iteration next anyway focus | Owls",
    "/iteration end anyway", "/iteration done 1", "/confirm", "/confirm", "/confirm BIRD1", "/map --iteration 1",
    "/measure", "/measure", "/measure SEE1 4", "/measure SEE1 7 2026-02-10 windy", "/measure SEE2 1,5", "/edit VAL1 5",
    "/delete VAL1", "/measure SEE1 changed 2", "/redact VAL2", "/measures",
  ]

  /// Everything about a session but what is never taken back: used numbers, having stood before a question, the time that
  /// passed meanwhile, that the room is back from a break, and what the screen shows; and but what could be undone, which
  /// is what undoing changes.
  private func core(_ session: Session) -> Session {
    var core = session.withoutHistory
    core.answers.numbers = [:]
    core.sideItems.numbers = [:]
    core.votes.highest = 0
    (core.measures.highest, core.measures.asked) = (0, [])
    core.progress.visited = []
    core.progress.isClosed = false
    core.time = Timing(questions: session.method.questions.count)
    core.time.allotted = session.time.allotted
    core.time.stopped = session.time.stopped
    core.time.hasBell = session.time.hasBell
    core.time.breaks = session.time.breaks.map {
      Timing.Break(question: $0.question, minutes: $0.minutes, began: $0.began)
    }
    core.screen = Screen()
    return core
  }

  @Test("Commands in any order", arguments: 1...24 as ClosedRange<UInt64>)
  func commandsInAnyOrder(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var room = try TestSession(.odd)
    var replayed = Session(method: room.session.method, language: "en", run: "short")
    replayed.apply(
      replayed.opening(title: "Still", today: TestSession.today), as: EntryID(epoch: "still", number: 1), at: room.now)
    var given: Set<AnswerID> = Set(room.session.answers.byPlace.joined().map(\.id))
    for _ in 0..<120 {
      let line = chance.one(of: LawTests.lines) ?? ""
      let before = room
      let events: [Event]
      do { events = try room.hear(line) } catch {
        #expect(room.session == before.session, "a refused line leaves no trace: \(line)")
        continue
      }
      if !events.isEmpty {
        replayed.apply(events, as: EntryID(epoch: "still", number: room.entries), at: room.now)
      }
      for case .answerGiven(let answer) in events {
        #expect(given.insert(answer.id).inserted, "\(answer.handle) is given twice by “\(line)”")
      }
      #expect(Set(room.session.answers.byPlace.joined().map(\.id)).count == room.session.answers.byPlace.joined().count)
      if room.session.history.undo.count == before.session.history.undo.count + 1, line != "/redo" {
        var undone = room
        try undone.hear(room.localization.language.code == "nb" ? "/angre" : "/undo")
        #expect(core(undone.session) == core(before.session), "undo takes back “\(line)”")
        var redone = undone
        _ = try? redone.hear("/next")
        try redone.hear("/redo")
        #expect(core(redone.session) == core(room.session), "redo does “\(line)” again")
      }
    }
    #expect(room.session == replayed)
    try undoEverything(room)
  }

  /// Undoing everything leads to a session without an answer, and redoing everything back to where it was.
  private func undoEverything(_ room: TestSession) throws {
    var back = room
    while (try? back.hear("/undo")) != nil {}
    let settled = back.session.method.roles.answeredAtStart
    let left = back.session.answers.byPlace.joined().filter { !settled.contains($0.id.question) }
    #expect(left.isEmpty)
    #expect(back.session.skipped.isEmpty)
    #expect(back.session.sideItems.all.isEmpty)
    #expect(back.session.votes.rounds.isEmpty)
    #expect(back.session.measures.all.isEmpty)
    #expect(back.session.title == "Still")
    while (try? back.hear("/redo")) != nil {}
    let standing = room.session.history.redo.isEmpty
    if standing { #expect(back.session.answers.byPlace == room.session.answers.byPlace) }
    if standing { #expect(back.session.skipped == room.session.skipped) }
  }

  @Test(
    "Looking changes nothing",
    arguments: ["/help", "/tip", "/map", "/list", "/show 3", "/check", "/draft", "/export", "/people", "/edit BIRD1"])
  func lookingChangesNothing(_ line: String) throws {
    var room = try TestSession(.odd, hearing: birds)
    #expect(try room.hear(line) == [])
  }

  @Test("Any line at all is heard or refused", arguments: ["en", "nb"] as [LanguageCode])
  func anyLine(_ language: LanguageCode) throws {
    var chance = Chance(seed: 7)
    var room = try TestSession(.odd, language: language, hearing: people + birds)
    let questions = room.session.method.questions.map(\.id)
    for round in 0..<5_000 {
      if round.isMultiple(of: 5), let question = chance.one(of: questions) { try room.hear("/goto \(question)") }
      let before = room.session
      let line = chance.text(upTo: 24)
      do { try room.hear(line) } catch is Refusal { #expect(room.session == before) }
      if round.isMultiple(of: 10) { _ = room.findings }
      if round.isMultiple(of: 50) { room = try TestSession(.odd, language: language, hearing: people + birds) }
    }
  }

  @Test(
    "Long lines do not take long",
    arguments: ["a", "|", " | ", ":", "a:", ",", " x ", "1", "/", "~ | ", "e\u{301}", "\u{1F1F3}"])
  func longLines(_ piece: String) throws {
    let line = String(repeating: piece, count: 4_000)
    for question in [
      "birds.seen.list", "birds.seen.table", "birds.grids.cross", "birds.grids.compass", "birds.votes.dots",
      "walk.plan.gear",
    ] {
      var room = try TestSession(.odd, hearing: people + birds + ["/goto \(question)"])
      #expect((try? room.hear(line)) == nil || !room.session.answers(to: QuestionID(question)).isEmpty || piece == "/")
    }
  }
}
