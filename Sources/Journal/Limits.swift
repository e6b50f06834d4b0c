/// How much a journal may hold. What goes beyond is refused with an error of its own, never cut.
public enum Limit: Hashable, Sendable {
  /// One cell of an answer.
  case cell
  /// One line of the file, without its line feed.
  case line
  /// The lines of the file.
  case lines
  /// The whole file.
  case file

  /// The most that is taken: bytes, and for ``lines`` a count.
  public var most: Int {
    switch self {
    case .cell: 8 << 10
    case .line: 1 << 20
    case .lines: 1_000_000
    case .file: 256 << 20
    }
  }

  /// How deep objects and arrays may stand in one another.
  static let depth = 32
}
