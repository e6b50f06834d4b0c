import LineEditor
import Workshop

/// How the time stands: planned, used, and how late or early that makes the room.
struct TimeView {
  let session: Session
  let wording: Wording
  let columns: Int
  let now: Moment

  private var language: Language { wording.language }

  /// What `/time` shows, and what is said at the end.
  var lines: [StyledText] {
    var lines = [StyledText(language.sentence("clock.title"), .bold)]
    if let here { lines.append(StyledText(here)) }
    lines.append(StyledText(verdict))
    for stage in session.method.stages {
      let questions = stage.steps.flatMap(\.questions).filter(session.walk.contains)
      guard !questions.isEmpty, let text = text(questions) else { continue }
      lines += StyledText(text).hanging(
        StyledText("  \(wording.texts.stages[stage.id] ?? stage.id.rawValue)  ", .bold), columns: columns)
    }
    lines += breaks + skipped
    if session.groupSize > 15 {
      lines.append(StyledText(language.sentence("clock.tables", ["people": String(session.groupSize)])))
    } else if session.isLargeGroup {
      lines.append(StyledText(language.sentence("clock.large-group", ["people": String(session.groupSize)])))
    }
    return lines
  }

  /// What a group of questions used of what was planned; nil where neither is a minute.
  func text(_ questions: [Question]) -> String? {
    let planned = minutes(questions.reduce(0) { $0 + session.plannedSeconds($1) })
    let used = minutes(questions.reduce(0) { $0 + session.usedSeconds($1, now: now) })
    guard planned + used > 0 else { return nil }
    let begun = questions.filter { session.isBehind($0) || $0.id == session.position }
    let delay = begun.isEmpty ? 0 : minutes(session.delay(of: begun, now: now))
    let key = delay > 0 ? "clock.of-late" : delay < 0 ? "clock.of-early" : "clock.of"
    return language.sentence(
      key, ["used": String(used), "planned": String(planned), "delay": String(abs(delay))])
  }

  /// How late or early the room will be at the end.
  var verdict: String { session.verdict(on: now, in: language) }

  private var here: String? {
    guard !session.hasEnded, let question = session.position.flatMap(session.method.question) else { return nil }
    guard !session.timing.stopped.contains(question.id), session.allottedSeconds(question) > 0 else {
      return language.sentence("clock.none")
    }
    let used = session.usedSeconds(question, now: now)
    return language.sentence(
      "clock.here",
      [
        "used": Timebox.minutes(Int64(used)), "allotted": Timebox.minutes(Int64(session.allottedSeconds(question))),
      ])
  }

  private var breaks: [StyledText] {
    guard !session.timing.breaks.isEmpty else { return [] }
    let planned = session.timing.breaks.reduce(0) { $0 + $1.minutes }
    let used = minutes(session.timing.breaks.reduce(0) { $0 + session.usedSeconds($1, now: now) })
    return [
      StyledText(
        language.sentence(
          "clock.breaks", ["used": String(used), "planned": String(planned)], count: session.timing.breaks.count))
    ]
  }

  private var skipped: [StyledText] {
    session.walk.compactMap { question in
      session.skipped[question.id].map { reason in
        let label = wording.texts.label(of: question.id)
        return StyledText(
          reason.isEmpty
            ? language.sentence("clock.skipped", ["question": label])
            : language.sentence("clock.skipped-why", ["question": label, "reason": reason]))
      }
    }
  }

  private func minutes(_ seconds: Int) -> Int { Session.minutes(seconds) }
}
