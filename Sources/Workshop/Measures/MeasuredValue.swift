/// What a figure came to on a day or in a period.
public struct MeasuredValue: Hashable, Sendable {
  /// Its name.
  public var id: MeasuredValueID
  /// The answer that says what is measured, and where it shall go.
  public var kpi: AnswerID
  /// What was found.
  public var finding: MeasuredFinding
  /// Whether what is counted is another thing from here on: the value is the new baseline.
  public var startsAnew = false
  /// The initials of who said it.
  public var speaker: String?

  /// A value made of its parts.
  public init(
    id: MeasuredValueID, kpi: AnswerID, finding: MeasuredFinding, startsAnew: Bool = false, speaker: String? = nil
  ) {
    (self.id, self.kpi, self.finding, self.startsAnew, self.speaker) = (id, kpi, finding, startsAnew, speaker)
  }

  /// What the room calls it.
  public var handle: Handle { id.handle }
  /// Whether it was removed for good: there is a number otherwise.
  public var isGap: Bool { finding.number.isEmpty }
  /// The number; nil for a gap.
  public var decimal: FixedDecimal? { FixedDecimal(finding.number) }
  /// The day it is of: the last of its period.
  public var day: Day { finding.period.last }
}

/// A number with its days, and what is said of it.
public struct MeasuredFinding: Hashable, Sendable {
  /// The number as it is stored, with a decimal point.
  public var number: String
  /// The days it is of.
  public var period: DayRange
  /// What somebody said of it; may be empty.
  public var remark: String
  /// Where it was taken from, such as the file and the column; empty where it was typed.
  public var source: String
  /// Whether days of the period are missing from it.
  public var isIncomplete: Bool

  /// A number with its days.
  public init(
    number: String, period: DayRange, remark: String = "", source: String = "", isIncomplete: Bool = false
  ) {
    (self.number, self.period, self.remark, self.source, self.isIncomplete) = (
      number, period, remark, source, isIncomplete
    )
  }

  /// The most characters of a remark and of a source.
  public static let limit = 500
}

/// The name of a measured value: its number among those of a session. Never reused.
public struct MeasuredValueID: Hashable, Sendable {
  /// The number, from 1.
  public var number: Int

  /// The value of that number.
  public init(_ number: Int) { self.number = number }

  /// The beginning of their handles.
  public static let series = "VAL"
  /// What the room calls it, such as `VAL2`.
  public var handle: Handle { Handle(MeasuredValueID.series + String(number)) }
}
