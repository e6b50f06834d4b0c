import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// The real program in a real terminal, typed at as a facilitator would.
@Suite struct LiveTests {
  /// A window and a way of being talked to.
  struct Window: Sendable, CustomTestStringConvertible {
    var columns = 80
    var rows = 24
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var testDescription: String { "\(columns)×\(rows) \(arguments) \(environment)" }
  }

  @Test(arguments: [
    Window(), Window(columns: 60, rows: 16), Window(environment: ["LC_ALL": "C"]), Window(arguments: ["--plain"]),
    Window(environment: ["TERM": "dumb"]),
  ]) func typedLinesGiveTheReplayedDraft(_ window: Window) async throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(
      ["start", "bakery", "--language", "en", "--run", "core"] + window.arguments, in: folder,
      environment: window.environment, columns: window.columns, rows: window.rows)
    for line in try scriptLines("bergen-bakery-core.nb.plenum") { try terminal.type(line + "\r") }
    #expect(try terminal.waitForExit() == .code(0))
    try await expectBakery(in: folder)
  }

  @Test func whatIsNotAmongTheLanguagesIsQuotedAsTyped() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--run", "core"], in: folder)
    try terminal.wait(for: "Nederlands")
    try terminal.type("Esperanto\r")
    try terminal.wait(for: "! “Esperanto” is not on the list")
  }

  @Test func anExportThatTakesSecondsSaysHowFarItIs() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "en", "--run", "core"], in: folder)
    try terminal.wait(for: "1 of 27")
    try terminal.type("/export markdown,docx\r")
    try terminal.wait(for: "2 of 2: test-strategy.docx")
  }

  @Test func pipedLinesGiveTheReplayedDraft() async throws {
    let folder = try TemporaryFolder()
    let input = try String(contentsOfFile: repository + "/Sessions/bergen-bakery-core.nb.plenum", encoding: .utf8)
    let outcome = try await Program.run(
      ["start", "bakery", "--language", "en", "--run", "core"], in: folder, input: input)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
    try await expectBakery(in: folder)
  }

  @Test func killedInTheMiddleItGoesOnAtTheSameQuestion() async throws {
    let folder = try TemporaryFolder()
    let lines = try scriptLines("bergen-bakery-core.nb.plenum")
    let half = try #require(lines.firstIndex { $0.hasPrefix("Fjordbrød") }) + 2
    let first = try Program.open(["start", "bakery", "--language", "en", "--run", "core"], in: folder)
    for line in lines[..<half] { try first.type(line + "\r") }
    try first.wait(for: "2  Sandvik Surdeig")
    first.signal(SIGKILL)
    _ = try first.waitForExit()
    let second = try Program.open(["resume", "bakery"], in: folder)
    try second.wait(for: "2  Sandvik Surdeig")
    #expect(second.screen.contains("Velkommen tilbake"))
    for line in lines[half...] { try second.type(line + "\r") }
    #expect(try second.waitForExit() == .code(0))
    try await expectBakery(in: folder)
  }

  /// The draft in a folder is that of the replayed script, byte for byte.
  private func expectBakery(in folder: TemporaryFolder) async throws {
    let replayed = try TemporaryFolder()
    let script = repository + "/Sessions/bergen-bakery-core.nb.plenum"
    _ = try await Program.run(["replay", script, "--into", "bakery"], in: replayed)
    let path = "Sessions/bakery/bakery-strategi.md"
    let (left, right) = (try folder.text(path), try replayed.text(path))
    #expect(left.split(separator: "\n") == right.split(separator: "\n"))
    #expect(Array(left.utf8) == Array(right.utf8))
    let shown = try await Program.run(["show", "bakery"], in: folder)
    let expected = try await Program.run(["show", "bakery"], in: replayed)
    #expect(shown.output.split(separator: "\n") == expected.output.split(separator: "\n"))
  }

  @Test func aRefusedCellComesBackForCorrecting() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("Bakeriet\r\r2\r\rØke salget | noe rart\r")
    try terminal.wait(for: "! «Nivå»: velg mellom")
    #expect(terminal.screen.cursorLine.hasPrefix("› Øke salget | noe rart"))
    try terminal.type(String(repeating: "\u{7F}", count: 9) + "org\r")
    try terminal.wait(for: "✓ Lagret som GOAL1")
    #expect(terminal.screen.contains("GOAL1  Øke salget | organisasjonen"))
  }

  @Test func waysOutLeaveTheTerminalAsItWas() throws {
    let ways: [(name: String, keys: String)] = [
      ("/quit", "/quit\r"), ("Ctrl-D twice", "\u{4}\u{4}"), ("Ctrl-C, then a bokmål name", "halv\u{3}/avslutt\r"),
    ]
    for way in ways {
      let folder = try TemporaryFolder()
      let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
      let before = terminal.state
      try terminal.wait(for: "1 av 27")
      try terminal.type(way.keys)
      #expect(try terminal.waitForExit() == .code(0), "\(way.name)")
      #expect(terminal.state == before || way.name.isEmpty, "\(way.name)")
      #expect(terminal.screen.contains("plenum resume test"), "\(way.name)")
    }
  }

  @Test func aHalfTypedLineSurvivesATermination() throws {
    let folder = try TemporaryFolder()
    let first = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try first.wait(for: "1 av 27")
    try first.type("Kringla & Ko")
    try first.wait(for: "› Kringla & Ko")
    first.signal(SIGTERM)
    #expect(try first.waitForExit() == .signal(SIGTERM))
    let second = try Program.open(["resume", "test"], in: folder)
    try second.wait(for: "› Kringla & Ko")
  }

  @Test func startAsksForTitleLanguageAndRun() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open([], in: folder, environment: ["LC_ALL": "", "LANG": "nb_NO.UTF-8"])
    try terminal.wait(for: "Hva heter verkstedet?")
    try terminal.type("\r")
    try terminal.wait(for: "Skriv et navn")
    try terminal.type("Blåbær på Sør-Østlandet\r")
    try terminal.wait(for: "Enter: norsk bokmål")
    try terminal.type("klingon\r")
    try terminal.wait(for: "«klingon» er ikke på listen")
    try terminal.type("\r")
    try terminal.wait(for: "Kjerneløp (60 min)")
    try terminal.type("1\r")
    try terminal.wait(for: "1 av 27")
    #expect(terminal.screen.contains("Plenum · Blåbær på Sør-Østlandet"))
    #expect(
      FileManager.default.fileExists(atPath: folder.path + "/Sessions/blaabaer-paa-soer-oestlandet/journal.jsonl"))
  }

  @Test func aSessionThatWasNotClosedIsOffered() throws {
    let folder = try TemporaryFolder()
    let first = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try first.wait(for: "1 av 27")
    try first.type("Bakeriet\r")
    try first.wait(for: "Lagret")
    first.signal(SIGKILL)
    _ = try first.waitForExit()
    let second = try Program.open([], in: folder)
    try second.wait(for: "“Test” is not finished")
    try second.type("\r")
    try second.wait(for: "Bakeriet")
    #expect(second.screen.contains("1 av 27"))
  }

  @Test func aSecondWindowIsToldThatTheSessionIsOpen() async throws {
    let folder = try TemporaryFolder()
    let first = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try first.wait(for: "1 av 27")
    let second = try await Program.run(["resume", "test"], in: folder)
    #expect(second.status == 75)
    #expect(second.errors.contains("is open in another window"))
  }

  @Test func aPastedBlockIsAskedAboutAndRunsNothing() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå hva vi tilbyr\r")
    try terminal.wait(for: "Hva tilbyr vi?")
    try terminal.paste("Brød\n/quit\nKaffe")
    try terminal.wait(for: "3 linjer ble limt inn")
    try terminal.type("l")
    try terminal.wait(until: "the lines are answers") { screen in
      screen.contains("3  Kaffe") && !screen.contains("limt inn")
    }
    #expect(terminal.screen.contains("2  /quit"))
  }

  @Test func longTextsComeFromTheOwnEditor() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\nprintf 'Brød\\n/quit\\n' >> \"$1\"\n", to: "editor")
    _ = try await Program.shell("chmod +x editor", in: folder)
    let terminal = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core"], in: folder,
      environment: ["VISUAL": folder.path + "/editor"])
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå situation.internal.offering\r/tekst\r")
    // Several lines are answers, and none of them runs.
    try terminal.wait(for: "2  /quit")
    #expect(terminal.screen.contains("1  Brød"))
    try terminal.type("/editor 1\r")
    try terminal.wait(for: "Endrer 1 › Brød Brød /quit")
    try terminal.type("\r")
    try terminal.wait(for: "Endret: 1.")
  }

  @Test func aRefusedLineOfAPasteCostsTheOthersNothing() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå situation.internal.offering\r")
    try terminal.wait(for: "Hva tilbyr vi?")
    let tooLong = String(repeating: "brød ", count: 30)
    try terminal.paste("Kaffe\n\(tooLong)\nKaker\nMøtemat")
    try terminal.wait(for: "4 linjer ble limt inn")
    try terminal.type("l")
    try terminal.wait(for: "1 linje ble ikke tatt med.")
    #expect(terminal.screen.contains("3  Møtemat"))
    #expect(terminal.screen.cursorLine.contains("brød brød"))
    // It is in the line again; typed over, the next line is just itself.
    try terminal.type("Skillingsboller\r")
    try terminal.wait(for: "4  Skillingsboller")
    try terminal.type("\r/tilbake\r")
    try terminal.wait(until: "nothing was added") { screen in
      screen.contains("4  Skillingsboller") && !screen.contains("5  ")
    }
  }

  @Test func aPasteWhereOneAnswerIsMeantIsOneText() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.paste("Kringla\n& Korn")
    try terminal.wait(for: "2 linjer ble limt inn")
    try terminal.type("l")
    try terminal.wait(for: "› Kringla & Korn")
  }

  @Test func aRefusedCommandLeavesTheLineEmpty() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/hjlep\r")
    try terminal.wait(for: "mente du /hjelp")
    try terminal.type("/angre\r")
    try terminal.wait(for: "Det er ingenting å angre.")
    // The arrow key brings it back.
    try terminal.type("\u{1B}[A")
    try terminal.wait(for: "› /angre")
  }

  @Test func anAnswerIsChangedInAPromptOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå situation.internal.offering\rBrød\r/endre 1\r")
    try terminal.wait(for: "Endrer 1 › Brød")
    try terminal.type("\u{1}Grovt \r")
    try terminal.wait(for: "1  Grovt Brød")
    #expect(terminal.screen.contains("Endret: 1."))
    // A new text that is refused comes back with the command it was meant for.
    try terminal.type("/endre 1 \(String(repeating: "brød ", count: 30))\r")
    try terminal.wait(for: "› /endre 1 brød")
    try terminal.type("\u{3}")
    try terminal.wait(for: "Linjen er forkastet.")
    // Ctrl-C ends it, and a command does.
    try terminal.type("/endre 1\r")
    try terminal.wait(for: "Endrer 1 › Grovt Brød")
    try terminal.type("\u{3}Kaffe\r")
    try terminal.wait(for: "2  Kaffe")
  }

  @Test func theClockSpeaksTheLanguageOfTheRoom() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå frame.scope.level\r")
    try terminal.wait(for: " igjen")
    try terminal.type("/språk en\r")
    try terminal.wait(for: " left")
    #expect(!terminal.screen.contains(" igjen"))
  }
}
