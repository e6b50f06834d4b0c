/// An answer as it was before.
enum AnswerReversal: Hashable, Sendable {
  case remove(AnswerID)
  indirect case insert(Answer, at: Int)
  indirect case replace(Answer)
  case place(AnswerID, at: Int)
  case checkAgain([AnswerID: Handle])
}

// Answers as they are given, revised, taken away and moved; what each of these appends takes it back.
extension Session {
  mutating func give(_ answer: Answer, noting reversals: inout [Reversal]) {
    let series = answer.id.series ?? answer.id.question.rawValue
    let used = answers.numbers[series] ?? 0
    // A number beyond those used belongs to nobody, so that a long list is not searched for every answer.
    guard let place = method.place(of: answer.id.question), answer.id.number > used || find(answer.id) == nil else {
      return
    }
    if !skipped.isEmpty, let reason = progress.skipped.removeValue(forKey: answer.id.question) {
      reversals.append(.skip(answer.id.question, reason: reason))
    }
    reversals.append(.answer(.remove(answer.id)))
    answers.byPlace[place].append(answer)
    if iterations.number > 1 { answers.byPlace[place][answers.byPlace[place].count - 1].arose = iterations.number }
    answers.numbers[series] = max(used, answer.id.number)
  }

  mutating func revise(_ id: AnswerID, _ cells: [String], speaker: String?, noting reversals: inout [Reversal]) {
    guard let (place, index) = find(id) else { return }
    noteDependants(of: answers.byPlace[place][index], becoming: cells, &reversals)
    reversals.append(.answer(.replace(answers.byPlace[place][index])))
    answers.byPlace[place][index].cells = cells
    if iterations.number > 1 { answers.byPlace[place][index].confirmed = iterations.number }
    if let speaker { answers.byPlace[place][index].speaker = speaker }
  }

  mutating func remove(_ id: AnswerID, noting reversals: inout [Reversal]) {
    guard let (place, index) = find(id) else { return }
    reversals.append(.answer(.insert(answers.byPlace[place].remove(at: index), at: index)))
    if asking?.answer == id { progress.asking = nil }
  }

  mutating func place(_ id: AnswerID, at target: Int, noting reversals: inout [Reversal]) {
    guard let (place, index) = find(id) else { return }
    reversals.append(.answer(.place(id, at: index)))
    let answer = answers.byPlace[place].remove(at: index)
    answers.byPlace[place].insert(answer, at: min(max(target, 0), answers.byPlace[place].count))
  }

  mutating func ask(_ columns: [ColumnID], of answer: AnswerID) {
    progress.asking = columns.isEmpty || find(answer) == nil ? nil : Asking(answer: answer, columns: columns)
  }

  /// Takes back what happened to an answer.
  mutating func reverse(_ reversal: AnswerReversal) {
    switch reversal {
    case .remove(let id):
      if let (place, index) = find(id) { answers.byPlace[place].remove(at: index) }
    case .insert(let answer, let index):
      guard let place = method.place(of: answer.id.question) else { return }
      answers.byPlace[place].insert(answer, at: min(index, answers.byPlace[place].count))
    case .replace(let answer):
      if let (place, index) = find(answer.id) { answers.byPlace[place][index] = answer }
    case .place(let id, let target):
      guard let (place, index) = find(id) else { return }
      let answer = answers.byPlace[place].remove(at: index)
      answers.byPlace[place].insert(answer, at: min(target, answers.byPlace[place].count))
    case .checkAgain(let marks): answers.toCheckAgain = marks
    }
  }

  /// The place of an answer's question and its index there.
  private func find(_ id: AnswerID) -> (place: Int, index: Int)? {
    guard let place = method.place(of: id.question),
      let index = answers.byPlace[place].lastIndex(where: { $0.id == id })
    else { return nil }
    return (place, index)
  }
}

// MARK: Redacted

extension Answers {
  mutating func redact(by redactions: Redactions) {
    for place in byPlace.indices {
      for index in byPlace[place].indices { byPlace[place][index].redact(by: redactions) }
    }
  }
}

extension Answer {
  fileprivate mutating func redact(by redactions: Redactions) {
    if case .answerGiven(let redacted) = redactions.redacting(.answerGiven(self)) { self = redacted }
    if let outcome { self.outcome = redactions.hides(handle) ? "" : redactions.text(outcome) }
  }
}

extension AnswerReversal {
  /// The answer that it brings back.
  var answer: Answer? {
    switch self {
    case .insert(let answer, _), .replace(let answer): answer
    case .remove, .place, .checkAgain: nil
    }
  }

  func redacted(by redactions: Redactions) -> AnswerReversal {
    switch self {
    case .insert(var answer, let index):
      answer.redact(by: redactions)
      return .insert(answer, at: index)
    case .replace(var answer):
      answer.redact(by: redactions)
      return .replace(answer)
    case .remove, .place, .checkAgain: return self
    }
  }
}
