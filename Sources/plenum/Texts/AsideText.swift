import Workshop

/// Asides as the room reads and types them.
struct AsideText {
  let wording: Wording

  /// An aside as it could be typed again.
  func typed(_ aside: Aside) -> String {
    let owner = aside.owner.map { "@" + $0 }
    return [aside.text, owner, aside.due.map(wording.language.days.text)].compactMap(\.self).joined(separator: " ")
  }

  /// An aside with who promised it until when, or who said it, and what became of it.
  func shown(_ aside: Aside, in session: Session) -> String {
    let language = wording.language
    let due = aside.due.map(language.days.text)
    let owner = aside.owner.map { session.firstName(of: $0) }
    var parts = [[aside.shown(in: language)]]
    if owner != nil || due != nil { parts.append([owner, due].compactMap(\.self)) }
    if aside.owner == nil, let speaker = aside.speaker {
      parts.append([language.sentence("screen.speaker", ["name": session.firstName(of: speaker)])])
    }
    if let outcome = aside.outcome {
      parts.append([
        outcome.isEmpty
          ? language.sentence("aside.done") : language.sentence("aside.done-how", ["outcome": outcome])
      ])
    }
    return parts.map { $0.joined(separator: ", ") }.joined(separator: "  ")
  }
}

extension Session {
  /// What a participant is called in the room: the first name, else the initials.
  func firstName(of initials: String) -> String {
    let person = participants.first { $0.initials == initials }
    return person?.name.split(separator: " ").first.map(String.init) ?? initials
  }
}
