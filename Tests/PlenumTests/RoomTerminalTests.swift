import FacilitationFixtures
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// Votes, time, break-outs and the projector, in a real terminal.
@Suite struct RoomTerminalTests {
  private static let offering = "/gå situation.internal.offering\r"

  private func open(_ folder: TemporaryFolder, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core"], in: folder, columns: columns, rows: rows)
    try terminal.wait(for: "1 av 27")
    for person in ["KH | Kari Hauge", "OL | Ola Lie", "MB | Mona Berg", "JB | Jon Bru"] {
      try terminal.type("/folk ny \(person) | rolle | drift\r")
    }
    try terminal.wait(for: "Jon Bru er lagt til")
    try terminal.type(RoomTerminalTests.offering)
    try terminal.wait(for: "Hva tilbyr vi?")
    return terminal
  }

  @Test(arguments: [(80, 24), (60, 16)]) func aVoteIsHiddenUntilItIsClosed(_ columns: Int, _ rows: Int) throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, columns: columns, rows: rows)
    try terminal.type("Brød\rKaffe\rKaker\r/stem prikker 2 topp 1\r")
    try terminal.wait(for: "4 personer med 2 prikker")
    try terminal.type("1:5\r")
    try terminal.wait(for: "Stemmer inne: 5 av 8")
    #expect(!terminal.screen.contains("█"))
    // Too many: said by how much, and the line is kept.
    try terminal.type("4\r")
    try terminal.wait(for: "4 personer har 8 prikker")
    try terminal.type("\u{15}3\r/stem lukk\r")
    try terminal.wait(for: "★ 1  ")
    #expect(terminal.screen.contains("█"))
    #expect(terminal.screen.contains("★ Går videre: 1"))
    try terminal.type("\r")
    try terminal.wait(for: "★ 1  Brød")
    // What was voted does not come back with the arrow key.
    try terminal.type("\u{1B}[A")
    try terminal.wait(for: "› /stem lukk")
    try terminal.type("\u{1B}[A")
    try terminal.wait(for: "› /stem prikker 2 topp 1")
  }

  @Test func aLatePlanIsSpread() async throws {
    let folder = try TemporaryFolder()
    try folder.write("/language nb\n/gå situation.internal.offering\nBrød\nKaffe\nKaker\n", to: "late.plenum")
    // Ten minutes from line to line, so the room is half an hour late when it is opened again.
    let outcome = try await Program.run(
      ["replay", "late.plenum", "--at", "2026-02-10T08:00:00Z", "--every", "600"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let terminal = try Program.open(["resume", "late"], in: folder)
    try terminal.wait(for: "Hva tilbyr vi?")
    try terminal.type("/tid\r")
    try terminal.wait(for: "ferdige")
    try terminal.type("\r/tid plan\r")
    try terminal.wait(for: "av planen")
    try terminal.type("/angre\r")
    try terminal.wait(for: "Angret: fordelingen av tiden")
    try terminal.type("/pause 15\r")
    try terminal.wait(for: "Pause. Vi fortsetter klokka")
    try terminal.type("\r")
    try terminal.wait(for: "Velkommen tilbake.")
  }

  @Test func aBreakOutIsTakenIn() throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    try terminal.type("Ferskt brød\rKaffe og lunsj\r/grupper 2\r")
    try terminal.wait(for: "Gruppe 2")
    try terminal.type("\r/arbeidsark\r")
    try terminal.wait(for: "arbeidsark-hva-vi-tilbyr-2.html")
    let sheet = try folder.text("Sessions/test/arbeidsark-hva-vi-tilbyr-2.md")
    #expect(sheet.contains("(situation.internal.offering)"))
    try folder.write(
      sheet.replacing("\n- \n- ", with: "\n- Brød, alltid ferskt\n- Kaker", maxReplacements: 1), to: "gruppe-2.md")
    try terminal.type("/hent gruppe-2.md\r")
    try terminal.wait(for: "Svar som ligner hverandre")
    #expect(terminal.screen.contains("≈"))
    try terminal.type("\r")
    try terminal.wait(for: "4  Kaker  – gruppe-2")
    try terminal.type("/samme 1 3\r")
    try terminal.wait(for: "= 1")
    try terminal.type("/angre\r/angre\r")
    try terminal.wait(until: "everything is as it was") { screen in
      !screen.contains("Kaker") && screen.contains("Kaffe og lunsj")
    }
    // What somebody has written into a sheet is never written over.
    let written = sheet.replacing("\n- \n- ", with: "\n- Brød\n- ", maxReplacements: 1)
    try folder.write(written, to: "Sessions/test/arbeidsark-hva-vi-tilbyr-2.md")
    try terminal.type("/arbeidsark\r")
    try terminal.wait(for: "arbeidsark-hva-vi-tilbyr-2-2.html")
    #expect(try folder.text("Sessions/test/arbeidsark-hva-vi-tilbyr-2.md") == written)
    try terminal.type("/hent ingenting.md\r")
    try terminal.wait(for: "ingen fil «ingenting.md»")
  }

  @Test func theStageFollowsTheTypingWindow() throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    let stage = try Program.open(["stage", "test"], in: folder, columns: 100, rows: 30)
    let before = stage.state
    try stage.wait(for: "Hva tilbyr vi?")
    try terminal.type("Brød\rKari: Kaffe\r/notat Sjefen ser på klokka\r/tips\r")
    try stage.wait(for: "Kaffe  – Kari")
    try terminal.type("/stem hender\r1:3\r")
    try stage.wait(for: "Stemmer inne: 3 av 4")
    #expect(!stage.screen.contains("███"))
    try terminal.type("2:1\r/stem lukk\r")
    try stage.wait(for: "★ Går videre: 1")
    try terminal.type("\r/dekk\r")
    try stage.wait(until: "the screen is covered") { !$0.contains("Brød") && !$0.contains("Hva tilbyr vi?") }
    try terminal.type("\r")
    try stage.wait(for: "Hva tilbyr vi?")
    stage.resize(columns: 60, rows: 16)
    try stage.wait(for: "Hva tilbyr vi?")
    #expect(!stage.screen.contains("Sjefen") && !stage.screen.contains("Tips"))
    try terminal.type("/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
    try stage.type("q")
    #expect(try stage.waitForExit() == .code(0))
    #expect(stage.state == before || before.isEmpty)
  }

  @Test(arguments: [(80, 24), (60, 16)]) func aSharedWindowShowsNothingPrivate(_ columns: Int, _ rows: Int) throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, columns: columns, rows: rows)
    try terminal.type("/notat Sjefen ser på klokka\r/tips\r/notat\r")
    try terminal.wait(for: "NOTE1  Sjefen ser på klokka")
    try terminal.type("/delt\r")
    try terminal.wait(for: "DELT SKJERM · Test")
    #expect(!terminal.screen.contains("Sjefen") && !terminal.screen.contains("Tips til"))
    try terminal.type("/tips\r")
    try terminal.wait(for: "! Alle i rommet ser dette vinduet")
    try terminal.type("Brød\r/notat Kari er sur")
    try terminal.wait(for: "› /notat •••• •• •••")
    try terminal.type("\r")
    try terminal.wait(for: "Notert som NOTE2, bare for deg.")
    try terminal.type("/slett NOTE1\r")
    try terminal.wait(for: "Slettet: NOTE1. /angre")
    // Neither the arrow key nor the listing brings it back.
    try terminal.type("\u{1B}[A\u{1B}[A\r/notat\r")
    try terminal.wait(for: "! Alle i rommet ser dette vinduet")
    #expect(!terminal.screen.allLines.joined().contains("er sur"))
    try terminal.type("/delt av\r/notat\r")
    try terminal.wait(for: "NOTE2  Kari er sur")
    try terminal.wait(for: "Plenum · Test")
  }

  @Test(arguments: [(80, 24), (60, 16)]) func aCoveredWindowShowsNothing(_ columns: Int, _ rows: Int) throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, columns: columns, rows: rows)
    try terminal.type("/notat Sjefen ser på klokka\r/notat\r")
    try terminal.wait(until: "the notes stand above the question") {
      $0.contains("NOTE1  Sjefen ser på klokka") && $0.contains("Hva tilbyr vi?")
    }
    try terminal.type("/dekk\r")
    try terminal.wait(until: "everything is covered") { !$0.contains("Hva tilbyr vi?") && !$0.contains("Sjefen") }
    try terminal.type("\r")
    try terminal.wait(for: "Hva tilbyr vi?")
  }

  @Test func longLooksAreShownAWindowAtATime() throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder, columns: 60, rows: 16)
    try terminal.type("/hjelp\r")
    try terminal.wait(for: "Side 1 av")
    try terminal.type("\r")
    try terminal.wait(for: "Side 2 av")
    try terminal.type("q\r")
    try terminal.wait(for: "Hva tilbyr vi?")
    // A line that is typed below a page is heard as ever.
    try terminal.type("/kart\r")
    try terminal.wait(for: "Side 1 av")
    try terminal.type("Brød\r")
    try terminal.wait(for: "1  Brød")
  }

  @Test func parkedPointsComeBackAtTheEndOfTheStage() throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    try terminal.type("/parker Kari: Pengene\r")
    try terminal.wait(for: "Parkert som PARK1")
    // What was redacted does not come back.
    try terminal.type("/parker Salget\r/sladd PARK2 ja\r")
    try terminal.wait(for: "historikken og utkastene: PARK2.")
    try terminal.type("/gå situation.conclusion.position\r\r")
    try terminal.wait(for: "Før vi går fra «Situasjonsanalyse»: 1 parkert punkt.")
    #expect(terminal.screen.contains("PARK1  Pengene"))
    try terminal.type("/lukk PARK1 tas i styret\r")
    try terminal.wait(for: "Lukket: PARK1")
  }
}
