// How the time of a session stands.
extension Session {
  var occupation: Timing.Occupation {
    if time.isOnBreak { return .pause }
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
    time.allotted[question.id] ?? plannedSeconds(question)
  }

  /// The seconds that were spent before a question until now.
  public func usedSeconds(_ question: Question, now: Moment) -> Int {
    guard let place = method.place(of: question.id) else { return 0 }
    return time.spent(at: place, until: now, isThere: occupation == .question(place)) / 1000
  }

  /// The seconds that a break has taken until now.
  public func usedSeconds(_ pause: Timing.Break, now: Moment) -> Int {
    time.spent(on: pause, until: now) / 1000
  }

  // MARK: How it stands

  /// Whether a question is behind the room: it was stood before or passed over, and the room stands elsewhere now.
  public func isBehind(_ question: Question) -> Bool {
    let isHere = question.id == position && !hasEnded
    return !isHere && (progress.visited.contains(question.id) || skipped[question.id] != nil || hasEnded)
  }

  /// The seconds that a question should take by the plan that holds: the method's, or the one that was made since.
  public func scheduledSeconds(_ question: Question) -> Int {
    time.schedule?.seconds[question.id] ?? plannedSeconds(question)
  }

  /// The seconds by which some questions take longer than planned, as far as is known now; negative when they take less.
  public func delay(of questions: [Question], now: Moment) -> Int {
    questions.reduce(0) { sum, question in
      let planned = scheduledSeconds(question)
      let used = usedSeconds(question, now: now)
      if isBehind(question) {
        // A question that was passed by and that the new plan gives time is still to come.
        let isToCome = time.schedule?.questions.contains(question.id) == true && !isAnswered(question.id)
        return sum + (isToCome ? max(used, planned) : used) - planned
      }
      let isHere = question.id == position
      return sum + (isHere ? max(used, allottedSeconds(question)) : allottedSeconds(question)) - planned
    }
  }

  /// The seconds by which the room will be late at the end, as far as is known now; negative when it is early.
  public func delay(now: Moment) -> Int {
    delay(of: walk, now: now)
      + time.breaks.dropFirst(time.schedule?.breaks ?? 0).reduce(0) { sum, pause in
        let late = usedSeconds(pause, now: now) - pause.minutes * 60
        return sum + (pause.isOver ? late : max(0, late))
      }
  }

  /// The questions that are open, with the one the room stands before: those still to come, and those that were passed
  /// by without an answer and without a reason.
  var questionsOpen: [Question] {
    walk.filter { question in
      if !isBehind(question) { return true }
      return !hasEnded && !isAnswered(question.id) && skipped[question.id] == nil
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
