/// Answers that a question offers for changing, and its examples, as they are typed in the present run.
extension Session {
  /// What a question offers, in order.
  public func suggestions(of question: Question, in localization: Localization) -> [String] {
    let texts = localization.texts.questions[question.id]?.presets ?? [:]
    // Offered rows have a cell for each column there is.
    return question.presets.compactMap { texts[$0] }.map {
      laidOut($0, of: question, from: Array(question.columns.indices))
    }
  }

  /// What the present question offers under that number.
  ///
  /// - Throws: A refusal when it offers nothing of that number.
  public func suggestion(_ typed: String, in localization: Localization) throws(Refusal) -> String {
    let offered = position.flatMap(method.question).map { suggestions(of: $0, in: localization) } ?? []
    guard let number = Int(digits: typed), offered.indices.contains(number - 1) else {
      throw .unknownSuggestion(typed, count: offered.count)
    }
    return offered[number - 1]
  }

  /// Answers to a question as somebody might give them.
  public func examples(of question: Question, in localization: Localization) -> [String] {
    let texts = localization.texts.questions[question.id]?.examples ?? []
    // They are written for the shortest run that asks the question, or with a cell for each column there is.
    guard let shortest = method.runs.first(where: { question.isAsked(in: $0.id) })?.id else { return texts }
    let (asked, all) = (question.askedColumns(in: shortest), Array(question.columns.indices))
    return texts.map { text in
      laidOut(text, of: question, from: CellParser.parted(text).count > asked.count ? all : asked)
    }
  }

  /// A row written for some columns, with a cell for each column that the present run asks, up to the last one filled.
  private func laidOut(_ line: String, of question: Question, from places: [Int]) -> String {
    let asked = question.askedColumns(in: run)
    guard case .table(let columns) = question.kind, columns.count > 1, places != asked else { return line }
    let typed = CellParser.parted(line)
    guard typed.count > 1, typed.count <= places.count else { return line }
    var cells = asked.map { place in
      places.firstIndex(of: place).flatMap { typed.indices.contains($0) ? typed[$0] : nil } ?? CellParser.open
    }
    while cells.count > 1, cells.last == CellParser.open { cells.removeLast() }
    return cells.map(CellParser.barsEscaped).joined(separator: " | ")
  }
}
