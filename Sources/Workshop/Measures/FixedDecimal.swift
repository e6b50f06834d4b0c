/// A decimal number with nine places, exact: what is measured is never held as a binary fraction.
public struct FixedDecimal: Hashable, Sendable, Comparable {
  /// The number in thousand millionths.
  let units: Int128

  init(units: Int128) { self.units = units }

  /// The most digits before the decimal mark, so that every product of judging has room.
  public static let mostDigits = 15
  /// The most decimals.
  public static let mostDecimals = 9
  private static let one: Int128 = 1_000_000_000

  /// A number as it is stored: digits, a decimal point, a minus before it. Nil when the text is none, or has more than
  /// ``mostDigits`` digits or ``mostDecimals`` decimals that count.
  ///
  /// - Parameter text: The number.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty else { return nil }
    var fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    let digits = whole.drop { $0 == "0" }
    while fraction.last == "0" { fraction.removeLast() }
    guard digits.utf8.count <= FixedDecimal.mostDigits, fraction.utf8.count <= FixedDecimal.mostDecimals else {
      return nil
    }
    let padding = String(repeating: "0", count: FixedDecimal.mostDecimals - fraction.utf8.count)
    var units: Int128 = 0
    for byte in (String(whole) + String(fraction) + padding).utf8 {
      guard (48...57).contains(byte) else { return nil }
      units = units * 10 + Int128(byte - 48)
    }
    self.units = isNegative ? -units : units
  }

  /// The number as it is stored, without zeros that say nothing.
  public var text: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, FixedDecimal.mostDecimals + 1 - digits.utf8.count)) + digits
    var fraction = padded.suffix(FixedDecimal.mostDecimals)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = padded.dropLast(FixedDecimal.mostDecimals)
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number rounded half away from zero.
  ///
  /// - Parameter decimals: How many decimals are kept, 0 to ``mostDecimals``.
  /// - Returns: The number nearest to it.
  public func rounded(to decimals: Int) -> FixedDecimal {
    var step: Int128 = 1
    for _ in 0..<max(0, FixedDecimal.mostDecimals - decimals) { step *= 10 }
    let rest = units.magnitude % step.magnitude
    let whole = units.magnitude - rest + (rest * 2 >= step.magnitude ? step.magnitude : 0)
    return FixedDecimal(units: units < 0 ? -Int128(whole) : Int128(whole))
  }

  /// How many decimals say something.
  public var decimals: Int {
    var (rest, count) = (units.magnitude % FixedDecimal.one.magnitude, FixedDecimal.mostDecimals)
    while count > 0, rest % 10 == 0 { (rest, count) = (rest / 10, count - 1) }
    return count
  }

  /// Nothing.
  public static let zero = FixedDecimal(units: 0)

  /// The sum of two.
  public static func + (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
    FixedDecimal(units: left.units + right.units)
  }

  /// What lies between two.
  public static func - (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
    FixedDecimal(units: left.units - right.units)
  }

  /// Which is less.
  public static func < (left: FixedDecimal, right: FixedDecimal) -> Bool { left.units < right.units }

  /// Whether it is at least a factor times another, whatever their signs.
  func isAtLeast(_ factor: Int, times other: FixedDecimal) -> Bool {
    units.magnitude >= UInt128(factor) * other.units.magnitude
  }

  /// So many per cent of it, without its sign, rounded to three decimals: for reading.
  public func share(percent: Int) -> FixedDecimal {
    FixedDecimal(units: Int128(units.magnitude) * Int128(percent) / 100).rounded(to: 3)
  }

  /// Its place between two others as a share, for drawing only; 0 where both are the same.
  public func place(between low: FixedDecimal, and high: FixedDecimal) -> Double {
    let span = high.units - low.units
    return span == 0 ? 0 : Double(units - low.units) / Double(span)
  }
}
