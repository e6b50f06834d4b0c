internal import Workshop

/// Writes JSON as a journal has it: no white space, members in the order they are given in, and every character that
/// could fool a terminal or a reader as `\uXXXX`.
///
/// There is one of its bytes only: while two held them, each further line would copy all of them.
struct JSONWriter: ~Copyable {
  /// What is written so far.
  private(set) var bytes: [UInt8]
  /// Whether nothing stands yet in the innermost object or array.
  private var isFresh = true

  init() {
    bytes = []
    // Most lines are shorter.
    bytes.reserveCapacity(256)
  }

  /// What is written, given away.
  consuming func finish() -> [UInt8] { bytes }

  mutating func beginObject() { begin(UInt8(ascii: "{")) }
  mutating func endObject() { end(UInt8(ascii: "}")) }
  mutating func beginArray() { begin(UInt8(ascii: "[")) }
  mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Begins the member of that name; its value is written next.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(contentsOf: "\":".utf8)
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
    var text = text
    if text.withUTF8({ unsafe JSONWriter.isPlain($0) }) {
      text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
    } else {
      escape(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String) {
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

  /// Ends a line; what follows stands by itself.
  mutating func endLine() {
    bytes.append(0x0A)
    isFresh = true
  }

  mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func moment(_ moment: Moment) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    moment.appendISO(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
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

  /// Whether no byte is, or may begin, a character that is not written as it is: most text goes in as a whole.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let suspicious = JSONWriter.suspicious
    return unsafe !bytes.contains { suspicious[Int($0)] }
  }

  /// For every byte, whether it is such a one.
  private static let suspicious: [Bool] = (0...UInt8.max).map { byte in
    switch byte {
    case 0x00...0x1F, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    case _: false
    }
  }

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
  return String(decoding: json.finish(), as: UTF8.self)
}
