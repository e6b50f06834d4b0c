import Workshop

/// What happened beside the answers, as a transcript says it. Private notes are never in it.
struct TranscriptEventLines {
  /// The session after what happened.
  let session: Session
  let localization: Localization

  private var language: Language { localization.language }

  /// The lines for an event; none for what nobody needs to read later.
  func lines(_ event: Event) -> [String] {
    if case .room(let event) = event { lines(event) } else { [] }
  }

  private func lines(_ event: RoomEvent) -> [String] {
    switch event {
    case .sideItemNoted(let sideItem): sideItem.id.kind == .note ? [] : [noted(sideItem)]
    case .sideItemClosed(let id, let outcome):
      id.kind == .note
        ? []
        : [
          "\(id.handle): "
            + (outcome.isEmpty
              ? language.sentence("aside.done") : language.sentence("aside.done-how", ["outcome": outcome]))
        ]
    case .voteClosed(let number): session.vote(number).map(result) ?? []
    case .checkedIn(let checkIn):
      [
        language.sentence(checkIn.round == .checkIn ? "moods.check-in" : "moods.check-out") + ": "
          + (checkIn.speaker.map { name(of: $0) + ": " } ?? "") + checkIn.word
      ]
    case .groupsMade(let groups):
      [
        language.sentence("groups.title") + ": "
          + groups.map { $0.map(name).joined(separator: ", ") }.joined(separator: " · ")
      ]
    case .answersJoined(let handle, let other):
      [
        language.sentence(
          "groups.are-joined",
          ["answer": session.name(of: handle, in: localization), "other": session.name(of: other, in: localization)])
      ]
    case .time(.breakBegun(let minutes)): [language.sentence("clock.is-break", count: minutes)]
    case .sideItemRevised, .sideItemDeleted, .sideItemRedacted, .facilitatorChosen, .voteOpened, .votesCast,
      .voteCancelled,
      .time, .screenBlanked, .screenShared:
      []
    }
  }

  /// What was said beside the questions, with whose it is and until when.
  func noted(_ sideItem: SideItem) -> String {
    let heading =
      switch sideItem.id.kind {
      case .parked, .note: language.sentence("aside.one-parked")
      case .decision: language.sentence("aside.one-decision")
      case .task: language.sentence("aside.one-task")
      }
    let about = [sideItem.owner.map(name), sideItem.due.map(language.days.text)].compactMap(\.self).joined(
      separator: ", ")
    let speaker = sideItem.owner == nil ? sideItem.speaker.map { name(of: $0) + ": " } ?? "" : ""
    return "\(heading): \(sideItem.handle) \(speaker)\(sideItem.shown(in: language))"
      + (about.isEmpty ? "" : " – \(about)")
  }

  /// The way, what each answer got, and what goes on.
  private func result(_ round: VoteRound) -> [String] {
    let tally = Tally(round)
    let got = tally.rows.map { row in
      "\(session.name(of: row.item, in: localization)): \(round.figures(row, in: language))"
    }
    let chosen = session.chosen(by: round).map { session.name(of: $0, in: localization) }.joined(separator: ", ")
    let tied = tally.tied.map { session.name(of: $0, in: localization) }.joined(separator: ", ")
    return [round.title(in: language) + " – " + got.joined(separator: "; ")]
      + (chosen.isEmpty ? [] : [language.sentence("votes.chosen", ["answers": chosen])])
      + (tied.isEmpty ? [] : [language.sentence("votes.tied", ["answers": tied])])
  }

  private func name(of initials: String) -> String {
    let name = session.participants.first { $0.initials == initials }?.name ?? ""
    return name.isEmpty ? initials : name
  }
}
