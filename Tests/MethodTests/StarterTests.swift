import SessionFixtures
import Testing
import Workshop

@testable import Method

/// The methods that `plenum method new` writes: nothing is wrong in them, and they lose nothing that a room says.
@Suite("What a method of one's own begins with")
struct StarterTests {
  private static func library(of starter: Starter) -> Library {
    let files = Dictionary(starter.files().map { ("own/\($0.name)", $0.bytes) }) { first, _ in first }
    return Library { path in files[path] }
  }

  @Test(arguments: Starter.allCases) func `nothing is wrong in it`(starter: Starter) throws {
    let (method, problems) = StarterTests.library(of: starter).problems(of: "own/method.yaml")
    #expect(problems.isEmpty, "\(problems)")
    #expect(try #require(method).languages == Library.languages)
  }

  @Test(arguments: Starter.allCases) func `the draft holds what is said beside the questions`(starter: Starter) throws {
    let method = try StarterTests.library(of: starter).method("own/method.yaml").method
    let records = method.sections.flatMap(\.blocks).compactMap { block in
      if case .record(let record) = block.content { record } else { nil }
    }
    #expect(records == [.decisions, .tasks, .parked])
  }

  /// Played with its own examples, a starter has nothing open that its own checks call an error.
  @Test(arguments: Starter.allCases, Library.languages) func `its examples make a whole`(
    starter: Starter, language: LanguageCode
  ) throws {
    let files = SessionFixtures.MethodFiles(
      name: "own/method.yaml",
      contents: Dictionary(
        starter.files().map { ("own/\($0.name)", String(decoding: $0.bytes, as: UTF8.self)) }
      ) { first, _ in first })
    var room = try TestSession(files, language: language, run: "long")
    for question in room.session.method.questions(in: "long") {
      try room.hear("/goto \(question.id)")
      for example in room.session.examples(of: question, in: room.localization) { try room.hear(example) }
    }
    let errors = room.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.message) \($0.question)" })")
  }
}
