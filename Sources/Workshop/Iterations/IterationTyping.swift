// How iterations are typed, and how they are typed again.
extension Command {
  /// `/iteration`, `/iteration next [anyway] focus | Webcare | aim | day`, `/iteration end [anyway] [day]`,
  /// `/iteration done 2 [what came of it]`.
  init(iteration argument: String, in language: Language) throws(Refusal) {
    let (word, rest) = argument.firstWord
    guard !word.isEmpty else {
      self = .look(.iterations)
      return
    }
    let (first, others) = rest.firstWord
    let isAnyway = CommandVerb.known(first, of: .vote, in: language) == .anyway
    switch try CommandVerb(word, of: .iteration, in: language) {
    case .next: self = .iteration(.next(isAnyway ? others : rest, anyway: isAnyway))
    case .end: self = .iteration(.end(isAnyway ? others : rest, anyway: isAnyway))
    case .done:
      let (target, outcome) = try rest.needed(by: .iteration).firstWord
      self = .iteration(.done(target, outcome: outcome))
    case _: throw .unknownVerb(word, of: .iteration, known: CommandVerb.shown(of: .iteration, in: language))
    }
  }

  /// A look, at an earlier iteration where its argument ends in `--iteration 2`.
  init(
    _ argument: String, in language: Language, look: (String) throws(Refusal) -> Look
  ) throws(Refusal) {
    let words = argument.split(whereSeparator: \.isWhitespace)
    let names = CommandName.iteration.names(in: language).map { "--" + $0 }
    guard let place = words.firstIndex(where: { names.contains($0.lowercased()) }) else {
      self = .look(try look(argument))
      return
    }
    let number = words.count > place + 1 ? String(words[place + 1]) : ""
    let before = argument[..<words[place].startIndex].trimmed
    let behind = words.count > place + 2 ? argument[words[place + 2].startIndex...].trimmed : ""
    let rest = [before, behind].filter { !$0.isEmpty }.joined(separator: " ")
    self = .look(.asOf(iteration: number, try look(rest)))
  }
}

extension CommandReconstruction {
  /// Lines that may have made something happen to the iterations.
  func lines(_ event: IterationEvent) -> [String] {
    switch event {
    case .begun(_, let iteration):
      let day = iteration.begins.map(localization.language.days.text) ?? ""
      let whole = [iteration.kind.rawValue, iteration.focus, iteration.aim, day].map {
        $0.isEmpty ? CellParser.open : $0
      }
      let planned = [iteration.plan?.rawValue ?? "", CellParser.open, CellParser.open, day]
      return [planned, whole].map { $0.joined(separator: " | ") }.flatMap { cells in
        ["", "anyway "].map { "/iteration next \($0)\(cells)" }
      }
    case .closed(_, let day):
      return ["", "anyway "].map { "/iteration end \($0)\(localization.language.days.text(day))" }
    case .confirmed(let handles):
      return ["", "/confirm"] + (handles.first.map { ["/confirm \($0)"] } ?? [])
    case .workItemDone(let handle, let outcome):
      let number = session.answer(handle).map { String($0.id.number) }
      return ([number, handle.rawValue].compactMap(\.self)).map { "/iteration done \($0) \(outcome)".trimmed }
    }
  }
}
