public import Workshop

/// What was done so that a session whose file was replaced could go on.
public enum JournalRecovery: Hashable, Sendable {
  /// The file there now holds the same session; it was read anew, and what it lacked was written into it.
  case followed(JournalNews)
  /// The file was gone, and was written anew.
  case writtenAgain
  /// Something else stands there; the session is in this file now.
  case rescued(String)
}

/// What a room did not know that reads its file anew.
public struct JournalNews: Hashable, Sendable {
  /// How many entries the file lacked, and has now.
  public var written = 0
  /// How many entries were read there that the room had not.
  public var heard = 0
  /// Who said how many of the answers and edits in them, by initials in order of first mention; nil where nobody is named.
  public var speakers: [Share] = []
  /// What the room called otherwise than it is called now.
  public var renamed: [RenamedHandle] = []
  /// Edits that were put aside and that the room does not know of.
  public var conflicts: [EditConflict] = []

  /// How many answers and edits are one person's.
  public struct Share: Hashable, Sendable {
    /// Initials; nil where nobody is named.
    public var speaker: String?
    /// How many.
    public var count: Int
  }
}

extension Journal {
  /// Where a session goes on whose file was replaced, and what was done for that.
  struct Recovered {
    var journal: Journal
    var how: JournalRecovery
    /// What stands in the file now, where it was read anew.
    var contents: JournalContents?
  }

  /// Goes on where the session's file was replaced or removed behind our back: with the file that is there now when it
  /// holds this session, else with a new one. What the file there lacks is written into it; nothing is taken out of it.
  ///
  /// What was decided before the other file was read keeps the name of the epoch in which it was: there it means what the
  /// room saw. Whoever goes on must do so with the session that is read now.
  ///
  /// - Parameters:
  ///   - unsaved: What is not in any file yet, under the names that this journal gave.
  ///   - moment: When a repair is made, by this machine's clock.
  /// - Returns: The journal to go on with, and what was done.
  /// - Throws: ``JournalError``; then this one still knows everything, and it may be tried again.
  func recovered(adding unsaved: [Entry], at moment: Moment) throws(JournalError) -> Recovered {
    let known = try JournalContents(of: whole)
    leave()
    do throws(JournalError) {
      var (journal, found) = try Journal.open(path, at: moment, storage: storage)
      guard found.header.session == known.header.session else { throw .alreadyExists }
      let there = Set(found.entries.map(\.id))
      let lacking = (known.entries + unsaved).filter { !there.contains($0.id) }
      try journal.write(lacking)
      var contents = try JournalContents(of: journal.whole)
      // What others have hidden may stand in what was written just now.
      if contents.holdsHidden { (journal, contents) = try journal.rewritten(at: moment) }
      let news = contents.news(besides: known, unsaved, written: lacking.count, epoch: epoch)
      return Recovered(journal: journal, how: .followed(news), contents: contents)
    } catch {
      switch error {
      case .notFound:
        return Recovered(journal: try copied(to: path, adding: unsaved), how: .writtenAgain, contents: nil)
      case .lockedElsewhere, .cannotOpen, .cannotRead, .cannotWrite, .cannotCreate, .syncFailed, .tooLarge, .closed,
        .replaced, .notASessionName, .ambiguous:
        throw error
      case .alreadyExists, .notAJournal, .newerFormat, .isReadOnly, .notARegularFile, .belongsToSomebodyElse:
        let rescue = rescuePath(in: path.folder)
        return Recovered(journal: try copied(to: rescue, adding: unsaved), how: .rescued(rescue), contents: nil)
      }
    }
  }

  /// A name that no other copy has, and that is taken for a copy of the journal.
  func rescuePath(in folder: String) -> String {
    "\(folder)/\(SessionsFolder.rescuedPrefix)\(epoch)-\(storage.randomName(length: 3)).jsonl"
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

extension JournalContents {
  /// What a room that knew only those entries learns from these.
  fileprivate func news(besides known: JournalContents, _ unsaved: [Entry], written: Int, epoch: String) -> JournalNews
  {
    let old = Set((known.entries + unsaved).map(\.id))
    let heard = entries.filter { !old.contains($0.id) }
    let remapping = entries.remapping
    let before = Set((known.entries + unsaved).remapping.conflicts)
    var news = JournalNews(written: written, heard: heard.count)
    for speaker in heard.flatMap(\.events).compactMap(\.saidBy) {
      if let place = news.speakers.firstIndex(where: { $0.speaker == speaker }) {
        news.speakers[place].count += 1
      } else {
        news.speakers.append(JournalNews.Share(speaker: speaker, count: 1))
      }
    }
    news.renamed = remapping.changes[epoch]?.renamed ?? []
    news.conflicts = remapping.conflicts.filter { !before.contains($0) }
    return news
  }
}

extension Event {
  /// Who said an answer or an edit, if they are named; nil for anything else.
  fileprivate var saidBy: String?? {
    switch self {
    case .answerGiven(let answer): .some(answer.speaker)
    case .answerRevised(_, _, let speaker): .some(speaker)
    case _: nil
    }
  }
}
