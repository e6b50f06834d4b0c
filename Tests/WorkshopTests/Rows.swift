import SessionFixtures
import Testing
import Workshop

/// Lines that are followed: what was heard before, what is typed, and the answers that stand there then.
struct Heard: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let language: LanguageCode
  let question: QuestionID
  let given: [String]
  let when: [String]
  let then: [[String]]

  /// Answers as their cells; cells that are not written are empty.
  init(
    _ name: String, in language: LanguageCode = "en", at question: QuestionID, given: [String] = [], when: [String],
    then: [[String]]
  ) {
    testDescription = name
    self.language = language
    self.question = question
    self.given = given
    self.when = when
    self.then = then
  }

  func check(_ files: MethodFiles) throws {
    var room = try TestSession(files, language: language)
    for line in given + ["/goto \(question)"] + when { try room.hear(line) }
    let columns = room.session.method.question(question)?.columns.count ?? 0
    let expected = then.map { $0 + Array(repeating: "", count: max(0, columns - $0.count)) }
    #expect(room.session.answers(to: question).map(\.cells) == expected)
  }
}

/// A line that is turned down, and why; nothing may have changed.
struct Refused: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let language: LanguageCode
  let given: [String]
  let when: String
  let then: Refusal

  init(_ name: String, in language: LanguageCode = "en", given: [String] = [], when: String, then: Refusal) {
    testDescription = name
    self.language = language
    self.given = given
    self.when = when
    self.then = then
  }

  func check(_ files: MethodFiles) throws {
    var room = try TestSession(files, language: language, hearing: given)
    let before = room.session
    #expect(throws: then) { try room.hear(when) }
    #expect(room.session == before)
  }
}

/// People and birds to refer to.
let people = ["/people add KH | Kari Hauge", "/people add OL | Ola Lie"]
let birds = ["/goto birds.seen.list", "Great tit", "Grey heron", "Jay"]
