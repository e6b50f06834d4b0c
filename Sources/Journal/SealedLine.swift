internal import Text
internal import Workshop

// What only a line of a journal has.
extension JSONWriter {
  /// Writes a moment as ISO 8601.
  mutating func moment(_ moment: Moment) { plainString { moment.appendISO(to: &$0) } }

  /// Closes the object that was begun with the checksum of all that stands before it on its line.
  ///
  /// - Parameter start: Where the line begins.
  mutating func seal(from start: Int = 0) {
    let checksum = LineChecksum(bytes[start...])
    var end: [UInt8] = Array(",\"c\":\"".utf8)
    checksum.appendDigits(to: &end)
    raw(end + "\"}".utf8)
  }
}
