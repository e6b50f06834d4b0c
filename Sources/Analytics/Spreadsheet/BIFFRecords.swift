/// The records of a BIFF8 stream ([MS-XLS], 2.1.4): a number, a length, and so many bytes.
struct BIFFRecords {
  let bytes: [UInt8]
  private var place: Int
  /// What the record holds that was read last.
  private(set) var body = 0..<0

  init(_ bytes: [UInt8], from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// The number of the next record; nil at the end.
  mutating func next() throws(Refusal) -> Int? {
    guard place >= 0, place + 4 <= bytes.count else { return nil }
    let (number, length) = (bytes.number16(at: place), bytes.number16(at: place + 2))
    guard place + 4 + length <= bytes.count else { throw .cutShort }
    body = (place + 4)..<(place + 4 + length)
    place = body.upperBound
    return number
  }

  /// A number of 16 bits in the record; 0 behind its end.
  func number16(_ offset: Int) -> Int { offset + 2 <= body.count ? bytes.number16(at: body.lowerBound + offset) : 0 }

  /// A number of 32 bits in the record; 0 behind its end.
  func number32(_ offset: Int) -> Int { offset + 4 <= body.count ? bytes.number32(at: body.lowerBound + offset) : 0 }

  func byte(_ offset: Int) -> Int { offset < body.count ? bytes.byte(at: body.lowerBound + offset) : 0 }

  /// A number of 64 bits as IEEE 754 has it.
  func double(_ offset: Int) -> Double {
    Double(bitPattern: UInt64(number32(offset)) | UInt64(number32(offset + 4)) << 32)
  }

  /// What a number of 32 bits stands for in an RK record (2.5.217).
  static func double(rk number: Int) -> Double {
    let value =
      number & 2 != 0
      ? Double(Int32(truncatingIfNeeded: number) >> 2) : Double(bitPattern: UInt64(number & 0xFFFF_FFFC) << 32)
    return number & 1 != 0 ? value / 100 : value
  }

  /// The bodies of the records that go on with this one.
  mutating func continued() throws(Refusal) -> [Range<Int>] {
    var parts = [body]
    while place + 4 <= bytes.count, bytes.number16(at: place) == 0x3C, try next() != nil { parts.append(body) }
    return parts
  }
}

/// Reads texts of BIFF8 out of a record and those that go on with it. A text that is cut says again, where it goes on,
/// whether its characters have one byte or two.
struct BIFFTexts {
  private let bytes: [UInt8]
  private let parts: [Range<Int>]
  private var part = 0
  private var place: Int

  init(_ bytes: [UInt8], _ parts: [Range<Int>]) {
    self.bytes = bytes
    self.parts = parts
    place = parts.first?.lowerBound ?? 0
  }

  private mutating func byte() throws(Refusal) -> Int {
    while part < parts.count, place >= parts[part].upperBound {
      part += 1
      if part < parts.count { place = parts[part].lowerBound }
    }
    guard part < parts.count else { throw .cutShort }
    place += 1
    return Int(bytes[place - 1])
  }

  mutating func number16() throws(Refusal) -> Int { try byte() | byte() << 8 }

  mutating func number32() throws(Refusal) -> Int { try number16() | number16() << 16 }

  mutating func skip(_ count: Int) throws(Refusal) {
    var left = count
    while left > 0 {
      guard part < parts.count else { throw .cutShort }
      let step = min(left, parts[part].upperBound - place)
      place += step
      left -= step
      if left > 0 {
        part += 1
        if part < parts.count { place = parts[part].lowerBound }
      }
    }
  }

  /// A text with its length before it, as UTF-8.
  ///
  /// - Parameter isShort: Whether its length has one byte.
  /// - Returns: UTF-8.
  /// - Throws: When the records end within it.
  mutating func text(isShort: Bool = false) throws(Refusal) -> [UInt8] {
    let count = isShort ? try byte() : try number16()
    let flags = try byte()
    let runs = flags & 8 != 0 ? try number16() : 0
    let extra = flags & 4 != 0 ? try number32() : 0
    let text = try characters(count, isWide: flags & 1 != 0)
    try skip(runs * 4 + extra)
    return text
  }

  private mutating func characters(_ count: Int, isWide: Bool) throws(Refusal) -> [UInt8] {
    var (units, isWide): ([UInt16], Bool) = ([], isWide)
    units.reserveCapacity(count)
    while units.count < count {
      if part < parts.count, place >= parts[part].upperBound {
        part += 1
        guard part < parts.count else { throw .cutShort }
        place = parts[part].lowerBound
        isWide = try byte() & 1 != 0
      }
      units.append(UInt16(isWide ? try number16() : try byte()))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
