/// How often something is done: so many times in a period, or when it is called for.
///
/// Stored as `6/week`, `3-4/month` or `on-demand`.
public struct Frequency: Hashable, Sendable {
  /// How many times in each period, at least and at most; nil when it is on demand.
  public var times: ClosedRange<Int>?
  /// The period.
  public var period: Period

  /// The most times that are counted in a period.
  public static let mostTimes = 200

  /// So many times in each period.
  public init(times: ClosedRange<Int>?, period: Period) {
    self.times = times
    self.period = period
  }

  /// What frequencies are counted in.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    case day, week, fortnight, month, quarter, year
    case onDemand = "on-demand"

    /// How many of them four weeks hold; none for what has no rhythm.
    public var inFourWeeks: Double {
      switch self {
      case .day: 28
      case .week: 4
      case .fortnight: 2
      case .month: 12 * 28 / 365.25
      case .quarter: 4 * 28 / 365.25
      case .year: 28 / 365.25
      case .onDemand: 0
      }
    }
  }

  /// A stored frequency.
  public init?(stored text: String) {
    if text == Period.onDemand.rawValue {
      self.init(times: nil, period: .onDemand)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let period = Period(rawValue: String(parts[1])), period != .onDemand,
      let times = Frequency.times(String(parts[0]))
    else { return nil }
    self.init(times: times, period: period)
  }

  /// As it is stored.
  public var stored: String {
    guard let times else { return Period.onDemand.rawValue }
    return "\(Frequency.text(times))/\(period.rawValue)"
  }

  static func text(_ times: ClosedRange<Int>) -> String {
    times.count == 1 ? String(times.lowerBound) : "\(times.lowerBound)-\(times.upperBound)"
  }

  /// `6`, `3-4` or `3–4`; at most ``mostTimes``.
  static func times(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }.map { Int(digits: $0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first >= 1, first <= last,
      last <= mostTimes
    else { return nil }
    return first...last
  }
}

extension Frequency {
  /// So many times in each of such lengths of time.
  ///
  /// - Parameters:
  ///   - times: How many times.
  ///   - span: The length of time, such as three weeks.
  /// - Throws: That no period is that long, with the nearest that can be said.
  init(_ times: ClosedRange<Int>, in span: RecurrenceSpan) throws(RecurrenceFault) {
    func some(_ factor: Int, _ period: Period) throws(RecurrenceFault) -> Frequency {
      guard times.upperBound * factor <= Frequency.mostTimes else { throw .unreadable }
      return Frequency(times: times.lowerBound * factor...times.upperBound * factor, period: period)
    }
    switch (span.unit, span.count) {
    case (.day, 1): self = try some(1, .day)
    case (.day, 7), (.week, 1): self = try some(1, .week)
    case (.day, 14), (.week, 2): self = try some(1, .fortnight)
    case (.month, 1): self = try some(1, .month)
    case (.month, 3): self = try some(1, .quarter)
    case (.month, 12): self = try some(1, .year)
    case (.month, let count) where 12.isMultiple(of: count): self = try some(12 / count, .year)
    case (.day, _), (.week, _), (.month, _): throw Frequency.fault(times, in: span)
    }
  }

  /// What comes nearest: in the shortest period in which it is done at least once, rounded to either side.
  private static func fault(_ times: ClosedRange<Int>, in span: RecurrenceSpan) -> RecurrenceFault {
    let lengths: [(Period, Double)] = [
      (.week, 7), (.fortnight, 14), (.month, 365.25 / 12), (.quarter, 365.25 / 4), (.year, 365.25),
    ]
    for (period, days) in lengths {
      let low = Int((Double(times.lowerBound) * days / span.days).rounded(.down))
      let high = Int((Double(times.upperBound) * days / span.days).rounded(.up))
      if low >= 1, high <= mostTimes { return .notStored(nearest: Frequency(times: low...high, period: period)) }
    }
    return .unreadable
  }
}
