import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// What the room sees when the disk does not take what is said.
@Suite struct SavingTests {
  /// A room whose files may not grow beyond so many blocks of 512 bytes.
  private func open(_ folder: TemporaryFolder, blocks: Int) throws -> PseudoTerminal {
    let line = "ulimit -S -f \(blocks); exec \"$PLENUM\" start Test --language nb --run core"
    return try PseudoTerminal.run(
      "/bin/sh", arguments: ["-c", line],
      environment: [
        "PLENUM": Program.path, "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state", "TZ": "UTC",
        "TMPDIR": folder.path,
      ], folder: folder.path)
  }

  private func lift(_ terminal: PseudoTerminal) {
    #expect(terminal.liftFileSize())
  }

  private let long = String(repeating: "brød ", count: 18)

  /// Says things until they are not saved.
  private func fill(_ terminal: PseudoTerminal) throws {
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå situation.internal.offering\r")
    try terminal.wait(for: "Hva tilbyr vi?")
    for number in 1...5 {
      try terminal.type("\(number)\(long)\r")
      try terminal.wait(until: "line \(number) is heard") { $0.contains("  \(number)  \(number)brød") }
    }
    try terminal.wait(for: "IKKE LAGRET ›")
  }

  @Test func aFullDiskIsAStateThatIsSeenAndPasses() async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, blocks: 4)
    try fill(terminal)
    #expect(terminal.screen.contains("finnes bare i minnet"))
    // Leaving needs the word.
    try terminal.type("/avslutt\r")
    try terminal.wait(for: "ulagret avslutter uten")
    lift(terminal)
    try terminal.type("Kaffe\r")
    try terminal.wait(for: "er nå på disken")
    try terminal.wait(until: "the prompt is calm") { !$0.contains("IKKE LAGRET") }
    try terminal.type("/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
    let shown = try await Program.run(["show", "test"], in: folder)
    for number in 1...5 { #expect(shown.output.contains("\(number)brød")) }
    #expect(shown.output.contains("Kaffe"))
  }

  @Test func everythingGoesElsewhereAndGoesOnThere() async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, blocks: 4)
    try fill(terminal)
    lift(terminal)
    try terminal.type("/lagre pinne\r")
    try terminal.wait(for: "økten fortsetter der")
    try terminal.type("Kaffe\r")
    try terminal.wait(for: "6  Kaffe")
    try terminal.type("/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
    let shown = try await Program.run(["show", "test", "--sessions", "pinne"], in: folder)
    #expect(shown.output.contains("5brød") && shown.output.contains("Kaffe"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/pinne/test/test-strategi.md"))
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func aCopyIsMadeWhenTheWindowGoes(_ signal: Int32) async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, blocks: 4)
    try fill(terminal)
    try terminal.type("halvt")
    try terminal.wait(for: "› halvt")
    lift(terminal)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    #expect(terminal.screen.contains("Det som ikke var på disken"))
    let session = folder.path + "/Sessions/test"
    let copy = try #require(
      FileManager.default.contentsOfDirectory(atPath: session).first { $0.hasPrefix("journal.rescued-") })
    let text = try String(contentsOfFile: session + "/" + copy, encoding: .utf8)
    #expect(text.contains("5brød"))
    #expect(try folder.text("Sessions/test/unfinished.txt") == "halvt")
  }

  @Test func leavingWithTheWordStillTriesToKeepACopy() throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, blocks: 4)
    try fill(terminal)
    try terminal.type("/avslutt ulagret\r")
    #expect(try terminal.waitForExit() == .code(74))
    #expect(terminal.screen.contains("kunne ikke lagres noe sted"))
  }

  @Test func aPipeThatCannotBeSavedEndsWithAnError() async throws {
    let folder = try TemporaryFolder()
    let lines = (1...9).map { "\($0)\(long)" }.joined(separator: "\n")
    try folder.write("/goto situation.internal.offering\n\(lines)\n", to: "lines")
    let outcome = try await Program.shell(
      "ulimit -f 4; \"$PLENUM\" start Test --language en --run core < lines", in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("could not be saved anywhere"))
    // What is not on the disk is not called saved.
    let saved = outcome.output.matches(of: /✓ Saved/).count
    let journal = try folder.text("Sessions/test/journal.jsonl")
    #expect(saved == journal.matches(of: /"answer-given","question":"situation.internal/).count)
  }

  @Test func aRemovedJournalIsWrittenAgain() async throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå situation.internal.offering\rBrød\r")
    try terminal.wait(for: "1  Brød")
    try FileManager.default.removeItem(atPath: folder.path + "/Sessions/test/journal.jsonl")
    try terminal.type("Kaffe\r")
    try terminal.wait(for: "Journalen ble fjernet mens den var åpen")
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let shown = try await Program.run(["show", "test"], in: folder)
    #expect(shown.output.contains("Brød") && shown.output.contains("Kaffe"))
  }

  @Test func aSecondWindowLooksAndRecordsNothing() throws {
    let folder = try TemporaryFolder()
    let first = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core"], in: folder, environment: ["USER": "kari"])
    try first.wait(for: "1 av 27")
    try first.type("/gå situation.internal.offering\rBrød\r")
    try first.wait(for: "1  Brød")
    let before = try folder.text("Sessions/test/journal.jsonl")
    let second = try Program.open(["resume", "test"], in: folder)
    try second.wait(for: "SKRIVEBESKYTTET ›")
    #expect(second.screen.contains("er åpen i et annet vindu: kari på"))
    try second.type("Kaffe\r")
    try second.wait(for: "Ingenting lagres her")
    try second.type("\u{15}/neste\r")
    try second.wait(until: "it walks on") { !$0.contains("1  Brød") }
    try second.type("/avslutt\r")
    #expect(try second.waitForExit() == .code(0))
    #expect(try folder.text("Sessions/test/journal.jsonl") == before)
    // After a kill the lock is free.
    first.signal(SIGKILL)
    _ = try first.waitForExit()
    let third = try Program.open(["resume", "test"], in: folder)
    try third.wait(for: "Velkommen tilbake")
    #expect(!third.screen.contains("SKRIVEBESKYTTET"))
  }
}
