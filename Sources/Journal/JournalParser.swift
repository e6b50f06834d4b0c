internal import Workshop

extension JournalContents {
  /// Reads a whole journal.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: ``JournalError/notAJournal(_:)``, ``JournalError/newerFormat(_:)`` or ``JournalError/tooLarge(_:)``.
  public init(of bytes: [UInt8]) throws(JournalError) {
    var lines = JournalParser(bytes)
    self = try lines.contents()
  }
}

/// A journal's lines while they are read.
private struct JournalParser {
  let bytes: [UInt8]
  var position = 0
  /// Where the NULs at the end begin.
  let end: Int
  var number = 0

  var header: Header?
  /// The first line that may have been the header, when it could not be read.
  var damagedHeader: (line: Int, part: Range<Int>, damage: Damage)?
  var entries: [Entry] = []
  var checksums: [LineChecksum] = []
  var entryLines: [Int32] = []
  var rivals: [Entry] = []
  var issues: [JournalIssue] = []
  var epochs = Epochs()
  var carriageReturns = 0
  var blanks = 0
  var repeated = 0
  var readOnly: ReadOnly?
  var hides = false
  var parts = SessionParts()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = (bytes.lastIndex { $0 != 0 } ?? -1) + 1
  }

  mutating func contents() throws(JournalError) -> JournalContents {
    try refuseOtherFiles()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      issues.append(.byteOrderMark)
      position = 3
    }
    var tail = JournalContents.End(length: end, isOpen: false)
    while position < end {
      let parts = nextLines()
      guard number + parts.count <= Limit.lines.most else { throw .tooLarge(.lines) }
      let read = ParsedLines(parts, of: bytes)
      hides = hides || read.hides
      for (part, line) in zip(parts, read.lines) {
        number += 1
        if bytes[part].last == 0x0D { carriageReturns += 1 }
        if case .joined(let lines) = line {
          issues.append(.joined(line: number, count: lines.count))
          for (place, line) in lines { try take(line, in: place, isJoined: place != lines.first?.part, tail: &tail) }
        } else {
          try take(line, in: part, isJoined: false, tail: &tail)
        }
      }
    }
    if end < bytes.count {
      issues.append(.nulsAtEnd(bytes.count - end))
      tail.torn = Repair(torn: tail.torn?.torn ?? [], nuls: bytes.count - end)
    }
    return try finished(tail)
  }

  /// Takes what a line says, or notes why it says nothing.
  private mutating func take(
    _ line: ParsedLine, in part: Range<Int>, isJoined: Bool, tail: inout JournalContents.End
  ) throws(JournalError) {
    let isLast = part.upperBound == end
    do throws(Stop) {
      try take(line)
      tail.isOpen = isLast
    } catch {
      switch error {
      case .newerFormat(let format): throw .newerFormat(format)
      case .damaged where isLast:
        issues.append(.torn(line: number))
        let torn = Array(bytes[part.lowerBound..<end])
        tail = JournalContents.End(length: part.lowerBound, isOpen: isJoined, torn: Repair(torn: torn))
      case .damaged(let damage): issue(damage, in: part)
      }
    }
  }

  private func refuseOtherFiles() throws(JournalError) {
    guard bytes.count <= Limit.file.most else { throw .tooLarge(.file) }
    guard !bytes.isEmpty else { throw .notAJournal(.empty) }
    guard end > 0 else { throw .notAJournal(.onlyNULs) }
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x7B, 0, 0x22, 0], [0, 0x7B, 0, 0x22]]
    guard !marks.contains(where: { bytes.starts(with: $0) }) else { throw .notAJournal(.utf16) }
  }

  /// Where the next lines stand, without their line feeds.
  private mutating func nextLines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    while position < end, lines.count < ParsedLines.most {
      let line = position..<(bytes[position..<end].firstIndex(of: 0x0A) ?? end)
      position = line.upperBound + 1
      lines.append(line)
    }
    return lines
  }
}

// One line.
extension JournalParser {
  private enum Stop: Error {
    case damaged(Damage)
    case newerFormat(Int)
  }

  private mutating func take(_ line: ParsedLine) throws(Stop) {
    switch line {
    case .blank: blanks += 1
    case .conflictMarker: issues.append(.conflictMarker(line: number))
    case .damaged(let damage): throw .damaged(damage)
    case .joined(let lines): for line in lines { try take(line.line) }
    case .record(let record, let seal, let unknown):
      switch record {
      case .header(let header): try take(header, seal: seal)
      case .entry(let entry): take(entry, checksum: seal.checksum)
      }
      if !seal.isWhole { issues.append(.editedByHand(line: number)) }
      for unknown in unknown {
        switch unknown {
        case .event(let type): issues.append(.unknownEvent(line: number, type: type))
        case .member(let name): issues.append(.unknownMember(line: number, name: name))
        }
      }
    }
  }

