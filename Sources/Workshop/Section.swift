/// One section of the draft, as the method declares it: its blocks in order. The headings stand in ``MethodTexts``.
public struct Section: Hashable, Sendable {
  /// Its name, such as `doc.crisis`.
  public var id: SectionID
  /// What it consists of.
  public var blocks: [Block]

  /// A section of those blocks.
  public init(id: SectionID, blocks: [Block]) {
    self.id = id
    self.blocks = blocks
  }

  /// One part of a section and the heading above it.
  public struct Block: Hashable, Sendable {
    /// What it shows.
    public var content: Content
    /// Whether the label of its question stands above it as a heading.
    public var hasHeading: Bool

    /// A block with that content.
    public init(_ content: Content, hasHeading: Bool = true) {
      self.content = content
      self.hasHeading = hasHeading
    }
  }

  /// The small set of things a draft is made of.
  public enum Content: Hashable, Sendable {
    /// A sentence of the language file, its variables filled with answers.
    case sentence(SentenceID, of: [Variable])
    /// The answers of a question as bullets; each set by a sentence of the language file, when one is named.
    case bullets(QuestionID, sentence: SentenceID?)
    /// The answers of a question as a table.
    case table(Table)
    /// A grid of four rows as a cross of two by two.
    case cross(QuestionID)
    /// A card per answer: its first cell as the heading, the other cells as terms, and the answers of other questions
    /// that refer to it as bullets.
    case cards(QuestionID, with: [Attachment])
    /// The answers of a question as quotations.
    case quotes(QuestionID, column: ColumnID?)
    /// Answers and what refers to them, level by level.
    case chain([Attachment], from: QuestionID)
    /// Everything with a date, in order of date.
    case timeline([DateSource])
    /// What is still missing.
    case openPoints
    /// What was passed over, and why.
    case skipped
  }

  /// A variable of a sentence and the question that fills it.
  public struct Variable: Hashable, Sendable {
    /// The name between the braces.
    public var name: String
    /// Whose answers fill it.
    public var question: QuestionID

    /// A variable filled by that question.
    public init(name: String, question: QuestionID) {
      self.name = name
      self.question = question
    }
  }

  /// A table over the answers of one question.
  public struct Table: Hashable, Sendable {
    /// Whose answers are its rows.
    public var question: QuestionID
    /// Its columns; all of the question's when empty.
    public var columns: [ColumnID]
    /// A column of references: the rows are set as one table per answer referred to.
    public var groupedBy: ColumnID?
    /// A column of days: the rows are sorted by it.
    public var sortedBy: ColumnID?

    /// A table of those columns.
    public init(question: QuestionID, columns: [ColumnID] = [], groupedBy: ColumnID? = nil, sortedBy: ColumnID? = nil) {
      self.question = question
      self.columns = columns
      self.groupedBy = groupedBy
      self.sortedBy = sortedBy
    }
  }

  /// A question whose answers refer to those of another.
  public struct Attachment: Hashable, Sendable {
    /// The question.
    public var question: QuestionID
    /// The column that refers.
    public var through: ColumnID

    /// The answers of a question, attached by that column.
    public init(question: QuestionID, through column: ColumnID) {
      self.question = question
      through = column
    }
  }

  /// Where a timeline takes a date from.
  public struct DateSource: Hashable, Sendable {
    /// The question.
    public var question: QuestionID
    /// The column of days.
    public var column: ColumnID

    /// The days in that column.
    public init(question: QuestionID, column: ColumnID) {
      self.question = question
      self.column = column
    }
  }
}

/// The name of a sentence that the language files of a method hold for the draft.
public typealias SentenceID = ID<Section.Content>
