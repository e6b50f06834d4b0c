package import Text
package import Workshop

/// What phones wrote and nobody has taken yet, and the phones themselves: for the facilitator.
package struct InboxView {
  package let session: Session
  package let phones: Phones
  package let localization: Localization
  package let columns: Int

  package init(session: Session, phones: Phones, localization: Localization, columns: Int) {
    (self.session, self.phones, self.localization, self.columns) = (session, phones, localization, columns)
  }

  private var language: Language { localization.language }

  /// The ideas that are waiting, by the numbers that they keep; where the room looks on, only how many there are: nobody
  /// has read them yet.
  package var lines: [StyledText] {
    let ideas = phones.ideas(in: session)
    guard let first = ideas.first else { return [StyledText(language.sentence("phones.inbox-empty"))] }
    let title = StyledText(
      language.sentence("phones.inbox-title", ["phones": String(senders(ideas))], count: ideas.count), .bold)
    guard !session.screen.isShared else { return [title, StyledText(language.sentence("phones.inbox-hidden"))] }
    let echoes = Phones.echoes(among: ideas)
    var question = session.position
    var rows: [StyledText] = []
    for (idea, echo) in zip(ideas, echoes) {
      if idea.question != question {
        question = idea.question
        rows.append(StyledText(localization.texts.label(of: idea.question)))
      }
      let number = StyledText("  \(idea.number)  ", .bold)
      rows += StyledText(text(idea) + alike(idea, echo) + claim(idea)).hanging(number, columns: columns)
    }
    let hint = language.sentence("phones.inbox-hint", ["number": String(first.number)])
    return [title] + rows + StyledText(hint).wrapped(to: columns)
  }

  private func senders(_ ideas: [Phones.Idea]) -> Int { Set(ideas.map(\.letter.phone)).count }

  /// The cells as the room reads them.
  private func text(_ idea: Phones.Idea) -> String {
    guard let question = session.method.question(idea.question) else { return idea.cells.joined(separator: " | ") }
    var cells = idea.cells
    var parts: [String] = []
    if case .grid(let grid) = question.kind {
      for axis in [grid.rows, grid.across].compactMap(\.self) where !cells.isEmpty {
        let row = cells.removeFirst()
        parts.append(session.rows(of: axis, of: question, in: localization).first { $0.id == row }?.label ?? row)
      }
    }
    let columns = question.askedColumns(in: session.run)
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      guard columns.indices.contains(place) else { continue }
      let column = question.columns[columns[place]]
      let label: String? =
        switch column.type {
        case .choice(let options), .multi(let options):
          localization.texts.label(of: OptionID(cell), from: options, in: question.id)
        case .text, .texts, .number, .date, .duration, .person, .persons, .suggestion, .kpi, .frequency, .repeats,
          .reference, .references, .yesNo, .scale:
          nil
        }
      parts.append(label ?? cell)
    }
    return parts.joined(separator: " | ")
  }

  /// That it says nearly the same as another one, or as an answer that is there.
  private func alike(_ idea: Phones.Idea, _ echo: Int?) -> String {
    if let echo { return "  ≈ \(echo)" }
    guard let answer = session.answer(like: idea) else { return "" }
    return "  " + language.sentence("phones.like-answer", ["answer": session.name(onScreen: answer.id)])
  }

  /// Who it says that it is of: with a question mark, as long as nobody has proved it.
  private func claim(_ idea: Phones.Idea) -> String {
    if let initials = phones.admitted[idea.letter.phone], idea.letter.name != nil {
      return "  " + language.sentence("screen.speaker", ["name": session.firstName(of: initials)])
    }
    return idea.letter.name.map { "  " + language.sentence("screen.speaker", ["name": $0 + "?"]) } ?? ""
  }

  // MARK: Phones

  /// The phones that came, and whom they belong to.
  package var phonesLines: [StyledText] {
    guard phones.isOpen else { return [StyledText(language.sentence("phones.not-open"))] }
    let title = StyledText(language.sentence("phones.who", count: phones.known), .bold)
    let numbers = phones.known > 0 ? Array(1...phones.known) : []
    let rows = numbers.compactMap { phone -> StyledText? in
      var parts: [String] = []
      if let initials = phones.admitted[phone] {
        parts.append(session.firstName(of: initials))
      } else if let name = phones.names[phone] {
        parts.append(name + "?")
      }
      let count = phones.letters.count { $0.phone == phone }
      if count > 0 { parts.append(language.sentence("phones.wrote", count: count)) }
      if phones.muted.contains(phone) { parts.append(language.sentence("phones.is-muted")) }
      return parts.isEmpty ? nil : StyledText("  \(phone)  ", .bold) + StyledText(parts.joined(separator: " · "))
    }
    return [title] + rows
  }
}