  private mutating func take(_ entry: Entry, checksum: LineChecksum) {
    parts.note(entry)
    guard let first = epochs.place(of: entry.id, or: entries.count) else {
      entries.append(entry)
      checksums.append(checksum)
      entryLines.append(Int32(number))
      for seen in entry.seen { epochs.issue(seen) }
      return
    }
    if checksums[first] == checksum, entries[first] == entry {
      repeated += 1
    } else {
      rivals.append(entry)
      issues.append(.rivals(entry.id, lines: [Int(entryLines[first]), number]))
    }
  }

  private mutating func take(_ stored: StoredHeader, seal: Seal) throws(Stop) {
    let format = stored.format ?? 0
    // A wrong checksum of our form means that this line was changed, and then the format may be what was changed.
    if format > Header.format, seal.isWhole || !seal.isThere { throw .newerFormat(format) }
    let found = Header(stored)
    parts.begin(found.session, epoch: stored.w)
    if let header {
      if found.session == header.session { return issues.append(.headerRepeated(line: number)) }
      issues.append(.otherSession(line: number, session: found.session))
      readOnly = readOnly ?? .otherSession(line: number)
      return
    }
    use(found, of: stored, line: number)
    if !stored.isWhole { issues.append(.headerDamaged(line: number)) }
    if let damagedHeader {
      issues.insert(.damaged(line: damagedHeader.line, damagedHeader.damage), at: 0)
      self.damagedHeader = nil
    }
  }

  private mutating func use(_ found: Header, of stored: StoredHeader, line: Int) {
    header = found
    if found.session.isEmpty || found.method.isEmpty || stored.format != Header.format {
      readOnly = readOnly ?? .headerDamaged
    }
    if !found.need.isEmpty { readOnly = readOnly ?? .needs(found.need) }
    if let epoch = stored.w, EntryID.isEpoch(epoch) { epochs.issue(EntryID(epoch: epoch, number: 0)) }
  }

  private mutating func issue(_ damage: Damage, in part: Range<Int>) {
    if header == nil, damagedHeader == nil, entries.isEmpty {
      damagedHeader = (number, part, damage)
    } else {
      issues.append(.damaged(line: number, damage))
    }
  }
}

// The whole.
extension JournalParser {
  private mutating func finished(_ tail: JournalContents.End) throws(JournalError) -> JournalContents {
    if header == nil, !entries.isEmpty {
      let stored = damagedHeader.map { StoredHeader(salvaging: bytes[$0.part]) } ?? StoredHeader()
      let line = damagedHeader?.line ?? 1
      use(Header(stored), of: stored, line: line)
      if stored.need == nil { readOnly = .headerDamaged }
      issues.append(.headerDamaged(line: line))
    }
    guard let header else { throw .notAJournal(.noHeader) }
    if parts.areSeveral { keepOnly(parts.owners, of: header.session) }
    if blanks > 0 { issues.append(.blankLines(blanks)) }
    if carriageReturns > 0 { issues.append(.carriageReturns(carriageReturns)) }
    if repeated > 0 { issues.append(.repeated(repeated)) }
    issues += epochs.gaps.map { .missing(epoch: $0.epoch, numbers: $0.numbers) }
    let torn = tail.torn?.torn ?? entries.last?.keptTorn
    chooseRivals()
    var contents = JournalContents(
      header: header, entries: entries, rivals: rivals, issues: issues, tornText: torn.flatMap { TornEnd($0).text },
      isReadOnlyBecause: readOnly, epochs: epochs.last, end: tail)
    if hides { contents.hide() }
    return contents
  }
}

extension JournalParser {
  /// Of entries of one name, the one is used whose line comes first by its bytes, wherever it stands.
  private mutating func chooseRivals() {
    guard !rivals.isEmpty else { return }
    let places = Dictionary(entries.indices.map { (entries[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    for rival in rivals.indices {
      guard let place = places[rivals[rival].id],
        rivals[rival].line.lexicographicallyPrecedes(entries[place].line)
      else { continue }
      (entries[place], rivals[rival]) = (rivals[rival], entries[place])
    }
    rivals.sort { $0.line.lexicographicallyPrecedes($1.line) }
  }
}

extension JournalParser {
  /// Leaves out what belongs to other sessions in the same file: their answers are not this session's.
  private mutating func keepOnly(_ owners: [String: String], of session: String) {
    entries.removeAll { owners[$0.id.epoch] ?? session != session }
    rivals.removeAll { owners[$0.id.epoch] ?? session != session }
    epochs = Epochs()
    for (place, entry) in entries.enumerated() {
      _ = epochs.place(of: entry.id, or: place)
      for seen in entry.seen { epochs.issue(seen) }
    }
  }
}

extension Entry {
  /// The torn line that an entry keeps which holds nothing else.
  fileprivate var keptTorn: [UInt8]? { events.isEmpty ? repair?.torn : nil }
}
