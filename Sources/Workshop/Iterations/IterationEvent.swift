/// One thing that happened to the iterations of a project.
public enum IterationEvent: Hashable, Sendable {
  /// The one of that number began; the one before it was closed by that.
  case begun(Int, Iteration)
  /// The one of that number was closed.
  case closed(Int, on: Day)
  /// Answers of earlier iterations hold in this one as well.
  case confirmed([Handle])
  /// A work item was delivered; what came of it may be empty.
  case workItemDone(Handle, outcome: String)
}

/// How it was before.
enum IterationReversal: Hashable, Sendable {
  /// The one of that number away, and the time and the walk as they were.
  case begun(Int, visited: Set<QuestionID>, Timing)
  case closed(Day?)
}

extension Session {
  /// Lets it happen, and notes how to take it back.
  mutating func apply(_ event: IterationEvent, noting reversals: inout [Reversal]) {
    switch event {
    case .begun(let number, let iteration): begin(iteration, number: number, noting: &reversals)
    case .closed(let number, let day):
      guard number == iterations.number else { return }
      reversals.append(.iteration(.closed(iterations.closed)))
      iterations.closed = day
    case .confirmed(let handles):
      let number = iterations.number
      for handle in handles { change(handle, noting: &reversals) { $0.confirmed = number } }
    case .workItemDone(let handle, let outcome): change(handle, noting: &reversals) { $0.outcome = outcome }
    }
  }

  /// Copies that went on apart may both have begun the same one: it is begun once.
  private mutating func begin(_ iteration: Iteration, number: Int, noting reversals: inout [Reversal]) {
    if number <= iterations.number, let there = self.iteration(number),
      (there.kind, there.focus) == (iteration.kind, iteration.focus)
    {
      return
    }
    let next = iterations.number + 1
    reversals.append(.iteration(.begun(next, visited: progress.visited, time)))
    iterations.past.append(past(closedOn: iterations.closed ?? iteration.begins))
    reversals.append(.iteration(.closed(iterations.closed)))
    iterations.begun.append(iteration)
    iterations.closed = nil
    renew(noting: &reversals)
    carryWorkItems(to: iteration.plan, noting: &reversals)
    time.beginAnew()
    reversals.append(.people(.checkIns(people.checkIns)))
    people.checkIns = []
  }

  /// What is left of the present one: without the numbers that stay used and the questions that were seen, which is never
  /// taken back.
  private func past(closedOn day: Day?) -> Iterations.Past {
    var past = Iterations.Past(
      answers: answers, progress: progress, sideItems: sideItems, votes: votes, accepted: accepted, closed: day)
    (past.answers.numbers, past.sideItems.numbers, past.votes.highest) = ([:], [:], 0)
    past.progress.visited = []
    return past
  }

  /// What is asked anew is left with its iteration, and what was passed over is asked again.
  private mutating func renew(noting reversals: inout [Reversal]) {
    progress.visited = []
    progress.asking = nil
    for (place, question) in method.questions.enumerated() {
      let rule = renewal(of: question)
      guard rule != .shared else { continue }
      if let reason = progress.skipped.removeValue(forKey: question.id) {
        reversals.append(.skip(question.id, reason: reason))
      }
      guard rule == .fresh, question.id != method.roles.workItems, isAskedAnew(question) else { continue }
      for answer in answers.byPlace[place] { remove(answer.id, noting: &reversals) }
    }
  }

  /// What an iteration does not ask stays as it is until one asks it.
  func isAskedAnew(_ question: Question) -> Bool {
    let kinds = question.conditions.iterations
    return question.isAsked(in: run) && (kinds.isEmpty || iterations.begun.last.map { kinds.contains($0.kind) } == true)
  }

  /// Work items that are not done come over under the new row of the plan; those that are done stay with their iteration.
  private mutating func carryWorkItems(to plan: Handle?, noting reversals: inout [Reversal]) {
    guard let id = method.roles.workItems, let question = method.question(id) else { return }
    let series = plan.flatMap { answer($0)?.id.series } ?? method.iterationPlan?.question.handles.series.first
    let column = question.columns.firstIndex { column in
      if case .reference(let names) = column.type, let series { names.contains(series) } else { false }
    }
    for item in answers(to: id) {
      if item.outcome != nil {
        remove(item.id, noting: &reversals)
      } else if let column, let plan, item.cells.indices.contains(column) {
        change(item.handle, noting: &reversals) { $0.cells[column] = plan.rawValue }
      }
    }
  }

  private mutating func change(
    _ handle: Handle, noting reversals: inout [Reversal], _ change: (inout Answer) -> Void
  ) {
    guard let before = answer(handle), let place = method.place(of: before.id.question),
      let index = answers.byPlace[place].lastIndex(where: { $0.id == before.id })
    else { return }
    reversals.append(.answer(.replace(before)))
    change(&answers.byPlace[place][index])
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: IterationReversal) {
    switch reversal {
    case .begun(let number, let visited, let before):
      guard iterations.begun.indices.contains(number - 2) else { return }
      iterations.begun.remove(at: number - 2)
      iterations.past.remove(at: number - 2)
      progress.visited.formUnion(visited)
      time.goOn(as: before)
    case .closed(let day): iterations.closed = day
    }
  }
}

// MARK: Redacted, and under other numbers

extension Iterations {
  mutating func redact(by redactions: Redactions) {
    begun = begun.map { $0.redacted(by: redactions) }
    for place in past.indices {
      past[place].answers.redact(by: redactions)
      past[place].progress.redact(by: redactions)
      past[place].sideItems.redact(by: redactions)
      past[place].votes.redact(by: redactions)
      past[place].accepted = past[place].accepted.mapValues(redactions.acceptance)
    }
  }
}

extension Iteration {
  fileprivate func redacted(by redactions: Redactions) -> Iteration {
    Iteration(
      kind: kind, focus: redactions.text(focus), aim: redactions.text(aim), begins: begins, plan: plan)
  }
}

extension IterationEvent {
  func redacted(by redactions: Redactions, naming names: HandleRemapping.Names?) -> IterationEvent {
    switch self {
    case .begun(let number, let iteration): .begun(number, iteration.redacted(by: redactions))
    case .workItemDone(let handle, let outcome):
      .workItemDone(handle, outcome: redactions.hides(handle, naming: names) ? "" : redactions.text(outcome))
    case .closed, .confirmed: self
    }
  }

  func renamed(_ names: HandleRemapping.Renaming) -> IterationEvent {
    switch self {
    case .begun(let number, var iteration):
      iteration.plan = iteration.plan.map(names.handle)
      return .begun(number, iteration)
    case .confirmed(let handles): return .confirmed(handles.map(names.handle))
    case .workItemDone(let handle, let outcome): return .workItemDone(names.handle(handle), outcome: outcome)
    case .closed: return self
    }
  }
}
