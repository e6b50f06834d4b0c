extension Session {
  /// What a command makes happen, or why it is turned down. Nothing changes until the events are applied.
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - localization: The words answers are read with: those of the room's language.
  ///   - phones: What the phones of the room brought.
  ///   - today: The day it is; a date without a year is read from the session's own day when that is known.
  ///   - now: When it is asked for.
  /// - Returns: The events, in order; none for commands that only look or that concern files.
  /// - Throws: A refusal, when the command cannot be followed.
  public func decide(
    _ command: Command, hearing localization: Localization, with phones: Phones = Phones(), today: Day, now: Moment
  ) throws(Refusal) -> [Event] {
    guard !privacy.isOffRecord || isAllowedOffRecord(command) else { throw .privacy(.offRecord) }
    try checkVote(for: command)
    try checkScreen(for: command)
    let parser = CellParser(localization: localization, today: date ?? today)
    let back = comingBack
    // Enter brings the room back, and nothing else.
    if !back.isEmpty, command == .goOn { return back }
    let events =
      if case .iteration(let command) = command {
        try decide(command, localization, today: today, now: now)
      } else {
        try decide(command, parser, today: today, phones, now: now)
      }
    try checkIsOpen(for: events)
    return command.has(.endsBreaks) ? back + events : events
  }

  /// What ends a break, and uncovers the screen.
  private var comingBack: [Event] {
    (time.isOnBreak ? [.time(.breakEnded)] : []) + (screen.isBlank ? [.screen(.blanked(false))] : [])
  }

  private func decide(
    _ command: Command, _ parser: CellParser, today: Day, _ phones: Phones, now: Moment
  ) throws(Refusal) -> [Event] {
    let localization = parser.localization
    try check(command, besides: phones)
    return switch command {
    case .answer(let text): privacy.isOffRecord ? [] : try hear(text, parser, today: today)
    case .row(let text): privacy.isOffRecord ? [] : try hear(row: text, parser, today: today)
    case .goOn: try goOn()
    case .next: try next()
    case .back: try back()
    case .skip(let reason): try skip(reason)
    case .goto(let words): [.questionEntered(try find(words, in: localization))]
    case .edit(let target, let text): try edit(target, text, parser, today: today)
    case .delete(let target): try delete(target)
    case .move(let target, let other): try move(target, to: other)
    case .undo: try undo()
    case .redo: try redo()
    case .language(let typed): try choose(language: typed)
    case .run(let typed): try choose(run: typed, in: localization)
    case .accept(let number, let reason): try accept(number, reason, in: localization)
    case .editor(let target): try target.isEmpty ? [] : edit(target, nil, parser, today: today)
    case .takeSuggestions(let numbers): try takeSuggestions(numbers, parser, today: today)
    case .walkGaps: try walkGaps()
    case .look, .export, .save, .iteration, .mend: []
    case .sideItem(let command): try decide(command, parser)
    case .vote(.close(let anyway)): try closeVote(anyway: anyway, with: phones)
    case .vote(let command): try decide(command)
    case .time(let command): try decide(command, now: now)
    case .people(let command): try decide(command, parser)
    case .groups(let command): try decide(command, localization)
    case .measure(let command): try decide(command, parser, today: today)
    case .phones(let command): try decide(command, from: phones, parser)
    case .inbox(let command): try decide(command, from: phones, hearing: localization, today: parser.today)
    case .screen(let command): decide(command)
    case .privacy(let command): try decide(command, now: now)
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

  private func accept(_ typed: String, _ reason: String, in localization: Localization) throws(Refusal) -> [Event] {
    let findings = findings(in: localization)
    guard let number = Int(digits: typed), findings.indices.contains(number - 1) else {
      throw .unknownFinding(typed, count: findings.count)
    }
    let finding = findings[number - 1]
    guard finding.severity != .error else { throw .gravelyWrong(finding.question) }
    return [.findingAccepted(finding.key, Finding.Acceptance(person: speaker, reason: reason))]
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
  func settle(_ role: QuestionID?, _ cell: String) -> [Event] {
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
}
