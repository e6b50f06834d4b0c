// Votes that are entered, and the result that a question records of them.
extension Session {
  // MARK: Entering

  func hear(votes line: String, in round: VoteRound) throws(Refusal) -> [Event] {
    try VoteEntry(session: self, round: round).entries(line).map { .vote(.cast(round.number, $0)) }
  }

  /// An empty line: nothing for the answer or from the head that is asked for; the result when everything is in.
  func goOn(in round: VoteRound) throws(Refusal) -> [Event] {
    if round.isHeadByHead, round.ballots.count < round.heads {
      return [.vote(.cast(round.number, .head(by: nil, [])))]
    }
    guard !round.isHeadByHead, let item = round.asked else { return try closeVote(anyway: false) }
    return [.vote(.cast(round.number, .item(item, round.way.scores == nil ? [0] : [])))]
  }

  // MARK: Closing

  func closeVote(anyway: Bool) throws(Refusal) -> [Event] {
    let round = try voteThatIsOpen()
    guard round.placed == round.total || anyway else {
      throw .vote(.tooFew(found: round.placed, total: round.total, round.way, heads: round.heads))
    }
    return [.vote(.closed(round.number))] + results(of: round)
  }

  /// What a vote question records of a vote: the answers that got votes, the first one first.
  private func results(of round: VoteRound) -> [Event] {
    guard let question = method.question(round.question), case .vote(let vote) = question.kind else { return [] }
    let before = answers(to: question.id)
    var added = 0
    var events: [Event] = []
    for row in Tally(round).rows where row.sum > 0 {
      guard let votes = result(row, of: round, as: vote.ballot) else { continue }
      let cells = [row.item.rawValue, votes, ""]
      if let old = before.first(where: { $0.cell(at: 0) == row.item.rawValue }) {
        events.append(.answerRevised(old.id, cells: cells, speaker: nil))
      } else {
        var answer = fresh(question: question, cells: cells, after: added)
        answer.speaker = nil
        events.append(.answerGiven(answer))
        added += 1
      }
    }
    return events
  }

  /// A result as the column of votes takes it; nil where the way that was chosen does not fit it.
  private func result(_ row: Tally.Row, of round: VoteRound, as ballot: Vote.Ballot) -> String? {
    switch ballot {
    case .dots: round.way.scores == nil ? String(row.sum) : nil
    case .score(let range):
      round.way.scores.map { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound } == true
        ? Tally.mean(of: row.marks) : nil
    case .choice: Tally(round).winners.contains(row.item) ? "" : nil
    }
  }
}
