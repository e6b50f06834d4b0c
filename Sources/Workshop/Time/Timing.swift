/// How the time of a session goes, by the times at which its entries were written. No clock is read here.
public struct Timing: Hashable, Sendable {
  /// The seconds that questions were given otherwise than planned.
  public internal(set) var allotted: [QuestionID: Int] = [:]
  /// The questions whose clock was stopped.
  public internal(set) var stopped: Set<QuestionID> = []
  /// The breaks, in order.
  public internal(set) var breaks: [Break] = []
  /// Whether a bell rings when the time is up.
  public internal(set) var hasBell = false

  /// The milliseconds that were spent before each question, by its place.
  private var spent: [Int]
  /// Until when the time is counted; nil before the first entry and while the session is closed.
  private var counted: Moment?

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

extension Session {
  var occupation: Timing.Occupation {
    if timing.isOnBreak { return .pause }
    guard !hasEnded, let place = position.flatMap({ method.place(of: $0) }) else { return .nothing }
    return .question(place)
  }

  // MARK: What a question has

  /// The seconds that the method gives a question, for a group of this size. 0 is preparation.
  ///
  /// The minutes of a method are for four to eight people; nine and more take a quarter longer.
  public func plannedSeconds(_ question: Question) -> Int {
    let seconds = (question.minutes(in: run) ?? 0) * 60
    return isLargeGroup ? seconds * 5 / 4 : seconds
  }

  /// Whether there are nine people or more in the room.
  public var isLargeGroup: Bool { groupSize > 8 }
  /// How many people are in the room, as far as they are known.
  public var groupSize: Int { participants.filter(\.isInRoom).count }

  /// The seconds that a question has: as planned, or as the room was told.
  public func allottedSeconds(_ question: Question) -> Int {
    timing.allotted[question.id] ?? plannedSeconds(question)
  }

  /// The seconds that were spent before a question until now.
  public func usedSeconds(_ question: Question, now: Moment) -> Int {
    guard let place = method.place(of: question.id) else { return 0 }
    return timing.spent(at: place, until: now, isThere: occupation == .question(place)) / 1000
  }

  /// The seconds that a break has taken until now.
  public func usedSeconds(_ pause: Timing.Break, now: Moment) -> Int {
    timing.spent(on: pause, until: now) / 1000
  }

  // MARK: How it stands

  /// Whether a question is behind the room: it was stood before or passed over, and the room stands elsewhere now.
  public func isBehind(_ question: Question) -> Bool {
    let isHere = question.id == position && !hasEnded
    return !isHere && (visited.contains(question.id) || skipped[question.id] != nil || hasEnded)
  }

  /// The seconds by which some questions take longer than planned, as far as is known now; negative when they take less.
  public func delay(of questions: [Question], now: Moment) -> Int {
    questions.reduce(0) { sum, question in
      let planned = plannedSeconds(question)
      let used = usedSeconds(question, now: now)
      if isBehind(question) { return sum + used - planned }
      let isHere = question.id == position
      return sum + (isHere ? max(used, allottedSeconds(question)) : allottedSeconds(question)) - planned
    }
  }

  /// The seconds by which the room will be late at the end, as far as is known now; negative when it is early.
  public func delay(now: Moment) -> Int {
    delay(of: walk, now: now)
      + timing.breaks.reduce(0) { sum, pause in
        let late = usedSeconds(pause, now: now) - pause.minutes * 60
        return sum + (pause.isOver ? late : max(0, late))
      }
  }

  /// The questions that are still to come, with the one the room stands before.
  public var questionsAhead: [Question] { walk.filter { !isBehind($0) } }

  /// The seconds that those have left.
  public func secondsAhead(now: Moment) -> Int {
    questionsAhead.reduce(0) { $0 + secondsLeft($1, now: now) }
  }

  private func secondsLeft(_ question: Question, now: Moment) -> Int {
    let used = question.id == position ? usedSeconds(question, now: now) : 0
    return max(0, allottedSeconds(question) - used)
  }
}
