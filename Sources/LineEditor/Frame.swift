internal import Text

/// A place in a frame, counted from its top left.
struct Place: Hashable {
  var row: Int
  var column: Int
}

/// What stands on the screen while a line is typed: rows that fit the window, and the cursor among them.
struct Frame: Equatable {
  var rows: [[Glyph]]
  var cursor: Place
}
