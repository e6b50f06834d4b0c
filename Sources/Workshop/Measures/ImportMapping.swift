/// How a value was taken from a table of a file, to be taken so again when a table with the same headers comes.
///
/// What stands in it is of whoever reads files; the session only keeps it.
public struct ImportMapping: Hashable, Sendable {
  /// Whose value it was.
  public var kpi: Handle
  /// The table: its title, and its headers.
  public var table: [String]
  /// What was chosen, as `name=value`.
  public var choice: [String]

  /// A mapping made of its parts.
  public init(kpi: Handle, table: [String], choice: [String]) {
    (self.kpi, self.table, self.choice) = (kpi, table, choice)
  }
}
