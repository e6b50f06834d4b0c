/// One thing that the room is asked. Nothing of it changes.
public final class Question: Sendable {
  /// Its name; never changes once a method is published.
  public let id: QuestionID
  /// What kind of answer it takes.
  public let kind: Kind
  /// The runs that ask it, with the minutes each gives it.
  public let timeboxes: [Timebox]
  /// The runs in which it must be answered.
  public let required: [RunID]
  /// The fewest and the most answers. The fewest counts only once there is an answer at all; a required question
  /// with a least of 0 must be visited.
  public let count: ClosedRange<Int>
  /// A lower most for some runs.
  public let mostInRun: [Limit]
  /// How its answers get their handles.
  public let handles: Handles
  /// What the room's answers decide about asking it.
  public let conditions: Conditions
  /// What follows from the cells of its rows.
  public let computation: Computation?
  /// Answers that are offered for changing, in order.
  public let presets: [PresetID]
  /// What a new iteration does to its answers; nil where the method leaves that to what is usual.
  public let renewal: Renewal?

  /// The columns of an answer, whatever the kind.
  public let columns: [Column]

  /// A question of that kind, asked in those runs.
  public init(
    id: QuestionID, kind: Kind, timeboxes: [Timebox], required: [RunID] = [], count: ClosedRange<Int>,
    mostInRun: [Limit] = [], handles: Handles = .numbered, conditions: Conditions = Conditions(),
    computation: Computation? = nil, presets: [PresetID] = [], renewal: Renewal? = nil
  ) {
    self.id = id
    self.kind = kind
    self.timeboxes = timeboxes
    self.required = required
    self.count = count
    self.mostInRun = mostInRun
    self.handles = handles
    self.conditions = conditions
    self.computation = computation
    self.presets = presets
    self.renewal = renewal
    columns = kind.columns
  }

  /// The minutes one run gives a question. 0 is preparation, outside workshop time.
  public struct Timebox: Hashable, Sendable {
    /// The run.
    public var run: RunID
    /// Whole minutes.
    public var minutes: Int

    /// So many minutes in that run.
    public init(run: RunID, minutes: Int) {
      self.run = run
      self.minutes = minutes
    }
  }

  /// The most answers that one run takes.
  public struct Limit: Hashable, Sendable {
    /// The run.
    public var run: RunID
    /// The most answers.
    public var most: Int

    /// At most so many answers in that run.
    public init(run: RunID, most: Int) {
      self.run = run
      self.most = most
    }
  }

  /// The nine kinds of question.
  public enum Kind: Hashable, Sendable {
    /// One text.
    case line(Column)
    /// Several texts, one per line.
    case list(Column)
    /// One of the options.
    case single(Column)
    /// Several of the options; each chosen one is an answer.
    case multi(Column)
    /// A number.
    case number(Column)
    /// A day.
    case date(Column)
    /// Rows with typed columns.
    case table([Column])
    /// Cells under fixed rows.
    case grid(Grid)
    /// Choosing among the answers of other questions.
    case vote(Vote)

    /// The columns of an answer: everything but a table, a grid or a vote has just one.
    public var columns: [Column] {
      switch self {
      case .line(let column), .list(let column), .single(let column), .multi(let column), .number(let column),
        .date(let column):
        [column]
      case .table(let columns): columns
      case .grid(let grid): grid.columns
      case .vote(let vote): vote.columns
      }
    }
  }

  /// Whether a run asks this question.
  public func isAsked(in run: RunID) -> Bool {
    timeboxes.contains { $0.run == run }
  }

  /// The minutes a run gives this question.
  public func minutes(in run: RunID) -> Int? {
    timeboxes.first { $0.run == run }?.minutes
  }

  /// The most answers in a run.
  public func most(in run: RunID) -> Int {
    mostInRun.first { $0.run == run }?.most ?? count.upperBound
  }

  /// The places of the columns that a run asks for.
  public func askedColumns(in run: RunID) -> [Int] {
    columns.indices.filter { columns[$0].isAsked(in: run) }
  }

  /// The series that its columns and rows refer to.
  var seriesReferredTo: [String] {
    var series = columns.flatMap { column -> [String] in
      switch column.type {
      case .reference(let names), .references(let names): names
      case _: []
      }
    }
    if case .grid(let grid) = kind {
      for case .answers(let names)? in [grid.rows, grid.across] { series += names }
    }
    return series
  }

  /// Whether a new line replaces the one answer there is.
  public var holdsOne: Bool { count.upperBound == 1 }
}

extension Question: Hashable {
  /// Whether it is the same question of the same method.
  public static func == (left: Question, right: Question) -> Bool { left === right }

  /// Hashes which question it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A question with fixed rows: SWOT, environment factors, customer goal × business goal.
public struct Grid: Hashable, Sendable {
  /// Where the rows come from.
  public var rows: Axis
  /// Where the second direction comes from, when there is one.
  public var across: Axis?
  /// What stands in a cell.
  public var columns: [Column]
  /// How many answers one place takes. More than one makes each item an answer of its own (SWOT).
  public var perPlace: Int

  /// A grid with these rows.
  public init(rows: Axis, across: Axis? = nil, columns: [Column], perPlace: Int = 1) {
    self.rows = rows
    self.across = across
    self.columns = columns
    self.perPlace = perPlace
  }

  /// One direction of a grid.
  public enum Axis: Hashable, Sendable {
    /// Rows that the method names.
    case fixed([OptionID])
    /// A row per option of a shared list.
    case list(ListID)
    /// A row per answer with a handle of one of these series.
    case answers([String])
  }
}

/// A question that is answered by voting.
public struct Vote: Hashable, Sendable {
  /// The series of the answers that are voted on; none when the room names what it votes on, or gives one score.
  public var among: [String]
  /// What a vote is.
  public var ballot: Ballot
  /// What is voted on, the votes it got, and a comment.
  public var columns: [Column]

  /// A vote among answers of these series.
  public init(among: [String], ballot: Ballot) {
    self.among = among
    self.ballot = ballot
    let item: CellType = among.isEmpty ? .text(limit: CellType.defaultLimit) : .reference(among)
    let votes: CellType =
      switch ballot {
      case .dots: .number(.whole)
      case .score(let range): .number(.between(range))
      case .choice: .number(.whole)
      }
    columns = [
      Column(id: "item", type: item, isRequired: ballot.namesItems),
      Column(id: "votes", type: votes, isRequired: ballot != .choice),
      Column(id: "comment", type: .text(limit: CellType.defaultLimit)),
    ]
  }

  /// What one vote is worth.
  public enum Ballot: Hashable, Sendable {
    /// Dots, counted.
    case dots
    /// A mean on a scale, such as 1–5, for one thing (`item: false`) or per item.
    case score(ClosedRange<Int>)
    /// Only the choice itself.
    case choice

    var namesItems: Bool {
      switch self {
      case .dots, .choice: true
      case .score: false
      }
    }
  }
}

/// How the answers of a question get their handles.
public enum Handles: Hashable, Sendable {
  /// `post.people.needs#2`: the question's name and a number.
  case numbered
  /// `OBJ1`: one series for the question.
  case series(String)
  /// `S1`, `W1`: a series per fixed row of a grid, in the order of the rows.
  case perRow([String])
  /// `SO1`, `WT1`: the series is the option chosen in the first column.
  case perOption([String])

  /// All series this scheme can give.
  public var series: [String] {
    switch self {
    case .numbered: []
    case .series(let name): [name]
    case .perRow(let names), .perOption(let names): names
    }
  }
}
