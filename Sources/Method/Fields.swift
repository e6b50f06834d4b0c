import MethodTree
import Workshop

/// The keys and values of a map, read one by one, every mistake with its line.
struct Fields {
  let file: String
  let line: Int
  private let entries: [Tree.Entry]

  /// The fields of a map that may have these keys and no others.
  init(_ tree: Tree, file: String, keys: [String]) throws(MethodError) {
    try self.init(open: tree, file: file)
    if let unknown = unknownKeys(besides: keys).first { throw unknown }
  }

  /// The fields of a map whose keys are names of the author's own.
  init(open tree: Tree, file: String) throws(MethodError) {
    self.file = file
    line = tree.line
    switch tree.content {
    case .map(let entries): self.entries = entries
    case .text(let text) where text.isEmpty: entries = []
    case .text, .list: throw MethodError(file: file, line: tree.line, fault: .expected(.map, found: tree.shown))
    }
  }

  /// Every key that is none of these.
  func unknownKeys(besides keys: [String]) -> [MethodError] {
    entries.filter { !keys.contains($0.key) }.map { entry in
      MethodError(
        file: file, line: entry.line, fault: .unknownKey(entry.key, nearest: nearest(to: entry.key, among: keys)))
    }
  }

  /// All entries in order.
  var all: [Tree.Entry] { entries }

  subscript(key: String) -> Tree? { entries.first { $0.key == key }?.value }

  func needed(_ key: String) throws(MethodError) -> Tree {
    guard let tree = self[key] else { throw MethodError(file: file, line: line, fault: .missing(key: key)) }
    return tree
  }

  func text(_ key: String) throws(MethodError) -> String {
    try needed(key).text(in: file)
  }

  func optionalText(_ key: String) throws(MethodError) -> String? {
    guard let tree = self[key] else { return nil }
    return try tree.text(in: file)
  }

  func list(_ key: String) throws(MethodError) -> [Tree] {
    guard let tree = self[key] else { return [] }
    return try tree.list(in: file)
  }

  /// A map of names to texts; empty when it is not there.
  func texts(_ key: String) throws(MethodError) -> [(key: String, text: String)] {
    guard let tree = self[key] else { return [] }
    var texts: [(key: String, text: String)] = []
    for entry in try Fields(open: tree, file: file).all { texts.append((entry.key, try entry.value.text(in: file))) }
    return texts
  }

  func truth(_ key: String, default fallback: Bool) throws(MethodError) -> Bool {
    guard let tree = self[key] else { return fallback }
    switch try tree.text(in: file) {
    case "true": return true
    case "false": return false
    case let other: throw MethodError(file: file, line: tree.line, fault: .expected(.truth, found: other))
    }
  }
}

extension Tree {
  /// What stands here, short enough for a message.
  var shown: String {
    switch content {
    case .text(let text): text
    case .list(let list): "[… \(list.count)]"
    case .map(let map): "{\(map.map(\.key).joined(separator: ", "))}"
    }
  }

  func text(in file: String) throws(MethodError) -> String {
    guard case .text(let text) = content else {
      throw MethodError(file: file, line: line, fault: .expected(.text, found: shown))
    }
    return text
  }

  /// A list; a single text counts as a list of one.
  func list(in file: String) throws(MethodError) -> [Tree] {
    switch content {
    case .list(let list): return list
    case .text(let text): return text.isEmpty ? [] : [self]
    case .map: throw MethodError(file: file, line: line, fault: .expected(.list, found: shown))
    }
  }

  func texts(in file: String) throws(MethodError) -> [String] {
    var texts: [String] = []
    for element in try list(in: file) { texts.append(try element.text(in: file)) }
    return texts
  }

  func number(in file: String) throws(MethodError) -> Int {
    let text = try text(in: file)
    guard let number = Int(text), (0...1_000_000).contains(number) else {
      throw MethodError(file: file, line: line, fault: .expected(.number, found: text))
    }
    return number
  }

  /// The names of a list, none of them twice.
  func names(in file: String) throws(MethodError) -> [String] {
    var names: [String] = []
    for element in try list(in: file) {
      let name = try element.text(in: file)
      guard !names.contains(name) else { throw MethodError(file: file, line: element.line, fault: .duplicate(name)) }
      names.append(name)
    }
    return names
  }

  /// `1..5`
  func range(in file: String) throws(MethodError) -> ClosedRange<Int> {
    let text = try text(in: file)
    guard let range = ClosedRange(written: text, with: ".."), range.lowerBound >= 0, range.upperBound > 0 else {
      throw MethodError(file: file, line: line, fault: .expected(.range, found: text))
    }
    return range
  }
}

extension ClosedRange<Int> {
  /// Two whole numbers and a mark between them, the smaller first.
  init?(written text: String, with mark: String) {
    guard let between = text.firstRange(of: mark), let low = Int(text[..<between.lowerBound].trimmed),
      let high = Int(text[between.upperBound...].trimmed), low <= high
    else { return nil }
    self = low...high
  }
}
