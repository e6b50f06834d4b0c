import Workshop

/// What a script expects the program to answer to a line, and how it is compared.
///
/// The lines after `#=` are the whole answer, line for line; white space at the ends of lines does not matter. `…` within a
/// line stands for any text, and a line that is nothing but `…` for any number of lines. `#=` alone says that nothing is
/// answered.
package struct Expectation {
  package let lines: [Script.Expected]

  /// What stands for anything.
  package static let anything: Character = "…"

  /// The difference between what is expected and an answer; nil when it is as expected.
  package func difference(from answer: [String]) -> Difference? {
    let found = answer.isEmpty ? [""] : answer
    guard let place = mismatch(found) else { return nil }
    return Difference(lines: lines, place: place.expected, found: found, foundPlace: place.found)
  }

  /// The places of the first lines that do not fit, as far as the lines fit at all; nil when all do.
  private func mismatch(_ found: [String]) -> (expected: Int, found: Int)? {
    var best = (expected: 0, found: 0)
    // How far the lines so far can reach: the places in the answer up to which they fit.
    var reached: Set<Int> = [0]
    for (place, line) in lines.enumerated() {
      guard let farthest = reached.max() else { return best }
      best = (place, farthest)
      if line.text.trimmed == String(Expectation.anything) {
        reached = Set((reached.min() ?? 0)...found.count)
      } else {
        reached = Set(reached.filter { $0 < found.count && Expectation.fits(line.text, found[$0]) }.map { $0 + 1 })
      }
    }
    if reached.contains(found.count) { return nil }
    return reached.max().map { (lines.count, $0) } ?? best
  }

  /// Whether a line of an answer is as expected.
  package static func fits(_ expected: String, _ found: String) -> Bool {
    let parts = expected.trimmedAtEnd.split(separator: anything, omittingEmptySubsequences: false)
    let found = found.trimmedAtEnd
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return expected.trimmedAtEnd == found }
    guard found.hasPrefix(first) else { return false }
    var rest = found.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

/// An answer that is not as a script expects it.
package struct Difference {
  /// What is expected.
  package var lines: [Script.Expected]
  /// The place among these of the first line that does not fit; their count when more is answered than is expected.
  package var place: Int
  /// What is answered.
  package var found: [String]
  /// The place among these of the line that does not fit.
  package var foundPlace: Int

  /// The line of the file that does not fit.
  package var number: Int { lines[min(place, lines.count - 1)].number }
  /// What should be answered there; nil when nothing more should be.
  package var expectedLine: String? { lines.indices.contains(place) ? lines[place].text : nil }
  /// What is answered there; nil when nothing more is.
  package var foundLine: String? { found.indices.contains(foundPlace) ? found[foundPlace] : nil }
}

extension String {
  /// The text without white space at its end.
  package var trimmedAtEnd: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
