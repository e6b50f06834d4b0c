/// What the room's own answers decide about asking a question, beyond the run.
public struct Conditions: Hashable, Sendable {
  /// The kinds of iteration that ask it; empty for all.
  public var iterations: [OptionID] = []
  /// It is asked once one of each of these holds; empty for always.
  public var askedWhen: [[Condition]] = []
  /// It is left out as soon as one of these holds.
  public var hiddenWhen: [Condition] = []
  /// Where these are settled and none holds, it need not be answered.
  public var optionalUnless: [Condition] = []

  /// Always asked.
  public init() {}
}

/// Something that is so or not so by what the room has answered.
public struct Condition: Hashable, Sendable {
  /// Where to look.
  public var path: AnswerPath
  /// What must be found there.
  public var test: Test

  /// Holds when the test does at that path.
  public init(path: AnswerPath, test: Test) {
    self.path = path
    self.test = test
  }

  /// What must be found.
  public enum Test: Hashable, Sendable {
    /// One of these options.
    case oneOf([OptionID])
    /// A day before that of the session.
    case past
    /// An answer whose measured value is behind its course, or that missed its target.
    case behind
    /// Such a value, as the conditions of rules know them.
    case value(RuleCondition.Test)
  }
}

/// A cell of a question's answers: of its one column, of a column by name, or of the answer that its first cell refers
/// to.
public struct AnswerPath: Hashable, Sendable {
  /// The question.
  public var question: QuestionID
  /// The column, of the question itself or of what its first cell refers to; nil for the first cell.
  public var column: ColumnID?

  /// The first cell of a question's answers, or a column of them.
  public init(question: QuestionID, column: ColumnID? = nil) {
    self.question = question
    self.column = column
  }
}

/// Why the room is not asked a question.
public enum Absence: Hashable, Sendable {
  /// The run leaves it out.
  case otherRun
  /// It belongs to other kinds of iteration than the present one.
  case otherIteration([OptionID])
  /// What was answered there makes it needless.
  case hidden(by: AnswerPath)
  /// Its time has not come: nothing that was answered there calls for it.
  case notYet([AnswerPath])
}

extension Session {
  /// Whether the room is asked a question: the run has it, and nothing answered so far makes it needless.
  public func asks(_ question: Question) -> Bool {
    absence(of: question) == nil
  }

  /// Why a question is not asked; nil when it is.
  public func absence(of question: Question) -> Absence? {
    guard question.isAsked(in: run) else { return .otherRun }
    let conditions = question.conditions
    if !conditions.iterations.isEmpty, let iteration, !conditions.iterations.contains(iteration) {
      return .otherIteration(conditions.iterations)
    }
    if let redactions = conditions.hiddenWhen.first(where: holds) { return .hidden(by: redactions.path) }
    let waiting = conditions.askedWhen.first { !$0.contains(where: holds) }
    return waiting.map { .notYet($0.map(\.path)) }
  }

  /// Whether the run wants an answer to a question that it asks.
  public func requires(_ question: Question) -> Bool {
    guard question.required.contains(run) else { return false }
    let settled = question.conditions.optionalUnless.filter { isAnswered($0.path.question) }
    return settled.isEmpty || settled.contains(where: holds)
  }

  /// The kind of iteration the room is in: the one chosen or begun, else the first kind there is; nil where the run knows
  /// none.
  public var iteration: OptionID? {
    if let begun = iterations.begun.last { return begun.kind }
    guard let path = method.roles.iteration, let question = method.question(path.question), question.isAsked(in: run)
    else { return nil }
    if let chosen = values(at: path).first { return OptionID(chosen) }
    return method.column(at: path).flatMap { column in
      switch column.type {
      case .choice(let options): method.options(of: options).first
      case _: nil
      }
    }
  }

  /// What stands at a path, answer by answer, empty cells left out.
  func values(at path: AnswerPath) -> [String] {
    guard let question = method.question(path.question) else { return [] }
    return answers(to: path.question).flatMap { answer -> [String] in
      guard let column = path.column else { return answer.values(at: 0) }
      if let place = question.columns.firstIndex(where: { $0.id == column }) { return answer.values(at: place) }
      guard let other = self.answer(Handle(answer.cell(at: 0))), let asked = method.question(other.id.question),
        let place = asked.columns.firstIndex(where: { $0.id == column })
      else { return [] }
      return other.values(at: place)
    }
  }

  private func holds(_ condition: Condition) -> Bool {
    let values = values(at: condition.path)
    switch condition.test {
    case .oneOf(let options): return values.contains { options.contains(OptionID($0)) }
    case .value(let test): return test.holds(for: values)
    case .past:
      guard let date else { return false }
      return values.contains { Day(iso: $0).map { $0 < date } == true }
    case .behind:
      guard !measures.all.isEmpty, method.measuring?.question == condition.path.question else { return false }
      return measurable.contains { judgement(of: $0, on: nil).state.callsForCorrection }
    }
  }
}

extension Method {
  /// The column a path ends in; nil when there is no such question or column.
  public func column(at path: AnswerPath) -> Column? {
    guard let question = question(path.question) else { return nil }
    guard let name = path.column else { return question.columns.first }
    if let own = question.columns.first(where: { $0.id == name }) { return own }
    guard case .reference(let series)? = question.columns.first?.type else { return nil }
    return series.lazy.compactMap(self.question(ofSeries:)).compactMap(self.question).flatMap(\.columns)
      .first { $0.id == name }
  }
}
