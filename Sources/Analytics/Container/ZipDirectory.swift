/// A member as the central directory of a zip archive describes it.
struct ZipEntry: Sendable {
  let name: String
  /// Where its packed bytes begin.
  let start: Int
  let packedBytes: Int
  /// How many bytes it unpacks to.
  let bytes: Int
  let isDeflated: Bool
  /// The CRC-32 of what it unpacks to.
  let checksum: UInt32
}

/// The members of a zip archive (PKWARE's APPNOTE 6.3.10), as its central directory has them: only there are the sizes
/// sure, for a member written as a stream has them behind its data. Zip64 is read; archives of several disks and
/// encrypted members are refused, and so is what claims to unpack to more than any table would: sizes are judged before
/// anything is unpacked, and no other format comes along, as it would with a library for archives.
struct ZipDirectory: Sendable {
  let entries: [ZipEntry]

  private static let localHeader = 0x0403_4B50
  private static let centralHeader = 0x0201_4B50
  private static let end = 0x0605_4B50
  private static let end64 = 0x0606_4B50
  private static let end64Locator = 0x0706_4B50

  /// Whether bytes begin as a zip archive does, an empty one too.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let mark = bytes.number32(at: 0)
    return mark == localHeader || mark == end
  }

  /// Reads the central directory.
  init(_ source: Source, limits: Limits) throws(Refusal) {
    let (offset, size, count) = try ZipDirectory.place(in: source)
    guard count <= limits.members else { throw .tooManyMembers(count: count, limit: limits.members) }
    let directory = try source.bytes(at: offset, count: size)
    var (entries, headers, place): ([ZipEntry], [Int], Int) = ([], [], 0)
    for _ in 0..<count {
      guard directory.number32(at: place) == ZipDirectory.centralHeader else { throw .damagedArchive(member: "") }
      let lengths = (28, 30, 32)
      let (nameLength, extraLength, commentLength) = (
        directory.number16(at: place + lengths.0), directory.number16(at: place + lengths.1),
        directory.number16(at: place + lengths.2)
      )
      let next = place + 46 + nameLength + extraLength + commentLength
      guard next <= directory.count else { throw .damagedArchive(member: "") }
      let name = ZipDirectory.name(directory[(place + 46)..<(place + 46 + nameLength)])
      let extra = Array(directory[(place + 46 + nameLength)..<(place + 46 + nameLength + extraLength)])
      if !name.hasSuffix("/") {
        let header = try CentralHeader(directory, at: place, name: name, extra: extra)
        try header.check(limits)
        entries.append(try header.entry(in: source, before: offset))
        headers.append(header.offset)
      }
      place = next
    }
    try ZipDirectory.checkTogether(entries, headers, limits)
    self.entries = entries
  }

  /// Where the central directory is, from the record at the end of the archive.
  private static func place(in source: Source) throws(Refusal) -> (offset: Int, size: Int, count: Int) {
    let tailCount = min(source.size, 22 + 0xFFFF)
    let tail = try source.bytes(at: source.size - tailCount, count: tailCount)
    var found: Int?
    for place in stride(from: tail.count - 22, through: 0, by: -1)
    where tail[place] == 0x50 && tail.number32(at: place) == end
      && place + 22 + tail.number16(at: place + 20) <= tail.count
    {
      found = place
      break
    }
    guard let found else { throw .damagedArchive(member: "") }
    var (count, size, offset) = (
      tail.number16(at: found + 10), tail.number32(at: found + 12), tail.number32(at: found + 16)
    )
    var isOneDisk = tail.number16(at: found + 4) == 0 && tail.number16(at: found + 8) == count
    if found >= 20, tail.number32(at: found - 20) == end64Locator {
      guard let place = tail.number64(at: found - 20 + 8) else { throw .damagedArchive(member: "") }
      let record = try source.bytes(at: place, count: 56)
      guard record.number32(at: 0) == end64, let count64 = record.number64(at: 32),
        let size64 = record.number64(at: 40),
        let offset64 = record.number64(at: 48)
      else { throw .damagedArchive(member: "") }
      (count, size, offset) = (count64, size64, offset64)
      isOneDisk = record.number32(at: 16) == 0
    }
    guard isOneDisk, size <= source.size, offset <= source.size - size, count <= size / 46 else {
      throw .damagedArchive(member: "")
    }
    return (offset, size, count)
  }

  /// Two members over the same bytes are a way to unpack a small archive to a huge one.
  private static func checkTogether(_ entries: [ZipEntry], _ headers: [Int], _ limits: Limits) throws(Refusal) {
    var total = 0
    for entry in entries {
      total += entry.bytes
      guard total <= limits.unpackedBytes else {
        throw .unpacksTooLarge(member: entry.name, bytes: total, limit: limits.unpackedBytes)
      }
    }
    var free = 0
    for (header, entry) in zip(headers, entries).sorted(by: { $0.0 < $1.0 }) {
      guard header >= free else { throw .damagedArchive(member: entry.name) }
      free = entry.start + entry.packedBytes
    }
  }

  /// A name is UTF-8, or else of the code page of whoever packed it.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? Windows1252.text(bytes)
  }
}

