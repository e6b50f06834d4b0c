extension Section {
  /// A table over the answers of one question.
  public struct Table: Hashable, Sendable {
    /// Whose answers are its rows.
    public var question: QuestionID
    /// Its columns; all of the question's when empty.
    public var columns: [ColumnID]
    /// A column of references: the rows are set as one table per answer referred to.
    public var groupedBy: ColumnID?
    /// How the rows are put in order; as they were given when nothing is said.
    public var sortedBy: Order?
    /// Columns of numbers with their sums below.
    public var sums: [ColumnID]
    /// Which rows.
    public var selection: Selection
    /// Whether a first column holds the handles.
    public var hasHandles: Bool

    /// A table of those columns.
    public init(
      question: QuestionID, columns: [ColumnID] = [], groupedBy: ColumnID? = nil, sortedBy: Order? = nil,
      sums: [ColumnID] = [], selection: Selection = Selection(), hasHandles: Bool = true
    ) {
      self.question = question
      self.columns = columns
      self.groupedBy = groupedBy
      self.sortedBy = sortedBy
      self.sums = sums
      self.selection = selection
      self.hasHandles = hasHandles
    }
  }

  /// Fields side by side.
  public struct Cross: Hashable, Sendable {
    /// A grid whose rows are the fields, a table whose series are, or several questions that are a field each.
    public var questions: [QuestionID]
    /// Which items of each field.
    public var selection: Selection

    /// The fields of those questions.
    public init(_ questions: [QuestionID], selection: Selection = Selection()) {
      self.questions = questions
      self.selection = selection
    }
  }

  /// A drawing of the answers of a question.
  public struct Figure: Hashable, Sendable {
    /// What is drawn.
    public var kind: Kind
    /// Whose answers.
    public var question: QuestionID
    /// The columns by what they mean in the drawing, in the order of ``Kind/roles``; nil for one that was left out.
    public var columns: [ColumnID?]
    /// The question in the middle, where the drawing has one.
    public var heart: QuestionID?

    /// A drawing of that kind.
    public init(_ kind: Kind, of question: QuestionID, columns: [ColumnID?], heart: QuestionID? = nil) {
      self.kind = kind
      self.question = question
      self.columns = columns
      self.heart = heart
    }

    /// What can be drawn.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// From where each number comes to where it shall go.
      case bars
      /// Parts of a whole.
      case shares
      /// Likelihood by impact.
      case risks
      /// Cells of a comb with where they stand and where they shall stand.
      case honeycomb
      /// Petals around a heart.
      case flower
      /// The days of the first four weeks.
      case calendar

      /// What its columns mean; those after the needed ones may be left out.
      public var roles: (names: [String], needed: Int) {
        switch self {
        case .bars: (["from", "to", "unit"], 2)
        case .shares: (["share"], 1)
        case .risks: (["likelihood", "impact"], 2)
        case .honeycomb: (["today", "wanted"], 2)
        case .flower: (["aspect", "contact"], 1)
        case .calendar: (["day", "repeat", "under"], 1)
        }
      }
    }
  }

  /// A column of numbers to be added up.
  public struct Sum: Hashable, Sendable {
    /// Whose answers.
    public var question: QuestionID
    /// The column of numbers.
    public var column: ColumnID
    /// The question that says how much it may be at most.
    public var limit: QuestionID?

    /// The sum of that column.
    public init(question: QuestionID, column: ColumnID, limit: QuestionID? = nil) {
      self.question = question
      self.column = column
      self.limit = limit
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

  /// Where a timeline takes its days from.
  public struct DateSource: Hashable, Sendable {
    /// The question.
    public var question: QuestionID
    /// The column of days.
    public var column: ColumnID
    /// The column of last days, where something lasts.
    public var end: ColumnID?

    /// The days in that column.
    public init(question: QuestionID, column: ColumnID, until end: ColumnID? = nil) {
      self.question = question
      self.column = column
      self.end = end
    }
  }

  /// What a session holds besides answers.
  public enum Record: String, Hashable, Sendable, CaseIterable {
    /// Who took part, and how far the room has come.
    case progress
    /// What is still missing.
    case openPoints = "open-points"
    /// What the checks found that is likely to go wrong, or worth a second look.
    case checkReport = "check-report"
    /// How many things are still missing.
    case openCount = "open-count"
    /// What was passed over, and why.
    case skipped
    /// What the room decided.
    case decisions
    /// What somebody promised, with owners and days.
    case tasks
    /// What was parked and still waits.
    case parked
    /// What was to be delivered in this iteration: what was, and what was not.
    case workItems = "work-items"
    /// What was measured, on its way from baseline to target.
    case measuredValues = "measured-values"
  }
}
