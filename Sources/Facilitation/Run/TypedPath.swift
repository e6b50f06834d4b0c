/// A path as somebody types it, or drops it into the window: in quotation marks, with backslashes before spaces, with `~`
/// for the folder of one's own.
package struct TypedPath {
  /// The path that is meant.
  package let path: String

  /// Reads a typed path as a shell does.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - home: The folder that `~` means; nil when nobody knows.
  package init(_ typed: String, home: String?) {
    let marks: [Character] = ["\"", "'"]
    if typed.count > 1, let first = typed.first, first == typed.last, marks.contains(first) {
      path = String(typed.dropFirst().dropLast())
      return
    }
    var path = ""
    var isEscaped = false
    for character in typed {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        path.append(character)
        isEscaped = false
      }
    }
    if let home, path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
    self.path = path
  }
}
