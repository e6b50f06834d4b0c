/// Rules about sums: money, shares, hours, votes.
extension Checking {
  private func sum(_ path: AnswerPath, _ filters: [Rule.Filter] = []) -> Double? {
    let column = path.column ?? method.question(path.question)?.columns.first?.id
    let numbers = rows(of: path.question, filters).compactMap { row in column.flatMap { Double(cell($0, of: row)) } }
    return numbers.isEmpty ? nil : numbers.reduce(0, +)
  }

  func sum(_ rule: Rule) -> [Match] {
    guard let subject = rule.subject, let sum = sum(subject, rule.filters) else { return [] }
    let figure = ["is", "most", "least"].lazy.compactMap { rule.numbers[$0] }.first
    guard let total = figure.map(Double.init) ?? rule.paths.first.flatMap({ total(of: $0, rule.otherFilters) }) else {
      return []
    }
    let share = Double(rule.numbers["share"] ?? 0) / 100
    let isWrong =
      if rule.numbers["is"] != nil {
        sum != total
      } else if rule.numbers["most"] != nil || rule.numbers["most-of"] != nil {
        sum > total
      } else if rule.numbers["least"] != nil {
        sum < total
      } else if rule.numbers["least-of"] != nil {
        sum < total * share
      } else {
        abs(sum - total) > max(sum, total) * share
      }
    guard isWrong else { return [] }
    return [
      Match(
        question: subject.question,
        [
          "sum": .number(decimal(sum)), "total": .number(decimal(total)),
          "difference": .number(decimal(abs(sum - total))),
        ])
    ]
  }

  /// Where there are lines, but none of those that count, they add up to nothing.
  private func total(of path: AnswerPath, _ filters: [Rule.Filter]) -> Double? {
    sum(path, filters) ?? (filters.isEmpty || !session.isAnswered(path.question) ? nil : 0)
  }

  func sumPer(_ rule: Rule) -> [Match] {
    guard let lines = rule.subject, let amount = lines.column, let key = rule.columns.first else { return [] }
    guard let path = rule.paths.first, let column = path.column else { return sumsBeyond(rule, lines, amount, key) }
    let share = Double(rule.numbers["share"] ?? 0) / 100
    return session.readableAnswers(to: path.question).compactMap { row in
      let name = cell(key, of: row)
      let numbers = session.readableAnswers(to: lines.question).filter { cell(key, of: $0) == name }
        .compactMap { Double(cell(amount, of: $0)) }
      guard let value = Double(cell(column, of: row)), !numbers.isEmpty else { return nil }
      let sum = numbers.reduce(0, +)
      guard abs(sum - value) > max(sum, value) * share else { return nil }
      return Match(row, ["value": fact(column, of: row), "sum": .number(decimal(sum))])
    }
  }

  /// What has the same key adds up to more than the most, or to less than the least.
  private func sumsBeyond(_ rule: Rule, _ lines: AnswerPath, _ amount: ColumnID, _ key: ColumnID) -> [Match] {
    var groups: [(row: Answer, sum: Double)] = []
    for row in session.readableAnswers(to: lines.question) where !cell(key, of: row).isEmpty {
      let number = Double(cell(amount, of: row)) ?? 0
      if let place = groups.firstIndex(where: { cell(key, of: $0.row) == cell(key, of: row) }) {
        groups[place].sum += number
      } else {
        groups.append((row, number))
      }
    }
    return groups.filter { group in
      rule.numbers["most"].map { group.sum > Double($0) } ?? rule.numbers["least"].map { group.sum < Double($0) }
        == true
    }
    .map { Match($0.row, ["value": fact(key, of: $0.row), "sum": .number(decimal($0.sum))]) }
  }

  /// An hour for each post, the hours of watching, and half an hour for each day a channel is open.
  func workload(_ rule: Rule) -> [Match] {
    guard let agreed = rule.subject, let have = sum(agreed), rule.paths.count == 3 else { return [] }
    let posts = session.values(at: rule.paths[0]).compactMap { Frequency(stored: $0) }.reduce(0.0) { sum, frequency in
      sum + Double(frequency.times?.lowerBound ?? 0) * frequency.period.inFourWeeks / 4
    }
    let watching = session.values(at: rule.paths[1]).compactMap(Double.init).first ?? 0
    let open = session.readableAnswers(to: rule.paths[2].question).reduce(0) { sum, row in
      sum + openDays(rule.paths[2].column.map { cell($0, of: row) } ?? "")
    }
    let need = posts + watching + Double(open) / 2
    guard need > have else { return [] }
    return [Match(question: agreed.question, ["need": .number(decimal(need)), "have": .number(decimal(have))])]
  }

  /// How many days of the week a text about opening hours names; five when it names none.
  private func openDays(_ text: String) -> Int {
    let format = localization.language.frequencies
    let days = text.lowercased().split { $0.isWhitespace || ",;".contains($0) }.flatMap { word in
      format.weekdays(named: String(word)) ?? []
    }
    return days.isEmpty ? 5 : Set(days).count
  }

  /// A vote with dots where the last that goes on has as many as the first that does not.
  func ties() -> [Match] {
    session.agenda.compactMap { question in
      guard case .vote(let vote) = question.kind, vote.ballot == .dots else { return nil }
      let votes = session.readableAnswers(to: question.id).map { (answer: $0, count: Double($0.cell(at: 1)) ?? 0) }
        .sorted { $0.count > $1.count }
      let last = question.count.upperBound
      guard votes.count > last, votes[last - 1].count == votes[last].count else { return nil }
      return Match(
        question: question.id,
        [
          "question": .questions([question.id]), "answer": item(votes[last - 1].answer),
          "other": item(votes[last].answer),
        ])
    }
  }

  private func item(_ vote: Answer) -> Finding.Fact {
    let handle = Handle(vote.cell(at: 0))
    return session.answer(handle) == nil ? .text(vote.cell(at: 0)) : .answer(handle)
  }

  /// Each head has one voice: of all who take part, or of those rows of the other place that count.
  func turnout(_ rule: Rule) -> [Match] {
    guard let question = rule.subject?.question, session.isAnswered(question) else { return [] }
    let voices = session.readableAnswers(to: question).compactMap { Double($0.cell(at: 1)) }.reduce(0, +)
    let heads = rule.paths.first.map { rows(of: $0.question, rule.otherFilters).count } ?? session.participants.count
    guard voices < Double(heads), heads > 0 else { return [] }
    return [
      Match(
        question: question,
        ["question": .questions([question]), "n": .number(decimal(voices)), "m": .number(String(heads))])
    ]
  }
}

/// A number as it is stored, with two decimals at most.
func decimal(_ number: Double) -> String {
  let hundredths = (number * 100).rounded()
  guard hundredths.magnitude < 1e15 else { return "\(number)" }
  let whole = Int(hundredths)
  let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = whole < 0 ? "-" : ""
  guard rest != 0 else { return "\(sign)\(units)" }
  return "\(sign)\(units)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
}
