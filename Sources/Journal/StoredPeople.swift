internal import Text
internal import Workshop

// What happens among the people in the room, to JSON and back.
extension JSONWriter {
  mutating func people(_ event: PeopleEvent) {
    switch event {
    case .speakerChosen(let initials):
      type(.speakerChosen)
      member("by", initials)
    case .facilitatorChosen(let initials):
      type(.facilitatorChosen)
      member("by", initials)
    case .checkedIn(let checkIn):
      type(.checkedIn)
      member("kind", checkIn.round.rawValue)
      member("words", checkIn.word)
      member("by", checkIn.speaker)
      members(checkIn.letters)
    }
  }
}

extension StoredMembers {
  mutating func checkIn() -> Event? {
    guard let round = topic.text("kind").flatMap({ CheckIn.Round(rawValue: $0) }), let word = topic.text("words") else {
      return nil
    }
    var checkIn = CheckIn(round, speaker: by.take(), word: word)
    checkIn.letters = letters()
    return .people(.checkedIn(checkIn))
  }
}
