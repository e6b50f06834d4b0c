public import Workshop

extension Session {
  /// A finding as a whole sentence: the method's own, or the program's where a method has none.
  public func sentence(for finding: Finding, in localization: Localization) -> String {
    let template =
      localization.texts.checks[finding.message] ?? localization.language.messages["finding.\(finding.message)"]
    guard let template else { return finding.message.rawValue }
    let count: Int? = if case .number(let number)? = finding.facts["n"] { Int(number) } else { nil }
    return template.filled(count: count) { name in finding.facts[name].map { text($0, in: localization) } }
  }

  private func text(_ fact: Finding.Fact, in localization: Localization) -> String {
    let texts = localization.texts
    switch fact {
    case .text(let text): return text
    case .number(let number): return localization.language.numbers.text(number)
    case .day(let day): return localization.language.days.text(day)
    case .answer(let handle): return name(of: handle, in: localization)
    case .cell(let id, let column):
      guard let answer = answer(id),
        let place = method.question(id.question)?.columns.firstIndex(where: { $0.id == column })
      else { return "" }
      return shown(place, of: answer, in: localization, style: .names)
    case .columns(let columns, let question):
      return columns.map { texts.label(of: $0, in: question) }.joined(separator: ", ")
    case .options(let options, let from, let question):
      return options.map { texts.label(of: $0, from: from, in: question) }.joined(separator: ", ")
    case .rows(let rows, let question):
      return rows.map { texts.label(ofRow: $0, in: question) }.joined(separator: ", ")
    case .questions(let questions): return questions.map { texts.label(of: $0) }.joined(separator: ", ")
    }
  }
}
