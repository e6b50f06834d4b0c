/// How the time of a session goes, by the times at which its entries were written. No clock is read here.
public struct Timing: Hashable, Sendable {
  /// The seconds that questions were given otherwise than planned.
  public internal(set) var allotted: [QuestionID: Int] = [:]
  /// The questions whose clock was stopped.
  public internal(set) var stopped: Set<QuestionID> = []
  /// The breaks, in order.
  public internal(set) var breaks: [Break] = []
  /// The plan that was made last for what was left; nil while the method's holds.
  public internal(set) var schedule: Schedule?
  /// Whether a bell rings when the time is up.
  public internal(set) var hasBell = false

  /// The milliseconds that were spent before each question, by its place.
  private var spent: [Int]
  /// Until when the time is counted; nil before the first entry and while the session is closed.
  private var counted: Moment?

  /// A plan for what is left of a workshop, from the moment it is made.
  public struct Schedule: Hashable, Sendable {
    /// The seconds that each question should take in all: what was used where it is behind the room, else what it is given.
    public var seconds: [QuestionID: Int]
    /// The questions that were given time.
    public var questions: Set<QuestionID>
    /// How many breaks were over when it was made.
    public var breaks: Int
  }

  /// A break of the room.
  public struct Break: Hashable, Sendable {
    /// The question before which it began.
    public var question: QuestionID?
    /// The minutes it should take.
    public var minutes: Int
    /// When it began.
    public var began: Moment
    /// The milliseconds it has taken so far.
    public internal(set) var spent = 0
    /// Whether the room is back.
    public internal(set) var isOver = false

    /// When it should be over.
    public var end: Moment {
      Moment(millisecondsSince1970: began.millisecondsSince1970 + Int64(minutes) * 60_000)
    }
  }

  /// What the time is spent on.
  enum Occupation: Hashable, Sendable {
    case question(Int)
    case pause
    case nothing
  }

  /// Nothing has happened yet.
  init(questions: Int) { spent = Array(repeating: 0, count: questions) }

  /// After a silence as long as this, a session that is opened again was not going on meanwhile, even if nobody closed it.
  static let longestSilence = 30 * 60 * 1000

  /// Whether the room has a break.
  public var isOnBreak: Bool { breaks.last?.isOver == false }

  /// Counts the time until a moment for what the room was busy with.
  mutating func count(until moment: Moment, _ occupation: Occupation, isResumed: Bool) {
    defer { counted = moment }
    let passed = milliseconds(since: counted, until: moment)
    guard !isResumed || passed <= Timing.longestSilence else { return }
    switch occupation {
    case .question(let place): spent[place] += passed
    case .pause: if let last = breaks.indices.last { breaks[last].spent += passed }
    case .nothing: break
    }
  }

  /// A new iteration has all of its time.
  mutating func beginAnew() {
    (allotted, stopped) = ([:], [])
    spent = Array(repeating: 0, count: spent.count)
  }

  /// The time of an earlier iteration that goes on after all.
  mutating func goOn(as earlier: Timing) {
    let now = counted
    self = earlier
    counted = now
  }

  /// Time stands still until the next entry.
  mutating func rest() { counted = nil }

  /// A clock that was set back has not moved.
  private func milliseconds(since begin: Moment?, until end: Moment) -> Int {
    begin.map { max(0, Int(end.millisecondsSince1970 - $0.millisecondsSince1970)) } ?? 0
  }

  /// The milliseconds spent before a question, with those until now when the room still stands there.
  func spent(at place: Int, until now: Moment, isThere: Bool) -> Int {
    spent[place] + (isThere ? milliseconds(since: counted, until: now) : 0)
  }

  /// The milliseconds that a break has taken until now.
  func spent(on pause: Break, until now: Moment) -> Int {
    pause.spent + (pause.isOver ? 0 : milliseconds(since: counted, until: now))
  }
}
