import LineEditor
import Workshop

/// What the room said when it came, or when it left.
struct MoodView {
  let session: Session
  let wording: Wording
  let columns: Int

  private var language: Language { wording.language }

  /// What was said, the mean of the numbers, and who has not said anything.
  func lines(_ round: Mood.Round) -> [StyledText] {
    let moods = session.moods(round)
    let heading = language.sentence(round == .checkIn ? "moods.check-in" : "moods.check-out")
    guard !moods.isEmpty else {
      return [StyledText(heading, .bold), StyledText(language.sentence("moods.nothing-yet"))]
    }
    let said = moods.flatMap { mood -> [StyledText] in
      let name = mood.speaker.map { session.firstName(of: $0) + ": " } ?? ""
      return (StyledText(name, .bold) + StyledText(mood.word)).hanging("  ", columns: columns)
    }
    let numbers = moods.compactMap(\.number)
    let mean = language.numbers.text(Tally.mean(of: numbers))
    let silent = session.silent(in: round).map { session.firstName(of: $0.initials) }
    return [StyledText(heading, .bold)] + said
      + (numbers.count > 1 ? [StyledText(language.sentence("moods.mean", ["mean": mean]))] : [])
      + (silent.isEmpty || moods.contains { $0.speaker == nil }
        ? [] : [StyledText(language.sentence("moods.silent", ["people": silent.joined(separator: ", ")]))])
  }
}
