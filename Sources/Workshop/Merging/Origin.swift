/// Where an answer comes from that another session gave: a group whose session was united with others.
public struct Origin: Hashable, Sendable {
  /// The session, by its name for ever.
  public var session: String
  /// What that session is called.
  public var title: String
  /// When it began, in milliseconds since 1 January 1970: the first session keeps its numbers.
  public var created: Int
  /// What the answer is called there.
  public var answer: AnswerID
  /// The initials of a participant there, when somebody else has the same.
  public var initials: String?

  /// An origin made of its parts.
  public init(session: String, title: String, created: Int, answer: AnswerID, initials: String? = nil) {
    self.session = session
    self.title = title
    self.created = created
    self.answer = answer
    self.initials = initials
  }
}
