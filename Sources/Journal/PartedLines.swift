// Where the lines of a journal are, whatever became of their line feeds.
extension [UInt8] {
  /// Where the lines are, without their line feeds. Lines whose line feed was lost are parted behind their checksums.
  var partedLines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: 0x0A) ?? count
      lines += parted(start..<end)
      start = end + 1
    }
    return lines
  }

  /// The lines that stand in one: each but the last ends in a checksum that holds, and another one begins right behind it
  /// or behind white space.
  func parted(_ line: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var failures = 0
    var start = line.lowerBound
    var place = start + 16
    while place + 1 < line.upperBound {
      defer { place += 1 }
      guard self[place] == UInt8(ascii: "}"), self[(place - 15)..<place].starts(with: ",\"c\":\"".utf8),
        let next = firstBrace(behind: place, before: line.upperBound)
      else { continue }
      guard Seal(of: self[start...place]).isWhole else {
        // Nobody loses line feeds and checksums so often; it is not looked for without end.
        failures += 1
        guard failures < 16 else { break }
        continue
      }
      parts.append(start..<place + 1)
      (start, place) = (next, next)
    }
    return parts + [start..<line.upperBound]
  }

  /// Where an object begins, with nothing but white space before it.
  private func firstBrace(behind place: Int, before end: Int) -> Int? {
    let next = self[(place + 1)..<end].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D && $0 != 0 }
    guard let next, self[next] == UInt8(ascii: "{") else { return nil }
    return next
  }
}
