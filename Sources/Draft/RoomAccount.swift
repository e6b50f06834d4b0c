import Workshop

/// What happened beside the answers, as a transcript says it. Private notes are never in it.
struct RoomAccount {
  /// The session after what happened.
  let session: Session
  let wording: Wording

  private var language: Language { wording.language }

  /// The lines for an event; none for what nobody needs to read later.
  func lines(_ event: Event) -> [String] {
    if case .room(let event) = event { lines(event) } else { [] }
  }

  private func lines(_ event: RoomEvent) -> [String] {
    switch event {
    case .asideNoted(let aside): aside.id.kind == .note ? [] : [noted(aside)]
    case .asideClosed(let id, let outcome):
      id.kind == .note
        ? []
        : [
          "\(id.handle): "
            + (outcome.isEmpty
              ? language.sentence("aside.done") : language.sentence("aside.done-how", ["outcome": outcome]))
        ]
    case .voteClosed(let number): session.vote(number).map(result) ?? []
    case .moodSaid(let mood):
      [
        language.sentence(mood.round == .checkIn ? "moods.check-in" : "moods.check-out") + ": "
          + (mood.speaker.map { name(of: $0) + ": " } ?? "") + mood.word
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
          ["answer": session.name(of: handle, in: wording), "other": session.name(of: other, in: wording)])
      ]
    case .time(.breakBegun(let minutes)): [language.sentence("clock.is-break", count: minutes)]
    case .asideRevised, .asideDeleted, .asideRedacted, .facilitatorChosen, .voteOpened, .votesCast, .voteCancelled,
      .time, .screenBlanked, .screenShared:
      []
    }
  }

  /// What was said beside the questions, with whose it is and until when.
  func noted(_ aside: Aside) -> String {
    let heading =
      switch aside.id.kind {
      case .parked, .note: language.sentence("aside.one-parked")
      case .decision: language.sentence("aside.one-decision")
      case .task: language.sentence("aside.one-task")
      }
    let about = [aside.owner.map(name), aside.due.map(language.days.text)].compactMap(\.self).joined(separator: ", ")
    let speaker = aside.owner == nil ? aside.speaker.map { name(of: $0) + ": " } ?? "" : ""
    return "\(heading): \(aside.handle) \(speaker)\(aside.shown(in: language))" + (about.isEmpty ? "" : " – \(about)")
  }

  /// The way, what each answer got, and what goes on.
  private func result(_ round: VoteRound) -> [String] {
    let tally = Tally(round)
    let got = tally.rows.map { row in
      "\(session.name(of: row.item, in: wording)): \(round.figures(row, in: language))"
    }
    let chosen = session.chosen(by: round).map { session.name(of: $0, in: wording) }.joined(separator: ", ")
    let tied = tally.tied.map { session.name(of: $0, in: wording) }.joined(separator: ", ")
    return [round.title(in: language) + " – " + got.joined(separator: "; ")]
      + (chosen.isEmpty ? [] : [language.sentence("votes.chosen", ["answers": chosen])])
      + (tied.isEmpty ? [] : [language.sentence("votes.tied", ["answers": tied])])
  }

  private func name(of initials: String) -> String {
    let name = session.participants.first { $0.initials == initials }?.name ?? ""
    return name.isEmpty ? initials : name
  }
}
