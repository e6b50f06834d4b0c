/// Turns the bytes of a terminal into keys and pastes; what it does not know, it swallows.
struct KeyDecoder {
  private enum State {
    case ground
    case character([UInt8], count: Int)
    case escape
    /// ESC and a character that begins a string for the terminal, or was pressed together with Alt.
    case opening(UInt8)
    case control([UInt8])
    case single
    /// A string for the terminal (OSC, DCS and such), up to its end.
    case string(escaped: Bool)
    /// So many bytes are still part of a sequence.
    case skip(Int)
    case paste([UInt8])
  }

  private var state = State.ground

  /// How long to wait for the next byte before ``timeout()`` is called; nil when nothing is begun.
  var patience: Duration? {
    switch state {
    case .ground: nil
    case .escape, .opening: .milliseconds(40)
    case .character, .control, .single, .string, .skip: .milliseconds(200)
    // Only an end mark that never comes is waited for this long; a paste comes in one go.
    case .paste: .milliseconds(400)
    }
  }

  /// Takes bytes in.
  ///
  /// - Parameter bytes: what was read at once.
  /// - Returns: what they say, in order.
  mutating func feed(_ bytes: [UInt8]) -> [Input] {
    var result: [Input] = []
    var index = 0
    while index < bytes.count {
      if case .paste(let begun) = state {
        state = .ground
        index = paste(begun, bytes, from: index, &result)
      } else {
        step(bytes[index], &result)
        index += 1
      }
    }
    return result
  }

  /// Nothing came for as long as ``patience`` says: what is begun ends here.
  mutating func timeout() -> [Input] {
    defer { state = .ground }
    switch state {
    case .escape: return [.key(.escape)]
    case .opening(let byte): return [.key(.meta(Unicode.Scalar(byte)))]
    case .paste(let bytes): return [.paste(KeyDecoder.text(bytes))]
    case .character: return [.key(.text("\u{FFFD}"))]
    case .ground, .control, .single, .string, .skip: return []
    }
  }

  // MARK: Single bytes

  private mutating func step(_ byte: UInt8, _ result: inout [Input]) {
    switch state {
    case .ground: ground(byte, &result)
    case .character(let bytes, let count): character(bytes + [byte], count, &result)
    case .escape: escape(byte, &result)
    case .opening(let first): opening(first, byte, &result)
    case .control(let bytes): control(bytes + [byte], &result)
    case .single:
      state = .ground
      if let key = KeyDecoder.single(byte) { result.append(.key(.named(key))) }
    case .string(let escaped):
      if byte == 0x07 || byte == 0x18 || byte == 0x1A || (escaped && byte == UInt8(ascii: "\\")) {
        state = .ground
      } else {
        state = .string(escaped: byte == 0x1B)
      }
    case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
    case .paste: break
    }
  }

  private mutating func ground(_ byte: UInt8, _ result: inout [Input]) {
    switch byte {
    case 0x1B: state = .escape
    case 0x00: break
    case 0x01..<0x20, 0x7F: result.append(.key(.control(byte)))
    case 0x20..<0x7F: result.append(.key(.text(Unicode.Scalar(byte))))
    case 0xC2...0xDF: state = .character([byte], count: 2)
    case 0xE0...0xEF: state = .character([byte], count: 3)
    case 0xF0...0xF4: state = .character([byte], count: 4)
    default: result.append(.key(.text("\u{FFFD}")))
    }
  }

  private mutating func character(_ bytes: [UInt8], _ count: Int, _ result: inout [Input]) {
    guard let last = bytes.last, (0x80..<0xC0).contains(last) else {
      // The character was cut short; what cut it is read by itself.
      state = .ground
      result.append(.key(.text("\u{FFFD}")))
      if let last = bytes.last { step(last, &result) }
      return
    }
    guard bytes.count == count else {
      state = .character(bytes, count: count)
      return
    }
    state = .ground
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !(0x80..<0xA0).contains(scalar.value) {
      result.append(.key(.text(scalar)))
    }
  }

