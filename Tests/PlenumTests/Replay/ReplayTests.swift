import FacilitationFixtures
import Testing

@testable import Facilitation
@testable import plenum

/// `plenum replay`: scripts, their errors, and what is kept of them.
struct ReplayTests {
  @Test func bakeryGivesItsDraft() async throws {
    let folder = try TemporaryFolder()
    let replayed = try await Program.run(
      ["replay", repository + "/Sessions/bergen-bakery-core.nb.plenum", "--into", "bakery"], in: folder)
    #expect(replayed.errors.contains("“bakery”"))
    #expect(replayed.status == 0)
    let exported = try await Program.run(["export", "bakery", "--to", "markdown", "--document", "all"], in: folder)
    #expect(exported.output.hasPrefix("Sessions/bakery/bakery-strategi.md\n"))
    let expected: KeyValuePairs = [
      ("strategi", "## Mål"): [
        "| Flere innom på hverdager etter kl. 14 gjennom sosiale medier |", "| 0 | 180 | 30.11.2026 | Kari Hauge |",
      ],
      ("kpi-skjema", "## KPI-skjema"): [
        "### OBJ2 Kundene får svar samme dag", "| KPI3 | Median første svartid |", "1\u{A0}080 | 120",
      ],
      ("krisehandbok", "## Krisehåndbok"): [
        "| LVL3 | 3 rød: krise |", "| Ingrid Aase | Ingrid Aase | 30\u{A0}min |", "> Vi har sett bildet",
      ],
    ]
    for (place, texts) in expected {
      let lines = try folder.text("Sessions/bakery/bakery-\(place.0).md").split(separator: "\n").map(String.init)
      let section = lines.drop { $0 != place.1 }.dropFirst().prefix { !$0.hasPrefix("## ") }
      for text in texts { #expect(section.contains { $0.contains(text) }, "\(text) under \(place)") }
    }
    let checked = try await Program.run(["check", "bakery"], in: folder)
    #expect(checked.status == 0)
  }

  @Test func everyAnswerOfTheScriptStandsInADocument() async throws {
    let folder = try TemporaryFolder()
    let script = repository + "/Sessions/bergen-bakery-core.nb.plenum"
    _ = try await Program.run(["replay", script, "--into", "bakery"], in: folder)
    _ = try await Program.run(
      ["export", "bakery", "--to", "markdown", "--document", "all", "--output", "all"], in: folder)
    let read = try await Program.shell("cat all/*.md", in: folder)
    let documents = read.output.filter { $0 != "\\" }
    let shown = try await Program.run(["show", "bakery"], in: folder)
    for line in shown.output.split(separator: "\n") where line.hasPrefix("  ") {
      let cells = line.split(separator: "|").map { $0.drop { $0.isWhitespace } }.dropFirst()
      // Documents set what is referred to in words.
      for cell in cells
      where cell.count > 12 && !cell.allSatisfy({ $0.isUppercase || $0.isNumber || ", ".contains($0) }) {
        let text = cell.reversed().drop { $0.isWhitespace }.reversed().map(String.init).joined()
        #expect(documents.contains(text), "\(text)")
      }
    }
  }

  /// A script, what is said about it, and how it ends.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var script: String
    var arguments: [String] = []
    var says: [String]
    var status: Int32
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "an unknown command", script: "# plenum 1\n\nBakeri\n/nxt\n/next\n",
      says: ["x.plenum:4: There is no command “/nxt”; did you mean /next?", "is saved in “x”"], status: 65),
    Case(
      name: "a wrong cell names what was expected", script: "/goto frame.session.date\n31.02.2026\n",
      says: ["x.plenum:2: “Session date”: type a date, such as 31 December 2026; “31.02.2026” is not one."], status: 65),
    Case(
      name: "all mistakes with --keep-going", script: "/nxt\nBakeri\n/bakc\n", arguments: ["--keep-going"],
      says: ["x.plenum:1: ", "x.plenum:3: ", "1 line replayed"], status: 65),
    Case(
      name: "a line that is not UTF-8", script: "Bakeri\n/next\nBYTE\n",
      says: ["x.plenum:3: this line is not UTF-8"], status: 65),
    Case(
      name: "a look at something that is not there", script: "/show nothing-of-the-kind\n",
      says: ["x.plenum:1: No question is called"], status: 65),
    Case(name: "blank lines and remarks", script: "\n# a\n   \nBakeri\n/quit\n/never\n", says: ["2 lines"], status: 0),
    Case(name: "a time that is none", script: "x\n", arguments: ["--at", "soon"], says: ["“soon”"], status: 64),
    Case(
      name: "a name that no session can have", script: "x\n", arguments: ["--into", "../x"], says: ["“../x”"],
      status: 64),
  ]) func scriptsAndTheirErrors(_ row: Case) async throws {
    let folder = try TemporaryFolder()
    var bytes = Array(row.script.utf8)
    if let place = row.script.firstRange(of: "BYTE") {
      let start = row.script.utf8.distance(from: row.script.startIndex, to: place.lowerBound)
      bytes.replaceSubrange(start..<start + 4, with: [0xE5])
    }
    try folder.write(bytes, to: "x.plenum")
    let outcome = try await Program.run(["replay", "x.plenum"] + row.arguments, in: folder)
    for text in row.says { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
    #expect(outcome.status == row.status)
    #expect(outcome.output.isEmpty)
  }

  @Test func whatCameBeforeARefusedLineIsSaved() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Bakeri\n/next\nmerke\n/nei\n", to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum"], in: folder)
    let shown = try await Program.run(["show", "x"], in: folder)
    #expect(shown.output.contains("Bakeri"))
  }

  @Test func aNameThatIsTakenIsRefused() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Bakeri\n", to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum", "--into", "x"], in: folder)
    let again = try await Program.run(["replay", "x.plenum", "--into", "x"], in: folder)
    #expect(again.status == 73)
    #expect(
      again.errors.hasPrefix("There is already a session “x”; choose another name, or carry on in it with --continue."))
  }
}
