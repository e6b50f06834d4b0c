/// What phones are asked at the moment.
public enum PhoneForm: Hashable, Sendable {
  /// Ideas under a question.
  case ideas(question: String, fields: [Field])
  /// A vote.
  case vote(PhoneVote)
  /// A word or a score at check-in or check-out; `moment` tells the two apart.
  case mood(moment: String, Mood)
  /// Something that a later version asks. Nothing of it is shown.
  case unknown(JSONValue)

  /// A field of an idea.
  public struct Field: Hashable, Sendable {
    /// What it takes.
    public var kind: Kind
    /// Whether an idea cannot do without it.
    public var isRequired: Bool

    /// A field.
    public init(_ kind: Kind, isRequired: Bool) {
      self.kind = kind
      self.isRequired = isRequired
    }

    /// What a field takes.
    public enum Kind: Hashable, Sendable {
      /// Any text.
      case text
      /// A number, as the phone's language writes it; it is taken as a text.
      case number
      /// One of the options, which are given by their ids.
      case choice([String])
    }
  }

  /// How somebody says how it goes.
  public enum Mood: String, CaseIterable, Hashable, Sendable {
    /// In a word or a few.
    case word
    /// From 1 to 5.
    case score
  }
}

/// A vote as phones see it: no counts, no results.
public struct PhoneVote: Hashable, Sendable {
  /// The round's number in the session, from 1.
  public var round: Int
  /// How is voted.
  public var way: Way
  /// The answers that are voted on, in their order.
  public var items: [String]

  /// A vote.
  public init(round: Int, way: Way, items: [String]) {
    self.round = round
    self.way = way
    self.items = items
  }

  /// The five ways.
  public enum Way: Hashable, Sendable {
    /// So many dots for each head, and at most so many on one answer.
    case dots(Int, mostOnOne: Int?)
    /// One raised hand for each head.
    case hands
    /// One to five fingers for each answer.
    case fist
    /// One to ten points for each answer.
    case scale
    /// All answers in an order: the first of n gets n points, the last one.
    case ranking

    /// The scores that a head gives to each answer, where it gives scores.
    public var scores: ClosedRange<Int>? {
      switch self {
      case .fist: 1...5
      case .scale: 1...10
      case .dots, .hands, .ranking: nil
      }
    }
  }

  /// Whether these are the marks of one head: as many as there are answers, and as the way wants them.
  ///
  /// Dots and hands may be held back; scores and a ranking are given as a whole.
  public func allows(_ marks: [Int]) -> Bool {
    guard marks.count == items.count, marks.allSatisfy({ (0...1_000).contains($0) }) else { return false }
    let sum = marks.reduce(0, +)
    switch way {
    case .dots(let dots, let mostOnOne): return sum <= dots && marks.allSatisfy { $0 <= mostOnOne ?? dots }
    case .hands: return sum <= 1
    case .fist: return marks.allSatisfy { (1...5).contains($0) }
    case .scale: return marks.allSatisfy { (1...10).contains($0) }
    case .ranking: return marks.sorted() == Array(1...max(1, marks.count))
    }
  }
}
