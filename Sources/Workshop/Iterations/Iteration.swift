/// A pass over the method: what it is about, and since when.
public struct Iteration: Hashable, Sendable {
  /// Its kind, such as `focus`.
  public var kind: OptionID
  /// The function, or the part of one, that it is about; empty where it is about the whole.
  public var focus: String
  /// What it is to achieve; may be empty.
  public var aim: String
  /// The day on which it begins; nil where nobody said.
  public var begins: Day?
  /// The answer that plans it, where the method asks for a plan.
  public var plan: Handle?

  /// An iteration of that kind.
  public init(kind: OptionID, focus: String = "", aim: String = "", begins: Day? = nil, plan: Handle? = nil) {
    self.kind = kind
    self.focus = focus
    self.aim = aim
    self.begins = begins
    self.plan = plan
  }

  /// The kind that lays the ground.
  public static let foundationKind: OptionID = "foundation"
  /// The kind that takes one function, or a part of one; it needs a focus.
  public static let focusKind: OptionID = "focus"
  /// The kind that is about the work of functions together.
  public static let cooperationKind: OptionID = "cooperation"
}

/// The iterations of a project.
public struct Iterations: Hashable, Sendable {
  /// Those that somebody began: the second one is the first of them. The first begins with the session.
  public internal(set) var begun: [Iteration] = []
  /// What was left of each when the next began, in order.
  var past: [Past] = []
  /// The day on which the present one was closed; nil while it goes on.
  public internal(set) var closed: Day?

  /// The number of the present one, from 1.
  public var number: Int { begun.count + 1 }

  /// A session as an iteration left it.
  struct Past: Hashable, Sendable {
    var answers: Answers
    var progress: Progress
    var sideItems: SideItems
    var votes: Votes
    var accepted: [Finding.Key: Finding.Acceptance]
    var closed: Day?
  }
}

extension Session {
  /// The present iteration.
  public var presentIteration: Iteration { iteration(iterations.number) ?? firstIteration }

  /// The iteration of that number; nil when there is none.
  public func iteration(_ number: Int) -> Iteration? {
    if number == 1 { return firstIteration }
    return iterations.begun.indices.contains(number - 2) ? iterations.begun[number - 2] : nil
  }

  /// The day on which an iteration was closed; nil for one that goes on.
  public func closing(of number: Int) -> Day? {
    iterations.past.indices.contains(number - 1) ? iterations.past[number - 1].closed : iterations.closed
  }

  /// The first one began with the session. What it is about, the plan says where there is one.
  private var firstIteration: Iteration {
    let first = inFirstIteration
    var iteration = Iteration(kind: first.chosenIterationKind ?? Iteration.foundationKind, begins: first.date)
    guard let plan = method.iterationPlan,
      let handle = method.roles.iteration.flatMap({ first.answers(to: $0.question).first })?.cell(at: 0),
      let answer = first.answer(Handle(handle)), answer.id.question == plan.question.id
    else { return iteration }
    iteration.focus = plan.focus.map(answer.cell(at:)) ?? ""
    iteration.aim = plan.aim.map(answer.cell(at:)) ?? ""
    iteration.plan = answer.handle
    return iteration
  }

  private var inFirstIteration: Session { iterations.past.isEmpty ? self : asOf(iteration: 1) ?? self }

  /// The session as an iteration left it; as it is for the present one.
  ///
  /// - Parameter number: The number of the iteration, from 1.
  /// - Returns: The session; nil when there is no such iteration.
  public func asOf(iteration number: Int) -> Session? {
    if number == iterations.number { return self }
    guard iterations.past.indices.contains(number - 1) else { return nil }
    let past = iterations.past[number - 1]
    var session = self
    (session.answers, session.progress) = (past.answers, past.progress)
    (session.sideItems, session.votes, session.accepted) = (past.sideItems, past.votes, past.accepted)
    session.iterations.begun = Array(iterations.begun.prefix(number - 1))
    session.iterations.past = Array(iterations.past.prefix(number - 1))
    session.iterations.closed = past.closed
    return session
  }

  /// Whether there is more than one sitting to tell of: an iteration was closed, or work items were agreed for it.
  public var isProject: Bool { iterations.number > 1 || iterations.closed != nil || !workItems.isEmpty }

  // MARK: Answers

  /// The iteration in which an answer arose.
  public func iteration(of answer: Answer) -> Int { min(answer.arose ?? 1, iterations.number) }

  /// The iteration in which an answer was last given, revised or confirmed.
  public func confirmation(of answer: Answer) -> Int { answer.confirmed ?? answer.arose ?? 1 }

  /// Whether an answer stands from an earlier iteration, and nobody has confirmed it in this one.
  public func isCarried(_ answer: Answer) -> Bool {
    iterations.number > 1 && confirmation(of: answer) < iterations.number
      && !privacy.redacted.contains(answer.id)
      && method.question(answer.id.question).map { renewal(of: $0) == .carried } == true
  }

  /// The answers to a question that are carried and wait to be confirmed.
  public func carried(at question: QuestionID) -> [Answer] {
    iterations.number > 1 ? answers(to: question).filter(isCarried) : []
  }

  /// The function, or the part of one, that an answer belongs to: what the iteration in which it arose is about.
  public func focus(of answer: Answer) -> String? {
    iteration(iteration(of: answer)).flatMap { $0.kind == Iteration.focusKind && !$0.focus.isEmpty ? $0.focus : nil }
  }

  /// Whether a question is answered for the whole project: it was before this iteration began, and still is.
  public func isSettled(_ question: Question) -> Bool {
    guard let last = iterations.past.last, renewal(of: question) == .shared,
      let place = method.place(of: question.id)
    else { return false }
    return !last.answers.byPlace[place].isEmpty && isAnswered(question.id)
  }

  // MARK: Work items

  /// What is to be delivered in the present iteration.
  public var workItems: [Answer] { method.roles.workItems.map(answers(to:)) ?? [] }

  // MARK: What is open

  /// What of the present iteration is open.
  public struct OpenWork: Hashable, Sendable {
    /// Questions that must be answered and are not.
    public var questions = 0
    /// Answers that are carried and were not confirmed.
    public var answers = 0
    /// Work items that are not done.
    public var workItems = 0

    /// So much is open.
    public init(questions: Int = 0, answers: Int = 0, workItems: Int = 0) {
      (self.questions, self.answers, self.workItems) = (questions, answers, workItems)
    }

    /// Whether nothing is.
    public var isNone: Bool { self == OpenWork() }
  }

  /// What of the present iteration is open.
  public var openWork: OpenWork {
    let walk = walk
    return OpenWork(
      questions: walk.count { requires($0) && !isAnswered($0.id) && skipped[$0.id] == nil && $0.count.lowerBound > 0 },
      answers: walk.reduce(0) { $0 + carried(at: $1.id).count }, workItems: workItems.count { $0.outcome == nil })
  }
}
