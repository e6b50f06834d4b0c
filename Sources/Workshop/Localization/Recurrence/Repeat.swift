/// When something comes back: every so many days, weeks or months, and on which days of them.
///
/// Stored as `weekly`, `weekly:Mon,Thu`, `every-2-weeks:Tue`, `every-10-days`, `monthly`, `monthly:15`, `monthly:last`,
/// `monthly:2-Tue`, `monthly:last-Fri` or `every-3-months:1`.
public enum Repeat: Hashable, Sendable {
  /// Every so many days.
  case daily(every: Int)
  /// Every so many weeks on these days, 0 for Monday; on the day it began when there are none.
  case weekly([Int], every: Int)
  /// Every so many months on these days; on the day of the month it began when there are none.
  case monthly([MonthDay], every: Int)

  /// A day of a month.
  public enum MonthDay: Hashable, Sendable {
    /// The day of that number, 1 to 31; the last one in a month that is shorter.
    case day(Int)
    /// The last day.
    case last
    /// The first, second … fifth such day of the week, 0 for Monday; -1 for the last one.
    case weekday(Int, nth: Int)
  }

  /// The most days, weeks or months that lie between.
  public static let longest = 366

  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// A stored repeat; days may be a range, `weekly:Mon-Fri`.
  public init?(stored text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.lowercased() }
    guard let head = parts.first, let span = RecurrenceSpan(stored: head) else { return nil }
    let details = parts.count > 1 ? parts[1] : nil
    switch span.unit {
    case .day:
      guard details == nil, span.count > 1 else { return nil }
      self = .daily(every: span.count)
    case .week:
      guard let days = details.map({ Repeat.days($0, among: Repeat.names) }) ?? [] else { return nil }
      self = .weekly(days, every: span.count)
    case .month:
      let days = details?.split(separator: ",", omittingEmptySubsequences: false).map { MonthDay(stored: $0) } ?? []
      guard !days.contains(nil) else { return nil }
      self = .monthly(days.compactMap(\.self), every: span.count)
    }
  }

  /// As it is stored.
  public var stored: String {
    let head: String
    let details: [String]
    switch self {
    case .daily(let every): (head, details) = ("every-\(every)-days", [])
    case .weekly(let days, let every):
      (head, details) = (every == 1 ? "weekly" : "every-\(every)-weeks", days.map { Repeat.names[$0] })
    case .monthly(let days, let every):
      (head, details) = (every == 1 ? "monthly" : "every-\(every)-months", days.map(\.stored))
    }
    return details.isEmpty ? head : head + ":" + details.joined(separator: ",")
  }

  /// Days named by those names or their beginnings, single or as a range: `mon,thu`, `mon-fri`.
  static func days(_ text: String, among names: [String]) -> [Int]? {
    var found: Set<Int> = []
    for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      let ends = part.split { "-–".contains($0) }.map { day(String($0), among: names) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
      found.formUnion(range(first, last))
    }
    return found.isEmpty ? nil : found.sorted()
  }

  /// The days of the week from one to another, over the end of the week where that comes first.
  static func range(_ first: Int, _ last: Int) -> [Int] {
    first <= last ? Array(first...last) : Array(first...6) + Array(0...last)
  }

  /// The day of the week that is meant by a name, a beginning of one with at least two letters, or an inflected one.
  static func day(_ word: String, among names: [String]) -> Int? {
    guard word.count >= 2 else { return nil }
    let fitting = names.indices.filter { place in
      let name = names[place].lowercased()
      // Whole names are inflected: `Mondays`, `mandager`, `maandagen`, `maanantaisin`.
      return name.hasPrefix(word) || (name.count > 3 && word.hasPrefix(name) && word.count - name.count <= 4)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension Repeat.MonthDay {
  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// `15`, `last`, `2-tue` or `last-fri`.
  init?(stored text: Substring) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    switch (parts.count, parts.first) {
    case (1, "last"?): self = .last
    case (1, let number?):
      guard let day = Int(digits: number), (1...31).contains(day) else { return nil }
      self = .day(day)
    case (2, let number?):
      guard let weekday = Self.names.firstIndex(of: String(parts[1])) else { return nil }
      let nth = number == "last" ? -1 : Int(digits: number)
      guard let nth, nth == -1 || (1...5).contains(nth) else { return nil }
      self = .weekday(weekday, nth: nth)
    case (_, _): return nil
    }
  }

  /// As it is stored.
  var stored: String {
    switch self {
    case .day(let day): String(day)
    case .last: "last"
    case .weekday(let weekday, let nth): (nth == -1 ? "last" : String(nth)) + "-" + Self.names[weekday].capitalized
    }
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

/// A length of time between two times of what comes back.
struct RecurrenceSpan: Hashable, Sendable {
  /// What it is counted in.
  enum Unit: String, Hashable, Sendable, CaseIterable { case day, week, month }

  var unit: Unit
  /// How many of them, 1 or more.
  var count: Int

  init(_ unit: Unit, _ count: Int = 1) {
    self.unit = unit
    self.count = count
  }

  /// `weekly`, `monthly` or `every-3-weeks`.
  init?(stored head: String) {
    let parts = head.split(separator: "-", omittingEmptySubsequences: false)
    switch (head, parts.count) {
    case ("weekly", _): self.init(.week)
    case ("monthly", _): self.init(.month)
    case (_, 3):
      guard parts[0] == "every", parts[2].hasSuffix("s"), let unit = Unit(rawValue: String(parts[2].dropLast())),
        let count = Int(digits: parts[1]), (1...Repeat.longest).contains(count)
      else { return nil }
      self.init(unit, count)
    case (_, _): return nil
    }
  }

  /// Its length in days; months are as long as they are on average.
  var days: Double {
    switch unit {
    case .day: Double(count)
    case .week: Double(count * 7)
    case .month: Double(count) * 365.25 / 12
    }
  }
}
