import SessionFixtures
import Testing
import Workshop

@testable import Method

/// What a method of one's own can say: conditions together, on steps and on stages, and limits in figures.
@Suite("What a method can say")
struct BetsTests {
  struct Asked: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let question: QuestionID
    let then: Bool
  }

  private static let live = ["/goto bets.state", "live"]
  private static let rich = ["/goto bets.budget", "20,000"]

  static let asked: [Asked] = [
    Asked(testDescription: "none of two conditions", lines: [], question: "bets.pilots", then: false),
    Asked(testDescription: "one of two conditions", lines: live, question: "bets.pilots", then: false),
    Asked(testDescription: "the other of two", lines: rich, question: "bets.pilots", then: false),
    Asked(testDescription: "both conditions", lines: live + rich, question: "bets.pilots", then: true),
    Asked(
      testDescription: "an option that it must not be", lines: ["/goto bets.state", "idea"] + rich,
      question: "bets.pilots", then: false),
    Asked(
      testDescription: "a number that is not above", lines: live + ["/goto bets.budget", "10,000"],
      question: "bets.pilots", then: false),
    Asked(testDescription: "what is not answered", lines: [], question: "bets.quote", then: false),
    Asked(
      testDescription: "what is answered", lines: ["/goto bets.table", "Slots"], question: "bets.quote", then: true),
    Asked(testDescription: "a stage whose time has not come", lines: [], question: "scale.markets", then: false),
    Asked(testDescription: "a stage whose time has come", lines: live, question: "scale.markets", then: true),
    Asked(
      testDescription: "a step that is left out", lines: live + ["/goto bets.budget", "99"], question: "scale.markets",
      then: false),
    Asked(
      testDescription: "the stage's condition and not the question's", lines: ["/goto bets.state", "pilot"],
      question: "scale.team", then: false),
    Asked(testDescription: "the stage's condition and the question's", lines: live, question: "scale.team", then: true),
  ]

  @Test(arguments: asked) func `it is asked or not`(row: Asked) throws {
    let room = try TestSession(.bets, hearing: row.lines)
    let question = try #require(room.session.method.question(row.question))
    #expect(room.session.asks(question) == row.then)
  }

  struct Found: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let then: [MessageID]
  }

  static let found: [Found] = [
    Found(testDescription: "sums within their limits", lines: ["A | AB | 50", "B | OL | 50"], then: []),
    Found(testDescription: "a sum above its limit", lines: ["A | AB | 51", "B | OL | 50"], then: ["too-much"]),
    Found(testDescription: "a sum below its limit", lines: ["A | AB | 9"], then: ["too-little"]),
    Found(
      testDescription: "one owner above the limit", lines: ["A | AB | 50", "B | AB | 31", "C | OL | 6"],
      then: ["owner-busy"]),
    Found(testDescription: "one owner below the limit", lines: ["A | AB | 50", "B | OL | 4"], then: ["owner-idle"]),
  ]

  @Test(arguments: found) func `a limit in figures is kept`(row: Found) throws {
    let people = ["/goto who.people", "AB | Anna", "OL | Ole"]
    let room = try TestSession(.bets, hearing: people + ["/goto bets.table"] + row.lines)
    #expect(room.findings.map(\.message).filter { $0 != "question-unanswered" } == row.then)
  }

  @Test func `a percentage may be as high as the method says`() throws {
    var room = try TestSession(.bets, hearing: ["/goto bets.table", "Slots | ~ | 40 | 3 | 6 weeks | 160"])
    #expect(room.cells("BET1") == ["Slots", "", "40", "3", "6w", "160"])
    #expect(throws: Refusal.self) { try room.hear("More | ~ | 1 | 1 | 1 week | 501") }
  }

  @Test func `nothing is wrong in it`() {
    let files = SessionFixtures.MethodFiles.bets
    let problems = files.library.problems(of: files.name).problems
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: [
    ("bets.budget: above 10000", "bets.table.bet: above 10000"), ("bets.state: not idea", "bets.state: not ideaa"),
    ("bets.table: answered", "bets.tabel: answered"),
    ("asked-when: {bets.state: [live", "asked-when: {bets.state: [lives"),
    ("hidden-when: {bets.budget: below 100}", "hidden-when: {bets.table.bet: below 100}"),
    ("title: quickest", "title: slowest"), ("sorted-by: -impact", "sorted-by: -impcat"),
    ("unless: {bets.state: idea}", "unless: {bets.state: idee}"),
  ])
  func `a mistake in it is found`(old: String, new: String) throws {
    var files = SessionFixtures.MethodFiles.bets
    let text = try #require(files.contents["bets/method.yaml"])
    try #require(text.contains(old))
    files.contents["bets/method.yaml"] = text.replacing(old, with: new)
    let line = text[..<(try #require(text.firstRange(of: old))).lowerBound].count { $0 == "\n" } + 1
    let problems = files.library.problems(of: files.name).problems
    #expect(problems.contains { $0.line == line || $0.file == "bets/en.yaml" }, "\(problems)")
  }
}
