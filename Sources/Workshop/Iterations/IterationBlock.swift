extension Section {
  /// What the iterations of a project decided and changed, as a part of the draft.
  public struct IterationBlock: Hashable, Sendable {
    /// Which of them.
    public var span: Span
    /// The questions whose answers it tells of.
    public var questions: [QuestionID]

    /// A block about those questions.
    public init(_ span: Span, of questions: [QuestionID]) {
      self.span = span
      self.questions = questions
    }

    /// Which iterations a block tells of.
    public enum Span: String, CaseIterable, Hashable, Sendable {
      /// What the present one decided and changed: new, changed from and to, ended.
      case changes
      /// All so far, one after the other.
      case iterations
      /// A chapter for each function that an iteration took, with what arose in it and still stands.
      case focuses
    }
  }
}
