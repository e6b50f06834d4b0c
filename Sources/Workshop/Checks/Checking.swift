extension Session {
  /// What the method's checks find, the gravest first and otherwise in the order of the checks.
  ///
  /// - Parameter localization: The language of the room; some rules read its names of days and options.
  /// - Returns: The findings, those that were let stand among them.
  public func findings(in localization: Localization) -> [Finding] {
    Checking(session: self, localization: localization).findings
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
  let localization: Localization

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
      guard isAsked(subject) else { return false }
      switch rule.kind {
      case .gap, .few, .calendar, .silent: break
      case _:
        guard rule.columns.allSatisfy({ isAsked(AnswerPath(question: subject.question, column: $0)) }) else {
          return false
        }
      }
    }
    let places = rule.kind.doesWithSomePlaces ? [] : rule.paths
    return places.allSatisfy(isAsked) && rule.conditions.allSatisfy { isAsked($0.path) && holds($0) }
  }

  /// Whether the room is asked a question, and the run asks for that column of it.
  func isAsked(_ path: AnswerPath) -> Bool {
    guard let question = method.question(path.question), session.asks(question) else { return false }
    return path.column.map { isAsked($0, of: question) } ?? true
  }

  func isAsked(_ column: ColumnID, of question: Question) -> Bool {
    question.columns.first { $0.id == column }?.isAsked(in: session.run) ?? true
  }

  /// Whether the room is through with a question: answered or skipped, or left without an answer where it needs none.
  func isBehind(_ question: QuestionID) -> Bool {
    if session.isAnswered(question) || session.skipped[question] != nil { return true }
    let needsNone = method.question(question)?.count.lowerBound == 0
    return needsNone && session.progress.visited.contains(question) && session.position != question
  }

  func holds(_ condition: RuleCondition) -> Bool { condition.test.holds(for: session.values(at: condition.path)) }

  // MARK: Repeats

  /// What is missing is named once: by the check that is about it, and no less gravely than the run requires it.
  private func withoutRepeats(_ findings: [Finding]) -> [Finding] {
    let general = findings.filter { $0.check == Check.required.id }
    let own = findings.filter { $0.check != Check.required.id }
    let (required, named) = (Set(general.flatMap(\.questionsLeftOpen)), Set(own.flatMap(\.holes)))
    return findings.compactMap { finding in
      guard finding.check != Check.required.id else {
        return finding.holes.isEmpty || !finding.holes.isSubset(of: named) ? finding : nil
      }
      guard !required.isDisjoint(with: finding.questionsLeftOpen) else { return finding }
      var finding = finding
      finding.severity = .error
      return finding
    }
  }
}

/// A place where something is missing.
private struct Hole: Hashable {
  var subject: String
  var column: ColumnID?
}

extension Finding {
  /// The cells, or the questions, that it says are open.
  fileprivate var holes: Set<Hole> {
    if let answer, case .columns(let columns, _)? = facts["missing"] {
      return Set(columns.map { Hole(subject: answer.rawValue, column: $0) })
    }
    return questionsLeftOpen
  }

  /// The questions it names where it says nothing but that they have no answer.
  fileprivate var questionsLeftOpen: Set<Hole> {
    guard answer == nil, facts.count == 1, case .questions(let questions)? = facts["question"] else { return [] }
    return Set(questions.map { Hole(subject: $0.rawValue, column: nil) })
  }
}

extension Rule.Kind {
  /// Whether it makes sense without some of the places it looks at: a run that does not ask them leaves them out.
  fileprivate var doesWithSomePlaces: Bool {
    switch self {
    case .unreferenced, .risk, .unanswered, .workload: true
    case _: false
    }
  }
}
