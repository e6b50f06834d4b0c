import FacilitationFixtures
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// The commands of the command line: what they print, where, and how they end.
struct CommandLineTests {
  /// A command, in a folder with the session `bakery`, and what comes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var output: String = ""
    var errors: String = ""
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Case(arguments: ["list"], status: 0, output: "bakery   bakery  nb        core  27/27"),
    Case(arguments: ["show", "bak"], status: 0, output: "OBJ1  Flere innom på hverdager"),
    Case(arguments: ["show", "cafe"], status: 66, errors: "There is no session “cafe”"),
    Case(arguments: ["check", "bakery"], status: 0, output: "Feil: 0, advarsler: 0"),
    Case(arguments: ["check", "bakery", "--format", "json"], status: 0, output: "\"rule\":\"goal-without-objective\""),
    Case(arguments: ["export", "bakery"], status: 0, output: "Sessions/bakery/bakery-strategi.md\n"),
    Case(
      arguments: ["export", "bakery", "--language", "en", "--output", "out/here"], status: 0,
      output: "out/here/bakery-strategy.md\n"),
    Case(arguments: ["export", "bakery", "--language", "xx"], status: 64, errors: "“xx” is not on the list"),
    Case(arguments: ["export", "bakery", "--to", "papyrus"], status: 64, errors: "There is no format “papyrus”"),
    Case(arguments: ["export", "bakery", "--output", "file"], status: 73, errors: "file cannot be created"),
    Case(
      arguments: ["replay", "nowhere.plenum"], status: 66, errors: "There is no script or session “nowhere.plenum”"),
    Case(arguments: ["start"], status: 64, errors: "There is no terminal to type in"),
    Case(arguments: ["start", "X", "--language", "xx"], status: 64, errors: "“xx” is not on the list"),
    Case(arguments: ["start", "X", "--run", "marathon"], status: 64, errors: "“marathon” is not one of the runs"),
    Case(arguments: ["start", "X", "--method", "nonesuch"], status: 66, errors: "There is no method “nonesuch”"),
    Case(arguments: ["start", "X", "--method", "bad.yaml"], status: 66, errors: "en.yaml:1: this file does not exist"),
    Case(arguments: ["start", "X", "--colour"], status: 64, errors: "Unknown option"),
    Case(arguments: ["strat"], status: 64, errors: "Unexpected argument 'strat'"),
    Case(arguments: ["resume", "cafe"], status: 66, errors: "There is no session “cafe”"),
    Case(arguments: ["--help"], status: 0, output: "SUBCOMMANDS:"),
  ]) func commandsAndTheirEnds(_ row: Case) async throws {
    let folder = try TemporaryFolder()
    try folder.write("method: x\n", to: "bad.yaml")
    try folder.write("", to: "file")
    let script = repository + "/Sessions/bergen-bakery-core.nb.plenum"
    _ = try await Program.run(["replay", script, "--into", "bakery"], in: folder)
    let outcome = try await Program.run(row.arguments, in: folder)
    #expect(outcome.output.contains(row.output) || row.output.isEmpty, "\(outcome.output)")
    #expect(outcome.errors.contains(row.errors) || row.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty == row.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.status == row.status)
  }

  @Test func anUnfinishedSessionIsNotReady() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Bakeri\n/skip\n", to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum"], in: folder)
    let checked = try await Program.run(["check", "x"], in: folder)
    #expect(checked.status == 1)
    let sentence = "“Scope”: this run needs an answer here. → /goto frame.scope.level"
    #expect(checked.output.contains("error: \(sentence)\n"))
  }

  @Test func filesAreForTheirOwnerAlone() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Bakeri\n/quit\n", to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum"], in: folder)
    let modes = try await Program.shell("stat -c '%a %n' Sessions Sessions/x Sessions/x/*", in: folder)
    #expect(
      modes.output.split(separator: "\n") == [
        "700 Sessions", "700 Sessions/x", "600 Sessions/x/journal.jsonl", "600 Sessions/x/x-strategy.html",
        "600 Sessions/x/x-strategy.md",
      ])
  }

  @Test func aTornLineIsOfferedAgain() async throws {
    let folder = try TemporaryFolder()
    try folder.write("/goto situation.internal.offering\nBrød\nKaffe og lunsj\n", to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum"], in: folder)
    _ = try await Program.shell("truncate -s -15 Sessions/x/journal.jsonl", in: folder)
    let terminal = try Program.open(["resume", "x"], in: folder)
    try terminal.wait(for: "› Kaffe og lunsj")
    #expect(terminal.screen.contains("only partly saved"))
    #expect(terminal.screen.contains("1  Brød"))
    try terminal.type("\r")
    try terminal.wait(for: "2  Kaffe og lunsj")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    let shown = try await Program.run(["show", "x"], in: folder)
    #expect(shown.output.contains("2  Kaffe og lunsj"))
    #expect(shown.errors.isEmpty)
  }
}
