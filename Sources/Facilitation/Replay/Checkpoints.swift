import Journal
package import Workshop

/// How a room stood at some of the steps that were played, so that going back needs to play few of them again: dense near
/// the end and ever thinner behind it, so that their number grows with the logarithm of the steps.
package struct Checkpoints {
  /// A room as it stood, and how many steps it had met.
  package struct Checkpoint {
    package var position: Int
    package var interpreter: Interpreter
    package var names: [EntryID: EntryID]
    package var lost: Int?
    /// How much was turned down until then.
    package var failures: Int
  }

  private var all: [Checkpoint] = []
  /// How far apart two of them are near the end: a power of two.
  package let least: Int

  /// None yet.
  ///
  /// - Parameter count: How many steps are played; where there are very many, a room is large, and fewer are kept.
  package init(for count: Int) {
    var least = 16
    while least * 256 < count { least *= 2 }
    self.least = least
  }

  /// The first of them alone.
  package var beginning: Checkpoints {
    var first = self
    first.all = Array(all.prefix(1))
    return first
  }

  /// The positions that there is a checkpoint for.
  package var positions: [Int] { all.map(\.position) }

  /// Notes how the room stands, where somebody who goes to a place may want to come back to this one.
  ///
  /// - Parameters:
  ///   - target: Where it is gone to.
  ///   - position: How many steps the room has met.
  ///   - checkpoint: How it stands; made only when it is kept.
  package mutating func note(towards target: Int, at position: Int, _ checkpoint: () -> Checkpoint) {
    guard position % spacing(target - position) == 0, all.last?.position ?? -1 < position else {
      return
    }
    all = all.filter { $0.position % spacing(target - $0.position) == 0 }
    all.append(checkpoint())
  }

  /// The last checkpoint that is not behind a position; those behind it are forgotten.
  package mutating func latest(upTo position: Int) -> Checkpoint? {
    all.removeAll { $0.position > position }
    return all.last
  }

  /// How far apart checkpoints are so far behind: a power of two, so that those further behind are some of those nearer.
  private func spacing(_ distance: Int) -> Int {
    var spacing = least
    while spacing * 4 <= distance { spacing *= 2 }
    return spacing
  }
}
