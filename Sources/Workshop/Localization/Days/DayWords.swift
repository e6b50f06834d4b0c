/// What a word means in a phrase that says a day.
enum DayToken: Hashable, Sendable {
  /// `12`, `two`; how many digits it was typed with, none for a word.
  case number(Int, digits: Int)
  /// `12th`, `second`.
  case ordinal(Int)
  /// `October`, 1 to 12.
  case month(Int)
  /// `Friday`, 0 for Monday.
  case weekday(Int)
  /// `tomorrow`, as days from today.
  case relative(Int)
  /// `this`, `next`, `coming`, `last`.
  case which(Which)
  /// `in` two weeks.
  case within
  /// two weeks `from now`
  case fromNow
  /// two weeks `ago`
  case ago
  /// `start`, `middle`, `end`.
  case edge(Edge)
  /// `week`, `quarter`.
  case unit(Unit)
  /// Says nothing by itself.
  case filler

  enum Which: Hashable, Sendable { case this, next, coming, last }
  enum Edge: Hashable, Sendable { case start, middle, end }
  enum Unit: Hashable, Sendable { case day, week, month, quarter, halfYear, year }
}

/// The words of one language that say a day.
public struct DayWords: Hashable, Sendable {
  private var phrases: Phrasebook<DayToken>
  private let months: [String]
  private let weekdays: [String]
  /// Whether the month may stand before the day: `October 26`.
  let isMonthFirst: Bool

  /// The kinds of words a language file lists, and what they are called there.
  public static let kinds = [
    "today", "tomorrow", "yesterday", "day-after-tomorrow", "day-before-yesterday", "this", "next", "coming", "last",
    "within", "from-now", "ago", "start", "middle", "end", "month-end", "year-end", "day", "week", "month", "quarter",
    "half-year", "year", "fillers", "one",
  ]

  /// Words that two meanings were given; empty where the language file is right.
  public var ambiguous: [String] { phrases.ambiguous }

  /// The words of a language.
  ///
  /// - Parameters:
  ///   - lists: The words by kind; see ``kinds``.
  ///   - isMonthFirst: Whether the month may stand before the day.
  ///   - numbers: The words for numbers.
  ///   - months: The names of the months, January first, in each form they have.
  ///   - weekdays: The names of the days of the week, Monday first, in each form they have.
  public init(
    lists: [String: [String]], isMonthFirst: Bool, numbers: NumberWords, months: [[String]], weekdays: [[String]]
  ) {
    self.isMonthFirst = isMonthFirst
    self.months = (months.first ?? []).map { $0.lowercased() }
    self.weekdays = weekdays.first ?? []
    phrases = Phrasebook(ordinalEndings: numbers.ordinalEndings)
    for entry in numbers.numbers { phrases.add(entry.words, .number(entry.number, digits: 0)) }
    for entry in numbers.ordinals where entry.number > 0 { phrases.add(entry.words, .ordinal(entry.number)) }
    for names in months {
      for (place, name) in names.enumerated() { phrases.add([name], .month(place + 1)) }
    }
    for names in weekdays {
      for (place, name) in names.enumerated() { phrases.add([name], .weekday(place)) }
    }
    phrases.add(lists["one"], .number(1, digits: 0))
    let relative = [
      "today": 0, "tomorrow": 1, "yesterday": -1, "day-after-tomorrow": 2, "day-before-yesterday": -2,
    ]
    for (kind, days) in relative { phrases.add(lists[kind], .relative(days)) }
    let kinds: [(String, DayToken)] = [
      ("this", .which(.this)), ("next", .which(.next)), ("coming", .which(.coming)), ("last", .which(.last)),
      ("within", .within), ("from-now", .fromNow), ("ago", .ago), ("start", .edge(.start)),
      ("middle", .edge(.middle)), ("end", .edge(.end)), ("day", .unit(.day)), ("week", .unit(.week)),
      ("month", .unit(.month)), ("quarter", .unit(.quarter)), ("half-year", .unit(.halfYear)), ("year", .unit(.year)),
    ]
    for (kind, token) in kinds { phrases.add(lists[kind], token) }
    phrases.add(lists["month-end"], .edge(.end), .unit(.month))
    phrases.add(lists["year-end"], .edge(.end), .unit(.year))
    phrases.add((lists["fillers"] ?? []) + [",", "/", "-", "(", ")"], .filler)
  }

  /// What the words of a text mean, in order; nil where one of them is not known.
  func tokens(of text: String) -> [DayToken]? {
    phrases.meanings(of: text) { word in
      if let number = Int(digits: word) { return word.utf8.count <= 4 ? .number(number, digits: word.utf8.count) : nil }
      if word.hasSuffix("."), let number = Int(digits: word.dropLast()) { return .ordinal(number) }
      return name(word)
    }?.filter { $0 != .filler }
  }

  /// The beginning of a name, of at least three letters, or an inflected one: Finnish `helmikuussa`.
  private func name(_ word: String) -> DayToken? {
    guard word.count >= 3 else { return nil }
    let fitting = months.indices.filter { months[$0].hasPrefix(word) || word.hasPrefix(months[$0]) }
    let weekday = Repeat.day(word, among: weekdays)
    switch (fitting.count, weekday) {
    case (1, nil): return .month(fitting[0] + 1)
    case (0, let day?): return .weekday(day)
    case (_, _): return nil
    }
  }
}
