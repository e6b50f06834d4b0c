/// Which rows a rule looks at, and what stands in their cells.
extension Checking {
  /// The rows of the subject that a rule looks at.
  func rows(_ rule: Rule) -> [Answer] {
    guard let subject = rule.subject else { return [] }
    return rows(of: subject.question, rule.filters)
  }

  func rows(of question: QuestionID, _ filters: [Rule.Filter]) -> [Answer] {
    filters.reduce(session.readableAnswers(to: question)) { rows, filter in kept(rows, filter) }
  }

  private func kept(_ rows: [Answer], _ filter: Rule.Filter) -> [Answer] {
    switch filter {
    case .having(let column, let values): rows.filter { isOne(of: values, cell(column, of: $0)) }
    case .lacking(let column, let values): rows.filter { !isOne(of: values, cell(column, of: $0)) }
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

  /// A text of the room's own is one of some words whatever the case of its letters.
  private func isOne(of values: [String], _ cell: String) -> Bool {
    values.contains(cell) || values.contains(cell.lowercased())
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

  /// What won a vote and is still there; the first of those there are when nobody voted.
  private func winner(of vote: QuestionID, among handles: [Handle]) -> Handle? {
    let walkPosition = session.readableAnswers(to: vote).filter { handles.contains(Handle($0.cell(at: 0))) }
    let best = walkPosition.max { left, right in (Double(left.cell(at: 1)) ?? 0) < (Double(right.cell(at: 1)) ?? 0) }
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
}
