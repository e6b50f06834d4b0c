/// Lines out of bytes that come in pieces, for input that is not a terminal.
struct LineReader {
  private var bytes: [UInt8] = []
  /// Where the bytes begin that have not been given out yet.
  private var start = 0
  /// The number of the last line that was given, from 1.
  private(set) var number = 0
  /// Whether its bytes were not UTF-8 and had to be repaired.
  private(set) var isRepaired = false

  /// Takes bytes in; they are given out again by ``next(isAtEnd:)``. What was given out is dropped.
  mutating func feed(_ new: [UInt8]) {
    bytes.removeSubrange(..<start)
    start = 0
    bytes += new
  }

  /// The next line, without its line end and without one CR before it.
  ///
  /// - Parameter isAtEnd: whether no more bytes will come, so that a last line may do without an end.
  /// - Returns: the line, in which bytes that are not UTF-8 have become U+FFFD; nil when there is none yet.
  mutating func next(isAtEnd: Bool) -> String? {
    let rest = bytes[start...]
    guard var line = rest.firstIndex(of: 0x0A).map({ rest[..<$0] }) ?? (isAtEnd && !rest.isEmpty ? rest : nil)
    else { return nil }
    start = min(line.endIndex + 1, bytes.count)
    if line.last == 0x0D { line.removeLast() }
    number += 1
    isRepaired = String(validating: line, as: UTF8.self) == nil
    return String(decoding: line, as: UTF8.self)
  }

  /// What was begun and has no end yet.
  var unfinished: String { String(decoding: bytes[start...], as: UTF8.self) }
}
