package import Workshop

/// What the room is told after something beside the answers, in one sentence. Made before the events are applied.
package struct RoomReply {
  package let session: Session
  package let localization: Localization

  private var language: Language { localization.language }

  /// The sentence for what a command makes happen; nil where the screen says it already.
  package func sentence(for command: RoomCommand, _ events: [Event]) -> String? {
    switch command {
    case .presence(let name, let isInRoom):
      let person = session.participant(called: name).map { session.firstName(of: $0.initials) } ?? name
      return language.sentence(isInRoom ? "people.is-in" : "people.is-out", ["name": person])
    case .vote: return voted(events)
    case .take(let path): return taken(events, path)
    case .note, .close, .facilitator, .time, .blank, .share, .groups, .same, .worksheet, .checkIn:
      return sentence(events)
    }
  }

  /// The sentence for what happens; nil where the screen says it already.
  package func sentence(_ events: [Event]) -> String? {
    for case .room(let event) in events {
      if let sentence = sentence(event) { return sentence }
    }
    return nil
  }

  private func sentence(_ event: RoomEvent) -> String? {
    switch event {
    case .sideItemNoted(let sideItem): noted(sideItem)
    case .sideItemRevised(let id, _, _, _): language.sentence("reply.edited", ["answer": id.handle.rawValue])
    case .sideItemClosed(let id, _): language.sentence("aside.is-closed", ["answer": id.handle.rawValue])
    case .sideItemDeleted(let id): deleted(id)
    case .sideItemRedacted: nil
    case .facilitatorChosen(let initials): facilitator(initials)
    case .voteOpened, .votesCast, .voteClosed, .voteCancelled: nil
    case .time(let event): timed(event)
    case .checkedIn(let checkIn):
      language.sentence(checkIn.round == .checkIn ? "moods.is-checked-in" : "moods.is-checked-out")
    case .groupsMade(let groups): language.sentence("groups.are-made", count: groups.count)
    case .answersJoined(let handle, let other):
      language.sentence("groups.are-joined", ["answer": name(handle), "other": name(other)])
    case .screenBlanked(let isCovered): isCovered ? language.sentence("screen.covered") : nil
    case .screenShared(let isShared): language.sentence(isShared ? "screen.is-shared" : "screen.is-own")
    }
  }

  /// What is said about a vote: how many votes are in, never for whom.
  package func voted(_ events: [Event]) -> String? {
    var after = session
    for case .room(let event) in events {
      switch event {
      case .voteOpened(let round): return opened(round)
      case .voteCancelled: return language.sentence("votes.is-cancelled")
      case .voteClosed: return language.sentence("votes.is-closed")
      case .votesCast:
        after.apply([.room(event)], as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
      case .sideItemNoted, .sideItemRevised, .sideItemClosed, .sideItemDeleted, .sideItemRedacted, .facilitatorChosen,
        .time,
        .screenBlanked, .screenShared, .groupsMade, .answersJoined, .checkedIn:
        continue
      }
    }
    return after.openVote.map(VoteView(session: session, localization: localization, columns: 80).progress)
  }

  /// What is typed now, with the names of what is voted on.
  private func opened(_ round: VoteRound) -> String {
    let (first, second) = (name(round.items.first ?? ""), name(round.items.last ?? ""))
    let key =
      switch (round.way, round.isHeadByHead) {
      case (.fist, true), (.scale, true): "votes.is-open-for-scores"
      case (.ranking, true): "votes.is-open-for-orders"
      case (.dots, true), (.hands, true): "votes.is-open-for-heads"
      case (.fist, false), (.scale, false): "votes.is-open-by-score"
      case (.dots, false), (.hands, false), (.ranking, false): "votes.is-open-by-sum"
      }
    return language.sentence(key, ["first": first, "second": second])
  }

  private func taken(_ events: [Event], _ path: String) -> String {
    let count = events.count { if case .answerGiven = $0 { true } else { false } }
    return language.sentence("groups.are-taken", ["origin": Script.title(of: path)], count: count)
  }

  private func name(_ handle: Handle) -> String {
    session.answer(handle).flatMap { $0.id.series == nil ? String($0.id.number) : nil } ?? handle.rawValue
  }

  private func facilitator(_ initials: String?) -> String {
    guard let initials else { return language.sentence("people.leads-nobody") }
    return language.sentence("people.leads", ["name": session.firstName(of: initials)])
  }

  /// A private note is named by its handle alone: others may be looking on.
  private func deleted(_ id: SideItemID) -> String {
    let name = id.handle.rawValue
    guard id.kind != .note, let sideItem = session.sideItem(id) else {
      return language.sentence("aside.is-deleted", ["answer": name])
    }
    return language.sentence("reply.deleted", ["answer": name, "text": sideItem.shown(in: language)])
  }

  private func noted(_ sideItem: SideItem) -> String {
    let name = sideItem.handle.rawValue
    switch sideItem.id.kind {
    case .parked: return language.sentence("aside.is-parked", ["answer": name])
    case .decision: return language.sentence("aside.is-decided", ["answer": name])
    case .note: return language.sentence("aside.is-noted", ["answer": name])
    case .task:
      guard let owner = sideItem.owner else { return language.sentence("aside.is-unowned", ["answer": name]) }
      return language.sentence("aside.is-promised", ["answer": name, "name": session.firstName(of: owner)])
    }
  }
}
