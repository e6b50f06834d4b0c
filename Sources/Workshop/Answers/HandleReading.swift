extension CellParser {
  /// The handle that is meant: written out, a number when there is one series, or the beginning of an answer's text.
  ///
  /// What a later question will give may be named before it is there: a scenario's level, say.
  func handle(
    _ text: String, in series: [String], of question: QuestionID, in session: Session
  ) throws(CellFault) -> Handle {
    let answers = session.answers(inSeries: series)
    let typed = text.uppercased()
    if let exact = answers.first(where: { $0.handle.rawValue == typed }) { return exact.handle }
    if series.count == 1, let name = series.first, Int(digits: text) != nil,
      let numbered = answers.first(where: { $0.handle.rawValue == name + text })
    {
      return numbered.handle
    }
    let fitting = answers.filter { text.count >= 3 && session.shortText(of: $0).begins(with: text) }
    if let only = fitting.first, fitting.count == 1 { return only.handle }
    if answers.isEmpty, let coming = coming(typed, in: series, after: question, in: session.method) { return coming }
    throw .unknownHandle(series: series, existing: answers.map(\.handle))
  }

  /// A handle that a question behind this one can give.
  private func coming(
    _ typed: String, in series: [String], after question: QuestionID, in method: Method
  ) -> Handle? {
    let name = series.first { typed.hasPrefix($0) && Int(digits: typed.dropFirst($0.count)) != nil }
    let bare = Int(digits: typed) != nil && series.count == 1 ? series.first : nil
    guard let target = name ?? bare, let giver = method.question(ofSeries: target),
      let here = method.place(of: question), let there = method.place(of: giver), there > here
    else { return nil }
    return Handle(name == nil ? target + typed : typed)
  }
}

extension Session {
  /// The text an answer is known by: its first cell that names something.
  public func shortText(of answer: Answer) -> String {
    answer.cell(at: shortPlace(of: answer))
  }

  /// The place of the cell an answer is known by: the first column of running text, of people, or of a list that several
  /// questions share; the first cell with anything in it where that is open.
  public func shortPlace(of answer: Answer) -> Int {
    let columns = method.columns(of: answer.id.question)
    let place = columns.firstIndex { column in
      switch column.type {
      case .text, .texts, .suggestion, .kpi, .person, .persons, .choice(.list): true
      case .number, .date, .duration, .choice(.own), .multi, .frequency, .repeats, .reference, .references, .yesNo,
        .scale:
        false
      }
    }
    if let place, !answer.cell(at: place).isEmpty { return place }
    return answer.cells.firstIndex { !$0.isEmpty } ?? 0
  }
}
