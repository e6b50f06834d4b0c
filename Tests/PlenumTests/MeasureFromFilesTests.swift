import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

/// `plenum measure --from`: what files say by themselves, recorded without the room.
struct MeasureFromFilesTests {
  private static let script = """
    # plenum 1
    # language: en
    # run: half-day
    /people add KH | Kari Hauge
    /goto post.objectives.smart
    More people
    /goto kpi.select.sheet
    OBJ1 | Impressions | reach | views | 100 | 2024-12-31 | 800 | 2027-08-29 | count | own | monthly | KH
    OBJ1 | Reach | reach | accounts | 100 | 2024-12-31 | 800 | 2027-08-29 | count | own | monthly | KH

    """

  /// A session with two KPIs, and a file of January 2025 up to a day.
  private func folder(days: Int = 31) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(MeasureFromFilesTests.script, to: "x.plenum")
    let rows = (1...days).map { "2025-01-\($0 < 10 ? "0" : "")\($0),\($0),\($0)\n" }.joined()
    try folder.write("Date,Impressions,Reach\n" + rows, to: "january.csv")
    let played = try await Program.run(["replay", "x.plenum", "--into", "x", "--pace", "instant"], in: folder)
    #expect(played.status == 0, "\(played.errors)")
    return folder
  }

  private func measure(_ arguments: String..., in folder: TemporaryFolder) async throws -> Program.Outcome {
    try await Program.run(["measure", "x"] + arguments, in: folder)
  }

  @Test func aDryRunSaysWhatTheFileGivesAndRecordsNothing() async throws {
    let folder = try await folder()
    let journal = try folder.text("Sessions/x/journal.jsonl")
    let said = try await measure(
      "--from", "january.csv", "--date", "2025-01", "--dry-run", "--format", "json", in: folder)
    #expect(said.status == 0, "\(said.errors)")
    let lines = try #require(try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [[String: Any]])
    #expect(lines.map { $0["kpi"] as? String } == ["KPI1", "KPI2"])
    #expect(lines[0]["number"] as? Int == 496 && lines[0]["incomplete"] as? Bool == false)
    #expect(lines[1]["number"] is NSNull, "people are not added up")
    #expect(try folder.text("Sessions/x/journal.jsonl") == journal)
  }

  @Test func whatItGivesIsRecorded() async throws {
    let folder = try await folder()
    let said = try await measure("--from", "january.csv", "--date", "2025-01", in: folder)
    #expect(said.status == 0 && said.output.contains("KPI1 (January\u{A0}2025): 496"), "\(said.output)\(said.errors)")
    #expect(try folder.text("Sessions/x/journal.jsonl").contains(#""figure":"496""#))
    let shown = try await measure(in: folder)
    #expect(shown.output.contains("496"), "\(shown.output)")
  }

  @Test func aPeriodThatIsPartlyCoveredIsIncomplete() async throws {
    let folder = try await folder(days: 20)
    #expect(try await measure("--from", "january.csv", "--date", "2025-01", in: folder).status == 0)
    #expect(try folder.text("Sessions/x/journal.jsonl").contains(#""coverage":"incomplete""#))
  }

  @Test func aSessionWithoutKPIsSaysSo() async throws {
    let folder = try await folder()
    try folder.write("# plenum 1\n# language: en\n/map\n", to: "y.plenum")
    #expect(try await Program.run(["replay", "y.plenum", "--into", "y"], in: folder).status == 0)
    let said = try await Program.run(["measure", "y", "--from", "january.csv"], in: folder)
    #expect(said.status == 65 && said.errors.contains("kpi.select.sheet"), "\(said.errors)")
  }

  @Test(
    "What cannot be done ends with a status and a reason",
    arguments: [
      (["--from", "nowhere.csv"], 66, "nowhere.csv"), (["--from", "x.plenum"], 65, "x.plenum"),
      (["--from", "january.csv", "--date", "soon"], 64, "soon"), (["KPI1=4", "--from", "january.csv"], 64, "--from"),
      (["--dry-run"], 64, "--from"), (["--from", "january.csv", "--anyway"], 64, "--from"),
    ] as [([String], Int32, String)])
  func refusals(_ arguments: [String], status: Int32, names: String) async throws {
    let folder = try await folder()
    let said = try await Program.run(["measure", "x"] + arguments, in: folder)
    #expect(said.status == status && said.errors.contains(names), "\(said.errors)")
  }

  @Test(arguments: [(80, 24), (60, 16)]) func inTheRoomEnterTakesWhatIsProposed(
    _ columns: Int, _ rows: Int
  ) async throws {
    let folder = try await folder()
    let terminal = try Program.open(["resume", "x"], in: folder, columns: columns, rows: rows)
    try terminal.wait(for: "KPI sheet")
    try terminal.type("/measure from janu\t")
    try terminal.wait(for: "from january.csv")
    try terminal.type(" 2025-01\r")
    try terminal.wait(for: "KPI2 Reach: “Reach” counts each person once")
    // What was said beside it is put away first.
    try terminal.type("\r")
    try terminal.wait(for: "KPI1 Impressions: 496 for January\u{A0}2025")
    try terminal.type("reach\r")
    try terminal.wait(for: "may not be added up")
    try terminal.type("\u{15}\r")
    try terminal.wait(for: "VAL1")
    try terminal.wait(for: "it is not kept")
    try terminal.wait(for: "KPI sheet")
  }
}
