package import Text
package import Workshop

/// What falls into four fields as a cross: strengths beside weaknesses, opportunities beside threats, and what follows from
/// each two of them.
package struct CrossView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  /// The question that is shown as a cross when none is named: the first grid of four rows of their own.
  private var first: Question? {
    session.method.questions.first { question in
      if case .grid = question.kind, case .perRow(let series) = question.handles { series.count == 4 } else { false }
    }
  }

  /// The cross of the method.
  package func lines() throws(Refusal) -> [StyledText] {
    guard let question = first, let cross = lines(question) else { throw .noCross }
    return [StyledText(localization.texts.label(of: question.id), .bold)] + cross
  }

  /// The four fields of a question, two beside two where the window is wide enough; nil when it has not four.
  package func lines(_ question: Question) -> [StyledText]? {
    guard let fields = fields(question) else { return nil }
    guard columns >= 60 else { return fields.flatMap { $0.flatMap { $0.wrapped(to: columns, indent: 5) } } }
    let width = (columns - 3) / 2
    let rule = String(repeating: "─", count: width)
    return beside(fields[0], fields[1], width) + [StyledText(rule + "─┼─" + rule)]
      + beside(fields[2], fields[3], width)
  }

  /// The rows of a grid, or the answers of a table by the series that their first cell gives them.
  private func fields(_ question: Question) -> [[StyledText]]? {
    let answers = session.answers(to: question.id)
    switch (question.kind, question.handles) {
    case (.grid(let grid), .perRow(let series)) where series.count == 4:
      return session.rows(of: grid.rows, of: question, in: localization).map { row in
        field(row.label, answers.filter { $0.place?.row == row.id })
      }
    case (.table, .perOption(let series)) where series.count == 4:
      return series.map { name in
        field(
          localization.texts.questions[question.id]?.options[OptionID(name)] ?? name,
          answers.filter { $0.id.series == name }
        )
      }
    case _: return nil
    }
  }

  private func field(_ label: String, _ answers: [Answer]) -> [StyledText] {
    let items = answers.map { answer in
      StyledText(session.isStarred(answer) ? "★ " : "  ") + StyledText(answer.handle.rawValue + " ", .bold)
        + StyledText(session.shownShort(answer, in: localization))
    }
    let none = StyledText("  " + localization.language.sentence("look.no-answers"))
    return [StyledText(label, .bold)] + (items.isEmpty ? [none] : items)
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
