internal import Text
internal import Workshop

// A line is sealed by the checksum of everything before `,"c":"`, which is always its last member: a torn line never
// has a valid one.
extension JSONWriter {
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    strings(texts)
  }

  /// The object that was begun, closed by its checksum.
  consuming func sealed() -> [UInt8] {
    seal()
    return finish()
  }
}

/// How a line's checksum stands to what it holds.
struct Seal: Sendable {
  /// The checksum of the line without its seal; of the whole line when it has none.
  var checksum: LineChecksum
  /// Whether the line has a seal at all.
  var isThere: Bool
  /// Whether the line bears that checksum.
  var isWhole: Bool

  /// The seal of a line.
  init(of line: ArraySlice<UInt8>) {
    let body = line.dropLast(16)
    let seal = line[body.endIndex...]
    isThere = seal.starts(with: ",\"c\":\"".utf8) && seal.suffix(2).elementsEqual("\"}".utf8)
    checksum = LineChecksum(isThere ? body : line)
    isWhole = isThere && checksum.isWritten(seal.dropFirst(6).dropLast(2))
  }
}

extension Header {
  /// The first line of a journal, without its line feed.
  func line(epoch: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("journal", Header.mark)
    writer.member("format", Header.format)
    writer.member("session", session)
    writer.member("method", method)
    writer.member("methodVersion", methodVersion)
    writer.member("methodDigest", methodDigest)
    writer.member("language", language.rawValue)
    writer.member("run", run.rawValue)
    writer.member("tz", timeZone)
    writer.member("created", created.iso)
    writer.member("need", need)
    writer.member("w", epoch)
    writer.member("n", 0)
    return writer.sealed()
  }

  /// What tells a journal of ours from any other file of JSON lines.
  static let mark = "plenum"
}

extension Entry {
  /// The line of an entry, without its line feed.
  public var line: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.finish()
  }

  /// Writes the line of an entry, without its line feed, behind what stands there.
  fileprivate func write(to writer: inout JSONWriter) {
    if let verbatim { return writer.raw(verbatim) }
    let start = writer.bytes.count
    writer.beginObject()
    writer.member("w", id.epoch)
    writer.member("n", id.number)
    writer.key("at")
    writer.moment(at)
    if !seen.isEmpty {
      writer.key("seen")
      writer.beginObject()
      for entry in seen {
        writer.key(named: entry.epoch)
        writer.number(entry.number)
      }
      writer.endObject()
    }
    writer.key("events")
    writer.beginArray()
    if let repair { writer.repair(repair) }
    for event in events { writer.event(event) }
    writer.endArray()
    writer.seal(from: start)
  }
}

extension [Entry] {
  /// The lines of entries, each with its line feed.
  var lines: [UInt8] {
    var writer = JSONWriter()
    for entry in self {
      entry.write(to: &writer)
      writer.endLine()
    }
    return writer.finish()
  }
}

extension JSONWriter {
  /// Writes a torn end: its readable beginning as text, and from the first byte that is no UTF-8 as hexadecimal digits.
  fileprivate mutating func repair(_ repair: Repair) {
    let length = repair.torn.lengthOfText
    beginObject()
    member("type", storedRepair)
    if length > 0 { member("text", String(decoding: repair.torn[..<length], as: UTF8.self)) }
    if length < repair.torn.count { member("rest", Hexadecimal.text(repair.torn[length...])) }
    if repair.nuls > 0 { member("nuls", repair.nuls) }
    endObject()
  }
}

extension Collection<UInt8> {
  /// How many bytes at the beginning are UTF-8.
  var lengthOfText: Int {
    var iterator = makeIterator()
    var decoder = UTF8()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
    return length
  }
}

/// Bytes as digits.
enum Hexadecimal {
  static func text(_ bytes: some Collection<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }

  /// The bytes of pairs of digits, or nil for any other text.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard digits[index] != UInt8(ascii: "+"), digits[index] != UInt8(ascii: "-"),
        let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
