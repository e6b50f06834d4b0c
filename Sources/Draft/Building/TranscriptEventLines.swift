import Workshop

/// What happened beside the answers, as a transcript says it. Private notes are never in it.
struct TranscriptEventLines {
  /// The session after what happened.
  let session: Session
  let localization: Localization

  private var language: Language { localization.language }

  /// The lines for an event; none for what nobody needs to read later.
  func lines(_ event: Event) -> [String] {
    switch event {
    case .sideItem(.noted(let sideItem)): sideItem.id.kind == .note ? [] : [noted(sideItem)]
    case .sideItem(.closed(let id, let outcome)):
      id.kind == .note
        ? []
        : [
          "\(id.handle): "
            + (outcome.isEmpty
              ? language.sentence("aside.done") : language.sentence("aside.done-how", ["outcome": outcome]))
        ]
    case .vote(.closed(let number)): session.vote(number).map(result) ?? []
    case .people(.checkedIn(let checkIn)):
      [
        language.sentence(checkIn.round == .checkIn ? "moods.check-in" : "moods.check-out") + ": "
          + (checkIn.speaker.map { name(of: $0) + ": " } ?? "") + checkIn.word
      ]
    case .groups(.formed(let groups)):
      [
        language.sentence("groups.title") + ": "
          + groups.map { $0.map(name).joined(separator: ", ") }.joined(separator: " · ")
      ]
    case .groups(.answersJoined(let handle, let other)):
      [
        language.sentence(
          "groups.are-joined",
          ["answer": session.name(of: handle, in: localization), "other": session.name(of: other, in: localization)])
      ]
    case .measures(.taken(let value)):
      [
        (session.answer(value.kpi).map { session.name(of: $0.handle, in: localization) } ?? value.kpi.handle.rawValue)
          + ": " + MeasureText(session: session, localization: localization).line(value)
      ]
    case .measures(.revised(let id, _)):
      session.measures[id].map { [MeasureText(session: session, localization: localization).line($0)] } ?? []
    case .time(.breakBegun(let minutes)): [language.sentence("clock.is-break", count: minutes)]
    case .iteration(.begun(let number, let iteration)): [begun(number, iteration)]
    case .iteration(.closed(let number, _)):
      [language.sentence("iterations.is-closed", ["number": String(number)])]
    case .iteration(.confirmed(let handles)):
      [
        language.sentence(
          "iterations.is-confirmed",
          ["answer": handles.map { session.name(of: $0, in: localization) }.joined(separator: ", ")])
      ]
    case .iteration(.workItemDone(let handle, let outcome)):
      [
        language.sentence("iterations.is-done", ["item": session.name(of: handle, in: localization)])
          + (outcome.isEmpty ? "" : " \(outcome)")
      ]
    case .measures(.deleted), .measures(.mapped), .measures(.asked), .sideItem(.revised), .sideItem(.deleted),
      .vote(.opened), .vote(.cast),
      .vote(.headsChanged),
      .vote(.cancelled),
      .time,
      .people(.speakerChosen), .people(.facilitatorChosen), .screen, .privacy, .titleGiven, .languageChosen, .runChosen,
      .questionEntered, .questionSkipped, .endReached, .answerGiven, .answerRevised, .answerDeleted, .answerMoved,
      .cellsAsked, .gapsWalked, .findingAccepted, .undone, .redone, .sessionClosed:
      []
    }
  }

  private func begun(_ number: Int, _ iteration: Iteration) -> String {
    let kind = session.method.label(ofIterationKind: iteration.kind, in: localization)
    let name = iteration.focus.isEmpty ? kind : "\(kind): \(iteration.focus)"
    return language.sentence("iterations.has-begun", ["number": String(number), "name": name])
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
