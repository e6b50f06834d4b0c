/// The size of a terminal window, in characters.
public struct WindowSize: Hashable, Sendable {
  /// How wide it is.
  public var columns: Int
  /// How high it is.
  public var rows: Int

  /// Makes a size.
  ///
  /// - Parameters:
  ///   - columns: how wide it is, at least 1.
  ///   - rows: how high it is, at least 1.
  public init(columns: Int, rows: Int) {
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
  }
}
