/// The streams of an OLE2 file ([MS-CFB]), read whole; every chain of sectors is followed once at most.
struct CompoundFile {
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let source: Source
  private let sectorBytes: Int
  private let smallSectorBytes: Int
  private let smallLimit: Int
  private var next: [UInt32] = []
  private var smallNext: [UInt32] = []
  private var entries: [Entry] = []

  private struct Entry {
    let name: String
    let kind: Int
    let start: Int
    let size: Int
  }

  private static let lastRegular = 0xFFFF_FFF9
  private static let endOfChain = 0xFFFF_FFFE

  /// Reads the tables of sectors and the directory.
  init(_ source: Source) throws(Refusal) {
    self.source = source
    guard source.size >= 512 else { throw .cutShort }
    let header = try source.bytes(at: 0, count: 512)
    let (shift, smallShift) = (header.number16(at: 30), header.number16(at: 32))
    guard shift == 9 || shift == 12, smallShift == 6 else { throw .damagedWorkbook }
    (sectorBytes, smallSectorBytes, smallLimit) = (1 << shift, 1 << smallShift, header.number32(at: 56))
    try readTable(header)
    let directory = try chain(from: header.number32(at: 48), size: nil)
    for place in stride(from: 0, to: directory.count - 127, by: 128) {
      let nameLength = min(64, directory.number16(at: place + 64))
      let units = stride(from: place, to: place + max(0, nameLength - 2), by: 2).map {
        UInt16(directory.number16(at: $0))
      }
      entries.append(
        Entry(
          name: String(decoding: units, as: UTF16.self), kind: directory.byte(at: place + 66),
          start: directory.number32(at: place + 116), size: directory.number32(at: place + 120)))
    }
    guard header.number32(at: 64) > 0 else { return }
    smallNext = try chain(from: header.number32(at: 60), size: nil).numbers32
  }

  /// The table that says which sector follows which; where its own sectors are stands in the header and behind it.
  private mutating func readTable(_ header: [UInt8]) throws(Refusal) {
    let most = source.size / sectorBytes + 1
    let count = header.number32(at: 44)
    guard count <= most else { throw .damagedWorkbook }
    var places = (0..<109).map { header.number32(at: 76 + 4 * $0) }
    var (more, seen) = (header.number32(at: 68), 0)
    while more <= CompoundFile.lastRegular {
      seen += 1
      guard seen <= most else { throw .cyclicSectors }
      let numbers = try sector(more).numbers32
      places += numbers.dropLast().map(Int.init)
      guard places.count <= most + 109 + sectorBytes / 4 else { throw .cyclicSectors }
      more = numbers.last.map(Int.init) ?? CompoundFile.endOfChain
    }
    for place in places.prefix(count) where place <= CompoundFile.lastRegular { next += try sector(place).numbers32 }
  }

  private func sector(_ number: Int) throws(Refusal) -> [UInt8] {
    guard number < source.size / sectorBytes + 1 else { throw .damagedWorkbook }
    let start = (number + 1) * sectorBytes
    guard start < source.size else { throw .damagedWorkbook }
    // The last sector may be cut short by whoever wrote it.
    var bytes = try source.bytes(at: start, count: min(sectorBytes, source.size - start))
    if bytes.count < sectorBytes { bytes += [UInt8](repeating: 0, count: sectorBytes - bytes.count) }
    return bytes
  }

  private func chain(from start: Int, size: Int?) throws(Refusal) -> [UInt8] {
    var (bytes, number, seen): ([UInt8], Int, Int) = ([], start, 0)
    while number <= CompoundFile.lastRegular {
      guard next.indices.contains(number) else { throw .damagedWorkbook }
      seen += 1
      guard seen <= next.count else { throw .cyclicSectors }
      bytes += try sector(number)
      if let size, bytes.count >= size { break }
      number = Int(next[number])
    }
    guard let size else { return bytes }
    guard bytes.count >= size else { throw .cutShort }
    return Array(bytes.prefix(size))
  }

  /// Whether there is a stream of that name, in any case.
  func has(_ name: String) -> Bool { entries.contains { $0.kind == 2 && $0.name.lowercased() == name.lowercased() } }

  /// The bytes of a stream; nil when there is none of that name.
  func stream(_ name: String) throws(Refusal) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.kind == 2 && $0.name.lowercased() == name.lowercased() }) else {
      return nil
    }
    guard entry.size <= source.size else { throw .cutShort }
    guard entry.size < smallLimit else { return try chain(from: entry.start, size: entry.size) }
    guard let root = entries.first, root.kind == 5, root.size <= source.size else { throw .damagedWorkbook }
    let small = try chain(from: root.start, size: root.size)
    var (bytes, number, seen): ([UInt8], Int, Int) = ([], entry.start, 0)
    while number <= CompoundFile.lastRegular, bytes.count < entry.size {
      guard smallNext.indices.contains(number), (number + 1) * smallSectorBytes <= small.count else {
        throw .damagedWorkbook
      }
      seen += 1
      guard seen <= smallNext.count else { throw .cyclicSectors }
      bytes += small[(number * smallSectorBytes)..<((number + 1) * smallSectorBytes)]
      number = Int(smallNext[number])
    }
    guard bytes.count >= entry.size else { throw .cutShort }
    return Array(bytes.prefix(entry.size))
  }
}

extension [UInt8] {
  /// The bytes as numbers of 32 bits.
  fileprivate var numbers32: [UInt32] {
    stride(from: 0, to: count - 3, by: 4).map { UInt32(truncatingIfNeeded: number32(at: $0)) }
  }
}
