package import Workshop

/// What is said about the time.
extension TopicReply {
  package func timed(_ event: TimeEvent) -> String? {
    let language = localization.language
    switch event {
    case .set(_, let minutes): return language.sentence("clock.is-set", count: minutes)
    case .extended(_, let minutes):
      return minutes < 0
        ? language.sentence("clock.is-shorter", count: -minutes) : language.sentence("clock.is-longer", count: minutes)
    case .stopped: return language.sentence("clock.is-stopped")
    case .spread(let questions, let seconds): return spread(questions, seconds)
    case .bell(let rings): return language.sentence(rings ? "clock.bell" : "clock.no-bell")
    case .breakBegun(let minutes): return language.sentence("clock.is-break", count: minutes)
    case .breakEnded: return language.sentence("clock.is-back")
    case .resumed: return nil
    }
  }

  /// What spreading the time costs.
  private func spread(_ questions: [QuestionID], _ seconds: [Int]) -> String {
    let planned = questions.compactMap(session.method.question).reduce(0) { $0 + session.plannedSeconds($1) }
    let left = seconds.reduce(0, +)
    return localization.language.sentence(
      "clock.is-spread",
      [
        "left": String((left + 30) / 60), "planned": String((planned + 30) / 60),
        "percent": String((left * 100 + planned / 2) / max(planned, 1)),
      ], count: questions.count)
  }
}
