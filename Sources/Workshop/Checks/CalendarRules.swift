/// Rules about the calendar of the four weeks that begin with its first slot.
extension Checking {
  /// What a rule about the calendar looks at: how often something was promised, and the slots that keep the promise.
  private struct Calendar {
    let promised: ColumnID
    let through: ColumnID
    let from: ColumnID
    let repeats: ColumnID
    let slots: [Answer]
    let first: Day
    static let length = 28
  }

  private func calendar(of rule: Rule) -> Calendar? {
    guard rule.columns.count == 4, let path = rule.paths.first else { return nil }
    let slots = session.readableAnswers(to: path.question)
    guard let first = slots.compactMap({ Day(iso: cell(rule.columns[2], of: $0)) }).min() else { return nil }
    return Calendar(
      promised: rule.columns[0], through: rule.columns[1], from: rule.columns[2], repeats: rule.columns[3],
      slots: slots, first: first)
  }

  /// The slots of each network against how often it was promised; what is on demand has no rhythm.
  func calendar(_ rule: Rule) -> [Match] {
    guard let calendar = calendar(of: rule), let least = rule.numbers["least"], let most = rule.numbers["most"] else {
      return []
    }
    return rows(rule).compactMap { row in
      guard let frequency = Frequency(stored: cell(calendar.promised, of: row)), let times = frequency.times else {
        return nil
      }
      let count = days(of: row, in: calendar).count
      let weeks = frequency.period.inFourWeeks
      let (low, high) = (Double(times.lowerBound) * weeks, Double(times.upperBound) * weeks)
      guard Double(count) < low * Double(least) / 100 || Double(count) > high * Double(most) / 100 else { return nil }
      return Match(row, ["frequency": fact(calendar.promised, of: row), "n": .number(String(count))])
    }
  }

  /// A network that is in the calendar, and then is not for longer than the most days, though it was promised oftener.
  func silent(_ rule: Rule) -> [Match] {
    guard let calendar = calendar(of: rule), let most = rule.numbers["most"] else { return [] }
    return rows(rule).compactMap { row in
      guard let frequency = Frequency(stored: cell(calendar.promised, of: row)), let times = frequency.times,
        Double(times.lowerBound) * frequency.period.inFourWeeks * Double(most) >= Double(Calendar.length)
      else { return nil }
      let busy = days(of: row, in: calendar).map(\.daysSinceEpoch).sorted()
      guard !busy.isEmpty else { return nil }
      let (start, end) = (calendar.first.daysSinceEpoch - 1, calendar.first.daysSinceEpoch + Calendar.length)
      let quiet = zip([start] + busy, busy + [end]).map { $1 - $0 - 1 }.max() ?? 0
      return quiet > most ? Match(row, ["n": .number(String(quiet))]) : nil
    }
  }

  /// The days on which something is planned for a network.
  private func days(of row: Answer, in calendar: Calendar) -> [Day] {
    calendar.slots.filter { Answer.values(in: cell(calendar.through, of: $0)).contains(row.handle.rawValue) }
      .flatMap { slot -> [Day] in
        guard let start = Day(iso: cell(calendar.from, of: slot)) else { return [] }
        if let rule = Repeat(stored: cell(calendar.repeats, of: slot)) {
          return rule.days(from: start, within: Calendar.length, of: calendar.first)
        }
        return start.daysSinceEpoch < calendar.first.daysSinceEpoch + Calendar.length ? [start] : []
      }
  }
}
