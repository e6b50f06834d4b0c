/// Rules about what comes before what: days, lengths of time, numbers.
extension Checking {
  /// What a cell measures: days since 1970, minutes, or the number itself; nil when it is empty or says none of these.
  func measure(_ column: ColumnID, of answer: Answer) -> Double? {
    guard let columns = method.question(answer.id.question)?.columns,
      let place = columns.firstIndex(where: { $0.id == column })
    else { return nil }
    let cell = answer.cell(at: place)
    switch columns[place].type {
    case .date: return Day(iso: cell).map { Double($0.daysSinceEpoch) }
    case .duration: return DurationFormat.minutes(ofStored: cell).map(Double.init)
    case _: return Double(cell)
    }
  }

  /// What the column of a row is compared with, and how it is shown.
  private func limits(_ rule: Rule, for row: Answer) -> [(measure: Double, fact: Finding.Fact)] {
    let days = rule.numbers["days"] ?? 0
    switch rule.limit {
    case .session?:
      guard let date = session.date else { return [] }
      let limit = Day(daysSinceEpoch: date.daysSinceEpoch + days)
      return [(Double(limit.daysSinceEpoch), .day(limit))]
    case .column(let column)?:
      return measure(column, of: row).map { [($0 + Double(days), fact(column, of: row))] } ?? []
    case .referred(let through, let column)?:
      return Answer.values(in: cell(through, of: row)).compactMap { handle in
        guard let other = session.answer(Handle(handle)), let limit = measure(column, of: other) else { return nil }
        return (limit + Double(days), fact(column, of: other))
      }
    case nil: return []
    }
  }

  func late(_ rule: Rule) -> [Match] { misplaced(rule) { $0 > $1 } }

  func soon(_ rule: Rule) -> [Match] { misplaced(rule) { $0 < $1 } }

  private func misplaced(_ rule: Rule, _ isWrong: (Double, Double) -> Bool) -> [Match] {
    guard let column = rule.columns.first else { return [] }
    var rows = rows(rule)
    if rule.numbers["first"] != nil {
      rows =
        rows.filter { measure(column, of: $0) != nil }.min { left, right in
          (measure(column, of: left) ?? 0) < (measure(column, of: right) ?? 0)
        }.map { [$0] } ?? []
    }
    return rows.compactMap { row in
      guard let value = measure(column, of: row),
        let limit = limits(rule, for: row).first(where: { isWrong(value, $0.measure) })
      else { return nil }
      return Match(row, ["value": fact(column, of: row), "limit": limit.fact])
    }
  }

  func notFalling(_ rule: Rule) -> [Match] {
    guard let column = rule.columns.first else { return [] }
    let rows = rows(rule)
    return zip(rows, rows.dropFirst()).compactMap { earlier, row in
      guard let before = measure(column, of: earlier), let value = measure(column, of: row), value >= before else {
        return nil
      }
      return Match(row, ["value": fact(column, of: row), "limit": fact(column, of: earlier)])
    }
  }

  func slower(_ rule: Rule) -> [Match] {
    guard let column = rule.subject?.column, let path = rule.paths.first, let other = path.column,
      let row = rows(rule).first, let value = measure(column, of: row)
    else { return [] }
    let quickest = session.readableAnswers(to: path.question).filter { measure(other, of: $0) != nil }.min {
      left, right in
      (measure(other, of: left) ?? 0) < (measure(other, of: right) ?? 0)
    }
    guard let quickest, let limit = measure(other, of: quickest), value > limit else { return [] }
    return [Match(row, ["value": fact(column, of: row), "limit": fact(other, of: quickest)])]
  }

  func overlap(_ rule: Rule) -> [Match] {
    guard rule.columns.count >= 2 else { return [] }
    let periods = rows(rule).compactMap { row -> (row: Answer, start: Double, end: Double)? in
      guard let start = measure(rule.columns[0], of: row), let end = measure(rule.columns[1], of: row) else {
        return nil
      }
      return (row, start, end)
    }
    var matches: [Match] = []
    for (place, period) in periods.enumerated() {
      for other in periods[(place + 1)...] where period.start <= other.end && other.start <= period.end {
        // Rows that only touch each other in something else do not get in each other's way.
        let common = rule.columns.dropFirst(2).allSatisfy { cell($0, of: period.row) == cell($0, of: other.row) }
        if common { matches.append(Match(period.row, ["other": .answer(other.row.handle)])) }
      }
    }
    return matches
  }
}
