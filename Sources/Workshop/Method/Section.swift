/// One section of the draft, as the method declares it: its blocks in order. The headings stand in ``MethodTexts``.
public struct Section: Hashable, Sendable {
  /// Its name, such as `doc.crisis`.
  public var id: SectionID
  /// What it consists of.
  public var blocks: [Block]
  /// What is said while it is shown as a slide.
  public var notes: [Block]
  /// What version 0.1 set in a short draft: methods that still say it are read as they were, and nothing shows it.
  public var shortened: [Block] = []
  /// Choices that make the section pointless: it is left out when one of them was made.
  public var unless: [Choice]

  /// A section of those blocks.
  public init(id: SectionID, blocks: [Block], notes: [Block] = [], unless: [Choice] = []) {
    self.id = id
    self.blocks = blocks
    self.notes = notes
    self.unless = unless
  }

  /// One part of a section and the heading above it.
  public struct Block: Hashable, Sendable {
    /// What it shows.
    public var content: Content
    /// Whether the label of its question stands above it as a heading.
    public var hasHeading: Bool
    /// The sentence of the language file that stands above it in place of that label.
    public var title: SentenceID?
    /// Choices that make it pointless: it is left out when one of them was made.
    public var unless: [Choice]

    /// A block with that content.
    public init(_ content: Content, hasHeading: Bool = true, title: SentenceID? = nil, unless: [Choice] = []) {
      self.content = content
      self.hasHeading = hasHeading
      self.title = title
      self.unless = unless
    }
  }

  /// An option that was chosen under a question.
  public struct Choice: Hashable, Sendable {
    /// The question.
    public var question: QuestionID
    /// The option.
    public var option: OptionID

    /// That option of that question.
    public init(question: QuestionID, option: OptionID) {
      self.question = question
      self.option = option
    }
  }

  /// The small set of things a draft is made of.
  public enum Content: Hashable, Sendable {
    /// A sentence of the language file, its variables filled with answers.
    case sentence(Sentence)
    /// The answers of a question as a list.
    case bullets(Bullets)
    /// All options of a question, those that were chosen ticked.
    case ticks(QuestionID)
    /// The answers of a question as a table.
    case table(Table)
    /// A question of a few fixed rows, or several questions, as fields side by side.
    case cross(Cross)
    /// A grid whose places have two directions, as rows and columns.
    case matrix(QuestionID)
    /// A card per answer: its first cell as the heading, the other cells as terms, and the answers of other questions
    /// that refer to it as bullets.
    case cards(QuestionID, with: [Attachment])
    /// The answers of a question as quotations.
    case quotes(QuestionID, column: ColumnID?)
    /// A drawing of the answers of a question.
    case figure(Figure)
    /// The sums of columns of numbers, and what they were not to exceed.
    case sums([Sum])
    /// Answers and what refers to them, level by level.
    case chain([Attachment], from: QuestionID)
    /// Everything with a date, month by month.
    case timeline([DateSource], next: Int?)
    /// What iterations decided, changed and delivered.
    case iterations(IterationBlock)
    /// What the session itself holds, whatever the method.
    case record(Record)
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

  /// A sentence with its variables.
  public struct Sentence: Hashable, Sendable {
    /// The sentence of the language file.
    public var id: SentenceID
    /// What fills its variables.
    public var variables: [Variable]
    /// Whether it stands in a box of its own.
    public var isBoxed: Bool

    /// That sentence with those variables.
    public init(_ id: SentenceID, of variables: [Variable], isBoxed: Bool = false) {
      self.id = id
      self.variables = variables
      self.isBoxed = isBoxed
    }
  }

  /// A choice among the answers of a question: the best first, and no more than so many.
  public struct Selection: Hashable, Sendable {
    /// The vote that says which are best; they get a star.
    public var voted: QuestionID?
    /// The most that are shown; all when there is none.
    public var most: Int?

    /// The best by that vote, at most so many.
    public init(voted: QuestionID? = nil, most: Int? = nil) {
      self.voted = voted
      self.most = most
    }
  }

  /// A column by which answers are put in order, one without a value in it last.
  public struct Order: Hashable, Sendable {
    /// The column.
    public var column: ColumnID
    /// Whether the most stands first.
    public var isDescending: Bool

    /// The order of that column.
    public init(_ column: ColumnID, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// The answers of a question as a list.
  public struct Bullets: Hashable, Sendable {
    /// Whose answers.
    public var question: QuestionID
    /// The sentence of the language file that sets each, its variables the columns.
    public var sentence: SentenceID?
    /// Whether they are numbered.
    public var isNumbered: Bool
    /// How they are put in order; as they were given when nothing is said.
    public var sortedBy: Order?
    /// Which of them.
    public var selection: Selection

    /// A list of the answers of a question.
    public init(
      _ question: QuestionID, sentence: SentenceID? = nil, isNumbered: Bool = false, sortedBy: Order? = nil,
      selection: Selection = Selection()
    ) {
      self.question = question
      self.sentence = sentence
      self.isNumbered = isNumbered
      self.sortedBy = sortedBy
      self.selection = selection
    }
  }
}

/// The name of a sentence that the language files of a method hold for the draft.
public typealias SentenceID = ID<Section.Content>
