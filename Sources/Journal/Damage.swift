internal import Text

/// What keeps a line from being read.
public enum Damage: Error, Hashable, Sendable {
  /// It is no UTF-8.
  case notUTF8
  /// It is no JSON, or a name stands twice in it.
  case notJSON
  /// Objects and arrays stand too deep in one another.
  case tooDeep
  /// It is longer than a line may be, or one of its cells is.
  case tooLarge(Limit)
  /// It is JSON, but neither an entry nor a header.
  case notARecord
}
