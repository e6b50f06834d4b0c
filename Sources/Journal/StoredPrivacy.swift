internal import Text
internal import Workshop

// What is not recorded, or not to be read any more, to JSON and back.
extension JSONWriter {
  mutating func privacy(_ event: PrivacyEvent) {
    switch event {
    case .wentOffRecord: type(.wentOffRecord)
    case .cameOnRecord(let minutes):
      type(.cameOnRecord)
      member("minutes", minutes)
    case .answerRedacted(let id):
      type(.answerRedacted)
      members(id)
    case .pseudonymGiven(let id, let name):
      type(.pseudonymGiven)
      members(id)
      member("name", name)
    case .sideItemRedacted(let id):
      type(.sideItemRedacted)
      members(id)
    case .valueRedacted(let id):
      type(.valueRedacted)
      member("value", id.number)
    }
  }
}

extension StoredMembers {
  mutating func pseudonym() -> Event? {
    guard let id = answer(), let name = name.take() else { return nil }
    return .privacy(.pseudonymGiven(id, name: name))
  }
}
