/// What is asked for about iterations.
public enum IterationCommand: Hashable, Sendable {
  /// The present one closed, and the next begun; what it is about is still to be read. Anyway: though something is open.
  case next(String, anyway: Bool)
  /// The present one closed, on that day or today.
  case end(String, anyway: Bool)
  /// A work item delivered, and what came of it.
  case done(String, outcome: String)
  /// Answers from earlier iterations that hold: one, or all of the present question.
  case confirm(String)
}

/// Why something about iterations is turned down.
public enum IterationRefusal: Hashable, Sendable {
  /// Something of the present one is open.
  case open(Int, Session.OpenWork)
  /// It is closed: nothing of it changes any more.
  case closed(Int)
  /// Nothing is planned behind the present one, so it must be said what comes.
  case nothingPlanned(kinds: [OptionID])
  /// No kind of iteration, and no row of the plan, is called that.
  case unknownKind(String, kinds: [OptionID])
  /// One that takes a function must say which.
  case focusNeeded
  /// More cells than an iteration has.
  case tooManyCells(Int)
  /// Not a day.
  case notADay(String)
  /// The day lies before the present iteration began.
  case tooEarly(Day, since: Day)
  /// There is no iteration of that number.
  case unknown(String, count: Int)
  /// The row of the plan is an iteration already.
  case begunAlready(Handle)
  /// The method knows no work items.
  case noWorkItems
  /// There is no such work item; these are not done.
  case unknownWorkItem(String, open: [String])
  /// Nothing here waits to be confirmed.
  case nothingCarried
  /// The answer arose in this iteration, or was confirmed in it.
  case notCarried(Handle)
}

extension Session {
  func decide(
    _ command: IterationCommand, _ localization: Localization, today: Day, now: Moment
  ) throws(Refusal) -> [Event] {
    switch command {
    case .next(let typed, let anyway):
      let next = try iteration(typed, localization, today: today)
      try checkOpen(anyway: anyway)
      return begin(next, today: today, now: now)
    case .end(let typed, let anyway):
      let day = try day(typed, localization, today: today) ?? max(today, earliest ?? today)
      guard iterations.closed == nil else { throw .iteration(.closed(iterations.number)) }
      try checkDay(day)
      try checkOpen(anyway: anyway)
      return [.iteration(.closed(iterations.number, on: day))]
    case .done(let typed, let outcome):
      let item = try workItem(typed)
      try checkLength(outcome)
      return [.iteration(.workItemDone(item.handle, outcome: outcome))]
    case .confirm(let typed): return [.iteration(.confirmed(try carriedAnswers(typed).map(\.handle)))]
    }
  }

  /// Turns down what would change a closed iteration. What the whole project shares stays open.
  func checkIsOpen(for events: [Event]) throws(Refusal) {
    guard iterations.closed != nil, events.contains(where: changesIteration) else { return }
    throw .iteration(.closed(iterations.number))
  }

  private func changesIteration(_ event: Event) -> Bool {
    switch event {
    case .answerGiven(let answer): isOfIteration(answer.id.question)
    case .answerRevised(let id, _, _), .answerDeleted(let id), .answerMoved(let id, _): isOfIteration(id.question)
    case .questionSkipped, .vote(.opened), .iteration(.confirmed), .iteration(.workItemDone): true
    case .titleGiven, .languageChosen, .runChosen, .questionEntered, .endReached, .cellsAsked, .findingAccepted,
      .gapsWalked, .undone, .redone, .sideItem, .vote, .time, .people, .groups, .measures, .screen, .privacy,
      .iteration,
      .sessionClosed:
      false
    }
  }

  private func isOfIteration(_ question: QuestionID) -> Bool {
    guard let question = method.question(question) else { return false }
    return renewal(of: question) != .shared && !method.roles.answeredAtStart.contains(question.id)
  }

  private func checkOpen(anyway: Bool) throws(Refusal) {
    guard !anyway, iterations.closed == nil else { return }
    let open = openWork
    guard open.isNone else { throw .iteration(.open(iterations.number, open)) }
  }

  // MARK: What the next one is about

