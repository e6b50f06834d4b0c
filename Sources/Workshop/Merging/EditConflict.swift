/// Two rooms that did not know of each other have changed one answer. One change holds; the text of the other is put aside
/// until somebody who has read both changes the answer again.
public struct EditConflict: Hashable, Sendable {
  /// The answer, by the name that it has now.
  public var answer: AnswerID
  /// The cells that do not hold.
  public var cells: [String]
  /// The initials of who said them.
  public var speaker: String?
  /// Whether the answer was deleted by the other room.
  public var isDeleted: Bool
}

extension HandleRemapping {
  /// What a room did to an answer that was there.
  private struct Change {
    var entry: EntryID
    var answer: AnswerID
    /// The new cells; nil when the answer went.
    var cells: [String]?
    var speaker: String?
  }

  /// The edits that were put aside and that nobody has decided about yet, in the order in which they count.
  public var conflicts: [EditConflict] {
    var order: [AnswerID] = []
    var changes: [AnswerID: [Change]] = [:]
    for change in self.changesOfAnswers {
      if changes[change.answer] == nil { order.append(change.answer) }
      changes[change.answer, default: []].append(change)
    }
    return order.flatMap { conflicts(among: changes[$0] ?? []) }
  }

  /// Of changes to one answer: those that somebody wrote without having read them, and that nobody wrote over on purpose.
  private func conflicts(among changes: [Change]) -> [EditConflict] {
    let isDeleted = changes.contains { $0.cells == nil }
    let holding = changes.last { $0.cells != nil }?.cells
    return changes.indices.compactMap { place in
      let change = changes[place]
      guard let cells = change.cells, isDeleted || cells != holding else { return nil }
      let others = changes.indices.filter { $0 != place }.map { changes[$0] }
      let isDecided = others.contains { hasSeen(change.entry, in: $0.entry.epoch) && isLater($0.entry, change.entry) }
      let isAgainst = others.contains {
        !hasSeen(change.entry, in: $0.entry.epoch) && !hasSeen($0.entry, in: change.entry.epoch)
      }
      guard isAgainst, !isDecided else { return nil }
      return EditConflict(answer: change.answer, cells: cells, speaker: change.speaker, isDeleted: isDeleted)
    }
  }

  private func isLater(_ entry: EntryID, _ other: EntryID) -> Bool {
    entry.epoch != other.epoch || entry.number > other.number
  }

  /// What was done to answers that were there, without what was taken back.
  private var changesOfAnswers: [Change] {
    var undone: Set<EntryID> = []
    for event in parts.lazy.flatMap(\.events) {
      if case .undone(let entry) = event { undone.insert(entry) }
      if case .redone(let entry) = event { undone.remove(entry) }
    }
    return parts.flatMap { part -> [Change] in
      guard !undone.contains(part.id) else { return [] }
      return events(part.events, by: part.id.epoch).compactMap { event in
        switch event {
        case .answerRevised(let id, let cells, let speaker):
          Change(entry: part.id, answer: id, cells: cells, speaker: speaker)
        case .answerDeleted(let id): Change(entry: part.id, answer: id)
        case _: nil
        }
      }
    }
  }
}
