import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// `plenum replay` as it is typed: into which session, with what expected, of which version, and how it ends.
struct ReplayCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) async throws -> Program.Outcome {
    try await Program.run(arguments, in: folder)
  }

  private func journal(_ name: String) -> String { (try? folder.text("Sessions/\(name)/journal.jsonl")) ?? "" }

  @Test func dryItLeavesNothing() async throws {
    try folder.write("Bakery\n/quit\n", to: "x.plenum")
    let outcome = try await run("replay", "x.plenum", "--dry-run")
    #expect(outcome.errors == "2 lines replayed; nothing was saved.\n")
    #expect(outcome.status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Sessions"))
  }

  @Test func aSessionThatIsThereIsGoneOnInOnlyWhenThatIsSaid() async throws {
    try folder.write("/goto situation.internal.offering\nBread\n", to: "x.plenum")
    try folder.write("/edit 1 Rye bread\nBuns\n", to: "y.plenum")
    _ = try await run("replay", "x.plenum", "--into", "bakery")
    let refused = try await run("replay", "y.plenum", "--into", "bakery")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("carry on in it with --continue"))
    let missing = try await run("replay", "y.plenum", "--into", "nowhere", "--continue")
    #expect(missing.status == 66)
    let outcome = try await run("replay", "y.plenum", "--into", "bakery", "--continue")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let shown = try await run("show", "bakery")
    #expect(shown.output.contains("1  Rye bread") && shown.output.contains("2  Buns"))
    let checked = try await run("doctor", "Sessions/bakery/journal.jsonl")
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
  }

  @Test func whatIsRedactedByAScriptLeavesTheSessionItGoesOnIn() async throws {
    try folder.write("/goto situation.internal.offering\nThe secret recipe\nBuns\n", to: "x.plenum")
    try folder.write("/redact 1\nCoffee\n", to: "y.plenum")
    _ = try await run("replay", "x.plenum", "--into", "bakery")
    #expect(journal("bakery").contains("secret recipe"))
    let outcome = try await run("replay", "y.plenum", "--into", "bakery", "--continue")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!journal("bakery").contains("secret recipe"))
    #expect(journal("bakery").contains("Coffee"))
  }

  @Test func anOpenSessionIsNotGoneOnIn() async throws {
    try folder.write("Bakery\n", to: "x.plenum")
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    let outcome = try await run("replay", "x.plenum", "--into", "test", "--continue")
    #expect(outcome.status == 75)
  }

  @Test(arguments: ["harbour-museum.en", "bergen-bakery.nb", "gemeente-waterlo.nl"])
  func aJournalIsPlayedIntoTheSameSession(_ script: String) async throws {
    let path = "\(repository)/Sessions/\(script).plenum"
    _ = try await run("replay", path, "--into", "first", "--at", "2026-02-10T08:00:00Z", "--every", "45")
    for (typed, name) in [
      ("first", "by-name"), ("Sessions/first", "by-folder"), ("Sessions/first/journal.jsonl", "file"),
    ] {
      let outcome = try await run("replay", typed, "--into", name)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for command in [["transcript"], ["show"], ["check"]] {
        let (left, right) = (
          try await Program.run(command + ["first"], in: folder), try await Program.run(command + [name], in: folder)
        )
        #expect(left.output.split(separator: "\n") == right.output.split(separator: "\n"), "\(command)")
      }
      guard name == "file" else { continue }
      _ = try await run("export", "first", "--to", "markdown,json", "--output", "a")
      _ = try await run("export", name, "--to", "markdown,json", "--output", "b")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a").sorted()
      #expect(files.count >= 2)
      for file in files {
        let other = file.replacing("first", with: name)
        #expect(try folder.text("a/" + file) == folder.text("b/" + other), "\(file)")
      }
    }
  }

  /// A number in a script means what it meant when the script was written.
  @Test(arguments: [
    ("# plenum 1\n", ["  2  Cakes", "  3  Rolls"]), ("# plenum 2\n", ["  1  Buns", "  2  Cakes"]),
    ("", ["  1  Buns", "  2  Cakes"]),
  ])
  func numbersMeanWhatTheyMeantInTheFormOfTheScript(_ head: String, _ shown: [String]) async throws {
    let lines = [
      "/goto situation.internal.offering", "Bread", "Buns", "Rolls", "/delete 1", "/edit 2 Cakes", "/list",
      "#= What we offer",
    ]
    try folder.write(head + (lines + shown.map { "#= \($0)" }).joined(separator: "\n") + "\n/quit\n", to: "x.plenum")
    let outcome = try await run("replay", "x.plenum", "--check")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test func anAnswerThatIsNotAsExpectedEndsWithOne() async throws {
    try folder.write("# plenum 1\nBakery\n#= Saved…\n/list\n#= Organisation\n#=   1  Cafe\n/quit\n", to: "x.plenum")
    let outcome = try await run("replay", "x.plenum", "--check")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.split(separator: "\n").map(String.init) == [
        "x.plenum:6: the answer is not as expected.", "  4 | /list", "  5 | #= Organisation",
        "expected:   1  Cafe", "found:   1  Bakery",
      ])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Sessions"))
    let accepted = try await run("replay", "x.plenum", "--accept")
    #expect(accepted.status == 0)
    #expect(accepted.errors.contains("x.plenum: 1 expectation rewritten."))
    #expect(
      try folder.text("x.plenum") == "# plenum 1\nBakery\n#= Saved…\n/list\n#= Organisation\n#=   1  Bakery\n/quit\n")
    let checked = try await run("replay", "x.plenum", "--check")
    #expect(checked.status == 0)
    #expect(checked.errors.contains("2 answers are as expected."))
  }

  @Test(
    "The worked workshops check themselves", arguments: workedWorkshops, ["en_GB.UTF-8", "nl_NL.UTF-8"])
  func theWorkedWorkshopsCheckThemselves(_ script: String, _ locale: String) async throws {
    let outcome = try await Program.run(
      ["replay", "\(repository)/Sessions/\(script)", "--check", "--at", "2026-09-15T08:00:00Z", "--every", "60"],
      in: folder, environment: ["LC_ALL": locale, "TZ": "Pacific/Auckland"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    let text = try String(contentsOfFile: "\(repository)/Sessions/\(script)", encoding: .utf8)
    #expect(text.components(separatedBy: "\n#= ").count > 4)
  }

  @Test func whatNobodyHearsIsReplyByNobody() async throws {
    try folder.write("Bakery\n/quit\n/list\n#= Organisation\n", to: "x.plenum")
    let outcome = try await run("replay", "x.plenum", "--check")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("found: (nothing)"))
  }

  @Test func aRefusedLineRewritesNothing() async throws {
    let script = "Bakery\n#= Lost.\n/nxt\n"
    try folder.write(script, to: "x.plenum")
    let outcome = try await run("replay", "x.plenum", "--accept")
    #expect(outcome.status == 65)
    #expect(try folder.text("x.plenum") == script)
  }

  @Test func whatHasNoPlaceInThisVersionIsNamedAndKept() async throws {
    let script = """
      # plenum 1
      # method: social-media-plan 0
      Bakery
      /goto frame.session.weather
      Sunny
      /park The roof
      /goto frame.scope.level
      galaxy
      brand
      """
    try folder.write(script + "\n", to: "old.plenum")
    let outcome = try await run("replay", "old.plenum", "--into", "x")
    #expect(outcome.status == 65)
    for text in [
      "old.plenum was recorded with version 0 of social-media-plan", "old.plenum:4: No question is called",
      "old.plenum:5: this line was ignored", "old.plenum:8: “Scope”: choose from",
      "3 lines have no place in this version of the method; they are kept in Sessions/x/left-out.plenum.",
      "“Participants”: this run needs an answer here; /goto frame.people.participants takes you there.",
    ] {
      #expect(outcome.errors.contains(text), "\(text): \(outcome.errors)")
    }
    #expect(!outcome.errors.contains("“Scope”: this run needs"))
    let kept = "# plenum 1\n# method: social-media-plan 0\n\n/goto frame.session.weather\nSunny\ngalaxy\n"
    #expect(try folder.text("Sessions/x/left-out.plenum") == kept)
    let shown = try await run("show", "x")
    #expect(shown.output.contains("brand"))
  }

  @Test func aScriptForThisVersionSaysNothingOfIt() async throws {
    try folder.write("# plenum 2\n# method: social-media-plan 1\nBakery\n", to: "x.plenum")
    let outcome = try await run("replay", "x.plenum", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "1 line replayed; nothing was saved.\n")
  }

  @Test func aJournalOfAnotherVersionNamesWhatHasNoPlace() async throws {
    try folder.write("Bakery\n/goto situation.internal.offering\nBread\n", to: "x.plenum")
    _ = try await run("replay", "x.plenum", "--into", "x")
    // The checksum is another one then, which is said and no more.
    let old = journal("x").replacing("\"methodVersion\":\"1\"", with: "\"methodVersion\":\"0\"")
      .replacing("situation.internal.offering", with: "situation.internal.weather")
    try folder.write(old, to: "Sessions/x/journal.jsonl")
    let outcome = try await run("replay", "x", "--into", "y")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("the method no longer has the question situation.internal.weather"))
    #expect(try folder.text("Sessions/y/left-out.plenum").contains("/goto situation.internal.weather\nBread\n"))
    #expect(journal("y").contains("Bread"))
  }

  /// What is asked for, how it ends, and what is said.
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Case(arguments: ["nowhere"], status: 66, says: "There is no script or session “nowhere”"),
    Case(arguments: ["x.plenum", "--pace", "typed"], status: 64, says: "The pace typed needs a terminal"),
    Case(arguments: ["x.plenum", "--pace", "slow"], status: 64, says: "'slow'"),
    Case(arguments: ["x.plenum", "--check", "--pace", "step"], status: 64, says: "needs a terminal"),
    Case(arguments: ["x.plenum", "--continue"], status: 64, says: "--into"),
    Case(arguments: ["x.plenum", "--into", "s", "--continue", "--dry-run"], status: 64, says: "--into"),
    Case(arguments: ["s", "--into", "s", "--continue"], status: 64, says: "A session is replayed into a new one"),
    Case(arguments: ["x.plenum", "--speed", "0"], status: 64, says: "--speed takes a number from 0.25 to 64"),
    Case(arguments: ["x.plenum", "--idle", "-1"], status: 64, says: "idle"),
    Case(arguments: ["other.plenum"], status: 65, says: "was written for the method birds"),
    Case(arguments: ["language.plenum"], status: 65, says: "“xx” is not on the list"),
    Case(arguments: ["run.plenum"], status: 65, says: "“marathon” is not one of the runs"),
    Case(arguments: ["torn"], status: 66, says: "torn"),
  ]) func wrongUsage(_ row: Case) async throws {
    try folder.write("Bakery\n", to: "x.plenum")
    try folder.write("# plenum 1\n# method: birds 1\nBakery\n", to: "other.plenum")
    try folder.write("# plenum 1\n# language: xx\nBakery\n", to: "language.plenum")
    try folder.write("# plenum 1\n# run: marathon\nBakery\n", to: "run.plenum")
    _ = try await run("replay", "x.plenum", "--into", "s")
    let outcome = try await Program.run(["replay"] + row.arguments, in: folder)
    #expect(outcome.status == row.status)
    #expect(outcome.errors.contains(row.says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
