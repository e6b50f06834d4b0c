import LineEditor
import Workshop

/// The whole agenda: stage by stage, with what is done, open and skipped.
struct MapView {
  let session: Session
  let wording: Wording
  let columns: Int

  private var language: Language { wording.language }

  /// A line per stage and per question.
  var lines: [StyledText] {
    let walk = session.walk
    let width = String(walk.count).count
    var lines = [StyledText(language.sentence("look.map"), .bold)]
    for stage in session.method.stages {
      let questions = stage.steps.flatMap(\.questions).filter(walk.contains)
      guard !questions.isEmpty else { continue }
      lines.append(StyledText(wording.texts.stages[stage.id] ?? stage.id.rawValue, .bold))
      for question in questions {
        let number = (walk.firstIndex(of: question) ?? 0) + 1
        lines.append(line(question, number: String(number), width: width))
      }
    }
    return lines
  }

  private func line(_ question: Question, number: String, width: Int) -> StyledText {
    let isHere = question.id == session.position
    let pad = String(repeating: " ", count: width - number.count)
    let count = session.answers(to: question.id).count
    let (sign, state) =
      if count > 0 {
        ("✓", question.holdsOne ? language.sentence("look.map-done") : String(count))
      } else if session.skipped[question.id] != nil {
        ("–", language.sentence("look.map-skipped"))
      } else if session.requires(question) {
        ("·", language.sentence("look.map-open"))
      } else {
        (" ", "")
      }
    let label = wording.texts.label(of: question.id)
    let here = isHere ? "  ← " + language.sentence("look.map-here") : ""
    let minutes =
      question.minutes(in: session.run).flatMap { $0 > 0 ? $0 : nil }
      .map { "  " + language.sentence("screen.minutes", ["minutes": String($0)]) } ?? ""
    let left = "  \(pad)\(number) \(sign) \(label)"
    let right = (state.isEmpty ? "" : "  (\(state))") + minutes + here
    return StyledText(left, isHere ? .bold : .plain).truncated(to: max(columns - displayWidth(of: right), 12))
      + StyledText(right)
  }
}
