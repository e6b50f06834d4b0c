import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

@Suite("The list of sessions")
struct ListTests {
  /// A folder with a session that is fine, one that is damaged, one of which there are two versions, and one that is
  /// none.
  private func folder() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "/language nb\nKringla & Korn AS\n/goto situation.internal.offering\nBrød\nBoller\n", to: "x.plenum")
    for name in ["fine", "damaged", "double", "none"] {
      let played = try await Program.run(
        ["replay", "x.plenum", "--into", name, "--at", "2026-02-10T09:00:00Z"], in: folder)
      #expect(played.status == 0, "\(played.errors)")
    }
    let journal = try folder.text("Sessions/double/journal.jsonl")
    try folder.write(journal, to: "Sessions/double/journal (conflicted copy).jsonl")
    let lines = journal.split(separator: "\n").map(String.init)
    try folder.write(lines.dropLast().joined(separator: "\n") + "\n", to: "Sessions/double/journal.jsonl")
    var damaged = lines
    damaged[2] = "x" + damaged[2]
    try folder.write(damaged.joined(separator: "\n") + "\n", to: "Sessions/damaged/journal.jsonl")
    try folder.write("\u{1B}[31mno journal\n", to: "Sessions/none/journal.jsonl")
    return folder
  }

  @Test func everySessionIsListedWhateverItsState() async throws {
    let listed = try await Program.run(["list"], in: try await folder())
    #expect(listed.status == 0)
    let rows = Dictionary(
      listed.output.split(separator: "\n").map { ($0.split(separator: " ").first.map(String.init) ?? "", String($0)) },
      uniquingKeysWith: { first, _ in first })
    #expect(rows["Session"]?.contains("Title") == true)
    let fine = try #require(rows["fine"]).split(separator: " ").map(String.init)
    #expect(fine.prefix(6) == ["fine", "fine", "nb", "core", "2/27", "2026-02-10"])
    #expect(fine.contains("!"))
    for (name, state) in [("damaged", "damaged"), ("double", "two versions"), ("none", "unreadable")] {
      #expect(rows[name]?.hasSuffix(state) == true, "\(rows[name] ?? "")")
      #expect(listed.errors.contains("\(name): "), "\(listed.errors)")
    }
    #expect(!(listed.output + listed.errors).contains("\u{1B}"))
  }

  @Test func jsonHasTheSameMembersForEachOfThem() async throws {
    let listed = try await Program.run(["list", "--format", "json"], in: try await folder())
    let parsed = try JSONSerialization.jsonObject(with: Data(listed.output.utf8))
    let sessions = try #require(parsed as? [[String: Any]])
    let members: Set = [
      "name", "title", "method", "language", "run", "answered", "required", "created", "changed", "closed", "findings",
      "behind",
      "state", "problem",
    ]
    #expect(sessions.count == 4)
    for session in sessions { #expect(Set(session.keys) == members) }
    let byName = Dictionary(
      sessions.map { ($0["name"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    #expect(
      byName["fine"]?["answered"] as? Int == 2 && byName["fine"]?["changed"] as? String == "2026-02-10T09:00:00.000Z")
    #expect(
      byName.mapValues { $0["state"] as? String } == [
        "fine": "fine", "damaged": "damaged", "double": "conflicted", "none": "unreadable",
      ])
    #expect(byName["none"]?["title"] is NSNull)
    #expect(try await Program.run(["list", "--format", "json"], in: try TemporaryFolder()).output == "[]\n")
  }

  @Test(arguments: [60, 80, 120]) func theTableFitsTheWindow(_ columns: Int) async throws {
    let folder = try await folder()
    let title = "Kringla & Korn bakeri, konditori og kaffebar i Bergen sentrum og omegn"
    try folder.write("x\n", to: "y.plenum")
    _ = try await Program.run(
      ["replay", "y.plenum", "--into", title.lowercased().replacing(" ", with: "-")], in: folder)
    let terminal = try Program.open(["list"], in: folder, columns: columns, rows: 16)
    #expect(try terminal.waitForExit() == .code(0))
    let lines = terminal.screen.lines
    let head = try #require(lines.first { $0.contains("Session") })
    #expect(head.contains("Title") && head.contains("Answered") && head.contains("State"))
    #expect(head.contains("Language") == (columns > 60))
    // No row is broken: each begins with the name of a session.
    for name in ["fine", "damaged", "double", "none", "kringla"] {
      #expect(lines.contains { $0.hasPrefix(name) }, "\(lines)")
    }
    #expect(lines.contains { $0.contains("…") })
  }

  @Test(arguments: [(30, 0), (80, 1), (nil, 1)]) func findingsAreCountedOnlyWhereTheyAreShown(
    _ columns: Int?, _ times: Int
  ) throws {
    let room = try Rooms().remembering()
    var counted = 0
    let clock = Moment(millisecondsSince1970: 1_770_710_400_000)
    let workshop = SessionSummary.Workshop(
      title: "Kringla & Korn", method: "social-media-plan", language: "nb", run: "core", answered: 2, required: 27,
      created: clock, changed: clock, isClosed: false, behind: 0,
      countFindings: {
        counted += 1
        return [.error: 3, .note: 1]
      })
    let summary = SessionSummary(name: "kringla-og-korn", workshop: workshop, state: .fine, problem: nil)
    let table = SessionTable(
      summaries: [summary], words: room.localization.language, day: WallClock.still(at: clock).day)
    #expect(table.text(columns: columns).contains("! 3  · 1") == (times == 1))
    #expect(counted == times)
  }

  @Test func aSessionThatIsOpenIsShownAsOpen() async throws {
    let folder = try await folder()
    let terminal = try Program.open(["resume", "fine"], in: folder)
    try terminal.wait(for: "Boller")
    let listed = try await Program.run(["list"], in: folder)
    #expect(listed.output.split(separator: "\n").contains { $0.hasPrefix("fine ") && $0.hasSuffix("open") })
    #expect(listed.errors.contains("fine: It is open: "))
    try terminal.type("/quit\r/quit\r")
    _ = try terminal.waitForExit()
    let later = try await Program.run(["list"], in: folder)
    #expect(!later.errors.contains("fine: It is open: "))
  }
}
