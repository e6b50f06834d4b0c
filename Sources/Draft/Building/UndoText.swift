public import Workshop

/// What was taken back, or had again, in a few words.
public struct UndoText {
  private let session: Session
  private let localization: Localization

  private var language: Language { localization.language }

  /// What is said about it in a session.
  ///
  /// - Parameters:
  ///   - session: The session before it.
  ///   - localization: The words of the reader.
  public init(session: Session, localization: Localization) {
    (self.session, self.localization) = (session, localization)
  }

  /// What would be taken back, the latest first.
  public func undoable(_ most: Int) -> [String] { session.undoable.suffix(most).reversed().map(what) }

  /// What is taken back next, with the text that stands there again where one does.
  public var whatComesBack: String {
    let events = session.lastUndoable
    guard let old = session.lastReplaced, let new = session.answer(old.id), old.cells != new.cells,
      events.allSatisfy({ $0.revises(old.id) })
    else { return what(events) }
    let (before, after) = (shownWhole(old), shownWhole(new))
    guard !before.isEmpty, before != after else { return what(events) }
    return language.sentence("undone.revised-back", ["old": before, "text": after])
  }

  private func shownWhole(_ answer: Answer) -> String {
    session.typed(answer, in: localization, isWhole: true, gap: "–")
  }

  /// What events were about: the one thing that somebody said with them.
  public func what(_ events: [Event]) -> String {
    for event in events {
      if let what = what(event) { return what }
    }
    let given = events.compactMap { if case .answerGiven(let answer) = $0 { answer } else { nil } }
    if given.count > 1 { return language.sentence("undone.given-many", count: given.count) }
    if events.contains(where: { if case .runChosen = $0 { true } else { false } }) {
      return language.sentence("undone.run")
    }
    for event in events {
      switch event {
      case .answerGiven(let answer): return language.sentence("undone.given", ["text": text(answer)])
      case .answerRevised(let id, _, _): return language.sentence("undone.revised", ["text": text(id)])
      case .answerDeleted(let id): return language.sentence("undone.deleted", ["text": text(id)])
      case .answerMoved(let id, _): return language.sentence("undone.moved", ["text": text(id)])
      case .questionSkipped(let question, _):
        return language.sentence("undone.skipped", ["question": localization.texts.label(of: question)])
      case .titleGiven: return language.sentence("undone.title")
      case .languageChosen: return language.sentence("undone.language")
      case .findingAccepted: return language.sentence("undone.accepted")
      case .people(.speakerChosen): return language.sentence("undone.speaker")
      case .runChosen, .questionEntered, .endReached, .cellsAsked, .undone, .redone, .sideItem, .vote, .time, .people,
        .groups, .iteration, .measures, .screen, .privacy, .sessionClosed, .gapsWalked:
        continue
      }
    }
    return ""
  }

  /// What an event beside the answers was about; nil for one that is never undone.
  private func what(_ event: Event) -> String? {
    switch event {
    case .sideItem(.noted(let sideItem)): named("aside.undone-noted", sideItem)
    case .sideItem(.revised(let id, _, _, _)): session.sideItem(id).map { named("aside.undone-revised", $0) }
    case .sideItem(.closed(let id, _)):
      language.sentence("aside.undone-closed", ["answer": id.handle.rawValue])
    case .sideItem(.deleted(let id)): language.sentence("aside.undone-deleted", ["answer": id.handle.rawValue])
    case .people(.facilitatorChosen): language.sentence("people.undone-facilitator")
    case .vote(.opened): language.sentence("votes.undone-opened")
    case .vote(.headsChanged): nil
    case .vote(.cast): language.sentence("votes.undone-cast")
    case .vote(.closed): language.sentence("votes.undone-closed")
    case .vote(.cancelled): language.sentence("votes.undone-cancelled")
    case .time(.set), .time(.extended), .time(.stopped): language.sentence("clock.undone-timebox")
    case .time(.spread): language.sentence("clock.undone-plan")
    case .time(.bell): language.sentence("clock.undone-bell")
    case .time(.breakBegun): language.sentence("clock.undone-break")
    case .time(.breakEnded), .time(.resumed), .people(.speakerChosen), .screen, .privacy, .titleGiven, .languageChosen,
      .runChosen, .questionEntered, .questionSkipped, .endReached, .answerGiven, .answerRevised, .answerDeleted,
      .answerMoved, .cellsAsked, .gapsWalked, .findingAccepted, .undone, .redone, .sessionClosed:
      nil
    case .measures(.taken(let value)):
      language.sentence(
        "measures.undone-taken",
        ["text": "\(value.kpi.handle) \(MeasureText(session: session, localization: localization).value(value))"])
    case .measures(.revised(let id, _)): language.sentence("measures.undone-revised", ["answer": id.handle.rawValue])
    case .measures(.deleted(let id)): language.sentence("measures.undone-deleted", ["answer": id.handle.rawValue])
    case .measures(.mapped), .measures(.asked): nil
    case .groups(.formed): language.sentence("groups.undone-made")
    case .people(.checkedIn): language.sentence("moods.undone")
    case .groups(.answersJoined): language.sentence("groups.undone-joined")
    case .iteration(.begun(let number, _)):
      language.sentence("iterations.undone-begun", ["number": String(number)])
    case .iteration(.closed(let number, _)):
      language.sentence("iterations.undone-closed", ["number": String(number)])
    case .iteration(.confirmed): language.sentence("iterations.undone-confirmed")
    case .iteration(.workItemDone): language.sentence("iterations.undone-done")
    }
  }

  /// A private note is named by its handle alone: others may be looking on.
  private func named(_ key: String, _ sideItem: SideItem) -> String {
    let text =
      sideItem.id.kind == .note ? sideItem.handle.rawValue : "\(sideItem.handle) \(sideItem.shown(in: language))"
    return language.sentence(key, ["text": text])
  }

  private func text(_ answer: Answer) -> String {
    session.shownShort(answer, in: localization)
  }

  private func text(_ id: AnswerID) -> String {
    session.lastKnown(id).map(text) ?? id.handle.rawValue
  }
}

extension Event {
  /// Whether it revises an answer, or asks for a cell of it.
  fileprivate func revises(_ id: AnswerID) -> Bool {
    switch self {
    case .answerRevised(id, _, _), .cellsAsked(id, _): true
    case _: false
    }
  }
}
