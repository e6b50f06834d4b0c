/// The days on which something comes back, and the rule that says so to other programs.
extension Repeat {
  /// The days on which it comes, from a first day on and within a number of days.
  ///
  /// What comes every other week or month is counted from the first time on or after its first day.
  ///
  /// - Parameters:
  ///   - start: The first day; the first time is never before it.
  ///   - days: The length of the time looked at, in days from `from`.
  ///   - from: The first day looked at.
  /// - Returns: The days, in order.
  public func days(from start: Day, within days: Int, of from: Day) -> [Day] {
    let first = every == 1 ? start : first(from: start)
    return (0..<max(days, 0)).map { Day(daysSinceEpoch: from.daysSinceEpoch + $0) }.filter { day in
      day >= start && fits(day, start) && isInTurn(day, first)
    }
  }

  /// The first time on or after a day.
  ///
  /// - Parameter start: The day it begins.
  /// - Returns: The first time; the day itself where none comes within five years.
  public func first(from start: Day) -> Day {
    // A fifth Monday comes within three months, a 29 February of a month that is named nowhere does not.
    (0..<5 * 366).lazy.map { Day(daysSinceEpoch: start.daysSinceEpoch + $0) }.first { fits($0, start) } ?? start
  }

  /// The rule as RFC 5545, section 3.3.10, writes it, without an end.
  ///
  /// - Parameter first: The first time.
  /// - Returns: The value of `RRULE`.
  public func recurrenceRule(from first: Day) -> String {
    let interval = every == 1 ? "" : ";INTERVAL=\(every)"
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    switch self {
    case .daily: return "FREQ=DAILY" + interval
    case .weekly(let days, _):
      let chosen = (days.isEmpty ? [first.weekday] : days).map { names[$0] }
      return "FREQ=WEEKLY" + interval + ";BYDAY=" + chosen.joined(separator: ",")
    case .monthly(let days, _):
      let days = days.isEmpty ? [.day(first.day)] : days
      let weekdays = days.compactMap { day -> String? in
        guard case .weekday(let weekday, let nth) = day else { return nil }
        return "\(nth)\(names[weekday])"
      }
      guard weekdays.isEmpty else { return "FREQ=MONTHLY" + interval + ";BYDAY=" + weekdays.joined(separator: ",") }
      let numbers = days.compactMap { day -> Int? in
        switch day {
        case .day(let number): number == 31 ? -1 : number
        case .last: -1
        case .weekday: nil
        }
      }
      guard let only = numbers.first, numbers.count == 1, only > 28 else {
        return "FREQ=MONTHLY" + interval + ";BYMONTHDAY=" + numbers.map { String($0) }.joined(separator: ",")
      }
      // Where a month is shorter, its last day.
      let shorter = (28...only).map { String($0) }.joined(separator: ",")
      return "FREQ=MONTHLY" + interval + ";BYMONTHDAY=\(shorter);BYSETPOS=-1"
    }
  }

  /// How many days, weeks or months lie between.
  private var every: Int {
    switch self {
    case .daily(let every), .weekly(_, let every), .monthly(_, let every): every
    }
  }

  /// Whether a day is one of those it comes on, whichever turn it is.
  private func fits(_ day: Day, _ start: Day) -> Bool {
    switch self {
    case .daily: true
    case .weekly(let weekdays, _): (weekdays.isEmpty ? [start.weekday] : weekdays).contains(day.weekday)
    case .monthly(let days, _): (days.isEmpty ? [.day(start.day)] : days).contains { $0.isMet(by: day) }
    }
  }

  /// Whether the day, week or month is one in which it comes.
  private func isInTurn(_ day: Day, _ first: Day) -> Bool {
    let distance =
      switch self {
      case .daily: day.daysSinceEpoch - first.daysSinceEpoch
      case .weekly: (day.monday - first.monday) / 7
      case .monthly: (day.year - first.year) * 12 + day.month - first.month
      }
    return distance.isMultiple(of: every)
  }
}

extension Repeat.MonthDay {
  fileprivate func isMet(by day: Day) -> Bool {
    switch self {
    case .day(let number): day.day == min(number, day.lengthOfMonth)
    case .last: day.day == day.lengthOfMonth
    case .weekday(let weekday, nth: -1): day.weekday == weekday && day.day > day.lengthOfMonth - 7
    case .weekday(let weekday, let nth): day.weekday == weekday && (day.day - 1) / 7 + 1 == nth
    }
  }
}

extension Day {
  /// The day of the week, 0 for Monday.
  public var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

  /// How many days its month has.
  public var lengthOfMonth: Int {
    (28...31).reversed().first { Day(year: year, month: month, day: $0) != nil } ?? 28
  }

  /// The Monday of its week, as days since 1 January 1970.
  var monday: Int { daysSinceEpoch - weekday }
}
