/// A vote of a whole room from one keyboard. Nothing of it is shown until it is closed.
public struct VoteRound: Hashable, Sendable {
  /// Its number in the session, from 1.
  public var number: Int
  /// The question the room stood before.
  public var question: QuestionID
  /// The answers that are voted on, in their order.
  public var items: [Handle]
  /// How is voted.
  public var way: Way
  /// How many vote.
  public var heads: Int
  /// How many of the answers go on.
  public var chosen: Int
  /// The most dots that one of them may put on one answer.
  public var mostOnOne: Int?
  /// Whether the votes are entered one head after the other, else one answer after the other.
  public var isHeadByHead = false
  /// The round this one follows.
  public var follows: Int?

  /// What was entered for each of the answers; nil where nothing was yet.
  public internal(set) var counted: [[Int]?]
  /// What each head gave, in the order in which they voted.
  public internal(set) var ballots: [Ballot] = []
  /// Whether it still goes on.
  public internal(set) var state = State.open

  /// What its numbers are counted as; no question gives a series of that name.
  static let numbering = "a vote"

  /// A round that has just been opened.
  public init(number: Int, question: QuestionID, items: [Handle], way: Way, heads: Int, chosen: Int) {
    self.number = number
    self.question = question
    self.items = items
    self.way = way
    self.heads = heads
    self.chosen = chosen
    counted = Array(repeating: nil, count: items.count)
  }

  /// The five ways.
  public enum Way: Hashable, Sendable {
    /// So many dots for each head.
    case dots(Int)
    /// One raised hand for each head.
    case hands
    /// One to five fingers from each head for each answer.
    case fist
    /// One to ten points from each head for each answer.
    case scale
    /// All answers in an order: the first of n gets n points, the last one.
    case ranking

    /// The scores that a head can give, where it gives scores.
    public var scores: ClosedRange<Int>? {
      switch self {
      case .fist: 1...5
      case .scale: 1...10
      case .dots, .hands, .ranking: nil
      }
    }
  }

  /// What stands of a round.
  public enum State: Hashable, Sendable {
    /// Votes are entered.
    case open
    /// The result is known.
    case closed
    /// It was given up.
    case cancelled
  }

  /// The votes of one head: a number for each of the answers, in their order.
  public struct Ballot: Hashable, Sendable {
    /// Whose they are, when it is said.
    public var by: String?
    /// The numbers.
    public var marks: [Int]
  }

  /// What is entered at once.
  public enum Entry: Hashable, Sendable {
    /// The votes for one answer: one sum, or a score from each head.
    case item(Handle, [Int])
    /// The votes of one head.
    case head(by: String?, [Int])
  }

  /// How many votes all heads have together: dots, hands, scores, or points.
  public var total: Int {
    switch way {
    case .dots(let dots): heads * dots
    case .hands: heads
    case .fist, .scale: heads * items.count
    case .ranking: heads * items.count * (items.count + 1) / 2
    }
  }

  /// How many of them are entered.
  public var placed: Int { marks.indices.reduce(0) { $0 + weight(of: marks[$1]) } }

  /// How many votes one answer can get at most.
  public var mostForOne: Int {
    switch way {
    case .dots(let dots): heads * min(dots, mostOnOne ?? dots)
    case .hands, .fist, .scale: heads
    case .ranking: heads * items.count
    }
  }

  /// What one answer got: sums, or the scores of each head.
  public var marks: [[Int]] {
    guard isHeadByHead else { return counted.map { $0 ?? [] } }
    return items.indices.map { place in ballots.map { $0.marks[place] }.filter { $0 > 0 } }
  }

  /// How many votes some marks are.
  func weight(of marks: [Int]) -> Int {
    way.scores == nil ? marks.reduce(0, +) : marks.count
  }

  /// The answer whose votes are asked for next.
  public var asked: Handle? {
    guard !isHeadByHead else { return nil }
    return counted.firstIndex { $0 == nil }.map { items[$0] }
  }

