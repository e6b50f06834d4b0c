// Several of the answers that a question offers, taken as they are.
extension Session {
  /// The answers that are meant by `all`, `1-8` or `1 3 5`, as far as they do not stand there already.
  ///
  /// - Throws: A refusal when one of them is not offered, or the question does not take so many.
  func takeSuggestions(_ typed: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    guard openVote == nil else { throw .vote(.isOpen) }
    guard !hasEnded, let question = position.flatMap(method.question) else { throw .atEnd }
    let offered = suggestions(of: question, in: parser.localization)
    guard !offered.isEmpty else { throw .unknownSuggestion(typed, count: 0) }
    let isAll = CommandVerb.known(typed, of: .suggest, in: parser.localization.language) == .all
    let numbers = try isAll ? offered.indices.map { String($0 + 1) } : Session.numbersWrittenOut(in: typed)
    guard !question.holdsOne || numbers.count == 1 else { throw .tooManyAnswers(most: 1, question: question.id) }
    var room = self
    room.progress.asking = nil
    var events: [Event] = []
    for number in numbers {
      let text = try suggestion(number, in: parser.localization)
      let given = try room.hear(text, parser, today: today).filter { event in
        if case .answerGiven(let answer) = event { room.double(of: answer) == nil } else { false }
      }
      room.apply(given, as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
      room.progress.asking = nil
      events += given
    }
    return events
  }

  /// An answer that says the same as one that is about to be given, whatever the case of its letters; nil when none does.
  ///
  /// Looked for among the latest answers only, so that a long list stays as quick as a short one.
  public func double(of answer: Answer) -> Answer? {
    guard answer.cells.contains(where: { !$0.isEmpty }) else { return nil }
    return readableAnswers(to: answer.id.question).suffix(Session.mostCompared).first { other in
      other.id != answer.id && other.place == answer.place && other.cells.count == answer.cells.count
        && zip(other.cells, answer.cells).allSatisfy(Session.areAlike)
    }
  }

  private static func areAlike(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.trimmed, right.trimmed)
    // Most differ at once; only what agrees but for the case of letters is looked at as letters.
    let couldBe = zip(left.utf8, right.utf8).allSatisfy { $0 == $1 || $0 ^ $1 == 0x20 || $0 | $1 >= 0x80 }
    return couldBe && left.lowercased() == right.lowercased()
  }

  private static let mostCompared = 300
}
