/// How a language writes lengths of time.
public struct DurationFormat: Hashable, Sendable {
  /// The words for minutes.
  public var minutes: Unit
  /// The words for hours.
  public var hours: Unit
  /// The words for days.
  public var days: Unit
  /// The words for weeks.
  public var weeks: Unit

  /// Lengths of time with those words.
  public init(minutes: Unit, hours: Unit, days: Unit, weeks: Unit) {
    self.minutes = minutes
    self.hours = hours
    self.days = days
    self.weeks = weeks
  }

  /// The words for one unit of time.
  public struct Unit: Hashable, Sendable {
    /// The word behind 1.
    public var one: String
    /// The word behind any other number.
    public var other: String
    /// Words that are understood besides.
    public var words: [String]

    /// A unit with those words.
    public init(one: String, other: String, words: [String]) {
      self.one = one
      self.other = other
      self.words = words
    }

    /// All words that are understood.
    public var all: [String] { [one, other] + words }
  }

  /// A stored length of time, `30min`, `4h`, `1d` or `6w`, as the language writes it.
  public func text(_ stored: String) -> String {
    let amount = stored.prefix { $0.isNumber }
    let unit: Unit? =
      switch stored.dropFirst(amount.count) {
      case "min": minutes
      case "h": hours
      case "d": days
      case "w": weeks
      case _: nil
      }
    guard let unit else { return stored }
    return "\(amount)\u{A0}\(amount == "1" ? unit.one : unit.other)"
  }

  /// The minutes of a stored length of time; nil when it is none.
  public static func minutes(ofStored text: String) -> Int? {
    let amount = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits: amount), number < 1_000_000 else { return nil }
    return switch text.dropFirst(amount.count) {
    case "min": number
    case "h": number * 60
    case "d": number * 1440
    case "w": number * 10_080
    case _: nil
    }
  }

  /// Reads a length of time: a whole number and a unit, in the language's words or as it is stored.
  public func duration(from text: String) -> String? {
    let amount = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits: amount), number > 0 else { return nil }
    let unit = text.dropFirst(amount.count).trimmed.lowercased()
    if (minutes.all + ["min", "m"]).contains(unit) { return "\(number)min" }
    if (hours.all + ["h"]).contains(unit) { return "\(number)h" }
    if (days.all + ["d"]).contains(unit) { return "\(number)d" }
    if (weeks.all + ["w"]).contains(unit) { return "\(number)w" }
    return nil
  }
}
