internal import Text
internal import Workshop

// What happens beside the answers, to JSON and back.
extension JSONWriter {
  /// Writes what stands in one event, but for its braces.
  mutating func room(_ event: RoomEvent) {
    switch event {
    case .sideItemNoted(let sideItem):
      type(.sideItemNoted)
      members(sideItem.id)
      member("words", sideItem.text)
      member("owner", sideItem.owner)
      member("due", sideItem.due?.description)
      member("question", sideItem.question?.rawValue)
      member("by", sideItem.speaker)
    case .sideItemRevised(let id, let text, let owner, let due):
      type(.sideItemRevised)
      members(id)
      member("words", text)
      member("owner", owner)
      member("due", due?.description)
    case .sideItemClosed(let id, let outcome):
      type(.sideItemClosed)
      members(id)
      member("outcome", outcome)
    case .sideItemDeleted(let id):
      type(.sideItemDeleted)
      members(id)
    case .sideItemRedacted(let id):
      type(.sideItemRedacted)
      members(id)
    case .facilitatorChosen(let initials):
      type(.facilitatorChosen)
      member("by", initials)
    case .voteOpened(let round):
      type(.voteOpened)
      members(round)
    case .votesCast(let number, let entry):
      type(.votesCast)
      member("number", number)
      members(entry)
    case .voteClosed(let number):
      type(.voteClosed)
      member("number", number)
    case .voteCancelled(let number):
      type(.voteCancelled)
      member("number", number)
    case .time(let event): time(event)
    case .checkedIn(let checkIn):
      type(.checkedIn)
      member("kind", checkIn.round.rawValue)
      member("words", checkIn.word)
      member("by", checkIn.speaker)
    case .groupsMade(let groups):
      type(.groupsMade)
      member("groups", groups.map { $0.joined(separator: ", ") })
    case .answersJoined(let handle, let other):
      type(.answersJoined)
      member("item", handle.rawValue)
      member("into", other.rawValue)
    case .screenBlanked(let isCovered):
      type(.screenBlanked)
      member("screen", isCovered ? "covered" : "shown")
    case .screenShared(let isShared):
      type(.screenShared)
      member("screen", isShared ? "shared" : "own")
    }
  }

  private mutating func members(_ id: SideItemID) {
    member("kind", id.kind.rawValue)
    member("number", id.number)
  }
}

/// The members that only events beside the answers have.
struct StoredRoomMembers: Equatable {
  var texts: [String: String] = [:]
  var numbers: [String: Int] = [:]
  var lists: [String: [String]] = [:]
  var numberLists: [String: [Int]] = [:]

  private static let textKeys: Set = [
    "kind", "words", "owner", "due", "outcome", "way", "entry", "item", "bell", "screen", "into", "handed-in",
  ]
  private static let numberKeys: Set = ["dots", "heads", "chosen", "most", "follows"]
  private static let listKeys: Set = ["items", "questions", "groups"]
  private static let numberListKeys: Set = ["marks", "seconds"]

  /// Takes a member, if it is one of these; one that stands there twice damages the line.
  ///
  /// - Returns: Whether its value is of the right kind; nil when it is none of these, and its value is still to be read.
  mutating func take(_ key: String, from json: inout JSONReader) throws(Damage) -> Bool? {
    if StoredRoomMembers.textKeys.contains(key) { return try set(&texts, key, json.string()) }
    if StoredRoomMembers.numberKeys.contains(key) { return try set(&numbers, key, json.number()) }
    if StoredRoomMembers.listKeys.contains(key) { return try set(&lists, key, json.strings()) }
    if StoredRoomMembers.numberListKeys.contains(key) { return try set(&numberLists, key, json.numbers()) }
    return nil
  }

  private func set<Value>(_ values: inout [String: Value], _ key: String, _ value: Value?) throws(Damage) -> Bool {
    guard values[key] == nil else { throw .notJSON }
    values[key] = value
    return value != nil
  }

  mutating func text(_ key: String) -> String? { texts.removeValue(forKey: key) }
  mutating func number(_ key: String) -> Int? { numbers.removeValue(forKey: key) }
  mutating func list(_ key: String) -> [String]? { lists.removeValue(forKey: key) }
  mutating func numberList(_ key: String) -> [Int]? { numberLists.removeValue(forKey: key) }
}

extension StoredMembers {
  mutating func asideID() -> SideItemID? {
    guard let kind = room.text("kind").flatMap({ SideItem.Kind(rawValue: $0) }), let number = number.take() else {
      return nil
    }
    return SideItemID(kind, number)
  }

  mutating func noted() -> Event? {
    guard let id = asideID(), let words = room.text("words") else { return nil }
    return .room(
      .sideItemNoted(
        SideItem(
          id: id, text: words, owner: room.text("owner"), due: room.text("due").flatMap { Day(iso: $0) },
          speaker: by.take(), question: question.take().map { QuestionID($0) })))
  }

  mutating func sideItemRevised() -> Event? {
    guard let id = asideID(), let words = room.text("words") else { return nil }
    return .room(
      .sideItemRevised(id, text: words, owner: room.text("owner"), due: room.text("due").flatMap { Day(iso: $0) }))
  }

  mutating func checkIn() -> Event? {
    guard let round = room.text("kind").flatMap({ CheckIn.Round(rawValue: $0) }), let word = room.text("words") else {
      return nil
    }
    return .room(.checkedIn(CheckIn(round, speaker: by.take(), word: word)))
  }

  mutating func joined() -> Event? {
    guard let item = room.text("item"), let other = room.text("into") else { return nil }
    return .room(.answersJoined(Handle(item), into: Handle(other)))
  }

  mutating func sideItemClosed() -> Event? {
    guard let id = asideID(), let outcome = room.text("outcome") else { return nil }
    return .room(.sideItemClosed(id, outcome: outcome))
  }
}
