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
  public var way: VoteRound.Way?
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
}

/// Why something about a vote is turned down.
public enum VoteRefusal: Hashable, Sendable {
  /// First the open vote.
  case isOpen
  /// No vote is open.
  case noneOpen
  /// Fewer than two answers.
  case nothingToVoteOn(QuestionID)
  /// Nobody is in the room, as far as is known.
  case noVoters
  /// No vote was held here.
  case noneBefore
  /// Not votes.
  case unreadable(String, VoteRound.Way, isHeadByHead: Bool)
  /// None of what is voted on.
  case unknownItem(String, [Handle])
  /// The same answer twice in a line.
  case itemTwice(Handle)
  /// More votes than all heads have, or than one has.
  case tooMany(found: Int, total: Int, VoteRound.Way, heads: Int)
  /// Fewer votes than all heads have.
  case tooFew(found: Int, total: Int, VoteRound.Way, heads: Int)
  /// More votes than one answer can get.
  case tooManyForOne(Handle, found: Int, most: Int)
  /// A score outside its range.
  case scoreOutOfRange(String, ClosedRange<Int>)
  /// One score is needed for each answer.
  case wrongNumberOfScores(found: Int, expected: Int)
  /// Every head has voted.
  case allHeadsVoted(Int)
  /// Every answer has its votes.
  case allCounted
  /// The vote that these votes were for was turned down.
  case notHeard
  /// The question keeps no result of a vote that is held in this way; it does of these.
  case doesNotFit(VoteRound.Way, QuestionID, fitting: [VoteRound.Way])
  /// An answer that is voted on stays as it stands until the vote is over.
  case isVotedOn(Handle)
  /// One number in the language of the room, where whole scores are asked for.
  case oneNumber(String, VoteRound.Way)
}

extension Session {
  func decide(_ command: VoteCommand) throws(Refusal) -> [Event] {
    switch command {
    case .open(let settings): try open(settings)
    case .close(let anyway): try closeVote(anyway: anyway)
    case .cancel: [.vote(.cancelled(try voteThatIsOpen().number))]
    case .again(let settings): try openAgain(settings)
    }
  }

  func voteThatIsOpen() throws(Refusal) -> VoteRound {
    guard let round = openVote else { throw .vote(.noneOpen) }
    return round
  }

  /// While votes are entered, the room stays where it is.
  func checkVote(for command: Command) throws(Refusal) {
    guard openVote != nil else { return }
    if command.has(.leavesVote) { throw .vote(.isOpen) }
  }

  /// An answer that is voted on is not taken away, moved or joined meanwhile.
  func checkIsNotVotedOn(_ answer: Answer) throws(Refusal) {
    guard openVote?.items.contains(answer.handle) == true else { return }
    throw .vote(.isVotedOn(answer.handle))
  }

  /// Who comes or goes while votes are entered changes how many vote, but for those whose votes are in already.
  ///
  /// - Parameter change: How many more are in the room; negative for fewer.
  /// - Returns: What happens to the vote; nothing where none is open or the votes that are in forbid it.
  func headsChanged(by change: Int) -> [Event] {
    guard var round = openVote, change != 0 else { return [] }
    round.heads += change
    guard round.heads > 0, round.ballots.count <= round.heads, round.placed <= round.total,
      round.counted.allSatisfy({ round.weight(of: $0 ?? []) <= round.mostForOne })
    else { return [] }
    return [.vote(.headsChanged(round.number, round.heads))]
  }

  // MARK: Opening

  private func open(_ settings: VoteSettings) throws(Refusal) -> [Event] {
    guard !hasEnded, let question = position.flatMap({ method.question($0) }) else { throw .atEnd }
    let items = votable(at: question).map(\.handle)
    guard items.count > 1 else { throw .vote(.nothingToVoteOn(question.id)) }
    let way = try way(settings, at: question)
    let dots = dots(settings, at: question)
    var round = VoteRound(
      number: nextVote, question: question.id, items: items, way: way, dots: dots, heads: try heads(settings),
      chosen: chosen(settings, by: way, dots: dots, at: question))
    round.mostOnOne = settings.mostOnOne
    // An order is somebody's own: it is typed head by head.
    round.isHeadByHead = settings.isHeadByHead || way == .ranking
    return [.vote(.opened(round))]
  }

  /// A number that no vote has had, not even one that was taken back.
  private var nextVote: Int { votes.highest + 1 }

  /// Between those that were level, when some were; else between all of them once more.
  private func openAgain(_ settings: VoteSettings) throws(Refusal) -> [Event] {
    guard let last = closedVotes.last(where: { $0.question == position }) else { throw .vote(.noneBefore) }
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
      round.dots = round.way == .dots ? dots(settings, at: question) : 1
    }
    if settings.heads != nil { round.heads = try heads(settings) }
    round.chosen = settings.chosen ?? round.chosen
    round.mostOnOne = settings.mostOnOne ?? round.mostOnOne
    round.isHeadByHead = settings.isHeadByHead || round.way == .ranking
    round.counted = Array(repeating: nil, count: round.items.count)
    round.ballots = []
    round.state = .open
    return [.vote(.opened(round))]
  }

  /// The answers that can be voted on: those of the question, or those that a vote question is about.
  public func votable(at question: Question) -> [Answer] {
    let answers =
      if case .vote(let vote) = question.kind { answers(inSeries: vote.among) } else {
        readableAnswers(to: question.id)
      }
    return answers.filter { groups.joined[$0.handle] == nil }
  }

  private func heads(_ settings: VoteSettings) throws(Refusal) -> Int {
    let heads = settings.heads ?? voters.count
    guard heads > 0 else { throw .vote(.noVoters) }
    return heads
  }

  private func way(_ settings: VoteSettings, at question: Question) throws(Refusal) -> VoteRound.Way {
    let way = settings.way ?? usualWay(at: question, hasDots: settings.dots != nil)
    guard case .vote(let vote) = question.kind, !vote.ballot.keeps(way) else { return way }
    throw .vote(.doesNotFit(way, question.id, fitting: VoteRound.Way.allCases.filter(vote.ballot.keeps)))
  }

  private func dots(_ settings: VoteSettings, at question: Question) -> Int {
    settings.dots ?? (isVote(question) && question.most(in: run) == 1 ? 1 : 3)
  }

  private func usualWay(at question: Question, hasDots: Bool) -> VoteRound.Way {
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

  /// How many go on: as many as are asked for, and no more than a question about them takes.
  private func chosen(_ settings: VoteSettings, by way: VoteRound.Way, dots: Int, at question: Question) -> Int {
    guard !isVote(question) else { return min(settings.chosen ?? .max, question.most(in: run)) }
    if let chosen = settings.chosen { return chosen }
    return switch way {
    case .dots: dots
    case .hands, .fist, .scale, .ranking: 1
    }
  }
}
