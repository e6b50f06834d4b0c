extension Session {
  /// What the method's checks find, the gravest first and otherwise in the order of the checks.
  ///
  /// - Parameter wording: The language of the room; some rules read its names of days and options.
  /// - Returns: The findings, those that were let stand among them.
  public func findings(in wording: Wording) -> [Finding] {
    Checking(session: self, wording: wording).findings
  }

  /// How far a session is from being ready.
  public func readiness(_ findings: [Finding]) -> Readiness {
    let errors = findings.filter { $0.severity == .error }
    let core = Set(method.stages.filter(\.isCore).flatMap(\.steps).flatMap(\.questions).map(\.id))
    if errors.contains(where: { core.contains($0.question) }) { return .draft }
    if !errors.isEmpty { return .workshop }
    return findings.contains { $0.severity == .warning && $0.acceptance == nil } ? .steering : .final
  }
}

/// How far a session is from being ready.
public enum Readiness: String, Hashable, Sendable, CaseIterable {
  /// Something is missing at the core of it.
  case draft
  /// The core stages have no error.
  case workshop
  /// Nothing has an error.
  case steering
  /// Nothing has an error, and every warning was let stand with a reason.
  case final
}

/// Applies the rules of a method to a session.
struct Checking {
  let session: Session
  let wording: Wording

  var method: Method { session.method }

  var findings: [Finding] {
    var found: [Finding] = []
    for check in method.checks {
      for rule in check.rules where applies(rule) {
        let severity = rule.severityInRun[session.run] ?? rule.severity
        for match in matches(rule) {
          var finding = Finding(
            check: check.id, message: match.message ?? rule.message, severity: match.severity ?? severity,
            question: rule.mend ?? match.question ?? rule.subject?.question ?? "", answer: match.answer,
            facts: match.facts)
          finding.acceptance = session.accepted[finding.key]
          found.append(finding)
        }
      }
    }
    return (withoutRepeats(found) + toCheckAgain).enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
  }

  /// What hangs on an answer that was changed, and nobody has looked at since.
  private var toCheckAgain: [Finding] {
    let marked = session.toCheckAgain.sorted { left, right in
      let places = (method.place(of: left.key.question) ?? 0, method.place(of: right.key.question) ?? 0)
      return places.0 == places.1 ? left.key.number < right.key.number : places.0 < places.1
    }
    return marked.compactMap { id, changed in
      session.answer(id).map { answer in
        Finding(
          check: "check-again", message: "check-again", severity: .note, question: id.question, answer: answer.handle,
          facts: ["answer": .answer(answer.handle), "other": .answer(changed)])
      }
    }
  }

  /// One thing a rule found.
  struct Match {
    /// The question it is about, where the rule looks at several.
    var question: QuestionID?
    /// The answer it is about.
    var answer: Handle?
    /// A sentence of its own.
    var message: MessageID?
    /// A severity of its own.
    var severity: Finding.Severity?
    /// What the sentence needs.
    var facts: [String: Finding.Fact]

    init(
      _ answer: Answer? = nil, question: QuestionID? = nil, message: MessageID? = nil,
      severity: Finding.Severity? = nil, _ facts: [String: Finding.Fact] = [:]
    ) {
      self.answer = answer?.handle
      self.question = question ?? answer?.id.question
      self.message = message
      self.severity = severity
      self.facts = facts
      if let answer { self.facts["answer"] = .answer(answer.handle) }
    }
  }

  // MARK: Whether a rule applies

  /// A rule is applied when the room is asked what it looks at, and its conditions hold.
  private func applies(_ rule: Rule) -> Bool {
    if let subject = rule.subject {
      guard let question = method.question(subject.question), session.asks(question) else { return false }
      if let column = subject.column, !isAsked(column, of: question) { return false }
      switch rule.kind {
      case .gap, .few: break
      case _: guard rule.columns.allSatisfy({ isAsked($0, of: question) }) else { return false }
      }
    }
    let paths = rule.kind == .unreferenced || rule.kind == .risk ? [] : rule.paths + rule.conditions.map(\.path)
    guard paths.allSatisfy(isAsked) else { return false }
    return rule.kind == .when || rule.conditions.allSatisfy(holds)
  }

  func isAsked(_ path: AnswerPath) -> Bool {
    guard let question = method.question(path.question), session.asks(question) else { return false }
    guard let column = path.column else { return true }
    return isAsked(column, of: question)
  }

