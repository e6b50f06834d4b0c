package import Text
import Workshop

/// The path of a rehearsal, stage by stage: when each question comes, what is asked, how to run it, and what is answered.
package struct RehearsalView {
  package let rehearsal: Rehearsal
  package let columns: Int
  /// Whether times are those of a day; a run that takes several is counted from its beginning, `15:20` hours.
  package var hasClock = true

  package init(rehearsal: Rehearsal, columns: Int, hasClock: Bool = true) {
    (self.rehearsal, self.columns, self.hasClock) = (rehearsal, columns, hasClock)
  }

  private var language: Language { rehearsal.localization.language }
  private var texts: MethodTexts { rehearsal.localization.texts }

  /// All lines.
  package var lines: [StyledText] {
    let head = [StyledText(rehearsal.session.title, .bold), StyledText(language.sentence("rehearsal.examples"))]
    return head.flatMap { $0.wrapped(to: columns) } + rehearsal.session.method.stages.flatMap(lines) + [""]
      + summary.flatMap { $0.wrapped(to: columns) }
  }

  /// How long it all takes, what the room votes on, and what is found in the draft.
  private var summary: [StyledText] {
    let scenes = rehearsal.scenes
    guard let first = scenes.first, let last = scenes.last else { return [] }
    let votes = scenes.filter { isVote($0.question) }.map { String($0.number) }
    let session = rehearsal.session
    let findings = session.findings(in: rehearsal.localization)
    func found(_ severity: Finding.Severity) -> String { String(findings.count { $0.severity == severity }) }
    let total = language.sentence(
      "rehearsal.total",
      ["from": timeOfDay(first.begins), "to": timeOfDay(last.ends), "time": minutes(scenes) ?? ""], count: scenes.count)
    let voted =
      votes.isEmpty ? [] : [language.sentence("rehearsal.votes", ["questions": votes.joined(separator: ", ")])]
    let summary = language.sentence(
      "finding.summary", ["errors": found(.error), "warnings": found(.warning), "notes": found(.note)])
    return [StyledText(total, .bold)] + (voted + [summary]).map { StyledText($0) }
  }

  private func lines(_ stage: Stage) -> [StyledText] {
    let questions = Set(stage.steps.flatMap(\.questions).map(\.id))
    let scenes = rehearsal.scenes.filter { questions.contains($0.question.id) }
    guard let first = scenes.first, let last = scenes.last else { return [] }
    let times = [timeOfDay(first.begins) + "–" + timeOfDay(last.ends), minutes(scenes)].compactMap(\.self)
    let heading = beside(
      StyledText(texts.stages[stage.id] ?? stage.id.rawValue, .bold), times.joined(separator: " · "))
    return ["", heading] + scenes.flatMap(lines)
  }

  private func lines(_ scene: Rehearsal.Scene) -> [StyledText] {
    let words = texts.questions[scene.question.id]
    let number = String(scene.number)
    let pad = String(repeating: " ", count: max(0, 3 - number.count))
    let mark = isVote(scene.question) ? [language.sentence("rehearsal.vote")] : []
    let time = (mark + [minutes([scene]) ?? language.sentence("rehearsal.before")]).joined(separator: " · ")
    let head =
      StyledText("\(("  " + timeOfDay(scene.begins)).suffix(5)) \(pad)\(number)  ")
      + StyledText(texts.label(of: scene.question.id), .bold)
    let said = scene.lines.isEmpty && scene.refused.isEmpty ? [language.sentence("rehearsal.no-example")] : []
    return [beside(head, time)] + below(words?.ask, "") + below(words?.tip, "» ")
      + scene.lines.flatMap { below($0, "• ") } + scene.refused.flatMap { below("\($0.line) – \($0.reason)", "! ") }
      + said.flatMap { below($0, "– ") }
  }

  /// A text under the name of its question.
  private func below(_ text: String?, _ sign: String) -> [StyledText] {
    guard let text, !text.isEmpty else { return [] }
    return StyledText(text).hanging(StyledText(String(repeating: " ", count: 11) + sign), columns: columns)
  }

  private func beside(_ left: StyledText, _ right: String) -> StyledText {
    let left = left.truncated(to: max(columns - displayWidth(of: right) - 2, 12))
    let gap = max(columns - left.width - displayWidth(of: right), 2)
    return left + StyledText(String(repeating: " ", count: gap) + right)
  }

  private func timeOfDay(_ moment: Moment) -> String {
    guard !hasClock, let first = rehearsal.scenes.first?.begins else {
      return WallClock.still(at: moment).timeOfDayText(moment, in: rehearsal.localization.language)
    }
    let minutes = Int(moment.millisecondsSince1970 - first.millisecondsSince1970) / 60_000
    return "\(minutes / 60):" + "0\(minutes % 60)".suffix(2)
  }

  /// The time of some questions; nil where they are dealt with before the day.
  private func minutes(_ scenes: [Rehearsal.Scene]) -> String? {
    let minutes = Session.minutes(scenes.reduce(0) { $0 + $1.seconds })
    return minutes > 0 ? language.sentence("screen.minutes", ["minutes": String(minutes)]) : nil
  }

  private func isVote(_ question: Question) -> Bool {
    if case .vote = question.kind { true } else { false }
  }
}
