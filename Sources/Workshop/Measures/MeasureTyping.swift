// How a value is typed, and typed again.
extension Command {
  /// A value of an answer, or the walk through what is due.
  init(measure argument: String, in language: Language) {
    let (target, text) = argument.firstWord
    guard text.isEmpty || CommandVerb.known(target, of: .measure, in: language) != .from else {
      self = .measure(.from(text))
      return
    }
    self = .measure(text.isEmpty ? .walk(target) : .take(target, text: text))
  }
}

extension CommandReconstruction {
  /// Lines that may have made something happen with what is measured.
  func lines(_ event: MeasuresEvent) -> [String] {
    switch event {
    case .taken(let value):
      let isAsked = session.measures.asked.first == value.kpi.handle
      return words(value).flatMap { (isAsked ? [$0] : []) + ["/measure \(value.kpi.handle) \($0)"] }
    case .revised(let id, let finding): return words(finding).map { "/edit \(id.handle) \($0)" }
    case .mapped: return []
    case .deleted(let id): return ["/delete \(id.handle)"]
    case .asked(let handles):
      return session.measures.asked.isEmpty
        ? ["/measure"] + (handles.first.map { ["/measure \($0)"] } ?? []) : ["", "/measure"]
    }
  }

  private func words(_ value: MeasuredValue) -> [String] {
    words(value.finding).map { value.startsAnew ? "\(CommandVerb.changed.rawValue) \($0)" : $0 }
  }

  /// A number that is far off must be said to be meant; whether it was, is seen when it is read.
  private func words(_ finding: MeasuredFinding) -> [String] {
    ["", CommandVerb.anyway.rawValue].map { meant in
      [
        localization.language.numbers.text(finding.number), meant, DayFormat.typed(finding.period), finding.remark,
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
