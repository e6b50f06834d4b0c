/// How a language says how often, and on which days.
public struct FrequencyFormat: Hashable, Sendable {
  /// How often, as it is shown: `{times} per {period}`.
  public var pattern: Template
  /// The period behind the times: `week`, `14 days`.
  public var periods: [Frequency.Period: String]
  /// The whole phrase for one time in a period: `every other week`.
  public var once: [Frequency.Period: String]
  /// The words for what is done when it is called for; the first is shown.
  public var onDemand: [String]
  /// How it is said when something comes back.
  public var repeats: RepeatFormat
  /// The words that are understood.
  public var words: RecurrenceWords
  /// The names of the days of the week, Monday first.
  public var weekdays: [String]
  /// Their short forms.
  public var shortWeekdays: [String]

  /// Words for how often.
  public init(
    pattern: Template, periods: [Frequency.Period: String], once: [Frequency.Period: String], onDemand: [String],
    repeats: RepeatFormat, words: RecurrenceWords, weekdays: [String], shortWeekdays: [String]
  ) {
    self.pattern = pattern
    self.periods = periods
    self.once = once
    self.onDemand = onDemand
    self.repeats = repeats
    self.words = words
    self.weekdays = weekdays
    self.shortWeekdays = shortWeekdays
  }

  /// A stored frequency as the language writes it; any other text stays as it is.
  public func text(_ stored: String) -> String {
    Frequency(stored: stored).map(text) ?? stored
  }

  /// A frequency as the language writes it.
  public func text(_ frequency: Frequency) -> String {
    guard let times = frequency.times else { return onDemand.first ?? frequency.stored }
    if times == 1...1, let once = once[frequency.period] { return once }
    let number = Frequency.text(times).replacing("-", with: "–")
    return pattern.filled(["times": number, "period": periods[frequency.period] ?? ""])
  }
}

/// How a language says when something comes back.
public struct RepeatFormat: Hashable, Sendable {
  /// What is shown for a length of time that has a name: the keys are ``names``.
  public var named: [String: String]
  /// `every {n} days`
  public var days: Template
  /// `every {n} weeks`
  public var weeks: Template
  /// `every {n} months`
  public var months: Template
  /// `{every}: {days}`, the days of the week of what comes every other week or more seldom.
  public var onWeekdays: Template
  /// `{every} on {days}`, the days of the month.
  public var onDays: Template
  /// `day {day}`
  public var monthDay: Template
  /// `the last day`
  public var lastDay: String
  /// `the {nth} {weekday}`
  public var nthWeekday: Template
  /// `first` to `fifth`, and `last`.
  public var nths: [String]
  /// The names of the days of the week in the form that stands behind those.
  public var nthWeekdays: [String]

  /// The lengths of time that have a name of their own.
  public static let names = ["other-day", "week", "other-week", "month", "quarter", "half-year", "year"]

  /// Words for when.
  public init(
    named: [String: String], days: Template, weeks: Template, months: Template, onWeekdays: Template, onDays: Template,
    monthDay: Template, lastDay: String, nthWeekday: Template, nths: [String], nthWeekdays: [String]
  ) {
    self.named = named
    self.days = days
    self.weeks = weeks
    self.months = months
    self.onWeekdays = onWeekdays
    self.onDays = onDays
    self.monthDay = monthDay
    self.lastDay = lastDay
    self.nthWeekday = nthWeekday
    self.nths = nths
    self.nthWeekdays = nthWeekdays
  }

  fileprivate func every(_ span: RecurrenceSpan, named isNamed: Bool = true) -> String {
    let name: String? =
      switch (span.unit, span.count) {
      case (.day, 2): "other-day"
      case (.week, 1): "week"
      case (.week, 2): "other-week"
      case (.month, 1): "month"
      case (.month, 3): isNamed ? "quarter" : nil
      case (.month, 6): isNamed ? "half-year" : nil
      case (.month, 12): isNamed ? "year" : nil
      case (.day, _), (.week, _), (.month, _): nil
      }
    if let text = name.flatMap({ named[$0] }) { return text }
    let pattern =
      switch span.unit {
      case .day: days
      case .week: weeks
      case .month: months
      }
    return pattern.filled(["n": String(span.count)])
  }

  fileprivate func text(_ day: Repeat.MonthDay) -> String {
    switch day {
    case .day(let number): monthDay.filled(["day": String(number)])
    case .last: lastDay
    case .weekday(let weekday, let nth):
      nthWeekday.filled(["nth": nth == -1 ? nths[5] : nths[nth - 1], "weekday": nthWeekdays[weekday]])
    }
  }
}

extension FrequencyFormat {
  /// A stored repeat as the language writes it; any other text stays as it is.
  public func repeatText(_ stored: String) -> String {
    Repeat(stored: stored).map(text) ?? stored
  }

  /// A repeat as the language writes it.
  public func text(_ rule: Repeat) -> String {
    switch rule {
    case .daily(let every): return repeats.every(RecurrenceSpan(.day, every))
    case .weekly(let days, every: 1): return days.isEmpty ? repeats.every(RecurrenceSpan(.week)) : shown(days)
    case .weekly(let days, let every):
      let text = repeats.every(RecurrenceSpan(.week, every))
      return days.isEmpty ? text : repeats.onWeekdays.filled(["every": text, "days": shown(days)])
    case .monthly(let days, let every):
      // A day of a quarter says nothing about which of its months.
      let text = repeats.every(RecurrenceSpan(.month, every), named: days.isEmpty)
      guard !days.isEmpty else { return text }
      return repeats.onDays.filled(["every": text, "days": days.map(repeats.text).joined(separator: ", ")])
    }
  }

  /// Days of the week, three or more in a row as a range.
  private func shown(_ days: [Int]) -> String {
    guard let first = days.first, let last = days.last, days.count > 2, last - first == days.count - 1 else {
      return days.map { shortWeekdays[$0] }.joined(separator: ", ")
    }
    return "\(shortWeekdays[first])–\(shortWeekdays[last])"
  }
}
