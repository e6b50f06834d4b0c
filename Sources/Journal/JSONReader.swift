internal import Text

/// Reads JSON (RFC 8259) piece by piece, straight out of a file's bytes.
///
/// It is strict: no comments, no trailing commas, no raw control characters, no half surrogate pairs. Numbers that are
/// wanted are whole.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var end = 0
  private var depth = 0
  /// Whether nothing was read yet of the innermost object or array.
  private var isFresh = false
  private var shelf = StringInterner()

  /// A reader of parts of these bytes; ``begin(_:)`` chooses the part.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Stands before the one value that a part of the bytes holds.
  mutating func begin(_ part: Range<Int>) {
    (position, end) = (part.lowerBound, part.upperBound)
    (depth, isFresh) = (0, false)
  }

  /// Makes sure that nothing but white space is left.
  mutating func finish() throws(Damage) {
    guard peek() == nil else { throw .notJSON }
  }

  mutating func beginObject() throws(Damage) { try begin(UInt8(ascii: "{")) }
  mutating func beginArray() throws(Damage) { try begin(UInt8(ascii: "[")) }

  /// The name of the next member, whose value must be read next; nil behind the last.
  mutating func nextKey() throws(Damage) -> String? {
    guard try hasNext(before: UInt8(ascii: "}")) else { return nil }
    let key = try repeatedString()
    try take(UInt8(ascii: ":"))
    return key
  }

  /// Whether another element follows, which must be read next.
  mutating func hasElement() throws(Damage) -> Bool {
    try hasNext(before: UInt8(ascii: "]"))
  }

  /// The next value when it is a text; nil, and passed over, when it is something else.
  mutating func string() throws(Damage) -> String? {
    guard peek() == UInt8(ascii: "\"") else { return try pass() }
    let part = try stringPart()
    return part.isPlain ? try text(bytes[part.range], isASCII: part.isASCII) : try unescapedText(part)
  }

  /// The next value when it is a text that is likely to come again, such as the name of a question.
  mutating func name() throws(Damage) -> String? {
    peek() == UInt8(ascii: "\"") ? try repeatedString() : try pass()
  }

  /// The next value when it is a whole number.
  mutating func number() throws(Damage) -> Int? {
    guard let first = peek(), first == UInt8(ascii: "-") || JSONReader.isDigit(first) else { return try pass() }
    let start = position
    try passNumber()
    return JSONReader.number(bytes[start..<position])
  }

  /// The next value when it is an array of texts.
  mutating func strings() throws(Damage) -> [String]? {
    guard peek() == UInt8(ascii: "[") else { return try pass() }
    var texts: [String]? = []
    try beginArray()
    while try hasElement() {
      if let text = try string() { texts?.append(text) } else { texts = nil }
    }
    return texts
  }

  /// Whether the next value is an object; it is not read yet.
  mutating func isBeforeObject() -> Bool { peek() == UInt8(ascii: "{") }

  /// Whether the next value is an array; it is not read yet.
  mutating func isBeforeArray() -> Bool { peek() == UInt8(ascii: "[") }

  /// Whether a member's value ends here.
  mutating func isBehindMember() -> Bool { [UInt8(ascii: ","), UInt8(ascii: "}")].contains(peek()) }

  /// Passes over the next value, whatever it is.
  mutating func passValue() throws(Damage) {
    switch peek() {
    case UInt8(ascii: "{"):
      try beginObject()
      while try nextKey() != nil { try passValue() }
    case UInt8(ascii: "["):
      try beginArray()
      while try hasElement() { try passValue() }
    case UInt8(ascii: "\""):
      let part = try stringPart()
      _ = part.isPlain ? try text(bytes[part.range], isASCII: part.isASCII) : try unescapedText(part)
    case UInt8(ascii: "t"): try passWord("true")
    case UInt8(ascii: "f"): try passWord("false")
    case UInt8(ascii: "n"): try passWord("null")
    case _: try passNumber()
    }
  }

  private mutating func pass<Value>() throws(Damage) -> Value? {
    try passValue()
    return nil
  }
}

// The pieces.
extension JSONReader {
  /// The next byte that is no white space.
  private mutating func peek() -> UInt8? {
    while position < end {
      let byte = bytes[position]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A else { return byte }
      position += 1
    }
    return nil
  }

  private mutating func take(_ wanted: UInt8) throws(Damage) {
    guard peek() == wanted else { throw .notJSON }
    position += 1
  }

  private mutating func begin(_ bracket: UInt8) throws(Damage) {
    try take(bracket)
    depth += 1
    guard depth <= Limit.depth else { throw .tooDeep }
    isFresh = true
  }

  private mutating func hasNext(before bracket: UInt8) throws(Damage) -> Bool {
    if peek() == bracket {
      position += 1
      depth -= 1
      isFresh = false
      return false
    }
    if isFresh { isFresh = false } else { try take(UInt8(ascii: ",")) }
    return true
  }

