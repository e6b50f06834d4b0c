/// Votes and the time, in the words of a language.
extension VoteRound {
  /// The way, and how many votes there are.
  public func title(in language: Language) -> String {
    let heads = String(heads)
    let way =
      switch self.way {
      case .dots(let dots):
        language.sentence("votes.way-dots", ["heads": heads, "total": String(total)], count: dots)
      case .hands: language.sentence("votes.way-hands", ["heads": heads])
      case .fist: language.sentence("votes.way-fist", ["heads": heads])
      case .scale: language.sentence("votes.way-scale", ["heads": heads])
      case .ranking: language.sentence("votes.way-ranking", ["heads": heads])
      }
    return follows == nil ? way : language.sentence("votes.second-round", ["way": way])
  }

  /// The sum of an answer, or the mean with the scores it is made of.
  public func figures(_ row: Tally.Row, in language: Language) -> String {
    guard way.scores != nil else { return String(row.sum) }
    let scores = row.marks.sorted(by: >).map { String($0) }.joined(separator: " ")
    return language.numbers.text(Tally.mean(of: row.marks)) + (scores.isEmpty ? "" : " (\(scores))")
  }
}

extension Session {
  /// How late or early the room will be at the end, with what is used and planned.
  public func verdict(on now: Moment, in language: Language) -> String {
    let walk = walk
    let planned = Session.minutes(walk.reduce(0) { $0 + plannedSeconds($1) })
    let used = Session.minutes(walk.reduce(0) { $0 + usedSeconds($1, now: now) })
    let delay = Session.minutes(self.delay(now: now))
    let key = delay > 0 ? "clock.late" : delay < 0 ? "clock.early" : "clock.on-time"
    return language.sentence(
      key, ["used": String(used), "planned": String(planned), "delay": String(abs(delay))])
  }

  /// Seconds as the nearest whole minutes.
  public static func minutes(_ seconds: Int) -> Int {
    seconds < 0 ? -((30 - seconds) / 60) : (seconds + 30) / 60
  }
}
