// A day or a period as it is typed behind a value.
extension DayFormat {
  /// The period that the first of some words mean, and how many of them: a day, `2026-06`, `June 2026`, `June`,
  /// `Q2 2026`, `2026-Q2`, `2026-W23`, `2026`, or two days parted by `..` or a dash between blanks.
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
    for count in [3, 2, 1] where words.count >= count {
      let typed = words.prefix(count).joined(separator: " ")
      if let period = period(typed, today: today) { return (period, count) }
    }
    return nil
  }

  private func range(_ word: Substring, today: Day) -> DayRange? {
    let days = word.split(separator: "..").map { Day(iso: $0) }
    guard word.contains(".."), days.count == 2, let first = days[0], let last = days[1] else { return nil }
    return DayRange(first, last)
  }

  private func period(_ text: String, today: Day) -> DayRange? {
    if let day = day(from: text, today: today, isPast: true) { return DayRange(day) }
    let parts = text.split { "-/ \u{A0}".contains($0) }
    if parts.count == 1, let year = year(parts[0]) { return DayRange(month: year * 12, count: 12) }
    if parts.count == 1, let month = named(parts[0], isWhole: true) {
      let thisYear = today.year * 12 + month
      return DayRange(month: month + 1 > today.month ? thisYear - 12 : thisYear)
    }
    guard parts.count == 2 else { return nil }
    for (year, other) in [(parts[0], parts[1]), (parts[1], parts[0])] {
      guard let year = self.year(year) else { continue }
      if let month = Int(digits: other), (1...12).contains(month), other.utf8.count <= 2 {
        return DayRange(month: year * 12 + month - 1)
      }
      if let month = named(other, isWhole: false) { return DayRange(month: year * 12 + month) }
      if let quarter = numbered(other, by: ["q", "k", "kv", "kvartal", "kwartaal", "t"]), (1...4).contains(quarter) {
        return DayRange(month: year * 12 + (quarter - 1) * 3, count: 3)
      }
      if let week = numbered(other, by: ["w", "u", "v", "vk", "kw", "uke", "uge", "week", "woche", "vecka"]) {
        return DayFormat.week(week, of: year)
      }
    }
    return nil
  }

  private func year(_ text: Substring) -> Int? {
    Int(digits: text).flatMap { text.utf8.count == 4 && (1900...2999).contains($0) ? $0 : nil }
  }

  /// A number behind, or before, one of some letters: `Q2`, `2Q`.
  private func numbered(_ text: Substring, by letters: [String]) -> Int? {
    let typed = text.lowercased()
    let (digits, rest) = (typed.filter(\.isNumber), typed.filter { !$0.isNumber && $0 != "." })
    return letters.contains(rest) ? Int(digits: digits) : nil
  }

  /// The month of a name, January being 0; the beginning of a name is enough where a year is beside it.
  private func named(_ text: Substring, isWhole: Bool) -> Int? {
    let typed = text.lowercased()
    guard typed.count >= 3 else { return nil }
    let fitting = months.indices.filter { place in
      let name = months[place].lowercased()
      return isWhole ? name == typed : name.hasPrefix(typed) || typed.hasPrefix(name)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// A week after ISO 8601: Monday to Sunday, the first is the one with the year's first Thursday.
  private static func week(_ number: Int, of year: Int) -> DayRange? {
    guard (1...53).contains(number), let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.daysSinceEpoch - (fourth.daysSinceEpoch + 3) % 7 + (number - 1) * 7
    // The Thursday says which year a week belongs to.
    guard Day(daysSinceEpoch: monday + 3).year == year else { return nil }
    return DayRange(Day(daysSinceEpoch: monday), Day(daysSinceEpoch: monday + 6))
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