  mutating func enter(_ entry: Entry) {
    switch entry {
    case .item(let handle, let marks):
      if let place = items.firstIndex(of: handle) { counted[place] = marks }
    case .head(let by, let marks):
      let ballot = Ballot(by: by, marks: items.indices.map { marks.indices.contains($0) ? marks[$0] : 0 })
      if let by, let place = ballots.firstIndex(where: { $0.by == by }) {
        ballots[place] = ballot
      } else {
        ballots.append(ballot)
      }
    }
  }
}

/// The result of a round: who got what, and who goes on.
public struct Tally: Hashable, Sendable {
  /// One answer and its votes.
  public struct Row: Hashable, Sendable {
    /// The answer.
    public var item: Handle
    /// Its votes: the sum, or the scores.
    public var marks: [Int]
    /// The sum of them.
    public var sum: Int
    /// Its place, from 1; what is level shares a place.
    public var place: Int
  }

  /// The answers, the first one first; what is level stands in the order of the answers.
  public private(set) var rows: [Row]
  /// Those that go on.
  public private(set) var winners: [Handle]
  /// Those that are level where only some of them could go on.
  public private(set) var tied: [Handle]

  /// Counts a round.
  public init(_ round: VoteRound) {
    let isMean = round.way.scores != nil
    let counted = zip(round.items, round.marks).enumerated().map { order, pair in
      (order: order, row: Row(item: pair.0, marks: pair.1, sum: pair.1.reduce(0, +), place: 0))
    }
    // Means are compared as fractions, so that nothing is rounded.
    func isBefore(_ left: Row, _ right: Row) -> Bool {
      isMean
        ? left.sum * max(right.marks.count, 1) > right.sum * max(left.marks.count, 1) : left.sum > right.sum
    }
    rows = counted.sorted { left, right in
      isBefore(left.row, right.row) || (!isBefore(right.row, left.row) && left.order < right.order)
    }.map(\.row)
    for index in rows.indices {
      rows[index].place =
        index > 0 && !isBefore(rows[index - 1], rows[index]) ? rows[index - 1].place : index + 1
    }
    let voted = rows.filter { $0.sum > 0 }
    let chosen = min(round.chosen, voted.count)
    winners = voted.prefix(chosen).map(\.item)
    tied = []
    if chosen > 0, voted.indices.contains(chosen), voted[chosen].place == voted[chosen - 1].place {
      let place = voted[chosen].place
      winners = voted.filter { $0.place < place }.map(\.item)
      tied = voted.filter { $0.place == place }.map(\.item)
    }
  }

  /// The mean of some scores as it is stored: with one decimal, rounded to the nearest.
  public static func mean(of marks: [Int]) -> String {
    guard !marks.isEmpty else { return "0" }
    let tenths = (marks.reduce(0, +) * 20 + marks.count) / (2 * marks.count)
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Session {
  /// The vote that goes on.
  public var openVote: VoteRound? { votes.last { $0.state == .open } }

  /// The vote of that number.
  public func vote(_ number: Int) -> VoteRound? { votes.first { $0.number == number } }

  /// The votes with a result, in order.
  public var closedVotes: [VoteRound] { votes.filter { $0.state == .closed } }

  /// The answers that votes chose: for each question by its latest vote, and by the rounds before it that settled
  /// some places already.
  public var starred: Set<Handle> {
    var latest: [(question: QuestionID, round: VoteRound)] = []
    for round in closedVotes {
      latest.removeAll { $0.question == round.question }
      latest.append((round.question, round))
    }
    return Set(latest.flatMap { chosen(by: $0.round) })
  }

  /// Whether a vote chose an answer.
  public func isStarred(_ answer: Answer) -> Bool {
    !votes.isEmpty && starred.contains(joined[answer.handle] ?? answer.handle)
  }

  /// The answers that a round chose, with those that the round before it had chosen beside a tie.
  public func chosen(by round: VoteRound) -> [Handle] {
    let before = round.follows.flatMap(vote).map { earlier in
      Set(earlier.items) == Set(round.items) ? [] : chosen(by: earlier)
    }
    return (before ?? []) + Tally(round).winners
  }
}
