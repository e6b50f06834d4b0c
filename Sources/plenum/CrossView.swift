import LineEditor
import Workshop

/// A grid of four rows as a cross: strengths beside weaknesses, opportunities beside threats.
struct CrossView {
  let session: Session
  let wording: Wording
  let columns: Int

  /// The grid that is shown as a cross: the first with four rows of their own.
  private var question: (question: Question, grid: Grid)? {
    session.method.questions.lazy.compactMap { question -> (Question, Grid)? in
      guard case .grid(let grid) = question.kind, case .perRow(let series) = question.handles, series.count == 4 else {
        return nil
      }
      return (question, grid)
    }.first
  }

  /// The four fields, two beside two where the window is wide enough.
  func lines() throws(Refusal) -> [StyledText] {
    guard let (question, grid) = question else { throw .room(.noCross) }
    let fields = session.rows(of: grid.rows, of: question, in: wording).map { field($0, of: question) }
    let heading = StyledText(wording.texts.label(of: question.id), .bold)
    guard columns >= 60, fields.count == 4 else {
      return [heading] + fields.flatMap { $0.flatMap { $0.wrapped(to: columns, indent: 5) } }
    }
    let width = (columns - 3) / 2
    let rule = String(repeating: "─", count: width)
    return [heading] + beside(fields[0], fields[1], width) + [StyledText(rule + "─┼─" + rule)]
      + beside(fields[2], fields[3], width)
  }

  private func field(_ row: GridRow, of question: Question) -> [StyledText] {
    let answers = session.answers(to: question.id).filter { $0.place?.row == row.id }
    let items = answers.map { answer in
      StyledText(session.isStarred(answer) ? "★ " : "  ") + StyledText(answer.handle.rawValue + " ", .bold)
        + StyledText(session.shownShort(answer, in: wording))
    }
    let none = StyledText("  " + wording.language.sentence("look.no-answers"))
    return [StyledText(row.label, .bold)] + (items.isEmpty ? [none] : items)
  }

  private func beside(_ left: [StyledText], _ right: [StyledText], _ width: Int) -> [StyledText] {
    let rows = [left, right].map { $0.flatMap { $0.wrapped(to: width, indent: 5) } }
    return (0..<max(rows[0].count, rows[1].count)).map { place in
      let first = rows[0].indices.contains(place) ? rows[0][place] : ""
      let second = rows[1].indices.contains(place) ? rows[1][place] : ""
      return first + StyledText(String(repeating: " ", count: width - first.width) + " │ ") + second
    }
  }
}
