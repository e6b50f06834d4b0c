import SessionFixtures
import Testing
import Workshop

/// Lines that are heard, and where the room stands then; nil behind the last question.
struct Walked: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let language: LanguageCode
  let lines: [String]
  let then: QuestionID?

  init(_ name: String, in language: LanguageCode = "en", _ lines: [String], then: QuestionID?) {
    (testDescription, self.language, self.lines, self.then) = (name, language, lines, then)
  }
}

@Suite("Moving through the agenda")
struct WalkTests {
  static let walked = [
    Walked("a session begins at its first question", [], then: "walk.start.club"),
    Walked("what is settled by the start is passed over", ["/next"], then: "walk.start.people"),
    Walked("an empty line goes on", [""], then: "walk.start.people"),
    Walked("back", ["/next", "/back"], then: "walk.start.club"),
    Walked("skipping goes on", ["/skip no club"], then: "walk.start.people"),
    Walked("behind the last question", ["/goto birds.votes.mood", "/next"], then: nil),
    Walked(
      "back from behind the last question", ["/goto birds.votes.mood", "/next", "/back"], then: "birds.votes.mood"),
    Walked("by id", ["/goto birds.seen.words"], then: "birds.seen.words"),
    Walked("by id, of a question the run does not ask", ["/goto walk.plan.notes"], then: "walk.plan.notes"),
    Walked("by id, of a question the start has settled", ["/goto walk.start.day"], then: "walk.start.day"),
    Walked("by number", ["/goto 3"], then: "walk.plan.weather"),
    Walked("by the name of a stage", ["/goto birds"], then: "birds.seen.list"),
    Walked("by the name of a stage in bokmål", in: "nb", ["/goto fugler"], then: "birds.seen.list"),
    Walked("by the name of a step", ["/goto what we saw"], then: "birds.seen.list"),
    Walked("by the beginning of the name of a step", ["/goto what we"], then: "birds.seen.list"),
    Walked("by the id of a step", ["/goto birds.votes"], then: "birds.votes.dots"),
    Walked("by label", ["/goto score"], then: "birds.votes.score"),
    Walked("by the beginning of a label", ["/goto wea"], then: "walk.plan.weather"),
    Walked("by words of a label", ["/goto sightings"], then: "birds.seen.table"),
    Walked("by the end of an id", ["/goto lunch"], then: "birds.votes.lunch"),
    Walked("by words of the question", ["/goto lives where"], then: "birds.grids.homes"),
    Walked("by words, in bokmål", in: "nb", ["/gå bor hvor"], then: "birds.grids.homes"),
    Walked("on from a question the run does not ask", ["/goto walk.plan.notes", "/next"], then: "birds.seen.list"),
    Walked(
      "leaving the cells of a row", birds + ["/goto birds.seen.short", "Nest", "/next"], then: "birds.seen.words"),
    Walked("an optional cell is passed over", ["/goto walk.start.people", "KH", "", ""], then: "walk.start.people"),
    Walked("and then the question", ["/goto walk.start.people", "KH", "", "", ""], then: "walk.plan.weather"),
    Walked("undo goes back to where it happened", ["The Wrens", "/goto lunch", "/undo"], then: "walk.start.club"),
    Walked("undoing a skip", ["/skip", "/undo"], then: "walk.start.club"),
    Walked("undoing the last skip", ["/goto birds.votes.mood", "/skip", "/undo"], then: "birds.votes.mood"),
    Walked("redoing the last skip", ["/goto birds.votes.mood", "/skip", "/undo", "/redo"], then: nil),
  ]

  @Test(arguments: walked) func theRoomStands(_ row: Walked) throws {
    let session = try TestSession(.odd, language: row.language, hearing: row.lines).session
    #expect((session.hasEnded ? nil : session.position) == row.then)
  }

