internal import Text

/// Turns the bytes of a terminal into keys and pastes; what it does not know, it swallows.
struct KeyDecoder {
  private enum State {
    case ground
    case character([UInt8], count: Int)
    case escape
    /// ESC twice: Escape and another key, or a key together with Alt, as rxvt sends it.
    case escapes
    /// ESC and a character that begins a string for the terminal, or was pressed together with Alt.
    case opening(UInt8)
    case control([UInt8])
    case single
    /// A string for the terminal (OSC, DCS and such), up to its end.
    case string(escaped: Bool)
    /// So many bytes are still part of a sequence.
    case skip(Int)
    case paste([UInt8])
    /// The end of a paste has come, or a burst that is one without marks: what still comes at once is part of it.
    case burst([UInt8])
    /// A character that may go on a sequence whose ESC came long before.
    case late(UInt8)
  }

  /// Whether the terminal marks what is pasted: it has said so, or has done so.
  private(set) var marksPastes = false
  /// What the terminal answered about Alt: whether it sends ESC before a key.
  private(set) var altSendsEscape: Bool?
  /// Whether the sequence that is begun was sent with ESC before it, for Alt.
  private var hasAlt = false
  /// Whether an ESC was just taken for the key.
  private var hasEscaped = false

  private var state = State.ground

  /// Has pastes marked and Alt sent as ESC, and asks first what the terminal does by itself.
  static let modesOn = "\u{1B}[?2004$p\u{1B}[?1036$p\u{1B}[?2004h\u{1B}[?1036h"
  /// What puts the terminal's own ways back.
  var modesOff: String { "\u{1B}[?2004l" + (altSendsEscape == false ? "\u{1B}[?1036l" : "") }

  /// How long to wait for the next byte before ``timeout()`` is called; nil when nothing is begun.
  var patience: Duration? {
    switch state {
    case .ground: nil
    case .escape, .escapes, .opening: .milliseconds(40)
    case .character, .string, .skip: .milliseconds(200)
    // A sequence is never given up in its middle on a slow line.
    case .control, .single: .seconds(1)
    // Only an end mark that never comes is waited for this long; a paste comes in one go.
    case .paste: .milliseconds(400)
    case .burst: .milliseconds(25)
    case .late: .milliseconds(40)
    }
  }

  /// How long nothing must have been typed before many bytes at once are a paste, and not keys that were not read yet.
  static let quiet = Duration.milliseconds(50)

  /// Takes bytes in.
  ///
  /// - Parameters:
  ///   - bytes: what was read at once.
  ///   - afterQuiet: whether nothing came for ``quiet`` before.
  /// - Returns: what they say, in order.
  mutating func feed(_ bytes: [UInt8], afterQuiet: Bool = false) -> [Input] {
    if case .ground = state {
      if afterQuiet, !marksPastes, KeyDecoder.isBurst(bytes) { state = .burst([]) }
      if hasEscaped, KeyDecoder.goesOn(bytes) { state = bytes.count == 1 ? .ground : .escape }
      if hasEscaped, bytes.count == 1, let byte = bytes.first, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
        hasEscaped = false
        state = .late(byte)
        return []
      }
    }
    if !bytes.isEmpty { hasEscaped = false }
    var result: [Input] = []
    var index = 0
    while index < bytes.count {
      if case .burst(let begun) = state {
        state = .burst(begun + bytes[index...])
        return result
      }
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
    case .escape:
      hasEscaped = true
      return [.key(.escape)]
    case .escapes: return [.key(.escape), .key(.escape)]
    case .late(let byte): return [.key(.text(Unicode.Scalar(byte)))]
    case .burst(let bytes): return [.paste(KeyDecoder.text(KeyDecoder.withoutMarks(bytes)))]
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
    case .escapes: escapes(byte, &result)
    case .opening(let first): opening(first, byte, &result)
    case .control(let bytes): control(bytes + [byte], &result)
    case .single:
      state = .ground
      if byte != UInt8(ascii: "P"), let key = KeyDecoder.single(byte) { result.append(.key(.named(key))) }
    case .string(let escaped):
      if byte == 0x07 || byte == 0x18 || byte == 0x1A || (escaped && byte == UInt8(ascii: "\\")) {
        state = .ground
      } else {
        state = .string(escaped: byte == 0x1B)
      }
    case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
    case .late(let first):
      state = .escape
      step(first, &result)
      step(byte, &result)
    case .paste, .burst: break
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
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where !(0x80..<0xA0).contains(scalar.value) && !KeyDecoder.isUnseen(scalar) {
      result.append(.key(.text(scalar)))
    }
  }

