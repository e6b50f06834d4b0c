internal import Text

/// A line and the place of the cursor in it, counted in Unicode scalars as libedit counts.
struct LineBuffer: Hashable {
  var scalars: [Unicode.Scalar] = []
  var cursor = 0

  init() {}

  /// A line with the cursor at its end.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  init(scalars: [Unicode.Scalar], cursor: Int) {
    self.scalars = scalars
    self.cursor = min(max(cursor, 0), scalars.count)
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }
  var isEmpty: Bool { scalars.isEmpty }
  var before: String { String(String.UnicodeScalarView(scalars[..<cursor])) }
  var after: String { String(String.UnicodeScalarView(scalars[cursor...])) }

  /// Whether every scalar is a character by itself, as nearly always; the rules for clusters are slow to ask.
  var isSimple: Bool { scalars.allSatisfy { $0.value < 0x300 && $0 != "\r" } }

  /// The grapheme clusters of the line.
  var characters: [Character] { isSimple ? scalars.map(Character.init) : Array(text) }

  /// The places between grapheme clusters, from 0 to the end.
  var boundaries: [Int] {
    if isSimple { return Array(0...scalars.count) }
    var result = [0]
    var offset = 0
    for cluster in text {
      offset += cluster.unicodeScalars.count
      result.append(offset)
    }
    return result
  }

  /// How many characters stand before a place.
  func characterOffset(of place: Int) -> Int { (boundaries.firstIndex { $0 >= place }) ?? 0 }

  func boundary(before place: Int) -> Int { boundaries.last { $0 < place } ?? 0 }
  func boundary(after place: Int) -> Int { boundaries.first { $0 > place } ?? scalars.count }

  /// The line as it is painted: a dot for every scalar from the character on that is named, but for spaces.
  func concealed(by conceals: (String) -> Int?) -> LineBuffer {
    guard let start = conceals(text) else { return self }
    let places = boundaries
    let first = places[min(max(start, 0), places.count - 1)]
    let dots = scalars[first...].map { $0.properties.isWhitespace ? $0 : "•" }
    return LineBuffer(scalars: Array(scalars[..<first]) + dots, cursor: cursor)
  }

  // MARK: Words

  private struct Cluster {
    var start: Int
    var end: Int
    var isWord: Bool
    var isSpace: Bool
  }

  private var clusters: [Cluster] {
    var offset = 0
    return characters.map { cluster in
      let start = offset
      offset += cluster.unicodeScalars.count
      let isWord = cluster.isLetter || cluster.isNumber || cluster == "_"
      return Cluster(start: start, end: offset, isWord: isWord, isSpace: cluster.isWhitespace)
    }
  }

  var wordStart: Int {
    let left = clusters.filter { $0.end <= cursor }
    guard let last = left.lastIndex(where: \.isWord) else { return 0 }
    guard let gap = left[..<last].lastIndex(where: { !$0.isWord }) else { return 0 }
    return left[gap].end
  }

  var wordEnd: Int {
    let right = clusters.filter { $0.start >= cursor }
    guard let first = right.firstIndex(where: \.isWord) else { return scalars.count }
    guard let gap = right[first...].firstIndex(where: { !$0.isWord }) else { return scalars.count }
    return right[gap].start
  }

  /// Where the word before the cursor begins when only spaces end a word.
  var spacedWordStart: Int {
    let left = clusters.filter { $0.end <= cursor }
    guard let last = left.lastIndex(where: { !$0.isSpace }) else { return 0 }
    guard let gap = left[..<last].lastIndex(where: \.isSpace) else { return 0 }
    return left[gap].end
  }

  // MARK: Changes

  mutating func insert(_ text: String) {
    let new = Array(text.unicodeScalars)
    scalars.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Takes a range out of the line and leaves the cursor there.
  mutating func remove(_ range: Range<Int>) -> String {
    let removed = String(String.UnicodeScalarView(scalars[range]))
    scalars.removeSubrange(range)
    cursor = range.lowerBound
    return removed
  }

  /// Exchanges the two characters around the cursor, or the last two at the end of the line.
  mutating func transpose() {
    let places = boundaries
    guard places.count > 2, cursor > 0 else { return }
    let end = cursor == scalars.count ? cursor : boundary(after: cursor)
    let middle = boundary(before: end)
    let start = boundary(before: middle)
    guard start < middle else { return }
    scalars[start..<end] = scalars[middle..<end] + scalars[start..<middle]
    cursor = end
  }

  /// Puts a completion in, with the cursor after it.
  mutating func apply(_ completion: Completion) {
    let places = boundaries
    let last = places.count - 1
    let lower = places[min(max(completion.replaces.lowerBound, 0), last)]
    let upper = places[min(max(completion.replaces.upperBound, 0), last)]
    _ = remove(lower..<max(lower, upper))
    insert(completion.text)
  }

  // MARK: What libedit leaves behind

  /// The line after a command of libedit's, which knows no clusters: a cursor within one moves on in the direction it
  /// went, and what is left of a cluster that was cut in two goes as well.
  ///
  /// - Parameters:
  ///   - old: the line before.
  ///   - isVi: whether the cursor stays on a character when the last one is removed, as it does among vi's commands.
  /// - Returns: a line of whole clusters with the cursor between two of them.
  func mended(from old: LineBuffer, isVi: Bool) -> LineBuffer {
    var result = self
    if scalars.count >= old.scalars.count, isSimple { return self }
    if scalars.count < old.scalars.count {
      let start = zip(scalars, old.scalars).prefix { $0 == $1 }.count
      let cut = min(cursor, start)
      let removed = cut..<cut + old.scalars.count - scalars.count
      if Array(old.scalars[..<cut] + old.scalars[removed.upperBound...]) == scalars {
        let places = old.boundaries
        let lower = places.last { $0 <= removed.lowerBound } ?? 0
        let upper = places.first { $0 >= removed.upperBound } ?? old.scalars.count
        result.scalars = Array(old.scalars[..<lower] + old.scalars[upper...])
        result.cursor =
          isVi && removed.count == 1 && lower == result.scalars.count ? result.boundary(before: lower) : lower
      }
    }
    let places = result.boundaries
    if !places.contains(result.cursor) {
      let forwards = scalars == old.scalars && cursor > old.cursor
      result.cursor =
        forwards
        ? places.first { $0 > result.cursor } ?? result.scalars.count : places.last { $0 < result.cursor } ?? 0
    }
    return result
  }
}
