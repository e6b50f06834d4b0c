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
    for (stage, text) in session.stageTimes(on: now, in: wording) {
      lines += StyledText(text).hanging(StyledText("  \(stage)  ", .bold), columns: columns)
    }
    lines += session.breaksText(on: now, in: language).map { [StyledText($0)] } ?? []
    lines += session.skippedTexts(in: wording).map { StyledText($0) }
    if session.groupSize > 15 {
      lines.append(StyledText(language.sentence("clock.tables", ["people": String(session.groupSize)])))
    } else if session.isLargeGroup {
      lines.append(StyledText(language.sentence("clock.large-group", ["people": String(session.groupSize)])))
    }
    return lines
  }

  /// What a group of questions used of what was planned; nil where neither is a minute.
  func text(_ questions: [Question]) -> String? { session.timeText(questions, on: now, in: language) }

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
}
