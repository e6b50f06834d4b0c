public import Workshop

/// A document made from a session, once, before any format: every writer reads this and nothing else.
public struct Document: Hashable, Sendable {
  /// Which of the method's documents it is; nil for the whole draft.
  public var id: DocumentID?
  /// What it is for.
  public var form: DraftDocument.Form
  /// The title on the cover.
  public var title: String
  /// The language it is written in.
  public var language: LanguageCode
  /// The words that a writer sets by itself.
  public var words: Words
  /// Its parts in order; the first is the cover.
  public var parts: [Part]
  /// What is new since the day or entry it is compared with, by the handles of the answers.
  public var changes: [Handle: Change]

  /// How an answer differs from what it was.
  public enum Change: Hashable, Sendable {
    /// It was not there.
    case added
    /// It said something else.
    case revised
  }

  /// The words that a writer sets by itself.
  public struct Words: Hashable, Sendable {
    /// The heading above the table of contents.
    public var contents: String
    /// Before a text that is new.
    public var added: String
    /// Before a text that says something else than it did.
    public var revised: String
    /// The seven days of the week, Monday first, short.
    public var weekdays: [String]
    /// The twelve months, as short as they stand over a road map.
    public var months: [String]
    /// What a part is called that is decided, proposed, or open.
    public var states: [State: String]
  }

  /// How far something has come.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The room has decided it.
    case decided
    /// It is filled in, and nobody has decided it.
    case proposed
    /// Something is missing.
    case open
    /// Everything that was asked was passed over on purpose.
    case skipped
  }

  /// One section.
  public struct Part: Hashable, Sendable {
    /// The section of the method it was made from.
    public var id: SectionID
    /// Its heading; none on the cover.
    public var title: String?
    /// How far it has come; nil where nothing is asked.
    public var state: State?
    /// The state as a line to be read.
    public var status: String?
    /// What it consists of.
    public var blocks: [Block]
    /// What is said while it is shown as a slide.
    public var notes: [Text] = []
    /// Whether it belongs to the annex.
    public var isAnnex = false
  }

  /// A piece of text and the answers it came from.
  public struct Text: Hashable, Sendable {
    /// The text as it is read.
    public var text: String
    /// The handles of the answers it came from.
    public var sources: [Handle]
    /// The answer that the text names, where it stands elsewhere in the document.
    public var target: Handle?
    /// Whether it says that something is missing.
    public var isGap: Bool
    /// Whether it says that something was passed over on purpose, which is no gap.
    public var isSkipped = false

    /// A text from those answers.
    public init(_ text: String, from sources: [Handle] = [], to target: Handle? = nil, isGap: Bool = false) {
      self.text = text
      self.sources = sources
      self.target = target
      self.isGap = isGap
    }

    /// The text without where it came from: in a row, the first cell speaks for all.
    var bare: Text { Text(text, to: target, isGap: isGap) }
  }

  /// Whether a list of its parts stands at its beginning: where it is read from the beginning, and has several.
  var hasContents: Bool {
    switch form {
    case .report: parts.count > 3
    case .working: id == nil && parts.count > 3
    case .onePage, .slides: false
    }
  }

  /// A text as marked by what has changed since the document it is compared with.
  public func change(of text: Text) -> Change? {
    guard !changes.isEmpty else { return nil }
    let found = text.sources.compactMap { changes[$0] }
    return found.contains(.added) ? .added : found.first
  }
}
