// How the time stands in the words of a language.
extension Session {
  /// How late or early the room will be at the end, with what is used and planned; behind the last question, how it was.
  public func verdict(on now: Moment, in language: Language) -> String {
    let walk = walk
    let planned = Session.minutes(walk.reduce(0) { $0 + scheduledSeconds($1) })
    let used = Session.minutes(walk.reduce(0) { $0 + usedSeconds($1, now: now) })
    let delay = Session.minutes(self.delay(now: now))
    let key =
      switch (delay.signum(), hasEnded) {
      case (1, false): "clock.late"
      case (1, true): "clock.ended-late"
      case (-1, false): "clock.early"
      case (-1, true): "clock.ended-early"
      case (_, false): "clock.on-time"
      case (_, true): "clock.ended-on-time"
      }
    return language.sentence(
      key, ["used": String(used), "planned": String(planned), "delay": String(abs(delay))])
  }

  /// What a group of questions used of what was planned; nil where neither is a minute.
  public func timeText(_ questions: [Question], on now: Moment, in language: Language) -> String? {
    let planned = Session.minutes(questions.reduce(0) { $0 + scheduledSeconds($1) })
    let used = Session.minutes(questions.reduce(0) { $0 + usedSeconds($1, now: now) })
    guard planned + used > 0 else { return nil }
    let begun = questions.filter { isBehind($0) || $0.id == position }
    let delay = begun.isEmpty ? 0 : Session.minutes(self.delay(of: begun, now: now))
    let key = delay > 0 ? "clock.of-late" : delay < 0 ? "clock.of-early" : "clock.of"
    return language.sentence(
      key, ["used": String(used), "planned": String(planned), "delay": String(abs(delay))])
  }

  /// What each stage used of what was planned, with its name; stages without a minute are left out.
  public func stageTimes(on now: Moment, in localization: Localization) -> [(stage: String, text: String)] {
    let walk = Set(walk.map(\.id))
    return method.stages.compactMap { stage in
      let questions = stage.steps.flatMap(\.questions).filter { walk.contains($0.id) }
      return timeText(questions, on: now, in: localization.language).map {
        (localization.texts.stages[stage.id] ?? stage.id.rawValue, $0)
      }
    }
  }

  /// What the breaks took of what they should; nil where there was none.
  public func breaksText(on now: Moment, in language: Language) -> String? {
    guard !time.breaks.isEmpty else { return nil }
    let planned = time.breaks.reduce(0) { $0 + $1.minutes }
    let used = Session.minutes(time.breaks.reduce(0) { $0 + usedSeconds($1, now: now) })
    return language.sentence(
      "clock.breaks", ["used": String(used), "planned": String(planned)], count: time.breaks.count)
  }

  /// What was passed over, and why.
  public func skippedTexts(in localization: Localization) -> [String] {
    walk.compactMap { question in
      skipped[question.id].map { reason in
        let label = localization.texts.label(of: question.id)
        return reason.isEmpty
          ? localization.language.sentence("clock.skipped", ["question": label])
          : localization.language.sentence("clock.skipped-why", ["question": label, "reason": reason])
      }
    }
  }

  /// Seconds as the nearest whole minutes.
  public static func minutes(_ seconds: Int) -> Int {
    seconds < 0 ? -((30 - seconds) / 60) : (seconds + 30) / 60
  }
}
