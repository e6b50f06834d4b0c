/// The votes of a session.
public struct Votes: Hashable, Sendable {
  /// All of them, in the order in which they were opened.
  public internal(set) var rounds: [VoteRound] = []
  /// The highest number that a vote has had, also one that was taken back.
  var highest = 0

  /// The one that goes on.
  var open: VoteRound? { rounds.last { $0.state == .open } }

  /// Those with a result, in order.
  var closed: [VoteRound] { rounds.filter { $0.state == .closed } }

  /// The one of that number.
  subscript(number: Int) -> VoteRound? { rounds.first { $0.number == number } }
}

extension Session {
  /// The vote that goes on.
  public var openVote: VoteRound? { votes.open }

  /// The vote of that number.
  public func vote(_ number: Int) -> VoteRound? { votes[number] }

  /// The votes with a result, in order.
  public var closedVotes: [VoteRound] { votes.closed }

  /// The answers that votes chose: for each question by its latest vote, and by the rounds before it that settled
  /// some places already.
  public var starred: Set<Handle> {
    var latest: [(question: QuestionID, round: VoteRound)] = []
    let earlier = iterations.past.last?.votes.rounds.map(\.number).max() ?? 0
    for round in closedVotes {
      // What is voted on anew in each iteration is open until then.
      let isAnew = round.number <= earlier && isVotedAnew(at: round.question)
      if isAnew { continue }
      latest.removeAll { $0.question == round.question }
      latest.append((round.question, round))
    }
    return Set(latest.flatMap { chosen(by: $0.round) })
  }

  private func isVotedAnew(at id: QuestionID) -> Bool {
    method.question(id).map { renewal(of: $0) == .fresh && isAskedAnew($0) } == true
  }

  /// Whether a vote chose an answer.
  public func isStarred(_ answer: Answer) -> Bool {
    !votes.rounds.isEmpty && starred.contains(groups.joined[answer.handle] ?? answer.handle)
  }

  /// The answers that a round chose, with those that the round before it had chosen beside a tie.
  public func chosen(by round: VoteRound) -> [Handle] {
    let before = round.follows.flatMap(vote).map { earlier in
      Set(earlier.items) == Set(round.items) ? [] : chosen(by: earlier)
    }
    return (before ?? []) + Tally(round).winners
  }
}
