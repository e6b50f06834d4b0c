import Workshop

/// A point in time, to the millisecond.
public struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since the beginning of 1970, in UTC.
  public var millisecondsSince1970: Int64

  /// A moment so many milliseconds after the beginning of 1970.
  public init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = millisecondsSince1970
  }

  /// A moment as ISO 8601 writes it in UTC: `2026-02-10T08:03:12.010Z`; the fraction, and the seconds, may be left out.
  public init?(iso text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(iso: halves[0]), halves[1].hasSuffix("Z") else { return nil }
    let parts = halves[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Moment.number(parts[0], 2, below: 24),
      let minute = Moment.number(parts[1], 2, below: 60)
    else { return nil }
    var milliseconds = 0
    if parts.count == 3 {
      let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = seconds.first.flatMap({ Moment.number($0, 2, below: 60) }), seconds.count <= 2 else {
        return nil
      }
      milliseconds = whole * 1000
      if seconds.count == 2 {
        guard let fraction = Moment.number(seconds[1], 3, below: 1000) else { return nil }
        milliseconds += fraction
      }
    }
    self.init(
      millisecondsSince1970: Int64(day.daysSinceEpoch) * 86_400_000
        + Int64((hour * 60 + minute) * 60_000 + milliseconds))
  }

  /// The moment as ISO 8601 writes it in UTC, with milliseconds.
  public var iso: String {
    let day = millisecondsSince1970.quotientAndRemainder(dividingBy: 86_400_000)
    let before = day.remainder < 0
    let rest = Int(day.remainder) + (before ? 86_400_000 : 0)
    let date = Day(daysSinceEpoch: Int(day.quotient) - (before ? 1 : 0))
    let time = [(rest / 3_600_000, 2), (rest / 60_000 % 60, 2), (rest / 1000 % 60, 2)].map(Moment.padded)
    return "\(date)T\(time.joined(separator: ":")).\(Moment.padded(rest % 1000, 3))Z"
  }

  /// Whether one moment comes before another.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }

  private static func number(_ text: some StringProtocol, _ digits: Int, below limit: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      number < limit
    else { return nil }
    return number
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
