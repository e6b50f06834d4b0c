import FacilitationFixtures
import Foundation
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

@Suite("Scripts out of the program and into it")
struct ScriptCommandTests {
  /// Writes the script of a session, replays it under the same name elsewhere, and compares every file we write.
  private func expectTheSameFiles(_ name: String, in folder: TemporaryFolder) async throws {
    let script = try await Program.run(["script", name], in: folder)
    #expect(script.status == 0 && script.errors.isEmpty, "\(script.errors)")
    try folder.write(script.output, to: "\(name).script.plenum")
    let played = try await Program.run(
      ["replay", "\(name).script.plenum", "--into", name, "--sessions", "again"], in: folder)
    #expect(played.status == 0, "\(played.errors)")
    for (sessions, files) in [("Sessions", "left"), ("again", "right")] {
      let exported = try await Program.run(
        [
          "export", name, "--sessions", sessions, "--to", "markdown,html,csv,ics,json", "--document", "all",
          "--output", files,
        ], in: folder)
      #expect(exported.status == 0, "\(exported.errors)")
      let account = try await Program.run(["transcript", name, "--sessions", sessions], in: folder)
      try folder.write(account.output, to: files + "/transcript.md")
    }
    let compared = try await Program.shell("ls left | wc -l; diff -r left right", in: folder)
    #expect(compared.status == 0, "\(compared.output)")
    #expect(try #require(Int(compared.output.trimmed)) > 5)
  }

  @Test func ofGroupsThatWereUnited() async throws {
    let folder = try TemporaryFolder()
    for script in ["bergen-bakery.nb.plenum", "bergen-bakery-core.nb.plenum"] {
      let played = try await Program.run(
        ["replay", repository + "/Sessions/" + script, "--at", "2026-02-10T09:00:00Z", "--every", "30"], in: folder)
      #expect(played.status == 0)
    }
    let merged = try await Program.run(["merge", "bergen-bakery", "bergen-bakery-core", "--into", "both"], in: folder)
    #expect(merged.status == 0, "\(merged.errors)")
    try await expectTheSameFiles("both", in: folder)
  }

  @Test func ofCopiesThatWereContinuedApart() async throws {
    let folder = try TemporaryFolder()
    try folder.write("/goto situation.internal.offering\nBread\n", to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum", "--into", "one"], in: folder)
    _ = try await Program.shell("cp -r Sessions/one Sessions/two", in: folder)
    for (name, lines) in [("one", "Coffee\n/edit 1 Rye bread\n/undo\n"), ("two", "Cakes\n/undo\n/redo\nTea\n/undo\n")] {
      _ = try await Program.run(["resume", name], in: folder, input: lines)
    }
    let merged = try await Program.run(["merge", "one", "two", "--into", "both"], in: folder)
    #expect(merged.status == 0, "\(merged.errors)")
    try await expectTheSameFiles("both", in: folder)
  }

  @Test func ofASessionThatWasLeftAndTakenUpAgain() async throws {
    let folder = try TemporaryFolder()
    for title in ["Title: with a colon  and # signs", "/slash", "– \u{202E}turned"] {
      let started = try await Program.run(
        ["start", title, "--language", "fi", "--run", "half-day"], in: folder, input: "Konepaja\n/quit\n")
      #expect(started.status == 0, "\(started.errors)")
      let name = try #require(
        try await Program.run(["list"], in: folder).output.split(separator: "\n").last?.split(separator: " ").first)
      _ = try await Program.run(["resume", String(name)], in: folder, input: "/next\n# remark\nToinen\n")
      try await expectTheSameFiles(String(name), in: folder)
      _ = try await Program.shell("rm -r left right", in: folder)
    }
  }

  @Test func whatIsPrivateIsNotInIt() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "/goto situation.internal.offering\nBread\n/note Ola is tired\n/off\nA secret\n/on\n/undo\n/redact 1\n"
        + "/redact NOTE1\n/park A rumour\n/close PARK1 It is true\n/redact PARK1\n",
      to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum", "--into", "x"], in: folder)
    let script = try await Program.run(["script", "x"], in: folder)
    let hidden = ["tired", "secret", "/note", "/off", "/on", "Bread", "note-", "record", "\"note\"", "NOTE1", "rumour"]
    for text in hidden + ["true"] {
      #expect(!script.output.contains(text), "\(text) in \(script.output)")
    }
    for line in ["/redact situation.internal.offering#1", "/redact PARK1"] {
      #expect(script.output.split(separator: "\n").contains { $0 == line }, "\(line) in \(script.output)")
    }
    try folder.write(script.output, to: "y.plenum")
    let again = try await Program.run(["replay", "y.plenum", "--into", "y"], in: folder)
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test(arguments: [
    ("#@ soon", false), ("#@ +1.2345", false), ("#@ +", false), ("#+ nothing", false), ("#+ []]", false),
    (#"#+ [{"type":"nonsense"}]"#, false), (#"#+ [],"seen":[]"#, false),
    (#"#+ [{"type":"answer-given","question":"a","number":99999999999999999999,"cells":["x"]}]"#, false),
    ("#@ 2026-02-10T09:00:00Z", true), ("#@ 2026-02-10", true), ("#@ +0.001", true), ("#@ +86400", true), ("#>", true),
    ("#+ []", true), ("#@", true), ("#>>", true), ("#+1", true), ("# @ a remark", true),
  ])
  func aLineThatMeansSomethingIsReadOrTurnedDown(_ line: String, _ isRead: Bool) async throws {
    let folder = try TemporaryFolder()
    try folder.write("Bakery\n\(line)\n", to: "x.plenum")
    let played = try await Program.run(["replay", "x.plenum"], in: folder)
    #expect(played.status == (isRead ? 0 : 65), "\(played.errors)")
    #expect(played.errors.contains("x.plenum:2: ") == !isRead)
  }

  @Test func theTimeThatIsSaidIsTheTimeOfTheLines() async throws {
    let folder = try TemporaryFolder()
    let lines =
      "# plenum 1\n# title: On time\n# language: nb\n# run: half-day\n\n#@ 2026-02-10T09:00:00Z\nEn\n#@ +90.5\nTo\n"
    try folder.write(lines, to: "x.plenum")
    _ = try await Program.run(["replay", "x.plenum", "--into", "x"], in: folder)
    let journal = try folder.text("Sessions/x/journal.jsonl")
    #expect(journal.contains("\"created\":\"2026-02-10T09:00:00.000Z\"") && journal.contains("\"title\":\"On time\""))
    #expect(
      journal.contains("2026-02-10T09:01:30.500Z") && journal.contains("\"language\":\"nb\",\"run\":\"half-day\""))
    _ = try await Program.run(["replay", "x.plenum", "--into", "y", "--at", "2027-01-01T09:00:00Z"], in: folder)
    #expect(!(try folder.text("Sessions/y/journal.jsonl")).contains("2026-02-10T09:0"))
  }

  @Test(arguments: ["# language: xx", "# run: quick"])
  func aHeadThatTheMethodDoesNotKnowIsTurnedDown(_ line: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("# plenum 1\n\(line)\nBakery\n", to: "x.plenum")
    let played = try await Program.run(["replay", "x.plenum"], in: folder)
    #expect(played.status == 65)
    #expect(played.errors.contains(String(line.split(separator: " ").last ?? "")), "\(played.errors)")
  }
}
