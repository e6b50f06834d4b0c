internal import Text
public import Workshop

extension CSVWriter {
  /// What was measured, in long form: a header row, then a row for each value that is there, also those that a later one
  /// for the same days replaces.
  ///
  /// Numbers have a decimal point, or the language's mark in a file for Excel; days are ISO.
  public func measures(in session: Session, _ localization: Localization) -> [UInt8] {
    let names = [
      "kpi", "name", "value", "first", "last", "number", "unit", "counts", "incomplete", "new_baseline", "by", "remark",
      "source",
    ]
    var text = isForExcel ? "\u{FEFF}" : ""
    text += line(names, localization)
    for value in session.measures.all where !value.isGap {
      guard let answer = session.answer(value.kpi) else { continue }
      let counts = session.measures.counting(of: value.kpi).contains { $0.id == value.id }
      let cells = [
        escaped(answer.handle.rawValue), escaped(protected(session.shownShort(answer, in: localization), localization)),
        escaped(value.handle.rawValue), value.finding.period.first.description,
        value.finding.period.last.description, number(value.finding.number, localization),
        escaped(session.unit(of: answer, in: localization)), counts ? "yes" : "no",
        value.finding.isIncomplete ? "yes" : "no", value.startsAnew ? "yes" : "no", escaped(value.speaker ?? ""),
        escaped(protected(value.finding.remark, localization)),
        escaped(protected(value.finding.source, localization)),
      ]
      text += line(cells, localization)
    }
    return Array(text.utf8)
  }
}
