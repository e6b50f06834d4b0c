/// Reads JSON from bytes, front to back, without building a tree: the caller asks for what it expects and passes over
/// the rest.
struct JSONReader {
  /// Why the bytes are not what was asked for.
  struct Mismatch: Error {}

  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var depth = 0

  /// The deepest nesting that is followed.
  static let mostDepth = 32

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Reads an object, handing each name to the body, which reads the value.
  mutating func object(_ body: (String, inout JSONReader) throws(Mismatch) -> Void) throws(Mismatch) {
    try enter("{")
    if skip("}") { return leave() }
    repeat {
      let name = try string()
      try expect(":")
      try body(name, &self)
    } while skip(",")
    try expect("}")
    leave()
  }

  /// Reads an array, calling the body before each element.
  mutating func array(_ body: (inout JSONReader) throws(Mismatch) -> Void) throws(Mismatch) {
    try enter("[")
    if skip("]") { return leave() }
    repeat { try body(&self) } while skip(",")
    try expect("]")
    leave()
  }

  mutating func strings() throws(Mismatch) -> [String] {
    var texts: [String] = []
    try array { reader throws(Mismatch) in texts.append(try reader.string()) }
    return texts
  }

  mutating func integer() throws(Mismatch) -> Int {
    skipSpace()
    let start = place
    if place < bytes.endIndex, bytes[place] == UInt8(ascii: "-") { place += 1 }
    while place < bytes.endIndex, (48...57).contains(bytes[place]) { place += 1 }
    // Nineteen characters hold every number that is ever written here.
    guard place - start <= 19, let number = Int(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw Mismatch()
    }
    return number
  }

  mutating func string() throws(Mismatch) -> String {
    try expect("\"")
    let start = place
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        defer { place += 1 }
        guard let text = String(validating: bytes[start..<place], as: UTF8.self) else { throw Mismatch() }
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw Mismatch()
      case _: place += 1
      }
    }
    throw Mismatch()
  }

  /// A string with escapes in it.
  private mutating func escapedString(from start: Int) throws(Mismatch) -> String {
    var units = Array(bytes[start..<place])
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw Mismatch() }
        return text
      case UInt8(ascii: "\\"): units += try escape()
      case 0..<0x20: throw Mismatch()
      case _: units.append(byte)
      }
    }
    throw Mismatch()
  }

  private mutating func escape() throws(Mismatch) -> [UInt8] {
    guard place < bytes.endIndex else { throw Mismatch() }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      guard UTF16.isLeadSurrogate(unit) else {
        guard let scalar = Unicode.Scalar(unit) else { throw Mismatch() }
        return UTF8.encode(scalar)?.map(\.self) ?? []
      }
      guard place + 1 < bytes.endIndex, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
      else { throw Mismatch() }
      place += 2
      let trail = try hexadecimal()
      guard UTF16.isTrailSurrogate(trail),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(trail) - 0xDC00)
      else { throw Mismatch() }
      return UTF8.encode(scalar)?.map(\.self) ?? []
    case _: throw Mismatch()
    }
  }

  private mutating func hexadecimal() throws(Mismatch) -> UInt16 {
    guard place + 4 <= bytes.endIndex,
      let unit = UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw Mismatch() }
    place += 4
    return unit
  }

  /// Passes over a value of any kind.
  mutating func skipValue() throws(Mismatch) {
    skipSpace()
    guard place < bytes.endIndex else { throw Mismatch() }
    switch bytes[place] {
    case UInt8(ascii: "{"): try object { _, reader throws(Mismatch) in try reader.skipValue() }
    case UInt8(ascii: "["): try array { reader throws(Mismatch) in try reader.skipValue() }
    case UInt8(ascii: "\""): _ = try string()
    case _:
      let start = place
      while place < bytes.endIndex, bytes[place] > 0x20, !",]}".utf8.contains(bytes[place]) { place += 1 }
      guard place > start else { throw Mismatch() }
    }
  }

  private mutating func enter(_ bracket: Unicode.Scalar) throws(Mismatch) {
    try expect(bracket)
    depth += 1
    guard depth <= JSONReader.mostDepth else { throw Mismatch() }
  }

  private mutating func leave() { depth -= 1 }

  private mutating func expect(_ mark: Unicode.Scalar) throws(Mismatch) {
    guard skip(mark) else { throw Mismatch() }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard place < bytes.endIndex, bytes[place] == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.endIndex, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }
}
