extension CommandReconstruction {
  /// Lines that may have made something happen beside the answers.
  func room(_ event: RoomEvent, _ events: [Event]) -> [String] {
    switch event {
    case .sideItemNoted(let sideItem):
      let speaker = sideItem.speaker.map { "\($0): " } ?? ""
      let words = words(sideItem.text, sideItem.owner, sideItem.due)
      return [sideItem.speaker == session.speaker ? "" : speaker, speaker].map {
        "/\(command(sideItem.id.kind)) \($0)\(words)"
      }
    case .sideItemRevised(let id, let text, let owner, let due):
      return ["/edit \(id.handle) \(words(text, owner, due))"]
    case .sideItemClosed(let id, let outcome): return ["/close \(id.handle) \(outcome)"]
    case .sideItemDeleted(let id): return ["/delete \(id.handle)"]
    case .sideItemRedacted(let id): return ["/redact \(id.handle)"]
    case .facilitatorChosen(let initials): return ["/people facilitator \(initials ?? "")"]
    case .voteOpened(let round): return opened(round)
    case .votesCast(let number, _): return session.vote(number).map { cast(events, in: $0) } ?? []
    case .voteClosed: return ["/vote close", "/vote close anyway"]
    case .voteCancelled: return ["/vote cancel"]
    case .time(let event): return time(event)
    case .screenBlanked: return ["/blank"]
    case .screenShared(let isShared): return [isShared ? "/shared" : "/shared off"]
    case .checkedIn(let checkIn): return checkIns(checkIn.round, events)
    case .groupsMade(let groups): return ["/groups \(groups.count)"]
    case .answersJoined(let handle, let other): return ["/same \(other) \(handle)"]
    }
  }

  private func command(_ kind: SideItem.Kind) -> CommandName {
    switch kind {
    case .parked: .park
    case .decision: .decide
    case .task: .task
    case .note: .note
    }
  }

  /// `TEXT @KH 2026-03-01`.
  private func words(_ text: String, _ owner: String?, _ due: Day?) -> String {
    ([text] + [owner.map { "@\($0)" }, due.map { localization.language.days.text($0) }].compactMap(\.self))
      .joined(separator: " ")
  }

  private func checkIns(_ round: CheckIn.Round, _ events: [Event]) -> [String] {
    let said = events.compactMap { event -> String? in
      guard case .room(.checkedIn(let checkIn)) = event else { return nil }
      return (checkIn.speaker == session.speaker ? "" : checkIn.speaker.map { "\($0): " } ?? "") + checkIn.word
    }
    return ["/\(round == .checkIn ? "checkin" : "checkout") \(said.joined(separator: ", "))"]
  }

  private func time(_ event: TimeEvent) -> [String] {
    switch event {
    case .set(_, let minutes): return ["/time \(minutes)"]
    case .extended(_, let minutes): return [minutes < 0 ? "/time \(minutes)" : "/time +\(minutes)"]
    case .stopped: return ["/time stop"]
    case .spread(let questions, let seconds):
      let here = questions.first { $0 == session.position }.flatMap(session.method.question)
      let used = here.map { session.usedSeconds($0, now: now) } ?? 0
      return ["/time plan", "/time plan \((seconds.reduce(0, +) - used) / 60)"]
    case .bell(let rings): return [rings ? "/time bell" : "/time quiet"]
    case .breakBegun(let minutes): return ["/break \(minutes)"]
    case .breakEnded, .resumed: return []
    }
  }

  // MARK: Votes

  /// `/vote dots 3 heads 8 top 2 most 1 each`, with no more of it than is needed.
  private func opened(_ round: VoteRound) -> [String] {
    let way =
      switch round.way {
      case .dots(let dots): "dots \(dots)"
      case .hands: "hands"
      case .fist: "fist"
      case .scale: "scale"
      case .ranking: "order"
      }
    let each = round.isHeadByHead ? " each" : ""
    let heads = " heads \(round.heads)"
    let top = " top \(round.chosen)" + (round.mostOnOne.map { " most \($0)" } ?? "")
    let verbs = round.follows == nil ? [""] : ["again", "again "]
    return verbs.flatMap { verb in
      let said = verb == "again" ? verb : verb + way
      return ["", heads, heads + top].map { "/vote \(said)\($0)\(each)" }
    }
  }

  private func cast(_ events: [Event], in round: VoteRound) -> [String] {
    let entries = events.compactMap { event -> VoteRound.Entry? in
      if case .room(.votesCast(_, let entry)) = event { entry } else { nil }
    }
    guard let first = entries.first else { return [] }
    switch first {
    case .head(let by, let marks):
      let prefix = by.map { "\($0): " } ?? ""
      return ["", prefix + ballot(marks, in: round)]
    case .item(let item, let marks):
      let alone = entries.count == 1 && item == round.asked ? [marks.map(String.init).joined(separator: ","), ""] : []
      return alone
        + [{ (handle: Handle) in self.number(handle) }, \.rawValue].map { name in
          entries.compactMap { entry in
            guard case .item(let item, let marks) = entry else { return nil }
            return "\(name(item)):\(marks.map(String.init).joined(separator: ","))"
          }.joined(separator: " ")
        }
    }
  }

  /// What one of the answers that are voted on is called: its number where it has no name.
  private func number(_ handle: Handle) -> String {
    guard let id = session.answer(handle)?.id, id.series == nil else { return handle.rawValue }
    return String(id.number)
  }

  /// `3x2 7`, an order, or a score for each of the answers.
  private func ballot(_ marks: [Int], in round: VoteRound) -> String {
    let marked = zip(round.items, marks).filter { $1 > 0 }
    let words: [String] =
      switch round.way {
      case .fist, .scale: marks.map(String.init)
      case .ranking: marked.sorted { $0.1 > $1.1 }.map { number($0.0) }
      case .dots, .hands: marked.map { $1 == 1 ? number($0) : "\(number($0))x\($1)" }
      }
    return words.joined(separator: " ")
  }
}
