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
