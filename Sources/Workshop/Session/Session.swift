/// One workshop as it stands: everything that its events add up to, topic by topic.
///
/// Asking (``decide(_:hearing:with:today:now:)``) and happening (``apply(_:as:at:)``) are apart. A session that is
/// replayed, resumed or typed into is the same session.
public struct Session: Equatable, Sendable {
  /// The method that is walked.
  public let method: Method
  /// What the session is called.
  public internal(set) var title = ""
  /// The language of the room.
  public internal(set) var language: LanguageCode
  /// The run that is walked.
  public internal(set) var run: RunID
  /// How those who type number the answers; nothing of it is recorded.
  public var numbering = AnswerNumbering.byPlace
  /// How far the room is.
  public internal(set) var progress = Progress()
  /// What was said to the questions.
  var answers: Answers
  /// What was said beside the questions.
  public internal(set) var sideItems = SideItems()
  /// The votes.
  public internal(set) var votes = Votes()
  /// How the time goes.
  public internal(set) var time: Timing
  /// Who leads, who speaks, and how people are there.
  public internal(set) var people = People()
  /// The groups, and the answers that are the same.
  public internal(set) var groups = Groups()
  /// The passes over the method.
  public internal(set) var iterations = Iterations()
  /// What was measured.
  public internal(set) var measures = Measures()
  /// The letters of phones that became something of the session.
  public internal(set) var takenLetters: Set<LetterID> = []
  /// What the room sees of the window in which is typed.
  public internal(set) var screen = Screen()
  /// What is not recorded, and what is not to be read any more.
  public internal(set) var privacy = Privacy()
  /// Findings that were let stand.
  public internal(set) var accepted: [Finding.Key: Finding.Acceptance] = [:]
  /// What could be taken back, and done again.
  var history = UndoHistory()

  /// A session in which nothing has happened yet.
  public init(method: Method, language: LanguageCode, run: RunID) {
    self.method = method
    self.language = language
    self.run = run
    time = Timing(questions: method.questions.count)
    answers = Answers(questions: method.questions.count)
  }

  /// The same without what could be taken back or done again: entries have other names in every journal, so this is
  /// what two journals of the same workshop have in common.
  public var withoutHistory: Session {
    var session = self
    session.history = UndoHistory()
    return session
  }

  /// The day of the session, once it is known.
  public var date: Day? {
    method.roles.date.flatMap { answers(to: $0).first }.flatMap { Day(iso: $0.cell(at: 0)) }
  }

  /// The questions that the room is asked, in order.
  public var agenda: [Question] { method.questions.filter(asks) }

  /// The questions that the room walks through, in order: the agenda without what is settled by how a session is
  /// started, or for the whole project. Their numbers are what the room reads and types.
  public var walk: [Question] {
    let settled = method.roles.answeredAtStart
    return agenda.filter { !settled.contains($0.id) && !isSettled($0) }
  }
}
