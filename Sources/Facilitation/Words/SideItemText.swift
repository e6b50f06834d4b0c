import Draft
package import Workshop

/// Side items as the room reads and types them.
package struct SideItemText {
  package let localization: Localization

  package init(localization: Localization) {
    self.localization = localization
  }

  /// A side item as it could be typed again.
  package func typed(_ sideItem: SideItem) -> String {
    let owner = sideItem.owner.map { "@" + $0 }
    return [sideItem.text, owner, sideItem.due.map(localization.language.days.text)].compactMap(\.self).joined(
      separator: " ")
  }

  /// A side item with who promised it until when, or who said it, and what became of it.
  package func shown(_ sideItem: SideItem, in session: Session) -> String {
    let language = localization.language
    let due = sideItem.due.map(language.days.text)
    let owner = sideItem.owner.map { session.firstName(of: $0) }
    var parts = [[sideItem.shown(in: language)]]
    if owner != nil || due != nil { parts.append([owner, due].compactMap(\.self)) }
    if sideItem.owner == nil, let speaker = sideItem.speaker {
      parts.append([language.sentence("screen.speaker", ["name": session.firstName(of: speaker)])])
    }
    if let about = sideItem.about.flatMap({ session.measures[$0] }), let answer = session.answer(about.kpi) {
      let text = MeasureText(session: session, localization: localization)
      parts.append(["→ \(answer.handle) \(text.value(about))"])
    }
    if let outcome = sideItem.outcome {
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
  package func firstName(of initials: String) -> String {
    let person = participants.first { $0.initials == initials }
    return person?.name.split(separator: " ").first.map(String.init) ?? initials
  }
}
