extension Session {
  /// What a command makes happen, or why it is turned down. Nothing changes until the events are applied.
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - wording: The words answers are read with: those of the room's language.
  ///   - today: The day it is; a date without a year is read from the session's own day when that is known.
  ///   - now: When it is asked for.
  /// - Returns: The events, in order; none for commands that only look or that concern files.
  /// - Throws: A refusal, when the command cannot be followed.
  public func decide(
    _ command: Command, hearing localization: Localization, today: Day, now: Moment
  ) throws(Refusal) -> [Event] {
    guard !isOffRecord || isAllowedOffRecord(command) else { throw .offRecord }
    try checkVote(for: command)
    try checkScreen(for: command)
    let parser = CellParser(localization: localization, today: date ?? today)
    let back = comingBack
    guard !back.isEmpty, command.has(.endsBreaks) else { return try decide(command, parser, now: now) }
    // Enter brings the room back, and nothing else.
    return command == .goOn ? back : back + (try decide(command, parser, now: now))
  }

  /// What ends a break, and uncovers the screen.
  private var comingBack: [Event] {
    (timing.isOnBreak ? [.room(.time(.breakEnded))] : []) + (isBlank ? [.room(.screenBlanked(false))] : [])
  }

  private func decide(_ command: Command, _ parser: CellParser, now: Moment) throws(Refusal) -> [Event] {
    let localization = parser.localization
    return switch command {
    case .answer(let text): isOffRecord ? [] : try hear(text, parser)
    case .goOn: try goOn()
    case .next: try next()
    case .back: try back()
    case .skip(let reason): try skip(reason)
    case .goto(let words): [.questionEntered(try find(words, in: localization))]
    case .edit(let target, let text): try edit(target, text, parser)
    case .delete(let target): try delete(target)
    case .move(let target, let other): try move(target, to: other)
    case .undo: try undo()
    case .redo: try redo()
    case .addPerson(let row): try addPerson(row, parser)
    case .by(let name): try speak(as: name)
    case .language(let typed): try choose(language: typed)
    case .run(let typed): try choose(run: typed, in: localization)
    case .accept(let number, let reason): try accept(number, reason, in: localization)
    case .editor(let target): try target.isEmpty ? [] : edit(target, nil, parser)
    case .look, .export, .save: []
    case .room(let command): try decide(command, parser, now: now)
    case .offRecord: try goOffRecord()
    case .onRecord: try comeOnRecord(now: now)
    case .redact(let target): try redact(target)
    case .pseudonym(let name): try hideName(name)
    case .quit: [.sessionClosed]
    }
  }

  /// The first events of a session: its title, what is settled by how it was started, and the first question.
  ///
  /// - Parameters:
  ///   - title: What the session is called.
  ///   - today: The day it takes place.
  /// - Returns: The events, in order.
  public func opening(title: String, today: Day) -> [Event] {
    let settled = [
      (method.roles.run, run.rawValue), (method.roles.date, today.description),
      (method.roles.language, language.rawValue),
    ]
    let answers = settled.compactMap { role, cell in
      role.flatMap(method.question).map { Event.answerGiven(fresh(question: $0, cells: [cell])) }
    }
    return [.titleGiven(title)] + answers + (walk.first.map { [.questionEntered($0.id)] } ?? [])
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
    let number = (numbers[series ?? question.id.rawValue] ?? 0) + 1 + given
    return Answer(
      id: AnswerID(question: question.id, series: series, number: number), place: place, cells: cells,
      speaker: speaker ?? self.speaker)
  }

  private func fixedRow(_ row: String, of question: Question) -> Int? {
    guard case .grid(let grid) = question.kind, case .fixed(let rows) = grid.rows else { return nil }
    return rows.firstIndex { $0.rawValue == row }
  }

  private func delete(_ target: String) throws(Refusal) -> [Event] {
    if let sideItem = sideItem(called: target) { return [.room(.sideItemDeleted(sideItem.id))] }
    return [.answerDeleted(try find(answer: target).id)]
  }

  private func edit(_ target: String, _ text: String?, _ parser: CellParser) throws(Refusal) -> [Event] {
    if let sideItem = sideItem(called: target) {
      guard !sideItem.isGap else { throw .redacted(sideItem.handle) }
      return try text.map { text throws(Refusal) in try revise(sideItem, text, parser) } ?? []
    }
    let answer = try find(answer: target)
    guard !redacted.contains(answer.id) else { throw .redacted(answer.handle) }
    guard let text, let question = method.question(answer.id.question) else { return [] }
    let typed = CellParser.cells(of: text, for: question)
    let places = parser.places(forCells: typed.count, of: question, in: self)
    let cells = try parser.row(typed, at: places, into: answer.cells, of: question, in: self)
    try checkInitials(cells, in: question, except: answer.id)
    try checkChoice(cells, in: question, except: answer.id)
    return [.answerRevised(answer.id, cells: cells, speaker: nil)] + (try consequences(of: cells, for: question))
  }

  private func move(_ target: String, to other: String) throws(Refusal) -> [Event] {
    let answer = try find(answer: target)
    let goal = try find(answer: other)
    guard answer.id.question == goal.id.question else {
      throw .answerElsewhere(goal.handle, question: goal.id.question)
    }
    let index = answers(to: goal.id.question).firstIndex { $0.id == goal.id } ?? 0
    return [.answerMoved(answer.id, to: index)]
  }

