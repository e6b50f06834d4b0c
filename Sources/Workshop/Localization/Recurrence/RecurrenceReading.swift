extension FrequencyFormat {
  /// Reads how often: `3 per week`, `3–4 a month`, `daily`, `every other week`, `Mondays`, `on demand`.
  ///
  /// - Returns: The frequency, or nil when the text is none, or one that cannot be kept.
  public func frequency(from text: String) -> Frequency? {
    try? readFrequency(text)
  }

  /// Reads how often.
  ///
  /// - Throws: What is wrong, and what could be said instead.
  func readFrequency(_ text: String) throws(RecurrenceFault) -> Frequency {
    let typed = text.trimmed.lowercased()
    if let stored = Frequency(stored: typed) { return stored }
    if isOnDemand(typed) { return Frequency(times: nil, period: .onDemand) }
    return try Frequency(try read(typed))
  }

  /// Reads when something comes back: `weekly Mon–Fri`, `every second Tuesday`, `the last Friday of the month`.
  ///
  /// - Returns: The repeat, or nil when the text is none, or one that cannot be kept.
  public func `repeat`(from text: String) -> Repeat? {
    try? readRepeat(text)
  }

  /// Reads when something comes back.
  ///
  /// - Throws: What is wrong, and what could be said instead.
  func readRepeat(_ text: String) throws(RecurrenceFault) -> Repeat {
    let typed = text.trimmed.lowercased()
    if let stored = Repeat(stored: typed) { return stored }
    if isOnDemand(typed) { throw .onDemand }
    return try Repeat(try read(typed))
  }

  /// The days of the week a word names, one or as a range: `man`, `man–fre`.
  func weekdays(named word: String) -> [Int]? {
    Repeat.days(word, among: shortWeekdays.map(PhraseWords.withoutPoint)) ?? Repeat.days(word, among: weekdays)
  }

  private func read(_ typed: String) throws(RecurrenceFault) -> RecurrencePhrase {
    guard let tokens = words.tokens(of: typed), !tokens.isEmpty else { throw .unreadable }
    return try RecurrenceParser.phrase(tokens)
  }

  private func isOnDemand(_ typed: String) -> Bool {
    onDemand.contains { $0.lowercased() == typed }
  }
}

extension Frequency {
  /// How often a phrase says.
  fileprivate init(_ phrase: RecurrencePhrase) throws(RecurrenceFault) {
    let span = phrase.span
    let count: Int
    switch (phrase.monthDays.isEmpty, phrase.weekdays.isEmpty) {
    case (true, true):
      guard let span else { throw .unreadable }
      try self.init(phrase.times ?? 1...1, in: span)
      return
    case (false, true):
      guard span?.unit == .month else { throw .unreadable }
      count = Set(phrase.monthDays).count
    case (true, false) where !phrase.ordinals.isEmpty:
      guard span == nil || span?.unit == .month else { throw .unreadable }
      count = Set(phrase.ordinals).count
    case (true, false):
      guard span == nil || span?.unit == .week || (span == RecurrenceSpan(.day) && phrase.weekdays.count > 1) else {
        throw .unreadable
      }
      count = phrase.weekdays.count
    case (false, false): throw .unreadable
    }
    guard phrase.times == nil || phrase.times == count...count, !phrase.isLongByName else { throw .unreadable }
    let isByMonth = !phrase.monthDays.isEmpty || !phrase.ordinals.isEmpty
    let period = span?.unit == .day ? RecurrenceSpan(.week) : span
    try self.init(count...count, in: period ?? RecurrenceSpan(isByMonth ? .month : .week))
  }
}

extension Repeat {
  /// When a phrase says.
  fileprivate init(_ phrase: RecurrencePhrase) throws(RecurrenceFault) {
    let span = phrase.span
    let days = phrase.weekdays.count * max(phrase.ordinals.count, 1) + phrase.monthDays.count
    if let times = phrase.times, times != 1...1 || days > 1, times != days...days {
      // So many times a week, without the days or with others.
      throw days == 0 ? .daysNeeded : .unreadable
    }
    guard (span?.count ?? 1) <= Repeat.longest else { throw .unreadable }
    let every = span?.count ?? 1
    guard phrase.ordinals.isEmpty else {
      guard span == nil || span?.unit == .month else { throw .unreadable }
      self = .monthly(try Repeat.monthDays(phrase), every: every)
      return
    }
    switch span?.unit {
    case .day:
      guard phrase.monthDays.isEmpty else { throw .unreadable }
      if phrase.weekdays.isEmpty {
        self = every == 1 ? .weekly(Array(0...6), every: 1) : .daily(every: every)
      } else {
        guard every == 1, phrase.weekdays.count > 1 else { throw .unreadable }
        self = .weekly(phrase.weekdays, every: 1)
      }
    case .week:
      guard phrase.monthDays.isEmpty else { throw .unreadable }
      self = .weekly(phrase.weekdays, every: every)
    case .month:
      guard phrase.weekdays.isEmpty else { throw .unreadable }
      self = .monthly(try Repeat.monthDays(phrase), every: every)
    case nil:
      guard phrase.monthDays.isEmpty, !phrase.weekdays.isEmpty else { throw .unreadable }
      self = .weekly(phrase.weekdays, every: 1)
    }
  }

  private static func monthDays(_ phrase: RecurrencePhrase) throws(RecurrenceFault) -> [MonthDay] {
    let isPlain = phrase.ordinals.isEmpty && phrase.monthDays.isEmpty
    guard isPlain || !phrase.isLongByName, phrase.ordinals.isEmpty || phrase.monthDays.isEmpty else {
      throw .unreadable
    }
    var days: [MonthDay] = []
    for number in phrase.monthDays {
      let day = number == -1 || (number == 31 && phrase.monthDays.count > 1) ? MonthDay.last : .day(number)
      if !days.contains(day) { days.append(day) }
    }
    // A 29th or 30th that gives way to the last day of a shorter month stands alone: no rule can hold it and another.
    guard days.count < 2 || !days.contains(.day(29)) && !days.contains(.day(30)) else { throw .unreadable }
    for nth in phrase.ordinals {
      let day = MonthDay.weekday(phrase.weekdays[0], nth: nth)
      if !days.contains(day) { days.append(day) }
    }
    return days
  }
}
