/// Writes JSON, compactly, into bytes. Whatever could disturb a terminal or a reader of the file is written as `\uXXXX`.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// The name of the next member; it is a plain ASCII word.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    JSONWriter.append(text, to: &bytes)
    needsComma = true
  }

  mutating func integer(_ number: Int) {
    separate()
    bytes += String(number).utf8
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    integer(number)
  }

  /// A member that is left out when there is nothing to say.
  mutating func member(_ name: StaticString, optional text: String?) {
    if let text { member(name, text) }
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    open("[")
    for text in texts { string(text) }
    close("]")
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// A text as a JSON string, in quotation marks.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case _ where isEscaped(scalar): appendEscape(scalar, to: &bytes)
      case _: bytes += UTF8.encode(scalar)?.map(\.self) ?? []
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Control characters, marks that turn the direction of writing, characters without width, line and paragraph
  /// separators, the byte order mark, and tags.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      true
    case _: false
    }
  }

  private static func appendEscape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let alphabet = Array("0123456789abcdef".utf8)
    for unit in UTF16.encode(scalar)?.map(\.self) ?? [] {
      bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
      for shift in [12, 8, 4, 0] { bytes.append(alphabet[Int(unit >> UInt16(shift) & 0xF)]) }
    }
  }
}

/// A text as JSON, in quotation marks.
public func jsonString(_ text: String) -> String {
  var bytes: [UInt8] = []
  JSONWriter.append(text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
