internal import Text
import Workshop

/// Single cells and names, as the draft shows them.
extension DocumentBuilder {
  /// A cell as the draft shows it; an empty one that must be given is a visible gap.
  ///
  /// - Parameters:
  ///   - place: The place of its column.
  ///   - answer: The answer it belongs to.
  ///   - isShort: Whether others are named by their handles and initials alone.
  /// - Returns: The text, with the answer it came from.
  func cell(_ place: Int, of answer: Answer, isShort: Bool = false) -> Document.Text {
    let columns = session.method.columns(of: answer.id.question)
    let column = columns.indices.contains(place) ? columns[place] : nil
    let cell = answer.cell(at: place)
    if !cell.isEmpty { return filled(cell, place, column, of: answer, isShort: isShort && !form.namesAlone) }
    guard let column, column.isRequired, column.isAsked(in: session.run) else { return Document.Text("") }
    let label = localization.texts.label(of: column.id, in: answer.id.question)
    return Document.Text(gap(labelled: label), from: [answer.handle], isGap: true)
  }

  private func filled(
    _ cell: String, _ place: Int, _ column: Column?, of answer: Answer, isShort: Bool
  ) -> Document.Text {
    switch column?.type {
    case .reference, .references:
      let handles = Answer.values(in: cell)
      let only = handles.count == 1 ? handles.first.map { Handle($0) } : nil
      let text =
        isShort
        ? handles.joined(separator: ", ")
        : handles.map { name(of: Handle($0)) }.joined(separator: handles.count > 1 ? "; " : "")
      return Document.Text(text, from: [answer.handle], to: only)
    case .person, .persons:
      let style: Session.NamingStyle = isShort ? .handles : .names
      return Document.Text(session.shown(place, of: answer, in: localization, style: style), from: [answer.handle])
    case .text, .texts, nil:
      let text = session.shown(place, of: answer, in: localization, style: .names)
      return Document.Text(form.namesAlone ? spelledOut(text) : text, from: [answer.handle])
    case .number, .date, .duration, .choice, .multi, .suggestion, .yesNo, .scale, .kpi, .frequency, .repeats:
      return Document.Text(session.shown(place, of: answer, in: localization, style: .names), from: [answer.handle])
    }
  }

  /// What a handle stands for; without the handle itself in a document for those who decide.
  func name(of handle: Handle) -> String {
    guard let answer = session.answer(handle) else { return session.name(of: handle, in: localization) }
    return name(of: answer)
  }

  /// An answer by its handle and text; by its text alone in a document for those who decide.
  func name(of answer: Answer) -> String {
    let text = known(answer)
    if text.isEmpty {
      let label = localization.texts.label(of: answer.id.question)
      return answer.id.series == nil || form.namesAlone
        ? "\(label) \(session.name(onScreen: answer.id))" : answer.handle.rawValue
    }
    return answer.id.series == nil || form.namesAlone ? text : "\(answer.handle) \(text)"
  }

  /// What an answer is known by: its first cell where that is a choice, as a network is; else its first text.
  func known(_ answer: Answer) -> String {
    let text = knownAsWritten(answer)
    return form.namesAlone ? spelledOut(text) : text
  }

  private func knownAsWritten(_ answer: Answer) -> String {
    if case .choice = session.method.columns(of: answer.id.question).first?.type, answer.place == nil,
      !answer.cell(at: 0).isEmpty, case .series = session.method.question(answer.id.question)?.handles
    {
      return session.shown(0, of: answer, in: localization)
    }
    return session.shownShort(answer, in: localization)
  }

  /// A label with a question mark, where something is missing; as it is written, since German nouns and abbreviations
  /// keep their capitals.
  func gap(labelled label: String) -> String { word("draft.gap", ["what": label]) }

  /// The best of some answers by a vote, first and marked, and no more than are wanted.
  func chosen(_ answers: [Answer], by selection: Section.Selection) -> [(answer: Answer, isStarred: Bool)] {
    // Where but one is shown, there is nothing to mark it out from.
    if selection.most == 1 {
      let best = Section.Selection(voted: selection.voted)
      return chosen(answers, by: best).prefix(1).map { ($0.answer, false) }
    }
    guard let vote = selection.voted, let question = session.method.question(vote), session.isAnswered(vote) else {
      // What the room chose by a vote of its own goes first.
      let marked = answers.map { (answer: $0, isStarred: session.isStarred($0)) }
      let ordered =
        marked.contains(where: \.isStarred) ? marked.filter(\.isStarred) + marked.filter { !$0.isStarred } : marked
      return selection.most.map { Array(ordered.prefix($0)) } ?? ordered
    }
    var votes: [String: Double] = [:]
    for ballot in session.readableAnswers(to: vote) { votes[ballot.cell(at: 0)] = Double(ballot.cell(at: 1)) ?? 1 }
    let ranked = answers.enumerated().sorted { left, right in
      let (first, second) = (votes[left.element.handle.rawValue] ?? -1, votes[right.element.handle.rawValue] ?? -1)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    let most = question.most(in: session.run)
    let winners = Set(votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key))
    return ranked.prefix(selection.most ?? ranked.count).map {
      // Where just one is asked for, other votes on the same answers add no star.
      ($0, winners.contains($0.handle.rawValue) || (most > 1 && session.isStarred($0)))
    }
  }

  /// A text with the star of what was chosen.
  func starred(_ text: Document.Text) -> Document.Text {
    var text = text
    text.text = "★ " + text.text
    return text
  }
}
