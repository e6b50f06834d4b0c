/// How a language writes days, and what it says instead.
public struct DayFormat: Hashable, Sendable {
  /// The pattern days are shown in: `{d}` `{dd}` `{M}` `{MM}` `{month}` `{yyyy}` stand for the parts.
  public var pattern: Template
  /// The pattern of a day of one of these weeks, with `{weekday}` and `{month}` in their short forms.
  public var weekPattern: Template
  /// The same without the day of the week.
  public var monthPattern: Template
  /// The patterns of the days from one to another.
  public var ranges: Ranges
  /// The names of the months, January first.
  public var months: [String]
  /// Their short forms.
  public var shortMonths: [String]
  /// The short forms of the days of the week, Monday first.
  public var shortWeekdays: [String]
  /// The words that are understood.
  public var words: DayWords

  /// Days shown by those patterns.
  public init(
    pattern: Template, weekPattern: Template, monthPattern: Template, ranges: Ranges, months: [String],
    shortMonths: [String], shortWeekdays: [String], words: DayWords
  ) {
    self.pattern = pattern
    self.weekPattern = weekPattern
    self.monthPattern = monthPattern
    self.ranges = ranges
    self.months = months
    self.shortMonths = shortMonths
    self.shortWeekdays = shortWeekdays
    self.words = words
  }

  /// How days from one to another are written: the parts of the first have a 1 behind their names, those of the last a 2.
  public struct Ranges: Hashable, Sendable {
    /// Within one month.
    public var month: Template
    /// Within one year.
    public var year: Template
    /// From one year to another.
    public var other: Template

    /// Ranges in those patterns.
    public init(month: Template, year: Template, other: Template) {
      self.month = month
      self.year = year
      self.other = other
    }
  }

  /// A day as the language writes it.
  public func text(_ day: Day) -> String {
    pattern.filled { name in name == "month" ? months[day.month - 1] : part(name, of: day) }
  }

  /// A day with its day of the week, both in short forms, without the year: `Sun 1 Mar`.
  public func weekText(_ day: Day) -> String { short(weekPattern, day) }

  /// A day with its month in the short form, without the year: `1 Mar`.
  public func monthText(_ day: Day) -> String { short(monthPattern, day) }

  private func short(_ pattern: Template, _ day: Day) -> String {
    pattern.filled { name in
      switch name {
      case "month": shortMonths[day.month - 1]
      case "weekday": shortWeekdays[day.weekday]
      case _: part(name, of: day)
      }
    }
  }

  /// The days from one to another.
  public func text(from first: Day, to last: Day) -> String {
    let isOneYear = first.year == last.year
    let pattern = isOneYear && first.month == last.month ? ranges.month : isOneYear ? ranges.year : ranges.other
    return pattern.filled { name in
      let day = name.hasSuffix("1") ? first : last
      let part = String(name.dropLast())
      return part == "month" ? months[day.month - 1] : self.part(part, of: day)
    }
  }

  private func part(_ name: String, of day: Day) -> String? {
    switch name {
    case "d": String(day.day)
    case "dd": Day.padded(day.day, to: 2)
    case "M": String(day.month)
    case "MM": Day.padded(day.month, to: 2)
    case "yyyy": Day.padded(day.year, to: 4)
    case _: nil
    }
  }
}

/// What a day is asked for: it says which day of a month, a quarter or a week is meant.
public enum DayRole: Hashable, Sendable {
  /// When something begins: the first day of a period.
  case start
  /// When something is done: the last day of a period.
  case end
  /// When something was: a date without a year is the last such day, and no day of a period lies ahead.
  case past
}

/// Why a text is not a day.
public enum DayFault: Error, Hashable, Sendable {
  /// It says no day.
  case unreadable
  /// It may mean either.
  case either(Day, Day)
  /// The day is there, but it is another day of the week.
  case otherWeekday(Day)
}

extension DayFormat {
  /// Reads a day: ISO, by numbers, by words.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day the text is read on.
  ///   - isPast: Whether the day has been.
  /// - Returns: The day, or nil when the text is not one, or may be one of two.
  public func day(from text: String, today: Day, isPast: Bool = false) -> Day? {
    try? day(text, today: today, as: isPast ? .past : .end)
  }

  /// Reads a day: ISO; day, month and year by numbers; or words, such as `Friday`, `in two weeks`, `Q4 2026`.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day the text is read on.
  ///   - role: What the day is asked for.
  /// - Returns: The day.
  /// - Throws: What is wrong with it.
  public func day(_ text: String, today: Day, as role: DayRole) throws(DayFault) -> Day {
    switch try span(text, today: today, as: role) {
    case .day(let day): return day
    case .period(let first, let last):
      switch role {
      case .start: return first
      case .end: return last
      case .past: return min(last, today)
      }
    }
  }

  /// The day or the period that a text means.
  func span(_ text: String, today: Day, as role: DayRole) throws(DayFault) -> DaySpan {
    if let day = Day(iso: text) { return .day(day) }
    guard !DayFormat.hasSign(text) else { throw .unreadable }
    return try span(text, DaySearch(today: today, role: role))
  }

  /// Whether a number has a sign, as in `-0001-01-01` or `in -2 weeks`: no day has one.
  private static func hasSign(_ text: String) -> Bool {
    var before: Character = " "
    var isSign = false
    for character in text {
      if isSign, character.isASCII, character.isNumber { return true }
      isSign = before.isWhitespace && "-+−".contains(character)
      before = character
    }
    return false
  }

  private func span(_ text: String, _ search: DaySearch) throws(DayFault) -> DaySpan {
    if let span = try numeric(text, search) { return span }
    // `Fri 4.12.2026`: the day of the week before a date by numbers.
    let parts = text.split(maxSplits: 1) { $0.isWhitespace || $0 == "," }
    if parts.count == 2, case .weekday(let weekday)? = words.tokens(of: String(parts[0]))?.onlyElement,
      case .day(let day)? = try numeric(parts[1].trimmed, search)
    {
      guard day.weekday == weekday else { throw .otherWeekday(day) }
      return .day(day)
    }
    guard let tokens = words.tokens(of: text) else { throw .unreadable }
    return try DayPhrase(tokens, monthFirst: words.isMonthFirst).span(search)
  }

  /// A date of numbers alone: `31.12.2026`, `31/12`, `12/2026`; nil where it is none.
  private func numeric(_ text: String, _ search: DaySearch) throws(DayFault) -> DaySpan? {
    let parts = text.split { ".,/- \u{A0}".contains($0) }
    let numbers = parts.compactMap { Int(digits: $0) }
    guard numbers.count == parts.count, (2...3).contains(parts.count) else { return nil }
    let lengths = parts.map(\.utf8.count)
    guard lengths.allSatisfy({ $0 <= 2 || $0 == 4 }) else { throw .unreadable }
    let day: Day?
    switch lengths.map({ $0 == 4 }) {
    case [false, false]: day = search.day(numbers[0], month: numbers[1])
    case [false, true]: return try DaySpan(month: numbers[0], of: numbers[1])
    case [true, false]: return try DaySpan(month: numbers[1], of: numbers[0])
    case [false, false, false] where lengths[2] == 2:
      day = Day(year: 2000 + numbers[2], month: numbers[1], day: numbers[0])
    case [false, false, true]: day = Day(year: numbers[2], month: numbers[1], day: numbers[0])
    case _: day = nil
    }
    guard let day else { throw .unreadable }
    return .day(day)
  }
}

extension Array {
  fileprivate var onlyElement: Element? { count == 1 ? first : nil }
}
