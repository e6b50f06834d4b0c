extension Redactions {
  /// What happened beside the answers, without what is hidden.
  func redacting(_ event: RoomEvent, naming names: HandleRemapping.Names?) -> RoomEvent {
    switch event {
    case .sideItemNoted(let sideItem): .sideItemNoted(redacting(sideItem, naming: names))
    case .sideItemRevised(let id, _, _, _) where hides(id, naming: names):
      .sideItemRevised(id, text: "", owner: nil, due: nil)
    case .sideItemRevised(let id, let text, let owner, let due):
      .sideItemRevised(id, text: self.text(text), owner: owner.map(initials), due: due)
    case .sideItemClosed(let id, let outcome):
      .sideItemClosed(id, outcome: hides(id, naming: names) ? "" : text(outcome))
    case .facilitatorChosen(let person): .facilitatorChosen(person.map(initials))
    case .voteOpened(let round): .voteOpened(redacting(round))
    case .votesCast(let number, .head(let by, let marks)): .votesCast(number, .head(by: by.map(initials), marks))
    case .checkedIn(let checkIn): .checkedIn(redacting(checkIn))
    case .groupsMade(let groups): .groupsMade(groups.map { $0.map(initials) })
    case .sideItemDeleted, .sideItemRedacted, .votesCast, .voteClosed, .voteCancelled, .time, .screenBlanked,
      .screenShared,
      .answersJoined:
      event
    }
  }

  func redacting(_ sideItem: SideItem, naming names: HandleRemapping.Names? = nil) -> SideItem {
    var sideItem = sideItem
    guard !hides(sideItem.id, naming: names) else {
      (sideItem.text, sideItem.owner, sideItem.due, sideItem.speaker) = ("", nil, nil, nil)
      sideItem.outcome = sideItem.outcome.map { _ in "" }
      return sideItem
    }
    sideItem.text = text(sideItem.text)
    sideItem.owner = sideItem.owner.map(initials)
    sideItem.speaker = sideItem.speaker.map(initials)
    sideItem.outcome = sideItem.outcome.map(text)
    return sideItem
  }

  func redacting(_ round: VoteRound) -> VoteRound {
    var round = round
    for place in round.ballots.indices { round.ballots[place].by = round.ballots[place].by.map(initials) }
    return round
  }

  func redacting(_ checkIn: CheckIn) -> CheckIn {
    CheckIn(checkIn.round, speaker: checkIn.speaker.map(initials), word: text(checkIn.word))
  }
}

extension RoomReversal {
  func redacting(_ redactions: Redactions) -> RoomReversal {
    switch self {
    case .sideItem(let id, let sideItem, let place): .sideItem(id, sideItem.map { redactions.redacting($0) }, at: place)
    case .facilitator(let person): .facilitator(person.map(redactions.initials))
    case .vote(let number, let round): .vote(number, round.map(redactions.redacting))
    case .checkIns(let checkIns): .checkIns(checkIns.map(redactions.redacting))
    case .timebox, .plan, .bell, .groups, .joined, .pause: self
    }
  }
}

extension Session {
  /// Hides what is said to be hidden in everything beside the answers.
  mutating func hideRoom(_ redactions: Redactions) {
    sideItems = sideItems.map { redactions.redacting($0) }
    facilitator = facilitator.map(redactions.initials)
    votes = votes.map(redactions.redacting)
    checkIns = checkIns.map(redactions.redacting)
    groupings = groupings.map { $0.map { $0.map(redactions.initials) } }
  }
}
