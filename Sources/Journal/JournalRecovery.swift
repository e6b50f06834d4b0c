public import Workshop

/// What was done so that a session whose file was replaced could go on.
public enum JournalRecovery: Hashable, Sendable {
  /// The file there now holds the same session; so many entries that it lacked were written into it.
  case united(Int)
  /// The file was gone, and was written anew.
  case writtenAgain
  /// Something else stands there; the session is in this file now.
  case rescued(String)
}

extension Journal {
  /// Goes on where the session's file was replaced or removed behind our back: with the file that is there now when it
  /// holds this session, else with a new one. What the file there lacks is written into it; nothing is taken out of it.
  ///
  /// - Parameter moment: When a repair is made, by this machine's clock.
  /// - Returns: The journal to go on with, and what was done.
  /// - Throws: ``JournalError``; then this one still knows everything, and it may be tried again.
  public func recovered(at moment: Moment) throws(JournalError) -> (journal: Journal, how: JournalRecovery) {
    let known = try JournalContents(of: whole)
    leave()
    do throws(JournalError) {
      let (journal, found) = try Journal.open(path, at: moment, storage: storage)
      guard found.header.session == known.header.session else { throw .alreadyExists }
      let there = Set(found.entries.map(\.id))
      let lacking = known.entries.filter { !there.contains($0.id) }
      try journal.write(lacking)
      return (journal, .united(lacking.count))
    } catch {
      switch error {
      case .notFound: return (try copied(to: path), .writtenAgain)
      case .lockedElsewhere, .cannotOpen, .cannotRead, .cannotWrite, .cannotCreate, .syncFailed, .tooLarge, .closed,
        .replaced, .notASessionName, .ambiguous:
        throw error
      case .alreadyExists, .notAJournal, .newerFormat, .isReadOnly, .notARegularFile, .belongsToSomebodyElse:
        let rescue = rescuePath(in: path.folder)
        return (try copied(to: rescue), .rescued(rescue))
      }
    }
  }

  /// A name that no other copy has, and that is taken for a copy of the journal.
  func rescuePath(in folder: String) -> String {
    "\(folder)/journal.rescued-\(epoch)-\(storage.randomName(length: 3)).jsonl"
  }

  /// Writes the whole session into a new file, to go on there in the same epoch.
  ///
  /// - Parameters:
  ///   - path: Where; nothing may be there yet.
  ///   - entries: What belongs behind what this journal holds.
  /// - Returns: The journal there, open and locked.
  /// - Throws: ``JournalError``; then there is no such file, and this journal is as it was.
  public func copied(to path: String, adding entries: [Entry] = []) throws(JournalError) -> Journal {
    let file: Descriptor
    do { file = try Storage.retrying { () throws(Fault) in try storage.open(path, .creating) } } catch {
      throw error == .exists || error == .symbolicLink ? .alreadyExists : .cannotCreate(error)
    }
    do throws(JournalError) {
      try Journal.lock(file, storage: storage)
      let image = whole + entries.flatMap { $0.line + [0x0A] as [UInt8] }
      let identity: FileIdentity
      do {
        try storage.writeAll(file, image)
        identity = FileIdentity(try storage.status(file))
      } catch { throw .cannotWrite(error) }
      do {
        try Storage.retrying { () throws(Fault) in try storage.sync(file) }
        try storage.syncFolder(path.folder)
      } catch { throw .syncFailed(error) }
      let journal = Journal(
        path: path, storage: storage, file: file, identity: identity, epoch: epoch, seen: seen,
        image: image, last: nextEntry.number - 1)
      for entry in entries { journal.issue(entry.id) }
      return journal
    } catch {
      try? storage.remove(path)
      try? storage.close(file)
      throw error
    }
  }
}
