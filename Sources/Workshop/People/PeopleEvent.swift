/// One thing that happened among the people in the room.
public enum PeopleEvent: Hashable, Sendable {
  /// A participant says the next answers, or nobody in particular.
  case speakerChosen(String?)
  /// A participant leads the workshop and has no vote, or nobody among them does.
  case facilitatorChosen(String?)
  /// Somebody said how they are there.
  case checkedIn(CheckIn)
}

/// How it was before.
enum PeopleReversal: Hashable, Sendable {
  case speaker(String?)
  case facilitator(String?)
  case checkIns([CheckIn])
}

extension People {
  /// Lets it happen.
  ///
  /// - Returns: The opposite.
  mutating func apply(_ event: PeopleEvent) -> PeopleReversal {
    switch event {
    case .speakerChosen(let initials):
      defer { speaker = initials }
      return .speaker(speaker)
    case .facilitatorChosen(let initials):
      defer { facilitator = initials }
      return .facilitator(facilitator)
    case .checkedIn(let checkIn):
      let before = checkIns
      if checkIn.speaker != nil { checkIns.removeAll { $0.round == checkIn.round && $0.speaker == checkIn.speaker } }
      checkIns.append(checkIn)
      return .checkIns(before)
    }
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: PeopleReversal) {
    switch reversal {
    case .speaker(let initials): speaker = initials
    case .facilitator(let initials): facilitator = initials
    case .checkIns(let before): checkIns = before
    }
  }
}

// MARK: Redacted

extension People {
  mutating func redact(by redactions: Redactions) {
    speaker = speaker.map(redactions.initials)
    facilitator = facilitator.map(redactions.initials)
    checkIns = checkIns.map { $0.redacted(by: redactions) }
  }
}

extension PeopleReversal {
  func redacted(by redactions: Redactions) -> PeopleReversal {
    switch self {
    case .speaker(let initials): .speaker(initials.map(redactions.initials))
    case .facilitator(let initials): .facilitator(initials.map(redactions.initials))
    case .checkIns(let checkIns): .checkIns(checkIns.map { $0.redacted(by: redactions) })
    }
  }
}

extension CheckIn {
  fileprivate func redacted(by redactions: Redactions) -> CheckIn {
    var checkIn = self
    (checkIn.speaker, checkIn.word) = (speaker.map(redactions.initials), redactions.text(word))
    return checkIn
  }
}

extension PeopleEvent {
  func redacted(by redactions: Redactions) -> PeopleEvent {
    switch self {
    case .speakerChosen(let initials): .speakerChosen(initials.map(redactions.initials))
    case .facilitatorChosen(let initials): .facilitatorChosen(initials.map(redactions.initials))
    case .checkedIn(let checkIn): .checkedIn(checkIn.redacted(by: redactions))
    }
  }
}
