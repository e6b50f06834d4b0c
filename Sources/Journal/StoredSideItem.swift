internal import Text
internal import Workshop

// What happens beside the questions, to JSON and back.
extension JSONWriter {
  mutating func sideItem(_ event: SideItemEvent) {
    switch event {
    case .noted(let sideItem):
      type(.sideItemNoted)
      members(sideItem.id)
      member("words", sideItem.text)
      member("owner", sideItem.owner)
      member("due", sideItem.due?.description)
      member("question", sideItem.question?.rawValue)
      if let about = sideItem.about { member("value", about.number) }
      member("by", sideItem.speaker)
      members(sideItem.letters)
    case .revised(let id, let text, let owner, let due):
      type(.sideItemRevised)
      members(id)
      member("words", text)
      member("owner", owner)
      member("due", due?.description)
    case .closed(let id, let outcome):
      type(.sideItemClosed)
      members(id)
      member("outcome", outcome)
    case .deleted(let id):
      type(.sideItemDeleted)
      members(id)
    }
  }

  mutating func members(_ id: SideItemID) {
    member("kind", id.kind.rawValue)
    member("number", id.number)
  }
}

extension StoredMembers {
  mutating func sideItemID() -> SideItemID? {
    guard let kind = topic.text("kind").flatMap({ SideItem.Kind(rawValue: $0) }), let number = number.take() else {
      return nil
    }
    return SideItemID(kind, number)
  }

  mutating func noted() -> Event? {
    guard let id = sideItemID(), let words = topic.text("words") else { return nil }
    var sideItem = SideItem(
      id: id, text: words, owner: topic.text("owner"), due: topic.text("due").flatMap { Day(iso: $0) },
      speaker: by.take(), question: question.take().map { QuestionID($0) })
    sideItem.about = valueID()
    sideItem.letters = letters()
    return .sideItem(.noted(sideItem))
  }

  mutating func sideItemRevised() -> Event? {
    guard let id = sideItemID(), let words = topic.text("words") else { return nil }
    return .sideItem(
      .revised(id, text: words, owner: topic.text("owner"), due: topic.text("due").flatMap { Day(iso: $0) }))
  }

  mutating func sideItemClosed() -> Event? {
    guard let id = sideItemID(), let outcome = topic.text("outcome") else { return nil }
    return .sideItem(.closed(id, outcome: outcome))
  }
}
