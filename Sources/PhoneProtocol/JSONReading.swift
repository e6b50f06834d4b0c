extension JSONValue {
  /// Reads one value: strict, and never deeper than ``PhoneLimits/depth``.
  ///
  /// - Parameter line: The bytes of the value, with nothing but white space around it.
  /// - Throws: What is wrong with it.
  public init(reading line: some Collection<UInt8>) throws(MessageDamage) {
    guard line.count <= PhoneLimits.line else { throw .tooLong }
    var reading = JSONReading(bytes: Array(line))
    self = try reading.value(depth: 0)
    guard reading.peek() == nil else { throw .notJSON }
  }
}

/// A value as it is read, byte after byte.
private struct JSONReading {
  let bytes: [UInt8]
  var position = 0

  mutating func peek() -> UInt8? {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    return position < bytes.count ? bytes[position] : nil
  }

  mutating func value(depth: Int) throws(MessageDamage) -> JSONValue {
    guard depth <= PhoneLimits.depth else { throw .tooDeep }
    switch peek() {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", is: .flag(true))
    case UInt8(ascii: "f"): return try word("false", is: .flag(false))
    case UInt8(ascii: "n"): return try word("null", is: .null)
    case _: return try number()
    }
  }

  private mutating func take(_ wanted: UInt8) throws(MessageDamage) {
    guard peek() == wanted else { throw .notJSON }
    position += 1
  }

  /// Whether another element comes before the bracket, which is passed over otherwise.
  private mutating func hasNext(before bracket: UInt8, isFirst: Bool) throws(MessageDamage) -> Bool {
    guard peek() != bracket else {
      position += 1
      return false
    }
    if !isFirst { try take(UInt8(ascii: ",")) }
    return true
  }

  private mutating func members(depth: Int) throws(MessageDamage) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    position += 1
    while try hasNext(before: UInt8(ascii: "}"), isFirst: members.isEmpty) {
      guard peek() == UInt8(ascii: "\"") else { throw .notJSON }
      let name = try text()
      try take(UInt8(ascii: ":"))
      members.append(.init(name, try value(depth: depth)))
    }
    return members
  }

  private mutating func elements(depth: Int) throws(MessageDamage) -> [JSONValue] {
    var elements: [JSONValue] = []
    position += 1
    while try hasNext(before: UInt8(ascii: "]"), isFirst: elements.isEmpty) {
      elements.append(try value(depth: depth))
    }
    return elements
  }

  private mutating func word(_ word: String, is value: JSONValue) throws(MessageDamage) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw .notJSON }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(MessageDamage) -> JSONValue {
    let start = position
    _ = passByte(in: "-")
    let whole = position
    guard passDigits() > 0, bytes[whole] != UInt8(ascii: "0") || position == whole + 1 else { throw .notJSON }
    let end = position
    if passByte(in: ".") { guard passDigits() > 0 else { throw .notJSON } }
    if passByte(in: "eE") {
      _ = passByte(in: "+-")
      guard passDigits() > 0 else { throw .notJSON }
    }
    let written = String(decoding: bytes[start..<position], as: UTF8.self)
    guard position == end, end - whole <= 18, let number = Int(written) else { return .decimal(written) }
    return .number(number)
  }

  private mutating func passDigits() -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }

  private mutating func passByte(in wanted: String) -> Bool {
    guard position < bytes.count, wanted.utf8.contains(bytes[position]) else { return false }
    position += 1
    return true
  }
}

// Texts.
extension JSONReading {
  fileprivate mutating func text() throws(MessageDamage) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        // What is no UTF-8 would be replaced, and then the bytes differ.
        let decoded = String(decoding: text, as: UTF8.self)
        guard decoded.utf8.elementsEqual(text) else { throw .notJSON }
        return decoded
      case UInt8(ascii: "\\"): text += String(try escaped()).utf8
      case 0..<0x20: throw .notJSON
      case _: text.append(byte)
      }
    }
    throw .notJSON
  }

  private mutating func escaped() throws(MessageDamage) -> Character {
    guard position < bytes.count else { throw .notJSON }
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try scalar())
    case _: throw .notJSON
    }
  }

  private mutating func scalar() throws(MessageDamage) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Half a surrogate pair stands for nothing; the other half must follow.
    guard UTF16.isLeadSurrogate(first), bytes[position...].starts(with: #"\u"#.utf8) else { throw .notJSON }
    position += 2
    let second = try unit()
    guard UTF16.isTrailSurrogate(second) else { throw .notJSON }
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    guard let scalar = Unicode.Scalar(value) else { throw .notJSON }
    return scalar
  }

  private mutating func unit() throws(MessageDamage) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .notJSON }
    position += 4
    return unit
  }
}
