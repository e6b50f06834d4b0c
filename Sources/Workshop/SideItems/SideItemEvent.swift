/// One thing that happened beside the questions.
public enum SideItemEvent: Hashable, Sendable {
  /// Something was said.
  case noted(SideItem)
  /// It has other words from here.
  case revised(SideItemID, text: String, owner: String?, due: Day?)
  /// It waits for nothing any more; what became of it may be empty.
  case closed(SideItemID, outcome: String)
  /// It was taken away. Its number stays used.
  case deleted(SideItemID)
}

/// A side item as it was, with its place; nil when it was not there.
struct SideItemReversal: Hashable, Sendable {
  var id: SideItemID
  var before: SideItem?
  var place: Int
}

extension SideItems {
  /// Lets it happen.
  ///
  /// - Returns: The opposite; nil when nothing changes.
  mutating func apply(_ event: SideItemEvent) -> SideItemReversal? {
    switch event {
    case .noted(let sideItem):
      guard self[sideItem.id] == nil else { return nil }
      all.append(sideItem)
      numbers[sideItem.id.kind] = max(numbers[sideItem.id.kind] ?? 0, sideItem.id.number)
      return SideItemReversal(id: sideItem.id, before: nil, place: all.count - 1)
    case .revised(let id, let text, let owner, let due):
      return change(id) { ($0.text, $0.owner, $0.due) = (text, owner, due) }
    case .closed(let id, let outcome): return change(id) { $0.outcome = outcome }
    case .deleted(let id):
      guard let place = all.lastIndex(where: { $0.id == id }) else { return nil }
      return SideItemReversal(id: id, before: all.remove(at: place), place: place)
    }
  }

  private mutating func change(_ id: SideItemID, _ change: (inout SideItem) -> Void) -> SideItemReversal? {
    guard let place = all.lastIndex(where: { $0.id == id }) else { return nil }
    defer { change(&all[place]) }
    return SideItemReversal(id: id, before: all[place], place: place)
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: SideItemReversal) {
    all.removeAll { $0.id == reversal.id }
    if let before = reversal.before { all.insert(before, at: min(reversal.place, all.count)) }
  }
}

// MARK: Redacted, and under other numbers

extension SideItems {
  mutating func redact(by redactions: Redactions) { all = all.map { $0.redacted(by: redactions) } }
}

extension SideItemReversal {
  func redacted(by redactions: Redactions) -> SideItemReversal {
    SideItemReversal(id: id, before: before?.redacted(by: redactions), place: place)
  }
}

extension SideItem {
  func redacted(by redactions: Redactions, naming names: HandleRemapping.Names? = nil) -> SideItem {
    var sideItem = self
    guard !redactions.hides(id, naming: names) else {
      (sideItem.text, sideItem.owner, sideItem.due, sideItem.speaker) = ("", nil, nil, nil)
      sideItem.outcome = outcome.map { _ in "" }
      return sideItem
    }
    sideItem.text = redactions.text(text)
    sideItem.owner = owner.map(redactions.initials)
    sideItem.speaker = speaker.map(redactions.initials)
    sideItem.outcome = outcome.map(redactions.text)
    return sideItem
  }
}

extension SideItemEvent {
  func redacted(by redactions: Redactions, naming names: HandleRemapping.Names?) -> SideItemEvent {
    switch self {
    case .noted(let sideItem): .noted(sideItem.redacted(by: redactions, naming: names))
    case .revised(let id, _, _, _) where redactions.hides(id, naming: names):
      .revised(id, text: "", owner: nil, due: nil)
    case .revised(let id, let text, let owner, let due):
      .revised(id, text: redactions.text(text), owner: owner.map(redactions.initials), due: due)
    case .closed(let id, let outcome):
      .closed(id, outcome: redactions.hides(id, naming: names) ? "" : redactions.text(outcome))
    case .deleted: self
    }
  }

  func renamed(_ names: HandleRemapping.Renaming) -> SideItemEvent {
    switch self {
    case .noted(var sideItem):
      sideItem.id = names.name(sideItem.id)
      sideItem.about = sideItem.about.map(names.name)
      return .noted(sideItem)
    case .revised(let id, let text, let owner, let due):
      return .revised(names.name(id), text: text, owner: owner, due: due)
    case .closed(let id, let outcome): return .closed(names.name(id), outcome: outcome)
    case .deleted(let id): return .deleted(names.name(id))
    }
  }
}
