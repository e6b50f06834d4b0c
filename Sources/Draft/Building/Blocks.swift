import Workshop

/// Sentences, lists, quotations and cards.
extension DocumentBuilder {
  func sentence(_ sentence: Section.Sentence) -> [Document.Block] {
    let variables = sentence.variables
    let unanswered = variables.filter { !session.isAnswered($0.question) }
    guard unanswered.count < variables.count || variables.isEmpty else {
      return variables.map(\.question).filter(isRequired).map { .paragraph(gap($0)) }
    }
    var sources: [Handle] = []
    let text = template(sentence.id).filled { name in
      variables.first { $0.name == name }.map { variable in
        let answers = session.readableAnswers(to: variable.question)
        sources += answers.map(\.handle)
        return answers.isEmpty
          ? gap(labelled: localization.texts.label(of: variable.question))
          : answers.map(said).joined(separator: ", ")
      }
    }
    let made = Document.Text(text, from: sources, isGap: unanswered.contains { isRequired($0.question) })
    return [sentence.isBoxed ? .boxed(made) : .paragraph(made)]
  }

  /// What an answer says in a sentence.
  private func said(_ answer: Answer) -> String {
    let columns = session.method.columns(of: answer.id.question)
    if columns.count == 1, case .number = columns[0].type {
      return localization.language.numbers.text(answer.cell(at: 0), of: columns[0].type)
    }
    return known(answer)
  }

  func list(_ bullets: Section.Bullets) -> [Document.Block] {
    let answers = sorted(session.readableAnswers(to: bullets.question), by: bullets.sortedBy)
    let chosen = chosen(answers, by: bullets.selection)
    let items = chosen.map { answer, isStarred in
      let text =
        bullets.sentence.map { self.sentence($0, for: answer) }
        ?? Document.Text(line(answer), from: [answer.handle])
      return isStarred ? starred(text) : text
    }
    return [.list(bullets.isNumbered ? unnumbered(items) : items, isNumbered: bullets.isNumbered)]
  }

  /// Steps that the room has numbered itself are not numbered twice.
  private func unnumbered(_ items: [Document.Text]) -> [Document.Text] {
    let bare = items.enumerated().map { place, item -> Document.Text? in
      let number = String(place + 1)
      guard item.text.hasPrefix(number) else { return nil }
      let rest = item.text.dropFirst(number.count)
      guard let mark = rest.first, mark == " " || mark == "." || mark == ")" else { return nil }
      var bare = item
      bare.text = rest.drop { $0 == "." || $0 == ")" || $0 == " " }.trimmed
      return bare.text.isEmpty ? nil : bare
    }
    return bare.contains(nil) ? items : bare.compactMap(\.self)
  }

  /// A sentence whose variables are the columns of an answer.
  private func sentence(_ id: SentenceID, for answer: Answer) -> Document.Text {
    let columns = session.method.columns(of: answer.id.question)
    var hasGap = false
    let text = template(id).filled { name in
      if name == "handle" { return answer.handle.rawValue }
      guard let place = columns.firstIndex(where: { $0.id.rawValue == name }) else { return nil }
      let cell = cell(place, of: answer)
      hasGap = hasGap || cell.isGap
      if case .number = columns[place].type, !cell.isGap, !cell.text.isEmpty {
        return localization.language.numbers.text(answer.cell(at: place), of: columns[place].type)
      }
      return cell.text.isEmpty ? "–" : cell.text
    }
    return Document.Text(text, from: [answer.handle], isGap: hasGap)
  }

  private func template(_ id: SentenceID) -> Template {
    localization.texts.sentences[id] ?? Template(id.rawValue)
  }

  /// An answer as one line: its place in a grid, then its cells.
  func line(_ answer: Answer) -> String {
    let columns = session.method.columns(of: answer.id.question)
    let cells = columns.indices.map { cell($0, of: answer).text }.filter { !$0.isEmpty }
    let place = answer.place.map { self.label(of: $0, under: answer.id.question) + ": " } ?? ""
    return place + cells.joined(separator: " · ")
  }

