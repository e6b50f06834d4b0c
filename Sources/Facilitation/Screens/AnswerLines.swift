package import Text
package import Workshop

/// The answers to a question as the room has given them, each with its further rows under its first.
package struct AnswerLines {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  package init(session: Session, localization: Localization, columns: Int) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
  }

  /// All lines.
  package func lines(_ question: Question) -> [StyledText] {
    entries(question).flatMap(\.self) + offRecordPeriods(question)
  }

  /// The lines of each answer, in the order of the answers; a grid has an entry per row.
  package func entries(_ question: Question) -> [[StyledText]] { latest(question, atMost: .max).entries }

  /// The lines of the latest answers, and how many answers stand above them. Only those are laid out: a room of a hundred
  /// thousand answers is painted as fast as one of twenty.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - count: How many entries may be shown; each takes a row or more.
  /// - Returns: The lines of each entry, and how many entries stand above them.
  package func latest(_ question: Question, atMost count: Int) -> (entries: [[StyledText]], earlier: Int) {
    let answers = session.answers(to: question.id)
    guard case .grid(let grid) = question.kind else {
      let shown = answers.suffix(count)
      let names = session.namesOnScreen(of: shown, after: answers.dropLast(shown.count))
      let width = names.map(\.count).max() ?? 0
      return (zip(shown, names).map { entry($0, named: $1, numberWidth: width) }, answers.count - shown.count)
    }
    let byRow = Dictionary(grouping: answers) { $0.place?.row }
    let rows = session.rows(of: grid.rows, of: question, in: localization).filter { byRow[$0.id] != nil }
    let shown = rows.suffix(count)
    let entries = shown.map { row in
      let items = (byRow[row.id] ?? []).map { item($0, of: question, grid) }
      let head = StyledText("  ") + StyledText(row.label + (grid.across == nil ? ": " : " "), .bold)
      return (head + StyledText(items.joined(separator: " · "))).wrapped(to: columns, indent: 4)
    }
    return (entries, rows.count - shown.count)
  }

  /// The times the room was off the record before the question.
  package func offRecordPeriods(_ question: Question) -> [StyledText] {
    session.privacy.offRecordPeriods.filter { $0.question == question.id }.map { silence in
      StyledText("  – " + localization.language.sentence("hiding.gap", count: silence.minutes))
    }
  }

  /// What stands for an answer: its text, or that it was removed.
  private func text(_ answer: Answer) -> String {
    session.privacy.redacted.contains(answer.id)
      ? localization.language.sentence("hiding.removed") : session.typed(answer, in: localization, isWhole: true)
  }

  /// The session that an answer comes from, where several were united.
  private func origin(_ answer: Answer) -> String {
    answer.origin.map { "  – " + $0.title } ?? ""
  }

  private func entry(_ answer: Answer, named name: String, numberWidth: Int) -> [StyledText] {
    let pad = String(repeating: " ", count: max(numberWidth - name.count, 0))
    let speaker = speaker(of: answer).map { "  " + $0 }
    let mark = session.toCheckAgain[answer.id] == nil ? "" : "  ↻ " + localization.language.sentence("look.check-again")
    let carried =
      session.isCarried(answer)
      ? "  ↷ "
        + localization.language.sentence(
          "iterations.carried", ["number": String(session.confirmation(of: answer))]) : ""
    let handedIn = answer.handedIn.map { "  " + localization.language.sentence("screen.speaker", ["name": $0]) } ?? ""
    let same =
      session.groups.joined[answer.handle].flatMap(session.answer).map { "  = " + session.name(onScreen: $0.id) } ?? ""
    let text = text(answer) + (speaker ?? "") + origin(answer) + handedIn + same + mark + carried
    let star = session.isStarred(answer) ? "★ " : "  "
    return StyledText(text).hanging(
      StyledText("\(star)\(pad)") + StyledText(name + "  ", .bold), columns: columns)
  }

  private func speaker(of answer: Answer) -> String? {
    answer.speaker.map { localization.language.sentence("screen.speaker", ["name": session.firstName(of: $0)]) }
  }

  private func item(_ answer: Answer, of question: Question, _ grid: Grid) -> String {
    let text = text(answer) + (answer.origin.map { " (\($0.title))" } ?? "")
    let across = answer.place?.across.map { column in
      let label = grid.across.flatMap { axis in
        session.rows(of: axis, of: question, in: localization).first { $0.id == column }?.label
      }
      return "× \(label ?? column): "
    }
    let speaker = speaker(of: answer).map { " " + $0 } ?? ""
    let star = session.isStarred(answer) ? "★ " : ""
    return star + (answer.id.series == nil ? "" : "\(answer.handle) ") + (across ?? "") + text + speaker
  }
}

extension StyledText {
  /// The text behind a head, its further rows under its first.
  package func hanging(_ head: StyledText, columns: Int) -> [StyledText] {
    // Beside a head that takes most of the window, nothing can be read.
    (head + self).wrapped(to: columns, indent: head.width > columns / 2 ? 2 : head.width)
  }
}
