package import Text
package import Workshop

/// The iterations of a project, as the screen shows them.
package struct IterationView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  package init(session: Session, localization: Localization, columns: Int) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
  }

  private var language: Language { localization.language }

  /// A few lines for each, the present one marked, and what comes next.
  package var lines: [StyledText] {
    let all = (1...session.iterations.number).flatMap(lines)
    let waiting = session.openWork.answers
    let carried =
      waiting > 0 ? StyledText(language.sentence("iterations.waiting", count: waiting)).wrapped(to: columns) : []
    let next = StyledText(language.sentence("iterations.how-next")).wrapped(to: columns)
    return [StyledText(language.sentence("iterations.title"), .bold)] + all + carried + next
  }

  private func lines(_ number: Int) -> [StyledText] {
    guard let iteration = session.iteration(number), let state = session.asOf(iteration: number) else { return [] }
    let isPresent = number == session.iterations.number
    let head = StyledText(isPresent ? "▸ " : "  ") + StyledText("\(number)  ", .bold)
    let name = IterationName(session: session, localization: localization).text(iteration)
    let facts = [days(number, iteration), self.state(number), work(state)].compactMap(\.self)
    let aim = iteration.aim.isEmpty ? [] : [language.sentence("iterations.aim", ["aim": iteration.aim])]
    return StyledText(name, isPresent ? .bold : .plain).hanging(head, columns: columns)
      + ([facts.joined(separator: " · ")] + aim).flatMap { StyledText($0).hanging("     ", columns: columns) }
  }

  private func days(_ number: Int, _ iteration: Iteration) -> String? {
    let days = language.days
    guard let begins = iteration.begins.map(days.text) else { return session.closing(of: number).map(days.text) }
    return session.closing(of: number).map { "\(begins) – \(days.text($0))" }
      ?? language.sentence("iterations.since", ["day": begins])
  }

  private func state(_ number: Int) -> String {
    language.sentence(session.closing(of: number) == nil ? "iterations.goes-on" : "iterations.is-over")
  }

  private func work(_ state: Session) -> String? {
    let items = state.workItems
    guard !items.isEmpty else { return nil }
    let done = items.count { $0.outcome != nil }
    return language.sentence("iterations.work", ["done": String(done), "all": String(items.count)])
  }
}

/// What an iteration is called.
package struct IterationName {
  package let session: Session
  package let localization: Localization

  package init(session: Session, localization: Localization) {
    (self.session, self.localization) = (session, localization)
  }

  /// Its kind, and what it is about.
  package func text(_ iteration: Iteration) -> String {
    let kind = session.method.label(ofIterationKind: iteration.kind, in: localization)
    return iteration.focus.isEmpty ? kind : "\(kind): \(iteration.focus)"
  }
}
