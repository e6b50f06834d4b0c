/// Moving through the agenda.
extension Session {
  func goOn() throws(Refusal) -> [Event] {
    if let openVote { return try goOn(in: openVote) }
    if !measures.asked.isEmpty { return try passValue() }
    guard let asking, let column = asking.columns.first else {
      // What stands from before is confirmed one by one, then it goes on.
      if !hasEnded, iterations.closed == nil, let first = position.map(carried(at:))?.first {
        return [.iteration(.confirmed([first.handle]))]
      }
      return try next()
    }
    let columns = method.columns(of: asking.answer.question)
    // What stands there is kept; what is still open may wait for another time only where just that is asked.
    if !progress.walksGaps, cell(asked: asking).isEmpty,
      columns.first(where: { $0.id == column })?.isRequired == true
    {
      throw .cellNeeded(column, question: asking.answer.question)
    }
    return asked(Array(asking.columns.dropFirst()), of: asking.answer)
  }

  func next() throws(Refusal) -> [Event] {
    if let question = neighbour(in: method.questions[placeAfterPosition...]) { return [.questionEntered(question)] }
    guard !hasEnded else { throw .atEnd }
    return [.endReached]
  }

  func back() throws(Refusal) -> [Event] {
    // From behind the last question, back leads to the last question.
    if hasEnded, let position { return [.questionEntered(position)] }
    let before = position.flatMap(method.place) ?? 0
    guard let question = neighbour(in: method.questions[..<before].reversed()) else { throw .atStart }
    return [.questionEntered(question)]
  }

  func skip(_ reason: String) throws(Refusal) -> [Event] {
    guard let position else { return try next() }
    guard !hasEnded else { throw .atEnd }
    // What has been said is not passed over: then it is just the next question.
    guard !isAnswered(position) else { return try next() }
    return [.questionSkipped(position, reason: reason)] + (try next())
  }

  private var placeAfterPosition: Int {
    position.flatMap(method.place).map { $0 + 1 } ?? 0
  }

  /// The first question that the run asks and that is not settled by how the session was started.
  private func neighbour(in questions: some Sequence<Question>) -> QuestionID? {
    let settled = method.roles.answeredAtStart
    return questions.first { asks($0) && !settled.contains($0.id) && !isSettled($0) }?.id
  }

  /// The question that is meant by an id, by its number in the walk, by the name of a step or stage, or by words
  /// that only one question has.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - localization: The language whose labels and questions are searched.
  /// - Returns: The question; the first one of a step or a stage.
  /// - Throws: A refusal when no question is meant, or several.
  public func find(_ words: String, in localization: Localization) throws(Refusal) -> QuestionID {
    let typed = words.trimmed.lowercased()
    if method.place(of: QuestionID(typed)) != nil { return QuestionID(typed) }
    let walk = walk
    if let number = Int(digits: typed), walk.indices.contains(number - 1) { return walk[number - 1].id }
    let agenda = agenda
    let texts = localization.texts
    let parts = parts(of: agenda, texts)
    if let part = parts.first(where: { $0.name == typed || $0.label.lowercased() == typed }) { return part.id }
    let labels = agenda.map { (id: $0.id, label: texts.label(of: $0.id)) }
    // A number is looked for among the numbers; in running text it would be found by chance.
    guard Int(digits: typed) == nil else { throw .unknownQuestion(words, nearest: []) }
    let fitting =
      [
        labels.filter { $0.label.lowercased() == typed },
        labels.filter { $0.label.begins(with: typed) },
        labels.filter { $0.label.lowercased().contains(typed) || $0.id.rawValue.hasSuffix(typed) },
        beginnings(of: parts, with: typed),
        labels.filter { texts.questions[$0.id]?.ask.lowercased().contains(typed) == true },
      ].first { !$0.isEmpty } ?? []
    if let only = fitting.first, fitting.count == 1 { return only.id }
    guard fitting.isEmpty else { throw .ambiguousQuestion(words, fitting.map(\.id)) }
    let names = labels.map(\.label)
    let others = parts.map(\.label).filter { !names.contains($0) }
    throw .unknownQuestion(words, nearest: nearest(to: words, among: others + names))
  }

  /// The stages and steps with a question to go to, and the first of them, in the order of the agenda.
  private func parts(
    of agenda: [Question], _ texts: MethodTexts
  ) -> [(id: QuestionID, name: String, label: String)] {
    let asked = Set(agenda.map(\.id))
    return method.stages.flatMap { stage in
      let whole = (stage.id.rawValue, texts.stages[stage.id], stage.steps.flatMap(\.questions))
      return [whole] + stage.steps.map { ($0.id.rawValue, texts.steps[$0.id], $0.questions) }
    }.compactMap { name, label, questions in
      questions.first { asked.contains($0.id) }.map { ($0.id, name, label ?? name) }
    }
  }

  /// The parts whose label begins like that; a stage and its first step lead to the same question.
  private func beginnings(
    of parts: [(id: QuestionID, name: String, label: String)], with typed: String
  ) -> [(id: QuestionID, label: String)] {
    var found: [(id: QuestionID, label: String)] = []
    for part in parts where part.label.begins(with: typed) && !found.contains(where: { $0.id == part.id }) {
      found.append((part.id, part.label))
    }
    return found
  }

  /// The answer that is meant by its number under the present question, or by its handle from anywhere.
  ///
  /// - Throws: A refusal when there is none.
  public func find(answer typed: String) throws(Refusal) -> Answer {
    let text = typed.trimmed
    if let answer = answer(Handle(text)) { return answer }
    let here = position ?? method.questions.first?.id ?? ""
    let siblings = readableAnswers(to: here)
    guard siblings.first?.id.series != nil else {
      let numbers = numbering == .byPlace ? siblings.indices.map { $0 + 1 } : siblings.map(\.id.number)
      if let place = Int(digits: text).flatMap(numbers.firstIndex) { return siblings[place] }
      throw .unknownAnswer(text, question: here, numbers: numbers)
    }
    if let number = Int(digits: text) {
      let numbered = siblings.filter { $0.id.number == number }
      if let only = numbered.first, numbered.count == 1 { return only }
    }
    throw .unknownAnswer(text, question: here, numbers: siblings.map(\.id.number))
  }
}
