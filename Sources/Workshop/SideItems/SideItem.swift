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
  /// What became of it; empty when nothing was said, nil while it is open.
  public var outcome: String?

  /// An open aside.
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

    /// What its numbers are counted as; no question gives a series of that name.
    var numbering: String { series + " aside" }
  }
}

/// The name of an aside: its kind and its number among those. Never reused.
public struct SideItemID: Hashable, Sendable {
  /// The kind.
  public var kind: SideItem.Kind
  /// The number, from 1.
  public var number: Int

  /// The aside of that number.
  public init(_ kind: SideItem.Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// What the room calls it, such as `PARK2`.
  public var handle: Handle { Handle(kind.series + String(number)) }
}

extension Session {
  /// The asides of a kind, in the order in which they were said.
  public func sideItems(_ kind: SideItem.Kind) -> [SideItem] {
    sideItems.filter { $0.id.kind == kind }
  }

  /// The aside of that name.
  public func sideItem(_ id: SideItemID) -> SideItem? {
    sideItems.last { $0.id == id }
  }

  /// The aside with a handle, whatever the case of its letters; an answer of that handle goes before it.
  public func sideItem(called typed: String) -> SideItem? {
    let wanted = typed.trimmed.uppercased()
    guard answer(Handle(typed.trimmed)) == nil else { return nil }
    return sideItems.last { $0.handle.rawValue == wanted }
  }

  /// What a typed aside makes happen.
  func note(_ kind: SideItem.Kind, _ typed: String, _ parser: CellParser) throws(Refusal) -> [Event] {
    let (speaker, said) = attributed(typed)
    let words = try words(of: said, kind, parser)
    let sideItem = SideItem(
      id: SideItemID(kind, (numbers[kind.numbering] ?? 0) + 1), text: words.text, owner: words.owner,
      due: words.due, speaker: speaker ?? self.speaker, question: hasEnded ? nil : position)
    return [.room(.sideItemNoted(sideItem))]
  }

  func revise(_ sideItem: SideItem, _ typed: String, _ parser: CellParser) throws(Refusal) -> [Event] {
    let words = try words(of: typed, sideItem.id.kind, parser)
    return [
      .room(
        .sideItemRevised(
          sideItem.id, text: words.text, owner: words.owner ?? sideItem.owner, due: words.due ?? sideItem.due))
    ]
  }

  func close(_ typed: String, outcome: String) throws(Refusal) -> [Event] {
    guard let sideItem = sideItem(called: typed) else {
      throw .room(.unknownSideItem(typed, open: sideItems.filter(\.isWaiting).map(\.handle)))
    }
    guard !sideItem.isGap else { throw .redacted(sideItem.handle) }
    guard sideItem.isOpen else { throw .room(.closedAlready(sideItem.handle)) }
    try checkLength(outcome)
    return [.room(.sideItemClosed(sideItem.id, outcome: outcome))]
  }

  /// `TEXT @KH 2026-03-01`: the text, who promised it and until when. Only a task has an owner and a day.
  private func words(
    of typed: String, _ kind: SideItem.Kind, _ parser: CellParser
  ) throws(Refusal) -> (text: String, owner: String?, due: Day?) {
    guard kind == .task else {
      try checkLength(typed)
      return (typed, nil, nil)
    }
    var words = typed.split(whereSeparator: \.isWhitespace)[...]
    var owner: String?
    var due: Day?
    if let mark = words.lastIndex(where: { $0.hasPrefix("@") && $0.count > 1 }) {
      let name = String(words[mark].dropFirst())
      owner = try known(name).initials
      let behind = words[(mark + 1)...]
      due = try day(behind.joined(separator: " "), parser)
      words = words[..<mark]
    } else if let last = words.last, last.first?.isNumber == true, last.contains(where: { "-./".contains($0) }),
      let day = try? day(String(last), parser)
    {
      due = day
      words = words.dropLast()
    }
    let text = words.last.map { typed[..<$0.endIndex].trimmed } ?? ""
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .missingArgument(.task) }
    try checkLength(text)
    return (text, owner, due)
  }

  private func day(_ typed: String, _ parser: CellParser) throws(Refusal) -> Day? {
    guard !typed.isEmpty else { return nil }
    guard let day = parser.localization.language.days.day(from: typed, today: parser.today) else {
      throw .room(.notADay(typed))
    }
    return day
  }

  func checkLength(_ text: String) throws(Refusal) {
    guard text.count <= SideItem.limit else { throw .room(.textTooLong(length: text.count, limit: SideItem.limit)) }
  }
}
