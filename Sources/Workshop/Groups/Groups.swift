/// The groups of a room, and the answers that are the same.
public struct Groups: Hashable, Sendable {
  /// The groups of each round, in order, by the initials of those in them.
  public internal(set) var rounds: [[[String]]] = []
  /// Answers that say the same as another one, with that one.
  public internal(set) var joined: [Handle: Handle] = [:]

  /// The groups of now; none before they are made.
  public var now: [[String]] { rounds.last ?? [] }
}
