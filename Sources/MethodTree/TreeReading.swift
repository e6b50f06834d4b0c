internal import CYAML

extension Tree {
  /// Reads a document.
  ///
  /// Anchors, aliases and tags are refused where they stand, and a document that is too deep or too large as soon as it
  /// is: nothing of it is built first.
  ///
  /// - Parameter bytes: The content of the file.
  /// - Throws: What stands in the way, with its line.
  package init(_ bytes: some Collection<UInt8>) throws(TreeError) {
    guard bytes.count <= Tree.mostBytes else {
      throw TreeError(line: 1, fault: .tooLarge(bytes: bytes.count, limit: Tree.mostBytes))
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\u{FFFD}") else {
      throw TreeError(line: 1, fault: .notUTF8)
    }
    let result = unsafe Array(bytes).withUnsafeBufferPointer { bytes -> Result<Tree, TreeError> in
      guard let parser = unsafe cyaml_open(bytes.baseAddress, bytes.count) else {
        return .failure(TreeError(line: 1, fault: .notYAML(problem: "not enough memory")))
      }
      defer { unsafe cyaml_close(parser) }
      var reading = unsafe TreeReading(parser: parser)
      return Result { () throws(TreeError) in try unsafe reading.document() }
    }
    self = try result.get()
  }
}

/// A document on its way from libyaml's events to a tree.
@unsafe private struct TreeReading {
  let parser: OpaquePointer
  /// How many nodes may still come.
  var budget = Tree.mostNodes

  /// The one document of a file.
  mutating func document() throws(TreeError) -> Tree {
    let start = try unsafe next()
    guard unsafe start.kind == CYAML_DOCUMENT else { throw unsafe failure(.empty, at: 1) }
    let tree = try unsafe node(try unsafe next(), depth: 0)
    let end = try unsafe next()
    guard unsafe end.kind == CYAML_END else {
      throw unsafe failure(.notYAML(problem: "found another document"), at: end.line)
    }
    return tree
  }

  /// A node with everything in it.
  private mutating func node(_ event: cyaml_event, depth: Int) throws(TreeError) -> Tree {
    let line = unsafe Int(event.line)
    unsafe budget -= 1
    guard unsafe budget > 0, depth <= Tree.mostDepth else {
      throw unsafe failure(.tooManyNodes(limit: Tree.mostNodes), at: event.line)
    }
    switch unsafe event.kind {
    case CYAML_LIST: return try unsafe Tree(.list(list(depth: depth)), line: line)
    case CYAML_MAP: return try unsafe Tree(.map(map(depth: depth)), line: line)
    case _:
      let text = unsafe text(of: event)
      return unsafe Tree(text: event.is_plain && text == "~" ? "" : text, line: line)
    }
  }

  private mutating func list(depth: Int) throws(TreeError) -> [Tree] {
    var list: [Tree] = []
    while true {
      let event = try unsafe next()
      guard unsafe event.kind != CYAML_CLOSE else { return list }
      list.append(try unsafe node(event, depth: depth + 1))
    }
  }

  private mutating func map(depth: Int) throws(TreeError) -> [Tree.Entry] {
    var map: [Tree.Entry] = []
    var keys: Set<String> = []
    while true {
      let event = try unsafe next()
      guard unsafe event.kind != CYAML_CLOSE else { return map }
      guard unsafe event.kind == CYAML_TEXT else { throw unsafe failure(.keyIsNoText, at: event.line) }
      let (key, line) = unsafe (text(of: event), Int(event.line))
      guard keys.insert(key).inserted else { throw unsafe failure(.duplicate(key), at: event.line) }
      map.append(Tree.Entry(key: key, line: line, value: try unsafe node(try unsafe next(), depth: depth + 1)))
    }
  }

  private func next() throws(TreeError) -> cyaml_event {
    let event = unsafe cyaml_next(parser)
    if unsafe event.kind == CYAML_BROKEN {
      throw unsafe failure(.notYAML(problem: text(of: event)), at: event.line)
    }
    if unsafe event.is_marked { throw unsafe failure(.anchor, at: event.line) }
    return unsafe event
  }

  private func text(of event: cyaml_event) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: event.text, count: event.length), as: UTF8.self)
  }

  private func failure(_ fault: TreeError.Fault, at line: Int) -> TreeError {
    TreeError(line: line, fault: fault)
  }
}
