import Draft
import FacilitationFixtures
import Foundation
import LineEditor
import Method
import PseudoTerminal
import SessionFixtures
import Testing
import Text
import Workshop

@testable import Facilitation
@testable import plenum

@Suite("A rehearsal with the method's own examples")
struct RehearsalTests {
  private static let begins = Moment(typed: "2026-09-15T09:00")

  private func rehearsal(
    _ language: LanguageCode, _ run: RunID, of files: MethodFiles = .builtIn
  ) throws -> (Rehearsal, Rooms) {
    let rooms = try Rooms(files)
    let rehearsal = Rehearsal(
      of: rooms.method, run: run, in: try rooms.source.localization(language), from: try #require(RehearsalTests.begins)
    )
    return (rehearsal, rooms)
  }

  @Test(
    "Every question of every run has examples that are answers", arguments: Library.languages,
    ["core", "half-day", "full"])
  func everyExampleIsAnAnswer(_ language: LanguageCode, _ run: RunID) throws {
    let (rehearsal, rooms) = try rehearsal(language, run)
    #expect(rehearsal.session.run == run && rehearsal.session.language == language)
    #expect(rehearsal.session.progress.isClosed && rehearsal.session.hasEnded)
    #expect(rehearsal.scenes.map(\.question.id) == rehearsal.session.walk.map(\.id))
    for scene in rehearsal.scenes {
      #expect(scene.refused.map { "\(scene.question.id): \($0.line): \($0.reason)" } == [])
      #expect(!scene.lines.isEmpty, "\(scene.question.id) has no example")
    }
    let errors = rehearsal.session.findings(in: rehearsal.localization).filter { $0.severity == .error }
    #expect(errors.map { "\($0.message) \($0.question)" } == [])
    // The clock goes on by what is planned, and nothing is late in the end.
    for (scene, next) in zip(rehearsal.scenes, rehearsal.scenes.dropFirst()) { #expect(scene.ends == next.begins) }
    let planned = rehearsal.scenes.reduce(0) { $0 + $1.seconds }
    #expect(rehearsal.scenes.last?.ends == RehearsalTests.begins?.later(by: planned))
    // Its script gives it again.
    let again = try rooms.replay(rehearsal.script.joined(separator: "\n") + "\n", as: "again")
    #expect(again.session.withoutHistory == rehearsal.session.withoutHistory)
    #expect(draft(again.session, rehearsal.localization) == draft(rehearsal.session, rehearsal.localization))
    for scene in rehearsal.scenes where scene.seconds > 0 {
      #expect(again.session.usedSeconds(scene.question, now: again.clock.now()) == scene.seconds)
    }
  }

  private func draft(_ session: Session, _ localization: Localization) -> String {
    MarkdownWriter().text(of: Document(draftOf: session, in: localization))
  }

  @Test(arguments: Library.languages) func theDraftSaysWhatItIs(_ language: LanguageCode) throws {
    let (rehearsal, _) = try rehearsal(language, "core")
    let word = rehearsal.localization.language.sentence("rehearsal.organisation", ["name": ""])
    #expect(
      draft(rehearsal.session, rehearsal.localization).split(separator: "\n").first?.contains(word.trimmed) == true)
    #expect(rehearsal.script.contains { $0.hasPrefix("# title: ") && $0.contains(rehearsal.session.title) })
  }

