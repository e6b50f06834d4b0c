// An answer that is there already: another text for it, another place, or none.
extension Session {
  func delete(_ target: String) throws(Refusal) -> [Event] {
    let (beside, others) = try deletedBeside(in: target)
    let answers = try find(answers: others)
    for answer in answers { try checkIsNotVotedOn(answer) }
    return beside + answers.map { .answerDeleted($0.id) }
  }

  /// Of several things that are taken away at once: the side items and measured values among them, and all else.
  private func deletedBeside(in typed: String) throws(Refusal) -> (events: [Event], others: String) {
    var events: [Event] = []
    var others: [String] = []
    for word in try Session.numbersWrittenOut(in: typed) {
      let deleted: Event? =
        if let sideItem = sideItem(called: word) {
          .sideItem(.deleted(sideItem.id))
        } else {
          measuredValue(called: word).map { .measures(.deleted($0.id)) }
        }
      guard let deleted else {
        others.append(word)
        continue
      }
      if !events.contains(deleted) { events.append(deleted) }
    }
    return (events, others.joined(separator: " "))
  }

  func edit(_ target: String, _ text: String?, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    if let sideItem = sideItem(called: target) {
      guard !sideItem.isGap else { throw .privacy(.redacted(sideItem.handle)) }
      return try text.map { text throws(Refusal) in try revise(sideItem, text, parser) } ?? []
    }
    if let value = measuredValue(called: target) {
      guard !value.isGap else { throw .privacy(.redacted(value.handle)) }
      return try text.map { text throws(Refusal) in try revise(value, text, parser, today: today) } ?? []
    }
    let answer = try find(answer: target)
    guard !privacy.redacted.contains(answer.id) else { throw .privacy(.redacted(answer.handle)) }
    guard let question = method.question(answer.id.question) else { return [] }
    guard let text else { return walk(through: answer, question.askedColumns(in: run), of: question) }
    let cells: [String]
    if let (place, typed) = try parser.cell(namedIn: text, of: question) {
      guard !typed.isEmpty else { return walk(through: answer, [place], of: question) }
      cells = try parser.row([typed], at: [place], into: answer.cells, of: question, in: self)
    } else {
      let typed = CellParser.cells(of: text, for: question)
      let places = parser.places(forCells: typed.count, of: question, in: self)
      cells = try parser.row(typed, at: places, into: answer.cells, of: question, in: self)
    }
    try checkInitials(cells, in: question, except: answer.id)
    try checkChoice(cells, in: question, except: answer.id)
    return [.answerRevised(answer.id, cells: cells, speaker: nil)] + (try consequences(of: cells, for: question))
  }

  /// The cells of a row asked for one by one, each with what stands there; a row of one cell is changed in the line.
  private func walk(through answer: Answer, _ places: [Int], of question: Question) -> [Event] {
    guard question.columns.count > 1, openVote == nil else { return [] }
    return [.cellsAsked(answer.id, places.map { question.columns[$0].id })]
  }

  func move(_ target: String, to other: String) throws(Refusal) -> [Event] {
    let answer = try find(answer: target)
    let goal = try find(answer: other)
    try checkIsNotVotedOn(answer)
    try checkIsNotVotedOn(goal)
    guard answer.id.question == goal.id.question else {
      throw .answerElsewhere(goal.handle, question: goal.id.question)
    }
    let index = answers(to: goal.id.question).firstIndex { $0.id == goal.id } ?? 0
    return [.answerMoved(answer.id, to: index)]
  }

  /// An option is chosen once, however it came to be chosen.
  private func checkChoice(_ cells: [String], in question: Question, except id: AnswerID) throws(Refusal) {
    guard case .multi(let column) = question.kind, case .choice(let options) = column.type, let option = cells.first,
      answers(to: question.id).contains(where: { $0.id != id && $0.cell(at: 0) == option })
    else { return }
    throw .chosenAlready(OptionID(option), from: options, question: question.id)
  }

  /// Two participants never share their initials, and nobody is without.
  func checkInitials(_ cells: [String], in question: Question, except id: AnswerID?) throws(Refusal) {
    guard question.id == method.roles.participants, let initials = cells.first else { return }
    guard !initials.isEmpty else { throw .people(.nameless) }
    for answer in answers(to: question.id) where answer.id != id {
      if answer.cell(at: 0).lowercased() == initials.lowercased() {
        let name = answer.cell(at: 1)
        throw .people(.initialsTaken(initials, by: name.isEmpty ? answer.cell(at: 0) : name))
      }
    }
  }
}
