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
  /// How many votes each of them has to give away: its dots; one otherwise.
  public var dots: Int
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

  /// A round that has just been opened.
  public init(number: Int, question: QuestionID, items: [Handle], way: Way, dots: Int = 1, heads: Int, chosen: Int) {
    self.number = number
    self.question = question
    self.items = items
    self.way = way
    self.dots = way == .dots ? dots : 1
    self.heads = heads
    self.chosen = chosen
    counted = Array(repeating: nil, count: items.count)
  }

  /// The five ways.
  public enum Way: CaseIterable, Hashable, Sendable {
    /// Some dots for each head.
    case dots
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
    case .dots: heads * dots
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
    case .dots: heads * min(dots, mostOnOne ?? dots)
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
}
