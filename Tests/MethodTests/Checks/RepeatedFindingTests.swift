import SessionFixtures
import Testing
import Workshop

/// Lines that leave one hole, and all that is said about it.
struct Named: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let run: RunID
  let lines: [String]
  let question: QuestionID
  let then: [MessageID]

  init(_ name: String, at question: QuestionID, in run: RunID = "full", _ lines: [String], then: [MessageID]) {
    (testDescription, self.run, self.lines) = (name, run, lines)
    (self.question, self.then) = (question, then)
  }
}

@Suite("What is missing is named once")
struct RepeatedFindingTests {
  static let rows = [
    Named("no goal", at: "frame.goals.organisation", in: "core", [], then: ["goal-missing"]),
    Named("no briefing", at: "crisis.readiness.briefing", in: "core", [], then: ["crisis-plan-unknown"]),
    Named("no webcare norm", at: "organise.webcare.norm", in: "half-day", [], then: ["only-sending"]),
    Named("nothing about the inside", at: "organise.internal.relevance", [], then: ["internal-undecided"]),
    Named("nobody watches", at: "monitor.listening.who", [], then: ["nobody-watches"]),
    Named("no mission", at: "direction.mission.statement", [], then: ["question-unanswered"]),
    Named(
      "a skipped question", at: "organise.webcare.norm", at("organise.webcare.norm", "/skip no time"),
      then: ["question-skipped-why"]),
    Named(
      "an objective without a metric", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(metric: "~")), then: ["objective-not-smart"]),
    Named(
      "an objective without an audience, which no check is about", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(audience: "~")), then: ["answer-incomplete"]),
    Named(
      "an objective without a goal and an owner", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(goal: "~", owner: "~")),
      then: ["objective-without-goal", "objective-not-smart"]),
    Named(
      "an account without an admin", at: "organise.smm.accounts",
      Said.people + at("organise.smm.accounts", "Facebook | KH | ~ | yes"), then: ["answer-incomplete"]),
    Named(
      "an owner who left", at: "post.objectives.smart", Said.objective + ["/delete frame.people.participants#1"],
      then: []),
    Named(
      "and is named under the participants", at: "frame.people.participants",
      Said.objective + ["/delete frame.people.participants#1"], then: ["person-unknown", "too-few-answers"]),
    Named(
      "a goal that is gone", at: "post.objectives.smart", Said.objective + ["/delete GOAL1"], then: ["reference-lost"]),
  ]

  @Test(arguments: rows) func itIsNamedOnce(_ row: Named) throws {
    let room = try TestSession(run: row.run, hearing: row.lines)
    #expect(room.findings.filter { $0.question == row.question }.map(\.message) == row.then)
  }

  /// Whatever is said, no two findings are known by the same sentence about the same thing.
  @Test("Two findings are two", arguments: ["core", "half-day", "full"] as [RunID]) func twoAreTwo(_ run: RunID) throws
  {
    let room = try TestSession(run: run, hearing: run == "core" ? Said.people : Said.pillar)
    let gaps = room.findings.filter { $0.message != "answer-incomplete" && $0.message != "question-unanswered" }
    #expect(Set(gaps.map(\.key)).count == gaps.count)
  }

  @Test func twoWhoOwnTooMuchAreTwo() throws {
    let rows = Array(repeating: Line.action(), count: 6) + Array(repeating: Line.action(owner: "MB"), count: 6)
    var room = try TestSession(run: "full", hearing: Said.kpi + ["/goto plan.actions.table"] + rows)
    let number = try #require(room.findings.firstIndex { $0.message == "owner-overloaded" }) + 1
    try room.hear("/accept \(number) Kari wants to")
    #expect(
      room.findings.filter { $0.message == "owner-overloaded" }.map { $0.acceptance?.reason } == ["Kari wants to", nil])
  }
}
