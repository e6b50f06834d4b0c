/// Rules about what refers to what.
extension Checking {
  /// What stands at a place that refers to answers: the handles in a column, or the rows of a grid by the name `row`.
  func references(at path: AnswerPath, _ filters: [Rule.Filter] = []) -> [String] {
    rows(of: path.question, filters).flatMap { answer -> [String] in
      guard let column = path.column, column != "row" else { return answer.place.map { [$0.row] } ?? [] }
      return Answer.values(in: cell(column, of: answer))
    }
  }

  func unreferenced(_ rule: Rule) -> [Match] {
    // What nobody has come to yet does not refer to anything yet.
    let paths = rule.paths.filter { isAsked($0) && isBehind($0.question) }
    guard !paths.isEmpty else { return [] }
    let named = Set(paths.flatMap { references(at: $0) })
    return rows(rule).filter { !named.contains($0.handle.rawValue) }.map { Match($0) }
  }

  func crowded(_ rule: Rule) -> [Match] {
    var counts: [String: Int] = [:]
    for path in rule.paths { for name in references(at: path) { counts[name, default: 0] += 1 } }
    return rows(rule).compactMap { row in
      guard let count = counts[row.handle.rawValue], count > rule.numbers["most"] ?? .max else { return nil }
      return Match(row, ["n": .number(String(count))])
    }
  }

  /// What a column holds is named by every row that another column refers to.
  func notIn(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first, case .referred(let through, let named)? = rule.limit else { return [] }
    return rows(rule).flatMap { row -> [Match] in
      let value = cell(column, of: row)
      guard !value.isEmpty else { return [] }
      return Answer.values(in: cell(through, of: row)).compactMap { handle in
        guard let other = session.answer(Handle(handle)) else { return nil }
        let values = Answer.values(in: cell(named, of: other))
        return values.contains(value) ? nil : Match(row, ["other": .answer(other.handle)])
      }
    }
  }

  /// Every chosen option is named by a row of the other place, by its name or its label.
  func uncovered(_ rule: Rule) -> [Match] {
    guard let question = rule.subject.flatMap({ method.question($0.question) }), let path = rule.paths.first,
      let column = path.column, session.isAnswered(path.question),
      case .choice(let options)? = question.columns.first?.type
    else { return [] }
    let cells = session.readableAnswers(to: path.question).map { cell(column, of: $0).lowercased() }
    let missing = session.readableAnswers(to: question.id).map { OptionID($0.cell(at: 0)) }.filter { option in
      let label = localization.texts.label(of: option, from: options, in: question.id).lowercased()
      return !cells.contains { $0 == option.rawValue || $0.contains(label) }
    }
    return missing.isEmpty
      ? [] : [Match(question: question.id, ["missing": .options(missing, options, question.id)])]
  }

  func risk(_ rule: Rule) -> [Match] {
    guard rule.paths.contains(where: isAsked), let least = rule.numbers["least"] else { return [] }
    let covered = Set(rule.paths.flatMap { references(at: $0) })
    return rows(rule).compactMap { row in
      let scales = rule.columns.compactMap { Int(cell($0, of: row)) }
      let risk = scales.reduce(1, *)
      guard scales.count == rule.columns.count, risk >= least, !covered.contains(row.handle.rawValue) else {
        return nil
      }
      if case .column(let through)? = rule.limit, covered.contains(cell(through, of: row)) { return nil }
      return Match(row, ["value": .number(String(risk))])
    }
  }
}
