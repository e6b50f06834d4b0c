/// Open cells of rows, asked for in one pass.
extension Session {
  /// Cells of a row that are open.
  public struct Gap: Hashable, Sendable {
    /// The row.
    public var answer: AnswerID
    /// The columns that the run asks for and that are open, in order; never empty.
    public var columns: [ColumnID]
  }

  /// The rows with open cells in the order of the walk, with the columns that the run asks for.
  public var gaps: [Gap] { gaps(in: walk[...]) }

  private func gaps(in questions: ArraySlice<Question>) -> [Gap] {
    questions.flatMap { question -> [Gap] in
      guard question.hasOpenCells else { return [] }
      let places = question.askedColumns(in: run)
      return readableAnswers(to: question.id).compactMap { answer in
        let open = places.filter { answer.cell(at: $0).isEmpty }.map { question.columns[$0].id }
        return open.isEmpty ? nil : Gap(answer: answer.id, columns: open)
      }
    }
  }

  /// Asks for the open cells of the first row that has any.
  func walkGaps() throws(Refusal) -> [Event] {
    guard openVote == nil else { throw .vote(.isOpen) }
    return ask(gaps.first)
  }

  /// The cells of a row that are asked for next; where they are the last of a row and open cells are gone through, those
  /// of the next row that has any.
  func asked(_ columns: [ColumnID], of answer: AnswerID) -> [Event] {
    let here = [Event.cellsAsked(answer, columns)]
    guard columns.isEmpty, progress.walksGaps else { return here }
    let walk = walk
    guard let place = walk.firstIndex(where: { $0.id == answer.question }) else { return here + ask(nil) }
    let siblings = readableAnswers(to: answer.question).map(\.id)
    let after = siblings.firstIndex(of: answer).map { Set(siblings[siblings.index(after: $0)...]) } ?? []
    let next = gaps(in: walk[place...]).first { $0.answer.question != answer.question || after.contains($0.answer) }
    return here + ask(next)
  }

  private func ask(_ gap: Gap?) -> [Event] {
    guard let gap else { return progress.walksGaps ? [.gapsWalked(false)] : [] }
    let there: [Event] = gap.answer.question == position && !hasEnded ? [] : [.questionEntered(gap.answer.question)]
    // Who comes to a question is not walking any more, unless that is said again.
    let walks: [Event] = progress.walksGaps && there.isEmpty ? [] : [.gapsWalked(true)]
    return there + walks + [.cellsAsked(gap.answer, gap.columns)]
  }

  /// What stands in the cell that is asked for; empty when it is open.
  public func cell(asked asking: Asking) -> String {
    place(asked: asking).map { $0.answer.cell(at: $0.column) } ?? ""
  }

  /// The cell that is asked for as it could be typed again; empty when it is open.
  public func typedCell(asked asking: Asking, in localization: Localization) -> String {
    place(asked: asking).map { CellParser.barsEscaped(in: shown($0.column, of: $0.answer, in: localization)) } ?? ""
  }

  private func place(asked asking: Asking) -> (answer: Answer, column: Int)? {
    guard let column = asking.columns.first, let answer = answer(asking.answer),
      let place = method.columns(of: asking.answer.question).firstIndex(where: { $0.id == column })
    else { return nil }
    return (answer, place)
  }
}

extension Question {
  /// Whether its rows have cells that can be left open: those of a vote are its result.
  fileprivate var hasOpenCells: Bool {
    switch kind {
    case .table, .grid: columns.count > 1
    case .line, .list, .single, .multi, .number, .date, .vote: false
    }
  }
}
