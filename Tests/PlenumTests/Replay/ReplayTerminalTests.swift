import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// A replay at a real terminal: watched, stepped through, left, and taken over.
struct ReplayTerminalTests {
  private let folder: TemporaryFolder
  private let offering = "/goto situation.internal.offering\nBread\nBuns\nCoffee\nCakes\n"

  init() throws { folder = try TemporaryFolder() }

  private func open(
    _ script: String, _ arguments: [String] = ["--pace", "step"], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try folder.write(script, to: "x.plenum")
    return try Program.open(
      ["replay", "x.plenum"] + arguments, in: folder, environment: environment, columns: columns, rows: rows)
  }

  @Test func steppedBackThreeTimesAndTakenOver() async throws {
    let terminal = try open(offering)
    let before = terminal.state
    try terminal.wait(for: "REPLAY 0 of 5")
    try terminal.type("\r\r\r\r")
    try terminal.wait(for: "3  Coffee")
    try terminal.type("\u{1B}[D\u{1B}[D\u{1B}[D")
    try terminal.wait(until: "nothing was said yet") { $0.contains("REPLAY 1 of 5") && !$0.contains("1  Bread") }
    #expect(terminal.screen.contains("› Bread"))
    try terminal.type("\u{1B}[C")
    try terminal.wait(for: "1  Bread")
    // What is typed on at once is typed into the session.
    try terminal.type("lRye bread\r")
    try terminal.wait(for: "2  Rye bread")
    #expect(!terminal.screen.contains("REPLAY"))
    try terminal.type("/undo\r/redo\rBuns\r/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.state == before)
    let shown = try await Program.run(["show", "x"], in: folder)
    #expect(shown.output.contains("1  Bread\n") && shown.output.contains("2  Rye bread\n"))
    #expect(shown.output.contains("3  Buns\n") && !shown.output.contains("Coffee"))
    let checked = try await Program.run(["doctor", "Sessions/x/journal.jsonl"], in: folder)
    #expect(checked.status == 0)
  }

  @Test func itIsTypedByItselfAndCanBePausedAndSpedUp() throws {
    let terminal = try open(offering, ["--speed", "64"])
    try terminal.wait(for: "REPLAY 5 of 5")
    try terminal.wait(for: "at the end")
    #expect(terminal.screen.contains("4  Cakes"))
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.contains("5 lines replayed into “x”."))

    let slow = try open(offering, ["--speed", "0.25", "--idle", "3600", "--dry-run"])
    try slow.wait(for: "typed 0.25×")
    try slow.type("\u{1B}[A\u{1B}[A")
    try slow.wait(for: "typed 1×")
    try slow.type(" ")
    try slow.wait(for: "waiting")
    try slow.type("\u{1B}[B \r")
    try slow.wait(for: "typed 0.5×")
    try slow.wait(for: "REPLAY 1 of 5")
    slow.signal(SIGTERM)
    #expect(try slow.waitForExit() == .signal(SIGTERM))
    #expect(slow.state == slow.initialState)
  }

  @Test func itGoesToAStage() throws {
    let path = repository + "/Sessions/bergen-bakery-core.nb.plenum"
    let terminal = try Program.open(["replay", path, "--pace", "step", "--dry-run"], in: folder, columns: 60, rows: 16)
    try terminal.wait(for: "REPLAY 0 of 133")
    try terminal.type("g")
    try terminal.wait(for: "› 1  Frame the work")
    try terminal.type("\u{1B}[B\r")
    try terminal.wait(for: "Situasjonsanalyse › ")
    #expect(terminal.screen.lines[0].contains("AVSPILLING"))
    try terminal.type("g6\r")
    try terminal.wait(for: "Krisehåndbok › ")
    try terminal.type("g1")
    try terminal.wait(for: "› 1  Rammer og mål")
    try terminal.type("\u{1B}")
    try terminal.wait(for: "Krisehåndbok › ")
    try terminal.type("\u{3}")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Sessions"))
  }

  @Test func theMarkIsAlwaysOnTheScreen() throws {
    let path = repository + "/Sessions/harbour-museum.en.plenum"
    let terminal = try Program.open(
      ["replay", path, "--pace", "step", "--dry-run", "--at", "2026-09-15T08:00:00Z"], in: folder, columns: 60, rows: 16
    )
    try terminal.wait(for: "REPLAY 0 of ")
    for number in 1...80 {
      try terminal.type("\r")
      try terminal.wait(until: "REPLAY \(number) stands in the first row") {
        // For one line the room speaks bokmål.
        $0.lines[0].hasPrefix(" REPLAY \(number) of ") || $0.lines[0].hasPrefix(" AVSPILLING \(number) av ")
      }
      #expect(terminal.screen.contains("←→"), "\(number)")
    }
    terminal.resize(columns: 100, rows: 30)
    try terminal.wait(until: "the frame fills the window") {
      $0.contains(String(repeating: "─", count: 100)) && $0.contains(" REPLAY 80 of ")
    }
    terminal.resize(columns: 60, rows: 16)
    try terminal.wait(until: "the mark is back") { $0.lines.contains { $0.hasPrefix(" REPLAY 80 of ") } }
    try terminal.type("\u{1B}[D")
    try terminal.wait(for: " REPLAY 79 of ")
  }

