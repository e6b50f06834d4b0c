import Draft
import Workshop

// What is said about what is measured, where the session after it is not needed.
extension TopicReply {
  func sentence(_ event: MeasuresEvent) -> String? {
    switch event {
    case .taken, .mapped, .asked: nil
    case .revised(let id, _): language.sentence("reply.edited", ["answer": id.handle.rawValue])
    case .deleted(let id):
      session.measures[id].map { value in
        language.sentence(
          "reply.deleted",
          [
            "answer": id.handle.rawValue,
            "text": MeasureText(session: session, localization: localization).value(value),
          ])
      }
    }
  }
}

// The words for refusals about measuring.
extension RefusalText {
  func sentence(_ refusal: MeasureRefusal) -> String {
    let days = language.days
    switch refusal {
    case .notInMethod: return language.sentence("measures.not-in-method")
    case .nothingToMeasure(let question):
      return language.sentence(
        "measures.nothing-to-measure", ["question": localization.texts.label(of: question), "id": question.rawValue])
    case .unknown(let typed, let known):
      return language.sentence(
        "measures.unknown",
        ["typed": typed, "known": joined(known.map { session.name(of: $0, in: localization) })])
    case .nothingDue(let next?, let day?):
      return language.sentence(
        "measures.nothing-due-until",
        ["kpi": session.name(of: next, in: localization), "day": days.text(day)])
    case .nothingDue: return language.sentence("measures.nothing-due")
    case .notANumber(let typed, let handle, let unit):
      let example = language.numbers.text("1080.5") + (unit.isEmpty ? "" : "\u{A0}" + unit)
      return language.sentence(
        "measures.not-a-number", ["typed": typed, "kpi": handle.rawValue, "example": example])
    case .tooLong(let typed):
      return language.sentence(
        "measures.too-long",
        [
          "typed": typed, "digits": String(FixedDecimal.mostDigits), "decimals": String(FixedDecimal.mostDecimals),
        ])
    case .wrongUnit(let typed, let handle, let unit):
      return language.sentence("measures.wrong-unit", ["typed": typed, "kpi": handle.rawValue, "unit": unit])
    case .notADay(let typed):
      let day = Day(year: 2026, month: 6, day: 30).map(days.text) ?? ""
      return language.sentence("measures.not-a-day", ["typed": typed, "example": day])
    case .inFuture(let period): return language.sentence("measures.in-future", ["period": days.text(period)])
    case .beforeBaseline(let day, let handle, let baseline):
      return language.sentence(
        "measures.before-baseline",
        ["day": days.text(day), "kpi": handle.rawValue, "baseline": days.text(baseline)])
    case .noFile(let path): return language.sentence("import.no-file", ["file": path])
    case .noSuchChoice(let typed, let most):
      return language.sentence("import.no-such-choice", ["typed": typed, "most": String(most)])
    case .farOff(let number, let handle, let last):
      return language.sentence(
        "measures.far-off",
        [
          "number": language.numbers.text(number), "kpi": handle.rawValue, "last": language.numbers.text(last),
          "anyway": CommandVerb.anyway.shown(in: language, of: .vote),
        ])
    }
  }
}
