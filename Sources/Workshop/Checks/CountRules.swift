/// Rules about how many there are.
extension Checking {
  func count(_ rule: Rule) -> [Match] {
    guard let question = rule.subject?.question, session.isAnswered(question) else { return [] }
    let count = rows(rule).count
    let most = rule.mostInRun[session.run] ?? rule.numbers["most"]
    let least = rule.numbers["least"]
    guard most.map({ count > $0 }) == true || least.map({ count < $0 }) == true else { return [] }
    var facts: [String: Finding.Fact] = ["n": .number(String(count))]
    if let most { facts["most"] = .number(String(most)) }
    if let least { facts["least"] = .number(String(least)) }
    return [Match(question: question, facts)]
  }

  func few(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first, let least = rule.numbers["least"] else { return [] }
    // An empty cell is a gap, which is named as one.
    return rows(rule).filter { row in
      let count = Answer.values(in: cell(column, of: row)).count
      return count > 0 && count < least
    }
    .map { Match($0, ["least": .number(String(least))]) }
  }

  /// A question has fewer answers than another, or than the answers of a series that got votes.
  func fewer(_ rule: Rule) -> [Match] {
    guard let question = rule.subject?.question, let other = rule.paths.first else { return [] }
    let count = session.readableAnswers(to: question).count
    let wanted = session.readableAnswers(to: other.question).filter { answer in
      guard let series = rule.options.first else { return true }
      let item = session.answer(Handle(answer.cell(at: 0)))
      return item?.id.series == series.rawValue && (Double(answer.cell(at: 1)) ?? 0) > 0
    }.count
    guard isBehind(question), count < wanted else { return [] }
    return [Match(question: question, ["n": .number(String(count)), "m": .number(String(wanted))])]
  }

  func differs(_ rule: Rule) -> [Match] {
    guard let subject = rule.subject, let other = rule.paths.first, session.isAnswered(other.question),
      let number = session.readableAnswers(to: subject.question).first.flatMap({ Int($0.cell(at: 0)) })
    else { return [] }
    let count = session.readableAnswers(to: other.question).count
    guard abs(number - count - (rule.numbers["plus"] ?? 0)) > rule.numbers["by"] ?? 0 else { return [] }
    return [
      Match(question: subject.question, ["value": .number(String(number)), "n": .number(String(count))])
    ]
  }

  func piled(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first, let most = rule.numbers["most"] else { return [] }
    var counts: [(value: String, count: Int)] = []
    for row in rows(rule) {
      for value in Answer.values(in: cell(column, of: row)) {
        if let place = counts.firstIndex(where: { $0.value == value }) {
          counts[place].count += 1
        } else {
          counts.append((value, 1))
        }
      }
    }
    return counts.filter { $0.count > most }.map {
      Match(question: rule.subject?.question, ["person": .text($0.value), "n": .number(String($0.count))])
    }
  }

  func end(_ rule: Rule, isFirst: Bool) -> [Match] {
    guard let column = rule.columns.first, let option = rule.options.first else { return [] }
    let rows = rows(rule)
    guard rows.count > rule.numbers["above"] ?? 0, let row = isFirst ? rows.first : rows.last,
      cell(column, of: row) != option.rawValue
    else { return [] }
    return [Match(row)]
  }

  /// The draft has about a line per answer and two per question, which is what pages are made of.
  func long(_ rule: Rule) -> [Match] {
    guard let subject = rule.subject, let option = rule.options.first, let most = rule.numbers["most"],
      session.values(at: subject) == [option.rawValue]
    else { return [] }
    let lines = session.agenda.reduce(0) { sum, question in
      let count = session.readableAnswers(to: question.id).count
      return sum + (count == 0 ? 0 : count + 2)
    }
    return lines > most ? [Match(question: subject.question)] : []
  }
}
