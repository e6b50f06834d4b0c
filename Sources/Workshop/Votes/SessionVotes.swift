/// What is asked for about a vote.
public enum VoteCommand: Hashable, Sendable {
  /// A vote is opened.
  case open(VoteSettings)
  /// The result; where votes are missing only when that is meant.
  case close(anyway: Bool)
  /// The open vote is given up.
  case cancel
  /// A second round.
  case again(VoteSettings)
}

/// How a vote shall be held; what is left open follows from the question.
public struct VoteSettings: Hashable, Sendable {
  /// The way.
  public var way: Way?
  /// The dots of each head.
  public var dots: Int?
  /// How many vote.
  public var heads: Int?
  /// How many of the answers go on.
  public var chosen: Int?
  /// The most dots that one head may put on one answer.
  public var mostOnOne: Int?
  /// Whether the votes are entered one head after the other.
  public var isHeadByHead = false

  /// Nothing is said.
  public init() {}

  /// A way, before the number of dots is known.
  public enum Way: Hashable, Sendable { case dots, hands, fist, scale, ranking }
}

extension Session {
  func decide(_ command: VoteCommand) throws(Refusal) -> [Event] {
    switch command {
    case .open(let settings): try open(settings)
    case .close(let anyway): try closeVote(anyway: anyway)
    case .cancel: [.room(.voteCancelled(try voteThatIsOpen().number))]
    case .again(let settings): try openAgain(settings)
    }
  }

  private func voteThatIsOpen() throws(Refusal) -> VoteRound {
    guard let round = openVote else { throw .room(.noVoteOpen) }
    return round
  }

  /// While votes are entered, the room stays where it is.
  func checkVote(for command: Command) throws(Refusal) {
    guard openVote != nil else { return }
    if command.has(.leavesVote) { throw .room(.voteIsOpen) }
  }

  // MARK: Opening

  private func open(_ settings: VoteSettings) throws(Refusal) -> [Event] {
    guard !hasEnded, let question = position.flatMap({ method.question($0) }) else { throw .atEnd }
    let items = votable(at: question).map(\.handle)
    guard items.count > 1 else { throw .room(.nothingToVoteOn(question.id)) }
    let way = try way(settings, at: question)
    var round = VoteRound(
      number: nextVote, question: question.id, items: items, way: way,
      heads: try heads(settings), chosen: settings.chosen ?? chosen(by: way, at: question))
    round.mostOnOne = settings.mostOnOne
    round.isHeadByHead = settings.isHeadByHead
    return [.room(.voteOpened(round))]
  }

  /// A number that no vote has had, not even one that was taken back.
  private var nextVote: Int { (numbers[VoteRound.numbering] ?? 0) + 1 }

  /// Between those that were level, when some were; else between all of them once more.
  private func openAgain(_ settings: VoteSettings) throws(Refusal) -> [Event] {
    guard let last = closedVotes.last(where: { $0.question == position }) else { throw .room(.noVoteBefore) }
    let tally = Tally(last)
    var round = last
    round.number = nextVote
    round.follows = last.number
    if !tally.tied.isEmpty {
      round.items = tally.tied
      round.chosen = last.chosen - tally.winners.count
    }
    if let question = method.question(last.question), settings.way != nil || settings.dots != nil {
      round.way = try way(settings, at: question)
    }
    if settings.heads != nil { round.heads = try heads(settings) }
    round.chosen = settings.chosen ?? round.chosen
    round.mostOnOne = settings.mostOnOne ?? round.mostOnOne
    round.isHeadByHead = settings.isHeadByHead
    round.counted = Array(repeating: nil, count: round.items.count)
    round.ballots = []
    round.state = .open
    return [.room(.voteOpened(round))]
  }

  /// The answers that can be voted on: those of the question, or those that a vote question is about.
  public func votable(at question: Question) -> [Answer] {
    let answers =
      if case .vote(let vote) = question.kind { answers(inSeries: vote.among) } else { answers(to: question.id) }
    return answers.filter { joined[$0.handle] == nil }
  }

  private func heads(_ settings: VoteSettings) throws(Refusal) -> Int {
    let heads = settings.heads ?? voters.count
    guard heads > 0 else { throw .room(.noVoters) }
    return heads
  }

  private func way(_ settings: VoteSettings, at question: Question) throws(Refusal) -> VoteRound.Way {
    switch settings.way ?? usualWay(at: question, hasDots: settings.dots != nil) {
    case .dots: .dots(settings.dots ?? (isVote(question) && question.most(in: run) == 1 ? 1 : 3))
    case .hands: .hands
    case .fist: .fist
    case .scale: .scale
    case .ranking: .ranking
    }
  }

  private func usualWay(at question: Question, hasDots: Bool) -> VoteSettings.Way {
    guard case .vote(let vote) = question.kind, !hasDots else { return .dots }
    return switch vote.ballot {
    case .dots: .dots
    case .score(let range): range.upperBound > 5 ? .scale : .fist
    case .choice: .hands
    }
  }

  private func isVote(_ question: Question) -> Bool {
    if case .vote = question.kind { true } else { false }
  }

  private func chosen(by way: VoteRound.Way, at question: Question) -> Int {
    guard !isVote(question) else { return question.most(in: run) }
    return switch way {
    case .dots(let dots): dots
    case .hands, .fist, .scale, .ranking: 1
    }
  }

  // MARK: Entering

  func hear(votes line: String, in round: VoteRound) throws(Refusal) -> [Event] {
    try VoteEntry(session: self, round: round).entries(line).map { .room(.votesCast(round.number, $0)) }
  }

  /// An empty line: nothing for the answer or from the head that is asked for; the result when everything is in.
  func goOn(in round: VoteRound) throws(Refusal) -> [Event] {
    if round.isHeadByHead, round.ballots.count < round.heads {
      return [.room(.votesCast(round.number, .head(by: nil, [])))]
    }
    guard !round.isHeadByHead, let item = round.asked else { return try closeVote(anyway: false) }
    return [.room(.votesCast(round.number, .item(item, round.way.scores == nil ? [0] : [])))]
  }

  // MARK: Closing

  private func closeVote(anyway: Bool) throws(Refusal) -> [Event] {
    let round = try voteThatIsOpen()
    guard round.placed == round.total || anyway else {
      throw .room(.tooFewVotes(found: round.placed, total: round.total, round.way, heads: round.heads))
    }
    return [.room(.voteClosed(round.number))] + results(of: round)
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
