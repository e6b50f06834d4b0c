import MethodTree

extension TreeError.Fault {
  /// What is wrong, for whoever builds the program.
  var sentence: String {
    switch self {
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes, and \(limit) are the most"
    case .tooManyNodes(let limit): "more than \(limit) nodes, or nested more deeply than \(Tree.mostDepth)"
    case .notUTF8: "the file is not UTF-8"
    case .notYAML(let problem): "this is not YAML: \(problem)"
    case .empty: "there is nothing in the file"
    case .anchor: "an anchor, an alias, a tag or a complex key: methods are written without them"
    case .keyIsNoText: "a key must be a text"
    case .duplicate(let key): "the key \(key) stands here already"
    }
  }
}
