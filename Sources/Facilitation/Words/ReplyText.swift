import Draft
package import Workshop

/// What the room is told after a command, in one sentence. Made before the events are applied, while what they replace
/// is still there.
package struct ReplyText {
  package let session: Session
  package let localization: Localization

  private var language: Language { localization.language }
  private var topics: TopicReply { TopicReply(session: session, localization: localization) }

  /// The sentence for what a command makes happen; nil where the screen says it already.
  package func sentence(for command: Command, _ events: [Event]) -> String? {
    switch command {
    case .answer where session.privacy.isOffRecord: return SavingText(language: language).heardOffRecord
    case .row where session.privacy.isOffRecord: return SavingText(language: language).heardOffRecord
    case .answer, .row: return session.openVote == nil ? answered(events) : voted(events)
    case .goOn:
      return session.openVote == nil
        ? topics.sentence(events) : voted(events)
    case .privacy(.offRecord): return SavingText(language: language).offRecord
    case .privacy(.onRecord): return nil
    case .privacy(.redact):
      let name: String? =
        switch events.first {
        case .privacy(.answerRedacted(let id)): name(id)
        case .privacy(.sideItemRedacted(let id)): id.handle.rawValue
        case .privacy(.valueRedacted(let id)): id.handle.rawValue
        case _: nil
        }
      return name.map { language.sentence("hiding.redacted", ["answer": $0]) }
    case .privacy(.pseudonym):
      guard case .privacy(.pseudonymGiven(_, let name))? = events.first else { return nil }
      return language.sentence("hiding.pseudonym", ["name": name])
    case .next, .back, .goto, .editor, .mend, .look, .export, .save, .quit, .phones, .inbox: return nil
    case .skip:
      guard case .questionSkipped? = events.first else { return nil }
      return session.position.map {
        language.sentence("reply.skipped", ["question": localization.texts.label(of: $0)])
      }
    case .edit: return edited(events)
    case .walkGaps: return events.isEmpty ? language.sentence("reply.no-gaps") : nil
    case .takeSuggestions:
      let count = events.count { if case .answerGiven = $0 { true } else { false } }
      return count == 0
        ? language.sentence("reply.no-suggestion-new") : language.sentence("reply.taken-suggestions", count: count)
    case .delete: return deleted(events)
    case .accept: return language.sentence("reply.accepted")
    case .move:
      guard case .answerMoved(let id, _)? = events.first else { return nil }
      return language.sentence("reply.moved", ["answer": name(id)])
    case .undo:
      return language.sentence(
        "reply.undone", ["what": UndoText(session: session, localization: localization).whatComesBack])
    case .redo:
      return language.sentence(
        "reply.redone", ["what": UndoText(session: session, localization: localization).what(session.lastUndone)])
    case .people(.add):
      guard case .answerGiven(let answer)? = events.first else { return nil }
      let (initials, name) = (answer.cell(at: 0), answer.cell(at: 1))
      let added =
        name.isEmpty
        ? language.sentence("reply.person", ["name": initials])
        : language.sentence("reply.person-as", ["name": name, "initials": initials])
      return withVoters(added, events)
    case .people(.speaker):
      guard case .people(.speakerChosen(let initials?))? = events.first else {
        return language.sentence("reply.nobody")
      }
      let name = session.participants.first { $0.initials == initials }?.name ?? ""
      return language.sentence("reply.speaker", ["name": name.isEmpty ? initials : name])
    case .people(.presence(let name, let isInRoom)):
      return withVoters(topics.presence(of: name, isInRoom: isInRoom), events)
    case .vote: return voted(events)
    case .groups(.take(let path)): return topics.taken(events, path)
    case .sideItem, .time, .people, .groups, .iteration, .screen, .measure: return topics.sentence(events)
    // In the language that was chosen, which is the reader's from now on: the loop asks for it then.
    case .language: return nil
    case .run(let typed):
      let run = events.lazy.compactMap { if case .runChosen(let run) = $0 { run } else { nil } }.first
      return language.sentence("reply.run", ["run": run.flatMap { localization.texts.runs[$0] } ?? typed])
    }
  }

  /// Who comes or goes while a vote is open changes how many vote, which is said; so is that it could not.
  private func withVoters(_ sentence: String, _ events: [Event]) -> String {
    guard let round = session.openVote else { return sentence }
    let heads = events.lazy.compactMap { if case .vote(.headsChanged(_, let heads)) = $0 { heads } else { nil } }.first
    let voters =
      heads.map { language.sentence("votes.heads-changed", count: $0) }
      ?? language.sentence("votes.heads-kept", count: round.heads)
    return sentence + " " + voters
  }

  /// The sentence for what a journal says that happened; nil where the screen says it already.
  package func sentence(forTold events: [Event]) -> String? {
    switch events.first {
    case .answerGiven: answered(events)
    case .answerRevised(let id, _, _): session.asking?.answer == id ? answered(events) : edited(events)
    case .answerDeleted: deleted(events)
    case .undone: sentence(for: .undo, events)
    case .redone: sentence(for: .redo, events)
    case .questionSkipped: sentence(for: .skip(reason: ""), events)
    case .privacy(.wentOffRecord): sentence(for: .privacy(.offRecord), events)
    case .vote: voted(events)
    case .sideItem, .time, .people(.facilitatorChosen), .people(.checkedIn), .groups, .iteration, .screen, .measures:
      topics.sentence(events)
    case .titleGiven, .languageChosen, .runChosen, .people(.speakerChosen), .questionEntered, .endReached, .answerMoved,
      .cellsAsked, .gapsWalked, .findingAccepted, .privacy, .sessionClosed, nil:
      nil
    }
  }

  private func voted(_ events: [Event]) -> String? {
    topics.voted(events)
  }

  private func answered(_ events: [Event]) -> String? {
    if case .measures? = events.first { return nil }
    let parts = [recorded(events), computed(events)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What follows from a row that is complete now.
  private func computed(_ events: [Event]) -> String? {
    for event in events.reversed() {
      switch event {
      case .answerGiven(let answer): return computed(answer)
      case .answerRevised(let id, let cells, _):
        guard var answer = session.answer(id) else { return nil }
        answer.cells = cells
        return computed(answer)
      case .cellsAsked(_, let columns) where !columns.isEmpty: return nil
      case _: continue
      }
    }
    return nil
  }

  private func computed(_ answer: Answer) -> String? {
    let numbers = language.numbers
    switch session.computed(answer) {
    case .monthlyChange(let change, let from, let to, let by)?:
      return language.sentence(
        "reply.change",
        [
          "from": numbers.text(from), "to": numbers.text(to), "deadline": language.days.text(by),
          "change": numbers.text(change),
        ])
    case .returnOn(let percent)?: return language.sentence("reply.return", ["percent": numbers.percentText(percent)])
    case nil: return nil
    }
  }

  private func recorded(_ events: [Event]) -> String? {
    for event in events {
      switch event {
      case .cellsAsked(_, let columns) where !columns.isEmpty: return nil
      case .answerRevised(let id, _, _) where session.asking?.answer != id:
        guard let old = session.answer(id), session.method.question(id.question)?.holdsOne == true else { continue }
        return language.sentence("reply.replaced", ["old": session.shownShort(old, in: localization)])
      case _: continue
      }
    }
    let given = events.lazy.compactMap { if case .answerGiven(let answer) = $0 { answer } else { nil } }.first
    let complete = given ?? completed(events)
    if let complete, let other = session.double(of: complete) {
      let own = complete.id.series == nil ? nextName(at: complete.id.question) : name(complete.id)
      return language.sentence(
        "reply.saved-like", ["answer": given == nil ? name(complete.id) : own, "other": name(other.id)])
    }
    guard let given, given.id.series != nil else { return language.sentence("reply.saved") }
    return language.sentence("reply.saved-as", ["answer": name(given.id)])
  }

  /// A row whose last cell was just given, as it stands with it.
  private func completed(_ events: [Event]) -> Answer? {
    guard case .answerRevised(let id, let cells, _)? = events.first, var answer = session.answer(id) else { return nil }
    answer.cells = cells
    return answer
  }

  /// The number of the next answer.
  private func nextName(at question: QuestionID) -> String { String(session.readableAnswers(to: question).count + 1) }

  private func edited(_ events: [Event]) -> String? {
    if case .sideItem? = events.first { return topics.sentence(events) }
    if case .measures? = events.first { return topics.sentence(events) }
    guard case .answerRevised(let id, let cells, _)? = events.first else { return nil }
    return editedCell(id, cells) ?? language.sentence("reply.edited", ["answer": name(id)])
  }

  /// What one cell of a row says now; nil where several are others, or there is just one.
  private func editedCell(_ id: AnswerID, _ cells: [String]) -> String? {
    guard let old = session.answer(id), let question = session.method.question(id.question),
      question.columns.count > 1, !cells.isEmpty
    else { return nil }
    let changed = question.columns.indices.filter { cells.indices.contains($0) && old.cell(at: $0) != cells[$0] }
    guard let place = changed.first, changed.count == 1 else { return nil }
    var answer = old
    answer.cells = cells
    let column = localization.texts.label(of: question.columns[place].id, in: id.question)
    guard !cells[place].isEmpty else {
      return language.sentence("reply.emptied-cell", ["answer": name(id), "column": column])
    }
    let text = session.shown(place, of: answer, in: localization)
    return language.sentence("reply.edited-cell", ["answer": name(id), "column": column, "text": text])
  }

  private func deleted(_ events: [Event]) -> String? {
    guard events.count < 2 else {
      let names = events.compactMap { event -> String? in
        switch event {
        case .answerDeleted(let id): name(id)
        case .sideItem(.deleted(let id)): id.handle.rawValue
        case _: nil
        }
      }
      return language.sentence("reply.deleted-many", ["answers": names.joined(separator: ", ")], count: names.count)
    }
    if case .sideItem? = events.first { return topics.sentence(events) }
    if case .measures? = events.first { return topics.sentence(events) }
    guard case .answerDeleted(let id)? = events.first, let answer = session.answer(id) else { return nil }
    let others = session.answers(referringTo: answer.handle).map(\.handle)
    return others.isEmpty
      ? language.sentence(
        "reply.deleted", ["answer": name(id), "text": session.shownShort(answer, in: localization)])
      : language.sentence(
        "reply.deleted-referred",
        ["answer": name(id), "others": others.map(\.rawValue).joined(separator: ", ")])
  }

  /// What the room calls an answer: its handle where that is short, else its number.
  private func name(_ id: AnswerID) -> String {
    session.name(onScreen: id)
  }
}
