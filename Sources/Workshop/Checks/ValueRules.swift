/// Rules about what a cell holds.
extension Checking {
  func holds(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first else { return [] }
    return rows(rule).filter { rule.options.contains(OptionID(cell(column, of: $0))) }
      .map { Match($0, ["value": fact(column, of: $0)]) }
  }

  func lacks(_ rule: Rule) -> [Match] {
    guard let question = rule.subject.flatMap({ method.question($0.question) }), session.isAnswered(question.id),
      let column = rule.columns.first ?? question.columns.first?.id
    else { return [] }
    let held = rows(rule).flatMap { Answer.values(in: cell(column, of: $0)) }
    return rule.options.contains { held.contains($0.rawValue) } ? [] : [Match(question: question.id)]
  }

  func same(_ rule: Rule) -> [Match] {
    guard let first = rule.columns.first, let second = rule.columns.last else { return [] }
    return rows(rule).filter { row in
      let value = cell(first, of: row)
      return !value.isEmpty && value == cell(second, of: row)
    }.map { Match($0, ["value": fact(first, of: $0)]) }
  }

  func less(_ rule: Rule) -> [Match] {
    guard let first = rule.columns.first, let second = rule.columns.last else { return [] }
    return rows(rule).filter { row in
      guard let value = measure(first, of: row), let limit = measure(second, of: row) else { return false }
      return value < limit
    }.map { Match($0, ["value": fact(first, of: $0), "limit": fact(second, of: $0)]) }
  }

  func ratio(_ rule: Rule) -> [Match] {
    guard let top = rule.columns.first, let bottom = rule.columns.last, let most = rule.numbers["most"] else {
      return []
    }
    return rows(rule).filter { row in
      guard let value = measure(top, of: row), let base = measure(bottom, of: row), base != 0 else { return false }
      return value / base > Double(most)
    }.map { Match($0, ["from": fact(bottom, of: $0), "to": fact(top, of: $0)]) }
  }

  func outside(_ rule: Rule) -> [Match] {
    guard let least = rule.numbers["least"], let most = rule.numbers["most"] else { return [] }
    return rows(rule).compactMap { row in
      let wrong = rule.columns.first { column in
        measure(column, of: row).map { $0 < Double(least) || $0 > Double(most) } == true
      }
      return wrong.map {
        Match(
          row, ["value": fact($0, of: row), "least": .number(String(least)), "most": .number(String(most))])
      }
    }
  }

  /// The catalogue knows which way is better for a measure.
  func wrongWay(_ rule: Rule) -> [Match] {
    guard rule.columns.count == 3 else { return [] }
    return rows(rule).filter { row in
      guard let kpi = method.kpis.first(where: { $0.id.rawValue == cell(rule.columns[0], of: row) }),
        let from = measure(rule.columns[1], of: row), let to = measure(rule.columns[2], of: row)
      else { return false }
      switch kpi.better {
      case .up: return to < from
      case .down: return to > from
      case .band: return false
      }
    }.map { Match($0, ["from": fact(rule.columns[1], of: $0), "to": fact(rule.columns[2], of: $0)]) }
  }

  func unfit(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first, let path = rule.paths.first,
      let chosen = method.question(path.question), case .choice(let options)? = chosen.columns.first?.type
    else { return [] }
    let wanted = session.readableAnswers(to: path.question).map { OptionID($0.cell(at: 0)) }
    guard !wanted.isEmpty else { return [] }
    let fitting = Set(wanted.flatMap { rule.fitting[$0] ?? [] })
    return rows(rule).filter { row in
      let value = cell(column, of: row)
      return !value.isEmpty && !fitting.contains(OptionID(value))
    }.map {
      Match($0, ["value": fact(column, of: $0), "purpose": .options(wanted, options, path.question)])
    }
  }

  func when(_ rule: Rule) -> [Match] {
    let shown = rule.conditions.compactMap { condition -> Finding.Fact? in
      guard let answer = session.readableAnswers(to: condition.path.question).first,
        let column = condition.path.column ?? method.question(condition.path.question)?.columns.first?.id
      else { return nil }
      return fact(column, of: answer)
    }
    guard let first = shown.first, let last = shown.last else { return [] }
    return [Match(question: rule.conditions.first?.path.question, ["value": first, "other": last])]
  }

  // MARK: Texts

  func words(_ rule: Rule) -> [Match] {
    let found = rows(rule).map { row in
      (row: row, word: rule.columns.lazy.compactMap { word(rule, in: cell($0, of: row)) }.first)
    }
    if rule.isTurned {
      guard let question = rule.subject?.question, !found.isEmpty, found.allSatisfy({ $0.word == nil }) else {
        return []
      }
      return [Match(question: question, conditionFacts(rule))]
    }
    return found.compactMap { row, word in
      word.map { word in
        let column = rule.columns.first { self.word(rule, in: cell($0, of: row)) != nil }
        return Match(row, ["word": .text(word), "value": .text(column.map { cell($0, of: row) } ?? word)])
      }
    }
  }

  private func conditionFacts(_ rule: Rule) -> [String: Finding.Fact] {
    guard let path = rule.conditions.first?.path, let column = path.column,
      let answer = session.readableAnswers(to: path.question).first
    else { return [:] }
    return ["value": fact(column, of: answer)]
  }

  /// The first of a rule's words that a text has, as it stands there; the text as a whole where the rule wants that.
  private func word(_ rule: Rule, in text: String) -> String? {
    let typed = text.lowercased()
    if rule.numbers["whole"] != nil { return rule.words.contains(typed.trimmed) ? text : nil }
    let parts = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return parts.lazy.map(String.init).first { part in
      let word = part.lowercased()
      return rule.words.contains(word) || rule.words.contains { $0.contains("-") && word.hasPrefix($0) }
    }
  }

  /// Eight digits or more with nothing but spaces, points, hyphens, brackets and a plus between them, unless they are a
  /// day.
  func phone(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first else { return [] }
    // A day with its year needs no other day to be read.
    let day = Day(daysSinceEpoch: 0)
    return rows(rule).filter { row in
      let runs = cell(column, of: row).split { !$0.isNumber && !" .-–()+\u{A0}".contains($0) }
      return runs.contains { run in
        run.count(where: \.isNumber) >= 8 && localization.language.days.day(from: run.trimmed, today: day) == nil
      }
    }.map { Match($0) }
  }

  func digitless(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first else { return [] }
    return rows(rule).filter { row in
      let text = cell(column, of: row)
      return !text.isEmpty && !text.contains(where: \.isNumber)
    }.map { Match($0) }
  }

  /// The same text in two rows of a grid.
  func duplicate(_ rule: Rule) -> [Match] {
    var first: [String: Answer] = [:]
    var matches: [Match] = []
    for answer in rows(rule) {
      let text = answer.cell(at: 0).lowercased()
      guard let other = first[text] else {
        first[text] = answer
        continue
      }
      if other.place?.row != answer.place?.row { matches.append(Match(answer, ["other": .answer(other.handle)])) }
    }
    return matches
  }
}
