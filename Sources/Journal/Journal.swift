public import Workshop

/// A journal that is open for writing. It is the only one: the file is locked as long as this lives.
///
/// ``append(_:at:)`` returns when the entry is on disk. What it throws tells why it is not; then the file holds what it
/// held before, and the events are still the caller's.
public final class Journal {
  /// Where the file is.
  public let path: String

  let storage: Storage
  let file: Descriptor
  /// The file that was opened, whatever bears its name now.
  let identity: FileIdentity
  let epoch: String
  /// The number of the last entry of this epoch.
  var last = 0
  /// What the first entry of the epoch must say it has seen.
  var seen: [EntryID]
  /// What stands in the file, as we left it. It is kept, so that nothing is lost with the file.
  var image: [UInt8]
  /// How many lines that is, and how many it may be.
  private var lineCount: Int
  private let mostLines: Int
  /// Whether a line feed is missing at the end of the file.
  var isOpenEnded: Bool
  /// How many lines of the file could not be read when it was opened: something may be missing.
  public internal(set) var unreadableLines = 0
  /// Whether bytes of a failed writing may still stand behind ``image``.
  var isUnclean = false
  var state = State.open

  enum State {
    case open
    case unsynced(Fault)
    /// The file was given back, since something else stands in it now.
    case left
    case closed
  }

  init(
    path: String, storage: Storage, file: Descriptor, identity: FileIdentity, epoch: String,
    seen: [EntryID], image: [UInt8], isOpenEnded: Bool = false, last: Int = 0, mostLines: Int = Limit.lines.most
  ) {
    self.path = path
    self.storage = storage
    self.file = file
    self.identity = identity
    self.epoch = epoch
    self.seen = seen
    self.image = image
    lineCount = image.count { $0 == 0x0A } + (isOpenEnded ? 1 : 0)
    self.mostLines = mostLines
    self.isOpenEnded = isOpenEnded
    self.last = last
  }

  deinit {
    switch state {
    case .open, .unsynced: try? storage.close(file)
    case .left, .closed: return
    }
  }

  /// The name that the next entry will have.
  public var nextEntry: EntryID { EntryID(epoch: epoch, number: last + 1) }

  /// Appends the events of one command as one entry.
  ///
  /// - Parameters:
  ///   - events: What happened, in order.
  ///   - moment: When, by this machine's clock.
  /// - Returns: The name of the entry.
  /// - Throws: ``JournalError/cannotWrite(_:)`` when the file holds what it held before and it may be tried again;
  ///   ``JournalError/syncFailed(_:)`` when nothing more can be written to this file; ``JournalError/replaced(_:)``;
  ///   ``JournalError/tooLarge(_:)``; ``JournalError/closed``.
  @discardableResult
  public func append(_ events: [Event], at moment: Moment) throws(JournalError) -> EntryID {
    let entry = Entry(id: nextEntry, at: moment, events: events, seen: seen)
    try write([entry])
    return entry.id
  }

  /// Writes entries as they are, under the names they have: those that another file or memory holds.
  ///
  /// - Throws: As ``append(_:at:)``; then none of them is in the file.
  public func write(_ entries: [Entry]) throws(JournalError) {
    var lines: [UInt8] = []
    for entry in entries { lines += try entry.lineThatFits() }
    try write(lines: lines[...])
    for entry in entries { issue(entry.id) }
  }

  /// Writes whole lines that end in the entry of that name.
  func write(lines: ArraySlice<UInt8>, upTo last: EntryID) throws(JournalError) {
    try write(lines: lines)
    issue(last)
  }

  private func write(lines bytes: ArraySlice<UInt8>) throws(JournalError) {
    try requireOpen()
    guard length + bytes.count < Limit.file.most else { throw .tooLarge(.file) }
    let more = bytes.count { $0 == 0x0A }
    guard lineCount + more <= mostLines else { throw .tooLarge(.lines) }
    if isOpenEnded { try closeLastLine() }
    let length = image.count
    try write(Array(bytes))
    do { try sync() } catch {
      image.removeLast(image.count - length)
      throw error
    }
    lineCount += more
  }

  func issue(_ id: EntryID) {
    if id.epoch == epoch {
      last = max(last, id.number)
      seen = []
    } else if let index = seen.firstIndex(where: { $0.epoch == id.epoch }) {
      seen[index].number = max(seen[index].number, id.number)
    } else {
      seen.append(id)
    }
  }

  /// Brings everything to the disk and gives the file back. When it throws, the journal is still open.
  ///
  /// - Throws: As ``append(_:at:)``.
  public func close() throws(JournalError) {
    if case .closed = state { return }
    state = .closed
    // Everything is on disk by now; whether the number of the open file is given back well changes nothing.
    try? storage.close(file)
  }
}
