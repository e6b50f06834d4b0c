internal import Text
internal import Workshop

// What happens to groups, to JSON and back.
extension JSONWriter {
  mutating func groups(_ event: GroupsEvent) {
    switch event {
    case .formed(let groups):
      type(.groupsMade)
      member("groups", groups.map { $0.joined(separator: ", ") })
    case .answersJoined(let handle, let other):
      type(.answersJoined)
      member("item", handle.rawValue)
      member("into", other.rawValue)
    }
  }
}

extension StoredMembers {
  mutating func joined() -> Event? {
    guard let item = topic.text("item"), let other = topic.text("into") else { return nil }
    return .groups(.answersJoined(Handle(item), into: Handle(other)))
  }
}