  /// `focus | Webcare | what it is to achieve | 1.9.2026`, the handle of a row of the plan, or nothing: then the plan's
  /// next row.
  private func iteration(
    _ typed: String, _ localization: Localization, today: Day
  ) throws(Refusal) -> Iteration {
    let cells = typed.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    guard cells.count <= 4 else { throw .iteration(.tooManyCells(cells.count)) }
    func cell(_ place: Int) -> String {
      cells.indices.contains(place) && cells[place] != CellParser.open ? cells[place] : ""
    }
    var next = try begun(cell(0), localization)
    if !cell(1).isEmpty { next.focus = cell(1) }
    if !cell(2).isEmpty { next.aim = cell(2) }
    guard next.kind != Iteration.focusKind || !next.focus.isEmpty else { throw .iteration(.focusNeeded) }
    for text in [next.focus, next.aim] { try checkLength(text) }
    let begins = try day(cell(3), localization, today: today) ?? max(today, earliest ?? today)
    try checkDay(begins)
    next.begins = begins
    return next
  }

  private func begun(_ typed: String, _ localization: Localization) throws(Refusal) -> Iteration {
    let kinds = method.iterationKinds
    guard !typed.isEmpty else {
      guard let planned = plannedNext.flatMap(iteration(plannedBy:)) else {
        throw .iteration(.nothingPlanned(kinds: kinds))
      }
      return planned
    }
    if let answer = answer(Handle(typed)), let planned = iteration(plannedBy: answer) {
      guard !(1...iterations.number).contains(where: { iteration($0)?.plan == answer.handle }) else {
        throw .iteration(.begunAlready(answer.handle))
      }
      return planned
    }
    let wanted = typed.lowercased()
    if let exact = kinds.first(where: { $0.rawValue == wanted }) { return Iteration(kind: exact) }
    let fitting = kinds.filter { kind in
      kind.rawValue.hasPrefix(wanted) || method.label(ofIterationKind: kind, in: localization).begins(with: wanted)
    }
    guard let kind = fitting.first, fitting.count == 1 else {
      throw .iteration(.unknownKind(typed, kinds: kinds))
    }
    return Iteration(kind: kind)
  }

  private func day(_ typed: String, _ localization: Localization, today: Day) throws(Refusal) -> Day? {
    guard !typed.isEmpty else { return nil }
    guard let day = localization.language.days.day(from: typed, today: today) else {
      throw .iteration(.notADay(typed))
    }
    return day
  }

  /// The day before which the present one cannot be closed, nor the next begin.
  private var earliest: Day? { iterations.closed ?? presentIteration.begins }

  private func checkDay(_ day: Day) throws(Refusal) {
    guard let since = earliest, day < since else { return }
    throw .iteration(.tooEarly(day, since: since))
  }

  /// Closes the present one and begins the next: what the method settles by it follows, each as it is then.
  private func begin(_ iteration: Iteration, today: Day, now: Moment) -> [Event] {
    var next = iteration
    var then = self
    var events: [Event] = []
    func happen(_ more: [Event]) {
      var reversals: [Reversal] = []
      for event in more { then.apply(event, at: now, noting: &reversals) }
      events += more
    }
    let row = next.plan == nil ? planRow(for: next) : nil
    if let row { next.plan = row.handle }
    happen([.iteration(.begun(iterations.number + 1, next))])
    if let row { happen([.answerGiven(row)]) }
    if let day = next.begins { happen(then.settle(method.roles.date, day.description)) }
    if let plan = next.plan, let question = method.roles.iteration?.question, then.isAskedInRun(question) {
      happen(then.settle(question, plan.rawValue))
    }
    if let first = then.walk.first { happen([.questionEntered(first.id)]) }
    return events
  }

  private func isAskedInRun(_ question: QuestionID) -> Bool { method.question(question)?.isAsked(in: run) == true }

  // MARK: Work items and carried answers

  private func workItem(_ typed: String) throws(Refusal) -> Answer {
    guard method.roles.workItems != nil else { throw .iteration(.noWorkItems) }
    let items = workItems
    let found =
      Int(digits: typed).map { number in items.filter { $0.id.number == number } }
      ?? items.filter { $0.handle.rawValue.lowercased() == typed.lowercased() }
    guard let item = found.first else {
      let open = items.filter { $0.outcome == nil }
      throw .iteration(
        .unknownWorkItem(typed, open: open.map { $0.id.series == nil ? String($0.id.number) : $0.handle.rawValue }))
    }
    return item
  }

  private func carriedAnswers(_ typed: String) throws(Refusal) -> [Answer] {
    guard !typed.isEmpty else {
      let waiting = position.map(carried(at:)) ?? []
      guard !waiting.isEmpty else { throw .iteration(.nothingCarried) }
      return waiting
    }
    let answer = try find(answer: typed)
    guard isCarried(answer) else { throw .iteration(.notCarried(answer.handle)) }
    return [answer]
  }
}
