import SessionFixtures
import Testing
import Workshop

/// Lines that are heard, and what is missing under one question then.
struct Found: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let run: RunID
  let lines: [String]
  let question: QuestionID
  let then: [MessageID]

  init(
    _ name: String, in run: RunID = "short", at question: QuestionID, _ lines: [String], then: [MessageID]
  ) {
    (testDescription, self.run, self.question, self.lines, self.then) = (name, run, question, lines, then)
  }
}

@Suite("What is missing")
struct FindingTests {
  private static let short: QuestionID = "birds.seen.short"

  static let found = [
    Found("a required question without an answer", at: "walk.start.club", [], then: ["question-unanswered"]),
    Found("an answer", at: "walk.start.club", ["A"], then: []),
    Found("an answer that was deleted", at: "walk.start.club", ["A", "/delete 1"], then: ["question-unanswered"]),
    Found(
      "a required question that was skipped", at: "walk.plan.weather", ["/goto weather", "/skip fog"],
      then: ["question-skipped-why"]),
    Found(
      "a skipped question that was answered", at: "walk.plan.weather", ["/goto weather", "/skip", "/back", "sun"],
      then: []),
    Found("an optional question", at: "walk.plan.hours", [], then: []),
    Found("a required question of another run", at: "walk.plan.notes", [], then: []),
    Found(
      "a required question with a least of 0", in: "long", at: "walk.plan.notes", [], then: ["question-unanswered"]),
    Found(
      "and once the room has stood before it", in: "long", at: "walk.plan.notes", ["/goto walk.plan.notes"], then: []),
    Found("too few", at: "birds.seen.list", ["/goto birds.seen.list", "Jay"], then: ["too-few-answers"]),
    Found("a gap", at: short, birds + ["/goto birds.seen.short", "Nest | ~ | lake"], then: ["answer-incomplete"]),
    Found(
      "a gap the run does not ask for is none", at: short, birds + ["/goto birds.seen.short", "Nest | 1 | lake"],
      then: []),
    Found(
      "a lost reference", at: short, birds + ["/goto birds.seen.short", "Nest | 1 | lake", "/delete BIRD1"],
      then: ["reference-lost"]),
    Found(
      "a reference that is back", at: short,
      birds + ["/goto birds.seen.short", "Nest | 1 | lake", "/delete BIRD1", "/undo"], then: []),
    Found(
      "a person who has left", in: "long", at: "birds.seen.table",
      people + birds + [
        "/goto birds.seen.table",
        "Nest | 1 | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | KH | KH, OL", "/delete walk.start.people#1",
      ], then: ["reference-lost", "reference-lost"]),
  ]

  @Test(arguments: found) func itIsFound(_ row: Found) throws {
    let room = try TestSession(.odd, run: row.run, hearing: row.lines)
    #expect(room.findings.filter { $0.question == row.question }.map(\.message) == row.then)
  }

  @Test func findingsComeInTheOrderOfTheWalk() throws {
    let room = try TestSession(.odd, run: "long")
    #expect(room.findings.map(\.question) == ["walk.start.club", "walk.plan.weather", "walk.plan.notes"])
    #expect(room.findings.allSatisfy { $0.severity == .error })
  }
}
