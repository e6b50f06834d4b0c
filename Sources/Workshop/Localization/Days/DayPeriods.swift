/// Weeks, months, quarters and years, and moving by them. Weeks are those of ISO 8601: Monday first, and the first week of
/// a year is the one with its first Thursday.
extension Day {
  /// The last day of its month.
  var lastOfMonth: Day {
    Day(daysSinceEpoch: daysSinceEpoch + lengthOfMonth - day)
  }

  /// The next such day of the week, never the day itself.
  func after(_ weekday: Int) -> Day {
    Day(daysSinceEpoch: daysSinceEpoch + (weekday - self.weekday + 6) % 7 + 1)
  }

  /// The last such day of the week, never the day itself.
  func before(_ weekday: Int) -> Day {
    Day(daysSinceEpoch: daysSinceEpoch - (self.weekday - weekday + 6) % 7 - 1)
  }

  /// The day so many days, weeks, months or years from it; in a month that is shorter, its last day.
  func moved(by count: Int, _ unit: DayToken.Unit) throws(DayFault) -> Day {
    guard abs(count) <= 10_000 else { throw .unreadable }
    let months: Int
    switch unit {
    case .day: return Day(daysSinceEpoch: daysSinceEpoch + count)
    case .week: return Day(daysSinceEpoch: daysSinceEpoch + count * 7)
    case .month: months = count
    case .quarter: months = count * 3
    case .halfYear: months = count * 6
    case .year: months = count * 12
    }
    let index = year * 12 + month - 1 + months
    guard let first = Day(year: index / 12, month: index % 12 + 1, day: 1) else { throw .unreadable }
    return Day(daysSinceEpoch: first.daysSinceEpoch + min(day, first.lengthOfMonth) - 1)
  }

  /// The period the day lies in, or one so many periods from it.
  func period(_ unit: DayToken.Unit, _ steps: Int) throws(DayFault) -> DaySpan {
    switch unit {
    case .day: throw .unreadable
    case .week:
      let first = monday + steps * 7
      return .period(Day(daysSinceEpoch: first), Day(daysSinceEpoch: first + 6))
    case .month, .quarter, .halfYear, .year:
      let length = unit.months
      let index = (year * 12 + month - 1) / length + steps
      return try Day.months(from: index * length, length)
    }
  }

  /// The week, quarter or half of a year of that number, or the year itself.
  static func period(_ unit: DayToken.Unit, of year: Int, number: Int) throws(DayFault) -> DaySpan {
    switch unit {
    case .day, .month: throw .unreadable
    case .week:
      guard let fourth = Day(year: year, month: 1, day: 4), let next = Day(year: year + 1, month: 1, day: 4),
        number >= 1, number <= (next.monday - fourth.monday) / 7
      else { throw .unreadable }
      let first = fourth.monday + (number - 1) * 7
      return .period(Day(daysSinceEpoch: first), Day(daysSinceEpoch: first + 6))
    case .quarter, .halfYear, .year:
      guard number >= 1, number * unit.months <= 12 else { throw .unreadable }
      return try months(from: year * 12 + (number - 1) * unit.months, unit.months)
    }
  }

  private static func months(from index: Int, _ length: Int) throws(DayFault) -> DaySpan {
    let end = index + length - 1
    guard let first = Day(year: index / 12, month: index % 12 + 1, day: 1),
      let last = Day(year: end / 12, month: end % 12 + 1, day: 1)
    else { throw .unreadable }
    return .period(first, last.lastOfMonth)
  }
}

extension DayToken.Unit {
  fileprivate var months: Int {
    switch self {
    case .day, .week, .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}
