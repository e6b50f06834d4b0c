/// A walk through the history with Up and Down: only entries that begin with what stood before the cursor.
struct HistoryWalk {
  private let original: LineBuffer
  private let prefix: String
  private var index: Int
  private(set) var line: LineBuffer

  init(from line: LineBuffer, count: Int) {
    original = line
    prefix = line.before
    index = count
    self.line = line
  }

  mutating func older(in entries: [String]) -> Bool {
    var candidate = min(index, entries.count) - 1
    while candidate >= 0 {
      if matches(entries[candidate]) {
        index = candidate
        line = LineBuffer(entries[candidate])
        return true
      }
      candidate -= 1
    }
    return false
  }

  mutating func newer(in entries: [String]) -> Bool {
    var candidate = index + 1
    while candidate < entries.count {
      if matches(entries[candidate]) {
        index = candidate
        line = LineBuffer(entries[candidate])
        return true
      }
      candidate += 1
    }
    guard index < entries.count else { return false }
    index = entries.count
    line = original
    return true
  }

  private func matches(_ entry: String) -> Bool { entry.hasPrefix(prefix) && entry != line.text }
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
