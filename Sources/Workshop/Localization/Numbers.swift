/// How a language writes numbers.
///
/// Inside, a number is a text with a decimal point and nothing else: `1080`, `-4.3`. Nothing is ever rounded.
public struct NumberFormat: Hashable, Sendable {
  /// The decimal mark.
  public var decimal: Character
  /// The mark between groups of three digits, as it is shown.
  public var group: Character
  /// The mark before a number below zero.
  public var minus: String
  /// How a percentage is written, `{number} %`.
  public var percent: Template
  /// How an amount of money is written, `{number} kr`.
  public var money: Template
  /// The code of the currency, after ISO 4217, that amounts are in; nil where the language does not tell.
  public var currency: String?
  /// The words that are understood around a number.
  public var words: QuantityWords

  /// Numbers with those marks.
  public init(
    decimal: Character, group: Character, minus: String, percent: Template, money: Template, currency: String?,
    words: QuantityWords
  ) {
    self.decimal = decimal
    self.group = group
    self.minus = minus
    self.percent = percent
    self.money = money
    self.currency = currency
    self.words = words
  }

  /// A stored number as a column shows it: an amount of money with the currency, `1 234,50 kr`, a percentage with its sign.
  public func text(_ number: String, of type: CellType) -> String {
    guard case .number(let rule) = type else { return text(number) }
    return text(number, as: rule)
  }

  func text(_ number: String, as rule: NumberRule) -> String {
    switch rule {
    case .percent: percentText(number)
    case .money: money.filled(["number": text(number)])
    case .any, .whole, .between: text(number)
    }
  }

  /// A stored percentage as the language writes it.
  public func percentText(_ number: String) -> String {
    percent.filled(["number": text(number)])
  }

  /// A stored number as the language writes it.
  public func text(_ number: String) -> String {
    var digits = number[...]
    let sign = digits.first == "-" ? minus : ""
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
