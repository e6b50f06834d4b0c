/// Adding up stored numbers, which are texts with a decimal point, exactly.
enum Decimal {
  /// The sum of some stored numbers; empty ones count as nothing.
  ///
  /// - Parameter numbers: The numbers.
  /// - Returns: The sum as it would be stored; nil when one is no number, or the sum is beyond what can be counted.
  static func sum(of numbers: [String]) -> String? {
    let parts = numbers.filter { !$0.isEmpty }.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
    let scale = parts.map { $0.count > 1 ? $0[1].utf8.count : 0 }.max() ?? 0
    var sum = 0
    for part in parts {
      guard let number = scaled(part, to: scale) else { return nil }
      let (added, isTooLarge) = sum.addingReportingOverflow(number)
      guard !isTooLarge else { return nil }
      sum = added
    }
    return text(sum, scale: scale)
  }

  /// What is left of one stored number when another is taken from it.
  static func difference(_ left: String, _ right: String) -> String? {
    sum(of: [left, right.hasPrefix("-") ? String(right.dropFirst()) : "-" + right])
  }

  private static func scaled(_ parts: [Substring], to scale: Int) -> Int? {
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard parts.count <= 2, let whole = parts.first, scale <= 9 else { return nil }
    return Int(whole + fraction + String(repeating: "0", count: scale - fraction.utf8.count))
  }

  private static func text(_ number: Int, scale: Int) -> String {
    let digits = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let sign = number < 0 ? "-" : ""
    guard scale > 0 else { return sign + padded }
    var fraction = padded.suffix(scale)
    while fraction.last == "0" { fraction.removeLast() }
    return sign + padded.dropLast(scale) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
