/// Rules about what is not there.
extension Checking {
  /// Every required question is answered, with enough answers and no gaps in what the run asks for.
  func required() -> [Match] {
    session.agenda.flatMap { question -> [Match] in
      let answers = session.readableAnswers(to: question.id)
      guard !answers.isEmpty else { return unanswered(question).map { [$0] } ?? [] }
      let least = question.count.lowerBound
      let few =
        answers.count < least
        ? [
          Match(
            question: question.id, message: "too-few-answers",
            [
              "question": .questions([question.id]), "n": .number(String(answers.count)),
              "least": .number(String(least)),
            ])
        ] : []
      return few + answers.flatMap { gaps(in: $0, of: question) }
    }
  }

  private func unanswered(_ question: Question) -> Match? {
    guard session.requires(question) else { return nil }
    let facts: [String: Finding.Fact] = ["question": .questions([question.id])]
    if let reason = session.skipped[question.id] {
      return Match(
        question: question.id, message: reason.isEmpty ? "question-skipped" : "question-skipped-why",
        severity: .warning, facts.merging(["reason": .text(reason)]) { first, _ in first })
    }
    // A required question with a least of 0 must have been looked at.
    guard question.count.lowerBound > 0 || !session.progress.visited.contains(question.id) else { return nil }
    return Match(question: question.id, facts)
  }

  private func gaps(in answer: Answer, of question: Question) -> [Match] {
    question.askedColumns(in: session.run).compactMap { place in
      let column = question.columns[place]
      let cell = answer.cell(at: place)
      guard !cell.isEmpty else {
        return column.isRequired
          ? Match(answer, message: "answer-incomplete", ["missing": .columns([column.id], question.id)]) : nil
      }
      switch column.type {
      case .person, .persons:
        // A check that is about people names them itself.
        guard !method.checks.contains(where: { $0.rules.contains { $0.kind == .strangers } }) else { return nil }
        let known = session.participants.map(\.initials)
        guard let lost = Answer.values(in: cell).first(where: { !known.contains($0) }) else { return nil }
        return Match(
          answer, message: "reference-lost", ["target": .text(lost), "column": .columns([column.id], question.id)])
      case .reference, .references:
        guard let lost = Answer.values(in: cell).first(where: { session.answer(Handle($0)) == nil }) else { return nil }
        return Match(
          answer, message: "reference-lost", ["target": .text(lost), "column": .columns([column.id], question.id)])
      case _: return nil
      }
    }
  }

  func unanswered(_ rule: Rule) -> [Match] {
    guard let question = rule.subject?.question, !session.isAnswered(question), session.skipped[question] == nil,
      !rule.paths.contains(where: { session.isAnswered($0.question) })
    else { return [] }
    // What has not been come to is not missing yet, unless it is required.
    guard session.progress.visited.contains(question) || method.question(question).map(session.requires) == true else {
      return []
    }
    return [Match(question: question, ["question": .questions([question])])]
  }

  func gap(_ rule: Rule) -> [Match] {
    guard let question = rule.subject.flatMap({ method.question($0.question) }) else { return [] }
    let columns = rule.columns.filter { isAsked($0, of: question) }
    guard !columns.isEmpty else { return [] }
    return rows(rule).compactMap { row in
      let missing = columns.filter { cell($0, of: row).isEmpty }
      guard rule.isTurned ? missing.count == columns.count : !missing.isEmpty else { return nil }
      return Match(row, ["missing": .columns(missing, question.id)])
    }
  }

  func emptyRow(_ rule: Rule) -> [Match] {
    guard let question = rule.subject.flatMap({ method.question($0.question) }), session.isAnswered(question.id),
      case .grid(let grid) = question.kind, case .fixed(let names) = grid.rows
    else { return [] }
    let filled = Set(session.readableAnswers(to: question.id).compactMap { $0.place?.row })
    let empty = names.filter { !filled.contains($0.rawValue) }
    return empty.isEmpty ? [] : [Match(question: question.id, ["missing": .rows(empty, question.id)])]
  }

  func early(_ rule: Rule) -> [Match] {
    guard let question = rule.subject?.question, session.isAnswered(question) else { return [] }
    let missing = rule.paths.map(\.question).filter { !session.isAnswered($0) }
    return missing.isEmpty ? [] : [Match(question: question, ["missing": .questions(missing)])]
  }

  func undecided(_ rule: Rule) -> [Match] {
    guard let vote = rule.subject?.question, !session.isAnswered(vote), session.progress.visited.contains(vote),
      let among = rule.paths.first, session.readableAnswers(to: among.question).count > 1
    else { return [] }
    return [Match(question: vote)]
  }

  /// Every column that names people names those who take part.
  func strangers() -> [Match] {
    let known = Set(session.participants.map(\.initials))
    return session.agenda.flatMap { question -> [Match] in
      let people = question.columns.filter { column in
        switch column.type {
        case .person, .persons: true
        case _: false
        }
      }
      guard !people.isEmpty else { return [] }
      return session.readableAnswers(to: question.id).flatMap { answer in
        people.flatMap { column in
          Answer.values(in: cell(column.id, of: answer)).filter { !known.contains($0) }
            .map { Match(answer, ["value": .text($0)]) }
        }
      }
    }
  }

  /// No text is nothing but a word that stands for a text to come.
  func placeholders(_ rule: Rule) -> [Match] {
    session.agenda.flatMap { question -> [Match] in
      let places = question.columns.indices.filter { place in
        switch question.columns[place].type {
        case .text, .texts, .suggestion, .kpi: true
        case _: false
        }
      }
      return session.readableAnswers(to: question.id).flatMap { answer in
        places.compactMap { place in
          let text = answer.cell(at: place)
          return rule.words.contains(text.lowercased()) ? Match(answer, ["value": .text(text)]) : nil
        }
      }
    }
  }
}
