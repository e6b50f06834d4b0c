/// How the bytes of a text stand for its characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// UTF-16, the lower byte first.
  case utf16LittleEndian
  /// UTF-16, the higher byte first.
  case utf16BigEndian
  /// Windows-1252, assumed where nothing else fits.
  case windows1252
}

extension TextEncoding {
  /// The encoding of a text, and how many bytes its byte order mark has. The whole text is looked at, for one byte
  /// near its end may say that it is no UTF-8.
  static func detect(_ stream: ByteStream) throws(Refusal) -> (encoding: TextEncoding, markBytes: Int) {
    guard var piece = try stream.next() else { throw .empty }
    // A short first piece is no reason to see another encoding.
    while piece.count < 1024, let more = try stream.next() { piece += more }
    if piece.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if piece.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let markBytes = piece.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = Array(piece.prefix(1024))
    if let encoding = withoutMark(head) { return (encoding, 0) }
    guard !head.contains(0) else { throw .otherFormat(.unknown) }
    var check = UTF8Check()
    var (isValid, held): (Bool, [UInt8]?) = (true, piece)
    while let piece = held {
      if isValid { isValid = check.accepts(piece) }
      if !isValid { break }
      held = try stream.next()
    }
    return isValid && check.isComplete ? (.utf8, markBytes) : (.windows1252, 0)
  }

  /// UTF-16 without a mark: in most languages here every other byte is zero.
  private static func withoutMark(_ head: [UInt8]) -> TextEncoding? {
    let pairs = head.count / 2
    guard pairs >= 4 else { return nil }
    let (even, odd) = (0..<pairs).reduce(into: (0, 0)) { zeros, pair in
      if head[2 * pair] == 0 { zeros.0 += 1 }
      if head[2 * pair + 1] == 0 { zeros.1 += 1 }
    }
    if odd * 10 > pairs * 6, even * 10 < pairs { return .utf16LittleEndian }
    if even * 10 > pairs * 6, odd * 10 < pairs { return .utf16BigEndian }
    return nil
  }
}

/// Checks a text that comes in pieces to be UTF-8 as RFC 3629 has it: no overlong forms, no surrogates.
struct UTF8Check {
  private var missing = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether nothing is left open.
  var isComplete: Bool { missing == 0 }

  /// Whether a piece goes on as UTF-8.
  mutating func accepts(_ piece: [UInt8]) -> Bool {
    if missing == 0, UTF8Check.isASCII(piece) { return true }
    for byte in piece {
      if missing > 0 {
        guard lowest <= byte, byte <= highest else { return false }
        (lowest, highest) = (0x80, 0xBF)
        missing -= 1
        continue
      }
      switch byte {
      case 0x00...0x7F: break
      case 0xC2...0xDF: missing = 1
      case 0xE0...0xEF:
        missing = 2
        if byte == 0xE0 { lowest = 0xA0 }
        if byte == 0xED { highest = 0x9F }
      case 0xF0...0xF4:
        missing = 3
        if byte == 0xF0 { lowest = 0x90 }
        if byte == 0xF4 { highest = 0x8F }
      case _: return false
      }
    }
    return true
  }

  private static func isASCII(_ piece: [UInt8]) -> Bool {
    var all: UInt8 = 0
    for byte in piece { all |= byte }
    return all < 0x80
  }
}
