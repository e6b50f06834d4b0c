public import Workshop

/// A journal that is open for writing. It is the only one: the file is locked as long as this lives.
///
/// ``append(_:at:)`` returns when the entry is on disk. What it throws tells why it is not; then the file holds what it
/// held before, and the events are still the caller's.
public final class Journal {
  /// When entries are brought to the disk.
  public enum Durability: Hashable, Sendable {
    /// Each one before ``Journal/append(_:at:)`` returns.
    case everyEntry
    /// All of them when the journal is closed. For replaying a script, which is on disk already.
    case atEnd
  }

  /// Where the file is.
  public let path: String
  /// When entries are brought to the disk.
  public let durability: Durability

  let storage: Storage
  let file: Descriptor
  /// The file that was opened, whatever bears its name now.
  let identity: FileIdentity
  let epoch: String
  /// The number of the last entry of this epoch.
  private var last = 0
  /// What the first entry of the epoch must say it has seen.
  private(set) var seen: [EntryID]
  /// What stands in the file, as we left it. It is kept, so that nothing is lost with the file.
  private(set) var image: [UInt8]
  /// Whether a line feed is missing at the end of the file.
  private var isOpenEnded: Bool
  /// Whether bytes of a failed writing may still stand behind ``image``.
  private var isUnclean = false
  /// Entries that wait to be written.
  private var waiting: [UInt8] = []
  private var state = State.open

  private enum State {
    case open
    case unsynced(Fault)
    /// The file was given back, since something else stands in it now.
    case left
    case closed
  }

  init(
    path: String, durability: Durability, storage: Storage, file: Descriptor, identity: FileIdentity, epoch: String,
    seen: [EntryID], image: [UInt8], isOpenEnded: Bool = false, last: Int = 0
  ) {
    self.path = path
    self.durability = durability
    self.storage = storage
    self.file = file
    self.identity = identity
    self.epoch = epoch
    self.seen = seen
    self.image = image
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
    try requireOpen()
    for entry in entries { try Journal.requireFit(entry) }
    let bytes: [UInt8] = entries.flatMap { $0.line + [0x0A] as [UInt8] }
    guard length + waiting.count + bytes.count < Limit.file.most else { throw .tooLarge(.file) }
    if isOpenEnded { try closeLastLine() }
    switch durability {
    case .everyEntry:
      let length = image.count
      try write(bytes)
      do { try sync() } catch {
        image.removeLast(image.count - length)
        throw error
      }
    case .atEnd:
      if waiting.count >= Journal.mostWaiting { try writeWaiting() }
      waiting += bytes
    }
    for entry in entries { note(entry.id) }
  }

  func note(_ id: EntryID) {
    if id.epoch == epoch {
      last = max(last, id.number)
      seen = []
    } else if let index = seen.firstIndex(where: { $0.epoch == id.epoch }) {
      seen[index].number = max(seen[index].number, id.number)
    } else {
      seen.append(id)
    }
  }

  /// What an entry must not go beyond; nil when it fits.
  ///
  /// - Throws: ``JournalError/tooLarge(_:)``.
  static func requireFit(_ entry: Entry) throws(JournalError) {
    for event in entry.events { try requireCellsThatFit(event) }
    guard entry.line.count <= Limit.line.most else { throw .tooLarge(.line) }
  }

  /// Brings everything to the disk and gives the file back. When it throws, the journal is still open.
  ///
  /// - Throws: As ``append(_:at:)``.
  public func close() throws(JournalError) {
    if case .closed = state { return }
    if !waiting.isEmpty { try writeWaiting() }
    if durability == .atEnd { try sync() }
    state = .closed
    // Everything is on disk by now; whether the number of the open file is given back well changes nothing.
    try? storage.close(file)
  }
}

// The append protocol.
extension Journal {
  /// Goes on behind a repair.
  func continues(from entry: Entry?, image: [UInt8]) {
    self.image = image
    isOpenEnded = entry == nil
    guard let entry else { return }
    last = entry.id.number
    seen = []
  }

