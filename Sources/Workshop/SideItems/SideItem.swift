/// Something that is said beside the questions: a parked point, a decision, a task, or a note of the facilitator's own.
public struct SideItem: Hashable, Sendable {
  /// Its name.
  public var id: SideItemID
  /// What was said.
  public var text: String
  /// The initials of who promised a task; nil while nobody did.
  public var owner: String?
  /// The day a task is due.
  public var due: Day?
  /// The initials of who said it.
  public var speaker: String?
  /// The question the room stood before.
  public var question: QuestionID?
  /// The measured value that a decision or a task answers to.
  public var about: MeasuredValueID?
  /// The letters of phones that it came of.
  public var letters: [LetterID] = []
  /// What became of it; empty when nothing was said, nil while it is open.
  public var outcome: String?

  /// An open side item.
  public init(
    id: SideItemID, text: String, owner: String? = nil, due: Day? = nil, speaker: String? = nil,
    question: QuestionID? = nil
  ) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
    self.speaker = speaker
    self.question = question
  }

  /// Whether its text was removed for good: there is one otherwise.
  public var isGap: Bool { text.isEmpty }
  /// Whether it is not closed.
  public var isOpen: Bool { outcome == nil }
  /// Whether something is still to become of it.
  public var isWaiting: Bool { isOpen && !isGap }
  /// What the room calls it.
  public var handle: Handle { id.handle }

  /// Its text, or that it was removed.
  public func shown(in language: Language) -> String { isGap ? language.sentence("hiding.removed") : text }

  /// The most characters of one.
  public static let limit = 500

  /// The four kinds.
  public enum Kind: String, CaseIterable, Sendable {
    /// A point for later; it comes back at the end of the stage.
    case parked
    /// Something the room decided.
    case decision
    /// Something somebody promised to do.
    case task
    /// The facilitator's own; never on a shared screen, in a transcript or a draft unless asked for by name.
    case note

    /// The beginning of its handles.
    public var series: String {
      switch self {
      case .parked: "PARK"
      case .decision: "DEC"
      case .task: "TASK"
      case .note: "NOTE"
      }
    }
  }
}

/// The name of a side item: its kind and its number among those. Never reused.
public struct SideItemID: Hashable, Sendable {
  /// The kind.
  public var kind: SideItem.Kind
  /// The number, from 1.
  public var number: Int

  /// The side item of that number.
  public init(_ kind: SideItem.Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// What the room calls it, such as `PARK2`.
  public var handle: Handle { Handle(kind.series + String(number)) }
}
