/// Writes JSON as a journal has it: no white space, members in the order they are given in, and every character that
/// could fool a terminal or a reader as `\uXXXX`.
struct JSONWriter {
  /// What is written so far.
  private(set) var bytes: [UInt8]
  /// Whether nothing stands yet in the innermost object or array.
  private var isFresh = true

  init() {
    bytes = []
    // Most lines are shorter.
    bytes.reserveCapacity(256)
  }

  /// A writer that goes on behind what stands there.
  init(behind bytes: consuming [UInt8]) {
    self.bytes = bytes
  }

  mutating func beginObject() { begin(UInt8(ascii: "{")) }
  mutating func endObject() { end(UInt8(ascii: "}")) }
  mutating func beginArray() { begin(UInt8(ascii: "[")) }
  mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Begins the member of that name; its value is written next.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    isFresh = true
  }

  /// Begins the member of a name that is not ours.
  mutating func key(named name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    isFresh = true
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: JSONWriter.isSuspicious) { escape(text) } else { bytes.append(contentsOf: text.utf8) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String) {
    // Quotation marks are common, and told by their bytes.
    guard text.utf8.contains(where: { JSONWriter.isSuspicious($0) && !JSONWriter.isQuoted($0) }) else {
      for byte in text.utf8 {
        if JSONWriter.isQuoted(byte) { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      case _ where JSONWriter.isEscaped(scalar): for unit in UTF16.encode(scalar) ?? .init() { escape(unit) }
      case _ where scalar.isASCII: bytes.append(UInt8(ascii: scalar))
      case _: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// Writes a line that is written already, or the end of one.
  mutating func raw(_ line: some Collection<UInt8>) {
    bytes.append(contentsOf: line)
    isFresh = true
  }

  mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Whether a character is written as `\uXXXX`: controls, what turns the direction of writing, what takes no room,
  /// line and paragraph separators, the byte order mark, and tags.
  static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    case _: false
    }
  }

  /// Whether a byte is, or may begin, a character that is not written as it is: most text has none and goes in as a whole.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x1F, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    case _: false
    }
  }

  private static func isQuoted(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }

  /// Closes the object that was begun with the checksum of all that stands before it on its line.
  ///
  /// - Parameter start: Where the line begins.
  mutating func seal(from start: Int = 0) {
    let checksum = Checksum(bytes[start...])
    bytes.append(contentsOf: ",\"c\":\"".utf8)
    checksum.appendDigits(to: &bytes)
    bytes.append(contentsOf: "\"}".utf8)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    isFresh = true
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    isFresh = false
  }

  private mutating func separate() {
    if !isFresh { bytes.append(UInt8(ascii: ",")) }
    isFresh = false
  }

  private mutating func escape(_ unit: UInt16) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: "u"))
    let digits = String(unit, radix: 16).utf8
    for _ in digits.count..<4 { bytes.append(UInt8(ascii: "0")) }
    bytes.append(contentsOf: digits)
  }
}

/// A text as JSON, in quotation marks, with the escapes of a journal.
///
/// - Parameter text: Any text.
/// - Returns: The JSON string.
public func jsonString(_ text: String) -> String {
  var json = JSONWriter()
  json.string(text)
  return String(decoding: json.bytes, as: UTF8.self)
}
