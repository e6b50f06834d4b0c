extension Hiding {
  /// What happened beside the answers, without what is hidden.
  func hiding(_ event: RoomEvent, naming names: Renumbering.Names?) -> RoomEvent {
    switch event {
    case .asideNoted(let aside): .asideNoted(hiding(aside, naming: names))
    case .asideRevised(let id, _, _, _) where hides(id, naming: names):
      .asideRevised(id, text: "", owner: nil, due: nil)
    case .asideRevised(let id, let text, let owner, let due):
      .asideRevised(id, text: self.text(text), owner: owner.map(initials), due: due)
    case .asideClosed(let id, let outcome): .asideClosed(id, outcome: hides(id, naming: names) ? "" : text(outcome))
    case .facilitatorChosen(let person): .facilitatorChosen(person.map(initials))
    case .voteOpened(let round): .voteOpened(hiding(round))
    case .votesCast(let number, .head(let by, let marks)): .votesCast(number, .head(by: by.map(initials), marks))
    case .moodSaid(let mood): .moodSaid(hiding(mood))
    case .groupsMade(let groups): .groupsMade(groups.map { $0.map(initials) })
    case .asideDeleted, .asideRedacted, .votesCast, .voteClosed, .voteCancelled, .time, .screenBlanked, .screenShared,
      .answersJoined:
      event
    }
  }

  func hiding(_ aside: Aside, naming names: Renumbering.Names? = nil) -> Aside {
    var aside = aside
    guard !hides(aside.id, naming: names) else {
      (aside.text, aside.owner, aside.due, aside.speaker) = ("", nil, nil, nil)
      aside.outcome = aside.outcome.map { _ in "" }
      return aside
    }
    aside.text = text(aside.text)
    aside.owner = aside.owner.map(initials)
    aside.speaker = aside.speaker.map(initials)
    aside.outcome = aside.outcome.map(text)
    return aside
  }

  func hiding(_ round: VoteRound) -> VoteRound {
    var round = round
    for place in round.ballots.indices { round.ballots[place].by = round.ballots[place].by.map(initials) }
    return round
  }

  func hiding(_ mood: Mood) -> Mood {
    Mood(mood.round, speaker: mood.speaker.map(initials), word: text(mood.word))
  }
}

extension RoomReversal {
  func hiding(_ hiding: Hiding) -> RoomReversal {
    switch self {
    case .aside(let id, let aside, let place): .aside(id, aside.map { hiding.hiding($0) }, at: place)
    case .facilitator(let person): .facilitator(person.map(hiding.initials))
    case .vote(let number, let round): .vote(number, round.map(hiding.hiding))
    case .moods(let moods): .moods(moods.map(hiding.hiding))
    case .timebox, .plan, .bell, .groups, .joined, .pause: self
    }
  }
}

extension Session {
  /// Hides what is said to be hidden in everything beside the answers.
  mutating func hideRoom(_ hiding: Hiding) {
    asides = asides.map { hiding.hiding($0) }
    facilitator = facilitator.map(hiding.initials)
    votes = votes.map(hiding.hiding)
    moods = moods.map(hiding.hiding)
    groupings = groupings.map { $0.map { $0.map(hiding.initials) } }
  }
}
