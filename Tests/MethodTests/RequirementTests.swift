import Foundation
import Method
import SessionFixtures
import Testing
import Workshop

/// What a method of this kind must not lose, line by line.
@Suite("Requirements")
struct RequirementTests {
  private struct Requirement {
    var id: String
    var carriers: String
  }

  private let method: Workshop.Method
  private let requirements: [Requirement]
  private let article: [String: String]

  init() throws {
    method = try MethodFiles.builtIn.library.method(Library.builtIn).method
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let table = try String(contentsOf: here.appending(path: "Resources/requirements.tsv"), encoding: .utf8)
    requirements = table.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Requirement(id: cells[0], carriers: cells[2])
    }
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Sources/plenum/Plenum.docc/Requirements.md"), encoding: .utf8)
    var rows: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if cells.count == 3 { rows[cells[0]] = cells[2] }
    }
    article = rows
  }

  /// Names of questions in a text; the names of sections begin with `doc` and are none.
  private func paths(in text: String) -> [String] {
    text.matches(of: /[a-z]+(?:\.[a-z][a-z0-9-]*){2}/).map { String($0.0) }.filter { !$0.hasPrefix("doc.") }
  }

  @Test func thereAreAllOfThem() {
    #expect(requirements.count == 188)
    #expect(Set(requirements.map(\.id)).count == 188)
  }

  @Test func theirQuestionsAreAskedInSomeRun() {
    for requirement in requirements {
      for path in paths(in: requirement.carriers) {
        let question = method.question(QuestionID(path))
        #expect(question.map { !$0.timeboxes.isEmpty } == true, "\(requirement.id): \(path)")
      }
    }
  }

  @Test func theArticleHasThemAll() {
    for requirement in requirements {
      let row = article[requirement.id]
      #expect(row?.isEmpty == false, "\(requirement.id)")
      let named = Set(paths(in: row ?? ""))
      for path in paths(in: requirement.carriers) { #expect(named.contains(path), "\(requirement.id): \(path)") }
      for path in named { #expect(method.question(QuestionID(path)) != nil, "\(requirement.id): \(path)") }
    }
  }

  @Test func everyQuestionCarriesSomething() {
    let named = Set(article.values.flatMap { paths(in: $0) })
    #expect(method.questions.map(\.id.rawValue).filter { !named.contains($0) } == [])
  }
}
