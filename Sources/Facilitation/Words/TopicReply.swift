package import Workshop

/// What the room is told after something that is not an answer, in one sentence. Made before the events are applied.
package struct TopicReply {
  package let session: Session
  package let localization: Localization

  var language: Language { localization.language }

  /// The sentence for what happens; nil where the screen says it already.
  package func sentence(_ events: [Event]) -> String? {
    for event in events {
      if let sentence = sentence(event) { return sentence }
    }
    return nil
  }

  private func sentence(_ event: Event) -> String? {
    switch event {
    case .sideItem(let event): sentence(event)
    case .time(let event): timed(event)
    case .people(.speakerChosen): nil
    case .people(.facilitatorChosen(let initials)): facilitator(initials)
    case .people(.checkedIn(let checkIn)):
      language.sentence(checkIn.round == .checkIn ? "moods.is-checked-in" : "moods.is-checked-out")
    case .groups(.formed(let groups)): language.sentence("groups.are-made", count: groups.count)
    case .groups(.answersJoined(let handle, let other)):
      language.sentence("groups.are-joined", ["answer": name(handle), "other": name(other)])
    case .iteration(let event): sentence(event)
    case .measures(let event): sentence(event)
    case .screen(.blanked(let isCovered)): isCovered ? language.sentence("screen.covered") : nil
    case .screen(.shared(let isShared)): language.sentence(isShared ? "screen.is-shared" : "screen.is-own")
    case .vote, .privacy, .titleGiven, .languageChosen, .runChosen, .questionEntered, .questionSkipped, .endReached,
      .answerGiven, .answerRevised, .answerDeleted, .answerMoved, .cellsAsked, .gapsWalked, .findingAccepted, .undone,
      .redone,
      .sessionClosed:
      nil
    }
  }

  /// Who came in or went out.
  package func presence(of name: String, isInRoom: Bool) -> String {
    let person = session.participant(called: name).map { session.firstName(of: $0.initials) } ?? name
    return language.sentence(isInRoom ? "people.is-in" : "people.is-out", ["name": person])
  }

  /// How many answers a group handed in.
  package func taken(_ events: [Event], _ path: String) -> String {
    let count = events.count { if case .answerGiven = $0 { true } else { false } }
    return language.sentence("groups.are-taken", ["origin": Script.title(of: path)], count: count)
  }

  private func facilitator(_ initials: String?) -> String {
    guard let initials else { return language.sentence("people.leads-nobody") }
    return language.sentence("people.leads", ["name": session.firstName(of: initials)])
  }

  func name(_ handle: Handle) -> String {
    session.answer(handle).map { session.name(onScreen: $0.id) } ?? handle.rawValue
  }
}
