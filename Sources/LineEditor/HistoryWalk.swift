/// A walk through the history with Up and Down: only entries that begin with what stood before the cursor.
struct HistoryWalk {
  private let original: LineBuffer
  private let prefix: String
  private var index: Int
  private(set) var line: LineBuffer

  /// A line that something was typed in place of: the first that Up brings back, whatever it begins with.
  private let replaced: String?

  init(from line: LineBuffer, count: Int, replaced: String? = nil) {
    original = line
    prefix = line.before
    self.replaced = replaced
    index = count + (replaced == nil ? 0 : 1)
    self.line = line
  }

  mutating func older(in entries: [String]) -> Bool { walk(by: -1, in: entries) }

  mutating func newer(in entries: [String]) -> Bool {
    if walk(by: 1, in: entries) { return true }
    let end = end(of: entries)
    guard index < end else { return false }
    index = end
    line = original
    return true
  }

  private func end(of entries: [String]) -> Int { entries.count + (replaced == nil ? 0 : 1) }

  private mutating func walk(by step: Int, in entries: [String]) -> Bool {
    let end = end(of: entries)
    var candidate = min(index, end) + step
    while (0..<end).contains(candidate) {
      let isReplaced = candidate == entries.count
      let entry = isReplaced ? replaced ?? "" : entries[candidate]
      if entry != line.text, isReplaced || entry.hasPrefix(prefix) {
        index = candidate
        line = LineBuffer(entry)
        return true
      }
      candidate += step
    }
    return false
  }
}

/// A search through the history for a piece of text, newest first.
struct HistorySearch {
  let original: LineBuffer
  private(set) var pattern = ""
  private var index: Int
  private(set) var line: LineBuffer
  private(set) var isFound = true

  init(from line: LineBuffer, count: Int) {
    original = line
    self.line = line
    index = count
  }

  mutating func add(_ text: String, in entries: [String]) {
    pattern += text
    find(from: min(index, entries.count - 1), step: -1, in: entries)
  }

  mutating func removeLast(in entries: [String]) {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    index = entries.count
    line = original
    isFound = true
    if !pattern.isEmpty { find(from: entries.count - 1, step: -1, in: entries) }
  }

  mutating func older(in entries: [String]) { find(from: index - 1, step: -1, in: entries) }
  mutating func newer(in entries: [String]) { find(from: index + 1, step: 1, in: entries) }

  private mutating func find(from start: Int, step: Int, in entries: [String]) {
    guard !pattern.isEmpty else { return }
    let ignoresCase = pattern == pattern.lowercased()
    var candidate = start
    while entries.indices.contains(candidate) {
      let entry = entries[candidate]
      if let place = offset(of: pattern, in: ignoresCase ? entry.lowercased() : entry) {
        index = candidate
        line = LineBuffer(scalars: Array(entry.unicodeScalars), cursor: place)
        isFound = true
        return
      }
      candidate += step
    }
    isFound = false
  }

  private func offset(of pattern: String, in entry: String) -> Int? {
    let wanted = Array(pattern.unicodeScalars)
    let text = Array(entry.unicodeScalars)
    guard text.count >= wanted.count else { return nil }
    return (0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
