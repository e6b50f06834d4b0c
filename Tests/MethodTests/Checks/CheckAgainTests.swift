import SessionFixtures
import Testing
import Workshop

/// Lines after which answers are to be checked again, each with what was changed.
struct Marked: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let lines: [String]
  let then: [String]

  init(_ name: String, _ lines: [String], then: [String]) {
    (testDescription, self.lines, self.then) = (name, lines, then)
  }
}

@Suite("What hangs on an answer that was changed")
struct CheckAgainTests {
  private static let revised =
    Said.action + at("post.objectives.smart", "/edit OBJ1 " + Line.objective("More calls"))

  static let rows = [
    Marked("what refers to it", revised, then: ["KPI1 < OBJ1", "ACT1 < OBJ1"]),
    Marked("nothing refers to it", Said.action + ["/edit ACT1 Play"], then: []),
    Marked("the same again", Said.action + ["/edit OBJ1 " + Line.objective()], then: []),
    Marked(
      "a gap that is filled",
      Said.audience + at("post.objectives.smart", Line.objective(metric: "~"))
        + at("kpi.select.sheet", Line.kpi()) + ["/edit OBJ1 " + Line.objective()], then: []),
    Marked("standing before it", revised + at("kpi.select.sheet"), then: ["KPI1 < OBJ1", "ACT1 < OBJ1"]),
    Marked("and going on", revised + at("kpi.select.sheet") + ["/next"], then: ["ACT1 < OBJ1"]),
    Marked("and going anywhere", revised + at("kpi.select.sheet") + ["/back"], then: ["ACT1 < OBJ1"]),
    Marked("the first change after the last", revised + ["/edit KPI1 OBJ1 | Calls"], then: ["ACT1 < KPI1"]),
    Marked("the change taken back", revised + ["/undo"], then: []),
    Marked("and made again", revised + ["/undo", "/redo"], then: ["KPI1 < OBJ1", "ACT1 < OBJ1"]),
    Marked(
      "an older mark stays when a later change is taken back",
      revised + ["/edit KPI1 OBJ1 | Calls", "/undo"], then: ["KPI1 < OBJ1", "ACT1 < OBJ1"]),
    Marked("who depends on it is deleted", revised + ["/delete ACT1"], then: ["KPI1 < OBJ1"]),
    Marked("and comes back", revised + ["/delete ACT1", "/undo"], then: ["KPI1 < OBJ1", "ACT1 < OBJ1"]),
    Marked(
      "the rows of a grid",
      Said.need + at("post.match.grid", "NEED1 x GOAL1: sales | listens") + ["/edit GOAL1 Shrink"],
      then: ["post.match.grid#1 < GOAL1"]),
    Marked(
      "one of several it refers to",
      Said.network + at("post.people.audiences", Line.audience("Students"))
        + ["/edit CH1 " + Line.network(audience: "AUD1, AUD2"), "/edit AUD2 Pupils"], then: ["CH1 < AUD2"]),
  ]

  @Test(arguments: rows) func itIsMarked(_ row: Marked) throws {
    let room = try TestSession(run: "full", hearing: row.lines)
    let found = room.findings.filter { $0.message == "check-again" }
    #expect(
      found.map { finding in
        guard case .answer(let other)? = finding.facts["other"] else { return "" }
        return "\(finding.answer ?? "") < \(other)"
      } == row.then)
    #expect(found.allSatisfy { $0.severity == .note })
  }
}
