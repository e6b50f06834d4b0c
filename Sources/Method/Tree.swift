import Yams

/// A YAML document as plainly as a method needs it: texts, lists and maps in order, each with its line.
///
/// Anchors, aliases, tags and keys that are not texts are refused before Yams composes anything: it follows aliases
/// without a limit, and hashes keys however large they are.
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

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  /// - Throws: What stands in the way, with its line.
  init(_ bytes: some Collection<UInt8>, file: String) throws(MethodError) {
    guard bytes.count <= Tree.mostBytes else {
      throw MethodError(file: file, line: 1, fault: .tooLarge(bytes: bytes.count, limit: Tree.mostBytes))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count, !text.contains("\u{FFFD}") else {
      throw MethodError(file: file, line: 1, fault: .notUTF8)
    }
    if let line = Marks(of: text).firstLine { throw MethodError(file: file, line: line, fault: .anchor) }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw MethodError(yaml: error, file: file)
    } catch {
      throw MethodError(file: file, line: 1, fault: .notYAML(problem: "\(error)"))
    }
    guard let root else { throw MethodError(file: file, line: 1, fault: .empty) }
    var budget = Tree.mostNodes
    self = try Tree(root, file: file, depth: 0, budget: &budget)
  }

  private init(_ node: Node, file: String, depth: Int, budget: inout Int) throws(MethodError) {
    line = node.mark?.line ?? 1
    budget -= 1
    guard budget > 0, depth <= Tree.mostDepth else {
      throw MethodError(file: file, line: line, fault: .tooManyNodes(limit: Tree.mostNodes))
    }
    switch node {
    case .scalar(let scalar): content = .text(scalar.style == .plain && scalar.string == "~" ? "" : scalar.string)
    case .sequence(let sequence):
      var list: [Tree] = []
      for element in sequence { list.append(try Tree(element, file: file, depth: depth + 1, budget: &budget)) }
      content = .list(list)
    case .mapping(let mapping):
      var map: [Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw MethodError(file: file, line: key.mark?.line ?? line, fault: .keyIsNoText)
        }
        let tree = try Tree(value, file: file, depth: depth + 1, budget: &budget)
        map.append(Entry(key: name.string, line: key.mark?.line ?? line, value: tree))
      }
      content = .map(map)
    case .alias: throw MethodError(file: file, line: line, fault: .anchor)
    }
  }
}

extension Tree {
  /// A node that stands on that line.
  init(_ content: Content, line: Int) {
    (self.content, self.line) = (content, line)
  }

  /// A text that stands on that line.
  init(text: String, line: Int) {
    self.init(.text(text), line: line)
  }
}
