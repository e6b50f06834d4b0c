// Votes in the words of a language.
extension VoteRound {
  /// The way, and how many votes there are.
  public func title(in language: Language) -> String {
    let way =
      switch self.way {
      case .dots where heads == 1: language.sentence("votes.way-dots-alone", count: dots)
      case .dots:
        language.sentence("votes.way-dots", ["heads": String(heads), "total": String(total)], count: dots)
      case .hands: language.sentence("votes.way-hands", count: heads)
      case .fist: language.sentence("votes.way-fist", count: heads)
      case .scale: language.sentence("votes.way-scale", count: heads)
      case .ranking: language.sentence("votes.way-ranking", count: heads)
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
