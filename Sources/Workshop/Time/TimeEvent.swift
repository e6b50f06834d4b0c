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

/// How the time was set before.
enum TimeReversal: Hashable, Sendable {
  case timebox(QuestionID, seconds: Int?, isStopped: Bool)
  case plan([QuestionID: Int], Timing.Schedule?)
  case bell(Bool)
  /// The last break away.
  case pause
}

extension Session {
  /// Lets it happen.
  ///
  /// - Returns: The opposite; nil when nothing changes, or nothing that could be taken back.
  mutating func apply(_ event: TimeEvent, at moment: Moment) -> TimeReversal? {
    switch event {
    case .set(let id, let minutes):
      guard let question = method.question(id) else { return nil }
      return timebox(of: id, seconds: usedSeconds(question, now: moment) + minutes * 60)
    case .extended(let id, let minutes):
      guard let question = method.question(id) else { return nil }
      return timebox(of: id, seconds: max(0, allottedSeconds(question) + minutes * 60))
    case .stopped(let id):
      defer { time.stopped.insert(id) }
      return time.timebox(of: id)
    case .spread(let questions, let seconds):
      defer { spread(questions, seconds, at: moment) }
      return .plan(time.allotted, time.schedule)
    case .bell(let rings):
      defer { time.hasBell = rings }
      return .bell(time.hasBell)
    case .breakBegun(let minutes):
      guard !time.isOnBreak else { return nil }
      time.breaks.append(Timing.Break(question: position, minutes: minutes, began: moment))
      return .pause
    case .breakEnded:
      if let last = time.breaks.indices.last { time.breaks[last].isOver = true }
      return nil
    case .resumed: return nil
    }
  }

  private mutating func spread(_ questions: [QuestionID], _ seconds: [Int], at moment: Moment) {
    let given = Dictionary(zip(questions, seconds)) { first, _ in first }
    let others = walk.filter { given[$0.id] == nil }.map { question in
      (question.id, isBehind(question) ? usedSeconds(question, now: moment) : plannedSeconds(question))
    }
    time.allotted.merge(given) { $1 }
    time.schedule = Timing.Schedule(
      seconds: given.merging(others) { first, _ in first }, questions: Set(questions),
      breaks: time.breaks.count { $0.isOver })
  }

  private mutating func timebox(of id: QuestionID, seconds: Int) -> TimeReversal {
    defer {
      time.allotted[id] = seconds
      time.stopped.remove(id)
    }
    return time.timebox(of: id)
  }
}

extension Timing {
  fileprivate func timebox(of id: QuestionID) -> TimeReversal {
    .timebox(id, seconds: allotted[id], isStopped: stopped.contains(id))
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: TimeReversal) {
    switch reversal {
    case .timebox(let question, let seconds, let isStopped):
      allotted[question] = seconds
      if isStopped { stopped.insert(question) } else { stopped.remove(question) }
    case .plan(let seconds, let schedule): (allotted, self.schedule) = (seconds, schedule)
    case .bell(let rings): hasBell = rings
    case .pause: _ = breaks.popLast()
    }
  }
}
