// Entries have other names in every journal, so a script that tells of one that was taken back counts from the last.
extension Session {
  /// An event that takes back an entry, or lets it hold again, with its place from the end in the place of its name.
  public func counted(_ event: Event) -> Event {
    switch event {
    case .undone(let entry): .undone(Session.counted(entry, among: history.undo))
    case .redone(let entry): .redone(Session.counted(entry, among: history.redo))
    case _: event
    }
  }

  /// The opposite of ``counted(_:)``: an entry by its name in this session.
  public func named(_ event: Event) -> Event {
    switch event {
    case .undone(let entry): .undone(Session.named(entry, among: history.undo))
    case .redone(let entry): .redone(Session.named(entry, among: history.redo))
    case _: event
    }
  }

  private static let last = "last"

  private static func counted(_ entry: EntryID, among undoEntries: [UndoEntry]) -> EntryID {
    let place = undoEntries.lastIndex { $0.entry == entry }
    return EntryID(epoch: last, number: place.map { undoEntries.count - $0 } ?? 0)
  }

  private static func named(_ entry: EntryID, among undoEntries: [UndoEntry]) -> EntryID {
    guard entry.epoch == last, undoEntries.indices.contains(undoEntries.count - entry.number) else { return entry }
    return undoEntries[undoEntries.count - entry.number].entry
  }
}
