/// What tells a phone from another: 128 random bits, made here and kept in a cookie of the phone.
struct Token: Hashable, Sendable {
  let digits: String

  /// A new one, from the system's own source of random numbers.
  static func random() -> Token { Token(unchecked: randomDigits(words: 2)) }

  /// The token of a cookie, if it can be one.
  init?(_ digits: some StringProtocol) {
    guard digits.utf8.count == 32, digits.utf8.allSatisfy(isLowerHexDigit) else { return nil }
    self.init(unchecked: String(digits))
  }

  private init(unchecked digits: String) { self.digits = digits }
}

/// What a phone calls something it sends: 96 bits, made when Send is pressed and the same each time it is tried again.
struct SendingID: Hashable, Sendable {
  let digits: String

  /// A new one, for a form that is sent without a script.
  static func random() -> SendingID { SendingID(unchecked: String(randomDigits(words: 2).prefix(24))) }

  /// The id in a form, if it can be one.
  init?(_ digits: some StringProtocol) {
    guard digits.utf8.count == 24, digits.utf8.allSatisfy(isLowerHexDigit) else { return nil }
    self.init(unchecked: String(digits))
  }

  private init(unchecked digits: String) { self.digits = digits }

  /// The letter's name in the session.
  func letterID(from phone: Int) -> String { "\(phone)-\(digits)" }
}

/// The code that is on the screen: four of 28 letters and digits without vowels and look-alikes.
enum Code {
  static let letters = Array("BCDFGHJKMNPQRSTVWXYZ23456789")

  /// A new one.
  static func random() -> String {
    var random = SystemRandomNumberGenerator()
    return String((0..<4).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
  }

  /// A code as somebody typed it: small letters and blanks are no mistake.
  static func typed(_ text: String) -> String {
    String(text.uppercased().filter { !$0.isWhitespace }.prefix(16))
  }

  /// Whether it can be a code.
  static func isOne(_ text: String) -> Bool { text.count == 4 && text.allSatisfy(letters.contains) }
}

private func randomDigits(words: Int) -> String {
  var random = SystemRandomNumberGenerator()
  return (0..<words).map { _ in
    let digits = String(random.next(), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }.joined()
}

private func isLowerHexDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
