/// How far a room is in its walk through the questions.
public struct Progress: Hashable, Sendable {
  /// The question the room stands before; nil before the first.
  public internal(set) var position: QuestionID?
  /// The answer whose cells are asked one by one, and the columns still to come.
  public internal(set) var asking: Session.Asking?
  /// Whether the open cells of all rows are asked, row by row.
  public internal(set) var walksGaps = false
  /// Whether the last question is behind the room.
  public internal(set) var hasEnded = false
  /// Whether the facilitator has left.
  public internal(set) var isClosed = false
  /// Questions the room has stood before.
  public internal(set) var visited: Set<QuestionID> = []
  /// Questions passed over on purpose, with the reasons.
  public internal(set) var skipped: [QuestionID: String] = [:]

  mutating func enter(_ question: QuestionID) {
    position = question
    visited.insert(question)
    asking = nil
    walksGaps = false
    hasEnded = false
  }

  mutating func end() {
    hasEnded = true
    asking = nil
    walksGaps = false
  }

  mutating func redact(by redactions: Redactions) { skipped = skipped.mapValues(redactions.text) }
}

extension Session {
  /// An answer whose cells are asked one by one.
  public struct Asking: Hashable, Sendable {
    /// The answer.
    public var answer: AnswerID
    /// The columns still to be asked, the next one first; never empty.
    public var columns: [ColumnID]
  }

  /// The question the room stands before; nil before the first.
  public var position: QuestionID? { progress.position }
  /// The answer whose cells are asked one by one, and the columns still to come.
  public var asking: Asking? { progress.asking }
  /// Whether the last question is behind the room.
  public var hasEnded: Bool { progress.hasEnded }
  /// Questions passed over on purpose, with the reasons.
  public var skipped: [QuestionID: String] { progress.skipped }
}
