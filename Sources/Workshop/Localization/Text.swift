extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without white space at its ends.
  public var trimmed: String {
    // Most texts have none, and that is told by their bytes.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return String(self)
    }
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

extension StringProtocol {
  /// Whether the text begins with another, whatever the case of the letters.
  func begins(with typed: String) -> Bool {
    lowercased().hasPrefix(typed.lowercased())
  }
}

/// The entries of a list that are near to what was typed, nearest first: at most three.
///
/// The distance is the restricted Damerau–Levenshtein distance; one edit in three letters still counts as near.
public func nearest(to typed: String, among names: [String]) -> [String] {
  let wanted = Array(typed.lowercased())
  let limit = max(1, (wanted.count + 1) / 3)
  let measured = names.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
  return measured.filter { $0.distance <= limit || (wanted.count > 1 && $0.name.begins(with: typed)) }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(3).map(\.name)
}

private func distance(_ left: [Character], _ right: [Character]) -> Int {
  guard abs(left.count - right.count) <= 64, left.count <= 256 else { return Int.max }
  var previous: [Int] = []
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var next = [i + 1]
    for (j, other) in right.enumerated() {
      var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { cost = min(cost, previous[j - 1] + 1) }
      next.append(cost)
    }
    previous = row
    row = next
  }
  return row[right.count]
}
