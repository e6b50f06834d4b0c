public import Workshop

/// A journal in memory, to be brought to the disk when it is known how far it goes: a replay goes forth and back before
/// that. A copy of it is a place to come back to.
public struct InMemoryJournal: Sendable {
  /// What stands at the beginning as it stands in a file.
  private var beginning: [UInt8]
  /// What was recorded next, being written as lines on another core.
  private var pages: [Ahead<[UInt8]>] = []
  /// What was recorded last.
  private var entries: [Entry] = []
  /// How many bytes it may hold, and how many of them are surely free.
  private let most: Int
  private var room: Int
  /// How many lines it may still get.
  private var lines: Int
  /// Where what was recorded here begins.
  let start: Int
  /// Whether something was recorded that must leave what stands before it.
  private(set) var hides = false
  /// The last entry that was recorded here.
  public private(set) var last: EntryID
  /// The last entry of every epoch that stands before what is recorded here.
  private let seen: [EntryID]
  private let first: EntryID

  /// A journal in memory for a new session.
  ///
  /// - Parameters:
  ///   - header: Its first line.
  ///   - storage: Where the random name of the writer is from.
  public init(header: Header, storage: Storage) {
    self.init(header: header, storage: storage, most: Limit.file.most)
  }

  init(header: Header, storage: Storage, most: Int, mostLines: Int = Limit.lines.most) {
    let epoch = storage.newEpoch(besides: [])
    let first = EntryID(epoch: epoch, number: 0)
    self.init(
      beginning: header.line(epoch: epoch) + [0x0A], behind: first, seen: [], most: most, mostLines: mostLines)
  }

  /// A journal in memory that goes on behind a journal that is open for writing; ``Journal/take(_:at:)`` brings it there.
  public init(behind journal: Journal) {
    let next = journal.nextEntry
    let first = EntryID(epoch: next.epoch, number: next.number - 1)
    self.init(beginning: journal.closedImage, behind: first, seen: journal.seen, most: Limit.file.most)
  }

  private init(
    beginning: [UInt8], behind first: EntryID, seen: [EntryID], most: Int, mostLines: Int = Limit.lines.most
  ) {
    (self.beginning, self.first, self.seen, self.most) = (beginning, first, seen, most)
    (start, last, room) = (beginning.count, first, most - beginning.count)
    lines = mostLines - beginning.count { $0 == 0x0A }
  }

  /// Everything there is of the session, as it stands in a file, part by part.
  private var parts: [[UInt8]] { [beginning] + pages.map(\.value) + [entries.lines] }

  /// Everything there is of the session, as it stands in a file.
  public var bytes: [UInt8] {
    let parts = parts
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { bytes += part }
    return bytes
  }

  /// Writes a new journal that holds it.
  ///
  /// - Parameters:
  ///   - path: Where.
  ///   - storage: The operating system.
  /// - Throws: As ``saveSafely(_:to:storage:isLasting:)``.
  public func save(to path: String, storage: Storage) throws(JournalError) {
    try saveSafely(parts: parts, to: path, storage: storage)
  }

  /// Records the events of one command.
  ///
  /// - Throws: ``JournalError/tooLarge(_:)``; then nothing is recorded.
  mutating func record(_ events: [Event], at moment: Moment) throws(JournalError) -> EntryID {
    guard lines > 0 else { throw .tooLarge(.lines) }
    let id = EntryID(epoch: last.epoch, number: last.number + 1)
    var entry = Entry(id: id, at: moment, events: events, seen: last == first ? seen : [])
    if let most = entry.bytesAtMost, most < room {
      room -= most
    } else {
      let line = try entry.lineThatFits()
      if line.count >= room { writeOut() }
      guard line.count < room else { throw .tooLarge(.file) }
      room -= line.count
      entry.verbatim = line.dropLast()
    }
    entries.append(entry)
    if entries.count == InMemoryJournal.pageLength {
      pages.append(Ahead { [entries] in entries.lines })
      entries = []
    }
    last = id
    lines -= 1
    return id
  }

  /// How many entries are handed to another core at a time.
  private static let pageLength = 1024

  /// Writes everything out, so that it is known how long it is.
  private mutating func writeOut() {
    (beginning, pages, entries) = (bytes, [], [])
    room = most - beginning.count
  }

  /// Takes what was redacted, and names that have a pseudonym, out of everything there is.
  ///
  /// - Returns: What is left.
  mutating func hide() throws(JournalError) -> JournalContents {
    writeOut()
    let contents = try JournalContents(of: beginning)
    if let redactions = contents.redactions { beginning = Journal.hidden(beginning, redactions, contents.remapping) }
    hides = true
    return contents
  }
}
extension Journal {
  /// The file as it is when its last line is closed.
  fileprivate var closedImage: [UInt8] { image.last == 0x0A ? image : image + [0x0A] }

  /// Writes what was recorded on a journal in memory behind this journal, and takes out what it hides.
  ///
  /// - Parameters:
  ///   - inMemory: The journal in memory; nothing was written since it was made.
  ///   - moment: When, by this machine's clock.
  /// - Returns: The journal to go on with.
  /// - Throws: ``JournalError``, as ``append(_:at:)`` and ``rewritten(at:)``.
  public func take(_ inMemory: InMemoryJournal, at moment: Moment) throws(JournalError) -> Journal {
    guard inMemory.hides else {
      try write(lines: inMemory.bytes[inMemory.start...], upTo: inMemory.last)
      return self
    }
    // What stands before it is shorter now as well.
    let entries = try JournalContents(of: inMemory.bytes).entries.filter { $0.id.epoch == inMemory.last.epoch }
    try write(entries)
    return try rewritten(at: moment).journal
  }
}
