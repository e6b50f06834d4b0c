/// A whole workshop as data: what is asked, in which order, in which run, and what the draft makes of it.
///
/// It holds no words of any language; those stand in ``MethodTexts``. Nothing of it changes, so that everybody can hold
/// the same one.
public final class Method: Equatable, Sendable {
  /// The method's name, such as `social-media-plan`.
  public let name: String
  /// The version of its content. A journal keeps it, so that a later reader knows what was asked.
  public let version: String
  /// The languages it has words in.
  public let languages: [LanguageCode]
  /// The ways of walking it, shortest first.
  public let runs: [Run]
  /// Its stages in the order of the walk.
  public let stages: [Stage]
  /// Lists of options that several questions share.
  public let lists: [OptionList]
  /// Questions with a meaning of their own to the program.
  public let roles: Roles
  /// The draft, section by section.
  public let sections: [Section]
  /// Documents that are made of some of the sections; the first is the draft itself.
  public let documents: [DraftDocument]
  /// The questions whose answers are tables that people take into a spreadsheet.
  public let sheets: [QuestionID]
  /// The catalogue of measures, in the order in which they are offered.
  public let kpis: [KPI]
  /// What is checked, what matters most first.
  public let checks: [Check]
  /// What is measured; nil where nothing is.
  public let measuring: Measuring?
  /// The chain that holds a plan together, link by link from the end that everything serves.
  public let chain: [ChainLink]

  private let places: [QuestionID: Int]
  private let series: [String: QuestionID]
  /// The series that some column or grid refers to.
  let seriesReferredTo: Set<String>
  /// All questions in the order of the walk.
  public let questions: [Question]

  /// Whether two are the same method in the same version.
  public static func == (left: Method, right: Method) -> Bool {
    left === right || (left.name == right.name && left.version == right.version)
  }

  /// Puts a method together.
  public init(
    name: String, version: String, languages: [LanguageCode], runs: [Run], stages: [Stage], lists: [OptionList],
    roles: Roles, sections: [Section], documents: [DraftDocument] = [], sheets: [QuestionID] = [], kpis: [KPI] = [],
    checks: [Check] = [], measuring: Measuring? = nil, chain: [ChainLink] = []
  ) {
    self.name = name
    self.version = version
    self.languages = languages
    self.runs = runs
    self.stages = stages
    self.lists = lists
    self.roles = roles
    self.sections = sections
    self.documents = documents
    self.sheets = sheets
    self.kpis = kpis
    self.checks = checks
    self.measuring = measuring
    self.chain = chain
    questions = stages.flatMap { $0.steps.flatMap(\.questions) }
    seriesReferredTo = Set(questions.flatMap(\.seriesReferredTo))
    places = Dictionary(zip(questions.map(\.id), questions.indices)) { first, _ in first }
    series = Dictionary(questions.flatMap { question in question.handles.series.map { ($0, question.id) } }) {
      first, _ in first
    }
  }

  /// The same method with the parts that are read by what its questions are called.
  public func with(kpis: [KPI], checks: [Check], chain: [ChainLink]) -> Method {
    Method(
      name: name, version: version, languages: languages, runs: runs, stages: stages, lists: lists, roles: roles,
      sections: sections, documents: documents, sheets: sheets, kpis: kpis, checks: checks, measuring: measuring,
      chain: chain)
  }

  /// The place of a question in ``questions``, or nil when the method has no such question.
  public func place(of id: QuestionID) -> Int? {
    places[id]
  }

  /// The question of that name.
  public func question(_ id: QuestionID) -> Question? {
    places[id].map { questions[$0] }
  }

  /// The columns of a question; none when there is no such question.
  public func columns(of id: QuestionID) -> [Column] {
    places[id].map { questions[$0].columns } ?? []
  }

  /// The question whose answers have handles of that series: `OBJ` gives the objectives.
  public func question(ofSeries name: String) -> QuestionID? {
    series[name]
  }

  /// The run of that name.
  public func run(_ id: RunID) -> Run? {
    runs.first { $0.id == id }
  }

