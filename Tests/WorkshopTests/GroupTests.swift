import SessionFixtures
import Testing
import Workshop

@Suite("Groups and what they hand in")
struct GroupTests {
  private static let eight = (1...8).map { "/people add P\($0) | Person\($0) Name | role | sales" }
  private static let offering = ["/goto situation.internal.offering", "Fresh bread", "Coffee and lunch"]

  @Test("Nobody sits alone, sizes differ by one at most, and nobody is left out or twice")
  func groupsAreFair() {
    for people in 4...25 {
      let names = (1...people).map { "P\($0)" }
      for count in 2...people / 2 {
        let groups = Grouping.groups(of: names, count: count, after: [])
        #expect(groups.count == count)
        #expect(groups.joined().sorted() == names.sorted())
        let sizes = groups.map(\.count)
        #expect((sizes.min() ?? 0) > 1 && (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1, "\(people) in \(count)")
      }
    }
  }

  /// How many pairs sit together more than once over some rounds.
  private func repeats(_ people: Int, _ count: Int, rounds: Int) -> Int {
    var earlier: [[[String]]] = []
    for _ in 0..<rounds {
      earlier.append(Grouping.groups(of: (1...people).map { "P\($0)" }, count: count, after: earlier))
    }
    var met: [String: Int] = [:]
    for group in earlier.joined() {
      for (place, person) in group.enumerated() {
        for other in group[(place + 1)...] { met[[person, other].sorted().joined(separator: " "), default: 0] += 1 }
      }
    }
    return met.values.count { $0 > 1 }
  }

  @Test(
    "Few meet twice", arguments: [(8, 4, 2, 0), (8, 4, 3, 0), (8, 2, 2, 4), (12, 4, 2, 0), (9, 3, 2, 0), (20, 5, 2, 0)])
  func fewMeetTwice(_ people: Int, _ count: Int, _ rounds: Int, _ most: Int) {
    #expect(repeats(people, count, rounds: rounds) <= most)
  }

  @Test func theyAreMadeAndTakenBack() throws {
    var room = try TestSession(hearing: GroupTests.eight + ["/people out P8", "/groups 3"])
    #expect(room.session.groups.now.map(\.count) == [3, 2, 2])
    #expect(!room.session.groups.now.joined().contains("P8"))
    try room.hear("/groups 2")
    try room.hear("/undo")
    #expect(room.session.groups.now.count == 3)
  }

  @Test(arguments: [
    Refused(
      "four of seven", given: eight + ["/people out P8"], when: "/groups 4",
      then: .groups(.wrongNumber(4, people: 7))),
    Refused("one", given: eight, when: "/groups 1", then: .groups(.wrongNumber(1, people: 8))),
    Refused("nobody", when: "/groups 2", then: .groups(.tooFewPeople(0))),
    Refused("no number", when: "/groups some", then: .numberOutOfRange("some", 1...100)),
    Refused(
      "one with itself", given: offering, when: "/same 1 1",
      then: .groups(.joinedAlready("situation.internal.offering#1"))),
    Refused("no second", given: offering, when: "/same 1", then: .missingArgument(.same)),
  ]) func turnedDown(_ row: Refused) throws { try row.check(.builtIn) }

  private func take(_ lines: [String], into room: inout TestSession) throws -> [Event] {
    let events = try room.session.take(
      Submission(origin: "group-2", content: .lines(lines)), hearing: room.localization, today: TestSession.today)
    room.happen(events)
    return events
  }

  @Test func aTextIsTakenIn() throws {
    var room = try TestSession(run: "half-day", hearing: GroupTests.eight + GroupTests.offering)
    _ = try take(
      [
        "\u{FEFF}# Kringla – Group 2", "", "> Person1, Person2", "- Bread, fresh every day", "* Cakes", "- ", "____",
        "3. Buns",
        "## SWOT (situation.swot.grid)", "> S: strengths", "- s Loved by many", "W: Nobody answers",
        "## situation.internal.who-we-are", "Person1: A bakery",
      ], into: &room)
    #expect(
      room.texts("situation.internal.offering")
        == ["Fresh bread", "Coffee and lunch", "Bread, fresh every day", "Cakes", "Buns"])
    #expect(room.cells("S1") == ["Loved by many"])
    #expect(room.texts("situation.internal.who-we-are") == ["A bakery"])
    let taken = room.session.answers(to: "situation.internal.offering").map(\.handedIn)
    #expect(taken == [nil, nil, "group-2", "group-2", "group-2"])
    #expect(room.session.position == "situation.internal.offering")
    // One command, one undo.
    try room.hear("/undo")
    #expect(room.session.answers(to: "situation.internal.offering").count == 2)
    #expect(room.cells("S1") == nil)
  }

  @Test func whatIsNearStandsSideBySideAndIsVotedOnOnce() throws {
    var room = try TestSession(hearing: GroupTests.eight + GroupTests.offering)
    _ = try take(["Bread, always fresh", "Cakes", "Lunch with coffee"], into: &room)
    let pairs = room.session.similar(at: "situation.internal.offering").map { [$0.id.number, $1.id.number] }
    #expect(pairs == [[1, 3], [2, 5]])
    for line in ["/same 1 3", "/same 2 5", "/vote hands"] { try room.hear(line) }
    #expect(room.session.openVote?.items.count == 3)
    for line in ["1:5 2:2 4:1", "/vote close"] { try room.hear(line) }
    let starred = room.session.answers(to: "situation.internal.offering").filter(room.session.isStarred).map(
      \.id.number)
    #expect(starred == [1, 3])
    for _ in 1...4 { try room.hear("/undo") }
    #expect(room.session.groups.joined.count == 1)
  }

  @Test(arguments: [
    (
      ["## nowhere at all"],
      Refusal.groups(.inFile("group-2", line: 1, .unknownQuestion("nowhere at all", nearest: [])))
    ),
    (
      ["Fine", "## SWOT (situation.swot.grid)", "no row"],
      .groups(.inFile("group-2", line: 3, .rowNeeded(question: "situation.swot.grid", typed: "no row")))
    ),
    (["# only", "> a", "", "- "], .groups(.nothingToTake("group-2"))),
  ]) func aFileThatCannotBeTakenChangesNothing(_ lines: [String], _ refusal: Refusal) throws {
    var room = try TestSession(run: "half-day", hearing: GroupTests.eight + GroupTests.offering)
    let before = room.session
    #expect(throws: refusal) { try take(lines, into: &room) }
    #expect(room.session == before)
  }

  @Test func anotherJournalIsTakenInWithNewHandles() throws {
    var room = try TestSession(hearing: ["/goto post.people.audiences", "Families | x | Instagram | y"])
    let other = try TestSession(
      hearing: [
        "/goto post.people.audiences", "Families | x | Instagram | y", "Students | x | TikTok | y",
        "/goto post.people.needs", "AUD2 | Something cheap",
      ])
    let answers = other.session.method.questions.flatMap { other.session.answers(to: $0.id) }
    let events = try room.session.take(
      Submission(origin: "table-b", content: .answers(answers)), hearing: room.localization, today: TestSession.today)
    room.happen(events)
    #expect(room.cells("AUD2")?.first == "Students")
    #expect(room.session.answers(to: "post.people.audiences").count == 2)
    #expect(room.session.answers(to: "post.people.needs").map { $0.cell(at: 0) } == ["AUD2"])
    #expect(throws: Refusal.groups(.nothingToTake("table-b"))) {
      try room.session.take(
        Submission(origin: "table-b", content: .answers(answers)), hearing: room.localization, today: TestSession.today)
    }
  }
}
