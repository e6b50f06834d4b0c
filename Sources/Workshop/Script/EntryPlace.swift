// Entries have other names in every journal, so a script that tells of one that was taken back counts from the last.
extension Session {
  /// An event that takes back an entry, or lets it hold again, with its place from the end in the place of its name.
  public func counted(_ event: Event) -> Event {
    switch event {
    case .undone(let entry): .undone(Session.counted(entry, among: done))
    case .redone(let entry): .redone(Session.counted(entry, among: takenBack))
    case _: event
    }
  }

  /// The opposite of ``counted(_:)``: an entry by its name in this session.
  public func named(_ event: Event) -> Event {
    switch event {
    case .undone(let entry): .undone(Session.named(entry, among: done))
    case .redone(let entry): .redone(Session.named(entry, among: takenBack))
    case _: event
    }
  }

  private static let last = "last"

  private static func counted(_ entry: EntryID, among done: [Done]) -> EntryID {
    let place = done.lastIndex { $0.entry == entry }
    return EntryID(epoch: last, number: place.map { done.count - $0 } ?? 0)
  }

  private static func named(_ entry: EntryID, among done: [Done]) -> EntryID {
    guard entry.epoch == last, done.indices.contains(done.count - entry.number) else { return entry }
    return done[done.count - entry.number].entry
  }
}
