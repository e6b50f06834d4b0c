/// What a phrase about how often or when says, part by part.
struct RecurrencePhrase: Hashable {
  /// How many times.
  var times: ClosedRange<Int>?
  /// In which period, or after which.
  var span: RecurrenceSpan?
  /// Whether the period is a quarter, half a year or a year by name: a day of it says nothing about its months.
  var isLongByName = false
  /// The days of the week, 0 for Monday, in the order of the week.
  var weekdays: [Int] = []
  /// Which of those days in a month; -1 for the last.
  var ordinals: [Int] = []
  /// The days of the month; -1 for the last.
  var monthDays: [Int] = []
}

/// Why a phrase cannot be kept as how often or when.
public enum RecurrenceFault: Error, Hashable, Sendable {
  /// It says no such thing, or more than one.
  case unreadable
  /// No period is that long; this comes nearest.
  case notStored(nearest: Frequency)
  /// So many times in a period: on which days must be said.
  case daysNeeded
  /// It may mean either.
  case either(Repeat, Repeat)
  /// What is done on demand does not come back by itself.
  case onDemand
}

/// Reads the words of a phrase from left to right. Every word must have a place: nothing is passed over.
struct RecurrenceParser {
  private let tokens: [RecurrenceToken]
  private var place = 0
  private var phrase = RecurrencePhrase()
  private var interval: Int?
  private var hadInterval = false
  private var hasEvery = false

  private init(_ tokens: [RecurrenceToken]) {
    self.tokens = tokens
  }

  /// What the words say.
  ///
  /// - Throws: That they say nothing, more than one thing, or one that may mean either of two.
  static func phrase(_ tokens: [RecurrenceToken]) throws(RecurrenceFault) -> RecurrencePhrase {
    var parser = RecurrenceParser(tokens)
    while parser.place < tokens.count { try parser.next() }
    return try parser.end()
  }

  private var following: RecurrenceToken? { place < tokens.count ? tokens[place] : nil }

  private func token(at place: Int) -> RecurrenceToken? { tokens.indices.contains(place) ? tokens[place] : nil }

  private mutating func next() throws(RecurrenceFault) {
    let token = tokens[place]
    place += 1
    switch token {
    case .number(let number): try count(number)
    case .multiple(let number): try setTimes(number...max(number, 1))
    case .ordinal(let number): try ordinal(number)
    case .every:
      guard !hasEvery, interval == nil else { throw .unreadable }
      hasEvery = true
    case .everyOther: try everyOther()
    case .unit(let span), .adverb(let span): try period(span)
    case .weekdays(let days): try weekdays(days)
    case .firstOfRange(let first):
      guard case .lastOfRange(let last)? = following else { throw .unreadable }
      place += 1
      try add(weekdays: Repeat.range(first, last))
    case .monthEnd:
      guard phrase.span == nil || phrase.span == RecurrenceSpan(.month) else { throw .unreadable }
      phrase.span = RecurrenceSpan(.month)
      phrase.monthDays.append(-1)
    case .from: try from()
    case .per, .and: break
    case .apart: guard interval != nil || hadInterval else { throw .unreadable }
    case .times, .through, .or, .lastOfRange, .filler: throw .unreadable
    }
  }

  private mutating func end() throws(RecurrenceFault) -> RecurrencePhrase {
    guard !hasEvery else { throw .unreadable }
    if let interval {
      guard phrase.span == nil, !phrase.weekdays.isEmpty else { throw .unreadable }
      phrase.span = RecurrenceSpan(.week, interval)
    }
    return phrase
  }

  /// `from Monday to Friday`, but not `from Monday`, which says when it begins.
  private func from() throws(RecurrenceFault) {
    switch following {
    case .weekdays where token(at: place + 1) == .through, .number where token(at: place + 1) == .through: break
    case _: throw .unreadable
    }
  }

  // MARK: Numbers

  /// A number counts times, or is a length of time between, or a day of the month: what stands around it says which.
  private mutating func count(_ first: Int) throws(RecurrenceFault) {
    var last = first
    if following == .through || following == .or, case .number(let number)? = token(at: place + 1) {
      // `2 or 3`, but not `2 or 5`.
      guard following == .through || number == first + 1 else { throw .unreadable }
      place += 2
      last = number
    }
    guard first >= 1, first <= last, last <= Repeat.longest else { throw .unreadable }
    switch following {
    case .times where !hasEvery:
      place += 1
      try setTimes(first...last)
    case .unit, .adverb:
      let isLength = hasEvery || phrase.times != nil || tokens.contains(.apart)
      if isLength, interval == nil, first == last, first <= Repeat.longest {
        interval = first
      } else if case .adverb? = following, !isLength {
        try setTimes(first...last)
      } else {
        throw .unreadable
      }
    case .per, .every, .everyOther: try setTimes(first...last)
    case _ where isMonth && first == last: try add(monthDays: [first])
    case .number, .multiple, .ordinal, .times, .weekdays, .firstOfRange, .lastOfRange, .from, .through, .or, .and,
      .apart, .monthEnd, .filler, nil:
      throw .unreadable
    }
  }