  @Test func thePathSaysWhenEachQuestionComes() throws {
    let (rehearsal, _) = try rehearsal("en", "half-day")
    let view = RehearsalView(
      rehearsal: rehearsal, columns: 60)
    let lines = view.lines.map(\.plainText)
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines.contains { $0.hasPrefix("09:00   1  Organisation") && $0.hasSuffix("beforehand") })
    #expect(lines.contains { $0.hasPrefix("Frame the work") && $0.contains("09:00–09:") })
    let votes = rehearsal.scenes.filter { if case .vote = $0.question.kind { true } else { false } }
    #expect(lines.filter { $0.contains("vote · ") }.count == votes.count)
    #expect(lines.contains("Votes at: " + votes.map { String($0.number) }.joined(separator: ", ")))
  }

  @Test func aRunOfSeveralDaysIsCountedFromItsBeginning() async throws {
    let full = try await Program.run(["rehearse", "--run", "full", "--language", "da"], in: try TemporaryFolder())
    #expect(full.status == 0)
    let times = full.output.split(separator: "\n").compactMap { line -> Int? in
      let word = line.prefix(6).trimmed.split(separator: ":").compactMap { Int($0) }
      return word.count == 2 && line.dropFirst(6).first == " " ? word[0] * 60 + word[1] : nil
    }
    #expect(times.count > 90 && times.first == 0 && times == times.sorted())
    #expect(try #require(times.last) > 12 * 60)
  }

  @Test func whatIsNoAnswerIsSaid() throws {
    let (rehearsal, _) = try rehearsal("en", "short", of: .odd)
    let refused = rehearsal.scenes.flatMap(\.refused)
    let view = RehearsalView(rehearsal: rehearsal, columns: 80)
    #expect(view.lines.filter { $0.plainText.contains("! ") }.count >= refused.count)
    #expect(view.lines.contains { $0.plainText.contains("no example") })
  }

  // MARK: The command

  @Test func theDraftStandsInAFolderThatIsNoSession() async throws {
    let folder = try TemporaryFolder()
    let rehearsed = try await Program.run(
      ["rehearse", "--run", "core", "--language", "nb", "--at", "8:30"], in: folder)
    #expect(rehearsed.status == 0, "\(rehearsed.errors)")
    #expect(rehearsed.output.hasPrefix("Prøve: Plan for sosiale medier (Kjerneløp)\n"))
    #expect(rehearsed.output.contains("08:30   1  Organisasjon"))
    #expect(!rehearsed.output.contains("\u{1B}"))
    let text = try folder.text("proeve-core-nb/proeve-strategi.md")
    #expect(text.contains("(prøve)"))
    #expect(try await Program.run(["list"], in: folder).errors.contains("Sessions"))
    let again = try await Program.run(
      ["rehearse", "--run", "core", "--language", "nb", "--at", "8:30", "--output", "elsewhere"], in: folder)
    #expect(again.status == 0)
    #expect(try folder.text("elsewhere/proeve-strategi.md") == text)
  }

  @Test func itsScriptIsReplayed() async throws {
    let folder = try TemporaryFolder()
    let script = try await Program.run(["rehearse", "--language", "fi", "--script"], in: folder)
    #expect(script.status == 0)
    try folder.write(script.output, to: "x.plenum")
    let replayed = try await Program.run(["replay", "x.plenum"], in: folder)
    #expect(replayed.status == 0, "\(replayed.errors)")
    #expect(try await Program.run(["check", "x"], in: folder).status == 0)
  }

  @Test(arguments: [
    (["--at", "soon"], 64, "“soon” is not a time"), (["--run", "quick"], 64, "“quick”"),
    (["--language", "se"], 64, "“se”"), (["no-such.yaml"], 66, "no-such.yaml"),
  ])
  func mistakesAreSaid(_ arguments: [String], _ status: Int32, _ said: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Program.run(["rehearse"] + arguments, in: folder)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [(80, 24), (60, 16)]) func aTerminalIsShownAPageAtATime(_ columns: Int, _ rows: Int) throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(
      ["rehearse", "--language", "nb", "--output", "out"], in: folder, columns: columns, rows: rows)
    try terminal.wait(for: "Side 1 av")
    #expect(terminal.screen.lines.contains { $0.hasPrefix("Prøve: ") })
    try terminal.type("\r")
    try terminal.wait(for: "Side 2 av")
    #expect(!terminal.screen.lines.contains { $0.hasPrefix("Prøve: ") })
    try terminal.type("q\r")
    try terminal.wait(for: "out/proeve-strategi.html")
    #expect(try terminal.waitForExit() == .code(0))
  }
}
