// Votes that are entered, and the result that a question records of them.
extension Session {
  // MARK: Entering

  func hear(votes line: String, in round: VoteRound, _ parser: CellParser) throws(Refusal) -> [Event] {
    let decimal = parser.localization.language.numbers.decimal
    if let sums = try inSums(round, line) {
      let entries = try VoteEntry(session: self, round: sums, decimal: decimal).entries(line)
      return [.vote(.cancelled(round.number)), .vote(.opened(sums))] + entries.map { .vote(.cast(sums.number, $0)) }
    }
    return try VoteEntry(session: self, round: round, decimal: decimal).entries(line).map {
      .vote(.cast(round.number, $0))
    }
  }

  /// A ranking in which nobody has given an order yet becomes one by sums when the points are typed added up.
  func inSums(_ round: VoteRound, _ line: String) throws(Refusal) -> VoteRound? {
    guard round.way == .ranking, round.isHeadByHead, round.ballots.isEmpty, try attributed(line).speaker == nil,
      line.contains(":")
    else { return nil }
    var sums = round
    (sums.isHeadByHead, sums.number) = (false, round.number + 1)
    return sums
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

  /// A result as the column of votes takes it; nil where the way does not fit it, as in a vote that was opened by an
  /// older program, and for what was not chosen where nothing but the choice is kept.
  private func result(_ row: Tally.Row, of round: VoteRound, as ballot: Vote.Ballot) -> String? {
    guard ballot.keeps(round.way) else { return nil }
    return switch ballot {
    case .dots: String(row.sum)
    case .score: Tally.mean(of: row.marks)
    case .choice: Tally(round).winners.contains(row.item) ? "" : nil
    }
  }
}

extension Vote.Ballot {
  /// Whether what a vote that is held in a way comes to can be kept as such a ballot.
  func keeps(_ way: VoteRound.Way) -> Bool {
    switch self {
    // Whatever is counted has a sum.
    case .dots: true
    case .score(let range): way.scores.map { range.contains($0.lowerBound) && range.contains($0.upperBound) } ?? false
    case .choice: true
    }
  }
}
