/// How the answers of a question that have no series of their own are numbered.
public enum AnswerNumbering: Hashable, Sendable {
  /// By where they stand on the screen: always 1…n, whatever was deleted or moved.
  case byPlace
  /// By when they were given: a number is never given again. So do scripts of the first form.
  case byEntry
}

// What a room calls an answer: by its handle where it has a series of its own, else by its number on the screen.
extension Session {
  /// The answers of a question that can be read: a text that was removed for good is no row any more.
  public func readableAnswers(to question: QuestionID) -> [Answer] {
    let answers = answers(to: question)
    return privacy.redacted.isEmpty ? answers : answers.filter { !privacy.redacted.contains($0.id) }
  }

  /// The number of an answer on the screen, from 1 in the order in which the answers of its question stand; within its
  /// series where it has one. Nil for one that is not there any more.
  public func number(of handle: Handle) -> Int? { answer(handle).flatMap { number(of: $0.id) } }

  /// What the room calls an answer; of one that is not there any more, what it was called last.
  public func name(onScreen id: AnswerID) -> String {
    guard id.series == nil else { return id.handle.rawValue }
    return String(number(of: id) ?? id.number)
  }

  /// What the room calls some answers that stand together, with a dash for a text that was removed: it is no row any more.
  ///
  /// - Parameters:
  ///   - answers: The answers, in their order.
  ///   - before: The answers that stand above them.
  /// - Returns: A name for each of them.
  public func namesOnScreen(of answers: some Sequence<Answer>, after before: some Sequence<Answer>) -> [String] {
    var number = before.reduce(0) { $0 + (privacy.redacted.contains($1.id) ? 0 : 1) }
    return answers.map { answer in
      guard !privacy.redacted.contains(answer.id) else { return "–" }
      number += 1
      guard answer.id.series == nil else { return answer.handle.rawValue }
      return String(numbering == .byPlace ? number : answer.id.number)
    }
  }

  private func number(of id: AnswerID) -> Int? {
    guard id.series == nil, numbering == .byPlace else { return id.number }
    return readableAnswers(to: id.question).firstIndex { $0.id == id }.map { $0 + 1 }
  }

  /// The answers that are meant by numbers, handles, and ranges of numbers: `1 3 5`, `2-4`, `OBJ1, OBJ3`.
  ///
  /// - Returns: Each of them once, in the order in which they were named.
  /// - Throws: A refusal when one of them is not there.
  func find(answers typed: String) throws(Refusal) -> [Answer] {
    var found: [Answer] = []
    for word in try Session.numbersWrittenOut(in: typed) {
      let answer = try find(answer: word)
      if !found.contains(where: { $0.id == answer.id }) { found.append(answer) }
    }
    return found
  }

  /// The words of a list of numbers and handles; a range of numbers is each of its numbers.
  ///
  /// - Throws: A refusal when a range is empty, or longer than any list of answers.
  static func numbersWrittenOut(in typed: String) throws(Refusal) -> [String] {
    let tight = typed.replacing(/\s*[-–—]\s*(?=\d)/, with: "-")
    var words: [String] = []
    for word in tight.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int(digits: $0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1] else {
        words.append(String(word))
        continue
      }
      guard first > 0, first <= last, last - first < Session.mostInRange else {
        throw .numberOutOfRange(String(word), 1...Session.mostInRange)
      }
      words += (first...last).map { String($0) }
    }
    return words
  }

  /// The most answers that one range can mean.
  static let mostInRange = 1000
}
