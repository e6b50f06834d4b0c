/// One thing that happened in the room beside the answers.
public enum RoomEvent: Hashable, Sendable {
  /// Something was said beside the questions.
  case asideNoted(Aside)
  /// It has other words from here.
  case asideRevised(AsideID, text: String, owner: String?, due: Day?)
  /// It waits for nothing any more; what became of it may be empty.
  case asideClosed(AsideID, outcome: String)
  /// It was taken away. Its number stays used.
  case asideDeleted(AsideID)
  /// Its text and what became of it were removed for good, wherever they stood. It stays as a gap.
  case asideRedacted(AsideID)
  /// A participant leads the workshop and has no vote, or nobody among them does.
  case facilitatorChosen(String?)
  /// A vote was opened, with nothing in it yet.
  case voteOpened(VoteRound)
  /// Votes were entered into the vote of that number.
  case votesCast(Int, VoteRound.Entry)
  /// Its result is known.
  case voteClosed(Int)
  /// It was given up.
  case voteCancelled(Int)
  /// Something about the time.
  case time(TimeEvent)
  /// The screen was covered, or uncovered.
  case screenBlanked(Bool)
  /// The window in which is typed was marked as one that the room looks at, or as the facilitator's own.
  case screenShared(Bool)
  /// Somebody said how they are there.
  case moodSaid(Mood)
  /// People were parted into groups.
  case groupsMade([[String]])
  /// An answer says the same as another, and is voted on together with it.
  case answersJoined(Handle, into: Handle)
}

extension Session {
  mutating func apply(_ event: RoomEvent, at moment: Moment, noting reversals: inout [Reversal]) {
    switch event {
    case .asideNoted(let aside):
      guard self.aside(aside.id) == nil else { return }
      let series = aside.id.kind.numbering
      reversals.append(.room(.aside(aside.id, nil, at: asides.count)))
      asides.append(aside)
      numbers[series] = max(numbers[series] ?? 0, aside.id.number)
    case .asideRevised(let id, let text, let owner, let due):
      revise(id, noting: &reversals) { aside in
        (aside.text, aside.owner, aside.due) = (text, owner, due)
      }
    case .asideClosed(let id, let outcome): revise(id, noting: &reversals) { $0.outcome = outcome }
    case .asideDeleted(let id):
      guard let place = asides.lastIndex(where: { $0.id == id }) else { return }
      reversals.append(.room(.aside(id, asides.remove(at: place), at: place)))
    case .asideRedacted(let id):
      redactedAsides.insert(id)
      hide(Hiding(in: [.room(event)]))
    case .facilitatorChosen(let initials):
      reversals.append(.room(.facilitator(facilitator)))
      facilitator = initials
    case .voteOpened(let round):
      guard vote(round.number) == nil else { return }
      reversals.append(.room(.vote(round.number, nil)))
      votes.append(round)
      numbers[VoteRound.numbering] = max(numbers[VoteRound.numbering] ?? 0, round.number)
    case .votesCast(let number, let entry): revise(vote: number, noting: &reversals) { $0.enter(entry) }
    case .voteClosed(let number): revise(vote: number, noting: &reversals) { $0.state = .closed }
    case .voteCancelled(let number): revise(vote: number, noting: &reversals) { $0.state = .cancelled }
    case .time(let event): apply(event, at: moment, noting: &reversals)
    case .screenBlanked(let isCovered): isBlank = isCovered
    case .screenShared(let isShared): self.isShared = isShared
    case .moodSaid(let mood):
      reversals.append(.room(.moods(moods)))
      if mood.speaker != nil { moods.removeAll { $0.round == mood.round && $0.speaker == mood.speaker } }
      moods.append(mood)
    case .groupsMade(let groups):
      reversals.append(.room(.groups))
      groupings.append(groups)
    case .answersJoined(let handle, let other):
      reversals.append(.room(.joined(handle, joined[handle])))
      joined[handle] = other
    }
  }

  private mutating func revise(
    vote number: Int, noting reversals: inout [Reversal], _ change: (inout VoteRound) -> Void
  ) {
    guard let place = votes.firstIndex(where: { $0.number == number }) else { return }
    reversals.append(.room(.vote(number, votes[place])))
    change(&votes[place])
  }

  private mutating func revise(
    _ id: AsideID, noting reversals: inout [Reversal], _ change: (inout Aside) -> Void
  ) {
    guard let place = asides.lastIndex(where: { $0.id == id }) else { return }
    reversals.append(.room(.aside(id, asides[place], at: place)))
    change(&asides[place])
  }
}
