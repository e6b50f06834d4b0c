/// Lines out of bytes that come in pieces, for input that is not a terminal.
struct LineReader {
  private var rest: [UInt8] = []
  /// The number of the last line that was given, from 1.
  private(set) var number = 0
  /// Whether its bytes were not UTF-8 and had to be repaired.
  private(set) var isRepaired = false

  /// Takes bytes in; they are given out again by ``next(isAtEnd:)``.
  mutating func feed(_ bytes: [UInt8]) { rest += bytes }

  /// The next line, without its line end and without one CR before it.
  ///
  /// - Parameter isAtEnd: whether no more bytes will come, so that a last line may do without an end.
  /// - Returns: the line, in which bytes that are not UTF-8 have become U+FFFD; nil when there is none yet.
  mutating func next(isAtEnd: Bool) -> String? {
    var line: ArraySlice<UInt8>
    if let end = rest.firstIndex(of: 0x0A) {
      line = rest[..<end]
      rest.removeSubrange(...end)
    } else {
      guard isAtEnd, !rest.isEmpty else { return nil }
      line = rest[...]
      rest = []
    }
    if line.last == 0x0D { line.removeLast() }
    number += 1
    isRepaired = String(validating: line, as: UTF8.self) == nil
    return String(decoding: line, as: UTF8.self)
  }

  /// What was begun and has no end yet.
  var unfinished: String { String(decoding: rest, as: UTF8.self) }
}
