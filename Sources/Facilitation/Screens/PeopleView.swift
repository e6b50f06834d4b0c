package import Text
package import Workshop

/// Who takes part, and how much each of them has said.
package struct PeopleView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  private var language: Language { localization.language }

  /// A line per participant.
  package var lines: [StyledText] {
    let people = session.participants
    guard !people.isEmpty else { return [StyledText(language.sentence("look.nobody"))] }
    return [StyledText(language.sentence("look.people"), .bold)]
      + people.flatMap { person in
        let marks = [
          person.initials == session.people.facilitator ? language.sentence("people.facilitator") : nil,
          person.isInRoom ? nil : language.sentence("people.absent"),
        ].compactMap(\.self)
        let about = ([person.name] + details(of: person) + marks).filter { !$0.isEmpty }
        return StyledText(about.joined(separator: " · ")).hanging(head(person, among: people), columns: columns)
      }
  }

  /// How much each of them has said, the quietest first.
  package var contributions: [StyledText] {
    let contributions = session.contributions
    let people = contributions.map(\.participant)
    guard !people.isEmpty else { return [StyledText(language.sentence("look.nobody"))] }
    let most = contributions.map(\.count).max() ?? 0
    let names = people.map { session.firstName(of: $0.initials) }
    let width = names.map { displayWidth(of: $0) }.max() ?? 0
    let bars = Bars(most: most, columns: max(columns - width - 16, 8))
    return [StyledText(language.sentence("people.contributions"), .bold)]
      + zip(contributions, names).map { contribution, name in
        let pad = String(repeating: " ", count: width - displayWidth(of: name) + 2)
        let absent = contribution.participant.isInRoom ? "" : "  " + language.sentence("people.absent")
        return head(contribution.participant, among: people) + StyledText(name + pad)
          + StyledText(bars.bar(contribution.count) + String(contribution.count) + absent)
      }
  }

  private func head(_ person: Participant, among people: [Participant]) -> StyledText {
    let width = people.map { displayWidth(of: $0.initials) }.max() ?? 0
    let pad = String(repeating: " ", count: width - displayWidth(of: person.initials) + 2)
    return StyledText("  ") + StyledText(person.initials, .bold) + StyledText(pad)
  }

  private func details(of person: Participant) -> [String] {
    guard let role = session.method.roles.participants,
      let answer = session.answers(to: role).first(where: { $0.cell(at: 0) == person.initials })
    else { return [] }
    return person.details.map { session.shown($0.place, of: answer, in: localization) }
  }
}

/// Bars beside numbers, the longest for the highest.
package struct Bars {
  package let most: Int
  package let columns: Int

  /// The bar for a number, with a space behind it; nothing for nothing.
  package func bar(_ number: Int) -> String {
    guard number > 0, most > 0 else { return "" }
    return String(repeating: "█", count: max(1, number * columns / most)) + " "
  }
}
