public import Workshop

/// A journal in memory, to be brought to the disk when it is known how far it goes: a replay goes forth and back before
/// that. A copy of it is a place to come back to.
public struct Tape: Sendable {
  /// Everything there is of the session, as it stands in a file.
  public private(set) var bytes: [UInt8]
  /// Where what was recorded here begins.
  let start: Int
  /// Whether something was recorded that must leave what stands before it.
  private(set) var hides = false
  /// The last entry that was recorded here.
  public private(set) var last: EntryID
  /// The last entry of every epoch that stands before what is recorded here.
  private let seen: [EntryID]
  private let first: EntryID

  /// A tape for a new session.
  ///
  /// - Parameters:
  ///   - header: Its first line.
  ///   - storage: Where the random name of the writer is from.
  public init(header: Header, storage: Storage) {
    let epoch = storage.newEpoch(besides: [])
    bytes = header.line(epoch: epoch) + [0x0A]
    start = bytes.count
    first = EntryID(epoch: epoch, number: 0)
    (last, seen) = (first, [])
  }

  /// A tape that goes on behind a journal that is open for writing; ``Journal/take(_:at:)`` brings it there.
  public init(behind journal: Journal) {
    bytes = journal.closedImage
    start = bytes.count
    let next = journal.nextEntry
    first = EntryID(epoch: next.epoch, number: next.number - 1)
    (last, seen) = (first, journal.seen)
  }

  /// Records the events of one command.
  ///
  /// - Throws: ``JournalError/tooLarge(_:)``; then nothing is recorded.
  mutating func record(_ events: [Event], at moment: Moment) throws(JournalError) -> EntryID {
    let id = EntryID(epoch: last.epoch, number: last.number + 1)
    let entry = Entry(id: id, at: moment, events: events, seen: last == first ? seen : [])
    let before = bytes.count
    try Journal.append(entry, to: &bytes)
    guard bytes.count < Limit.file.most else {
      bytes.removeLast(bytes.count - before)
      throw .tooLarge(.file)
    }
    last = id
    return id
  }

  /// Takes what was redacted, and names that have a pseudonym, out of everything there is.
  ///
  /// - Returns: What is left.
  mutating func hide() throws(JournalError) -> Reading {
    let reading = try Reading(of: bytes)
    if let hiding = reading.hiding { bytes = Journal.hidden(bytes, hiding, reading.renumbering) }
    hides = true
    return reading
  }
}

extension Journal {
  /// The file as it is when its last line is closed.
  fileprivate var closedImage: [UInt8] { image.last == 0x0A ? image : image + [0x0A] }

  /// Writes what was recorded on a tape behind this journal, and takes out what it hides.
  ///
  /// - Parameters:
  ///   - tape: The tape; nothing was written since it was made.
  ///   - moment: When, by this machine's clock.
  /// - Returns: The journal to go on with.
  /// - Throws: ``JournalError``, as ``append(_:at:)`` and ``rewritten(at:)``.
  public func take(_ tape: Tape, at moment: Moment) throws(JournalError) -> Journal {
    guard tape.hides else {
      try write(lines: tape.bytes[tape.start...], upTo: tape.last)
      return self
    }
    // What stands before it is shorter now as well.
    let entries = try Reading(of: tape.bytes).entries.filter { $0.id.epoch == tape.last.epoch }
    try write(entries)
    return try rewritten(at: moment).journal
  }
}
