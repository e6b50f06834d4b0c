/// Writes JSON: no white space, members in the order they are given in, and every character that
/// could fool a terminal or a reader as `\uXXXX`.
///
/// There is one of its bytes only: while two held them, each further line would copy all of them.
public struct JSONWriter: ~Copyable {
  /// What is written so far.
  public private(set) var bytes: [UInt8]
  /// Whether nothing stands yet in the innermost object or array.
  private var isFresh = true

  /// A writer that has written nothing.
  public init() {
    bytes = []
    // Most lines are shorter.
    bytes.reserveCapacity(256)
  }

  /// What is written, given away.
  public consuming func finish() -> [UInt8] { bytes }

  /// Begins an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Ends an object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Begins an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Ends an array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Begins the member of that name; its value is written next.
  ///
  /// - Parameter name: The name, without characters that JSON escapes.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(contentsOf: "\":".utf8)
    isFresh = true
  }

  /// Begins the member of a name that is not ours.
  public mutating func key(named name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    isFresh = true
  }

  /// Writes a text in quotation marks.
  public mutating func string(_ text: String) {
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
      case _ where CharacterHazard(scalar) != nil: for unit in UTF16.encode(scalar) ?? .init() { escape(unit) }
      case _ where scalar.isASCII: bytes.append(UInt8(ascii: scalar))
      case _: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// Writes a line that is written already, or the end of one.
  public mutating func raw(_ line: some Collection<UInt8>) {
    bytes.append(contentsOf: line)
    isFresh = true
  }

  /// Ends a line; what follows stands by itself.
  public mutating func endLine() {
    bytes.append(0x0A)
    isFresh = true
  }

  /// Writes a whole number.
  public mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes digits with a decimal point, `true`, `false` or `null` as they are.
  public mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text in quotation marks that nothing is escaped in.
  ///
  /// - Parameter write: Appends the text: ASCII without control characters, quotation marks and backslashes.
  public mutating func plainString(_ write: (inout [UInt8]) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an array of texts.
  public mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
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