  private mutating func escape(_ byte: UInt8, _ result: inout [Input]) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): state = .opening(byte)
    case 0x1B:
      result.append(.key(.escape))
      state = .escape
    case 0x01..<0x80: result.append(.key(.meta(Unicode.Scalar(byte))))
    default:
      result.append(.key(.escape))
      step(byte, &result)
    }
  }

  /// Answers of terminals begin with a digit or a sign of their own; anything else was typed after Alt and a key.
  private mutating func opening(_ first: UInt8, _ byte: UInt8, _ result: inout [Input]) {
    let begins =
      switch first {
      case UInt8(ascii: "_"): byte == UInt8(ascii: "G")
      case UInt8(ascii: "]"): (0x30..<0x3A).contains(byte) || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "L")
      default: (0x21..<0x40).contains(byte)
      }
    if begins {
      state = .string(escaped: false)
    } else {
      state = .ground
      result.append(.key(.meta(Unicode.Scalar(first))))
      step(byte, &result)
    }
  }

  // MARK: Sequences

  private mutating func control(_ bytes: [UInt8], _ result: inout [Input]) {
    guard let last = bytes.last else { return }
    switch last {
    case 0x1B:
      // Broken off by another one.
      state = .escape
    case 0x00..<0x20:
      state = .ground
      step(last, &result)
    case 0x40...0x7E:
      if last == UInt8(ascii: "["), bytes.count == 1 {
        // The function keys of the Linux console have one more letter.
        state = .skip(1)
      } else if last == UInt8(ascii: "M"), bytes.count == 1 {
        // A mouse report in the oldest form: button, column, row.
        state = .skip(3)
      } else if bytes == Array("200~".utf8) {
        state = .paste([])
      } else {
        state = .ground
        if let key = KeyDecoder.sequence(bytes) { result.append(.key(key)) }
      }
    default: state = bytes.count < 64 ? .control(bytes) : .ground
    }
  }

  private static func single(_ byte: UInt8) -> NamedKey? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    default: nil
    }
  }

  private static func sequence(_ bytes: [UInt8]) -> Key? {
    guard let last = bytes.last else { return nil }
    let text = String(decoding: bytes.dropLast(), as: UTF8.self)
    guard text.allSatisfy({ $0.isNumber || $0 == ";" || $0 == ":" }) else { return nil }
    let fields = text.split(separator: ";", omittingEmptySubsequences: false)
    // The keyboard was asked for nothing of this kind, but may tell that a key was let go.
    if fields.count > 1, fields[1].hasSuffix(":3") { return nil }
    let numbers = fields.map { field in Int(field.prefix { $0 != ":" }) ?? 1 }
    let modifiers = max((numbers.count > 1 ? numbers[1] : 1) - 1, 0)
    let byWord = modifiers & 0b110 != 0
    if last == UInt8(ascii: "u") {
      return numbers.first.flatMap { keyboard(code: $0, modifiers: modifiers) }
    }
    if last == UInt8(ascii: "~") {
      if numbers.first == 27, numbers.count == 3 { return keyboard(code: numbers[2], modifiers: modifiers) }
      return numbered(numbers.first ?? 0, byWord: byWord).map(Key.named)
    }
    if last == UInt8(ascii: "Z") { return .named(.backTab) }
    guard last >= UInt8(ascii: "A"), let key = single(last), last < UInt8(ascii: "a") else { return nil }
    switch (key, byWord) {
    case (.left, true): return .named(.wordLeft)
    case (.right, true): return .named(.wordRight)
    default: return .named(key)
    }
  }

  private static func numbered(_ number: Int, byWord: Bool) -> NamedKey? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 3: byWord ? .deleteWord : .delete
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  /// A key reported by its code point, as newer keyboard protocols do.
  private static func keyboard(code: Int, modifiers: Int) -> Key? {
    let alt = modifiers & 0b10 != 0
    let control = modifiers & 0b100 != 0
    switch code {
    case 27: return .escape
    case 9 where modifiers & 1 != 0: return .named(.backTab)
    case 8, 127: return alt || control ? .meta("\u{7F}") : .control(0x7F)
    case 9, 13: return .control(UInt8(code))
    case 0x20..<0x7F:
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      if control, (0x40..<0x7F).contains(code) { return .control(UInt8(code) & 0x1F) }
      return alt ? .meta(scalar) : nil
    default: return nil
    }
  }

  // MARK: Pasting

  private static let end = Array("\u{1B}[201~".utf8)

  /// Takes pasted bytes up to the end mark, which may be split anywhere.
  private mutating func paste(
    _ begun: [UInt8], _ bytes: [UInt8], from start: Int, _ result: inout [Input]
  ) -> Int {
    let end = KeyDecoder.end
    var collected = begun
    var index = start
    while index < bytes.count {
      collected.append(bytes[index])
      index += 1
      if collected.last == end.last, collected.suffix(end.count).elementsEqual(end) {
        result.append(.paste(KeyDecoder.text(collected.dropLast(end.count))))
        return index
      }
    }
    // Ctrl-C by hand while a paste hangs comes as the last byte that was read.
    if collected.last == 0x03 {
      result.append(.key(.control(0x03)))
    } else {
      state = .paste(collected)
    }
    return index
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    var unified: [UInt8] = []
    var afterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        unified.append(0x0A)
      } else if byte != 0 && !(byte == 0x0A && afterReturn) {
        unified.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: unified, as: UTF8.self)
  }
}
