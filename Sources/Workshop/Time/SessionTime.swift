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

/// What happens to the time.
public enum TimeEvent: Hashable, Sendable {
  /// A question has so many minutes from that moment on.
  case set(QuestionID, minutes: Int)
  /// A question has so many minutes more.
  case extended(QuestionID, minutes: Int)
  /// A question has no clock.
  case stopped(QuestionID)
  /// Questions have so many seconds each.
  case spread([QuestionID], seconds: [Int])
  /// A bell rings when the time is up, or does not.
  case bell(Bool)
  /// A break began.
  case breakBegun(minutes: Int)
  /// The room is back.
  case breakEnded
  /// A session was opened again.
  case resumed
}

extension Session {
  func decide(_ command: TimeCommand, now: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .set(let minutes): [.room(.time(.set(try here(), minutes: minutes)))]
    case .extend(let minutes): [.room(.time(.extended(try here(), minutes: minutes)))]
    case .stop: [.room(.time(.stopped(try here())))]
    case .bell(let rings): [.room(.time(.bell(rings)))]
    case .pause(let minutes): [.room(.time(.breakBegun(minutes: minutes)))]
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
    let questions = questionsAhead.filter { plannedSeconds($0) > 0 }
    guard !questions.isEmpty, !hasEnded else { throw .atEnd }
    let late = delay(now: now)
    guard minutes != nil || late >= 60 else { throw .room(.notLate(seconds: -late)) }
    let left = minutes.map { $0 * 60 } ?? secondsAhead(now: now) - late
    guard left >= questions.count * Session.leastTimebox else {
      throw .room(.noTimeLeft(questions: questions.count, seconds: left))
    }
    let used = questions.map { $0.id == position ? usedSeconds($0, now: now) : 0 }
    let wanted = zip(questions, used).map { max(Session.leastTimebox, plannedSeconds($0) - $1) }
    let shares = Session.shares(of: left, wanted: wanted)
    let seconds = zip(shares, used).map { $0 + $1 }
    return [.room(.time(.spread(questions.map(\.id), seconds: seconds)))]
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

  // MARK: Events

  mutating func apply(_ event: TimeEvent, at moment: Moment, noting reversals: inout [Reversal]) {
    switch event {
    case .set(let id, let minutes):
      guard let question = method.question(id) else { return }
      noteTimebox(of: id, &reversals)
      timing.allotted[id] = usedSeconds(question, now: moment) + minutes * 60
      timing.stopped.remove(id)
    case .extended(let id, let minutes):
      guard let question = method.question(id) else { return }
      noteTimebox(of: id, &reversals)
      timing.allotted[id] = max(0, allottedSeconds(question) + minutes * 60)
      timing.stopped.remove(id)
    case .stopped(let id):
      noteTimebox(of: id, &reversals)
      timing.stopped.insert(id)
    case .spread(let questions, let seconds):
      reversals.append(.room(.plan(timing.allotted)))
      for (question, seconds) in zip(questions, seconds) { timing.allotted[question] = seconds }
    case .bell(let rings):
      reversals.append(.room(.bell(timing.hasBell)))
      timing.hasBell = rings
    case .breakBegun(let minutes):
      guard !timing.isOnBreak else { return }
      reversals.append(.room(.pause))
      timing.breaks.append(Timing.Break(question: position, minutes: minutes, began: moment))
    case .breakEnded: if let last = timing.breaks.indices.last { timing.breaks[last].isOver = true }
    case .resumed: return
    }
  }

  private func noteTimebox(of id: QuestionID, _ reversals: inout [Reversal]) {
    reversals.append(
      .room(.timebox(id, seconds: timing.allotted[id], isStopped: timing.stopped.contains(id))))
  }
}
