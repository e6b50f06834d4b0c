/// One workshop as it stands: everything that its events add up to.
///
/// Asking (``decide(_:hearing:today:now:)``) and happening (``apply(_:as:at:)``) are apart. A session that is
/// replayed, resumed or typed into is the same session.
public struct Session: Sendable {
  /// The method that is walked.
  public let method: Method
  /// What the session is called.
  public internal(set) var title = ""
  /// The language of the room.
  public internal(set) var language: LanguageCode
  /// The run that is walked.
  public internal(set) var run: RunID
  /// The question the room stands before; nil before the first.
  public internal(set) var position: QuestionID?
  /// The initials of who says the next answers.
  public internal(set) var speaker: String?
  /// The answer whose cells are asked one by one, and the columns still to come.
  public internal(set) var asking: Asking?
  /// Whether nothing that is said is recorded.
  public var isOffRecord: Bool { offRecordSince != nil }
  /// Since when nothing that is said is recorded; nil when everything is.
  var offRecordSince: Moment?
  /// The times the room was off the record.
  public internal(set) var offRecordPeriods: [OffRecordPeriod] = []
  /// Answers whose text was removed for good.
  public internal(set) var redacted: Set<AnswerID> = []
  /// What was said beside the questions and removed for good.
  var redactedSideItems: Set<SideItemID> = []
  /// Whether the last question is behind the room.
  public internal(set) var hasEnded = false
  /// Whether the facilitator has left.
  public internal(set) var isClosed = false
  /// Questions passed over on purpose, with the reasons.
  public internal(set) var skipped: [QuestionID: String] = [:]
  /// Questions the room has stood before.
  public internal(set) var visited: Set<QuestionID> = []

  /// The initials of the facilitator, when one of the participants is.
  public internal(set) var facilitator: String?
  /// What was said beside the questions, in order.
  public internal(set) var sideItems: [SideItem] = []

  /// The votes, in the order in which they were opened.
  public internal(set) var votes: [VoteRound] = []

  /// What people said when they came and when they left, in order.
  public internal(set) var checkIns: [CheckIn] = []
  /// The groups of each round, in order.
  public internal(set) var groupings: [[[String]]] = []
  /// Answers that say the same as another one, with that one.
  public internal(set) var joined: [Handle: Handle] = [:]
  /// Whether the screen is covered.
  public internal(set) var isBlank = false
  /// Whether the room looks at the window in which is typed.
  public internal(set) var isShared = false
  /// How the time goes.
  public internal(set) var timing: Timing
  /// Findings that were let stand.
  public internal(set) var accepted: [Finding.Key: Finding.Acceptance] = [:]
  /// Answers that hang on one that was changed, until somebody looks at them.
  public internal(set) var toCheckAgain: [AnswerID: Handle] = [:]

  /// The answers, by the place of their question.
  var answersByPlace: [[Answer]]
  /// The highest number given in each series; without a series, in each question.
  var numbers: [String: Int] = [:]
  var undoEntries: [UndoEntry] = []
  var redoEntries: [UndoEntry] = []

  /// A session in which nothing has happened yet.
  public init(method: Method, language: LanguageCode, run: RunID) {
    self.method = method
    self.language = language
    self.run = run
    timing = Timing(questions: method.questions.count)
    answersByPlace = Array(repeating: [], count: method.questions.count)
  }

  /// An answer whose cells are asked one by one.
  public struct Asking: Hashable, Sendable {
    /// The answer.
    public var answer: AnswerID
    /// The columns still to be asked, the next one first; never empty.
    public var columns: [ColumnID]
  }

  /// The answers of a question, in their order.
  public func answers(to question: QuestionID) -> [Answer] {
    method.place(of: question).map { answersByPlace[$0] } ?? []
  }

  /// Whether a question has an answer.
  public func isAnswered(_ question: QuestionID) -> Bool {
    !answers(to: question).isEmpty
  }

  /// The answer of that name.
  public func answer(_ id: AnswerID) -> Answer? {
    let answers = answers(to: id.question)
    // Unless it was moved, it stands at its number or, where some before it are gone, not far in front of that.
    let place = min(max(id.number, 0), answers.count)
    return answers[..<place].last { $0.id == id } ?? answers[place...].first { $0.id == id }
  }

  /// The answer with that handle, whatever the case of its letters.
  public func answer(_ handle: Handle) -> Answer? {
    let text = handle.rawValue
    if let mark = text.firstIndex(of: "#") {
      let question = QuestionID(String(text[..<mark]))
      guard let number = Int(digits: text[text.index(after: mark)...]) else { return nil }
      return answer(AnswerID(question: question, number: number))
    }
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let series = String(text.dropLast(digits)).uppercased()
    guard let number = Int(digits: text.suffix(digits)), let question = method.question(ofSeries: series) else {
      return nil
    }
    return answer(AnswerID(question: question, series: series, number: number))
  }

  /// All answers whose handles belong to one of these series, in the order of the series.
  public func answers(inSeries series: [String]) -> [Answer] {
    series.flatMap { name in
      method.question(ofSeries: name).map { answers(to: $0).filter { $0.id.series == name } } ?? []
    }
  }

  /// The day of the session, once it is known.
  public var date: Day? {
    method.roles.date.flatMap { answers(to: $0).first }.flatMap { Day(iso: $0.cell(at: 0)) }
  }

  /// The questions that the room is asked, in order.
  public var agenda: [Question] { method.questions.filter(asks) }

  /// The questions that the room walks through, in order: the agenda without what is settled by how a session is
  /// started. Their numbers are what the room reads and types.
  public var walk: [Question] {
    let settled = method.roles.answeredAtStart
    return agenda.filter { !settled.contains($0.id) }
  }
}

extension Session: Equatable {
  /// Whether two sessions stand the same, whatever their entries are called, whenever they were written, and whatever
  /// could be undone.
  public static func == (left: Session, right: Session) -> Bool {
    left.method.name == right.method.name && left.title == right.title && left.language == right.language
      && left.run == right.run && left.position == right.position && left.speaker == right.speaker
      && left.asking == right.asking && left.hasEnded == right.hasEnded && left.isClosed == right.isClosed
      && left.isOffRecord == right.isOffRecord && left.offRecordPeriods == right.offRecordPeriods
      && left.redacted == right.redacted && left.redactedSideItems == right.redactedSideItems
      && left.skipped == right.skipped && left.visited == right.visited && left.numbers == right.numbers
      && left.answersByPlace == right.answersByPlace && left.accepted == right.accepted
      && left.toCheckAgain == right.toCheckAgain && left.sideItems == right.sideItems
      && left.facilitator == right.facilitator && left.votes == right.votes
      && left.groupings == right.groupings && left.joined == right.joined
      && left.checkIns == right.checkIns
  }
}
