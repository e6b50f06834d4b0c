/// The bits of a text (ISO/IEC 18004, section 7.4).
struct Bits {
  private var bits: [Bool] = []

  /// The least version that holds a text, and its data; nil when none does.
  static func codewords(of text: String) -> (version: Version, data: [UInt8])? {
    for version in Version.all {
      var bits = Bits()
      for segment in segments(of: text) { bits.append(segment, in: version) }
      if bits.bits.count <= version.capacity * 8 { return (version, bits.padded(to: version.capacity)) }
    }
    return nil
  }

  private struct Segment {
    var isAlphanumeric: Bool
    var bytes: [UInt8]
  }

  /// The letters that take 5½ bits each, in the order of their values.
  private static let alphanumeric = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  /// The end of a text that is alphanumeric, where that is worth a mode of its own, and what stands before it.
  private static func segments(of text: String) -> [Segment] {
    let bytes = Array(text.utf8)
    var end = bytes.reversed().prefix { alphanumeric.contains($0) }.count
    // The slashes behind the scheme take fewer bits where the letters before them are.
    if end < bytes.count {
      end -= bytes.suffix(end).prefix { UInt8(ascii: ":") == $0 || UInt8(ascii: "/") == $0 }.count
    }
    guard end > 5 || end == bytes.count else { return [Segment(isAlphanumeric: false, bytes: bytes)] }
    let parts = [
      Segment(isAlphanumeric: false, bytes: bytes.dropLast(end)),
      Segment(isAlphanumeric: true, bytes: bytes.suffix(end)),
    ]
    return parts.filter { !$0.bytes.isEmpty }
  }

  private mutating func append(_ segment: Segment, in version: Version) {
    let isLarge = version.number >= 10
    append(segment.isAlphanumeric ? 0b0010 : 0b0100, length: 4)
    guard segment.isAlphanumeric else {
      append(segment.bytes.count, length: isLarge ? 16 : 8)
      for byte in segment.bytes { append(Int(byte), length: 8) }
      return
    }
    append(segment.bytes.count, length: isLarge ? 11 : 9)
    let values = segment.bytes.map { byte in Bits.alphanumeric.firstIndex(of: byte) ?? 0 }
    for start in stride(from: 0, to: values.count, by: 2) {
      if start + 1 < values.count {
        append(values[start] * 45 + values[start + 1], length: 11)
      } else {
        append(values[start], length: 6)
      }
    }
  }

  private mutating func append(_ number: Int, length: Int) {
    for place in (0..<length).reversed() { bits.append(number >> place & 1 == 1) }
  }

  /// Ended, filled up to a whole codeword, and then with the two codewords that fill.
  private func padded(to capacity: Int) -> [UInt8] {
    var bits = self.bits + Array(repeating: false, count: min(4, capacity * 8 - self.bits.count))
    while !bits.count.isMultiple(of: 8) { bits.append(false) }
    var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var isFirst = true
    while bytes.count < capacity {
      bytes.append(isFirst ? 0xEC : 0x11)
      isFirst.toggle()
    }
    return bytes
  }
}
