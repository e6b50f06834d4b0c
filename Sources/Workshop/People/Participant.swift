/// Somebody who takes part.
public struct Participant: Hashable, Sendable {
  /// The handle used for owners everywhere.
  public var initials: String
  /// The name; may be empty.
  public var name: String
  /// What else is known, cell by cell, as it is stored; empty cells are left out.
  public var details: [Detail] = []
  /// Whether they are in the room; whoever nothing is said about is.
  public var isInRoom = true

  /// One thing that is known about somebody.
  public struct Detail: Hashable, Sendable {
    /// The place of its column.
    public var place: Int
    /// The cell.
    public var cell: String
  }
}

/// How much somebody has said.
public struct Contribution: Hashable, Sendable {
  /// Who.
  public var participant: Participant
  /// How many answers, parked points, decisions and tasks bear their name.
  public var count: Int
}
