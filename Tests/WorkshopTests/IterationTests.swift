import SessionFixtures
import Testing

@testable import Workshop

@Suite("Iterations of a project")
struct IterationTests {
  private static let second = foundation + ["/iteration next anyway IT2 | ~ | ~ | 1.9.2026"]

  private static func day(_ iso: String) -> Day { Day(iso: iso) ?? TestSession.today }

  @Test("What a new iteration does to answers")
  func rules() throws {
    let room = try TestSession(.project, hearing: IterationTests.second)
    let session = room.session
    #expect(session.iterations.number == 2)
    #expect(session.presentIteration.focus == "Webcare")
    #expect(session.presentIteration.aim == "Answer")
    #expect(session.date == Day(iso: "2026-09-01"))
    #expect(room.texts("p.now") == ["IT2"])
    #expect(room.texts("p.name") == ["Waterlo"])
    #expect(room.texts("p.goals") == ["Answer fast", "Be found"])
    #expect(session.answers(to: "p.goals").allSatisfy(session.isCarried))
    #expect(room.texts("p.best") == [], "a vote is held anew")
    #expect(room.texts("p.learnt") == [], "what is fresh is left with its iteration")
    #expect(room.texts("p.ground") == ["Peat"], "what this one does not ask stays until one does")
    #expect(session.answers(to: "p.items").map(\.cells) == [["IT2", "Plan"]], "what is not done comes over")
    #expect(!session.walk.map(\.id).contains("p.name"), "what is shared is not asked again")
    #expect(!session.walk.map(\.id).contains("p.ground"))
    #expect(session.asks(try #require(session.method.question("p.name"))))
    #expect(session.position == session.walk.first?.id)
  }

  @Test("A past iteration stands as it was left")
  func past() throws {
    var room = try TestSession(.project, hearing: IterationTests.second)
    for line in ["/edit GOAL1 Answer faster", "/delete GOAL2", "/goto p.learnt", "It snows"] { try room.hear(line) }
    let first = try #require(room.session.asOf(iteration: 1))
    #expect(first.answers(to: "p.goals").map(\.cells) == [["Answer fast"], ["Be found"]])
    #expect(first.answers(to: "p.learnt").map(\.cells) == [["It rains"]])
    #expect(first.workItems.map(\.outcome) == ["in the cabinet", nil])
    #expect(first.closing(of: 1) == Day(iso: "2026-09-01"))
    #expect(room.session.asOf(iteration: 2) == room.session)
    #expect(room.session.asOf(iteration: 3) == nil)
    #expect(room.session.asOf(iteration: 0) == nil)
    let changes = room.session.changes(at: "p.goals")
    #expect(changes.added.isEmpty)
    #expect(changes.revised.map(\.after.handle) == ["GOAL1"])
    #expect(changes.ended.map(\.handle) == ["GOAL2"])
    #expect(room.session.changes(at: "p.learnt").added.map(\.cells) == [["It snows"]])
    #expect(room.session.changes(at: "p.learnt").ended.isEmpty)
    #expect(room.session.changes(at: "p.ground").isEmpty)
  }

  @Test("Enter confirms one answer after the other, then it goes on; a command confirms all; editing confirms")
  func confirming() throws {
    var room = try TestSession(.project, hearing: IterationTests.second + ["/goto p.goals"])
    #expect(try room.hear("") == [.iteration(.confirmed(["GOAL1"]))])
    #expect(room.session.carried(at: "p.goals").map(\.handle) == ["GOAL2"])
    try room.hear("/edit GOAL2 Be found soon")
    #expect(room.session.carried(at: "p.goals").isEmpty)
    #expect(try room.hear("") == [.questionEntered("p.measures")])
    #expect(try room.hear("/confirm") == [.iteration(.confirmed(["KPI1"]))])
    let goal = try #require(room.session.answer("GOAL1"))
    #expect(room.session.iteration(of: goal) == 1)
    #expect(room.session.confirmation(of: goal) == 2)
    try room.hear("/undo")
    #expect(room.session.carried(at: "p.measures").map(\.handle) == ["KPI1"])
  }

