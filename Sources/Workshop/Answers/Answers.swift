/// What was said to the questions so far.
struct Answers: Hashable, Sendable {
  /// The answers, by the place of their question.
  var byPlace: [[Answer]]
  /// The highest number given in each series; without a series, in each question. None is given twice.
  var numbers: [String: Int] = [:]
  /// Answers that hang on one that was changed, until somebody looks at them.
  var toCheckAgain: [AnswerID: Handle] = [:]

  /// No answers to so many questions.
  init(questions: Int) { byPlace = Array(repeating: [], count: questions) }
}

extension Session {
  /// Answers that hang on one that was changed, until somebody looks at them.
  public var toCheckAgain: [AnswerID: Handle] { answers.toCheckAgain }

  /// The answers of a question, in their order.
  public func answers(to question: QuestionID) -> [Answer] {
    method.place(of: question).map { answers.byPlace[$0] } ?? []
  }

  /// Whether a question has an answer.
  public func isAnswered(_ question: QuestionID) -> Bool {
    !readableAnswers(to: question).isEmpty
  }

  /// The answer of that name.
  public func answer(_ id: AnswerID) -> Answer? {
    let answers = answers(to: id.question)
    // Unless it was moved, it stands at its number or, where some before it are gone, not far in front of that.
    let place = min(max(id.number, 0), answers.count)
    return answers[..<place].last { $0.id == id } ?? answers[place...].first { $0.id == id }
  }

  /// The answer with that handle, whatever the case of its letters.
  public func answer(_ handle: Handle) -> Answer? { answerID(of: handle).flatMap(answer) }

  /// The name of the answer that a handle means, whether it is there or not; nil for what is no handle of the method.
  func answerID(of handle: Handle) -> AnswerID? {
    let text = handle.rawValue
    if let mark = text.firstIndex(of: "#") {
      let question = QuestionID(String(text[..<mark]))
      return Int(digits: text[text.index(after: mark)...]).map { AnswerID(question: question, number: $0) }
    }
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let series = String(text.dropLast(digits)).uppercased()
    guard let number = Int(digits: text.suffix(digits)), let question = method.question(ofSeries: series) else {
      return nil
    }
    return AnswerID(question: question, series: series, number: number)
  }

  /// All answers that can be read and whose handles belong to one of these series, in the order of the series.
  public func answers(inSeries series: [String]) -> [Answer] {
    series.flatMap { name in
      method.question(ofSeries: name).map { readableAnswers(to: $0).filter { $0.id.series == name } } ?? []
    }
  }

  /// An answer with the next free number of its series.
  func fresh(
    question: Question, cells: [String], place: Place? = nil, speaker: String? = nil, after given: Int = 0
  ) -> Answer {
    let series: String? =
      switch question.handles {
      case .numbered: nil
      case .series(let name): name
      case .perRow(let names): place.flatMap { fixedRow($0.row, of: question) }.map { names[$0] }
      case .perOption(let names): names.first { $0.lowercased() == (cells.first ?? "").lowercased() }
      }
    let number = (answers.numbers[series ?? question.id.rawValue] ?? 0) + 1 + given
    return Answer(
      id: AnswerID(question: question.id, series: series, number: number), place: place, cells: cells,
      speaker: speaker ?? self.speaker)
  }

  private func fixedRow(_ row: String, of question: Question) -> Int? {
    guard case .grid(let grid) = question.kind, case .fixed(let rows) = grid.rows else { return nil }
    return rows.firstIndex { $0.rawValue == row }
  }
}
