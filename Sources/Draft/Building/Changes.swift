import Workshop

extension Session {
  /// The answers that are new or say something else than in an older state of the same session.
  func changes(since older: Session) -> [Handle: Document.Change] {
    var changes: [Handle: Document.Change] = [:]
    for question in method.questions {
      let before = Dictionary(older.answers(to: question.id).map { ($0.id, $0) }) { first, _ in first }
      for answer in answers(to: question.id) {
        switch before[answer.id] {
        case nil: changes[answer.handle] = .added
        case let old? where old.cells != answer.cells || old.place != answer.place: changes[answer.handle] = .revised
        case _?: break
        }
      }
    }
    return changes
  }

  /// The answers that the room has decided: those that a vote chose, those that a decision names by their handles, and
  /// those under the question at which a decision was taken that names none.
  var decided: Set<Handle> {
    var decided = starred
    for decision in sideItems(.decision) where !decision.isGap {
      let words = decision.text.split { !$0.isLetter && !$0.isNumber }.map { Handle(String($0)) }
      let named = words.compactMap { answer($0)?.handle }
      let there = decision.question.map { answers(to: $0).map(\.handle) } ?? []
      decided.formUnion(named.isEmpty ? there : named)
    }
    return decided
  }
}

extension DocumentBuilder {
  /// A part that says how much has changed, and what is gone: that stands nowhere else any more.
  func losses(since older: Session) -> Document.Part {
    let changes = session.changes(since: older)
    let added = changes.values.count { $0 == .added }
    let gone = session.method.questions.flatMap { question in
      let left = Set(session.answers(to: question.id).map(\.id))
      return older.answers(to: question.id).filter { !left.contains($0.id) }.map { answer in
        let text = older.shownShort(answer, in: localization)
        return Document.Text(
          word("draft.removed", ["question": localization.texts.label(of: question.id), "text": text]),
          from: [answer.handle])
      }
    }
    let summary = word(
      "draft.changes",
      ["added": String(added), "revised": String(changes.count - added), "removed": String(gone.count)])
    return Document.Part(
      id: "changes", title: word("draft.changes-title"), state: nil, status: nil,
      blocks: [.paragraph(Document.Text(summary))] + (gone.isEmpty ? [] : [.list(gone, isNumbered: false)]))
  }
}
