/// What a word means in a phrase about how often something is done, or when it comes back.
enum RecurrenceToken: Hashable, Sendable {
  /// `3`, `three`.
  case number(Int)
  /// `twice`: a number and what it counts, in one word.
  case multiple(Int)
  /// `3rd`, `third`; -1 for the last.
  case ordinal(Int)
  /// What a number counts: `times`, `x`, `posts`.
  case times
  /// Between the count and the period: `per`, `a`, `in the`.
  case per
  /// `every`.
  case every
  /// `every other` in one word.
  case everyOther
  /// `week`, `quarter`.
  case unit(RecurrenceSpan)
  /// `weekly`, or a form that says by itself that something is within the period.
  case adverb(RecurrenceSpan)
  /// `Tuesday`, `weekdays`.
  case weekdays([Int])
  /// The first of a range of days, where the word itself says so.
  case firstOfRange(Int)
  /// The last of such a range.
  case lastOfRange(Int)
  /// Before a range: `from`.
  case from
  /// Between the ends of a range: `to`, `–`.
  case through
  /// Between two numbers, either of which will do.
  case or
  /// Between the parts of a list, and between what belongs together.
  case and
  /// Says that the number before is the length of time between.
  case apart
  /// `the end of the month`.
  case monthEnd
  /// Says nothing by itself.
  case filler
}

/// The words of one language for how often and when.
public struct RecurrenceWords: Hashable, Sendable {
  private var phrases: Phrasebook<RecurrenceToken>
  private let weekdays: [String]
  /// The words that part the last two of a list: `and`.
  let conjunctions: [String]

  /// The kinds of words a language file lists, and what they are called there.
  public static let kinds = [
    "times", "per", "every", "every-other", "from", "through", "or", "and", "apart", "month-end", "fillers",
    "workdays", "weekend", "from-weekdays", "to-weekdays", "day", "week", "fortnight", "month", "quarter", "half-year",
    "year", "daily", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly", "yearly",
  ]

  /// Words that two meanings were given; empty where the language file is right.
  public var ambiguous: [String] { phrases.ambiguous }

  /// The words of a language.
  ///
  /// - Parameters:
  ///   - lists: The words by kind; see ``kinds``.
  ///   - numbers: The words for numbers.
  ///   - weekdays: The names of the days of the week, Monday first, in each form they have.
  public init(lists: [String: [String]], numbers: NumberWords, weekdays: [[String]]) {
    self.weekdays = weekdays.first ?? []
    conjunctions = lists["and"] ?? []
    phrases = Phrasebook(ordinalEndings: numbers.ordinalEndings)
    for entry in numbers.numbers { phrases.add(entry.words, .number(entry.number)) }
    for entry in numbers.multiples { phrases.add(entry.words, .multiple(entry.number)) }
    for entry in numbers.ordinals { phrases.add(entry.words, .ordinal(entry.number)) }
    for names in weekdays {
      for (place, name) in names.enumerated() { phrases.add([name], .weekdays([place])) }
    }
    for (place, word) in (lists["from-weekdays"] ?? []).enumerated() { phrases.add([word], .firstOfRange(place)) }
    for (place, word) in (lists["to-weekdays"] ?? []).enumerated() { phrases.add([word], .lastOfRange(place)) }
    phrases.add(lists["workdays"], .weekdays(Array(0...4)))
    phrases.add(lists["weekend"], .weekdays([5, 6]))
    phrases.add(lists["times"], .times)
    phrases.add((lists["per"] ?? []) + ["/"], .per)
    phrases.add(lists["every"], .every)
    phrases.add(lists["every-other"], .everyOther)
    phrases.add(lists["from"], .from)
    phrases.add((lists["through"] ?? []) + ["-", "–", "—"], .through)
    phrases.add(lists["or"], .or)
    phrases.add((lists["and"] ?? []) + [",", ";", ":", "&", "+"], .and)
    phrases.add(lists["apart"], .apart)
    phrases.add(lists["month-end"], .monthEnd)
    phrases.add((lists["fillers"] ?? []) + ["(", ")"], .filler)
    let spans: [(noun: String, adverb: String, span: RecurrenceSpan)] = [
      ("day", "daily", RecurrenceSpan(.day)), ("week", "weekly", RecurrenceSpan(.week)),
      ("fortnight", "fortnightly", RecurrenceSpan(.week, 2)), ("month", "monthly", RecurrenceSpan(.month)),
      ("quarter", "quarterly", RecurrenceSpan(.month, 3)), ("half-year", "half-yearly", RecurrenceSpan(.month, 6)),
      ("year", "yearly", RecurrenceSpan(.month, 12)),
    ]
    for (noun, adverb, span) in spans {
      phrases.add(lists[noun], .unit(span))
      phrases.add(lists[adverb], .adverb(span))
    }
  }

  /// What the words of a text mean, in order; nil where one of them is not known.
  func tokens(of text: String) -> [RecurrenceToken]? {
    phrases.meanings(of: text) { word in
      if let number = Int(digits: word) { return word.utf8.count <= 3 ? .number(number) : nil }
      if word.hasSuffix("."), let number = Int(digits: word.dropLast()) {
        return word.utf8.count <= 4 ? .ordinal(number) : nil
      }
      return Repeat.day(word, among: weekdays).map { .weekdays([$0]) }
    }?.filter { $0 != .filler }
  }
}

/// The words of one language for numbers.
public struct NumberWords: Hashable, Sendable {
  /// A number and the words for it.
  public struct Entry: Hashable, Sendable {
    /// The number.
    public let number: Int
    /// The words.
    public let words: [String]

    /// A number with its words.
    public init(_ number: Int, _ words: [String]) {
      self.number = number
      self.words = words
    }
  }

  /// `three`.
  public let numbers: [Entry]
  /// `twice`.
  public let multiples: [Entry]
  /// `third`; -1 for the last.
  public let ordinals: [Entry]
  /// What stands behind the digits of an ordinal number: `.`, `nd`, `:e`.
  public let ordinalEndings: [String]

  /// Words for numbers.
  public init(numbers: [Entry], multiples: [Entry], ordinals: [Entry], ordinalEndings: [String]) {
    self.numbers = numbers
    self.multiples = multiples
    self.ordinals = ordinals
    self.ordinalEndings = ordinalEndings
  }
}
