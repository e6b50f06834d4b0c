/// How often something is done: so many times a day, week or month, or when it is called for.
///
/// Stored as `6/week`, `3-4/month` or `on-demand`.
public struct Frequency: Hashable, Sendable {
  /// How many times in each period, at least and at most; nil when it is on demand.
  public var times: ClosedRange<Int>?
  /// The period.
  public var period: Period

  /// So many times in each period.
  public init(times: ClosedRange<Int>?, period: Period) {
    self.times = times
    self.period = period
  }

  /// What frequencies are counted in.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    case day, week, fortnight, month
    case onDemand = "on-demand"

    /// How many of them four weeks hold; none for what has no rhythm.
    public var inFourWeeks: Double {
      switch self {
      case .day: 28
      case .week: 4
      case .fortnight: 2
      case .month: 12 * 28 / 365.25
      case .onDemand: 0
      }
    }
  }

  /// A stored frequency.
  public init?(stored text: String) {
    if text == Period.onDemand.rawValue {
      self.init(times: nil, period: .onDemand)
      return
    }
    let parts = text.split(separator: "/")
    guard parts.count == 2, let period = Period(rawValue: String(parts[1])), period != .onDemand,
      let times = Frequency.times(String(parts[0]))
    else { return nil }
    self.init(times: times, period: period)
  }

  /// As it is stored.
  public var stored: String {
    guard let times else { return Period.onDemand.rawValue }
    return "\(Frequency.text(times))/\(period.rawValue)"
  }

  static func text(_ times: ClosedRange<Int>) -> String {
    times.count == 1 ? String(times.lowerBound) : "\(times.lowerBound)-\(times.upperBound)"
  }

  /// `6`, `3-4` or `3–4`; at most 200.
  static func times(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }.map { Int(digits: $0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first >= 1, first <= last,
      last <= 200
    else { return nil }
    return first...last
  }
}

/// How a language says how often, and on which days. In each list of words the first one is shown.
public struct FrequencyFormat: Hashable, Sendable {
  /// The words for a day as a period: `day`, `daily`.
  public var day: [String]
  /// The words for a week.
  public var week: [String]
  /// The words for a month.
  public var month: [String]
  /// The words for what is done when it is called for.
  public var onDemand: [String]
  /// Words that say nothing by themselves: `per`, `every`, `times`.
  public var fillers: [String]
  /// `{times} per {period}`
  public var pattern: Template
  /// The same for one time: `once a {period}`.
  public var once: Template
  /// The words for two weeks as a period; phrases of several words.
  public var fortnight: [String]
  /// What comes back each week.
  public var everyWeek: String
  /// What comes back each month.
  public var everyMonth: String
  /// The names of the days of the week, Monday first.
  public var weekdays: [String]
  /// Their short forms.
  public var shortWeekdays: [String]

  /// Words for how often.
  public init(
    day: [String], week: [String], month: [String], onDemand: [String], fillers: [String], pattern: Template,
    once: Template, fortnight: [String], everyWeek: String, everyMonth: String, weekdays: [String],
    shortWeekdays: [String]
  ) {
    self.day = day
    self.week = week
    self.month = month
    self.onDemand = onDemand
    self.fillers = fillers
    self.pattern = pattern
    self.once = once
    self.fortnight = fortnight
    self.everyWeek = everyWeek
    self.everyMonth = everyMonth
    self.weekdays = weekdays
    self.shortWeekdays = shortWeekdays
  }

  /// A stored frequency as the language writes it; any other text stays as it is.
  public func text(_ stored: String) -> String {
    guard let frequency = Frequency(stored: stored) else { return stored }
    let words = words(for: frequency.period)
    guard let times = frequency.times else { return words.first ?? stored }
    let number = Frequency.text(times).replacing("-", with: "–")
    let pattern = times == 1...1 ? once : pattern
    return pattern.filled(["times": number, "period": words.first ?? ""])
  }

  /// Reads `3 per week`, `3–4 a month`, `daily`, `on demand`.
  ///
  /// - Returns: The frequency, or nil when the text is none.
  public func frequency(from text: String) -> Frequency? {
    let typed = text.trimmed.lowercased()
    if let stored = Frequency(stored: typed) { return stored }
    if onDemand.contains(where: { $0.lowercased() == typed }) { return Frequency(times: nil, period: .onDemand) }
    var times: ClosedRange<Int>?
    var period: Frequency.Period?
    var days: Set<Int> = []
    var rest = typed
    // Two weeks are said in several words.
    if let phrase = fortnight.first(where: { typed.contains($0.lowercased()) }) {
      rest = typed.replacing(phrase.lowercased(), with: " ")
      period = .fortnight
    }
    for word in tokens(rest) {
      if let number = Frequency.times(word), times == nil {
        times = number
      } else if let unit = self.period(word), period == nil {
        period = unit
      } else if let found = weekdays(named: word) {
        days.formUnion(found)
      } else if !fillers.contains(word) {
        return nil
      }
    }
    if !days.isEmpty {
      return times == nil && period != .month && period != .day
        ? Frequency(times: days.count...days.count, period: period ?? .week) : nil
    }
    return period.map { Frequency(times: times ?? 1...1, period: $0) }
  }

  func period(_ word: String) -> Frequency.Period? {
    [Frequency.Period.day, .week, .month].first { words(for: $0).contains { $0.lowercased() == word } }
  }

  private func words(for period: Frequency.Period) -> [String] {
    switch period {
    case .day: day
    case .week: week
    case .fortnight: fortnight
    case .month: month
    case .onDemand: onDemand
    }
  }

  /// The words of a text; `/` parts them, a hyphen between numbers or days does not.
  func tokens(_ text: String) -> [String] {
    text.split { $0.isWhitespace || ",:/".contains($0) }.map { word in
      word.hasSuffix(".") ? String(word.dropLast()) : String(word)
    }.filter { !$0.isEmpty }
  }
}
