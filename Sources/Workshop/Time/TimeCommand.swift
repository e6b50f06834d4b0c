/// What is asked for about the time.
public enum TimeCommand: Hashable, Sendable {
  /// So many minutes from now for this question.
  case set(Int)
  /// So many minutes more.
  case extend(Int)
  /// No clock for this question.
  case stop
  /// A bell when the time is up, or none.
  case bell(Bool)
  /// A break of so many minutes.
  case pause(Int)
  /// What is left over the questions that are left: so many minutes, or what there is until the planned end.
  case plan(Int?)
}

/// Why something about the time is turned down.
public enum TimeRefusal: Hashable, Sendable {
  /// The room is early by so many seconds.
  case notLate(seconds: Int)
  /// Too few seconds are left for so many questions.
  case noTimeLeft(questions: Int, seconds: Int)
}

extension Session {
  func decide(_ command: TimeCommand, now: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .set(let minutes): [.time(.set(try here(), minutes: minutes))]
    case .extend(let minutes): [.time(.extended(try here(), minutes: minutes))]
    case .stop: [.time(.stopped(try here()))]
    case .bell(let rings): [.time(.bell(rings))]
    case .pause(let minutes): [.time(.breakBegun(minutes: minutes))]
    case .plan(let minutes): try spread(minutes, now: now)
    }
  }

  private func here() throws(Refusal) -> QuestionID {
    guard let position, !hasEnded else { throw .atEnd }
    return position
  }

  /// The least that a question gets when time is spread, in seconds.
  public static let leastTimebox = 30

  /// The time that is left, over the questions that are left, in proportion to what they were planned to take.
  private func spread(_ minutes: Int?, now: Moment) throws(Refusal) -> [Event] {
    // So many minutes are for all that is open; the planned end is for what is still to come.
    let questions = (minutes == nil ? questionsAhead : questionsOpen).filter { plannedSeconds($0) > 0 }
    guard !questions.isEmpty, !hasEnded else { throw .atEnd }
    let late = delay(now: now)
    guard minutes != nil || late >= 60 else { throw .time(.notLate(seconds: -late)) }
    let left = minutes.map { $0 * 60 } ?? secondsAhead(now: now) - late
    guard left >= questions.count * Session.leastTimebox else {
      throw .time(.noTimeLeft(questions: questions.count, seconds: left))
    }
    let used = questions.map { usedSeconds($0, now: now) }
    let wanted = zip(questions, used).map { max(Session.leastTimebox, plannedSeconds($0) - $1) }
    let shares = Session.shares(of: left, wanted: wanted)
    let seconds = zip(shares, used).map { $0 + $1 }
    return [.time(.spread(questions.map(\.id), seconds: seconds))]
  }

  /// Parts of a whole in proportion to what is wanted, none of them too short for a question, together the whole.
  static func shares(of whole: Int, wanted: [Int]) -> [Int] {
    let free = whole - wanted.count * leastTimebox
    let total = max(1, wanted.reduce(0) { $0 + $1 - leastTimebox })
    var left = free
    return wanted.enumerated().map { place, want in
      let isLast = place == wanted.count - 1
      let share = isLast && wanted.contains { $0 > leastTimebox } ? left : free * (want - leastTimebox) / total
      left -= share
      return leastTimebox + max(0, share)
    }
  }
}
