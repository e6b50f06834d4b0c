import Analytics
import Draft
package import Text
package import Workshop

/// A file that is gone through, as the screen shows it: what it says to the figure that comes next.
package struct ImportView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  /// The rows there are; what does not fit is left out from the least needed on: columns, notes, the last value.
  var rows = Int.max

  private var language: Language { localization.language }
  private var text: ImportText { ImportText(language: language) }

  package init(session: Session, localization: Localization, columns: Int) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
  }

  /// The figure that comes next; nothing when all are done.
  package func lines(_ file: MeasureImport) -> [StyledText] {
    guard let (kpi, period, outcome) = file.outcome else { return [] }
    let name = session.name(of: kpi, in: localization)
    switch outcome {
    case .refusal: return []
    case .question(let question):
      let core = [StyledText(name, .bold)].flatMap { $0.wrapped(to: columns) } + indented(text.sentence(question))
      let hint = indented(language.sentence("import.answer-it"))
      return core + listed(file.columns, rows: rows - (core + hint).count) + hint
    case .proposal(let proposal):
      let head = language.sentence(
        "import.proposal", ["kpi": name, "number": text.number(proposal), "period": language.days.text(period)])
      let core =
        StyledText(head, .bold).wrapped(to: columns) + indented(text.source(proposal, file: text.short(file.name)))
        + (text.incompleteness(proposal).map(indented) ?? [])
      let hint = indented(language.sentence("import.take-it"))
      var extras: [StyledText] = []
      for more in [last(kpi), otherUnit(kpi, proposal)] + text.notes(proposal).map(indented)
      where (core + extras + more + hint).count <= rows {
        extras += more
      }
      return core + extras + inRow(file.columns, rows: rows - (core + extras + hint).count) + hint
    }
  }

  /// Figures for which there is no number, with why: those of which the same is said in one line.
  package func refused(_ file: MeasureImport) -> [StyledText] {
    var groups: [(why: String, kpis: [Handle])] = []
    for (kpi, why) in file.refused {
      let why = LineErrorText(session: session, localization: localization).sentence(why)
      if let place = groups.firstIndex(where: { $0.why == why }) {
        groups[place].kpis.append(kpi)
      } else {
        groups.append((why, [kpi]))
      }
    }
    return groups.flatMap { why, kpis in
      let names = kpis.count == 1 ? session.name(of: kpis[0], in: localization) : text.joined(kpis.map(\.rawValue))
      return StyledText("\(names): \(why)").wrapped(to: columns, indent: 2)
    }
  }

  private func last(_ kpi: Handle) -> [StyledText] {
    guard let answer = session.answer(kpi), let value = session.measures.counting(of: answer.id).last else { return [] }
    let shown = MeasureText(session: session, localization: localization).value(value)
    return indented(language.sentence("measures.last", ["value": shown]))
  }

  /// That the figure is counted in something else than the file counts in.
  private func otherUnit(_ kpi: Handle, _ proposal: Proposal) -> [StyledText] {
    guard let answer = session.answer(kpi) else { return [] }
    let unit = session.unit(of: answer, in: localization)
    let isOther =
      switch proposal.unit {
      case .percent: unit != "%"
      case .seconds: !"seconds".hasPrefix(unit.lowercased())
      case .hours: !language.durations.hours.all.contains(unit.lowercased())
      case .count, .money, .score, nil: unit == "%"
      }
    return isOther && !unit.isEmpty ? indented(language.sentence("import.other-unit", ["unit": unit])) : []
  }

  // MARK: Columns

  /// Columns with their first and last cells, a line each.
  private func listed(_ choices: [ColumnChoice], rows: Int) -> [StyledText] {
    let lines = choices.enumerated().map { place, choice in
      StyledText(
        "  \(place + 1)  \(choice.column)  \(choice.first) … \(choice.last)"
          + (choice.table.isEmpty ? "" : "  (\(text.short(choice.table)))")
      ).truncated(to: columns)
    }
    guard lines.count > rows else { return lines }
    let shown = max(rows - 1, 1)
    return lines.prefix(shown) + indented(language.sentence("import.more-columns", count: lines.count - shown))
  }

  /// Columns one behind the other, as many as fit.
  private func inRow(_ choices: [ColumnChoice], rows: Int) -> [StyledText] {
    let names = choices.enumerated().map { "\($0 + 1)\u{A0}\($1.column.replacing(" ", with: "\u{A0}"))" }
    for count in stride(from: names.count, to: 0, by: -1) {
      let lines = indented(names.prefix(count).joined(separator: " · ") + (count < names.count ? " · …" : ""))
      if lines.count <= rows { return lines }
    }
    return []
  }

  private func indented(_ text: String) -> [StyledText] { StyledText(text).hanging("  ", columns: columns) }
}
