package import Workshop

/// What a column takes, in words, for the room to read before it types.
package struct CellText {
  package let session: Session
  package let localization: Localization

  private var language: Language { localization.language }

  /// What may be typed into a column; nil where anything goes.
  package func expectation(_ column: Column, of question: QuestionID) -> String? {
    switch column.type {
    case .text(let limit):
      limit < CellType.defaultLimit ? language.sentence("expect.text", ["limit": String(limit)]) : nil
    case .texts: language.sentence("expect.texts")
    case .number(let rule): number(rule)
    case .date:
      language.sentence(
        "expect.date", ["example": Day(year: 2026, month: 12, day: 31).map(language.days.text) ?? ""])
    case .duration:
      language.sentence(
        "expect.duration",
        ["examples": ["30min", "4h", "1d", "6w"].map(language.durations.text).joined(separator: ", ")])
    case .person: people.map { language.sentence("expect.person", ["people": $0]) }
    case .persons: people.map { language.sentence("expect.persons", ["people": $0]) }
    case .choice(let options): list(options, of: question)
    case .multi(let options): language.sentence("expect.several", ["options": list(options, of: question)])
    case .suggestion: language.sentence("expect.suggestion")
    case .kpi: language.sentence("expect.kpi")
    case .frequency:
      language.sentence(
        "expect.frequency",
        ["examples": ["3/week", "1/fortnight", "on-demand"].map(language.frequencies.text).joined(separator: ", ")])
    case .repeats:
      language.sentence(
        "expect.repeats",
        [
          "examples": ["weekly:Mon-Fri", "every-2-weeks:Tue", "monthly:15"].map(language.frequencies.repeatText).joined(
            separator: ", ")
        ])
    case .reference(let series): handles(series)
    case .references(let series): handles(series).map { language.sentence("expect.several", ["options": $0]) }
    case .yesNo:
      language.sentence("expect.yes-no", ["yes": language.yes.first ?? "", "no": language.no.first ?? ""])
    case .scale(let range):
      language.sentence("expect.scale", ["least": String(range.lowerBound), "most": String(range.upperBound)])
    }
  }

  private func number(_ rule: NumberRule) -> String {
    switch rule {
    case .any: language.sentence("expect.number", ["example": language.numbers.text("1080.5")])
    case .whole: language.sentence("expect.whole")
    case .money: language.sentence("expect.money", ["example": language.numbers.text("120000")])
    case .percent: language.sentence("expect.percent")
    case .between(let range):
      language.sentence("expect.scale", ["least": String(range.lowerBound), "most": String(range.upperBound)])
    }
  }

  /// Nil as long as nobody is there to be named.
  private var people: String? {
    let people = session.participants
    return people.isEmpty ? nil : people.map(\.initials).joined(separator: ", ")
  }

  private func list(_ options: Options, of question: QuestionID) -> String {
    session.offered(options, in: localization).enumerated().map { place, option in
      "\(place + 1)\u{A0}\(localization.texts.label(of: option, from: options, in: question))"
    }.joined(separator: " · ")
  }

  /// Nil as long as there is nothing to refer to.
  private func handles(_ series: [String]) -> String? {
    let answers = session.answers(inSeries: series)
    return answers.isEmpty
      ? nil : answers.map { session.name(of: $0.handle, in: localization) }.joined(separator: " · ")
  }
}