  /// What a place in a grid is called: an answer as the document names it.
  func label(of place: Place, under id: QuestionID) -> String {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind else { return place.row }
    guard form.namesAlone else { return session.label(of: place, in: grid, of: question, localization) }
    func label(_ row: String, _ axis: Grid.Axis) -> String {
      session.answer(Handle(row)).map(known)
        ?? session.rows(of: axis, of: question, in: localization).first { $0.id == row }?.label ?? row
    }
    let row = label(place.row, grid.rows)
    guard let across = place.across, let axis = grid.across else { return row }
    return row + " × " + label(across, axis)
  }

  func ticks(_ id: QuestionID) -> [Document.Block] {
    guard let question = session.method.question(id), let column = question.columns.first else { return [] }
    let answers = session.readableAnswers(to: id)
    let options: [OptionID]
    let source: Options
    switch column.type {
    case .choice(let from), .multi(let from):
      source = from
      switch from {
      case .own(let own): options = own
      case .list(let list): options = session.method.options(of: list)
      }
    case .text, .texts, .number, .date, .duration, .person, .persons, .suggestion, .reference, .references, .yesNo,
      .scale, .kpi, .frequency, .repeats:
      return [.list(answers.map { Document.Text(line($0), from: [$0.handle]) }, isNumbered: false)]
    }
    let ticks = options.compactMap { option -> Document.Tick? in
      let answer = answers.first { $0.cell(at: 0) == option.rawValue }
      if !form.hasHeadings, answer == nil { return nil }
      let label = localization.texts.label(of: option, from: source, in: id)
      return Document.Tick(text: Document.Text(label, from: answer.map { [$0.handle] } ?? []), isChosen: answer != nil)
    }
    return [.ticks(ticks)]
  }

  func cards(_ id: QuestionID, _ attachments: [Section.Attachment]) -> [Document.Card] {
    let columns = session.method.columns(of: id)
    return session.readableAnswers(to: id).map { answer in
      let title = session.shortPlace(of: answer)
      return Document.Card(
        title: Document.Text(name(of: answer), from: [answer.handle]),
        terms: columns.indices.filter { $0 != title }.compactMap { place in
          let cell = cell(place, of: answer)
          guard !cell.text.isEmpty else { return nil }
          return Document.Term(label: localization.texts.label(of: columns[place].id, in: id), text: cell)
        },
        lists: attachments.compactMap { attachment in
          let items = answers(attached: attachment, to: answer.handle).map(attachedLine)
          return items.isEmpty
            ? nil : Document.Field(title: localization.texts.label(of: attachment.question), items: items)
        })
    }
  }

  /// An answer on the card of another: its text, and what else is known of it.
  private func attachedLine(_ answer: Answer) -> Document.Text {
    Document.Text(name(of: answer), from: [answer.handle])
  }

  func quotes(_ id: QuestionID, _ column: ColumnID?) -> [Document.Quote] {
    let columns = session.method.columns(of: id)
    let said = columns.firstIndex { $0.id == column } ?? 0
    return session.readableAnswers(to: id).map { answer in
      let others = columns.indices.filter { $0 != said }.map { cell($0, of: answer).text }.filter { !$0.isEmpty }
      return Document.Quote(text: cell(said, of: answer), attribution: others.joined(separator: " · "))
    }
  }

  /// What no card holds of a question whose answers hang on cards: those that refer to nothing that is there, and the
  /// line that says there is none. Nothing when the question stands somewhere by itself.
  func loose(_ attachment: Section.Attachment, from id: QuestionID) -> [Document.Block] {
    guard !standing.contains(attachment.question) else { return [] }
    let all = session.readableAnswers(to: attachment.question)
    if all.isEmpty { return isRequired(attachment.question) ? [.paragraph(gap(attachment.question))] : [] }
    let held = Set(session.readableAnswers(to: id).flatMap { answers(attached: attachment, to: $0.handle) }.map(\.id))
    let loose = all.filter { !held.contains($0.id) }
    guard !loose.isEmpty else { return [] }
    return [
      .heading(Document.Text(localization.texts.label(of: attachment.question))),
      .list(loose.map(attachedLine), isNumbered: false),
    ]
  }

  /// The answers of another question that refer to one.
  func answers(attached attachment: Section.Attachment, to handle: Handle) -> [Answer] {
    attached[attachment]?[handle.rawValue] ?? []
  }
}
