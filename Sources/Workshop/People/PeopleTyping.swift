// What is typed about people, and how it is typed again.
extension Command {
  /// `/people add KH | Kari`, `/people out Kari`; alone, who takes part.
  init(people argument: String, in language: Language) throws(Refusal) {
    guard !argument.isEmpty else {
      self = .look(.people(.participants))
      return
    }
    let (typed, rest) = argument.firstWord
    switch try CommandVerb(typed, of: .people, in: language) {
    case .add: self = .people(.add(try rest.needed(by: .people)))
    case .out: self = .people(.presence(try rest.needed(by: .people), isInRoom: false))
    case .in: self = .people(.presence(try rest.needed(by: .people), isInRoom: true))
    case .facilitator: self = .people(.facilitator(rest))
    case .counts: self = .look(.people(.contributions))
    case let other:
      throw .unknownVerb(other.rawValue, of: .people, known: CommandVerb.shown(of: .people, in: language))
    }
  }

  /// `/checkin Kari: curious, 4`; alone, what was said.
  init(_ round: CheckIn.Round, _ text: String) {
    self = text.isEmpty ? .look(.people(.checkIns(round))) : .people(.checkIn(round, text))
  }
}

extension CommandReconstruction {
  /// Lines that may have made something happen among the people in the room.
  func lines(_ event: PeopleEvent, _ events: [Event]) -> [String] {
    switch event {
    case .speakerChosen(let initials): ["/by \(initials ?? "")"]
    case .facilitatorChosen(let initials): ["/people facilitator \(initials ?? "")"]
    case .checkedIn(let checkIn): checkIns(checkIn.round, events)
    }
  }

  private func checkIns(_ round: CheckIn.Round, _ events: [Event]) -> [String] {
    let said = events.compactMap { event -> String? in
      guard case .people(.checkedIn(let checkIn)) = event else { return nil }
      return (checkIn.speaker == session.speaker ? "" : checkIn.speaker.map { "\($0): " } ?? "") + checkIn.word
    }
    return ["/\(round == .checkIn ? "checkin" : "checkout") \(said.joined(separator: ", "))"]
  }
}
