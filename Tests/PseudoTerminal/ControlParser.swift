/// What a program tells a terminal to do.
enum Control: Hashable {
  case print(Unicode.Scalar)
  /// A control character by itself.
  case single(UInt8)
  /// ESC and one character.
  case escape(UInt8)
  /// A control sequence: a mark such as `?` or nothing, the numbers, the last character.
  case sequence(mark: UInt8?, numbers: [Int], final: UInt8)
}

/// Turns the bytes that a program writes into what they mean; strings for the terminal, such as titles, are dropped.
struct ControlParser {
  private enum State {
    case ground
    case character([UInt8], count: Int)
    case escape
    case sequence([UInt8])
    /// A character set is named by one more byte.
    case characterSet
    case string(escaped: Bool)
  }

  private var state = State.ground

  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Control] {
    var result: [Control] = []
    for byte in bytes { step(byte, &result) }
    return result
  }

  private mutating func step(_ byte: UInt8, _ result: inout [Control]) {
    switch state {
    case .ground: ground(byte, &result)
    case .character(let begun, let count): character(begun + [byte], count, &result)
    case .escape: escape(byte, &result)
    case .sequence(let begun): sequence(begun, byte, &result)
    case .characterSet: state = .ground
    case .string(let escaped):
      let ends = byte == 0x07 || (escaped && byte == UInt8(ascii: "\\"))
      state = ends ? .ground : .string(escaped: byte == 0x1B)
    }
  }

  private mutating func ground(_ byte: UInt8, _ result: inout [Control]) {
    switch byte {
    case 0x1B: state = .escape
    case 0x00..<0x20, 0x7F: result.append(.single(byte))
    case 0x20..<0x7F: result.append(.print(Unicode.Scalar(byte)))
    case 0xC2...0xDF: state = .character([byte], count: 2)
    case 0xE0...0xEF: state = .character([byte], count: 3)
    case 0xF0...0xF4: state = .character([byte], count: 4)
    default: result.append(.print("\u{FFFD}"))
    }
  }

  private mutating func character(_ bytes: [UInt8], _ count: Int, _ result: inout [Control]) {
    guard let last = bytes.last, (0x80..<0xC0).contains(last) else {
      state = .ground
      result.append(.print("\u{FFFD}"))
      if let last = bytes.last { step(last, &result) }
      return
    }
    guard bytes.count == count else {
      state = .character(bytes, count: count)
      return
    }
    state = .ground
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { result.append(.print(scalar)) }
  }

  private mutating func escape(_ byte: UInt8, _ result: inout [Control]) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .string(escaped: false)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"):
      state = .characterSet
    default:
      state = .ground
      result.append(.escape(byte))
    }
  }

  private mutating func sequence(_ begun: [UInt8], _ byte: UInt8, _ result: inout [Control]) {
    switch byte {
    case 0x40...0x7E:
      state = .ground
      let mark = begun.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
      let text = String(decoding: mark == nil ? begun[...] : begun.dropFirst(), as: UTF8.self).filter { $0 != "$" }
      let fields = text.isEmpty ? [] : text.split(separator: ";", omittingEmptySubsequences: false)
      let numbers = fields.map { Int($0) ?? 0 }
      result.append(.sequence(mark: mark, numbers: numbers, final: byte))
    case 0x20..<0x40: state = .sequence(begun + [byte])
    case 0x1B: state = .escape
    default: result.append(.single(byte))
    }
  }
}
