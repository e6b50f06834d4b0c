import Draft
package import Text
package import Workshop

/// How what is measured stands: the number, a bar from baseline to target, the state in words and sign, and a small course.
package struct MeasureView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  /// The day it is looked at; nil where the day of the last value counts.
  package let today: Day?

  package init(session: Session, localization: Localization, columns: Int, today: Day?) {
    (self.session, self.localization, self.columns, self.today) = (session, localization, columns, today)
  }

  private var language: Language { localization.language }
  private var text: MeasureText { MeasureText(session: session, localization: localization) }

  /// All that can be measured, each with its last value.
  package var lines: [StyledText] {
    let answers = session.measurable
    guard !answers.isEmpty else { return [StyledText(language.sentence("measures.nothing-yet"))] }
    let due = today.map(session.due) ?? []
    let dueLine =
      due.isEmpty
      ? []
      : [
        StyledText(language.sentence("measures.are-due", ["kpis": due.map(\.handle.rawValue).joined(separator: ", ")]))
      ]
    return [StyledText(language.sentence("measures.title"), .bold)] + answers.flatMap(entry) + dueLine
  }

  /// Its name with the last value, and below it the bar, the state, the target and the course.
  package func entry(_ answer: Answer) -> [StyledText] {
    let judgement = session.judgement(of: answer, on: today)
    let head = StyledText("  ") + StyledText(text.name(answer), .bold)
    guard let value = judgement.value else {
      return (head + StyledText("  " + language.sentence("measures.because-nothing-measured"))).wrapped(
        to: columns, indent: 4)
    }
    var facts = [text.state(judgement.state)]
    if let course = judgement.course {
      facts.insert(MeasureView.bar(judgement.reached ?? value.decimal ?? .zero, on: course), at: 0)
      facts.append("→ \(text.number(course.to, of: answer)), \(language.days.text(course.by))")
    }
    let steps = MeasureView.steps(session.measures.counting(of: answer.id))
    if !steps.isEmpty { facts.append(steps) }
    return (head + StyledText("  " + text.value(value))).wrapped(to: columns, indent: 4)
      + (StyledText("    ") + StyledText(facts.joined(separator: "  "))).wrapped(to: columns, indent: 4)
  }

  /// What is asked for in a walk: how it stood last, where it shall go, and what may be typed.
  package func asked(_ handle: Handle) -> [StyledText] {
    guard let answer = session.answer(handle) else { return [] }
    let judgement = session.judgement(of: answer, on: today)
    let last =
      judgement.value.map { language.sentence("measures.last", ["value": text.value($0)]) }
      ?? language.sentence("measures.because-nothing-measured")
    let way = judgement.course.map { course in
      language.sentence(
        "measures.work-way",
        [
          "from": text.number(course.from, of: answer), "since": language.days.text(course.since),
          "to": text.number(course.to, of: answer), "by": language.days.text(course.by),
        ])
    }
    let left = session.measures.asked.count - 1
    return [
      StyledText(language.sentence("measures.ask", ["kpi": text.name(answer)]), .bold), StyledText(last),
    ] + (way.map { [StyledText($0)] } ?? []) + [StyledText(language.sentence("measures.hint"))]
      + (left > 0 ? [StyledText(language.sentence("measures.left", count: left))] : [])
  }

  /// How far a number is from baseline to target, in ten cells.
  private static func bar(_ number: FixedDecimal, on course: Course) -> String {
    let way = course.direction == .keep ? 1 : min(1, max(0, number.place(between: course.start, and: course.to)))
    let filled = Int((way * 10).rounded())
    return String(repeating: "█", count: filled) + String(repeating: "░", count: 10 - filled)
  }

  /// The last values as small columns, from the lowest to the highest of them.
  private static func steps(_ values: [MeasuredValue]) -> String {
    let numbers = values.suffix(12).compactMap(\.decimal)
    guard numbers.count > 1, let low = numbers.min(), let high = numbers.max() else { return "" }
    let signs = Array("▁▂▃▄▅▆▇█")
    return String(
      numbers.map { low == high ? signs[3] : signs[Int(($0.place(between: low, and: high) * 7).rounded())] })
  }
}
