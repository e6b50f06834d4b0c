import Journal
import Workshop

/// How a room stood at some of the passages that were played, so that going back needs to play few of them again: dense near
/// the end and ever thinner behind it, so that their number grows with the logarithm of the passages.
struct Checkpoints {
  /// A room as it stood, and how many passages it had met.
  struct Standing {
    var position: Int
    var room: Room
    var names: [EntryID: EntryID]
    var lost: Int?
    /// How much was turned down until then.
    var stumbles: Int
  }

  private var standings: [Standing] = []
  /// How far apart two of them are near the end: a power of two.
  let least: Int

  /// None yet.
  ///
  /// - Parameter count: How many passages are played; where there are very many, a room is large, and fewer are kept.
  init(for count: Int) {
    var least = 16
    while least * 256 < count { least *= 2 }
    self.least = least
  }

  /// The first of them alone.
  var beginning: Checkpoints {
    var first = self
    first.standings = Array(standings.prefix(1))
    return first
  }

  /// The positions that there is a checkpoint for.
  var positions: [Int] { standings.map(\.position) }

  /// Notes how the room stands, where somebody who goes to a place may want to come back to this one.
  ///
  /// - Parameters:
  ///   - target: Where it is gone to.
  ///   - position: How many passages the room has met.
  ///   - standing: How it stands; made only when it is kept.
  mutating func note(towards target: Int, at position: Int, _ standing: () -> Standing) {
    guard position % spacing(target - position) == 0, standings.last?.position ?? -1 < position else {
      return
    }
    standings = standings.filter { $0.position % spacing(target - $0.position) == 0 }
    standings.append(standing())
  }

  /// The last checkpoint that is not behind a position; those behind it are forgotten.
  mutating func latest(upTo position: Int) -> Standing? {
    standings.removeAll { $0.position > position }
    return standings.last
  }

  /// How far apart checkpoints are so far behind: a power of two, so that those further behind are some of those nearer.
  private func spacing(_ distance: Int) -> Int {
    var spacing = least
    while spacing * 4 <= distance { spacing *= 2 }
    return spacing
  }
}
