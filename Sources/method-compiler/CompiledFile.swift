import MethodTree

/// A file on its way into the program.
struct CompiledFile {
  /// The path below the folder of all of them.
  let path: String
  /// What is built in, UTF-8.
  let content: String
  /// The place of a language among the others; those that name none stand behind.
  let order: Int

  /// A file from its bytes: YAML is compiled, a text stays as it is.
  ///
  /// - Throws: ``TreeError`` when it should be YAML and is none.
  init(path: String, bytes: [UInt8]) throws(TreeError) {
    self.path = path
    guard path.hasSuffix(".yaml") else {
      (content, order) = (String(decoding: bytes, as: UTF8.self), Int.max)
      return
    }
    let tree = try Tree(bytes)
    content = String(decoding: path.hasPrefix("example/") ? bytes : tree.compiled, as: UTF8.self)
    order = path.hasPrefix("languages/") ? tree.order ?? Int.max : Int.max
  }
}

extension Tree {
  fileprivate var order: Int? {
    guard case .map(let entries) = content, let entry = entries.first(where: { $0.key == "order" }),
      case .text(let text) = entry.value.content
    else { return nil }
    return Int(text)
  }
}
