import FacilitationFixtures
import Foundation
import Method
import PseudoTerminal
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// A method about something else altogether, and methods as files.
@Suite("Other methods")
struct OtherMethodTests {
  private static let folder = repository + "/Tests/PlenumTests/Methods/retrospective"

  @Test func aRetrospectiveIsRunFromItsFiles() async throws {
    let folder = try TemporaryFolder()
    _ = try await Program.shell("cp '\(OtherMethodTests.folder)'/* .", in: folder)
    let checkedMethod = try await Program.run(["method", "check", "method.yaml"], in: folder)
    #expect(checkedMethod.output == "retrospective is ready to use. Questions: 9. Languages: en.\n")
    let replayed = try await Program.run(["replay", "may.plenum", "--method", "method.yaml"], in: folder)
    #expect(replayed.status == 0, "\(replayed.errors)")
    let checked = try await Program.run(["check", "may"], in: folder)
    #expect(checked.output.hasPrefix("note: B2 nobody opened the window stays as it is. On purpose?"))
    #expect(checked.status == 0)
    let exported = try await Program.run(["export", "may"], in: folder)
    #expect(exported.status == 0)
    let draft = try folder.text("Sessions/may/may-strategy.md")
    #expect(draft.contains("Bad: flour ran out twice"))
    #expect(draft.contains("| Order flour on Mondays | flour ran out twice | Anna Berg |"))
  }

  /// Names of the built-in method stand in its files, never in the program.
  @Test func nothingAboutSocialMediaStandsInTheProgram() throws {
    let method = try Library { _ in nil }.method(Library.builtIn).method
    let names =
      method.questions.map(\.id.rawValue) + method.stages.flatMap(\.steps).map(\.id.rawValue)
      + method.checks.map(\.id.rawValue).filter { $0 != Check.required.id.rawValue }
      + method.kpis.map(\.id.rawValue) + ["instagram", "facebook", "swot"].map { "\"\($0)\"" }
    let files = FileManager.default.enumerator(atPath: repository + "/Sources")
    for case let path as String in files ?? FileManager.DirectoryEnumerator() where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: repository + "/Sources/" + path, encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
      for name in names { #expect(!code.contains(name), "\(path): \(name)") }
    }
  }

