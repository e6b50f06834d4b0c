package import Text
package import Workshop

/// How the time stands: planned, used, and how late or early that makes the room.
package struct TimeView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  package let now: Moment

  private var language: Language { localization.language }

  /// What `/time` shows, and what is said at the end.
  package var lines: [StyledText] {
    var lines = [StyledText(language.sentence("clock.title"), .bold)]
    if let here { lines.append(StyledText(here)) }
    lines.append(StyledText(verdict))
    for (stage, text) in session.stageTimes(on: now, in: localization) {
      lines += StyledText(text).hanging(StyledText("  \(stage)  ", .bold), columns: columns)
    }
    lines += session.breaksText(on: now, in: language).map { [StyledText($0)] } ?? []
    lines += session.skippedTexts(in: localization).map { StyledText($0) }
    if session.groupSize > 15 {
      lines.append(StyledText(language.sentence("clock.tables", ["people": String(session.groupSize)])))
    } else if session.isLargeGroup {
      lines.append(StyledText(language.sentence("clock.large-group", ["people": String(session.groupSize)])))
    }
    return lines
  }

  /// What a group of questions used of what was planned; nil where neither is a minute.
  package func text(_ questions: [Question]) -> String? { session.timeText(questions, on: now, in: language) }

  /// How late or early the room will be at the end.
  package var verdict: String { session.verdict(on: now, in: language) }

  private var here: String? {
    guard !session.hasEnded, let question = session.position.flatMap(session.method.question) else { return nil }
    guard !session.time.stopped.contains(question.id), session.allottedSeconds(question) > 0 else {
      return language.sentence("clock.none")
    }
    let used = session.usedSeconds(question, now: now)
    return language.sentence(
      "clock.here",
      [
        "used": minutesAndSeconds(Int64(used)), "allotted": minutesAndSeconds(Int64(session.allottedSeconds(question))),
      ])
  }
}
