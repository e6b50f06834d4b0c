/// Who leads, who speaks, and how people are there. Those who take part stand among the answers.
public struct People: Hashable, Sendable {
  /// The initials of who says the next answers.
  public internal(set) var speaker: String?
  /// The initials of the facilitator, when one of the participants is.
  public internal(set) var facilitator: String?
  /// What people said when they came and when they left, in order.
  public internal(set) var checkIns: [CheckIn] = []
}

extension Session {
  /// The initials of who says the next answers.
  public var speaker: String? { people.speaker }
}
