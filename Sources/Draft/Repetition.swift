import Workshop

/// On which days something happens again: `weekly:Mon,Thu`, `weekly:Mon-Fri`, `monthly:1`, or once.
struct Repetition: Hashable, Sendable {
  /// How it is counted.
  enum Rhythm: Hashable, Sendable {
    /// Only on the first day.
    case once
    /// Every week on these days, Monday being 0.
    case weekly([Int])
    /// Every month on that day.
    case monthly(Int)
  }

  let first: Day
  let rhythm: Rhythm

  /// Reads a cell; one that is no rule means once.
  ///
  /// - Parameters:
  ///   - text: The cell.
  ///   - first: The first day.
  ///   - weekdays: The names of the days in the language of the draft, Monday first; English ones are always known.
  init(_ text: String, from first: Day, weekdays: [String]) {
    self.first = first
    let parts = text.lowercased().split(separator: ":", maxSplits: 1).map(\.trimmed)
    let rule = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "weekly":
      let days = Repetition.days(in: rule, weekdays: weekdays)
      rhythm = rule.isEmpty ? .weekly([first.weekday]) : days.map { .weekly($0) } ?? .once
    case "monthly":
      let day = rule.isEmpty ? first.day : Int(rule) ?? 0
      rhythm = (1...31).contains(day) ? .monthly(day) : .once
    case "daily": rhythm = .weekly(Array(0...6))
    case _: rhythm = .once
    }
  }

  /// Whether something is on that day.
  func isOn(_ day: Day) -> Bool {
    guard day >= first else { return false }
    switch rhythm {
    case .once: return day == first
    case .weekly(let days): return days.contains(day.weekday)
    case .monthly(let date): return day.day == date
    }
  }

  private static func days(in rule: String, weekdays: [String]) -> [Int]? {
    var days: [Int] = []
    for part in rule.split(separator: ",") {
      let ends = part.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { day($0.trimmed, weekdays: weekdays) }
      guard let first = ends.first, let low = first, let last = ends.last, let high = last, ends.count <= 2 else {
        return nil
      }
      // From Friday to Monday goes round the end of the week.
      days += (0...((high - low + 7) % 7)).map { (low + $0) % 7 }
    }
    return days.isEmpty ? nil : Set(days).sorted()
  }

  private static func day(_ text: String, weekdays: [String]) -> Int? {
    let english = ["mo", "tu", "we", "th", "fr", "sa", "su"]
    let own = weekdays.map { $0.lowercased() }
    return own.firstIndex { text.hasPrefix($0) } ?? english.firstIndex { text.hasPrefix($0) }
  }
}

extension Day {
  /// The day of the week, Monday being 0: 1 January 1970 was a Thursday.
  var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }
}
