internal import Workshop

// What happens beside the answers, to JSON and back.
extension JSONWriter {
  /// Writes what stands in one event, but for its braces.
  mutating func room(_ event: RoomEvent) {
    switch event {
    case .asideNoted(let aside):
      type(.asideNoted)
      members(aside.id)
      member("words", aside.text)
      member("owner", aside.owner)
      member("due", aside.due?.description)
      member("question", aside.question?.rawValue)
      member("by", aside.speaker)
    case .asideRevised(let id, let text, let owner, let due):
      type(.asideRevised)
      members(id)
      member("words", text)
      member("owner", owner)
      member("due", due?.description)
    case .asideClosed(let id, let outcome):
      type(.asideClosed)
      members(id)
      member("outcome", outcome)
    case .asideDeleted(let id):
      type(.asideDeleted)
      members(id)
    case .facilitatorChosen(let initials):
      type(.facilitatorChosen)
      member("by", initials)
    }
  }

  private mutating func members(_ id: AsideID) {
    member("kind", id.kind.rawValue)
    member("number", id.number)
  }
}

/// The members that only events beside the answers have.
struct StoredRoomMembers: Equatable {
  var kind: String?
  var words: String?
  var owner: String?
  var due: String?
  var outcome: String?
}

extension StoredMembers {
  mutating func asideID() -> AsideID? {
    guard let kind = room.kind.take().flatMap({ Aside.Kind(rawValue: $0) }), let number = number.take() else {
      return nil
    }
    return AsideID(kind, number)
  }

  mutating func noted() -> Event? {
    guard let id = asideID(), let words = room.words.take() else { return nil }
    return .room(
      .asideNoted(
        Aside(
          id: id, text: words, owner: room.owner.take(), due: room.due.take().flatMap { Day(iso: $0) },
          speaker: by.take(), question: question.take().map { QuestionID($0) })))
  }

  mutating func asideRevised() -> Event? {
    guard let id = asideID(), let words = room.words.take() else { return nil }
    return .room(
      .asideRevised(id, text: words, owner: room.owner.take(), due: room.due.take().flatMap { Day(iso: $0) }))
  }

  mutating func asideClosed() -> Event? {
    guard let id = asideID(), let outcome = room.outcome.take() else { return nil }
    return .room(.asideClosed(id, outcome: outcome))
  }
}
