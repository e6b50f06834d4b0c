import SessionFixtures
import Testing
import Workshop

@Suite("Findings that are let stand, and how far a session is")
struct AcceptedFindingTests {
  private func number(of message: MessageID, in room: TestSession) throws -> Int {
    try #require(room.findings.firstIndex { $0.message == message }) + 1
  }

  @Test func aWarningIsLetStandAndTakenBack() throws {
    var room = try TestSession(
      run: "full", hearing: Said.goal + at("frame.goals.organisation", "Win TikTok | marketing"))
    try room.hear("/by KH")
    let number = try number(of: "network-in-goal", in: room)
    let before = room.session
    let standing: [Event] = [
      .findingAccepted(
        Finding.Key(message: "network-in-goal", subject: "GOAL2"),
        Finding.Acceptance(person: "KH", reason: "It is the goal"))
    ]
    #expect(try room.hear("/accept \(number) It is the goal") == standing)
    let finding = try #require(room.findings.first { $0.message == "network-in-goal" })
    #expect(finding.acceptance == Finding.Acceptance(person: "KH", reason: "It is the goal"))
    try room.hear("/undo")
    #expect(room.session.withoutHistory == before.withoutHistory)
    #expect(room.findings.first { $0.message == "network-in-goal" }?.acceptance == nil)
    try room.hear("/redo")
    #expect(room.findings.first { $0.message == "network-in-goal" }?.acceptance?.reason == "It is the goal")
  }

  @Test func anotherReasonTakesThePlaceOfTheFirst() throws {
    var room = try TestSession(run: "full", hearing: at("frame.goals.organisation", "Win TikTok | marketing"))
    let number = try number(of: "network-in-goal", in: room)
    try room.hear("/accept \(number) one")
    try room.hear("/accept \(number) two")
    try room.hear("/undo")
    #expect(room.findings[number - 1].acceptance?.reason == "one")
  }

  @Test func whatIsMendedAndBreaksAgainIsStillLetStand() throws {
    var room = try TestSession(run: "full", hearing: at("frame.goals.organisation", "Win TikTok | marketing"))
    try room.hear("/accept \(try number(of: "network-in-goal", in: room)) on purpose")
    try room.hear("/edit GOAL1 Win")
    #expect(!room.findings.contains { $0.message == "network-in-goal" })
    try room.hear("/edit GOAL1 Win Reddit")
    #expect(room.findings.first { $0.message == "network-in-goal" }?.acceptance?.reason == "on purpose")
  }

  @Test func whatCannotBeLetStand() throws {
    let room = try TestSession(run: "core")
    let count = room.findings.count
    #expect(throws: Refusal.gravelyWrong(room.findings[0].question)) { try room.decide("/accept 1 no time") }
    #expect(throws: Refusal.unknownFinding("0", count: count)) { try room.decide("/accept 0 no time") }
    #expect(throws: Refusal.unknownFinding("\(count + 1)", count: count)) {
      try room.decide("/accept \(count + 1) no time")
    }
    #expect(throws: Refusal.unknownFinding("x", count: count)) { try room.decide("/accept x no time") }
    #expect(throws: Refusal.missingArgument(.accept)) { try room.decide("/accept 1") }
    #expect(throws: Refusal.missingArgument(.accept)) { try room.decide("/accept") }
  }

  // MARK: How far

  private func readiness(_ room: TestSession) -> Readiness { room.session.readiness(room.findings) }

  /// A core workshop in which every required question is answered as somebody might.
  private func played() throws -> TestSession {
    var room = try TestSession(run: "core")
    for question in room.session.method.questions(in: "core") {
      try room.hear("/goto \(question.id)")
      for example in room.session.examples(of: question, in: room.localization) { try room.hear(example) }
    }
    return room
  }

  @Test func fourLevels() throws {
    var room = try TestSession(run: "core")
    #expect(readiness(room) == .draft)
    room = try played()
    #expect(!room.findings.contains { $0.severity == .error })
    // An error outside the core stages.
    try room.hear("/edit ACT1 Film | OBJ1 | ~ | 01.03.2026 | 01.04.2026")
    #expect(readiness(room) == .workshop)
    try room.hear("/undo")
    // A warning.
    try room.hear("/edit GOAL1 Win TikTok")
    #expect(readiness(room) == .steering)
    for (place, finding) in room.findings.enumerated() where finding.severity == .warning {
      try room.hear("/accept \(place + 1) on purpose")
    }
    #expect(readiness(room) == .final)
    try room.hear("/undo")
    #expect(readiness(room) == .steering)
  }

  @Test func anErrorAtTheCoreMakesItADraft() throws {
    var room = try played()
    try room.hear("/edit KPI1 ~")
    #expect(readiness(room) == .draft)
  }

  @Test func notesKeepNothingBack() throws {
    let finding = Finding(check: "a", message: "a", severity: .note, question: "a")
    #expect(try TestSession().session.readiness([finding]) == .final)
    #expect(try TestSession().session.readiness([]) == .final)
  }
}
