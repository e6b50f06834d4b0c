import SessionFixtures
import Testing
import Workshop

/// Lines, and why a question is not asked then; nil when it is.
struct Left: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let question: QuestionID
  let run: RunID
  let lines: [String]
  let then: Absence?

  init(_ name: String, _ question: QuestionID, in run: RunID = "full", _ lines: [String] = [], then: Absence?) {
    testDescription = name
    (self.question, self.run, self.lines, self.then) = (question, run, lines, then)
  }
}

@Suite("When a question is asked")
struct ConditionTests {
  private static let past: [AnswerPath] = [
    AnswerPath(question: "plan.pilot.tests", column: "end"), AnswerPath(question: "kpi.cadence.dates", column: "date"),
  ]
  private static func pilot(until end: String) -> [String] {
    Said.action + at("plan.pilot.tests", Line.pilot(from: "01.01.2026", to: end))
  }
  private static func iteration(_ number: Int) -> [String] {
    Said.people
      + at("frame.iterations.plan", Line.iteration(), Line.iteration("focus"), Line.iteration("cooperation"))
      + at("frame.iterations.current", "IT\(number)")
  }
  private static let notNeeded = at("organise.policy.needed", "not-needed")

  static let rows = [
    Left("a question of another run", "frame.scope.out", in: "core", then: .otherRun),
    Left("a question of this run", "frame.scope.out", then: nil),
    Left("no pilot has ended", "plan.pilot.results", then: .notYet(past)),
    Left("a pilot ends today", "plan.pilot.results", pilot(until: "10.02.2026"), then: .notYet(past)),
    Left("a pilot has ended", "plan.pilot.results", pilot(until: "09.02.2026"), then: nil),
    Left(
      "or a review is past", "plan.pilot.results",
      Said.people + at("kpi.cadence.dates", "09.02.2026 | KH | all | KH"), then: nil),
    Left("nothing said about a policy", "organise.policy.rules", then: nil),
    Left(
      "no policy is needed", "organise.policy.rules", notNeeded,
      then: .hidden(by: AnswerPath(question: "organise.policy.needed"))),
    Left("a policy after all", "organise.policy.rules", notNeeded + ["yes-new"], then: nil),
    Left("the hiding answer is taken back", "organise.policy.rules", notNeeded + ["/undo"], then: nil),
    Left("the first kind of iteration, where none was chosen", "frame.goals.organisation", then: nil),
    Left(
      "another kind than the first, where none was chosen", "report.iteration.cooperation",
      then: .otherIteration(["cooperation"])),
    Left("the kind that was chosen", "report.iteration.cooperation", iteration(3), then: nil),
    Left(
      "another kind than was chosen", "frame.goals.organisation", iteration(2), then: .otherIteration(["foundation"])),
    Left("one of several kinds", "situation.swot.grid", iteration(2), then: nil),
    Left("any kind", "post.match.grid", iteration(3), then: nil),
    Left("no iterations in half a day", "frame.goals.organisation", in: "half-day", then: nil),
  ]

  @Test(arguments: rows) func itIsAskedOrNot(_ row: Left) throws {
    let room = try TestSession(run: row.run, hearing: row.lines)
    let question = try #require(room.session.method.question(row.question))
    #expect(room.session.absence(of: question) == row.then)
    #expect(room.session.asks(question) == (row.then == nil))
    #expect(room.session.agenda.contains(question) == (row.then == nil))
  }

  static let required: [(question: QuestionID, run: RunID, lines: [String], then: Bool)] = [
    ("crisis.levels.triggers", "full", [], true),
    ("crisis.levels.triggers", "half-day", [], false),
    ("crisis.levels.triggers", "full", at("frame.iterations.deliverables", "action-plan"), false),
    ("crisis.levels.triggers", "full", at("frame.iterations.deliverables", "action-plan, crisis-handbook"), true),
    ("crisis.levels.triggers", "full", at("frame.iterations.deliverables", "action-plan", "/delete 1"), true),
    ("frame.goals.strategic-lines", "full", at("frame.iterations.deliverables", "action-plan"), true),
    ("frame.scope.out", "full", [], false),
  ]

  @Test("What must be answered", arguments: required)
  func itMustBeAnswered(_ row: (question: QuestionID, run: RunID, lines: [String], then: Bool)) throws {
    let room = try TestSession(run: row.run, hearing: row.lines)
    let question = try #require(room.session.method.question(row.question))
    #expect(room.session.requires(question) == row.then)
  }

  @Test func theKindOfIteration() throws {
    #expect(try TestSession(run: "full").session.iteration == "foundation")
    #expect(try TestSession(run: "full", hearing: ConditionTests.iteration(3)).session.iteration == "cooperation")
    #expect(try TestSession(run: "core").session.iteration == nil)
    #expect(try TestSession(.odd).session.iteration == nil)
  }

  @Test func answersToAHiddenQuestionStay() throws {
    var room = try TestSession(
      run: "full", hearing: at("organise.policy.guidelines", "Be kind") + ConditionTests.notNeeded)
    #expect(room.texts("organise.policy.guidelines") == ["Be kind"])
    try room.hear("/goto organise.policy.needed")
    try room.hear("/next")
    #expect(room.session.position == "organise.change.processes")
  }
}
