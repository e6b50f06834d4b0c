import FacilitationFixtures
import Foundation
import Testing

@testable import Draft

/// `plenum tables`: what many workshops hold, for a database.
struct TablesTests {
  private func folder() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["bergen-bakery.nb", "gemeente-waterlo.nl"] {
      let played = try await Program.run(
        [
          "replay", "\(repository)/Sessions/\(name).plenum", "--into", String(name.dropLast(3)), "--pace", "instant",
          "--at", "2026-02-10T08:00:00Z", "--every", "600",
        ], in: folder)
      #expect(played.status == 0, "\(played.errors)")
    }
    #expect(try await Program.run(["measure", "bergen-bakery", "KPI1=170"], in: folder).status == 0)
    return folder
  }

  @Test func eachTableHasItsColumnsAndTheSameRowsInBothFiles() async throws {
    let folder = try await folder()
    let written = try await Program.run(["tables", "--output", "tables"], in: folder)
    #expect(written.status == 0, "\(written.errors)")
    for table in WorkshopTable.all {
      let rows = try folder.text("tables/\(table.name).csv").components(separatedBy: "\r\n").dropLast()
      #expect(rows.first == table.columns.joined(separator: ","))
      #expect(rows.count > 1, "\(table.name) has rows")
      let lines = try folder.text("tables/\(table.name).jsonl").split(separator: "\n")
      #expect(lines.count == rows.count - 1, "\(table.name)")
      let article = try String(contentsOfFile: TablesTests.article, encoding: .utf8)
      let documented = table.columns.dropFirst().allSatisfy { article.contains("`\($0)`") }
      #expect(article.contains("| `\(table.name)` |") && documented, "\(table.name) is explained")
    }
  }

  @Test func oneThatCannotBeReadIsNamedAndTheOthersAreThere() async throws {
    let folder = try await folder()
    try folder.write("no journal\n", to: "Sessions/gemeente-waterlo/journal.jsonl")
    let written = try await Program.run(["tables", "--output", "tables"], in: folder)
    #expect(written.status == 65 && written.errors.contains("gemeente-waterlo: "), "\(written.errors)")
    #expect(try folder.text("tables/sessions.jsonl").split(separator: "\n").count == 1)
  }

  private static let article = repository + "/Sources/plenum/Plenum.docc/ManyWorkshops.md"
  private static let python = repository + "/.build/readers/bin/python"

  /// Each question of the article gets an answer from DuckDB, which `Scripts/test` installs.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: python), "Python's readers are not installed"))
  func theArticleAsksWhatCanBeAnswered() async throws {
    let folder = try await folder()
    #expect(try await Program.run(["tables", "--output", "tables"], in: folder).status == 0)
    let asked = try await Program.shell(
      "cd tables && '\(TablesTests.python)' '\(repository)/Tests/PlenumTests/Readers/tables.py' '\(TablesTests.article)'",
      in: folder)
    #expect(asked.status == 0, "\(asked.errors)")
    let answers = asked.output.split(separator: "\n")
    #expect(answers.count == 4 && answers.allSatisfy { $0 != "0" }, "\(asked.output)")
  }
}