  static let refused = [
    Refused("back before the first", when: "/back", then: .atStart),
    Refused("on behind the last", given: ["/goto birds.votes.mood", "/next"], when: "/next", then: .atEnd),
    Refused("an answer behind the last", given: ["/goto birds.votes.mood", "/next"], when: "4", then: .atEnd),
    Refused("a skip behind the last", given: ["/goto birds.votes.mood", "/next"], when: "/skip", then: .atEnd),
    Refused("nothing to undo in a new session", when: "/undo", then: .nothingToUndo),
    Refused("nothing to redo", given: ["A"], when: "/redo", then: .nothingToRedo),
    Refused("nothing to redo after something new", given: ["A", "/undo", "B"], when: "/redo", then: .nothingToRedo),
    Refused("a question that is not there", when: "/goto xyzzy", then: .unknownQuestion("xyzzy", nearest: [])),
    Refused(
      "a question that is nearly there", when: "/goto waether", then: .unknownQuestion("waether", nearest: ["Weather"])),
    Refused(
      "a step that is nearly there", when: "/goto what we saaw",
      then: .unknownQuestion("what we saaw", nearest: ["What we saw"])),
    Refused("a number beyond the last", when: "/goto 99", then: .unknownQuestion("99", nearest: [])),
    Refused(
      "words that several questions have", when: "/goto which bird",
      then:
        .ambiguousQuestion("which bird", ["birds.seen.list", "birds.grids.cross", "birds.votes.dots"])),
    Refused(
      "beginnings of several labels", when: "/goto s",
      then:
        .ambiguousQuestion("s", ["birds.seen.table", "birds.seen.short", "birds.votes.score"])),
    Refused(
      "an answer that is not there", given: ["A"], when: "/edit 2 B",
      then:
        .unknownAnswer("2", question: "walk.start.club", numbers: [1])),
    Refused(
      "an answer under a question that has none", when: "/delete 1",
      then:
        .unknownAnswer("1", question: "walk.start.club", numbers: [])),
    Refused(
      "a handle that is not there", given: birds, when: "/delete BIRD9",
      then:
        .unknownAnswer("BIRD9", question: "birds.seen.list", numbers: [1, 2, 3])),
    Refused(
      "a number that several rows have", given: ["/goto birds.grids.compass", "n a", "s b"], when: "/edit 1 c",
      then:
        .unknownAnswer("1", question: "birds.grids.compass", numbers: [1, 1])),
    Refused(
      "moving to another question", given: birds + ["/goto walk.start.club", "A"], when: "/move 1 BIRD2",
      then:
        .answerElsewhere("BIRD2", question: "birds.seen.list")),
    Refused("moving to nowhere", given: birds, when: "/move 1", then: .missingArgument(.move)),
    Refused("nothing to edit", when: "/edit", then: .missingArgument(.edit)),
    Refused("emptying an answer", given: ["A"], when: "/edit 1 ~", then: .emptyRow),
    Refused("a language that is not there", when: "/language sv", then: .unknownLanguage("sv", known: ["en", "nb"])),
    Refused(
      "a language the method has no words for, as an answer", given: ["/goto walk.start.language"],
      when: "Finnish", then: .unknownLanguage("fi", known: ["en", "nb"])),
    Refused(
      "and as a changed answer", given: ["/goto walk.start.language"], when: "/edit 1 fi",
      then: .unknownLanguage("fi", known: ["en", "nb"])),
    Refused("a run that is not there", when: "/run middle", then: .unknownRun("middle", known: ["short", "long"])),
    Refused(
      "a run the method does not have, as an answer", given: ["/goto walk.start.run"], when: "endless",
      then: .unknownRun("endless", known: ["short", "long"])),
    Refused(
      "a speaker nobody knows", given: people, when: "/by Nina", then: .people(.unknown("Nina", known: ["KH", "OL"]))),
    Refused(
      "initials that are taken", given: people, when: "/people add kh | Knut Hansen",
      then: .people(.initialsTaken("kh", by: "Kari Hauge"))),
    Refused(
      "initials taken by somebody without a name", given: ["/people add KH"], when: "/people add KH | Knut",
      then: .people(.initialsTaken("KH", by: "KH"))),
    Refused(
      "initials changed into some that are taken", given: people, when: "/edit walk.start.people#2 KH",
      then: .people(.initialsTaken("KH", by: "Kari Hauge"))),
    Refused("nobody to add", when: "/people add", then: .missingArgument(.people)),
  ]

  @Test(arguments: refused) func movesAreRefused(_ row: Refused) throws { try row.check(.odd) }

  @Test func goingBackRemovesNothing() throws {
    var room = try TestSession(.odd, hearing: people + birds)
    let answers = room.session.method.questions.map { room.session.answers(to: $0.id) }
    while (try? room.hear("/back")) != nil {}
    #expect(room.session.position == "walk.start.club")
    #expect(room.session.method.questions.map { room.session.answers(to: $0.id) } == answers)
  }

  @Test func aRunKeepsAnswersAndAsksMore() throws {
    var room = try TestSession(.odd, hearing: birds + ["/goto birds.seen.short", "Nest | 1 | lake"])
    let before = room.session.walk.map(\.id)
    try room.hear("/run lo")
    #expect(room.session.run == "long")
    #expect(room.session.walk.map(\.id).filter { !before.contains($0) } == ["walk.plan.notes"])
    #expect(room.texts("birds.seen.list") == ["Great tit", "Grey heron", "Jay"])
    #expect(room.texts("walk.start.run") == ["long"])
    try room.hear("Egg | 1 | calm | lake")
    #expect(
      room.session.answers(to: "birds.seen.short").map(\.cells) == [
        ["Nest", "BIRD1", "", "lake"], ["Egg", "BIRD1", "calm", "lake"],
      ])
    try room.hear("/undo")
    try room.hear("/undo")
    #expect(room.session.run == "short")
    #expect(room.texts("walk.start.run") == ["short"])
  }

  @Test("The language changes at once, by command or answer", arguments: ["/language nb", "/goto walk.start.language"])
  func theLanguageChanges(_ line: String) throws {
    var room = try TestSession(.odd, hearing: ["/goto walk.plan.hours", "2.5", line])
    if room.session.language == "en" { try room.hear("Norwegian") }
    #expect(room.session.language == "nb")
    #expect(room.localization.language.code == "nb")
    #expect(room.texts("walk.start.language") == ["nb"])
    try room.hear("/gå walk.plan.hours")
    try room.hear("3,5")
    #expect(room.texts("walk.plan.hours") == ["3.5"])
    try room.hear("/angre")
    try room.hear("/angre")
    #expect(room.session.language == "en")
    #expect(room.texts("walk.plan.hours") == ["2.5"])
  }

  @Test func aSkippedQuestionIsAnsweredAfterAll() throws {
    var room = try TestSession(.odd, hearing: ["/goto walk.plan.weather", "/skip who knows"])
    #expect(room.session.skipped == ["walk.plan.weather": "who knows"])
    try room.hear("/back")
    try room.hear("rain")
    #expect(room.session.skipped.isEmpty)
    try room.hear("/undo")
    #expect(room.session.skipped == ["walk.plan.weather": "who knows"])
  }
}