  @Test func leavingKeepsWhatWasPlayed() async throws {
    let terminal = try open(offering, ["--pace", "step", "--into", "bakery"])
    try terminal.wait(for: "REPLAY 0 of 5")
    try terminal.type("\r\r\u{3}")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.state == terminal.initialState)
    let shown = try await Program.run(["show", "bakery"], in: folder)
    #expect(shown.output.contains("1  Bread") && !shown.output.contains("Buns"))
  }

  @Test func leavingAtOnceLeavesNothing() throws {
    let terminal = try open(offering)
    try terminal.wait(for: "REPLAY 0 of 5")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Sessions"))
  }

  @Test func aSessionThatIsThereIsGoneOnInAndTakenOver() async throws {
    try folder.write("/goto situation.internal.offering\nRye bread\n", to: "y.plenum")
    _ = try await Program.run(["replay", "y.plenum", "--into", "bakery"], in: folder)
    let terminal = try open("Bread\nBuns\n", ["--pace", "step", "--into", "bakery", "--continue"])
    try terminal.wait(for: "REPLAY 0 of 2")
    #expect(terminal.screen.contains("1  Rye bread"))
    try terminal.type("\r")
    try terminal.wait(for: "2  Bread")
    try terminal.type("l")
    try terminal.wait(for: "Welcome back")
    try terminal.type("Coffee\r")
    try terminal.wait(for: "3  Coffee")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    let sessions = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Sessions")
    #expect(sessions.filter { !$0.hasPrefix(".") } == ["bakery"])
  }

  @Test func goingLiveFromADryReplayMakesASession() async throws {
    let terminal = try open(offering, ["--pace", "step", "--dry-run"])
    try terminal.wait(for: "REPLAY 0 of 5")
    try terminal.type("\r\rl")
    try terminal.wait(for: "Welcome back")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    let shown = try await Program.run(["show", "x"], in: folder)
    #expect(shown.output.contains("1  Bread"))
  }

  @Test func aRefusedLineIsShownAndCanBeMendedLive() async throws {
    let terminal = try open("/goto frame.scope.level\ngalaxy\n/next\n", ["--speed", "64"])
    try terminal.wait(for: "! x.plenum:2: “Scope”: choose from")
    #expect(terminal.screen.contains("2 | galaxy"))
    #expect(terminal.screen.contains("| ^^^^^^"))
    try terminal.type("l")
    try terminal.wait(for: "Welcome back")
    try terminal.type("brand\r")
    try terminal.wait(for: "1  brand")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))

    let left = try open("/goto frame.scope.level\ngalaxy\n/next\n", ["--speed", "64", "--dry-run"])
    try left.wait(for: "! x.plenum:2: “Scope”: choose from")
    try left.type("q")
    #expect(try left.waitForExit() == .code(65))
  }

  @Test func whatIsForTheFacilitatorAloneIsNotRead() throws {
    let terminal = try open("/note The boss is late\n/next\n")
    try terminal.wait(for: "› /note ")
    #expect(!terminal.screen.contains("boss"))
    try terminal.type("\r")
    try terminal.wait(for: "› /next")
    #expect(!terminal.screen.contains("boss"))
  }

  @Test(arguments: [["--plain"], []]) func plainItIsToldLineByLine(_ arguments: [String]) throws {
    let terminal = try open(
      offering, ["--pace", "step"] + arguments, environment: arguments.isEmpty ? ["TERM": "dumb"] : [:])
    try terminal.wait(for: "g stage")
    #expect(terminal.screen.contains("REPLAY 0 of 5"))
    try terminal.type("\r\r")
    try terminal.wait(for: "REPLAY 2 of 5")
    #expect(terminal.screen.contains("› Bread"))
    #expect(terminal.screen.contains("✓ Saved"))
    try terminal.type("\u{1B}[D")
    try terminal.wait(until: "the question is told again") {
      $0.lines.count { $0.contains("REPLAY 1 of 5") } == 2
    }
    try terminal.type("g")
    try terminal.wait(for: "Which stage?")
    try terminal.type("\u{1B}")
    // Behind an Escape that nothing was seen of, the next key could be one together with Alt.
    try terminal.wait(until: "no stage is chosen any more") { $0.lines.last { !$0.isEmpty } == "waiting" }
    try terminal.type("\u{1B}[A ")
    try terminal.wait(for: "typed 2×")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func aJournalIsTypedAsItWasTyped() async throws {
    try folder.write(offering, to: "y.plenum")
    _ = try await Program.run(["replay", "y.plenum", "--into", "y"], in: folder)
    let terminal = try Program.open(["replay", "y", "--pace", "step"], in: folder)
    try terminal.wait(for: "› /goto situation.internal.offering")
    try terminal.type("\r")
    try terminal.wait(for: "› Bread")
    try terminal.type("\r\rl")
    try terminal.wait(for: "Welcome back")
    #expect(terminal.screen.contains("2  Buns"))
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    let shown = try await Program.run(["show", "y-2"], in: folder)
    #expect(shown.output.contains("2  Buns") && !shown.output.contains("Coffee"))
  }
}
