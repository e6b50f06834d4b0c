/// Parting a room into groups.
public enum Grouping {
  /// Parts people into groups of nearly the same size; whoever has sat together before is parted where that is possible.
  ///
  /// - Parameters:
  ///   - people: Who is parted; the order settles what is otherwise the same.
  ///   - count: How many groups; at most half as many as there are people, so that nobody sits alone.
  ///   - earlier: The groups of earlier rounds.
  /// - Returns: The groups, the larger ones first.
  public static func groups(of people: [String], count: Int, after earlier: [[[String]]]) -> [[String]] {
    guard count > 0, !people.isEmpty else { return [] }
    let together = meetings(earlier)
    func cost(_ person: String, in group: [String]) -> Int {
      group.reduce(0) { $0 + (together[Pair(person, $1)] ?? 0) }
    }
    let sizes = (0..<count).map { people.count / count + ($0 < people.count % count ? 1 : 0) }
    var groups: [[String]] = Array(repeating: [], count: count)
    for person in people {
      let free = groups.indices.filter { groups[$0].count < sizes[$0] }
      let best = free.min {
        (cost(person, in: groups[$0]), groups[$0].count, $0) < (cost(person, in: groups[$1]), groups[$1].count, $1)
      }
      if let best { groups[best].append(person) }
    }
    improve(&groups, cost)
    return groups
  }

  /// Swaps two people as long as that parts more of those who have sat together.
  private static func improve(_ groups: inout [[String]], _ cost: (String, [String]) -> Int) {
    for _ in 0..<20 {
      var isBetter = false
      for left in groups.indices {
        for right in groups.indices where right > left {
          for i in groups[left].indices {
            for j in groups[right].indices {
              let (a, b) = (groups[left][i], groups[right][j])
              let (others, rest) = (groups[left].filter { $0 != a }, groups[right].filter { $0 != b })
              guard cost(a, rest) + cost(b, others) < cost(a, others) + cost(b, rest) else { continue }
              (groups[left][i], groups[right][j]) = (b, a)
              isBetter = true
            }
          }
        }
      }
      guard isBetter else { return }
    }
  }

  private struct Pair: Hashable {
    var first: String
    var second: String

    init(_ left: String, _ right: String) { (first, second) = left < right ? (left, right) : (right, left) }
  }

  private static func meetings(_ rounds: [[[String]]]) -> [Pair: Int] {
    var meetings: [Pair: Int] = [:]
    for group in rounds.joined() {
      for (place, person) in group.enumerated() {
        for other in group[(place + 1)...] { meetings[Pair(person, other), default: 0] += 1 }
      }
    }
    return meetings
  }
}
