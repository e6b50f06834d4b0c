public import Workshop

/// Brings what happens to the journal, and keeps what the journal cannot take: while the program runs, nothing that was
/// heard is lost.
public struct JournalWriter {
  /// The journal; nil when the session is only looked at.
  public private(set) var journal: Journal?
  /// Where it is kept instead until it is known how far it goes; nil when a journal takes it.
  public private(set) var inMemory: InMemoryJournal?
  /// What is not on the disk, in order.
  public private(set) var unsaved: [Entry] = []
  /// Why it is not; nil when everything is on the disk.
  public private(set) var trouble: JournalError?
  /// What had to be done to go on, since it was asked for last.
  private var recoveries: [JournalRecovery] = []
  /// What stands in a file that was read anew, since it was asked for last.
  private var reread: JournalContents?

  /// The file that is only looked at, and the operating system.
  private var looked: (path: String, storage: Storage)?

  /// A recorder for a session that is only looked at: nothing is recorded until it is saved elsewhere.
  public init(lookingAt path: String, storage: Storage) {
    looked = (path, storage)
  }

  /// A recorder for a journal; without one nothing can be recorded.
  public init(_ journal: Journal?) {
    self.journal = journal
  }

  /// A recorder that keeps everything in memory.
  public init(_ inMemory: InMemoryJournal) {
    self.inMemory = inMemory
  }

  /// Whether anything can be recorded, or the session is only looked at.
  public var records: Bool { journal != nil || inMemory != nil }

  /// Whether everything that was heard is on the disk.
  public var isSaved: Bool { unsaved.isEmpty }

  /// Records what happened. When the disk does not take it, it is kept here, and ``trouble`` says why.
  ///
  /// - Parameters:
  ///   - events: What happened, in order.
  ///   - moment: When, by this machine's clock.
  /// - Returns: The name of the entry.
  /// - Throws: ``JournalError/tooLarge(_:)``, ``JournalError/lockedElsewhere`` when the session is only looked at, or
  ///   ``JournalError/closed``; then nothing is recorded or kept.
  public mutating func record(_ events: [Event], at moment: Moment) throws(JournalError) -> EntryID {
    if inMemory != nil, let id = try inMemory?.record(events, at: moment) { return id }
    let entry = try next(events, at: moment)
    if !unsaved.isEmpty {
      _ = try entry.lineThatFits()
      unsaved.append(entry)
      retry(at: moment)
      return entry.id
    }
    do throws(JournalError) { try journal?.write([entry]) } catch {
      switch error {
      case .tooLarge(.line), .tooLarge(.cell), .closed: throw error
      case .replaced:
        unsaved = [entry]
        follow(at: moment)
      case _:
        unsaved = [entry]
        trouble = trouble ?? error
      }
    }
    return entry.id
  }

  /// What is recorded next, under the name that it will have.
  private func next(_ events: [Event], at moment: Moment) throws(JournalError) -> Entry {
    guard let journal else { throw .lockedElsewhere }
    let next = journal.nextEntry
    let isFirst = unsaved.isEmpty || unsaved.last?.id.epoch != next.epoch
    let own = unsaved.count { $0.id.epoch == next.epoch }
    return Entry(
      id: EntryID(epoch: next.epoch, number: next.number + own), at: moment, events: events,
      seen: isFirst ? journal.seen : [])
  }

  /// Tries to bring what is kept to the disk, unless a sync has failed there.
  ///
  /// - Parameter moment: When, by this machine's clock.
  public mutating func retry(at moment: Moment) {
    guard !unsaved.isEmpty, let journal else { return }
    if case .syncFailed = trouble { return }
    do throws(JournalError) {
      try journal.write(unsaved)
      (unsaved, trouble) = ([], nil)
    } catch {
      trouble = error
      if case .replaced = error { follow(at: moment) }
    }
  }

  /// Follows the file where another one has taken its place, although nothing is to be recorded: whoever looks, sees what
  /// stands there now.
  ///
  /// - Parameter moment: When, by this machine's clock.
  public mutating func catchUp(at moment: Moment) {
    guard let journal, unsaved.isEmpty else { return }
    do throws(JournalError) { try journal.requireUntouched() } catch {
      if case .replaced = error { follow(at: moment) }
      // Nothing is unsaved: when something is recorded, it is tried again.
      if isSaved { trouble = nil }
    }
  }

  /// What had to be done to go on, once.
  public mutating func takeRecoveries() -> [JournalRecovery] {
    defer { recoveries = [] }
    return recoveries
  }

  /// What stands in the file where it had to be read anew, once: from there on the session is what it says.
  public mutating func takeReread() -> JournalContents? {
    defer { reread = nil }
    return reread
  }

  private mutating func follow(at moment: Moment) {
    do throws(JournalError) {
      guard let recovered = try journal?.recovered(adding: unsaved, at: moment) else { return }
      (journal, unsaved, trouble) = (recovered.journal, [], nil)
      recoveries.append(recovered.how)
      reread = recovered.contents ?? reread
    } catch {
      trouble = error
    }
  }

  /// Takes what was redacted, and names that have a pseudonym, out of the journal's file.
  ///
  /// - Parameter moment: When, by this machine's clock.
  /// - Returns: What stands in the journal now.
  /// - Throws: ``JournalError``; then it leaves the file when that is opened the next time.
  public mutating func hide(at moment: Moment) throws(JournalError) -> JournalContents {
    if let contents = try inMemory?.hide() { return contents }
    guard let journal else { throw .lockedElsewhere }
    if let trouble { throw trouble }
    let (rewritten, contents) = try journal.rewritten(at: moment)
    self.journal = rewritten
    return contents
  }

  /// Writes the whole session to another place and goes on there.
  ///
  /// - Parameters:
  ///   - path: Where; nothing may be there yet.
  ///   - moment: When, by this machine's clock.
  /// - Throws: ``JournalError``; then nothing has changed.
  public mutating func save(to path: String, at moment: Moment) throws(JournalError) {
    if journal == nil, let looked {
      let bytes = try Journal.bytes(of: looked.path, storage: looked.storage)
      try saveSafely(bytes, to: path, storage: looked.storage)
      let (copy, contents) = try Journal.open(path, at: moment, storage: looked.storage)
      (journal, reread, self.looked) = (copy, contents, nil)
      return
    }
    guard let copy = try journal?.copied(to: path, adding: unsaved) else { throw .lockedElsewhere }
    (journal, unsaved, trouble) = (copy, [], nil)
  }

  /// Writes the whole session to the first of these folders that takes it; for when the program has to end.
  ///
  /// - Returns: Where it is; nil when everything was saved before, or no folder takes it.
  public func emergencyCopy(in folders: [String]) -> String? {
    guard let journal, !unsaved.isEmpty else { return nil }
    for folder in folders {
      let path = journal.rescuePath(in: folder)
      if let copy = try? journal.copied(to: path, adding: unsaved) {
        try? copy.close()
        return path
      }
    }
    return nil
  }

  /// Brings everything to the disk and gives the file back.
  ///
  /// - Throws: Why something is not on the disk.
  public mutating func close() throws(JournalError) {
    if let trouble, !unsaved.isEmpty { throw trouble }
    try journal?.close()
  }
}
