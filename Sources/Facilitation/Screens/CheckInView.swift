package import Text
package import Workshop

/// What the room said when it came, or when it left.
package struct CheckInView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  private var language: Language { localization.language }

  /// What was said, the mean of the numbers, and who has not said anything.
  package func lines(_ round: CheckIn.Round) -> [StyledText] {
    let checkIns = session.checkIns(round)
    let heading = language.sentence(round == .checkIn ? "moods.check-in" : "moods.check-out")
    guard !checkIns.isEmpty else {
      return [StyledText(heading, .bold), StyledText(language.sentence("moods.nothing-yet"))]
    }
    let said = checkIns.flatMap { checkIn -> [StyledText] in
      let name = checkIn.speaker.map { session.firstName(of: $0) + ": " } ?? ""
      return (StyledText(name, .bold) + StyledText(checkIn.word)).hanging("  ", columns: columns)
    }
    let numbers = checkIns.compactMap(\.number)
    let mean = language.numbers.text(Tally.mean(of: numbers))
    let silent = session.silent(in: round).map { session.firstName(of: $0.initials) }
    return [StyledText(heading, .bold)] + said
      + (numbers.count > 1 ? [StyledText(language.sentence("moods.mean", ["mean": mean]))] : [])
      + (silent.isEmpty || checkIns.contains { $0.speaker == nil }
        ? [] : [StyledText(language.sentence("moods.silent", ["people": silent.joined(separator: ", ")]))])
  }
}
