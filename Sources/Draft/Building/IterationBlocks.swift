import Workshop

/// What iterations decided, changed and delivered.
extension DocumentBuilder {
  func iterations(_ block: Section.IterationBlock) -> [Document.Block] {
    guard session.isProject else { return [] }
    return switch block.span {
    case .changes: block.questions.flatMap { changes(at: $0, in: session) }
    case .iterations:
      (1...session.iterations.number).flatMap { number -> [Document.Block] in
        guard let state = session.asOf(iteration: number), let iteration = session.iteration(number) else { return [] }
        let told = workItems(of: state) + block.questions.flatMap { changes(at: $0, in: state) }
        return told.isEmpty ? [] : [.heading(Document.Text(heading(number, iteration)))] + aim(iteration) + told
      }
    case .focuses: focuses(block.questions)
    }
  }

  /// Work items with a sign for those that were delivered, and what came of them.
  func workItems(of state: Session) -> [Document.Block] {
    let items = state.workItems.map { item -> Document.Text in
      let text = state.shownShort(item, in: localization)
      guard let outcome = item.outcome else {
        return Document.Text(word("iterations.item-open", ["item": text]), from: linked(item.handle), isGap: true)
      }
      let done = word("iterations.item-done", ["item": text])
      return Document.Text(outcome.isEmpty ? done : "\(done) – \(outcome)", from: linked(item.handle))
    }
    return items.isEmpty ? [] : [.list(items, isNumbered: false)]
  }

  /// Where a text leads to: nowhere, where what an earlier iteration said is not there any more.
  private func linked(_ handle: Handle) -> [Handle] { session.answer(handle) == nil ? [] : [handle] }

  private func heading(_ number: Int, _ iteration: Iteration) -> String {
    let kind = session.method.label(ofIterationKind: iteration.kind, in: localization)
    let name = iteration.focus.isEmpty ? kind : "\(kind): \(iteration.focus)"
    let days = [iteration.begins, session.closing(of: number)].compactMap { $0.map(localization.language.days.text) }
    return word("iterations.heading", ["number": String(number), "name": name])
      + (days.isEmpty ? "" : " (\(days.joined(separator: " – ")))")
  }

  private func aim(_ iteration: Iteration) -> [Document.Block] {
    iteration.aim.isEmpty ? [] : [.paragraph(Document.Text(word("iterations.aim", ["aim": iteration.aim])))]
  }

  /// What an iteration did to the answers of a question, under the question's label; nothing where it did nothing.
  private func changes(at id: QuestionID, in state: Session) -> [Document.Block] {
    let changes = state.changes(at: id)
    guard !changes.isEmpty, let question = state.method.question(id) else { return [] }
    let isAnew = state.renewal(of: question) == .fresh
    let added = changes.added.map { answer in
      let text = told(answer, of: question, in: state)
      return Document.Text(isAnew ? text : word("iterations.new", ["answer": text]), from: linked(answer.handle))
    }
    let revised = changes.revised.flatMap { revision in
      revision.places.map { changed(revision, at: $0, of: question, in: state) }
    }
    let ended = changes.ended.map { answer in
      Document.Text(word("iterations.ended", ["answer": told(answer, of: question, in: state)]), from: [])
    }
    return [
      .heading(Document.Text(localization.texts.label(of: id))), .list(added + revised + ended, isNumbered: false),
    ]
  }

  private func changed(
    _ revision: IterationChanges.Revision, at place: Int, of question: Question, in state: Session
  ) -> Document.Text {
    func cell(_ answer: Answer) -> String {
      let text = state.shown(place, of: answer, in: localization, style: .names)
      return text.isEmpty ? "–" : text
    }
    let name = told(revision.before, of: question, in: state)
    let column = question.columns.indices.contains(place) ? question.columns[place].id : nil
    let label = column.map { localization.texts.label(of: $0, in: question.id) } ?? ""
    let isAlone = question.columns.count == 1
    return Document.Text(
      word(
        isAlone ? "iterations.changed-text" : "iterations.changed",
        ["answer": name, "column": label, "from": cell(revision.before), "to": cell(revision.after)]),
      from: linked(revision.after.handle))
  }

  /// An answer by its handle and text; those of several columns without a handle by their cells.
  private func told(_ answer: Answer, of question: Question, in state: Session) -> String {
    let text = state.shownShort(answer, in: localization)
    return answer.id.series == nil ? text : "\(answer.handle) \(text)"
  }

  /// A chapter for each function that an iteration took.
  private func focuses(_ questions: [QuestionID]) -> [Document.Block] {
    var names: [String] = []
    for number in 1...session.iterations.number {
      guard let iteration = session.iteration(number), iteration.kind == Iteration.focusKind, !iteration.focus.isEmpty,
        !names.contains(iteration.focus)
      else { continue }
      names.append(iteration.focus)
    }
    return names.flatMap { name -> [Document.Block] in
      let lines = questions.compactMap { id -> Document.Text? in
        let answers = session.readableAnswers(to: id).filter { session.focus(of: $0) == name }
        guard !answers.isEmpty else { return nil }
        let named = answers.map(self.name(of:)).joined(separator: "; ")
        return Document.Text("\(localization.texts.label(of: id)): \(named)", from: answers.map(\.handle))
      }
      return lines.isEmpty ? [] : [.heading(Document.Text(name)), .list(lines, isNumbered: false)]
    }
  }
}
