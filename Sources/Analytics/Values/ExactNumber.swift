/// A decimal number, held exactly: mantissa × 10^−scale.
public struct ExactNumber: Hashable, Sendable {
  /// All digits, without the decimal mark.
  public let mantissa: Int
  /// How many of them stand behind the mark, 0 to 36.
  public let scale: Int

  /// A number; zeros at the end of its fraction are dropped.
  ///
  /// - Parameters:
  ///   - mantissa: All digits.
  ///   - scale: How many of them stand behind the mark, 0 or more.
  public init(mantissa: Int, scale: Int = 0) {
    var (mantissa, scale) = (mantissa, max(0, scale))
    while scale > 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// With a decimal point and no thousands marks, as `-12.5`.
  public var text: String {
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let sign = mantissa < 0 ? "-" : ""
    return sign + padded.dropLast(scale) + (scale > 0 ? "." + padded.suffix(scale) : "")
  }
}

/// What numbers add up to, with room for the products of two columns.
struct ExactTotal: Sendable {
  private(set) var mantissa: Int128
  private(set) var scale: Int
  /// Whether it has grown beyond what can be counted exactly; it stays so.
  private(set) var isTooLarge = false

  static let zero = ExactTotal(mantissa: 0, scale: 0)

  init(mantissa: Int128, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  init(_ number: ExactNumber) { self.init(mantissa: Int128(number.mantissa), scale: number.scale) }

  mutating func add(_ number: ExactNumber) {
    guard number.scale == scale else { return add(ExactTotal(number)) }
    let (sum, isOver) = mantissa.addingReportingOverflow(Int128(number.mantissa))
    mantissa = sum
    if isOver { isTooLarge = true }
  }

  mutating func add(_ other: ExactTotal) {
    var other = other
    other.widen(to: scale)
    widen(to: other.scale)
    let (sum, isOver) = mantissa.addingReportingOverflow(other.mantissa)
    mantissa = sum
    if isOver || other.isTooLarge { isTooLarge = true }
  }

  mutating func subtract(_ other: ExactTotal) {
    var negative = ExactTotal(mantissa: 0 &- other.mantissa, scale: other.scale)
    negative.isTooLarge = other.isTooLarge
    add(negative)
  }

  /// The product of two numbers.
  static func product(_ left: ExactNumber, _ right: ExactNumber) -> ExactTotal {
    // Two numbers of 64 bits never leave 128.
    ExactTotal(mantissa: Int128(left.mantissa) * Int128(right.mantissa), scale: left.scale + right.scale)
  }

  mutating func multiply(by factor: Int128) {
    let (product, isOver) = mantissa.multipliedReportingOverflow(by: factor)
    mantissa = product
    if isOver { isTooLarge = true }
  }

  private mutating func widen(to wanted: Int) {
    while scale < wanted, !isTooLarge {
      multiply(by: 10)
      scale += 1
    }
  }

  var isZero: Bool { mantissa == 0 && !isTooLarge }

  /// The number, when it is small enough; rounded half away from zero to some places when there are more.
  func number(places: Int = 12) -> ExactNumber? {
    guard !isTooLarge else { return nil }
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    if scale > places {
      var divisor: Int128 = 1
      for _ in places..<min(scale, places + 38) { divisor *= 10 }
      mantissa = ExactTotal.rounded(mantissa, by: divisor)
      scale = places
    }
    guard let small = Int(exactly: mantissa) else { return nil }
    return ExactNumber(mantissa: small, scale: scale)
  }

  /// A quotient, rounded half away from zero; nil when it cannot be had exactly enough.
  ///
  /// - Parameters:
  ///   - divisor: What is divided by; nil is returned for zero.
  ///   - places: How many places behind the mark are kept.
  /// - Returns: The quotient.
  func divided(by divisor: ExactTotal, places: Int) -> ExactNumber? {
    guard !isTooLarge, !divisor.isTooLarge, divisor.mantissa != 0, mantissa > .min else { return nil }
    var (upper, lower) = (self, divisor)
    // upper / lower = (upper.mantissa × 10^(places + lower.scale − upper.scale) / lower.mantissa) × 10^−places
    let shift = places + lower.scale - upper.scale
    for _ in 0..<max(0, shift) { upper.multiply(by: 10) }
    for _ in 0..<max(0, -shift) { lower.multiply(by: 10) }
    guard !upper.isTooLarge, !lower.isTooLarge,
      let small = Int(exactly: ExactTotal.rounded(upper.mantissa, by: lower.mantissa))
    else { return nil }
    return ExactNumber(mantissa: small, scale: places)
  }

  private static func rounded(_ number: Int128, by divisor: Int128) -> Int128 {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    guard rest.magnitude >= divisor.magnitude - rest.magnitude else { return quotient }
    return (number < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
  }

  /// Whether two are the same number.
  func equals(_ other: ExactTotal) -> Bool {
    var difference = self
    difference.subtract(other)
    return difference.isZero
  }
}