  private var length: Int { image.count }

  /// Everything that belongs in the file.
  var whole: [UInt8] { isOpenEnded ? image + [0x0A] : image + waiting }

  private static let mostWaiting = 1 << 18

  /// Puts the missing line feed behind the last line, on the disk before anything that follows: where NULs stood in its
  /// place after a power cut, the line before them would be lost with them.
  private func closeLastLine() throws(JournalError) {
    try write([0x0A])
    try sync()
    isOpenEnded = false
  }

  private func requireOpen() throws(JournalError) {
    switch state {
    case .open: return
    case .unsynced(let fault): throw .syncFailed(fault)
    case .left: throw .replaced(.anotherFile)
    case .closed: throw .closed
    }
  }

  /// Gives the file back when it is still the one at the path, so that it can be opened as what it is now.
  func leave() {
    guard case .open = state, let there = try? storage.statusOfPath(path), FileIdentity(there) == identity else {
      return
    }
    state = .left
    try? storage.close(file)
  }

  private static func requireCellsThatFit(_ event: Event) throws(JournalError) {
    switch event {
    case .answerGiven(let answer): try requireFit(answer.cells)
    case .answerRevised(_, let cells, _): try requireFit(cells)
    case .titleGiven, .languageChosen, .runChosen, .speakerChosen, .questionEntered, .questionSkipped, .endReached,
      .answerDeleted, .answerMoved, .cellsAsked, .findingAccepted, .undone, .redone, .wentOffRecord, .cameOnRecord,
      .answerRedacted, .pseudonymGiven, .room, .sessionClosed:
      return
    }
  }

  private static func requireFit(_ cells: [String]) throws(JournalError) {
    guard cells.allSatisfy({ $0.utf8.count <= Limit.cell.most }) else { throw .tooLarge(.cell) }
  }

  private func writeWaiting() throws(JournalError) {
    try write(waiting)
    waiting = []
  }

  private func write(_ bytes: [UInt8]) throws(JournalError) {
    try requireUntouchedFile()
    do {
      try storage.writeAll(file, bytes)
      image += bytes
    } catch {
      isUnclean = true
      try? cutBack()
      throw .cannotWrite(error)
    }
  }

  /// The file must still be the one under the path, and as long as we left it: an editor, a version control system or a
  /// synchronising folder may have put another one there, and the kernel would take our entries into nowhere.
  private func requireUntouchedFile() throws(JournalError) {
    let here: FileStatus
    let there: FileStatus
    do {
      here = try storage.status(file)
      there = try storage.statusOfPath(path)
    } catch {
      throw error == .noSuchFile ? .replaced(.removed) : .cannotWrite(error)
    }
    guard here.links > 0 else { throw .replaced(.removed) }
    guard FileIdentity(there) == identity else { throw .replaced(.anotherFile) }
    if isUnclean {
      do { return try cutBack() } catch { throw .cannotWrite(error) }
    }
    guard here.size == length else { throw .replaced(.size(expected: length, found: here.size)) }
  }

  /// Throws when another file, or none, is where this one was opened.
  func requireUntouched() throws(JournalError) {
    try requireOpen()
    try requireUntouchedFile()
  }

  /// Whether another file, or none, is where this one was opened.
  var isReplaced: Bool {
    do throws(JournalError) { try requireUntouched() } catch { if case .replaced = error { return true } }
    return false
  }

  private func cutBack() throws(Fault) {
    try Storage.retrying { () throws(Fault) in try storage.truncate(file, length) }
    isUnclean = false
  }

  private func sync() throws(JournalError) {
    try requireOpen()
    do { try Storage.retrying { () throws(Fault) in try storage.syncData(file) } } catch {
      // The kernel has marked the pages as clean: a second request would succeed without having done anything.
      state = .unsynced(error)
      throw .syncFailed(error)
    }
  }
}
