/// How often a figure is measured.
public enum Rhythm: String, Hashable, Sendable, CaseIterable {
  /// Each day.
  case daily
  /// Each week.
  case weekly
  /// Each second week.
  case fortnightly
  /// Each month.
  case monthly
  /// Each quarter of a year.
  case quarterly
  /// Each year.
  case yearly

  /// The rhythm of a stored cell: an option of one of these names, or a frequency such as `1/month`, by its period.
  public init?(stored cell: String) {
    if let rhythm = Rhythm(rawValue: cell) {
      self = rhythm
      return
    }
    switch Frequency(stored: cell)?.period {
    case .day: self = .daily
    case .week: self = .weekly
    case .fortnight: self = .fortnightly
    case .month: self = .monthly
    case .quarter: self = .quarterly
    case .year: self = .yearly
    case .onDemand, nil: return nil
    }
  }

  /// The day one rhythm after another; the last day of a month leads to the last day of a month.
  public func day(after day: Day) -> Day {
    switch self {
    case .daily: Day(daysSinceEpoch: day.daysSinceEpoch + 1)
    case .weekly: Day(daysSinceEpoch: day.daysSinceEpoch + 7)
    case .fortnightly: Day(daysSinceEpoch: day.daysSinceEpoch + 14)
    case .monthly: Rhythm.day(months: 1, after: day)
    case .quarterly: Rhythm.day(months: 3, after: day)
    case .yearly: Rhythm.day(months: 12, after: day)
    }
  }

  /// The last whole period that was over before a day: a day, a week from Monday to Sunday, a month, a quarter, a year.
  public func lastPeriod(before day: Day) -> DayRange {
    let yesterday = Day(daysSinceEpoch: day.daysSinceEpoch - 1)
    let sunday = Day(daysSinceEpoch: day.daysSinceEpoch - 1 - (day.daysSinceEpoch + 3) % 7)
    let month = day.year * 12 + day.month - 1
    switch self {
    case .daily: return DayRange(yesterday)
    case .weekly: return DayRange(Day(daysSinceEpoch: sunday.daysSinceEpoch - 6), sunday)
    case .fortnightly: return DayRange(Day(daysSinceEpoch: sunday.daysSinceEpoch - 13), sunday)
    case .monthly: return DayRange(month: month - 1)
    case .quarterly: return DayRange(month: day.year * 12 + (day.month - 1) / 3 * 3 - 3, count: 3)
    case .yearly: return DayRange(month: (day.year - 1) * 12, count: 12)
    }
  }

  private static func day(months: Int, after day: Day) -> Day {
    let month = day.year * 12 + day.month - 1 + months
    let last = DayRange(month: month).last
    return day == DayRange(month: month - months).last || day.day > last.day
      ? last : Day(year: last.year, month: last.month, day: day.day) ?? last
  }
}

/// Some days in a row: one day, a month, a quarter, a year, a week.
public struct DayRange: Hashable, Sendable {
  /// The first of them.
  public var first: Day
  /// The last of them, not before the first.
  public var last: Day

  /// From one day to another; in whatever order they are named.
  public init(_ first: Day, _ last: Day) { (self.first, self.last) = (min(first, last), max(first, last)) }

  /// One day.
  public init(_ day: Day) { (first, last) = (day, day) }

  /// Whether it is but one day.
  public var isOneDay: Bool { first == last }

  /// Months counted from January of the year 0.
  init(month: Int, count: Int = 1) {
    func first(_ month: Int) -> Int {
      Day(year: month / 12, month: month % 12 + 1, day: 1)?.daysSinceEpoch ?? 0
    }
    let next = first(month + count)
    (self.first, last) = (Day(daysSinceEpoch: first(month)), Day(daysSinceEpoch: next - 1))
  }

  /// The month it is, as `2026-06`; nil when it is none.
  public var month: String? {
    guard first.day == 1, self == DayRange(month: first.year * 12 + first.month - 1) else { return nil }
    return String(first.description.prefix(7))
  }

  /// The quarter it is, as its year and 1 to 4; nil when it is none.
  public var quarter: (year: Int, number: Int)? {
    let start = first.year * 12 + (first.month - 1) / 3 * 3
    guard self == DayRange(month: start, count: 3) else { return nil }
    return (first.year, (first.month - 1) / 3 + 1)
  }

  /// The year it is; nil when it is none.
  public var year: Int? { self == DayRange(month: first.year * 12, count: 12) ? first.year : nil }
}
