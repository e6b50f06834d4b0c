internal import Text
internal import Workshop

// What happens to the time, to JSON and back.
extension JSONWriter {
  mutating func time(_ event: TimeEvent) {
    switch event {
    case .set(let question, let minutes):
      type(.timeboxSet)
      member("question", question.rawValue)
      member("minutes", minutes)
    case .extended(let question, let minutes):
      type(.timeboxExtended)
      member("question", question.rawValue)
      member("minutes", minutes)
    case .stopped(let question):
      type(.timeboxStopped)
      member("question", question.rawValue)
    case .spread(let questions, let seconds):
      type(.planSpread)
      member("questions", questions.map(\.rawValue))
      member("seconds", seconds)
    case .bell(let rings):
      type(.bellChosen)
      member("bell", rings ? "on" : "off")
    case .breakBegun(let minutes):
      type(.breakBegun)
      member("minutes", minutes)
    case .breakEnded: type(.breakEnded)
    case .resumed: type(.sessionResumed)
    }
  }
}

extension StoredMembers {
  /// Minutes that can be reckoned with.
  mutating func reckonedMinutes() -> Int? {
    minutes.take().flatMap { -10_000...10_000 ~= $0 ? $0 : nil }
  }

  mutating func timebox() -> (QuestionID, Int)? {
    guard let question = question.take(), let minutes = reckonedMinutes() else { return nil }
    return (QuestionID(question), minutes)
  }

  mutating func planSpread() -> Event? {
    guard let questions = topic.list("questions"), let seconds = topic.numberList("seconds"),
      questions.count == seconds.count, seconds.allSatisfy({ 0...1_000_000 ~= $0 })
    else { return nil }
    return .time(.spread(questions.map { QuestionID($0) }, seconds: seconds))
  }
}
