import FacilitationFixtures
import SessionFixtures
import Testing
import Text
import Workshop

@testable import Draft
@testable import Facilitation

/// What the room is told and shown about the iterations of a project, and what its documents say.
@Suite struct IterationRoomTests {
  private func room(_ lines: [String]) throws -> (rooms: Rooms, room: Interpreter) {
    let rooms = try Rooms(.project)
    var room = try rooms.open("project", language: "en", run: "whole")
    for line in lines { _ = try room.hear(line) }
    return (rooms, room)
  }

  private func look(_ line: String, _ room: inout Interpreter) throws -> [String] {
    guard case .lines(let lines) = try room.hear(line).display else { return [] }
    return lines.map(\.plainText)
  }

  private static let second =
    foundation + [
      "/iteration next anyway IT2 | ~ | ~ | 2026-09-01", "/goto p.goals", "Be kind", "", "/delete GOAL2",
      "/edit KPI1 Hours | GOAL1 | 4", "/goto p.learnt", "It snows",
    ]

  @Test func theyAreListed() throws {
    var (_, room) = try room(IterationRoomTests.second)
    #expect(
      try look("/iteration", &room) == [
        "Iterations", "  1  foundation",
        "     10 February 2026 – 1 September 2026 · closed · work items done: 1 of 2", "     Aim: Lay the ground",
        "▸ 2  focus: Webcare", "     from 1 September 2026 · under way · work items done: 0 of 1",
        "     Aim: Answer", "One answer is carried over and not confirmed yet.",
        "/iteration next closes this iteration and begins the next; /iteration done 2",
        "marks a work item as delivered.",
      ])
  }

  @Test func anEarlierOneIsLookedAt() throws {
    var (_, room) = try room(IterationRoomTests.second)
    #expect(
      try look("/show p.goals --iteration 1", &room).contains { $0.contains("Be found") })
    #expect(try !look("/show p.goals", &room).contains { $0.contains("Be found") })
    #expect(try look("/why GOAL2 --iteration 1", &room).contains { $0.contains("GOAL2") })
    let why = try look("/why GOAL1", &room)
    #expect(why.contains("Arose in iteration 1 (foundation)."))
    #expect(why.contains("Last confirmed in iteration 2."))
    #expect(try look("/why GOAL3", &room).contains("Arose in iteration 2 (focus: Webcare)."))
    #expect(try look("/map", &room).contains { $0.contains("answered for the whole project") })
  }

  @Test func whatIsCarriedIsMarkedAndEnterIsExplained() throws {
    var (_, room) = try room(foundation + ["/iteration next anyway IT2 | ~ | ~ | 2026-09-01", "/goto p.goals"])
    let view = QuestionView(
      session: room.session, localization: room.localization, size: WindowSize(columns: 80, rows: 24))
    let lines = view.lines(note: nil).map(\.plainText)
    #expect(lines.first?.contains("iteration 2") == true)
    #expect(lines.contains("Enter confirms GOAL1, /edit GOAL1 changes it, /confirm confirms all 2."))
    #expect(lines.contains { $0.contains("Answer fast") && $0.contains("↷ from iteration 1") })
    #expect(try room.hear("").sentence == "Confirmed: GOAL1.")
  }

  private func texts(_ id: SectionID, _ room: Interpreter) -> [String] {
    let document = Document(draftOf: room.session, in: room.localization)
    return document.parts.filter { $0.id == id }.flatMap(\.blocks).flatMap(\.texts).map(\.text)
  }

  @Test func theReportSaysWhatThisOneDecidedAndChanged() throws {
    let (_, room) = try room(IterationRoomTests.second)
    let report = texts("doc.report", room)
    #expect(report.contains("New: GOAL3 Be kind"))
    #expect(report.contains("Ended: GOAL2 Be found"))
    #expect(report.contains("Changed: KPI1 Hours – Target: from 8 to 4"))
    #expect(report.contains { $0.hasPrefix("Not delivered: ") })
    #expect(!report.contains { $0.contains("Analysis") }, "what was delivered earlier is not reported again")
    let all = texts("doc.all", room)
    #expect(all.contains("Iteration 1 – foundation (10 February 2026 – 1 September 2026)"))
    #expect(all.contains { $0.contains("Analysis") && $0.hasSuffix("– in the cabinet") })
    #expect(all.contains("It rains") && all.contains("It snows"))
    #expect(texts("doc.focuses", room).contains { $0.contains("Be kind") })
    #expect(!texts("doc.focuses", room).contains { $0.contains("Answer fast") })
  }

  @Test func aSittingWithoutIterationsHasNoneToReport() throws {
    let (_, room) = try room(["/goto p.goals", "Answer fast"])
    for id in ["doc.report", "doc.all", "doc.focuses"] as [SectionID] {
      #expect(!texts(id, room).contains { $0.contains("Answer fast") })
    }
  }

  @Test func threeIterationsAreToldAsAScriptAndGiveTheSameSession() throws {
    var (rooms, room) = try room(IterationRoomTests.second)
    let rest = [
      "/goto p.best", "GOAL1 2, GOAL3 1", "/iteration end anyway 2026-12-01",
      "/iteration next cooperation | ~ | Together | 2027-01-11", "/goto p.together", "One desk", "/confirm GOAL1",
      "/iteration next anyway focus | Jobs | ~ | 2027-03-01", "/undo", "/iteration done 2",
    ]
    for line in rest { _ = try room.hear(line) }
    #expect(room.session.iterations.number == 3)
    let written = try rooms.script("project")
    #expect(!written.contains("#+"), "all of it can be typed")
    _ = try rooms.replay(written, as: "again")
    #expect(try rooms.script("again") == written)
    let (left, right) = (try rooms.read("project"), try rooms.read("again"))
    #expect(left.withoutHistory == right.withoutHistory)
    #expect(left == room.session)
  }
}
