/// A YAML document as plainly as a method needs it: texts, lists and maps in order, each with its line.
package struct Tree {
  package enum Content {
    case text(String)
    case list([Tree])
    case map([Entry])
  }

  /// A key and what it holds.
  package struct Entry {
    package var key: String
    package var line: Int
    package var value: Tree
  }

  package var content: Content
  /// The line in the file, from 1.
  package var line: Int

  /// The most bytes of one file.
  package static let mostBytes = 1 << 20
  /// The most nodes of one file.
  package static let mostNodes = 100_000
  /// The deepest nesting.
  package static let mostDepth = 24

  /// A node that stands on that line.
  package init(_ content: Content, line: Int) {
    (self.content, self.line) = (content, line)
  }

  /// A text that stands on that line.
  package init(text: String, line: Int) {
    self.init(.text(text), line: line)
  }
}