  private var isMonth: Bool { phrase.span?.unit == .month && !hasEvery }

  private mutating func setTimes(_ times: ClosedRange<Int>) throws(RecurrenceFault) {
    guard phrase.times == nil, !hasEvery, times.upperBound <= Frequency.mostTimes else { throw .unreadable }
    phrase.times = times
  }

  private mutating func ordinal(_ first: Int) throws(RecurrenceFault) {
    var numbers = [first]
    while following == .and, case .ordinal(let number)? = token(at: place + 1) {
      place += 2
      numbers.append(number)
    }
    switch following {
    case .unit where hasEvery:
      guard numbers == [first], first >= 2, first <= Repeat.longest, interval == nil else { throw .unreadable }
      interval = first
      hasEvery = false
    case .unit(RecurrenceSpan(.day)):
      place += 1
      try add(monthDays: numbers)
    case .weekdays(let days):
      guard days.count == 1, phrase.weekdays.isEmpty || (phrase.weekdays == days && !phrase.ordinals.isEmpty) else {
        throw .unreadable
      }
      place += 1
      try nth(numbers, days[0])
    case .number, .multiple, .ordinal, .times, .per, .every, .everyOther, .unit, .adverb, .firstOfRange, .lastOfRange,
      .from, .through, .or, .and, .apart, .monthEnd, .filler, nil:
      hasEvery = false
      try add(monthDays: numbers)
    }
  }

  /// `every second Tuesday` is every other one; `the second Tuesday of the month` is not, and `every third` may be either.
  private mutating func nth(_ numbers: [Int], _ weekday: Int) throws(RecurrenceFault) {
    let saysMonth = tokens.contains { token in
      switch token {
      case .unit(let span), .adverb(let span): span.unit == .month
      case _: false
      }
    }
    if hasEvery, !saysMonth, numbers != [1], numbers != [-1] {
      guard let number = numbers.first, numbers.count == 1, number > 1 else { throw .unreadable }
      guard number == 2 else {
        guard number <= 5 else { throw .unreadable }
        throw .either(
          .weekly([weekday], every: number), .monthly([.weekday(weekday, nth: number)], every: 1))
      }
      guard interval == nil else { throw .unreadable }
      interval = 2
    } else {
      guard numbers.allSatisfy({ $0 == -1 || (1...5).contains($0) }) else { throw .unreadable }
      phrase.ordinals += numbers
    }
    hasEvery = false
    phrase.weekdays = [weekday]
  }

  private mutating func add(monthDays: [Int]) throws(RecurrenceFault) {
    guard monthDays.allSatisfy({ $0 == -1 || (1...31).contains($0) }) else { throw .unreadable }
    phrase.monthDays += monthDays
  }

  // MARK: Periods and days

  private mutating func everyOther() throws(RecurrenceFault) {
    guard !hasEvery, interval == nil else { throw .unreadable }
    if case .number(let number)? = following {
      place += 1
      guard (1...Repeat.longest).contains(number) else { throw .unreadable }
      interval = number
    } else {
      interval = 2
    }
    switch following {
    case .unit, .weekdays: break
    case .number, .multiple, .ordinal, .times, .per, .every, .everyOther, .adverb, .firstOfRange, .lastOfRange,
      .from, .through, .or, .and, .apart, .monthEnd, .filler, nil:
      throw .unreadable
    }
  }

  private mutating func period(_ span: RecurrenceSpan) throws(RecurrenceFault) {
    // `every month on day 15`.
    if isMonth, span == RecurrenceSpan(.day), case .number(let number)? = following {
      place += 1
      return try add(monthDays: [number])
    }
    guard phrase.span == nil else { throw .unreadable }
    phrase.span = RecurrenceSpan(span.unit, span.count * (interval ?? 1))
    phrase.isLongByName = span.unit == .month && span.count > 1
    hadInterval = interval != nil
    interval = nil
    hasEvery = false
  }

  private mutating func weekdays(_ days: [Int]) throws(RecurrenceFault) {
    var days = days
    if following == .through {
      guard case .weekdays(let last)? = token(at: place + 1), last.count == 1, days.count == 1 else {
        throw .unreadable
      }
      place += 2
      days = Repeat.range(days[0], last[0])
    }
    hasEvery = false
    try add(weekdays: days)
  }

  private mutating func add(weekdays days: [Int]) throws(RecurrenceFault) {
    guard phrase.ordinals.isEmpty else { throw .unreadable }
    phrase.weekdays = Set(phrase.weekdays + days).sorted()
  }
}
