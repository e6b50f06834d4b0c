/// A tree as a text that is read without a parser: how the built-in files are put into the program.
///
/// After the mark come the nodes, each before what it holds: a letter for its content, its line, and then its text, or
/// how many elements or entries follow; an entry has its line and its key before its value. Numbers are written in
/// groups of six bits, the lowest first, the bit above them set while more follow; a text is its length in bytes and
/// its UTF-8. So the whole is UTF-8 as well, and can stand in a string literal: those compile at once, as an array
/// literal of as many bytes does not.
extension Tree {
  /// What the bytes of a compiled tree begin with.
  static let mark = Array("plenum tree 2\n".utf8)

  private enum Letter {
    static let text = UInt8(ascii: "t")
    static let list = UInt8(ascii: "l")
    static let map = UInt8(ascii: "m")
  }

  /// The tree as bytes, which are UTF-8.
  package var compiled: [UInt8] {
    var bytes = Tree.mark
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch content {
    case .text(let text):
      bytes.append(Letter.text)
      Tree.write(line, to: &bytes)
      Tree.write(text, to: &bytes)
    case .list(let list):
      bytes.append(Letter.list)
      Tree.write(line, to: &bytes)
      Tree.write(list.count, to: &bytes)
      for element in list { element.write(to: &bytes) }
    case .map(let entries):
      bytes.append(Letter.map)
      Tree.write(line, to: &bytes)
      Tree.write(entries.count, to: &bytes)
      for entry in entries {
        Tree.write(entry.line, to: &bytes)
        Tree.write(entry.key, to: &bytes)
        entry.value.write(to: &bytes)
      }
    }
  }

  private static func write(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 64 {
      bytes.append(UInt8(rest & 63) | 64)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    write(text.utf8.count, to: &bytes)
    bytes += text.utf8
  }

  /// Reads a tree that this program has compiled; nil when the bytes are something else.
  package init?(compiled bytes: Span<UInt8>) {
    guard bytes.count >= Tree.mark.count, Tree.mark.indices.allSatisfy({ bytes[$0] == Tree.mark[$0] }) else {
      return nil
    }
    var reader = CompiledReader(place: Tree.mark.count)
    guard let tree = reader.tree(in: bytes, depth: 0), reader.place == bytes.count else { return nil }
    self = tree
  }

  private struct CompiledReader {
    var place: Int

    mutating func tree(in bytes: Span<UInt8>, depth: Int) -> Tree? {
      guard depth <= Tree.mostDepth, place < bytes.count else { return nil }
      let letter = bytes[place]
      place += 1
      guard let line = number(in: bytes) else { return nil }
      switch letter {
      case Letter.text: return text(in: bytes).map { Tree(text: $0, line: line) }
      case Letter.list:
        guard let count = number(in: bytes), count <= bytes.count else { return nil }
        var list: [Tree] = []
        list.reserveCapacity(count)
        for _ in 0..<count {
          guard let element = tree(in: bytes, depth: depth + 1) else { return nil }
          list.append(element)
        }
        return Tree(.list(list), line: line)
      case Letter.map:
        guard let count = number(in: bytes), count <= bytes.count else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
          guard let line = number(in: bytes), let key = text(in: bytes), let value = tree(in: bytes, depth: depth + 1)
          else { return nil }
          entries.append(Entry(key: key, line: line, value: value))
        }
        return Tree(.map(entries), line: line)
      case _: return nil
      }
    }

    private mutating func number(in bytes: Span<UInt8>) -> Int? {
      var number = 0
      var shift = 0
      while place < bytes.count, shift < 36 {
        let byte = bytes[place]
        place += 1
        number |= Int(byte & 63) << shift
        if byte < 64 { return number }
        shift += 6
      }
      return nil
    }

    private mutating func text(in bytes: Span<UInt8>) -> String? {
      guard let count = number(in: bytes), count <= bytes.count - place else { return nil }
      defer { place += count }
      let text = bytes.extracting(place..<place + count)
      return unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}
