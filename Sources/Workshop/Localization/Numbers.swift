/// How a language writes numbers.
///
/// Inside, a number is a text with a decimal point and nothing else: `1080`, `-4.3`. Nothing is ever rounded.
public struct NumberFormat: Hashable, Sendable {
  /// The decimal mark.
  public var decimal: Character
  /// The mark between groups of three digits, as it is shown.
  public var group: Character
  /// How a percentage is written, `{number} %`.
  public var percent: Template

  /// Numbers with those marks.
  public init(decimal: Character, group: Character, percent: Template = Template("{number}\u{A0}%")) {
    self.decimal = decimal
    self.group = group
    self.percent = percent
  }

  /// A stored percentage as the language writes it.
  public func percentText(_ number: String) -> String {
    percent.filled(["number": text(number)])
  }

  /// A stored number as the language writes it.
  public func text(_ number: String) -> String {
    var digits = number[...]
    let sign = digits.first == "-" ? "−" : ""
    if digits.first == "-" { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first else { return number }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped.append(group) }
      grouped.append(digit)
    }
    guard parts.count == 2 else { return sign + grouped }
    return sign + grouped + String(decimal) + parts[1]
  }

  /// Reads a number as it may be typed: with the language's marks, or plainly with a decimal point.
  ///
  /// A point is a mark between groups when the language's decimal mark is a comma and groups of three digits follow it
  /// (`1.080`), else it is a decimal point (`4.3`). The same holds for a comma where the decimal mark is a point.
  ///
  /// - Parameter text: What was typed.
  /// - Returns: The number as it is stored, or nil when the text is not one.
  public func number(from text: String) -> String? {
    var rest = text[...]
    var sign = ""
    if let first = rest.first, "+-−".contains(first) {
      sign = first == "+" ? "" : "-"
      rest.removeFirst()
    }
    let other: Character = decimal == "," ? "." : ","
    let marks = rest.filter { $0 == decimal || $0 == other }
    let wholeText: Substring
    let fraction: Substring
    switch (marks.contains(decimal), marks.contains(other)) {
    case (true, _):
      guard let mark = rest.lastIndex(of: decimal) else { return nil }
      wholeText = rest[..<mark]
      fraction = rest[rest.index(after: mark)...]
      guard !fraction.isEmpty else { return nil }
    case (false, true) where marks.count == 1 && !NumberFormat.areGroups(rest, partedBy: other):
      guard decimal == ",", let mark = rest.firstIndex(of: other) else { return nil }
      wholeText = rest[..<mark]
      fraction = rest[rest.index(after: mark)...]
      guard !fraction.isEmpty else { return nil }
    case (false, _):
      wholeText = rest
      fraction = ""
    }
    guard let whole = NumberFormat.ungrouped(wholeText, other), fraction.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let trimmed = whole.drop { $0 == "0" }
    let number = (trimmed.isEmpty ? "0" : String(trimmed)) + (fraction.isEmpty ? "" : "." + fraction)
    return number.contains { "123456789".contains($0) } ? sign + number : number
  }

  private static let spaces: Set<Character> = [" ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "’"]

  /// The digits of a whole number, its groups joined; nil when the groups are not of three.
  private static func ungrouped(_ text: Substring, _ mark: Character) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == mark || spaces.contains($0) }
    guard let first = groups.first, groups.allSatisfy({ Int(digits: $0) != nil || $0.utf8.count > 18 }),
      groups.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } && !$0.isEmpty }),
      groups.count == 1 || (first.utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func areGroups(_ text: Substring, partedBy mark: Character) -> Bool {
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, first != "0", !first.isEmpty else { return false }
    return ungrouped(text, mark) != nil && groups.count > 1
  }
}

/// How a language writes lengths of time.
public struct DurationFormat: Hashable, Sendable {
  /// The words for minutes.
  public var minutes: Unit
  /// The words for hours.
  public var hours: Unit
  /// The words for days.
  public var days: Unit

  /// Lengths of time with those words.
  public init(minutes: Unit, hours: Unit, days: Unit) {
    self.minutes = minutes
    self.hours = hours
    self.days = days
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

  /// A stored length of time, `30min`, `4h` or `1d`, as the language writes it.
  public func text(_ stored: String) -> String {
    let amount = stored.prefix { $0.isNumber }
    let unit: Unit? =
      switch stored.dropFirst(amount.count) {
      case "min": minutes
      case "h": hours
      case "d": days
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
    return nil
  }
}
