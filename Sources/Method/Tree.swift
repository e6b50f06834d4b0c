/// A YAML document as plainly as a method needs it: texts, lists and maps in order, each with its line.
struct Tree {
  enum Content {
    case text(String)
    case list([Tree])
    case map([Entry])
  }

  /// A key and what it holds.
  struct Entry {
    var key: String
    var line: Int
    var value: Tree
  }

  var content: Content
  /// The line in the file, from 1.
  var line: Int

  /// The most bytes of one file.
  static let mostBytes = 1 << 20
  /// The most nodes of one file.
  static let mostNodes = 100_000
  /// The deepest nesting.
  static let mostDepth = 24

  /// A node that stands on that line.
  init(_ content: Content, line: Int) {
    (self.content, self.line) = (content, line)
  }

  /// A text that stands on that line.
  init(text: String, line: Int) {
    self.init(.text(text), line: line)
  }
}
