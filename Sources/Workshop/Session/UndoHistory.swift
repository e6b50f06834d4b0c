/// What was recorded and could be taken back, and what was taken back and could be done again.
struct UndoHistory: Hashable, Sendable {
  var undo: [UndoEntry] = []
  var redo: [UndoEntry] = []

  var all: [UndoEntry] { undo + redo }

  mutating func redact(by redactions: Redactions) {
    undo = undo.map { $0.redacted(by: redactions) }
    redo = redo.map { $0.redacted(by: redactions) }
  }
}

/// What one entry recorded, and how to take it back.
struct UndoEntry: Hashable, Sendable {
  var entry: EntryID
  var events: [Event]
  var reversals: [Reversal]
  /// Where the room stood before.
  var walkPosition: WalkPosition

  fileprivate func redacted(by redactions: Redactions) -> UndoEntry {
    var redacted = self
    redacted.events = events.map { redactions.redacting($0) }
    redacted.reversals = reversals.map { $0.redacted(by: redactions) }
    return redacted
  }
}

/// Where a room stands. Most entries leave it where it was, so that they share one box.
indirect enum WalkPosition: Hashable, Sendable {
  /// Before a question, with the cells of an answer that are being asked.
  case at(QuestionID?, asking: Session.Asking?, hasEnded: Bool)

  init(of session: Session) {
    self = .at(session.position, asking: session.asking, hasEnded: session.hasEnded)
  }

  /// Whether a session still stands there.
  func isHeld(by session: Session) -> Bool {
    switch self {
    case .at(let position, let asking, let hasEnded):
      session.position == position && session.asking == asking && session.hasEnded == hasEnded
    }
  }
}

// MARK: Asking

extension Session {
  func undo() throws(Refusal) -> [Event] {
    guard let last = history.undo.last else { throw .nothingToUndo }
    return [.undone(last.entry)] + returning(to: last.walkPosition)
  }

  func redo() throws(Refusal) -> [Event] {
    guard let last = history.redo.last else { throw .nothingToRedo }
    // First back to where it was said, since what was recorded may lead on from there.
    return returning(to: last.walkPosition) + [.redone(last.entry)]
  }

  /// Back to where the room stood when something was recorded.
  private func returning(to walkPosition: WalkPosition) -> [Event] {
    guard case .at(let then?, let asking, let hadEnded) = walkPosition else { return [] }
    guard then != position || asking != nil || hadEnded != hasEnded else { return [] }
    let asked = asking.map { [Event.cellsAsked($0.answer, $0.columns)] } ?? []
    return [.questionEntered(then)] + (hadEnded ? [.endReached] : asked)
  }

  /// What was recorded last and would be undone, as its events.
  public var lastUndoable: [Event] { history.undo.last?.events ?? [] }

  /// All that was recorded and could be undone, entry by entry, as events.
  public var undoable: [[Event]] { history.undo.map(\.events) }

  /// The one answer that stands there again as it was, when what was recorded last is undone; nil for none or several.
  public var lastReplaced: Answer? {
    let answers = history.undo.last?.reversals.compactMap(\.replaced) ?? []
    return answers.count == 1 ? answers.first : nil
  }

  /// What was taken back last and would be redone, as its events.
  public var lastUndone: [Event] { history.redo.last?.events ?? [] }
}

// MARK: Happening

extension Session {
  /// Where the room stands, by the name that the last entry gave it where it is still there.
  var walkPosition: WalkPosition {
    if let last = history.undo.last?.walkPosition, last.isHeld(by: self) { return last }
    return WalkPosition(of: self)
  }

  mutating func takeBack(_ entry: EntryID) {
    guard let index = history.undo.lastIndex(where: { $0.entry == entry }) else { return }
    let taken = history.undo.remove(at: index)
    for reversal in taken.reversals.reversed() { reverse(reversal) }
    progress.asking = nil
    history.redo.append(taken)
  }

  mutating func restore(_ entry: EntryID, at moment: Moment) {
    guard let index = history.redo.lastIndex(where: { $0.entry == entry }) else { return }
    var restored = history.redo.remove(at: index)
    restored.walkPosition = walkPosition
    restored.reversals = []
    for event in restored.events { apply(event, at: moment, noting: &restored.reversals) }
    history.undo.append(restored)
  }
}