/// What a header of the central directory says.
private struct CentralHeader {
  let name: String
  let flags: Int
  let method: Int
  let checksum: UInt32
  private(set) var packedBytes: Int
  private(set) var bytes: Int
  /// Where the local header is.
  private(set) var offset: Int

  init(_ directory: [UInt8], at place: Int, name: String, extra: [UInt8]) throws(Refusal) {
    self.name = name
    flags = directory.number16(at: place + 8)
    method = directory.number16(at: place + 10)
    checksum = UInt32(truncatingIfNeeded: directory.number32(at: place + 16))
    packedBytes = directory.number32(at: place + 20)
    bytes = directory.number32(at: place + 24)
    offset = directory.number32(at: place + 42)
    try readZip64(extra)
  }

  private mutating func readZip64(_ extra: [UInt8]) throws(Refusal) {
    var place = 0
    while place + 4 <= extra.count {
      let (kind, length) = (extra.number16(at: place), extra.number16(at: place + 2))
      place += 4
      guard length <= extra.count - place else { return }
      if kind == 1 {
        var at = place
        for field in [\CentralHeader.bytes, \.packedBytes, \.offset] where self[keyPath: field] == 0xFFFF_FFFF {
          guard at + 8 <= place + length, let number = extra.number64(at: at) else {
            throw .damagedArchive(member: name)
          }
          self[keyPath: field] = number
          at += 8
        }
      }
      place += length
    }
  }

  func check(_ limits: Limits) throws(Refusal) {
    guard flags & 1 == 0 else { throw .passwordProtected }
    guard method == 0 || method == 8 else { throw .unknownCompression(member: name, method: method) }
    guard bytes <= 1 << 20 || bytes / max(1, packedBytes) <= limits.expansion else {
      throw .zipBomb(member: name, times: bytes / max(1, packedBytes), limit: limits.expansion)
    }
    guard bytes <= limits.memberBytes else {
      throw .unpacksTooLarge(member: name, bytes: bytes, limit: limits.memberBytes)
    }
    guard method == 8 || bytes == packedBytes else { throw .damagedArchive(member: name) }
  }

  /// The member, whose data begin behind its local header and end before the central directory.
  func entry(in source: Source, before end: Int) throws(Refusal) -> ZipEntry {
    guard offset <= end - 30 else { throw .damagedArchive(member: name) }
    let local = try source.bytes(at: offset, count: 30)
    let start = offset + 30 + local.number16(at: 26) + local.number16(at: 28)
    guard local.number32(at: 0) == 0x0403_4B50, start <= end, packedBytes <= end - start else {
      throw .damagedArchive(member: name)
    }
    return ZipEntry(
      name: name, start: start, packedBytes: packedBytes, bytes: bytes, isDeflated: method == 8, checksum: checksum)
  }
}
