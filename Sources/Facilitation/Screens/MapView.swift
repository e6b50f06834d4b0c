package import Text
package import Workshop

/// The whole agenda: stage by stage, with what is done, open and skipped.
package struct MapView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  package let now: Moment

  private var language: Language { localization.language }

  /// A line per stage and per question.
  package var lines: [StyledText] {
    let walk = session.walk
    let width = String(walk.count).count
    let time = TimeView(session: session, localization: localization, columns: columns, now: now)
    var lines = [StyledText(language.sentence("look.map"), .bold), StyledText(time.verdict)]
    for stage in session.method.stages {
      let steps = stage.steps.map { step in
        (step: step, questions: step.questions.filter { walk.contains($0) || reason(for: $0) != nil })
      }.filter { !$0.questions.isEmpty }
      guard !steps.isEmpty else { continue }
      let asked = steps.flatMap(\.questions).filter(walk.contains)
      lines.append(heading(localization.texts.stages[stage.id] ?? stage.id.rawValue, time.text(asked), .bold))
      for (step, questions) in steps {
        if steps.count > 1 {
          let name = "  " + (localization.texts.steps[step.id] ?? step.id.rawValue)
          lines.append(heading(name, time.text(questions.filter(walk.contains)), .plain))
        }
        for question in questions {
          if let reason = reason(for: question) {
            lines += reason.hanging(StyledText(String(repeating: " ", count: width + 7)), columns: columns)
            continue
          }
          let number = (walk.firstIndex(of: question) ?? 0) + 1
          lines.append(line(question, number: String(number), width: width))
        }
      }
    }
    return lines
  }

  /// The name of a stage or a step, and its time at the end of the row.
  private func heading(_ name: String, _ time: String?, _ style: Style) -> StyledText {
    guard let time else { return StyledText(name, style) }
    let left = StyledText(name, style).truncated(to: max(columns - displayWidth(of: time) - 2, 12))
    let gap = max(columns - left.width - displayWidth(of: time), 2)
    return left + StyledText(String(repeating: " ", count: gap) + time)
  }

  /// Why a question of the run is not asked, so that the room knows what it would come to.
  private func reason(for question: Question) -> StyledText? {
    let texts = localization.texts
    let why: String
    if session.isSettled(question) {
      return StyledText("\(texts.label(of: question.id)) – \(language.sentence("iterations.settled"))")
    }
    switch session.absence(of: question) {
    case nil, .otherRun?: return nil
    case .otherIteration?: why = language.sentence("look.other-iteration")
    case .hidden(let path)?:
      why = language.sentence("look.hidden-by", ["question": texts.label(of: path.question)])
    case .notYet(let paths)?:
      let labels = paths.map { texts.label(of: $0.question) }.joined(separator: ", ")
      why = language.sentence("look.not-yet", ["question": labels])
    }
    return StyledText("\(texts.label(of: question.id)) – \(why)")
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
    let label = localization.texts.label(of: question.id)
    let here = isHere ? "  ← " + language.sentence("look.map-here") : ""
    let planned = session.allottedSeconds(question)
    let minutes =
      planned > 0
      ? "  " + language.sentence("screen.minutes", ["minutes": String((planned + 30) / 60)]) : ""
    let left = "    \(pad)\(number) \(sign) \(label)"
    let right = (state.isEmpty ? "" : "  (\(state))") + minutes + here
    return StyledText(left, isHere ? .bold : .plain).truncated(to: max(columns - displayWidth(of: right), 12))
      + StyledText(right)
  }
}
