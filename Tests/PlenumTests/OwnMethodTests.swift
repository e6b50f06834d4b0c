import FacilitationFixtures
import PseudoTerminal
import Testing

/// A method of somebody's own: run from a file, kept with the session, its mistakes named by file and line.
struct OwnMethodTests {
  private let structure = """
    method: retrospective
    version: "1"
    runs: {short: 30}
    stages:
    - stage: back
      steps:
      - step: back.last
        questions:
        - question: back.last.good
          kind: list
          required: all
          answers: 1..10
          minutes: {short: 10}
    sections:
    - section: doc.result
      blocks:
      - bullets: back.last.good
    """
  private let words = """
    language: en
    title: Retrospective
    runs: {short: Short}
    stages: {back: Looking back}
    steps: {back.last: The last month}
    questions:
      back.last.good: {label: Good, ask: What went well?, help: One thing a line., examples: [The menu]}
    sections: {doc.result: Result}
    """

  @Test func aSessionKeepsItsMethod() async throws {
    let folder = try TemporaryFolder()
    try folder.write(structure, to: "method.yaml")
    try folder.write(words, to: "en.yaml")
    try folder.write("The new menu\n/quit\n", to: "may.plenum")
    let replayed = try await Program.run(["replay", "may.plenum", "--method", "./method.yaml"], in: folder)
    #expect(replayed.status == 0, "\(replayed.errors)")
    // The session opens though the files it was started from are gone.
    _ = try await Program.shell("rm method.yaml en.yaml", in: folder)
    let shown = try await Program.run(["show", "may"], in: folder)
    #expect(shown.output.contains("1  The new menu"))
    #expect(try folder.text("Sessions/may/may-strategy.md").contains("- The new menu"))
    let terminal = try Program.open(["resume", "may"], in: folder)
    try terminal.wait(for: "What went well?")
    #expect(terminal.screen.contains("Looking back › The last month"))
  }

  @Test func theFolderOfAMethodMeansTheFileInIt() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Program.run(["method", "new", "mine"], in: folder).status == 0)
    for command in [["method", "check", "mine"], ["method", "show", "mine/"], ["rehearse", "mine", "--script"]] {
      let outcome = try await Program.run(command, in: folder)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    }
  }

  /// A mistake in the structure, and the line it is reported on.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var wrong: String
    var right: String
    var says: String
    var testDescription: String { wrong }
  }

  @Test(arguments: [
    Mistake(wrong: "kind: lists", right: "kind: list", says: "method.yaml:10: “lists” is not one of line, list"),
    Mistake(wrong: "answer: 1..10", right: "answers: 1..10", says: "method.yaml:12: “answer” is not a known key"),
    Mistake(
      wrong: "answers: many", right: "answers: 1..10", says: "method.yaml:12: a range such as 1..5 was expected here"),
    Mistake(wrong: "runs: [short", right: "runs: {short: 30}", says: "method.yaml:"),
    Mistake(
      wrong: "- bullets: back.good", right: "- bullets: back.last.good", says: "method.yaml:17: “back.good” is used"),
    Mistake(wrong: "version: &v 1", right: "version: \"1\"", says: "method.yaml:2: anchors, aliases"),
  ]) func mistakesNameTheirLine(_ row: Mistake) async throws {
    let folder = try TemporaryFolder()
    try folder.write(structure.replacing(row.right, with: row.wrong), to: "method.yaml")
    try folder.write(words, to: "en.yaml")
    let outcome = try await Program.run(["start", "X", "--method", "method.yaml"], in: folder, input: "x\n")
    #expect(outcome.errors.hasPrefix(row.says), "\(outcome.errors)")
    #expect(outcome.status == 65)
  }
}
