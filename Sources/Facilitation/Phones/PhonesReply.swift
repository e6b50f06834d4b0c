import Workshop

/// What the room is told after a command about phones, in a sentence or two. Made before the events are applied.
struct PhonesReply {
  let session: Session
  let phones: Phones
  let localization: Localization

  private var language: Language { localization.language }

  func sentence(_ command: PhonesCommand, _ events: [Event]) -> String? {
    switch command {
    // Whoever carries these out says what came of them.
    case .open, .code, .test, .wifi: return nil
    case .off: return language.sentence("phones.is-closed")
    case .names(let areAsked): return language.sentence(areAsked ? "phones.names-asked" : "phones.names-not-asked")
    case .mute(let phone):
      let key = phones.muted.contains(phone) ? "phones.heard-again" : "phones.muted"
      return language.sentence(key, ["phone": String(phone)])
    case .admit(let phone, let name):
      let called = (name ?? phones.names[phone]) ?? ""
      let person = session.participant(called: called).map { session.firstName(of: $0.initials) } ?? called
      return language.sentence("phones.admitted", ["phone": String(phone), "name": person])
    }
  }

  func sentence(_ command: InboxCommand, _ events: [Event]) -> String {
    let done = events.count { !$0.letters.isEmpty }
    switch command {
    case .take:
      let isNamed = events.contains { if case .answerGiven(let answer) = $0 { answer.speaker != nil } else { false } }
      return language.sentence(isNamed ? "phones.taken-named" : "phones.taken", count: done) + " " + left(after: events)
    case .merge:
      let count = events.reduce(0) { $0 + $1.letters.count }
      return language.sentence("phones.merged", count: count) + " " + left(after: events)
    case .park: return language.sentence("phones.parked", count: done) + " " + left(after: events)
    case .drop(let numbers): return language.sentence("phones.dropped", count: numbers.count)
    case .checkIns: return language.sentence("phones.check-ins", count: done)
    }
  }

  private func left(after events: [Event]) -> String {
    let taken = Set(events.flatMap(\.letters))
    let left = phones.ideas(in: session).count { !taken.contains($0.letter.id) }
    return left == 0 ? language.sentence("phones.none-left") : language.sentence("phones.left", count: left)
  }
}

extension RefusalText {
  func sentence(_ refusal: PhonesRefusal) -> String {
    switch refusal {
    case .notOpen: language.sentence("phones.not-open")
    case .openAlready: language.sentence("phones.open-already")
    case .nothingWaiting: language.sentence("phones.inbox-empty")
    case .unknownIdea(let number, let waiting):
      language.sentence(
        "phones.unknown-idea",
        ["number": String(number), "known": waiting.prefix(20).map(String.init).joined(separator: ", ")])
    case .inIdea(let number, let refusal):
      language.sentence("phones.in-idea", ["number": String(number), "message": sentence(refusal)])
    case .differentQuestions: language.sentence("phones.different-questions")
    case .tooManyBallots(let found, let free, let heads):
      language.sentence("phones.too-many-ballots", ["free": String(free), "heads": String(heads)], count: found)
    case .unknownPhone(let phone, let known):
      language.sentence("phones.unknown-phone", ["phone": String(phone)], count: known)
    case .noName(let phone): language.sentence("phones.no-name", ["phone": String(phone)])
    case .lettersWaiting(let count): language.sentence("phones.letters-waiting", count: count)
    }
  }
}
