/// When something comes back: each week on some days, or each month on a day.
///
/// Stored as `weekly`, `weekly:Mon,Thu` or `monthly:15`, `monthly`.
public enum Repeat: Hashable, Sendable {
  /// Each week on these days, 0 for Monday; on the day it began when there are none.
  case weekly([Int])
  /// Each month on that day of it; on the day it began when it is nil.
  case monthly(Int?)

  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// A stored repeat; days may be a range, `weekly:Mon-Fri`.
  public init?(stored text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    switch (parts.first, parts.count) {
    case ("weekly", 1): self = .weekly([])
    case ("monthly", 1): self = .monthly(nil)
    case ("weekly", _):
      guard let days = Repeat.days(String(parts[1]).lowercased(), among: Repeat.names) else { return nil }
      self = .weekly(days)
    case ("monthly", _):
      guard let day = Int(digits: parts[1]), (1...31).contains(day) else { return nil }
      self = .monthly(day)
    case _: return nil
    }
  }

  /// As it is stored.
  public var stored: String {
    switch self {
    case .weekly(let days):
      days.isEmpty ? "weekly" : "weekly:" + days.map { Repeat.names[$0] }.joined(separator: ",")
    case .monthly(let day): day.map { "monthly:\($0)" } ?? "monthly"
    }
  }

  /// The days on which it comes, from a first day on and within a number of days.
  ///
  /// - Parameters:
  ///   - start: The first day; the first time is never before it.
  ///   - days: The length of the time looked at, in days from `from`.
  ///   - from: The first day looked at.
  /// - Returns: The days, in order.
  public func days(from start: Day, within days: Int, of from: Day) -> [Day] {
    (0..<max(days, 0)).map { Day(daysSinceEpoch: from.daysSinceEpoch + $0) }.filter { day in
      guard day >= start else { return false }
      switch self {
      case .weekly(let weekdays): return (weekdays.isEmpty ? [start.weekday] : weekdays).contains(day.weekday)
      case .monthly(let wanted): return day.day == min(wanted ?? start.day, day.lengthOfMonth)
      }
    }
  }

  /// Days named by those names or their beginnings, single or as a range: `mon,thu`, `mon-fri`.
  static func days(_ text: String, among names: [String]) -> [Int]? {
    var found: Set<Int> = []
    for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      let ends = part.split { "-–".contains($0) }.map { day(String($0), among: names) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
      found.formUnion(first <= last ? Array(first...last) : Array(first...6) + Array(0...last))
    }
    return found.isEmpty ? nil : found.sorted()
  }

  private static func day(_ word: String, among names: [String]) -> Int? {
    guard word.count >= 2 else { return nil }
    let fitting = names.indices.filter { place in
      let name = names[place].lowercased()
      // Whole names are inflected: `Mondays`, `mandager`, `maandagen`, `maanantaisin`.
      return name.hasPrefix(word) || (name.count > 3 && word.hasPrefix(name))
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension FrequencyFormat {
  /// A stored repeat as the language writes it; any other text stays as it is.
  public func repeatText(_ stored: String) -> String {
    guard let rule = Repeat(stored: stored) else { return stored }
    switch rule {
    case .weekly(let days): return days.isEmpty ? everyWeek : shown(days)
    case .monthly(let day): return everyMonth + (day.map { " \($0)" } ?? "")
    }
  }

  /// Reads `weekly Mon-Fri`, `Mon, Thu`, `every week`, `monthly 15`.
  ///
  /// - Returns: The repeat, or nil when the text is none.
  public func `repeat`(from text: String) -> Repeat? {
    let typed = text.trimmed.lowercased()
    if let stored = Repeat(stored: typed) { return stored }
    var period: Frequency.Period?
    var dayOfMonth: Int?
    var days: [Int] = []
    for word in tokens(typed) where !fillers.contains(word) {
      if let unit = self.period(word) {
        period = unit
      } else if let found = weekdays(named: word) {
        days += found
      } else if let number = Int(digits: word), (1...31).contains(number), dayOfMonth == nil {
        // Before the period a number says how often; once is all that repeats.
        if period == nil, number == 1 { continue }
        dayOfMonth = number
      } else {
        return nil
      }
    }
    switch period {
    case .day: return days.isEmpty && dayOfMonth == nil ? .weekly(Array(0...6)) : nil
    case .month: return days.isEmpty ? .monthly(dayOfMonth) : nil
    case .week: return dayOfMonth == nil ? .weekly(Array(Set(days)).sorted()) : nil
    case .fortnight: return nil
    case .onDemand, nil: return days.isEmpty || dayOfMonth != nil ? nil : .weekly(Array(Set(days)).sorted())
    }
  }

  /// Days by their names or their short forms.
  func weekdays(named word: String) -> [Int]? {
    Repeat.days(word, among: weekdays) ?? Repeat.days(word, among: shortWeekdays)
  }

  /// Days of the week, three or more in a row as a range.
  private func shown(_ days: [Int]) -> String {
    guard let first = days.first, let last = days.last, days.count > 2, last - first == days.count - 1 else {
      return days.map { shortWeekdays[$0] }.joined(separator: ", ")
    }
    return "\(shortWeekdays[first])–\(shortWeekdays[last])"
  }
}

extension Day {
  /// The day of the week, 0 for Monday.
  public var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

  /// How many days its month has.
  public var lengthOfMonth: Int {
    (28...31).reversed().first { Day(year: year, month: month, day: $0) != nil } ?? 28
  }
}
