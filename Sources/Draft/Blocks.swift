import Workshop

/// Sentences, bullets, quotations and cards.
extension DocumentBuilder {
  func sentence(_ id: SentenceID, _ variables: [Section.Variable]) -> [Document.Block] {
    let unanswered = variables.filter { !session.isAnswered($0.question) }
    guard unanswered.count < variables.count || variables.isEmpty else {
      return variables.map(\.question).filter(isAsked).map { .paragraph(gap($0)) }
    }
    var sources: [Handle] = []
    let text = template(id).filled { name in
      variables.first { $0.name == name }.map { variable in
        let answers = session.answers(to: variable.question)
        sources += answers.map(\.handle)
        return answers.isEmpty
          ? gap(labelled: wording.texts.label(of: variable.question))
          : answers.map { session.shownShort($0, in: wording) }.joined(separator: ", ")
      }
    }
    return [.paragraph(Document.Text(text, from: sources, isGap: !unanswered.isEmpty))]
  }

  func bullets(_ question: QuestionID, _ sentence: SentenceID?) -> [Document.Text] {
    session.answers(to: question).map { answer in
      sentence.map { self.sentence($0, for: answer) } ?? Document.Text(line(answer), from: [answer.handle])
    }
  }

  /// A sentence whose variables are the columns of an answer.
  private func sentence(_ id: SentenceID, for answer: Answer) -> Document.Text {
    let columns = session.method.question(answer.id.question)?.columns ?? []
    var hasGap = false
    let text = template(id).filled { name in
      if name == "handle" { return answer.handle.rawValue }
      guard let place = columns.firstIndex(where: { $0.id.rawValue == name }) else { return nil }
      let cell = cell(place, of: answer)
      hasGap = hasGap || cell.isGap
      return cell.text.isEmpty ? "–" : cell.text
    }
    return Document.Text(text, from: [answer.handle], isGap: hasGap)
  }

  private func template(_ id: SentenceID) -> Template {
    wording.texts.sentences[id] ?? Template(id.rawValue)
  }

  /// An answer as one line: its place in a grid, then its cells.
  func line(_ answer: Answer) -> String {
    let columns = session.method.question(answer.id.question)?.columns ?? []
    let cells = columns.indices.map { cell($0, of: answer).text }.filter { !$0.isEmpty }
    let place = answer.place.map { self.label(of: $0, under: answer.id.question) + ": " } ?? ""
    return place + cells.joined(separator: " · ")
  }

  private func label(of place: Place, under id: QuestionID) -> String {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind else { return place.row }
    return session.label(of: place, in: grid, of: question, wording)
  }

  /// A cell as the draft shows it; an empty one that must be given is a visible gap.
  func cell(_ place: Int, of answer: Answer) -> Document.Text {
    let text = session.shown(place, of: answer, in: wording, style: .names)
    if !text.isEmpty { return Document.Text(text, from: [answer.handle]) }
    let question = session.method.question(answer.id.question)
    guard let column = question?.columns[place], column.isRequired, column.isAsked(in: session.run) else {
      return Document.Text("")
    }
    let label = wording.texts.label(of: column.id, in: answer.id.question)
    return Document.Text(gap(labelled: label), from: [answer.handle], isGap: true)
  }

  private func gap(labelled label: String) -> String {
    // An abbreviation stays one: KPI, not kPI.
    let isWord = label.dropFirst().first?.isLowercase == true
    return word("draft.gap", ["what": isWord ? label.prefix(1).lowercased() + label.dropFirst() : label])
  }

  func cross(_ id: QuestionID) -> [Document.Block] {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind else { return [] }
    let answers = session.answers(to: id)
    let fields = session.rows(of: grid.rows, of: question, in: wording).map { row in
      let items = answers.filter { $0.place?.row == row.id }.map { answer in
        Document.Text(session.shownShort(answer, in: wording), from: [answer.handle])
      }
      return Document.Field(
        title: row.label, items: items.isEmpty ? [Document.Text(word("draft.nothing-yet"), isGap: true)] : items)
    }
    return [.cross(fields)]
  }

  func cards(_ id: QuestionID, _ attachments: [Section.Attachment]) -> [Document.Card] {
    let columns = session.method.question(id)?.columns ?? []
    return session.answers(to: id).map { answer in
      let title = session.shortPlace(of: answer)
      let others = columns.indices.filter { $0 != title }
      return Document.Card(
        title: Document.Text(session.name(of: answer.handle, in: wording), from: [answer.handle]),
        terms: others.compactMap { place in
          let cell = cell(place, of: answer)
          return cell.text.isEmpty ? nil : (wording.texts.label(of: columns[place].id, in: id), cell)
        },
        lists: attachments.compactMap { attachment in
          let items = answers(attached: attachment, to: answer.handle).map { attached in
            Document.Text(session.name(of: attached.handle, in: wording), from: [attached.handle])
          }
          return items.isEmpty ? nil : Document.Field(title: wording.texts.label(of: attachment.question), items: items)
        })
    }
  }

  func quotes(_ id: QuestionID, _ column: ColumnID?) -> [Document.Quote] {
    let columns = session.method.question(id)?.columns ?? []
    let said = columns.firstIndex { $0.id == column } ?? 0
    return session.answers(to: id).map { answer in
      let others = columns.indices.filter { $0 != said }.map { cell($0, of: answer).text }.filter { !$0.isEmpty }
      return Document.Quote(text: cell(said, of: answer), attribution: others.joined(separator: " · "))
    }
  }

  /// What no card holds of a question whose answers hang on cards: those that refer to nothing that is there, and the
  /// line that says there is none. Nothing when the question stands somewhere by itself.
  func loose(_ attachment: Section.Attachment, from id: QuestionID) -> [Document.Block] {
    guard !hasBlockOfItsOwn(attachment.question) else { return [] }
    let all = session.answers(to: attachment.question)
    if all.isEmpty { return isAsked(attachment.question) ? [.paragraph(gap(attachment.question))] : [] }
    let held = Set(session.answers(to: id).flatMap { answers(attached: attachment, to: $0.handle) }.map(\.id))
    let loose = all.filter { !held.contains($0.id) }
    guard !loose.isEmpty else { return [] }
    let items = loose.map { Document.Text(session.name(of: $0.handle, in: wording), from: [$0.handle]) }
    return [.heading(Document.Text(wording.texts.label(of: attachment.question))), .bullets(items)]
  }

  /// Whether a question stands somewhere in the draft as bullets, a table, a cross or quotations.
  func hasBlockOfItsOwn(_ id: QuestionID) -> Bool {
    session.method.sections.flatMap(\.blocks).contains { block in
      switch block.content {
      case .bullets(let question, _), .cross(let question), .quotes(let question, _): question == id
      case .table(let table): table.question == id
      case .cards, .sentence, .chain, .timeline, .openPoints, .skipped: false
      }
    }
  }

  /// The answers of another question that refer to one.
  func answers(attached attachment: Section.Attachment, to handle: Handle) -> [Answer] {
    guard let question = session.method.question(attachment.question),
      let place = question.columns.firstIndex(where: { $0.id == attachment.through })
    else { return [] }
    return session.answers(to: question.id).filter { $0.values(at: place).contains(handle.rawValue) }
  }
}
