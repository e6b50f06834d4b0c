/// CRC-32C, Castagnoli's polynomial as iSCSI uses it (RFC 3720, appendix B.4): `123456789` gives `e3069283`.
///
/// It takes eight bytes at a time, after Kounavis and Berry ("slicing by 8").
struct LineChecksum: Hashable, Sendable {
  let value: UInt32

  /// The sum of those bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    value = LineChecksum.sum(bytes.span)
  }

  /// Adds the eight digits that stand in a line.
  func appendDigits(to bytes: inout [UInt8]) {
    for place: UInt32 in 0..<8 {
      bytes.append(LineChecksum.digit(UInt8(truncatingIfNeeded: value >> (28 - 4 * place)) & 15))
    }
  }

  /// The eight digits that stand in a line.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    appendDigits(to: &digits)
    return digits
  }

  /// Whether these are its eight digits, compared byte by byte: `A` is not `a`.
  func isWritten(_ written: ArraySlice<UInt8>) -> Bool {
    guard written.count == 8 else { return false }
    var shift: UInt32 = 32
    for byte in written {
      shift -= 4
      guard byte == LineChecksum.digit(UInt8(truncatingIfNeeded: value >> shift) & 15) else { return false }
    }
    return true
  }

  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
  }

  private static func sum(_ bytes: Span<UInt8>) -> UInt32 {
    let table = LineChecksum.table.span
    var sum = ~UInt32(0)
    var index = 0
    while index + 8 <= bytes.count {
      let low =
        sum
        ^ (UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
          | UInt32(bytes[index + 3]) << 24)
      sum =
        table[1792 + Int(low & 255)] ^ table[1536 + Int(low >> 8 & 255)] ^ table[1280 + Int(low >> 16 & 255)]
        ^ table[1024 + Int(low >> 24)] ^ table[768 + Int(bytes[index + 4])] ^ table[512 + Int(bytes[index + 5])]
        ^ table[256 + Int(bytes[index + 6])] ^ table[Int(bytes[index + 7])]
      index += 8
    }
    while index < bytes.count {
      sum = sum >> 8 ^ table[Int((sum ^ UInt32(bytes[index])) & 255)]
      index += 1
    }
    return ~sum
  }

  /// Eight tables of 256: the sum of a byte with none, one … seven zero bytes after it.
  private static let table: [UInt32] = {
    var table: [UInt32] = []
    table.reserveCapacity(2048)
    for byte in 0..<UInt32(256) {
      table.append((0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0x82F6_3B78 : sum >> 1 })
    }
    for index in 256..<2048 {
      let before = table[index - 256]
      table.append(before >> 8 ^ table[Int(before & 255)])
    }
    return table
  }()
}
