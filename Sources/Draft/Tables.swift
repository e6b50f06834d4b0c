import Workshop

/// Tables, chains, the timeline and the lists of what is missing.
extension DocumentBuilder {
  func tables(_ table: Section.Table) -> [Document.Block] {
    guard let question = session.method.question(table.question) else { return [] }
    let answers = sorted(session.answers(to: question.id), by: table.sortedBy, of: question)
    let places = places(of: table, in: question, answers: answers)
    guard let grouping = table.groupedBy.flatMap({ id in question.columns.firstIndex { $0.id == id } }) else {
      return [self.table(answers, places, of: question)]
    }
    var blocks: [Document.Block] = []
    var handles: [String] = []
    for handle in answers.flatMap({ $0.values(at: grouping) }) where !handles.contains(handle) {
      handles.append(handle)
    }
    handles.sort { order(of: $0) < order(of: $1) }
    for handle in handles {
      let group = answers.filter { $0.values(at: grouping).contains(handle) }
      let name = session.name(of: Handle(handle), in: wording)
      blocks += [.heading(Document.Text(name, from: [Handle(handle)])), self.table(group, places, of: question)]
    }
    let loose = answers.filter { $0.values(at: grouping).isEmpty }
    if !loose.isEmpty {
      let label = wording.texts.label(of: question.columns[grouping].id, in: question.id)
      let heading = Document.Text(word("draft.gap", ["what": label]), isGap: true)
      blocks += [.heading(heading), self.table(loose, places, of: question)]
    }
    return blocks
  }

  /// Where an answer that is referred to stands among its siblings.
  private func order(of handle: String) -> (Int, Int) {
    guard let answer = session.answer(Handle(handle)) else { return (Int.max, 0) }
    let index = session.answers(to: answer.id.question).firstIndex(of: answer) ?? 0
    return (session.method.place(of: answer.id.question) ?? 0, index)
  }

  /// The columns that a table shows: those it names, without the one it is grouped by and without those that neither
  /// the run asks for nor anybody has filled.
  private func places(of table: Section.Table, in question: Question, answers: [Answer]) -> [Int] {
    let named = table.columns.compactMap { id in question.columns.firstIndex { $0.id == id } }
    let all = named.isEmpty ? Array(question.columns.indices) : named
    let shown = all.filter { place in
      let column = question.columns[place]
      guard column.id != table.groupedBy else { return false }
      return answers.contains { !$0.cell(at: place).isEmpty }
        || (column.isRequired && column.isAsked(in: session.run))
    }
    return shown.isEmpty ? Array(all.prefix(1)) : shown
  }

  private func table(_ answers: [Answer], _ places: [Int], of question: Question) -> Document.Block {
    let hasHandles = !question.handles.series.isEmpty
    let labels = places.map { wording.texts.label(of: question.columns[$0].id, in: question.id) }
    let rows = answers.map { answer in
      (hasHandles ? [Document.Text(answer.handle.rawValue, from: [answer.handle])] : [])
        + places.map { cell($0, of: answer) }
    }
    return .table(headers: (hasHandles ? [word("draft.handle")] : []) + labels, rows: rows)
  }

  private func sorted(_ answers: [Answer], by column: ColumnID?, of question: Question) -> [Answer] {
    guard let place = question.columns.firstIndex(where: { $0.id == column }) else { return answers }
    // Days are stored as ISO dates, so their order is that of their texts; an answer without a day comes last.
    let keyed = answers.enumerated().map { (key: $1.cell(at: place).isEmpty ? "~" : $1.cell(at: place), at: $0, $1) }
    return keyed.sorted { ($0.key, $0.at) < ($1.key, $1.at) }.map(\.2)
  }

  func branch(
    _ answer: Answer, _ attachments: [Section.Attachment], under path: [Handle]
  ) -> Document.Branch {
    let columns = session.method.question(answer.id.question)?.columns ?? []
    let details = columns.indices.filter { columns[$0].type == .person || columns[$0].type == .date }
      .map { session.shown($0, of: answer, in: wording, style: .names) }.filter { !$0.isEmpty }
    let name = session.name(of: answer.handle, in: wording)
    let text = details.isEmpty ? name : name + " – " + details.joined(separator: ", ")
    let path = path + [answer.handle]
    let branches = attachments.flatMap { attachment in
      answers(attached: attachment, to: answer.handle).filter { !path.contains($0.handle) }
        .map { branch($0, attachments, under: path) }
    }
    return Document.Branch(text: Document.Text(text, from: [answer.handle]), branches: branches)
  }

  func timeline(_ sources: [Section.DateSource]) -> [Document.Block] {
    var entries: [(day: String, row: [Document.Text])] = []
    for source in sources {
      guard let question = session.method.question(source.question),
        let place = question.columns.firstIndex(where: { $0.id == source.column })
      else { continue }
      let label = wording.texts.label(of: question.id)
      let column = wording.texts.label(of: source.column, in: question.id)
      for answer in session.answers(to: question.id) where !answer.cell(at: place).isEmpty {
        let isAlone = question.columns.count == 1
        let what = isAlone ? label : session.name(of: answer.handle, in: wording)
        entries.append(
          (
            answer.cell(at: place),
            [
              cell(place, of: answer), Document.Text(what, from: [answer.handle]),
              Document.Text(isAlone ? "" : column),
            ]
          ))
      }
    }
    guard !entries.isEmpty else { return [.paragraph(Document.Text(word("draft.no-dates"), isGap: true))] }
    let rows = entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element.row)
    return [.table(headers: [word("draft.date"), word("draft.what"), word("draft.kind-of-date")], rows: rows)]
  }

  var openPoints: [Document.Block] {
    let points = session.findings(in: wording).filter { $0.severity == .error }
    guard !points.isEmpty else { return [.paragraph(Document.Text(word("draft.nothing-open")))] }
    return [.bullets(points.map { Document.Text(session.sentence(for: $0, in: wording), isGap: true) })]
  }

  var skipped: [Document.Block] {
    let lines = session.method.questions.compactMap { question in
      session.isAnswered(question.id)
        ? nil
        : session.skipped[question.id].map { reason in
          let label = wording.texts.label(of: question.id)
          return Document.Text(reason.isEmpty ? label : "\(label): \(reason)")
        }
    }
    return lines.isEmpty ? [] : [.bullets(lines)]
  }
}
