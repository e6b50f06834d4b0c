import Workshop

/// Grids: as a matrix, or as fields side by side.
extension DocumentBuilder {
  func matrix(_ id: QuestionID) -> [Document.Block] {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind, let across = grid.across
    else { return tables(Section.Table(question: id)) }
    let answers = session.readableAnswers(to: id)
    let used = Set(answers.compactMap { $0.place?.across })
    let columns = session.rows(of: across, of: question, in: localization).filter { used.contains($0.id) }
    let rows = session.rows(of: grid.rows, of: question, in: localization)
    let places = Dictionary(answers.compactMap { answer in answer.place.map { ($0, answer) } }) { first, _ in first }
    let cells = rows.map { row in
      [Document.Text(label(row), from: [], to: session.answer(Handle(row.id))?.handle)]
        + columns.map { column in
          places[Place(row: row.id, across: column.id)].map { matrixCell($0) } ?? Document.Text("·")
        }
    }
    return [
      .table(
        Document.Table(
          headers: ["–"] + columns.map(label), numeric: Array(repeating: false, count: columns.count + 1),
          rows: cells, sums: [], hasRowHeaders: true))
    ]
  }

  /// What a row or column is called: an answer as the document names it.
  private func label(_ row: GridRow) -> String {
    session.answer(Handle(row.id)).map(name(of:)) ?? row.label
  }

  private func matrixCell(_ answer: Answer) -> Document.Text {
    let columns = session.method.columns(of: answer.id.question)
    let cells = columns.indices.map { cell($0, of: answer) }.filter { !$0.text.isEmpty }
    let text = cells.map(\.text).joined(separator: ": ")
    return Document.Text(text, from: [answer.handle], isGap: cells.contains(where: \.isGap))
  }

  func cross(_ cross: Section.Cross) -> [Document.Block] {
    let answered = cross.questions.filter(session.isAnswered)
    let gaps = cross.questions.filter { !session.isAnswered($0) && isRequired($0) }.map {
      Document.Block.paragraph(gap($0))
    }
    guard !answered.isEmpty else { return gaps }
    let fields =
      cross.questions.count > 1
      ? answered.map { question in
        Document.Field(
          title: localization.texts.label(of: question),
          items: items(session.readableAnswers(to: question), cross.selection, in: question))
      } : self.fields(of: cross.questions[0], cross.selection)
    return [.cross(fields)] + gaps
  }

  /// The rows of a grid, or the series of a table, as fields.
  private func fields(of id: QuestionID, _ selection: Section.Selection) -> [Document.Field] {
    guard let question = session.method.question(id) else { return [] }
    let answers = session.readableAnswers(to: id)
    switch question.kind {
    case .grid(let grid):
      return session.rows(of: grid.rows, of: question, in: localization).map { row in
        Document.Field(title: label(row), items: items(answers.filter { $0.place?.row == row.id }, selection, in: id))
      }
    case .table(let columns):
      guard case .perOption(let series) = question.handles, let first = columns.first,
        case .choice(let options) = first.type
      else {
        return [Document.Field(title: localization.texts.label(of: id), items: items(answers, selection, in: id))]
      }
      return series.map { name in
        let label = localization.texts.label(of: OptionID(name), from: options, in: id)
        return Document.Field(title: label, items: items(answers.filter { $0.id.series == name }, selection, in: id))
      }
    case .line, .list, .single, .multi, .number, .date, .vote:
      return [Document.Field(title: localization.texts.label(of: id), items: items(answers, selection, in: id))]
    }
  }

  private func items(
    _ answers: [Answer], _ selection: Section.Selection, in id: QuestionID
  ) -> [Document.Text] {
    let columns = session.method.columns(of: id)
    let items = chosen(answers, by: selection).map { answer, isStarred in
      // What a field stands for is its heading; the rest of the answer is one line.
      let title: Int? = columns.count > 1 && answer.id.series != nil && answer.place == nil ? 0 : nil
      let cells = columns.indices.filter { $0 != title }.map { cell($0, of: answer, isShort: true) }
      let shown = cells.filter { !$0.text.isEmpty }
      // What it stands on comes after what it says.
      let said = (shown.filter { !$0.isReference } + shown.filter(\.isReference)).map(\.text)
      let text = Document.Text(
        (said.first ?? "") + (said.count > 1 ? " (\(said.dropFirst().joined(separator: ", ")))" : ""),
        from: [answer.handle], isGap: shown.contains(where: \.isGap))
      return isStarred ? starred(text) : text
    }
    return items.isEmpty ? [Document.Text(word("draft.nothing-yet"), isGap: true)] : items
  }
}

extension Document.Text {
  /// Whether the text is but handles.
  fileprivate var isReference: Bool {
    text.split(separator: ",").map(\.trimmed).allSatisfy { part in
      part.last?.isNumber == true && part.first?.isUppercase == true
        && part.allSatisfy { $0.isUppercase || $0.isNumber }
    }
  }
}