  /// The option of a shared list that such a word means besides its label.
  func option(of list: ListID, alsoCalled word: String) -> OptionID? {
    guard let list = lists.first(where: { $0.id == list }), !list.words.isEmpty else { return nil }
    return list.options.first { list.words[$0]?.contains(word) == true }
  }

  /// The options of a shared list; none when the method has no such list.
  public func options(of list: ListID) -> [OptionID] {
    lists.first { $0.id == list }?.options ?? []
  }

  /// The stage and step a question stands in.
  public func location(of id: QuestionID) -> (stage: Stage, step: Step)? {
    for stage in stages {
      for step in stage.steps where step.questions.contains(where: { $0.id == id }) { return (stage, step) }
    }
    return nil
  }

  /// The questions that a run asks, in order.
  public func questions(in run: RunID) -> [Question] {
    questions.filter { $0.isAsked(in: run) }
  }
}

/// How much of a method is walked.
public struct Run: Hashable, Sendable {
  /// Its name, such as `core`.
  public var id: RunID
  /// How long it takes, where it is one sitting.
  public var minutes: Int?

  /// A run of that name and length.
  public init(id: RunID, minutes: Int?) {
    self.id = id
    self.minutes = minutes
  }
}

/// The first level of a method.
public struct Stage: Hashable, Sendable {
  /// Its name.
  public var id: StageID
  /// Its steps in order.
  public var steps: [Step]
  /// Whether a session cannot be ready without it.
  public var isCore: Bool

  /// A stage with its steps.
  public init(id: StageID, steps: [Step], isCore: Bool = false) {
    self.id = id
    self.steps = steps
    self.isCore = isCore
  }
}

/// The second level of a method.
public struct Step: Hashable, Sendable {
  /// Its name.
  public var id: StepID
  /// Its questions in order.
  public var questions: [Question]

  /// A step with its questions.
  public init(id: StepID, questions: [Question]) {
    self.id = id
    self.questions = questions
  }
}

/// A link of the chain: rows that serve what one of their columns refers to.
public struct ChainLink: Hashable, Sendable {
  /// The question whose answers serve.
  public var question: QuestionID
  /// The column that refers to what they serve.
  public var through: ColumnID
  /// The columns that are shown beside them.
  public var shows: [ColumnID]

  /// Answers that serve what that column refers to.
  public init(question: QuestionID, through: ColumnID, shows: [ColumnID] = []) {
    self.question = question
    self.through = through
    self.shows = shows
  }
}

/// A list of options that several questions share, such as the networks.
public struct OptionList: Hashable, Sendable {
  /// Its name.
  public var id: ListID
  /// Its options in the order in which they are offered.
  public var options: [OptionID]
  /// Other words for them that are understood in every language, in small letters: `fb`.
  public var words: [OptionID: [String]]

  /// A list of that name.
  public init(id: ListID, options: [OptionID], words: [OptionID: [String]] = [:]) {
    self.id = id
    self.options = options
    self.words = words
  }
}

/// What the subject of an ``OptionID`` is: one of the things that can be chosen.
public enum Choice {}

/// What the subject of a ``PresetID`` is: an answer that is offered for changing.
public enum Preset {}

/// The questions whose answers mean something to the program itself. Each may be missing.
public struct Roles: Hashable, Sendable {
  /// Whose strategy this is; stands on the cover.
  public var organisation: QuestionID?
  /// The day of the session; dates without a year are read from it.
  public var date: QuestionID?
  /// The run; answering it changes the run.
  public var run: QuestionID?
  /// The language; answering it changes the language of the room.
  public var language: QuestionID?
  /// Who takes part: the first column holds the initials, the second the name.
  public var participants: QuestionID?
  /// Where the kind of iteration stands that the room is in.
  public var iteration: AnswerPath?
  /// What the room wants; the measures that fit it are offered first.
  public var purpose: QuestionID?
  /// The table of measures: a measure of the catalogue fills its further columns.
  public var kpi: QuestionID?
  /// What is to be delivered in an iteration; what is not done comes over to the next one.
  public var workItems: QuestionID?

  /// No question has a role.
  public init() {}

  /// The questions that are answered by how a session is started, and need not be asked again.
  public var answeredAtStart: [QuestionID] { [date, run, language].compactMap(\.self) }
}
