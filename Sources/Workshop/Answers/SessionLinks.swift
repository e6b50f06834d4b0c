/// What hangs on what.
extension Session {
  /// The answers that refer to one, in the order of the walk: through a column, or by standing in its row of a grid.
  public func answers(referringTo handle: Handle) -> [Answer] {
    method.questions.flatMap { question in
      let places = question.referringPlaces
      let hasRows = question.hasRowsOfAnswers
      guard hasRows || !places.isEmpty else { return [Answer]() }
      return answers(to: question.id).filter { answer in
        places.contains { answer.values(at: $0).contains(handle.rawValue) }
          || (hasRows && (answer.place?.row == handle.rawValue || answer.place?.across == handle.rawValue))
      }
    }
  }

  /// The answers that one refers to, in the order of its columns.
  public func answers(referredToBy answer: Answer) -> [Answer] {
    guard let question = method.question(answer.id.question) else { return [] }
    let rows = question.hasRowsOfAnswers ? [answer.place?.row, answer.place?.across].compactMap(\.self) : []
    return (question.referringPlaces.flatMap { answer.values(at: $0) } + rows).compactMap { self.answer(Handle($0)) }
  }

  /// What an answer serves along the chain, by the first of the chain's links that it has.
  public func served(by answer: Answer) -> Answer? {
    for link in method.chain where link.question == answer.id.question {
      guard let place = method.question(link.question)?.columns.firstIndex(where: { $0.id == link.through }) else {
        continue
      }
      if let other = answer.values(at: place).first.flatMap({ self.answer(Handle($0)) }) { return other }
    }
    return nil
  }

  /// The answers that serve one along the chain.
  public func answers(serving handle: Handle) -> [Answer] {
    var seen: Set<QuestionID> = []
    return method.chain.filter { seen.insert($0.question).inserted }.flatMap { link in
      answers(to: link.question).filter { served(by: $0)?.handle == handle }
    }
  }

  // MARK: To be checked again

  /// Whoever refers to an answer that says something else now must look again.
  mutating func noteDependants(of answer: Answer, becoming cells: [String], _ reversals: inout [Reversal]) {
    let old = answer.cells
    let changed = cells.indices.contains { place in
      let before = old.indices.contains(place) ? old[place] : ""
      return !before.isEmpty && before != cells[place]
    }
    guard changed, let series = answer.id.series, method.seriesReferredTo.contains(series) else {
      return
    }
    let dependants = answers(referringTo: answer.handle)
    guard !dependants.isEmpty else { return }
    reversals.append(.answer(.checkAgain(toCheckAgain)))
    for dependant in dependants where dependant.id != answer.id { answers.toCheckAgain[dependant.id] = answer.handle }
    answers.toCheckAgain[answer.id] = nil
  }

  /// What stood before the room has been looked at.
  mutating func lookedAt(_ question: QuestionID) {
    guard !toCheckAgain.isEmpty else { return }
    for answer in answers(to: question) { answers.toCheckAgain[answer.id] = nil }
  }
}

extension Question {
  /// The places of the columns that refer to answers.
  var referringPlaces: [Int] {
    columns.indices.filter { place in
      switch columns[place].type {
      case .reference, .references: true
      case _: false
      }
    }
  }

  /// Whether its rows are answers to another question.
  public var hasRowsOfAnswers: Bool {
    guard case .grid(let grid) = kind else { return false }
    return [grid.rows, grid.across].contains { axis in
      if case .answers? = axis { true } else { false }
    }
  }
}
