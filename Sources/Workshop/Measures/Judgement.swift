/// How a figure stands, and what that follows from.
public struct Judgement: Hashable, Sendable {
  /// How it stands.
  public var state: MeasureState
  /// The value it is judged by: the one of the latest day; nil while there is none.
  public var value: MeasuredValue?
  /// What is compared with the course: the number of the value, or the sum of all where the parts add up.
  public var reached: FixedDecimal?
  /// The way it shall go; nil while somebody has not said all of it.
  public var course: Course?
  /// Why nothing can be said, or that it is too early.
  public var reason: Reason?

  /// Why a figure is not judged.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Nothing was measured.
    case nothingMeasured = "nothing-measured"
    /// Baseline, target or deadline is open, or no number that can be reckoned with.
    case noCourse = "no-course"
    /// The deadline is not after the day of the baseline.
    case noTime = "no-time"
    /// Days of the period are missing from the value.
    case incomplete
    /// The next value should have been there by now.
    case old
    /// What is counted is another thing since, and nothing was measured after that.
    case startsAnew = "starts-anew"
    /// Less than one rhythm has gone by since the baseline.
    case tooEarly = "too-early"
  }
}

/// How a figure stands against its course.
public enum MeasureState: String, Hashable, Sendable, CaseIterable {
  /// The target is reached.
  case reached
  /// Further than expected, by more than the tolerance.
  case ahead
  /// As far as expected, within the tolerance.
  case onTrack = "on-track"
  /// Not as far as expected, by more than the tolerance.
  case behind
  /// The deadline is over, and the target is not reached.
  case missed
  /// Measured before anything can be expected.
  case tooEarly = "too-early"
  /// Nothing can be said.
  case cannotSay = "cannot-say"

  /// Whether something is to be corrected.
  public var callsForCorrection: Bool { self == .behind || self == .missed }
}

extension Course {
  /// How a number of a day stands, all comparisons made exactly, by products of whole numbers.
  ///
  /// The rules, in this order:
  /// 1. The target or beyond it is *reached*, on whatever day. What shall stay as it is is reached at the deadline only.
  /// 2. At or after the deadline, all else is *missed*.
  /// 3. Within one rhythm of the baseline it is *too early*: nothing that is measured by the month can show a month's work
  ///    before the month is over.
  /// 4. Expected is what the course has on that day. Within the tolerance of it the figure is *on track*, else *ahead* or
  ///    *behind*. The tolerance is a share of the whole way, the same all the time, as PRINCE2 has it for cost and time:
  ///    permitted deviation before somebody must decide.
  ///
  /// What shall stay as it is may lie within the tolerance of the target, in per cent of it; beyond it, it is *ahead* where
  /// that way is known to be better, else *behind*.
  ///
  /// - Parameters:
  ///   - number: What is reached.
  ///   - day: The day it is of.
  ///   - rhythm: How often it is measured; nil for nobody knows.
  /// - Returns: The state.
  public func state(of number: FixedDecimal, on day: Day, rhythm: Rhythm? = nil) -> MeasureState {
    let sign: Int128
    switch direction {
    case .keep: return kept(number, on: day, rhythm)
    case .up: sign = 1
    case .down: sign = -1
    }
    if (number.units - to.units) * sign >= 0 { return .reached }
    if day >= by { return .missed }
    if isTooEarly(day, rhythm) { return .tooEarly }
    let (days, done) = (Int128(self.days), Int128(daysDone(by: day)))
    let way = to.units - start.units
    let beyond = (number.units * days - (start.units * days + way * done)) * sign * 100
    let permitted = way * sign * days * Int128(tolerance)
    return beyond > permitted ? .ahead : beyond < -permitted ? .behind : .onTrack
  }

  private func kept(_ number: FixedDecimal, on day: Day, _ rhythm: Rhythm?) -> MeasureState {
    let beside = (number.units - to.units) * 100
    let permitted = Int128(to.units.magnitude) * Int128(tolerance)
    let isWithin = (-permitted...permitted).contains(beside)
    let isBetter = !isWithin && (better == .up && beside > 0 || better == .down && beside < 0)
    if day >= by { return isWithin || isBetter ? .reached : .missed }
    if isTooEarly(day, rhythm) { return .tooEarly }
    return isWithin ? .onTrack : isBetter ? .ahead : .behind
  }

  private func isTooEarly(_ day: Day, _ rhythm: Rhythm?) -> Bool {
    rhythm.map { day < $0.day(after: since) } ?? (day <= since)
  }
}

extension Session {
  /// How an answer stands.
  ///
  /// - Parameters:
  ///   - answer: What is measured.
  ///   - today: The day on which it is looked at; a value is too old one rhythm after it. Nil where a document is made
  ///     that shall be the same whenever it is: then it is judged by the day of its last value.
  /// - Returns: The judgement.
  public func judgement(of answer: Answer, on today: Day?) -> Judgement {
    let values = measures.counting(of: answer.id)
    var judgement = Judgement(state: .cannotSay, value: values.last, course: course(of: answer))
    guard let value = values.last else { return judgement.because(.nothingMeasured) }
    guard let course = judgement.course else { return judgement.because(.noCourse) }
    guard course.days > 0 else { return judgement.because(.noTime) }
    guard !value.startsAnew else { return judgement.because(.startsAnew) }
    let parts = course.kind == .sum ? values.filter { $0.day > course.since && !$0.startsAnew } : [value]
    guard !parts.contains(where: \.finding.isIncomplete) else { return judgement.because(.incomplete) }
    let numbers = parts.compactMap(\.decimal)
    guard numbers.count == parts.count else { return judgement.because(.noCourse) }
    let reached = numbers.reduce(.zero, +)
    judgement.reached = reached
    let rhythm = rhythm(of: answer)
    if let today, let rhythm, value.day < course.by, today > rhythm.day(after: value.day) {
      return judgement.because(.old)
    }
    judgement.state = course.state(of: reached, on: value.day, rhythm: rhythm)
    if judgement.state == .tooEarly { judgement.reason = .tooEarly }
    return judgement
  }
}

extension Judgement {
  fileprivate func because(_ reason: Reason) -> Judgement {
    var judgement = self
    judgement.reason = reason
    return judgement
  }
}
