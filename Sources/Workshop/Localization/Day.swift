/// A day of the Gregorian calendar, without a time or a time zone.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A day that exists, or nil: there is no 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day written as ISO 8601 has it, `2026-02-10`.
  public init?(iso text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      let digit = Int(byte) - 0x30
      switch (place, digit) {
      case (4, -3), (7, -3): continue
      case (0..<4, 0...9): year = year * 10 + digit
      case (5..<7, 0...9): month = month * 10 + digit
      case (8..<10, 0...9): day = day * 10 + digit
      case _: return nil
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day that lies so many days after 1 January 1970.
  ///
  /// The sum is Howard Hinnant's `civil_from_days`.
  public init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The days since 1 January 1970, after Howard Hinnant's `days_from_civil`.
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day as ISO 8601 writes it.
  public var description: String {
    "\(Day.padded(year, to: 4))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
  }

  /// Whether one day comes before another.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case _: 31
    }
  }
}

extension Int {
  /// A number written in ASCII digits alone, without a sign.
  ///
  /// - Parameter text: The digits.
  public init?(digits text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(text)
  }
}

/// How a language writes days.
public struct DayFormat: Hashable, Sendable {
  /// The pattern days are shown in: `{d}` `{dd}` `{M}` `{MM}` `{month}` `{yyyy}` stand for the parts.
  public var pattern: Template
  /// The names of the months, January first.
  public var months: [String]

  /// Days shown by that pattern.
  public init(pattern: Template, months: [String]) {
    self.pattern = pattern
    self.months = months
  }

  /// A day as the language writes it.
  public func text(_ day: Day) -> String {
    pattern.filled { name in
      switch name {
      case "d": String(day.day)
      case "dd": Day.padded(day.day, to: 2)
      case "M": String(day.month)
      case "MM": Day.padded(day.month, to: 2)
      case "month": months.count == 12 ? months[day.month - 1] : String(day.month)
      case "yyyy": Day.padded(day.year, to: 4)
      case _: nil
      }
    }
  }

  /// Reads a day: ISO, or day, month and year parted by `.`, `/`, `-` or a space, the month by number or name.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day a date without a year is read from: the first such day that is not before it.
  ///   - isPast: Whether it is the last such day that is not after it instead.
  /// - Returns: The day, or nil when the text is not one.
  public func day(from text: String, today: Day, isPast: Bool = false) -> Day? {
    if let day = Day(iso: text) { return day }
    let parts = text.split { ".,/- \u{A0}".contains($0) }
    guard (2...3).contains(parts.count), let day = Int(digits: parts[0]), let month = month(from: parts[1]) else {
      return nil
    }
    guard parts.count == 3 else {
      // Eight years hold a 29 February, whatever the century.
      return (0...8).lazy.compactMap { Day(year: today.year + (isPast ? -$0 : $0), month: month, day: day) }
        .first { isPast ? $0 <= today : $0 >= today }
    }
    guard let year = Int(digits: parts[2]) else { return nil }
    switch parts[2].utf8.count {
    case 2: return Day(year: 2000 + year, month: month, day: day)
    case 4: return Day(year: year, month: month, day: day)
    case _: return nil
    }
  }

  private func month(from text: Substring) -> Int? {
    if let number = Int(digits: text) { return number }
    let typed = text.lowercased()
    guard typed.count >= 3 else { return nil }
    // Finnish inflects its months in dates: `helmikuuta` begins with the name.
    let fitting = months.indices.filter { place in
      let name = months[place].lowercased()
      return name.hasPrefix(typed) || typed.hasPrefix(name)
    }
    return fitting.count == 1 ? fitting[0] + 1 : nil
  }
}
