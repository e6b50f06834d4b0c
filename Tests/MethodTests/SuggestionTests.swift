import SessionFixtures
import Testing
import Workshop

/// Lines, and the figure that follows from an answer then; nil for none.
struct Figure: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let lines: [String]
  let answer: Handle
  let then: Computed?

  init(_ name: String, _ lines: [String], of answer: Handle, then: Computed?) {
    (testDescription, self.lines, self.answer, self.then) = (name, lines, answer, then)
  }
}

@Suite("What a question offers, and what follows from its rows")
struct SuggestionTests {
  private func question(_ id: QuestionID, in room: TestSession) throws -> Question {
    try #require(room.session.method.question(id))
  }

  @Test("An offered row has a cell for each column the run asks", arguments: ["core", "half-day", "full"] as [RunID])
  func offeredRowsFit(_ run: RunID) throws {
    var room = try TestSession(run: run, hearing: Said.people)
    try room.hear("/goto crisis.levels.table")
    let levels = try question("crisis.levels.table", in: room)
    let offered = room.session.suggestions(of: levels, in: room.localization)
    #expect(offered.count == 3)
    #expect(try room.session.suggestion("2", in: room.localization) == offered[1])
    for line in offered { try room.hear(line) }
    let place = try #require(levels.columns.firstIndex { $0.id == "first-response" })
    #expect(room.session.answers(to: levels.id).map { $0.cell(at: place) } == ["4h", "60min", "30min"])
  }

  @Test func anExampleOfAShortRunLeavesOtherColumnsOpen() throws {
    let room = try TestSession(run: "full")
    let goals = try question("frame.goals.organisation", in: room)
    let core = try TestSession(run: "core")
    #expect(
      room.session.examples(of: goals, in: room.localization) == core.session.examples(of: goals, in: core.localization)
    )
    let sheet = try question("kpi.select.sheet", in: room)
    let (short, long) = (
      core.session.examples(of: sheet, in: core.localization), room.session.examples(of: sheet, in: room.localization)
    )
    #expect(!short.isEmpty && short.count == long.count)
    #expect(long.contains { $0.contains(" | ~ | ") })
  }

  @Test func anExampleWithEveryCellIsCutForAShortRun() throws {
    let (room, core) = (try TestSession(run: "full"), try TestSession(run: "core"))
    let networks = try question("post.strategy.networks", in: room)
    let places = networks.askedColumns(in: "core")
    let (short, long) = (
      core.session.examples(of: networks, in: core.localization),
      room.session.examples(of: networks, in: room.localization)
    )
    #expect(!short.isEmpty && short.count == long.count)
    for (short, long) in zip(short, long) {
      let cells = long.split(separator: " | ").map(String.init)
      #expect(cells.count == networks.columns.count)
      #expect(places.map { cells[$0] }.joined(separator: " | ") == short)
    }
  }

  @Test func whatIsNotOffered() throws {
    var room = try TestSession(run: "core")
    #expect(throws: Refusal.unknownSuggestion("1", count: 0)) {
      try room.session.suggestion("1", in: room.localization)
    }
    try room.hear("/goto crisis.levels.table")
    for typed in ["0", "4", "x", ""] {
      #expect(throws: Refusal.unknownSuggestion(typed, count: 3)) {
        try room.session.suggestion(typed, in: room.localization)
      }
    }
  }

  // MARK: Figures

  private static func objective(_ from: String, _ to: String, by day: String) -> [String] {
    Said.audience + at("post.objectives.smart", Line.objective(from: from, to: to, by: day))
  }

  private static func value(_ cost: String, _ yield: String) -> [String] {
    Said.objective + at("kpi.value.cost-yield", "OBJ1 | \(cost) | \(yield) | ~ | a guess")
  }

  private static func day(_ text: String) -> Day { Day(iso: text) ?? TestSession.today }

  static let figures = [
    Figure(
      "ten months", objective("0", "100", by: "10.12.2026"), of: "OBJ1",
      then: .monthlyChange("10", from: "0", to: "100", by: day("2026-12-10"))),
    Figure(
      "one decimal below ten", objective("4.3", "4.6", by: "10.05.2026"), of: "OBJ1",
      then: .monthlyChange("0.1", from: "4.3", to: "4.6", by: day("2026-05-10"))),
    Figure(
      "downwards", objective("1080", "120", by: "10.12.2026"), of: "OBJ1",
      then: .monthlyChange("-96", from: "1080", to: "120", by: day("2026-12-10"))),
    Figure(
      "less than a month is a month", objective("0", "50", by: "11.02.2026"), of: "OBJ1",
      then: .monthlyChange("50", from: "0", to: "50", by: day("2026-02-11"))),
    Figure("the deadline is today", objective("0", "50", by: "10.02.2026"), of: "OBJ1", then: nil),
    Figure("the deadline is past", objective("0", "50", by: "09.02.2026"), of: "OBJ1", then: nil),
    Figure("no baseline", objective("~", "50", by: "10.12.2026"), of: "OBJ1", then: nil),
    Figure("no deadline", objective("0", "50", by: "~"), of: "OBJ1", then: nil),
    Figure("a question that computes nothing", Said.goal, of: "GOAL1", then: nil),
    Figure(
      "twice as much comes back", value("1000", "2000"), of: "kpi.value.cost-yield#1", then: .returnOn(percent: "100")),
    Figure("a loss", value("1000", "0"), of: "kpi.value.cost-yield#1", then: .returnOn(percent: "-100")),
    Figure("rounded", value("300", "400"), of: "kpi.value.cost-yield#1", then: .returnOn(percent: "33")),
    Figure("no yield", value("1000", "~"), of: "kpi.value.cost-yield#1", then: nil),
    Figure("no cost", value("0", "1000"), of: "kpi.value.cost-yield#1", then: nil),
  ]

  @Test(arguments: figures) func itFollows(_ row: Figure) throws {
    let room = try TestSession(run: "full", hearing: row.lines)
    let answer = try #require(room.session.answer(row.answer))
    #expect(room.session.computed(answer) == row.then)
  }
}
