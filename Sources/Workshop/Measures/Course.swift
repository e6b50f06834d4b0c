/// The way that a figure shall go, from a baseline to a target by a deadline.
public struct Course: Hashable, Sendable {
  /// The baseline.
  public var from: FixedDecimal
  /// The day of the baseline.
  public var since: Day
  /// The target.
  public var to: FixedDecimal
  /// The deadline.
  public var by: Day
  /// How it goes in between.
  public var kind: Kind
  /// How far beside it is still on track, in per cent of the way, 0 to 100.
  public var tolerance: Int
  /// Which way is better, where the figure shall stay as it is and somebody knows.
  public var better: KPI.Better?

  /// A way made of its parts.
  public init(
    from: FixedDecimal, since: Day, to: FixedDecimal, by: Day, kind: Kind = .straight,
    tolerance: Int = Measuring.usualTolerance, better: KPI.Better? = nil
  ) {
    (self.from, self.since, self.to, self.by) = (from, since, to, by)
    (self.kind, self.tolerance, self.better) = (kind, tolerance, better)
  }

  /// How a figure is expected to go.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The same each day, as planned value grows in earned value management where nothing else is planned.
    case straight
    /// By the end of each quarter of a year as far as the straight line is then, and not further until the next.
    case steps
    /// The values are parts that add up to the target: their sum goes on a straight line from nothing.
    case sum
  }

  /// Which way the figure shall go.
  public enum Direction: Hashable, Sendable {
    /// More is wanted.
    case up
    /// Less is wanted.
    case down
    /// It shall stay as it is.
    case keep
  }

  /// Which way the figure shall go: the target says it, not the name of the figure.
  public var direction: Direction { start == to ? .keep : start < to ? .up : .down }

  /// Where the course begins: with nothing, where the values are parts of the target.
  public var start: FixedDecimal { kind == .sum ? .zero : from }

  /// How many days the whole way takes; none where the deadline does not lie behind the baseline.
  public var days: Int { max(0, by.daysSinceEpoch - since.daysSinceEpoch) }

  /// How many days of the way are done by a day.
  public func daysDone(by day: Day) -> Int {
    let reached: Day =
      switch kind {
      case .straight, .sum: day
      case .steps: day >= by ? day : Course.quarterEnd(notAfter: day)
      }
    return min(max(0, reached.daysSinceEpoch - since.daysSinceEpoch), days)
  }

  /// The last day of a quarter that is not after a day.
  private static func quarterEnd(notAfter day: Day) -> Day {
    let quarter = DayRange(month: day.year * 12 + (day.month - 1) / 3 * 3, count: 3)
    return quarter.last == day ? day : Day(daysSinceEpoch: quarter.first.daysSinceEpoch - 1)
  }

  /// The number that is expected on a day, rounded: for reading and drawing, never for judging.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - decimals: The decimals that are kept.
  /// - Returns: The number.
  public func expected(on day: Day, decimals: Int = FixedDecimal.mostDecimals) -> FixedDecimal {
    guard days > 0 else { return to }
    let units = start.units + (to.units - start.units) * Int128(daysDone(by: day)) / Int128(days)
    return FixedDecimal(units: units).rounded(to: decimals)
  }
}