  private mutating func repeatedString() throws(Damage) -> String {
    let part = try stringPart()
    guard part.isPlain else { return try unescapedText(part) }
    // Up to 15 bytes a text needs no memory of its own.
    guard part.isASCII, part.range.count > 15 else { return try text(bytes[part.range], isASCII: part.isASCII) }
    return shelf.text(ofASCII: bytes[part.range])
  }

  private func unescapedText(_ part: StringPart) throws(Damage) -> String {
    let (unescaped, rest) = JSONReader.unescaped(bytes[part.range])
    guard rest.isEmpty else { throw .notJSON }
    return try text(unescaped[...], isASCII: false)
  }

  private func text(_ utf8: ArraySlice<UInt8>, isASCII: Bool) throws(Damage) -> String {
    // What is no UTF-8 is replaced here, and then the bytes differ.
    let text = String(decoding: utf8, as: UTF8.self)
    guard isASCII || text.utf8.elementsEqual(utf8) else { throw .notUTF8 }
    return text
  }

  /// What stands between two quotation marks.
  private struct StringPart {
    var range: Range<Int>
    /// Whether it stands there without escapes.
    var isPlain = true
    var isASCII = true
  }

  private mutating func stringPart() throws(Damage) -> StringPart {
    try take(UInt8(ascii: "\""))
    var part = StringPart(range: position..<position)
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        part.range = part.range.lowerBound..<position - 1
        return part
      case UInt8(ascii: "\\"):
        part.isPlain = false
        position += 1
      case 0..<0x20: throw .notJSON
      case 0x80...: part.isASCII = false
      case _: continue
      }
    }
    throw .notJSON
  }

  /// The bytes that a string's bytes stand for, up to the first escape that is none.
  static func unescaped(_ part: ArraySlice<UInt8>) -> (text: [UInt8], rest: ArraySlice<UInt8>) {
    var text: [UInt8] = []
    var rest = part
    while let byte = rest.first {
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        rest.removeFirst()
        continue
      }
      guard let (scalar, length) = escaped(rest), let encoded = UTF8.encode(scalar) else { break }
      text.append(contentsOf: encoded)
      rest.removeFirst(length)
    }
    return (text, rest)
  }

  /// The character of the escape that some bytes begin with, and its length there.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    switch bytes.dropFirst().first {
    case UInt8(ascii: "\""): return ("\"", 2)
    case UInt8(ascii: "\\"): return ("\\", 2)
    case UInt8(ascii: "/"): return ("/", 2)
    case UInt8(ascii: "b"): return ("\u{08}", 2)
    case UInt8(ascii: "f"): return ("\u{0C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case _: break
    }
    guard let first = unit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    // Half a surrogate pair stands for nothing; the other half must follow.
    guard UTF16.isLeadSurrogate(first), let second = unit(bytes.dropFirst(6)), UTF16.isTrailSurrogate(second) else {
      return nil
    }
    let scalar = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    return Unicode.Scalar(scalar).map { ($0, 12) }
  }

  /// The unit that `\uXXXX` stands for.
  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count >= 6, bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    let digits = bytes.dropFirst(2).prefix(4)
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func passWord(_ word: StaticString) throws(Damage) {
    let expected = Array("\(word)".utf8)
    guard bytes[position..<end].starts(with: expected) else { throw .notJSON }
    position += expected.count
  }

  private mutating func passNumber() throws(Damage) {
    if peek() == UInt8(ascii: "-") { position += 1 }
    let start = position
    guard passDigits() > 0, bytes[start] != UInt8(ascii: "0") || position == start + 1 else { throw .notJSON }
    if passByte(in: ".") {
      guard passDigits() > 0 else { throw .notJSON }
    }
    if passByte(in: "eE") {
      _ = passByte(in: "+-")
      guard passDigits() > 0 else { throw .notJSON }
    }
  }

  private mutating func passDigits() -> Int {
    let start = position
    while position < end, JSONReader.isDigit(bytes[position]) { position += 1 }
    return position - start
  }

  private mutating func passByte(in wanted: String) -> Bool {
    guard position < end, wanted.utf8.contains(bytes[position]) else { return false }
    position += 1
    return true
  }

  /// The whole number that those bytes spell, or nil when it is no whole number or too large.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var number = 0
    for byte in isNegative ? bytes.dropFirst() : bytes {
      guard isDigit(byte), number < Int.max / 10 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -number : number
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// The texts that were met lately, so that a name which stands in every line is kept in memory once.
struct StringInterner {
  private var texts: [String] = Array(repeating: "", count: 256)

  /// The text that those bytes spell.
  mutating func text(ofASCII bytes: ArraySlice<UInt8>) -> String {
    // FNV-1a.
    let place = Int(bytes.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 } >> 24)
    if texts[place].utf8.elementsEqual(bytes) { return texts[place] }
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.count <= 128 { texts[place] = text }
    return text
  }
}
