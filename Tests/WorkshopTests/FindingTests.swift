import StillRoom
import Testing
import Workshop

/// Lines that are heard, and what is missing under one question then.
struct Found: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let run: RunID
  let lines: [String]
  let question: QuestionID
  let then: [Finding.Problem]

  init(
    _ name: String, in run: RunID = "short", at question: QuestionID, _ lines: [String], then: [Finding.Problem]
  ) {
    (testDescription, self.run, self.question, self.lines, self.then) = (name, run, question, lines, then)
  }
}

@Suite("What is missing")
struct FindingTests {
  private static let short: QuestionID = "birds.seen.short"
  private static let nest: Handle = "birds.seen.short#1"

  static let found = [
    Found("a required question without an answer", at: "walk.start.club", [], then: [.unanswered]),
    Found("an answer", at: "walk.start.club", ["A"], then: []),
    Found("an answer that was deleted", at: "walk.start.club", ["A", "/delete 1"], then: [.unanswered]),
    Found(
      "a required question that was skipped", at: "walk.plan.weather", ["/goto weather", "/skip fog"],
      then: [.skipped(reason: "fog")]),
    Found(
      "a skipped question that was answered", at: "walk.plan.weather", ["/goto weather", "/skip", "/back", "sun"],
      then: []),
    Found("an optional question", at: "walk.plan.hours", [], then: []),
    Found("a required question of another run", at: "walk.plan.notes", [], then: []),
    Found("a required question with a least of 0", in: "long", at: "walk.plan.notes", [], then: [.unanswered]),
    Found(
      "and once the room has stood before it", in: "long", at: "walk.plan.notes", ["/goto walk.plan.notes"], then: []),
    Found("too few", at: "birds.seen.list", ["/goto birds.seen.list", "Jay"], then: [.tooFew(found: 1, least: 2)]),
    Found("a gap", at: short, birds + ["/goto birds.seen.short", "Nest | ~ | lake"], then: [.gap(nest, "bird")]),
    Found(
      "a gap the run does not ask for is none", at: short, birds + ["/goto birds.seen.short", "Nest | 1 | lake"],
      then: []),
    Found(
      "a lost reference", at: short, birds + ["/goto birds.seen.short", "Nest | 1 | lake", "/delete BIRD1"],
      then: [.lostReference(nest, "bird", to: "BIRD1")]),
    Found(
      "a reference that is back", at: short,
      birds + ["/goto birds.seen.short", "Nest | 1 | lake", "/delete BIRD1", "/undo"], then: []),
    Found(
      "a person who has left", in: "long", at: "birds.seen.table",
      people + birds + [
        "/goto birds.seen.table",
        "Nest | 1 | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | KH | KH, OL", "/delete walk.start.people#1",
      ], then: [.lostReference("SEE1", "who", to: "KH"), .lostReference("SEE1", "crew", to: "KH")]),
  ]

  @Test(arguments: found) func itIsFound(_ row: Found) throws {
    let room = try StillRoom(.odd, run: row.run, hearing: row.lines)
    #expect(room.session.findings.filter { $0.question == row.question }.map(\.problem) == row.then)
  }

  @Test func findingsComeInTheOrderOfTheWalk() throws {
    let room = try StillRoom(.odd, run: "long")
    #expect(room.session.findings.map(\.question) == ["walk.start.club", "walk.plan.weather", "walk.plan.notes"])
    #expect(room.session.findings.allSatisfy { $0.severity == .error })
  }
}
