internal import CInflate

/// Bytes that come piece by piece: those of a file, or those that a member of an archive unpacks to.
final class ByteStream {
  private let source: Source
  private var offset: Int
  private let end: Int
  private let pieceBytes: Int
  private var unpacking: Unpacking?

  /// Some bytes of a file as they are.
  init(_ source: Source, from offset: Int = 0, to end: Int, pieceBytes: Int) {
    self.source = source
    self.offset = offset
    self.end = end
    self.pieceBytes = max(1, pieceBytes)
  }

  /// A member of an archive.
  convenience init(_ entry: ZipEntry, in source: Source, pieceBytes: Int) throws(Refusal) {
    self.init(source, from: entry.start, to: entry.start + entry.packedBytes, pieceBytes: pieceBytes)
    unpacking = try Unpacking(entry)
  }

  /// The next piece, never empty; nil at the end.
  func next() throws(Refusal) -> [UInt8]? {
    guard let unpacking else { return try nextPacked() }
    while true {
      if let piece = try unpacking.next(room: pieceBytes) { return piece.isEmpty ? nil : piece }
      guard let packed = try nextPacked() else { throw .damagedArchive(member: unpacking.entry.name) }
      unpacking.packed = packed
    }
  }

  private func nextPacked() throws(Refusal) -> [UInt8]? {
    guard offset < end else { return nil }
    let piece = try source.bytes(at: offset, count: min(pieceBytes, end - offset))
    offset += piece.count
    return piece
  }

  /// All that is left, at most so many bytes.
  func rest(atMost limit: Int, of name: String) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try next() {
      guard bytes.count <= limit - piece.count else {
        throw .unpacksTooLarge(member: name, bytes: bytes.count + piece.count, limit: limit)
      }
      bytes += piece
    }
    return bytes
  }
}

/// Unpacks a member, and sees to it that it is what the archive says of it.
@safe private final class Unpacking {
  let entry: ZipEntry
  var packed: [UInt8] = [] { didSet { taken = 0 } }
  private var taken = 0
  private var unpackedBytes = 0
  private var sum: UInt32 = 0
  private var isOver = false
  private let inflating: OpaquePointer?

  init(_ entry: ZipEntry) throws(Refusal) {
    self.entry = entry
    unsafe inflating = entry.isDeflated ? cinflate_open() : nil
    guard unsafe !entry.isDeflated || inflating != nil else { throw .damagedArchive(member: entry.name) }
    // A member of no bytes may have none packed either.
    if entry.packedBytes == 0, entry.bytes == 0 { isOver = true }
  }

  deinit { if let inflating = unsafe inflating { unsafe cinflate_close(inflating) } }

  /// What is unpacked next; an empty piece at the end, nil when more packed bytes are needed.
  func next(room: Int) throws(Refusal) -> [UInt8]? {
    while !isOver {
      let (piece, isLast) = try unpack(room: room)
      unpackedBytes += piece.count
      // What goes on after the size that the archive gave is not unpacked to see how far.
      guard unpackedBytes <= entry.bytes else { throw .damagedArchive(member: entry.name) }
      sum = unsafe piece.withUnsafeBufferPointer { unsafe cinflate_crc32(sum, $0.baseAddress, $0.count) }
      if isLast {
        isOver = true
        guard unpackedBytes == entry.bytes, sum == entry.checksum else { throw .damagedArchive(member: entry.name) }
      }
      if !piece.isEmpty { return piece }
      if !isLast { return nil }
    }
    return []
  }

  private func unpack(room: Int) throws(Refusal) -> (piece: [UInt8], isLast: Bool) {
    guard let inflating = unsafe inflating else {
      let piece = Array(packed[taken...])
      taken = packed.count
      return (piece, unpackedBytes + piece.count >= entry.bytes)
    }
    var step = cinflate_step()
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { room, count in
      unsafe packed.withUnsafeBufferPointer { packed in
        step = unsafe cinflate_next(
          inflating, packed.baseAddress.map { unsafe $0 + taken }, packed.count - taken, room.baseAddress, room.count)
      }
      count = step.written
    }
    taken += step.taken
    guard step.status != CINFLATE_BROKEN else { throw .damagedArchive(member: entry.name) }
    return (piece, step.status == CINFLATE_END)
  }
}
