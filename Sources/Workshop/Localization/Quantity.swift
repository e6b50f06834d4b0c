/// A number as somebody says it: about how much, in thousands or millions, with what it counts.
public struct Quantity: Hashable, Sendable {
  /// The number, as it is stored.
  public var number: String
  /// What stands beside it.
  public var mark: Mark

  /// What may stand beside a number.
  public enum Mark: Hashable, Sendable {
    /// Nothing.
    case plain
    /// A sign of percent.
    case percent
    /// A currency, by its code after ISO 4217; nil where it may be several, as *kr* may.
    case money(String?)
  }
}

/// The words of a language that stand around numbers.
public struct QuantityWords: Hashable, Sendable {
  /// `about`, before a number.
  public var about: [String]
  /// `k`, behind a number: a thousand.
  public var thousand: [String]
  /// A million.
  public var million: [String]
  /// A thousand millions.
  public var billion: [String]
  /// `percent`, besides its sign.
  public var percent: [String]
  /// The words for currencies by their codes after ISO 4217; an empty code for those that several currencies share.
  public var currencies: [String: [String]]

  /// The words of a language.
  public init(
    about: [String], thousand: [String], million: [String], billion: [String], percent: [String],
    currencies: [String: [String]]
  ) {
    self.about = about
    self.thousand = thousand
    self.million = million
    self.billion = billion
    self.percent = percent
    self.currencies = currencies
  }

  private static let signs: [Character: String] = ["€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"]
  private static let codes = ["EUR", "GBP", "USD", "NOK", "DKK", "SEK", "CHF", "ISK"]

  /// Whether a word stands for a currency.
  func isCurrency(_ word: String) -> Bool {
    if case .money = mark(word.lowercased()) { return true }
    return !word.isEmpty && word.allSatisfy(\.isCurrencySymbol)
  }

  /// How many zeros a word stands for, as `k` or `mill.` does; nil where it stands for none, or for a currency besides.
  func zeros(_ word: String) -> Int? {
    scale(QuantityWords.bare(word)).flatMap { $0.mark == nil ? $0.zeros : nil }
  }

  /// Whether a word says that a number is about so much: `ca.`.
  func isAbout(_ word: String) -> Bool { about.contains(QuantityWords.bare(word)) }

  /// A word without the point of an abbreviation.
  private static func bare(_ word: String) -> String {
    let word = word.lowercased()
    return word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  /// The mark a word makes; nil where it makes none.
  fileprivate func mark(_ word: String) -> Quantity.Mark? {
    if word == "%" || percent.contains(word) { return .percent }
    if let sign = word.first, word.count == 1, let code = QuantityWords.signs[sign] { return .money(code) }
    if let code = QuantityWords.codes.first(where: { $0.lowercased() == word }) { return .money(code) }
    for (code, words) in currencies where words.contains(word) { return .money(code.isEmpty ? nil : code) }
    return nil
  }

  /// How many zeros a word stands for, and the mark it makes besides: `k`, `mill`, `mkr`.
  fileprivate func scale(_ word: String) -> (zeros: Int, mark: Quantity.Mark?)? {
    for (words, zeros) in [(thousand, 3), (million, 6), (billion, 9)] where words.contains(word) { return (zeros, nil) }
    // `tkr`, `MNOK`: thousands and millions of a currency.
    guard let first = word.first, word.count > 2, let mark = mark(String(word.dropFirst())), mark != .percent else {
      return nil
    }
    switch first {
    case "t": return (3, mark)
    case "m": return (6, mark)
    case _: return nil
    }
  }
}

extension NumberFormat {
  /// Reads a number with what stands around it: `ca. 900`, `1,2k`, `35 %`, `-£500`, `1,5 mill. kr`.
  ///
  /// - Parameter text: What was typed.
  /// - Returns: The number and its mark, or nil when a word is not known or the text is no number.
  public func quantity(from text: String) -> Quantity? {
    var rest = text.trimmed.lowercased()[...]
    if let about = (["~", "≈"] + words.about).first(where: { startsWith($0, rest) }) {
      rest = rest.dropFirst(about.count).drop { $0 == "." || $0.isWhitespace }
    }
    guard let firstDigit = rest.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let lastDigit = rest.lastIndex(where: { $0.isASCII && $0.isNumber })
    else { return nil }
    let before = rest[..<firstDigit].filter { !"+-−".contains($0) }
    let signs = rest[..<firstDigit].filter { "+-−".contains($0) }
    guard signs.count <= 1 else { return nil }
    var core = rest[firstDigit...lastDigit]
    var behind = rest[rest.index(after: lastDigit)...]
    // A zero before a point may be left out nowhere, and `5.` is no number.
    for dash in [",-", ",–", ",—", ".-", ",--"].reversed() where behind.hasPrefix(dash) {
      behind = behind.dropFirst(dash.count)
      break
    }
    guard var number = number(from: String(core)) else { return nil }
    core = ""
    var mark: Quantity.Mark?
    var zeros: Int?
    for word in NumberFormat.parts(String(before)) {
      guard mark == nil, let found = words.mark(word), found != .percent else { return nil }
      mark = found
    }
    for word in NumberFormat.parts(String(behind)) {
      if let found = words.mark(word), mark == nil {
        mark = found
      } else if let scale = words.scale(word), zeros == nil, mark == nil || scale.mark == nil {
        zeros = scale.zeros
        mark = mark ?? scale.mark
      } else {
        return nil
      }
    }
    if let zeros { number = NumberFormat.shifted(number, by: zeros) }
    if signs.contains("-") || signs.contains("−"), number.contains(where: { "123456789".contains($0) }) {
      number = "-" + number
    }
    return Quantity(number: number, mark: mark ?? .plain)
  }

  /// A word before a number, with a point, white space or the number itself behind it.
  private func startsWith(_ word: String, _ text: Substring) -> Bool {
    guard text.hasPrefix(word), let next = text.dropFirst(word.count).first else { return false }
    return !next.isLetter || !(word.last?.isLetter ?? false)
  }

  /// Words and signs, each by itself, without the point behind an abbreviation.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      var word = ""
      for character in chunk {
        if character == "%" || character.isCurrencySymbol {
          if !word.isEmpty { parts.append(word) }
          parts.append(String(character))
          word = ""
        } else {
          word.append(character)
        }
      }
      if word.hasSuffix(".") { word.removeLast() }
      if !word.isEmpty { parts.append(word) }
    }
    return parts
  }

  /// A stored number with its decimal point moved to the right.
  static func shifted(_ number: String, by zeros: Int) -> String {
    if number.hasPrefix("-") { return "-" + shifted(String(number.dropFirst()), by: zeros) }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, zeros - fraction.count))
    let whole = (parts[0] + padded.prefix(zeros)).drop { $0 == "0" }
    let rest = padded.dropFirst(zeros)
    return (whole.isEmpty ? "0" : String(whole)) + (rest.isEmpty ? "" : "." + rest)
  }
}
