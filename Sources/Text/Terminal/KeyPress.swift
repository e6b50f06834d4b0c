/// A key that was pressed.
public enum KeyPress: Hashable, Sendable {
  /// A key with a character.
  case character(Unicode.Scalar)
  /// One of the keys beside them.
  case enter, escape, up, down, left, right
  /// Ctrl-C or Ctrl-D.
  case interrupt
}
