// A day or a period as it is typed behind a value.
extension DayFormat {
  /// The period that the first of some words mean, and how many of them: a day, `2026-06`, `2026-Q2`, `2026-W23`, `2026`,
  /// what the language calls a month, a quarter or a week (`June 2026`, `last month`), or two days parted by `..` or a
  /// dash between blanks.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - today: The day that what has no year lies before, or on.
  /// - Returns: Nil where the words begin with none.
  func period(in words: [Substring], today: Day) -> (period: DayRange, count: Int)? {
    guard let first = words.first else { return nil }
    if let range = range(first, today: today) { return (range, 1) }
    if words.count > 2, ["–", "-", ".."].contains(words[1]), let from = Day(iso: first), let to = Day(iso: words[2]) {
      return (DayRange(from, to), 3)
    }
    // What has a year goes before what has none, and what says more before what says less.
    for count in [4, 3, 2, 1] where words.count >= count {
      let typed = words.prefix(count).joined(separator: " ")
      if let period = period(typed, today: today) { return (period, count) }
    }
    return nil
  }

  /// The period that a text means, and nothing besides; nil where it means none.
  public func period(_ text: String, in today: Day) -> DayRange? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return period(in: words, today: today).flatMap { $0.count == words.count ? $0.period : nil }
  }

  private func range(_ word: Substring, today: Day) -> DayRange? {
    let days = word.split(separator: "..").map { Day(iso: $0) }
    guard word.contains(".."), days.count == 2, let first = days[0], let last = days[1] else { return nil }
    return DayRange(first, last)
  }

  private func period(_ text: String, today: Day) -> DayRange? {
    if let numbered = DayFormat.numbered(text) { return numbered }
    switch try? span(text, today: today, as: .past) {
    case .day(let day): return DayRange(day)
    case .period(let first, let last): return DayRange(first, last)
    case nil: return nil
    }
  }

  /// A year alone, or a quarter or a week of ISO 8601 behind a year: `2026`, `2026-Q2`, `2026-W23`.
  private static func numbered(_ text: String) -> DayRange? {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(digits: first), (1900...2999).contains(year),
      parts.count <= 2
    else { return nil }
    guard let part = parts.dropFirst().first else { return DayRange(month: year * 12, count: 12) }
    guard let unit = ["q": DayToken.Unit.quarter, "w": .week][part.prefix(1)],
      let number = Int(digits: part.dropFirst()),
      case .period(let first, let last)? = try? Day.period(unit, of: year, number: number)
    else { return nil }
    return DayRange(first, last)
  }

  /// A period as the language writes it.
  public func text(_ period: DayRange) -> String {
    if period.isOneDay { return text(period.first) }
    if let year = period.year { return String(year) }
    if let quarter = period.quarter { return "Q\(quarter.number)\u{A0}\(quarter.year)" }
    if period.month != nil, months.count == 12 {
      return "\(months[period.first.month - 1])\u{A0}\(period.first.year)"
    }
    return "\(text(period.first))\u{A0}– \(text(period.last))"
  }

  /// A period as it can be typed in any language.
  static func typed(_ period: DayRange) -> String {
    period.isOneDay ? period.first.description : period.month ?? "\(period.first)..\(period.last)"
  }
}
