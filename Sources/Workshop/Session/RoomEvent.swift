/// One thing that happened in the room beside the answers.
public enum RoomEvent: Hashable, Sendable {
  /// Something was said beside the questions.
  case sideItemNoted(SideItem)
  /// It has other words from here.
  case sideItemRevised(SideItemID, text: String, owner: String?, due: Day?)
  /// It waits for nothing any more; what became of it may be empty.
  case sideItemClosed(SideItemID, outcome: String)
  /// It was taken away. Its number stays used.
  case sideItemDeleted(SideItemID)
  /// Its text and what became of it were removed for good, wherever they stood. It stays as a gap.
  case sideItemRedacted(SideItemID)
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
  case checkedIn(CheckIn)
  /// People were parted into groups.
  case groupsMade([[String]])
  /// An answer says the same as another, and is voted on together with it.
  case answersJoined(Handle, into: Handle)
}

extension Session {
  mutating func apply(_ event: RoomEvent, at moment: Moment, noting reversals: inout [Reversal]) {
    switch event {
    case .sideItemNoted(let sideItem):
      guard self.sideItem(sideItem.id) == nil else { return }
      let series = sideItem.id.kind.numbering
      reversals.append(.room(.sideItem(sideItem.id, nil, at: sideItems.count)))
      sideItems.append(sideItem)
      numbers[series] = max(numbers[series] ?? 0, sideItem.id.number)
    case .sideItemRevised(let id, let text, let owner, let due):
      revise(id, noting: &reversals) { sideItem in
        (sideItem.text, sideItem.owner, sideItem.due) = (text, owner, due)
      }
    case .sideItemClosed(let id, let outcome): revise(id, noting: &reversals) { $0.outcome = outcome }
    case .sideItemDeleted(let id):
      guard let place = sideItems.lastIndex(where: { $0.id == id }) else { return }
      reversals.append(.room(.sideItem(id, sideItems.remove(at: place), at: place)))
    case .sideItemRedacted(let id):
      redactedSideItems.insert(id)
      hide(Redactions(in: [.room(event)]))
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
    case .checkedIn(let checkIn):
      reversals.append(.room(.checkIns(checkIns)))
      if checkIn.speaker != nil { checkIns.removeAll { $0.round == checkIn.round && $0.speaker == checkIn.speaker } }
      checkIns.append(checkIn)
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
    _ id: SideItemID, noting reversals: inout [Reversal], _ change: (inout SideItem) -> Void
  ) {
    guard let place = sideItems.lastIndex(where: { $0.id == id }) else { return }
    reversals.append(.room(.sideItem(id, sideItems[place], at: place)))
    change(&sideItems[place])
  }
}
