/// A check of the method: rules that find what is missing or does not fit together.
public struct Check: Hashable, Sendable {
  /// Its name.
  public var id: CheckID
  /// Its rules, in order.
  public var rules: [Rule]

  /// A check with those rules.
  public init(id: CheckID, rules: [Rule]) {
    self.id = id
    self.rules = rules
  }

  /// The check that every method has: what a run requires is there.
  public static let required = Check(
    id: "question-unanswered",
    rules: [Rule(kind: .required, subject: nil, message: "question-unanswered", severity: .error)])
}

/// One rule of a check: a kind of rule, and what it is applied to. Which of the operands count depends on the kind.
public struct Rule: Hashable, Sendable {
  /// What kind of rule it is.
  public var kind: Kind
  /// The question it looks at, and the column where the kind names one; no question when it looks at all.
  public var subject: AnswerPath?
  /// The sentence it says.
  public var message: MessageID
  /// How grave what it finds is.
  public var severity: Finding.Severity
  /// How grave it is in some runs.
  public var severityInRun: [RunID: Finding.Severity] = [:]
  /// The question to go to; the subject when it is nil.
  public var mend: QuestionID?
  /// The columns of the subject that it looks at.
  public var columns: [ColumnID] = []
  /// The other places it looks at.
  public var paths: [AnswerPath] = []
  /// What a value is compared with.
  public var limit: Limit?
  /// Options.
  public var options: [OptionID] = []
  /// Words, in lower case.
  public var words: [String] = []
  /// What fits what.
  public var fitting: [OptionID: [OptionID]] = [:]
  /// The least and the most, a tolerance, days and the like, by name.
  public var numbers: [String: Int] = [:]
  /// A most of its own for some runs.
  public var mostInRun: [RunID: Int] = [:]
  /// What must hold for the rule to be applied.
  public var conditions: [RuleCondition] = []
  /// Which rows of the subject it looks at.
  public var filters: [Filter] = []
  /// Which rows of the other place it looks at.
  public var otherFilters: [Filter] = []
  /// Whether it is turned round: all columns instead of one, the absence of a word instead of its presence.
  public var isTurned = false

  /// A rule of that kind.
  public init(kind: Kind, subject: AnswerPath?, message: MessageID, severity: Finding.Severity) {
    self.kind = kind
    self.subject = subject
    self.message = message
    self.severity = severity
  }

  /// What a value is compared with.
  public enum Limit: Hashable, Sendable {
    /// The day of the session.
    case session
    /// Another column of the same row.
    case column(ColumnID)
    /// A column of the row that a column refers to.
    case referred(through: ColumnID, ColumnID)
  }

  /// Which rows count.
  public enum Filter: Hashable, Sendable {
    /// Those with one of these values in a column.
    case having(ColumnID, [String])
    /// Those without any of these values in a column.
    case lacking(ColumnID, [String])
    /// Those with a day before that of the session.
    case past(ColumnID)
    /// The one that won a vote, or the first when nobody voted.
    case winner(of: QuestionID)
    /// The first one that refers, through a column, to what won a vote.
    case firstOfWinner(through: ColumnID, of: QuestionID)
    /// Those in these rows of a grid.
    case rows([String])
  }

  /// The kinds of rule there are.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A required question has no answer, too few, or answers with gaps.
    case required
    /// A question has no answer.
    case unanswered
    /// A row lacks some of the columns; turned, it lacks all of them.
    case gap
    /// A row is referred to from none of the places.
    case unreferenced
    /// A row is referred to more often than the most.
    case crowded
    /// A question has more answers than the most, or fewer than the least.
    case count
    /// A cell holds fewer values than the least.
    case few
    /// A question has fewer answers than another, or than a series got votes.
    case fewer
    /// A number differs from how many answers another question has.
    case differs
    /// A column holds one of the options.
    case holds = "is"
    /// No row has the option.
    case lacks
    /// A column holds one of the words; turned, no row does.
    case words
    /// A column holds something that looks like a telephone number.
    case phone
    /// A column holds no digit.
    case digitless
    /// Two columns hold the same.
    case same
    /// The first column is less than the second.
    case less
    /// The first column is more than so many times the second.
    case ratio
    /// A column is outside the least and the most.
    case outside
    /// A measure's target lies on the worse side of its baseline.
    case wrongWay = "wrong-way"
    /// A column comes after its limit.
    case late
    /// A column comes before its limit.
    case soon
    /// A column does not fall from row to row.
    case notFalling = "not-falling"
    /// The first row is slower than the quickest of the other place.
    case slower
    /// The periods of two rows overlap.
    case overlap
    /// A row does not fit any of the chosen options.
    case unfit
    /// Its conditions hold, which contradict each other.
    case when
    /// A column holds what the row it refers to does not name.
    case notIn = "not-in"
    /// A chosen option is named by no row of the other place.
    case uncovered
    /// A question is answered before those it builds on.
    case early
    /// A vote is open though there is something to choose from.
    case undecided
    /// A sum is too much, too little, or too far from another.
    case sum
    /// What rows say differs from the sum of the lines that belong to them.
    case sumPer = "sum-per"
    /// More hours are needed than agreed.
    case workload
    /// The calendar holds less or more than what was promised.
    case calendar
    /// The calendar holds nothing for longer than the most days.
    case silent
    /// A row's scales multiply to the least or more, and nothing covers it.
    case risk
    /// One value stands in more rows than the most.
    case piled
    /// A fixed row of a grid is empty.
    case emptyRow = "empty-row"
    /// The same text stands in two rows of a grid.
    case duplicate
    /// The first row is not of that option.
    case firstIs = "first-is"
    /// The last row is not of that option.
    case lastIs = "last-is"
    /// The draft is longer than the most, and only the long form is wanted.
    case long
    /// Two answers share the last place that goes on.
    case tie
    /// Fewer voted than take part.
    case turnout
    /// A cell names somebody who does not take part.
    case strangers
    /// A cell holds nothing but a placeholder.
    case placeholders
  }
}

/// What must hold for a rule to be applied.
public struct RuleCondition: Hashable, Sendable {
  /// Where to look.
  public var path: AnswerPath
  /// What must be found there.
  public var test: Test

  /// Holds when the test does at that path.
  public init(path: AnswerPath, test: Test) {
    self.path = path
    self.test = test
  }

  /// What must be found.
  public enum Test: Hashable, Sendable {
    /// One of the values is this option.
    case holds(OptionID)
    /// There are values, and none of them is this option.
    case lacks(OptionID)
    /// There are values, and all of them are this option.
    case only(OptionID)
    /// The first number is at least so much.
    case atLeast(Int)
    /// The first number is at most so much.
    case atMost(Int)
    /// The first number is more than that.
    case above(Int)
    /// The first number is less than that.
    case below(Int)
    /// There is any value.
    case answered
  }
}

extension RuleCondition.Test {
  /// Whether it holds where these values stand, empty cells left out.
  func holds(for values: [String]) -> Bool {
    let number = values.first.flatMap(Double.init)
    switch self {
    case .holds(let option): return values.contains(option.rawValue)
    case .lacks(let option): return !values.isEmpty && !values.contains(option.rawValue)
    case .only(let option): return !values.isEmpty && values.allSatisfy { $0 == option.rawValue }
    case .atLeast(let limit): return number.map { $0 >= Double(limit) } == true
    case .atMost(let limit): return number.map { $0 <= Double(limit) } == true
    case .above(let limit): return number.map { $0 > Double(limit) } == true
    case .below(let limit): return number.map { $0 < Double(limit) } == true
    case .answered: return !values.isEmpty
    }
  }
}
