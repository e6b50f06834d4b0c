public import Workshop

/// A document made from a session, once, before any format: every writer reads this and nothing else.
public struct Document: Hashable, Sendable {
  /// The title on the cover.
  public var title: String
  /// The language it is written in.
  public var language: LanguageCode
  /// Its parts in order; the first is the cover.
  public var parts: [Part]

  /// A document made of parts.
  public init(title: String, language: LanguageCode, parts: [Part]) {
    self.title = title
    self.language = language
    self.parts = parts
  }

  /// One section.
  public struct Part: Hashable, Sendable {
    /// The section of the method it was made from.
    public var id: SectionID
    /// Its heading; none on the cover.
    public var title: String?
    /// A line that says how far it has come; none where nothing is asked.
    public var status: String?
    /// What it consists of.
    public var blocks: [Block]

    /// A section with its blocks.
    public init(id: SectionID, title: String?, status: String?, blocks: [Block]) {
      self.id = id
      self.title = title
      self.status = status
      self.blocks = blocks
    }
  }

  /// One thing that a writer knows how to set.
  public enum Block: Hashable, Sendable {
    /// A heading below that of the part.
    case heading(Text)
    /// A sentence or several.
    case paragraph(Text)
    /// A list.
    case bullets([Text])
    /// A table; every row has as many cells as there are headers.
    case table(headers: [String], rows: [[Text]])
    /// Four fields, two by two.
    case cross([Field])
    /// Cards.
    case cards([Card])
    /// Quotations, each with what it belongs to.
    case quotes([Quote])
    /// Lines under lines.
    case tree([Branch])
  }

  /// A piece of text and the answers it came from.
  public struct Text: Hashable, Sendable {
    /// The text as it is read.
    public var text: String
    /// The handles of the answers it came from.
    public var sources: [Handle]
    /// Whether it says that something is missing.
    public var isGap: Bool

    /// A text from those answers.
    public init(_ text: String, from sources: [Handle] = [], isGap: Bool = false) {
      self.text = text
      self.sources = sources
      self.isGap = isGap
    }
  }

  /// One field of a cross.
  public struct Field: Hashable, Sendable {
    /// Its heading.
    public var title: String
    /// What stands in it.
    public var items: [Text]
  }

  /// A heading, terms with what they say, and lists.
  public struct Card: Hashable, Sendable {
    /// What the card is about.
    public var title: Text
    /// Labels and texts.
    public var terms: [(label: String, text: Text)]
    /// Headed lists below the terms.
    public var lists: [Field]

    /// Whether two cards say the same.
    public static func == (left: Card, right: Card) -> Bool {
      left.title == right.title && left.lists == right.lists
        && left.terms.elementsEqual(right.terms) { $0.label == $1.label && $0.text == $1.text }
    }

    /// Feeds what the card says into a hasher.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(title)
      hasher.combine(lists)
      for term in terms { hasher.combine(term.text) }
    }
  }

  /// Words to be used as they are.
  public struct Quote: Hashable, Sendable {
    /// The words.
    public var text: Text
    /// What they are for, where and by whom.
    public var attribution: String
  }

  /// A line and the lines that hang on it.
  public struct Branch: Hashable, Sendable {
    /// The line.
    public var text: Text
    /// What hangs on it.
    public var branches: [Branch]
  }
}
