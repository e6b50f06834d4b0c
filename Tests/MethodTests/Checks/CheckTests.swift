import Method
import SessionFixtures
import Testing
import Workshop

/// Lines after which a check says something about a question, and further lines after which it is silent.
struct Raised: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let message: MessageID
  let question: QuestionID
  let run: RunID
  let when: [String]
  let mended: [String]

  init(
    _ message: MessageID, _ name: String, at question: QuestionID, in run: RunID = "full", _ when: [String] = [],
    mended: [String]
  ) {
    testDescription = "\(message): \(name)"
    (self.message, self.question, self.run) = (message, question, run)
    (self.when, self.mended) = (when, mended)
  }

  func isFound(in room: TestSession) -> Bool {
    room.findings.contains { $0.message == message && $0.question == question }
  }
}

@Suite("The checks of the built-in method")
struct CheckTests {
  static let rows = objectives + kpis + people + networks + money + crisis + organisation + plan + dates + whole

  @Test(arguments: rows) func itIsSaidAndMended(_ row: Raised) throws {
    var room = try TestSession(run: row.run)
    for line in row.when { try room.hear(line) }
    #expect(row.isFound(in: room), "\(room.findings.map { "\($0.message) \($0.question)" })")
    for line in row.mended { try room.hear(line) }
    #expect(!row.isFound(in: room))
  }

  /// A sentence about a question, and how many rules or rows say it.
  private struct Sentence: Hashable, Comparable, CustomStringConvertible {
    var message: MessageID
    var question: QuestionID

    var description: String { "\(message) \(question)" }

    static func < (left: Self, right: Self) -> Bool { left.description < right.description }
  }

  @Test func everyRuleHasARow() throws {
    let (method, _) = try MethodFiles.builtIn.library.method(Library.builtIn)
    let rules = method.checks.flatMap(\.rules)
    #expect(method.checks.count == 61)
    var left = CheckTests.rows.map { Sentence(message: $0.message, question: $0.question) }
    let without = rules.filter { rule in
      guard let place = left.firstIndex(where: { fits($0, rule) }) else { return true }
      left.remove(at: place)
      return false
    }
    #expect(without.map { "\($0.message) \($0.mend ?? $0.subject?.question ?? "")" } == [])
  }

  private func fits(_ sentence: Sentence, _ rule: Rule) -> Bool {
    guard sentence.message == rule.message else { return false }
    // What looks at all questions, or at where its conditions point, says itself which one it is about.
    return (rule.mend ?? rule.subject?.question).map { $0 == sentence.question } ?? true
  }

  @Test func everySentenceIsSaid() throws {
    let (method, source) = try MethodFiles.builtIn.library.method(Library.builtIn)
    let said = Set(method.checks.flatMap(\.rules).map(\.message.rawValue))
    let words = Set(try source.localization("en").texts.checks.keys.map(\.rawValue))
    #expect(said.subtracting(words) == [])
    #expect(words.subtracting(said).subtracting(Finding.ownMessages.map(\.rawValue)) == [])
  }
}
