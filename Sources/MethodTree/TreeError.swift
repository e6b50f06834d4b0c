/// Why a file is no tree, and on which line.
package struct TreeError: Error, Hashable, Sendable {
  /// The line, from 1.
  package var line: Int
  /// What is wrong.
  package var fault: Fault

  /// The ways in which a file can be no tree.
  package enum Fault: Hashable, Sendable {
    /// More bytes than a method has.
    case tooLarge(bytes: Int, limit: Int)
    /// More nodes than a method has, or nested too deeply.
    case tooManyNodes(limit: Int)
    /// Not UTF-8.
    case notUTF8
    /// Not YAML; the problem in the parser's own words.
    case notYAML(problem: String)
    /// Nothing in it.
    case empty
    /// An anchor, an alias, a tag or a complex key: methods are written without them.
    case anchor
    /// A key that is not a text.
    case keyIsNoText
    /// A key that stands twice in one map.
    case duplicate(String)
  }
}
