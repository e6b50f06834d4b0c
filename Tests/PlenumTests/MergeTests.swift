import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

@testable import Facilitation
@testable import plenum

/// Copies of a session, sessions of several groups, and journals that something has happened to.
@Suite struct MergeTests {
  private func replay(_ lines: [String], _ name: String, in folder: TemporaryFolder, at time: String) async throws {
    try folder.write("/language nb\n" + lines.joined(separator: "\n") + "\n", to: name + ".plenum")
    let outcome = try await Program.run(
      ["replay", name + ".plenum", "--into", name, "--at", time], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func journal(_ name: String) -> String { "Sessions/\(name)/journal.jsonl" }

  @Test func groupsStandSideBySide() async throws {
    let folder = try TemporaryFolder()
    let offer = "/goto situation.internal.offering"
    try await replay(
      ["/people add KH | Kari Hauge | leder", offer, "Brød", "Kari: Kaffe", "/goto frame.goals.organisation", "Vekst"],
      "gruppe-1", in: folder, at: "2026-02-10T09:00:00Z")
    try await replay(
      ["/people add KH | Knut Holm | kokk", offer, "Kaker", "Knut: Boller", "/goto frame.goals.organisation", "Ro"],
      "gruppe-2", in: folder, at: "2026-02-10T09:30:00Z")
    let before = try [folder.text(journal("gruppe-1")), folder.text(journal("gruppe-2"))]
    for (name, order) in [("alle", ["gruppe-1", "gruppe-2"]), ("igjen", ["gruppe-2", "gruppe-1", "gruppe-2"])] {
      let outcome = try await Program.run(["merge"] + order + ["--into", name], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("answers from 2 sessions are now in “\(name)”"))
    }
    // The order does not matter, and neither does how often.
    let events = try ["alle", "igjen"].map { name in
      try folder.text(journal(name)).split(separator: "\n").dropFirst().compactMap { line in
        line.firstRange(of: "\"events\":").map { line[$0.upperBound...].dropLast(16) }
      }.map { $0.replacing("igjen", with: "alle") }
    }
    #expect(events[0] == events[1])
    #expect(try [folder.text(journal("gruppe-1")), folder.text(journal("gruppe-2"))] == before)
    let shown = try await Program.run(["show", "alle"], in: folder)
    #expect(shown.output.contains("Brød  – gruppe-1") && shown.output.contains("Kaffe  – Kari  – gruppe-1"))
    #expect(shown.output.contains("Kaker  – gruppe-2") && shown.output.contains("Boller  – Knut  – gruppe-2"))
    #expect(shown.output.contains("KH2") && shown.output.contains("GOAL1") && shown.output.contains("GOAL2"))
    // It is a session like any other.
    let terminal = try Program.open(["resume", "alle"], in: folder)
    try terminal.wait(for: "Velkommen tilbake")
    try terminal.type("/gå situation.internal.offering\rPølser\r")
    try terminal.wait(for: "5  Pølser")
    try terminal.type("/avslutt\r")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func copiesThatWereContinuedApartAreUnited() async throws {
    let folder = try TemporaryFolder()
    try await replay(["/goto situation.internal.offering", "Brød"], "felles", in: folder, at: "2026-02-10T09:00:00Z")
    _ = try await Program.shell("cp -r Sessions/felles Sessions/kopi", in: folder)
    for (name, text) in [("felles", "Kaffe"), ("kopi", "Kaker")] {
      let outcome = try await Program.run(["resume", name], in: folder, input: "/edit 1 \(text)\n\(text) to\n")
      #expect(outcome.status == 0)
    }
    let outcome = try await Program.run(["merge", "felles", journal("kopi"), "--into", "samlet"], in: folder)
    #expect(outcome.status == 0)
    let shown = try await Program.run(["show", "samlet"], in: folder)
    // Both gave their second answer the same number: it is 2 for one of them and 3 for the other.
    #expect(shown.output.contains("2  ") && shown.output.contains("3  "))
    #expect(shown.output.contains("Kaffe to") && shown.output.contains("Kaker to"))
    let text = try folder.text(journal("samlet"))
    for word in ["Brød", "Kaffe", "Kaker", "Kaffe to", "Kaker to"] { #expect(text.contains(word)) }
    let examined = try await Program.run(["doctor", "samlet"], in: folder)
    // Both have changed the first one: what does not hold is told until somebody decides.
    #expect(examined.status == 1 && examined.output.contains("put aside"), "\(examined.output)")
  }

  @Test func aCopyOfASynchronisingFolderIsOffered() async throws {
    let folder = try TemporaryFolder()
    try await replay(["/goto situation.internal.offering", "Brød"], "felles", in: folder, at: "2026-02-10T09:00:00Z")
    let copy = "Sessions/felles/journal (Karis konfliktkopi 2026-02-10).jsonl"
    _ = try await Program.shell("cp \(journal("felles")) \"\(copy)\"", in: folder)
    _ = try await Program.run(["resume", "felles"], in: folder, input: "Kaffe\n")
    _ = try await Program.shell(
      "mv \(journal("felles")) x; mv \"\(copy)\" \(journal("felles")); mv x \"\(copy)\"", in: folder)
    let piped = try await Program.run(["resume", "felles"], in: folder, input: "/list\n")
    #expect(piped.errors.contains("another copy of this session") && piped.errors.contains("plenum merge felles"))
    let terminal = try Program.open(["resume", "felles"], in: folder)
    try terminal.wait(for: "another copy of this session")
    try terminal.type("\r")
    try terminal.wait(for: "2  Kaffe")
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    // Taken in, it is not offered again.
    let again = try Program.open(["resume", "felles"], in: folder)
    try again.wait(for: "2  Kaffe")
    #expect(!again.screen.contains("another copy"))
  }

  @Test func theDoctorMendsAndKeepsTheOldFile() async throws {
    let folder = try TemporaryFolder()
    try await replay(["/goto situation.internal.offering", "Brød"], "felles", in: folder, at: "2026-02-10T09:00:00Z")
    let path = journal("felles")
    let healthy = try await Program.run(["doctor", "felles"], in: folder)
    #expect(healthy.status == 0 && healthy.output.contains("no problems found"))
    let original = try folder.text(path)
    try folder.write(original.replacing("Brød", with: "Grovbrød"), to: path)
    let edited = try await Program.run(["doctor", path], in: folder)
    #expect(edited.status == 1 && edited.output.contains("was edited by hand"))
    let accepted = try await Program.run(["doctor", path, "--accept-edits"], in: folder)
    #expect(accepted.status == 0 && accepted.output.contains("1 line has been sealed as it is"))
    #expect(try folder.text(path + ".before-1").contains("Grovbrød"))
    let sealed = try await Program.run(["doctor", path], in: folder)
    #expect(sealed.status == 0)

    let text = try folder.text(path)
    try folder.write(Array(text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }), to: path)
    let unreadable = try await Program.run(["show", "felles"], in: folder)
    #expect(unreadable.status == 65 && unreadable.errors.contains("UTF-16"))
    let converted = try await Program.run(["doctor", "felles", "--from", "utf16"], in: folder)
    #expect(converted.status == 0)
    #expect(try folder.text(path) == text)

    try await replay(["Test"], "annen", in: folder, at: "2026-02-10T10:00:00Z")
    let second = try folder.text(journal("annen"))
    try folder.write(text + second, to: path)
    let split = try await Program.run(["doctor", "felles", "--split"], in: folder)
    #expect(split.status == 0 && split.output.contains("Sessions/felles-2/journal.jsonl"))
    #expect(try folder.text(path) == text)
    #expect(try folder.text(journal("felles-2")) == second)
    #expect(try folder.text(path + ".before-3") == text + second)
    let none = try await Program.run(["doctor", "felles", "--split"], in: folder)
    #expect(none.output.contains("contains only one session"))
  }

  @Test(
    arguments: [
      (["merge", "none", "--into", "x"], 66), (["merge", "a", "--into", "../x"], 64), (["doctor", "none"], 66),
      (["doctor", "a", "--from", "latin1"], 64), (["doctor", "a", "--split", "--accept-edits"], 64),
      (["merge", "a", "--into", "a"], 73),
    ] as [([String], Int32)]) func whatCannotBeDoneIsSaid(_ arguments: [String], _ status: Int32) async throws
  {
    let folder = try TemporaryFolder()
    try await replay(["Test"], "a", in: folder, at: "2026-02-10T10:00:00Z")
    let outcome = try await Program.run(arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(!outcome.errors.isEmpty)
  }
}
