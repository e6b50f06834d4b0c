/// Turns a text that comes in pieces into UTF-8.
struct Transcoding {
  let encoding: TextEncoding
  /// A byte, or the first half of a surrogate pair, that waits for the next piece.
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Appends a piece.
  mutating func append(_ piece: ArraySlice<UInt8>, to text: inout [UInt8]) {
    switch encoding {
    case .utf8: text += piece
    case .windows1252:
      text.reserveCapacity(text.count + piece.count)
      for byte in piece { Windows1252.append(byte, to: &text) }
    case .utf16LittleEndian, .utf16BigEndian:
      text.reserveCapacity(text.count + piece.count / 2)
      for byte in piece {
        guard let first = oddByte else {
          oddByte = byte
          continue
        }
        oddByte = nil
        let (low, high) = encoding == .utf16LittleEndian ? (first, byte) : (byte, first)
        append(UInt16(high) << 8 | UInt16(low), to: &text)
      }
    }
  }

  /// Ends the text: what was left open has no meaning.
  mutating func finish(_ text: inout [UInt8]) {
    if oddByte != nil || highSurrogate != nil { text += Transcoding.replacement }
    (oddByte, highSurrogate) = (nil, nil)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        return UTF8.append(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(unit) - 0xDC00, to: &text)
      }
      text += Transcoding.replacement
    }
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: text += Transcoding.replacement
    case _: UTF8.append(UInt32(unit), to: &text)
    }
  }
}

/// Windows-1252 as the WHATWG's encoding standard has it.
enum Windows1252 {
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    guard byte >= 0x80 else { return text.append(byte) }
    UTF8.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte), to: &text)
  }

  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes { append(byte, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }
}

extension UTF8 {
  /// Appends a scalar value, which is no surrogate, as UTF-8.
  static func append(_ value: UInt32, to text: inout [UInt8]) {
    switch value {
    case 0..<0x80: text.append(UInt8(value))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | value >> 6))
      text.append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      text.append(UInt8(0xE0 | value >> 12))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    case _:
      text.append(UInt8(0xF0 | value >> 18 & 0x07))
      text.append(UInt8(0x80 | value >> 12 & 0x3F))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