  private func undo() throws(Refusal) -> [Event] {
    guard let last = undoEntries.last else { throw .nothingToUndo }
    return [.undone(last.entry)] + returning(to: last.walkPosition)
  }

  private func redo() throws(Refusal) -> [Event] {
    guard let last = redoEntries.last else { throw .nothingToRedo }
    // First back to where it was said, since what was recorded may lead on from there.
    return returning(to: last.walkPosition) + [.redone(last.entry)]
  }

  /// Back to where the room stood when something was recorded.
  private func returning(to walkPosition: WalkPosition) -> [Event] {
    guard let then = walkPosition.position else { return [] }
    guard then != position || walkPosition.asking != nil || walkPosition.hasEnded != hasEnded else { return [] }
    let asked = walkPosition.asking.map { [Event.cellsAsked($0.answer, $0.columns)] } ?? []
    return [.questionEntered(then)] + (walkPosition.hasEnded ? [.endReached] : asked)
  }

  /// What was recorded last and would be undone, as its events.
  public var lastUndoable: [Event] { undoEntries.last?.events ?? [] }

  /// What was taken back last and would be redone, as its events.
  public var lastUndone: [Event] { redoEntries.last?.events ?? [] }

  private func addPerson(_ row: String, _ parser: CellParser) throws(Refusal) -> [Event] {
    guard let question = method.roles.participants.flatMap(method.question) else { throw .noParticipants }
    return try hear(row: CellParser.cells(of: row, for: question), to: question, speaker: nil, parser, asks: false)
  }

  private func accept(_ typed: String, _ reason: String, in localization: Localization) throws(Refusal) -> [Event] {
    let findings = findings(in: localization)
    guard let number = Int(digits: typed), findings.indices.contains(number - 1) else {
      throw .unknownFinding(typed, count: findings.count)
    }
    let finding = findings[number - 1]
    guard finding.severity != .error else { throw .gravelyWrong(finding.question) }
    return [.findingAccepted(finding.key, Finding.Acceptance(person: speaker, reason: reason))]
  }

  private func speak(as name: String) throws(Refusal) -> [Event] {
    guard !name.isEmpty else { return [.speakerChosen(nil)] }
    return [.speakerChosen(try known(name).initials)]
  }

  private func choose(language typed: String) throws(Refusal) -> [Event] {
    let code = LanguageCode(typed.lowercased())
    guard method.languages.contains(code) else { throw .unknownLanguage(typed, known: method.languages) }
    return settle(method.roles.language, code.rawValue) + [.languageChosen(code)]
  }

  private func choose(run typed: String, in localization: Localization) throws(Refusal) -> [Event] {
    let wanted = typed.lowercased()
    let fitting = method.runs.filter { run in
      run.id.rawValue.hasPrefix(wanted) || localization.texts.runs[run.id]?.begins(with: wanted) == true
    }
    let exact = method.runs.first { $0.id.rawValue == wanted }
    guard let run = exact ?? (fitting.count == 1 ? fitting.first : nil) else {
      throw .unknownRun(typed, known: method.runs.map(\.id))
    }
    return settle(method.roles.run, run.id.rawValue) + [.runChosen(run.id)]
  }

  /// The answer to a question that a command settles as well.
  private func settle(_ role: QuestionID?, _ cell: String) -> [Event] {
    guard let question = role.flatMap(method.question) else { return [] }
    if let answer = answers(to: question.id).first {
      return [.answerRevised(answer.id, cells: [cell], speaker: nil)]
    }
    return [.answerGiven(fresh(question: question, cells: [cell]))]
  }

  /// What an answer to a question with a role changes besides.
  ///
  /// - Throws: A refusal when the question offers a language the method has no words in, or a run it does not have.
  func consequences(of cells: [String], for question: Question) throws(Refusal) -> [Event] {
    guard let cell = cells.first, !cell.isEmpty else { return [] }
    if question.id == method.roles.language {
      let code = LanguageCode(cell)
      guard method.languages.contains(code) else { throw .unknownLanguage(cell, known: method.languages) }
      return [.languageChosen(code)]
    }
    if question.id == method.roles.run {
      guard let run = method.run(RunID(cell)) else { throw .unknownRun(cell, known: method.runs.map(\.id)) }
      return [.runChosen(run.id)]
    }
    return []
  }

  /// An option is chosen once, however it came to be chosen.
  private func checkChoice(_ cells: [String], in question: Question, except id: AnswerID) throws(Refusal) {
    guard case .multi(let column) = question.kind, case .choice(let options) = column.type, let option = cells.first,
      answers(to: question.id).contains(where: { $0.id != id && $0.cell(at: 0) == option })
    else { return }
    throw .chosenAlready(OptionID(option), from: options, question: question.id)
  }

  /// Two participants never share their initials.
  func checkInitials(_ cells: [String], in question: Question, except id: AnswerID?) throws(Refusal) {
    guard question.id == method.roles.participants, let initials = cells.first, !initials.isEmpty else { return }
    for answer in answers(to: question.id) where answer.id != id {
      if answer.cell(at: 0).lowercased() == initials.lowercased() {
        let name = answer.cell(at: 1)
        throw .initialsTaken(initials, by: name.isEmpty ? answer.cell(at: 0) : name)
      }
    }
  }
}
