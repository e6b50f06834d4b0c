import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// Off the record, redacted, under a pseudonym: what is not to be kept is nowhere.
@Suite struct PrivacyTests {
  /// Every file below a folder that holds a text.
  private func files(in folder: TemporaryFolder, holding text: String) throws -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return paths.filter { path in
      FileManager.default.contents(atPath: folder.path + "/" + path).map {
        String(decoding: $0, as: UTF8.self).contains(text)
      } ?? false
    }
  }

  private func open(_ folder: TemporaryFolder) throws -> PseudoTerminal {
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/folk ny KH | Kari Hauge | leder\r")
    try terminal.wait(for: "Kari Hauge er lagt til")
    try terminal.type("/gå situation.internal.offering\r")
    try terminal.wait(for: "Hva tilbyr vi?")
    return terminal
  }

  @Test func nothingIsStoredOffTheRecord() async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    try terminal.type("Brød\r/fortrolig\r")
    try terminal.wait(for: "UTENFOR REFERAT ›")
    try terminal.type("Sjefen er dum\r")
    try terminal.wait(for: "Ikke lagret. Skriv /referat")
    try terminal.type("/endre 1 Hemmelig\r")
    try terminal.wait(for: "Vi er utenfor referatet: skriv /referat først")
    try terminal.type("\u{15}halvt hemmelig")
    try terminal.wait(for: "halvt hemmelig")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .signal(SIGTERM))
    // It stays off the record over an interruption.
    let again = try Program.open(["resume", "test"], in: folder)
    try again.wait(for: "UTENFOR REFERAT ›")
    try again.type("/referat\r")
    try again.wait(for: "minutt kom ikke med")
    #expect(again.screen.contains("– utenfor referatet, 1 minutt"))
    try again.type("Kaffe\r/avslutt\r")
    #expect(try again.waitForExit() == .code(0))
    for text in ["dum", "Hemmelig", "hemmelig"] { #expect(try files(in: folder, holding: text) == []) }
    let shown = try await Program.run(["show", "test"], in: folder)
    #expect(shown.output.contains("Kaffe") && shown.output.contains("utenfor referatet, 1 minutt"))
  }

  @Test func aRedactedTextIsNowhere() async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    try terminal.type("Brød\rSalget av Lervik\r/endre 2 Salget til Lervik\r/eksporter\r")
    try terminal.wait(for: "Utkastet ligger i")
    #expect(try files(in: folder, holding: "Lervik").count >= 3)
    // What would be removed is shown, and nothing happens until that is meant.
    try terminal.type("/sladd 2\r")
    try terminal.wait(for: "Dette fjernes for godt")
    #expect(try files(in: folder, holding: "Lervik").count >= 3)
    try terminal.type("/sladd 2 ja\r")
    try terminal.wait(for: "Fjernet fra journalen, historikken og utkastene: 2.")
    #expect(terminal.screen.contains("–  (fjernet)"))
    #expect(try files(in: folder, holding: "Lervik") == [])
    try terminal.type("/angre\r")
    try terminal.wait(for: "Angret:")
    try terminal.type("/endre situation.internal.offering#2 Noe\r")
    try terminal.wait(for: "er fjernet for godt")
    try terminal.type("\u{15}/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(try files(in: folder, holding: "Lervik") == [])
    #expect(try files(in: folder, holding: "Brød") != [])
  }

  /// How something is said beside the questions, and what it is called.
  @Test(
    arguments: [("/parker", "PARK1"), ("/vedta", "DEC1"), ("/oppgave", "TASK1"), ("/notat", "NOTE1")])
  func aRedactedAsideIsNowhere(_ command: String, _ handle: String) async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    try terminal.type("Brød\r\(command) Salget av  Lervik\r/endre \(handle) Lervik  til Solvik\r")
    try terminal.type("/lukk \(handle) Lervik sa ja\r/eksporter\r")
    try terminal.wait(for: "Utkastet ligger i")
    let isInDraft = ["DEC1", "TASK1"].contains(handle)
    #expect(try files(in: folder, holding: "Lervik").count >= (isInDraft ? 3 : 1))
    try terminal.type("/sladd \(handle) ja\r")
    try terminal.wait(for: "Fjernet fra journalen, historikken og utkastene: \(handle).")
    #expect(try files(in: folder, holding: "Lervik") == [])
    try terminal.type("\(command)\r")
    try terminal.wait(for: "\(handle)  (fjernet)")
    try terminal.type("/angre\r")
    try terminal.wait(for: "Angret:")
    try terminal.type("/sladd \(handle)\r")
    try terminal.wait(for: "Teksten i \(handle) er fjernet for godt")
    try terminal.type("/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
    for text in ["Lervik", "Solvik"] { #expect(try files(in: folder, holding: text) == [], "\(text)") }
    #expect(try files(in: folder, holding: "Brød") != [])
    let inCausalOrder = try await Program.run(["transcript", "test"], in: folder)
    #expect(inCausalOrder.output.contains("\(handle) (fjernet)") == (handle != "NOTE1"), "\(inCausalOrder.output)")
  }

  @Test func aHiddenNameIsNowhere() async throws {
    let folder = try TemporaryFolder()
    let terminal = try open(folder)
    try terminal.type("Kari: Brød\rKaris kaker\r/eksporter\r")
    try terminal.wait(for: "Utkastet ligger i")
    try terminal.type("/dekknavn Kari\r")
    try terminal.wait(for: "Fra nå av heter deltakeren P1")
    #expect(terminal.screen.contains("P1s kaker"))
    try terminal.type("/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
    for text in ["Kari", "Hauge", "\"KH\""] { #expect(try files(in: folder, holding: text) == [], "\(text)") }
  }
}
