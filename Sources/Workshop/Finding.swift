/// Something that a check found missing.
public struct Finding: Hashable, Sendable {
  /// What is missing.
  public var problem: Problem
  /// The question to go to.
  public var question: QuestionID

  /// What can be missing.
  public enum Problem: Hashable, Sendable {
    /// A required question has no answer.
    case unanswered
    /// A required question was passed over, for that reason.
    case skipped(reason: String)
    /// Fewer answers than the question needs.
    case tooFew(found: Int, least: Int)
    /// An answer lacks a cell that the run asks for.
    case gap(Handle, ColumnID)
    /// A cell refers to an answer that is no longer there.
    case lostReference(Handle, ColumnID, to: String)
  }

  /// How grave a finding is. An error keeps a session from being ready, never from being saved or exported.
  public enum Severity: String, Sendable {
    /// Something that must be there is not.
    case error
    /// Something the room decided to leave out.
    case warning
  }

  /// How grave it is.
  public var severity: Severity {
    switch problem {
    case .skipped: .warning
    case .unanswered, .tooFew, .gap, .lostReference: .error
    }
  }
}

extension Session {
  /// What is missing from the questions that the run requires, in the order of the walk.
  public var findings: [Finding] {
    agenda.flatMap { question in
      findings(of: question).map { Finding(problem: $0, question: question.id) }
    }
  }

  private func findings(of question: Question) -> [Finding.Problem] {
    let answers = answers(to: question.id)
    let isRequired = requires(question)
    if answers.isEmpty {
      if let reason = skipped[question.id], isRequired { return [.skipped(reason: reason)] }
      let isOpen = question.count.lowerBound > 0 || !visited.contains(question.id)
      return isRequired && isOpen ? [.unanswered] : []
    }
    let few = answers.count < question.count.lowerBound
    return (few ? [.tooFew(found: answers.count, least: question.count.lowerBound)] : [])
      + answers.flatMap { problems(of: $0, under: question) }
  }

  private func problems(of answer: Answer, under question: Question) -> [Finding.Problem] {
    question.askedColumns(in: run).flatMap { place -> [Finding.Problem] in
      let column = question.columns[place]
      let cell = answer.cell(at: place)
      if cell.isEmpty { return column.isRequired ? [.gap(answer.handle, column.id)] : [] }
      switch column.type {
      case .reference, .references:
        return Answer.values(in: cell).filter { self.answer(Handle($0)) == nil }
          .map { .lostReference(answer.handle, column.id, to: $0) }
      case .person, .persons:
        let known = participants.map(\.initials)
        return Answer.values(in: cell).filter { !known.contains($0) }
          .map { .lostReference(answer.handle, column.id, to: $0) }
      case .text, .texts, .number, .date, .duration, .choice, .multi, .suggestion, .kpi, .frequency, .repeats,
        .yesNo, .scale:
        return []
      }
    }
  }
}