  @Test("What arises in an iteration about a function belongs to it")
  func focus() throws {
    var room = try TestSession(.project, hearing: IterationTests.second + ["/goto p.goals", "Be kind"])
    let goals = room.session.answers(to: "p.goals")
    #expect(goals.map { room.session.focus(of: $0) } == [nil, nil, "Webcare"])
    try room.hear("/iteration next anyway cooperation | ~ | ~ | 1.2.2027")
    #expect(room.session.answers(to: "p.goals").map { room.session.focus(of: $0) } == [nil, nil, "Webcare"])
    #expect(room.session.answers(to: "p.goals").allSatisfy(room.session.isCarried))
    #expect(room.session.walk.map(\.id).contains("p.together"))
  }

  @Test("What was not planned is added to the plan, and the room is in it")
  func unplanned() throws {
    let room = try TestSession(
      .project, hearing: foundation + ["/iteration next anyway focus | Jobs | Be heard of | 1.9.2026"])
    #expect(room.cells("IT3") == ["focus", "Jobs", "2026-09-01", "", "Be heard of"])
    #expect(room.texts("p.now") == ["IT3"])
  }

  @Test("Undoing the beginning brings everything back, redoing takes it away again")
  func undone() throws {
    var room = try TestSession(.project, hearing: foundation)
    let before = room.session
    try room.hear("/iteration next anyway | ~ | ~ | 1.9.2026")
    let after = room.session
    try room.hear("/undo")
    #expect(room.session.iterations == before.iterations)
    #expect(room.session.answers.byPlace == before.answers.byPlace)
    #expect(room.session.skipped == before.skipped)
    #expect(room.session.position == before.position)
    try room.hear("/redo")
    #expect(room.session.iterations == after.iterations)
    #expect(room.session.answers.byPlace == after.answers.byPlace)
  }

  @Test(
    "Nothing of a closed iteration changes any more, but what the project shares does",
    arguments: [
      "/edit GOAL1 Slow", "/delete GOAL1", "/move GOAL1 GOAL2", "/goto p.goals\nMore", "/confirm GOAL1",
      "/iteration done 2", "/goto p.learnt\n/skip", "/iteration end", "/goto p.goals\n/vote dots 3 heads 4",
    ])
  func closed(_ typed: String) throws {
    var room = try TestSession(.project, hearing: IterationTests.second + ["/iteration end anyway 1.12.2026"])
    let lines = typed.split(separator: "\n").map(String.init)
    for line in lines.dropLast() { try room.hear(line) }
    let before = room.session
    #expect(throws: Refusal.iteration(.closed(2))) { try room.hear(lines.last ?? "") }
    #expect(room.session == before)
    try room.hear("/people add OL | Ola Lie")
    try room.hear("/undo")
    try room.hear("/undo")
    #expect(room.session.iterations.closed == nil)
    try room.hear("/edit GOAL1 Slow")
  }