  private mutating func escape(_ byte: UInt8, _ result: inout [Input]) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): state = .opening(byte)
    case 0x1B: state = .escapes
    case 0x01..<0x80: result.append(.key(.meta(Unicode.Scalar(byte))))
    default:
      result.append(.key(.escape))
      step(byte, &result)
    }
  }

  private mutating func escapes(_ byte: UInt8, _ result: inout [Input]) {
    if byte == UInt8(ascii: "[") {
      hasAlt = true
      state = .control([])
    } else {
      result.append(.key(.escape))
      if byte == 0x1B { return }
      state = .escape
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
    // rxvt ends a key that is held with Shift by what elsewhere stands before the end.
    case 0x40...0x7E,
      UInt8(ascii: "$") where last != UInt8(ascii: "$") || KeyDecoder.isNumber(bytes.dropLast()):
      if last == UInt8(ascii: "["), bytes.count == 1 {
        // The function keys of the Linux console have one more letter.
        state = .skip(1)
      } else if bytes == Array("200~".utf8) {
        marksPastes = true
        state = .paste([])
      } else {
        state = .ground
        hear(answer: bytes)
        let hadAlt = hasAlt
        hasAlt = false
        guard let key = KeyDecoder.sequence(bytes) else { return }
        result.append(.key(hadAlt ? key.withAlt : key))
      }
    default: state = bytes.count < 64 ? .control(bytes) : .ground
    }
  }

  /// What the terminal says of its modes.
  private mutating func hear(answer bytes: [UInt8]) {
    guard bytes.first == UInt8(ascii: "?"), bytes.last == UInt8(ascii: "y") else { return }
    let fields = bytes.dropFirst().dropLast(2).split(separator: UInt8(ascii: ";"))
    let numbers = fields.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    guard numbers.count == 2 else { return }
    if numbers[0] == 2004, (1...3).contains(numbers[1]) { marksPastes = true }
    if numbers[0] == 1036, numbers[1] != 0, altSendsEscape == nil { altSendsEscape = numbers[1] % 2 == 1 }
  }

  /// Whether bytes may go on a sequence whose ESC came before them: all of it at once, or its first character.
  private static func goesOn(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "O"), bytes.count > 1 else {
      return false
    }
    if first == UInt8(ascii: "O") { return bytes.count == 2 && single(bytes[1]) != nil }
    let end = bytes.dropFirst().firstIndex { !(0x30..<0x3C).contains($0) } ?? bytes.count - 1
    return end == bytes.count - 1 && (0x40...0x7E).contains(bytes[end])
  }

  /// Whether bytes that came at once are a paste without marks: a tab or a line end stands between texts.
  private static func isBurst(_ bytes: [UInt8]) -> Bool {
    func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F }
    guard !bytes.contains(0x1B), let first = bytes.firstIndex(where: isText),
      let last = bytes.lastIndex(where: isText)
    else { return false }
    return bytes[first..<last].contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  /// What nobody sees is not typed. What may shape the character before it is.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0020...0xE007F, 0xE0100...0xE01EF, 0x180B...0x180F, 0x034F, 0x115F, 0x1160:
      false
    case _: scalar.isUnseen
    }
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30..<0x3A).contains($0) }
  }

  private static func single(_ byte: UInt8) -> NamedKey? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .delete
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
    // rxvt names the keys that are held by the last character.
    if last == UInt8(ascii: "^") || last == UInt8(ascii: "@") {
      return numbered(numbers.first ?? 0, byWord: true).map(Key.named)
    }
    if last == UInt8(ascii: "$") { return numbered(numbers.first ?? 0, byWord: false).map(Key.named) }
    if last == UInt8(ascii: "Z") { return .named(.backTab) }
    // The keypad's keys of st; nobody asked for reports of the mouse.
    if bytes.count == 1, last == UInt8(ascii: "M") { return .named(.deleteWord) }
    if last == UInt8(ascii: "P"), bytes.count > 1 { return nil }
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
        // What comes in the same burst is no key: nobody types that fast, and a paste may have an end mark in it.
        state = .burst(Array(collected.dropLast(end.count)))
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

  /// Bytes without the marks of a paste that came behind its first end.
  private static func withoutMarks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      result.append(byte)
      if byte == end.last, result.suffix(end.count).elementsEqual(end) { result.removeLast(end.count) }
    }
    return result
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