  @Test func aNewMethodIsRightAtOnce() async throws {
    let folder = try TemporaryFolder()
    let made = try await Program.run(["method", "new", "team"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let checked = try await Program.run(["method", "check", "team/method.yaml"], in: folder)
    let languages = Library.languages.map(\.rawValue).joined(separator: ", ")
    #expect(checked.output == "team-agreement is ready to use. Questions: 6. Languages: \(languages).\n")
    let again = try await Program.run(["method", "new", "team"], in: folder)
    #expect(again.status == 73)
    #expect(again.errors == "The folder team already exists; choose another name.\n")
    try folder.write("AB | Anna\n/next\nWe talk\n/next\nBe on time | AB\n/next\n1 June\n", to: "x.plenum")
    let played = try await Program.run(
      ["replay", "x.plenum", "--method", "team/method.yaml", "--keep-going"], in: folder)
    #expect(played.status == 0, "\(played.errors)")
  }

  @Test func aNewMethodIsForWhatIsAsked() async throws {
    let folder = try TemporaryFolder()
    let made = try await Program.run(
      ["method", "new", "fair", "--for", "risks", "--languages", "en,norsk"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let checked = try await Program.run(["method", "check", "fair"], in: folder)
    #expect(checked.output == "risk-workshop is ready to use. Questions: 6. Languages: en, nb.\n")
    let unknown = try await Program.run(["method", "new", "other", "--languages", "en,xx"], in: folder)
    #expect(unknown.status == 64)
    let schema = try await Program.run(["method", "schema"], in: folder)
    #expect(schema.output.hasPrefix("{\"$schema\": "))
  }

  @Test func whatAMethodIsForIsAsked() async throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["method", "new", "ours"], in: folder)
    try terminal.wait(for: "What is the method for?")
    try terminal.type("5\r")
    try terminal.wait(for: "has been written to ours")
    #expect(try folder.text("ours/method.yaml").contains("method: decision\n"))
  }

  /// Version 0.1 had a short draft, with blocks of its own.
  @Test func aMethodOfTheFirstVersionIsReadAsItWas() async throws {
    let folder = try TemporaryFolder()
    _ = try await Program.run(["method", "new", "team"], in: folder)
    let text = try folder.text("team/method.yaml")
    let short = "  - parked:\n  brief:\n  - bullets: agree.talk.good\n    most: 2\n"
    try folder.write(text.replacing("  - parked:\n", with: short), to: "team/method.yaml")
    #expect(try folder.text("team/method.yaml") != text)
    let checked = try await Program.run(["method", "check", "team/method.yaml"], in: folder)
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
  }

  /// Mistakes in a method, and every one of them is said at once.
  @Test func everyMistakeIsSaid() async throws {
    let folder = try TemporaryFolder()
    _ = try await Program.run(["method", "new", "team"], in: folder)
    let right = try folder.text("team/method.yaml")
    let wrong = right.replacing("kind: list ", with: "kind: lits ").replacing("text(120)!", with: "txt(120)!")
      .replacing("count: agree.talk.rules, most", with: "counts: agree.talk.rules, most")
    try folder.write(wrong, to: "team/method.yaml")
    let checked = try await Program.run(["method", "check", "team/method.yaml"], in: folder)
    #expect(checked.status == 65)
    let lines = checked.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("team/method.yaml:37: “lits” is not one of line, list"))
    #expect(lines[1].hasPrefix("team/method.yaml:48: the type of a column"))
    #expect(lines[2].hasPrefix("team/method.yaml:67: “counts” is not a known key; did you mean count"))
    #expect(lines[3] == "3 mistakes.")
    try folder.write(right, to: "team/method.yaml")
    let words = try folder.text("team/nb.yaml").split(separator: "\n").filter { !$0.contains("help:") }
    try folder.write(words.joined(separator: "\n").replacing("next:", with: "nxt:"), to: "team/nb.yaml")
    let checkedWords = try await Program.run(["method", "check", "team/method.yaml"], in: folder)
    #expect(checkedWords.errors.contains("team/nb.yaml:9: the words for “start.people.day: help” are missing."))
    #expect(checkedWords.errors.contains("the words for “questions: agree.close.next” are missing"))
    #expect(checkedWords.errors.contains("“agree.close.nxt” is used here, but nothing has that name."))
  }

  @Test(arguments: Library.languages) func aMethodIsReadInOneGo(_ language: LanguageCode) async throws {
    let folder = try TemporaryFolder()
    let shown = try await Program.run(["method", "show", "--language", language.rawValue], in: folder)
    #expect(shown.status == 0)
    let (method, source) = try Library { _ in nil }.method(Library.builtIn)
    let texts = try source.localization(language).texts
    for question in method.questions {
      #expect(shown.output.contains(try #require(texts.questions[question.id]).ask), "\(question.id)")
    }
    for kpi in method.kpis { #expect(shown.output.contains(try #require(texts.kpis[kpi.id]).formula), "\(kpi.id)") }
  }

  @Test func aMethodIsReadByPrograms() async throws {
    let folder = try TemporaryFolder()
    let shown = try await Program.run(["method", "show", "--format", "json"], in: folder)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
    #expect((object["stages"] as? [Any])?.count == 10)
    #expect(object["method"] as? String == "social-media-plan")
    let listed = try await Program.run(["method", "list"], in: folder)
    #expect(listed.output.hasPrefix("social-media-plan  Social media plan  Core run (30), Half-day run (73)"))
    let unknown = try await Program.run(["method", "show", "--language", "xx"], in: folder)
    #expect(unknown.status == 64)
  }

  @Test func theCatalogueIsSearched() async throws {
    let folder = try TemporaryFolder()
    let found = try await Program.run(["kpis", "svar", "minutter", "--language", "nb"], in: folder)
    #expect(found.output.contains("Svartid"))
    let none = try await Program.run(["kpis", "qqqq"], in: folder)
    #expect(none.status == 66)
    #expect(none.errors == "No KPI matches those words.\n")
  }
}
