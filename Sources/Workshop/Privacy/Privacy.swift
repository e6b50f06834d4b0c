/// What is not recorded, and what is not to be read any more.
public struct Privacy: Hashable, Sendable {
  /// Since when nothing that is said is recorded; nil when everything is.
  var offRecordSince: Moment?
  /// The times the room was off the record.
  public internal(set) var offRecordPeriods: [OffRecordPeriod] = []
  /// Answers whose text was removed for good.
  public internal(set) var redacted: Set<AnswerID> = []
  /// Side items whose text was removed for good.
  var redactedSideItems: Set<SideItemID> = []

  /// Whether nothing that is said is recorded.
  public var isOffRecord: Bool { offRecordSince != nil }
}

/// A time that the room was off the record.
public struct OffRecordPeriod: Hashable, Sendable {
  /// The question the room stood before; nil before the first.
  public var question: QuestionID?
  /// How long it was, in minutes begun.
  public var minutes: Int
}