  @Test(arguments: [
    Refused(
      "open", given: foundation, when: "/iteration next",
      then: .iteration(.open(1, Session.OpenWork(questions: 0, answers: 0, workItems: 1)))),
    Refused(
      "carried", given: second, when: "/iteration end",
      then: .iteration(.open(2, Session.OpenWork(questions: 0, answers: 4, workItems: 1)))),
    Refused(
      "nothing planned", when: "/iteration next",
      then: .iteration(.nothingPlanned(kinds: ["foundation", "focus", "cooperation"]))),
    Refused(
      "no kind", when: "/iteration next sprint | X",
      then: .iteration(.unknownKind("sprint", kinds: ["foundation", "focus", "cooperation"]))),
    Refused(
      "two kinds", when: "/iteration next fo",
      then: .iteration(.unknownKind("fo", kinds: ["foundation", "focus", "cooperation"]))),
    Refused("empty focus", given: foundation, when: "/iteration next focus", then: .iteration(.focusNeeded)),
    Refused("blank focus", given: foundation, when: "/iteration next focus |  | aim", then: .iteration(.focusNeeded)),
    Refused("cells", when: "/iteration next focus | a | b | 1.1.2030 | c", then: .iteration(.tooManyCells(5))),
    Refused("no day", when: "/iteration next focus | a | b | soon", then: .iteration(.notADay("soon"))),
    Refused(
      "too early", given: second, when: "/iteration next anyway focus | a | b | 31.8.2026",
      then: .iteration(.tooEarly(day("2026-08-31"), since: day("2026-09-01")))),
    Refused("a row twice", given: second, when: "/iteration next IT2", then: .iteration(.begunAlready("IT2"))),
    Refused(
      "a long aim", when: "/iteration next focus | a | \(String(repeating: "x", count: 501))",
      then: .textTooLong(length: 501, limit: 500)),
    Refused(
      "no such item", given: foundation, when: "/iteration done 7",
      then: .iteration(.unknownWorkItem("7", open: ["2"]))),
    Refused("no item named", when: "/iteration done", then: .missingArgument(.iteration)),
    Refused(
      "no such verb", when: "/iteration begin",
      then: .unknownVerb("begin", of: .iteration, known: ["next", "end", "done"])),
    Refused("nothing carried", given: foundation, when: "/confirm", then: .iteration(.nothingCarried)),
    Refused("not carried", given: foundation, when: "/confirm GOAL1", then: .iteration(.notCarried("GOAL1"))),
  ]) func turnedDown(_ row: Refused) throws { try row.check(.project) }

  @Test func aMethodWithoutWorkItemsSaysSo() throws {
    var room = try TestSession(.odd)
    #expect(throws: Refusal.iteration(.noWorkItems)) { try room.hear("/iteration done 1") }
    try room.hear("/iteration next anyway focus | Owls")
    #expect(room.session.presentIteration.kind == Iteration.focusKind)
  }

  @Test("A redacted answer is redacted in what an earlier iteration left, and in what came of a work item")
  func redacted() throws {
    var room = try TestSession(.project, hearing: IterationTests.second)
    try room.hear("/redact GOAL1")
    try room.hear("/redact p.items#1")
    try room.hear("/redact p.learnt#1")
    let first = try #require(room.session.asOf(iteration: 1))
    #expect(first.answer("GOAL1")?.cells == [""])
    #expect(first.answers(to: "p.learnt").map(\.cells) == [[""]])
    #expect(first.workItems.map(\.outcome) == ["", nil])
    #expect(!room.session.carried(at: "p.goals").map(\.handle).contains("GOAL1"))
  }

  @Test("Copies that both began the same iteration have begun it once")
  func begunOnce() throws {
    var room = try TestSession(.project, hearing: foundation)
    let events = try room.decide("/iteration next anyway focus | Jobs | ~ | 1.9.2026")
    room.happen(events)
    room.happen([events[0]])
    #expect(room.session.iterations.number == 2)
    room.happen([.iteration(.begun(2, Iteration(kind: "focus", focus: "Roads")))])
    #expect(room.session.iterations.number == 3, "two different ones are two")
  }

  @Test("Time begins anew, and what was passed over is asked again")
  func timeBeginsAnew() throws {
    var room = try TestSession(.project, hearing: ["/goto p.learnt"])
    room.now = Moment(millisecondsSince1970: room.now.millisecondsSince1970 + 600_000)
    try room.hear("/skip later")
    let question = try #require(room.session.method.question("p.learnt"))
    #expect(room.session.usedSeconds(question, now: room.now) == 600)
    try room.hear("/iteration next anyway focus | Jobs")
    #expect(room.session.usedSeconds(question, now: room.now) == 0)
    #expect(room.session.skipped.isEmpty)
  }
}
