/// A day of the Gregorian calendar, as a count of days.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; −719,162 (1 January of year 1) to 2,932,896 (31 December 9999).
  public let number: Int

  init(number: Int) { self.number = number }

  /// A day that exists, or nil: there is no 30 February.
  ///
  /// - Parameters:
  ///   - year: The year, 1 to 9999.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month, 1 to 31.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, Howard Hinnant: years begin in March, so that the leap day is the last of one.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * dayOfYear + 2) / 153
    let month = place < 10 ? place + 3 : place - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1)
  }

  /// How many days a month has.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    case _: 31
    }
  }

  /// Whether the earlier of two.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  /// A day some days later, or earlier; kept within the years 1 to 9999.
  func later(by days: Int) -> CalendarDay { CalendarDay(number: min(max(number + days, -719_162), 2_932_896)) }

  /// The last day of its month.
  var endOfMonth: CalendarDay {
    let (year, month, day) = parts
    return later(by: CalendarDay.length(ofMonth: month, year: year) - day)
  }

  /// As ISO 8601 has it, `2026-09-01`.
  public var iso: String {
    let (year, month, day) = parts
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Some days in a row, the first and the last included.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDay
  /// The last day, never before the first.
  public let last: CalendarDay

  /// The days from one to another.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - last: The last day; nil is returned when it is before the first.
  public init?(_ first: CalendarDay, _ last: CalendarDay) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// One day.
  public init(_ day: CalendarDay) {
    first = day
    last = day
  }

  /// How many days they are.
  public var count: Int { last.number - first.number + 1 }

  /// Whether a day is one of them.
  public func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

  func contains(_ other: DayRange) -> Bool { first <= other.first && other.last <= last }

  func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

  func united(with day: CalendarDay) -> DayRange { DayRange(min(first, day), max(last, day)) ?? self }
}