  func isAsked(_ column: ColumnID, of question: Question) -> Bool {
    guard let own = question.columns.first(where: { $0.id == column }) else { return true }
    return own.isAsked(in: session.run)
  }

  func holds(_ condition: RuleCondition) -> Bool {
    let values = session.values(at: condition.path)
    let number = values.first.flatMap(Double.init)
    switch condition.test {
    case .holds(let option): return values.contains(option.rawValue)
    case .lacks(let option): return !values.isEmpty && !values.contains(option.rawValue)
    case .only(let option): return !values.isEmpty && values.allSatisfy { $0 == option.rawValue }
    case .atLeast(let limit): return number.map { $0 >= Double(limit) } == true
    case .atMost(let limit): return number.map { $0 <= Double(limit) } == true
    case .above(let limit): return number.map { $0 > Double(limit) } == true
    case .below(let limit): return number.map { $0 < Double(limit) } == true
    case .answered: return !values.isEmpty
    }
  }

  // MARK: Rows

  /// The rows of the subject that a rule looks at.
  func rows(_ rule: Rule) -> [Answer] {
    guard let subject = rule.subject else { return [] }
    return rows(of: subject.question, rule.filters)
  }

  func rows(of question: QuestionID, _ filters: [Rule.Filter]) -> [Answer] {
    filters.reduce(session.answers(to: question)) { rows, filter in kept(rows, filter) }
  }

  private func kept(_ rows: [Answer], _ filter: Rule.Filter) -> [Answer] {
    switch filter {
    case .having(let column, let values): rows.filter { values.contains(cell(column, of: $0)) }
    case .lacking(let column, let values): rows.filter { !values.contains(cell(column, of: $0)) }
    case .past(let column):
      rows.filter { row in
        guard let date = session.date, let day = Day(iso: cell(column, of: row)) else { return false }
        return day < date
      }
    case .winner(let vote):
      winner(of: vote, among: rows.map(\.handle)).map { winner in rows.filter { $0.handle == winner } } ?? []
    case .firstOfWinner(let column, let vote):
      firstOfWinner(rows, column, vote).map { [$0] } ?? []
    case .rows(let names): rows.filter { $0.place.map { names.contains($0.row) } == true }
    }
  }

  private func firstOfWinner(_ rows: [Answer], _ column: ColumnID, _ vote: QuestionID) -> Answer? {
    var handles: [Handle] = []
    for row in rows {
      for value in Answer.values(in: cell(column, of: row)) where session.answer(Handle(value)) != nil {
        handles.append(Handle(value))
      }
    }
    guard let winner = winner(of: vote, among: handles) else { return nil }
    return rows.first { Answer.values(in: cell(column, of: $0)).contains(winner.rawValue) }
  }

  /// What won a vote; the first of those there are when nobody voted.
  private func winner(of vote: QuestionID, among handles: [Handle]) -> Handle? {
    let best = session.answers(to: vote).max { left, right in
      (Double(left.cell(at: 1)) ?? 0) < (Double(right.cell(at: 1)) ?? 0)
    }
    return best.map { Handle($0.cell(at: 0)) } ?? handles.first
  }

  func cell(_ column: ColumnID, of answer: Answer) -> String {
    guard let place = method.question(answer.id.question)?.columns.firstIndex(where: { $0.id == column }) else {
      return ""
    }
    return answer.cell(at: place)
  }

  /// A cell as a fact, shown as its column is.
  func fact(_ column: ColumnID, of answer: Answer) -> Finding.Fact { .cell(answer.id, column) }

  // MARK: Repeats

  /// A hole that a check of its own has found is not named again as a hole.
  private func withoutRepeats(_ findings: [Finding]) -> [Finding] {
    var holes: Set<Hole> = []
    for finding in findings where finding.check != Check.required.id { holes.formUnion(finding.holes) }
    return findings.filter { finding in
      guard finding.check == Check.required.id else { return true }
      return finding.holes.isEmpty || !finding.holes.isSubset(of: holes)
    }
  }
}

/// A place where something is missing.
private struct Hole: Hashable {
  var subject: String
  var column: ColumnID?
}

extension Finding {
  fileprivate var holes: Set<Hole> {
    if let answer, case .columns(let columns, _)? = facts["missing"] {
      return Set(columns.map { Hole(subject: answer.rawValue, column: $0) })
    }
    if answer == nil, severity == .error, case .questions(let questions)? = facts["question"] {
      return Set(questions.map { Hole(subject: $0.rawValue, column: nil) })
    }
    return []
  }
}
