import LineEditor
import Workshop

/// The answers to a question, a line each, as the room has given them.
struct AnswerLines {
  let session: Session
  let wording: Wording

  /// The lines, in the order of the answers; a grid has a line per row.
  func lines(_ question: Question) -> [StyledText] {
    let answers = session.answers(to: question.id)
    guard case .grid(let grid) = question.kind else {
      let width = answers.map { name($0).count }.max() ?? 0
      return answers.map { line($0, numberWidth: width) }
    }
    return session.rows(of: grid.rows, of: question, in: wording).compactMap { row in
      let items = answers.filter { $0.place?.row == row.id }.map { item($0, of: question, grid) }
      guard !items.isEmpty else { return nil }
      return StyledText("  ") + StyledText(row.label, .bold) + StyledText(": " + items.joined(separator: " · "))
    }
  }

  private func line(_ answer: Answer, numberWidth: Int) -> StyledText {
    let name = name(answer)
    let pad = String(repeating: " ", count: numberWidth - name.count)
    let speaker = answer.speaker.map { initials in
      let person = session.participants.first { $0.initials == initials }
      let first = person?.name.split(separator: " ").first.map(String.init)
      return "  " + wording.language.sentence("screen.speaker", ["name": first ?? initials])
    }
    return StyledText("  \(pad)") + StyledText(name, .bold)
      + StyledText("  " + session.typed(answer, in: wording, all: true) + (speaker ?? ""))
  }

  private func item(_ answer: Answer, of question: Question, _ grid: Grid) -> String {
    let text = session.typed(answer, in: wording, all: true)
    let across = answer.place?.across.map { column in
      let label = grid.across.flatMap { axis in
        session.rows(of: axis, of: question, in: wording).first { $0.id == column }?.label
      }
      return "× \(label ?? column): "
    }
    return (answer.id.series == nil ? "" : "\(answer.handle) ") + (across ?? "") + text
  }

  private func name(_ answer: Answer) -> String {
    answer.id.series == nil ? String(answer.id.number) : answer.handle.rawValue
  }
}
