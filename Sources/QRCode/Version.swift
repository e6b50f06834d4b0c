/// A version of the code: how large it is, and how its codewords stand in blocks at level M (ISO/IEC 18004, table 9).
struct Version: Hashable, Sendable {
  /// 1 to 10.
  let number: Int
  /// The codewords for correction in each block.
  let correction: Int
  /// How many codewords of data each block has.
  let blocks: [Int]

  static let all: [Version] = [
    Version(number: 1, correction: 10, blocks: [16]),
    Version(number: 2, correction: 16, blocks: [28]),
    Version(number: 3, correction: 26, blocks: [44]),
    Version(number: 4, correction: 18, blocks: [32, 32]),
    Version(number: 5, correction: 24, blocks: [43, 43]),
    Version(number: 6, correction: 16, blocks: [27, 27, 27, 27]),
    Version(number: 7, correction: 18, blocks: [31, 31, 31, 31]),
    Version(number: 8, correction: 22, blocks: [38, 38, 39, 39]),
    Version(number: 9, correction: 22, blocks: [36, 36, 36, 37, 37]),
    Version(number: 10, correction: 26, blocks: [43, 43, 43, 43, 44]),
  ]

  /// How many modules a side has.
  var size: Int { 17 + 4 * number }

  /// How many codewords of data there are.
  var capacity: Int { blocks.reduce(0, +) }

  /// The rows and columns of the alignment patterns (annex E).
  var alignment: [Int] {
    switch number {
    case 1: []
    case 2...6: [6, size - 7]
    case _: [6, size / 2, size - 7]
    }
  }

  /// The data in blocks, each with its correction, interleaved (section 7.6).
  func withCorrection(_ data: [UInt8]) -> [UInt8] {
    var rest = data[...]
    var parts: [[UInt8]] = []
    for length in blocks {
      parts.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    let corrections = parts.map { ReedSolomon.correction(of: $0, length: correction) }
    return Version.interleaved(parts) + Version.interleaved(corrections)
  }

  private static func interleaved(_ parts: [[UInt8]]) -> [UInt8] {
    (0..<(parts.map(\.count).max() ?? 0)).flatMap { place in
      parts.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
  }
}

/// Reed–Solomon codes over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (section 7.5).
enum ReedSolomon {
  static func correction(of data: [UInt8], length: Int) -> [UInt8] {
    let divisor = divisor(length)
    var remainder = [UInt8](repeating: 0, count: length)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for place in 0..<length { remainder[place] ^= product(divisor[place], factor) }
    }
    return remainder
  }

  /// The coefficients of (x − 2⁰)(x − 2¹)… but the first, which is 1.
  private static func divisor(_ length: Int) -> [UInt8] {
    var divisor = [UInt8](repeating: 0, count: length - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<length {
      for place in 0..<length {
        divisor[place] = product(divisor[place], root) ^ (place + 1 < length ? divisor[place + 1] : 0)
      }
      root = product(root, 2)
    }
    return divisor
  }

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product = 0
    for place in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) * 0x11D
      if right >> place & 1 == 1 { product ^= Int(left) }
    }
    return UInt8(truncatingIfNeeded: product)
  }
}
