package import Text
package import Workshop

/// A grid with two directions as a table: its rows down, its columns across, what stands where they meet.
package struct MatrixView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  /// The narrowest column that can be read.
  private static let narrowest = 14

  /// The table; nil when the window is too narrow for it, or nothing has been said.
  package func lines(_ question: Question, _ grid: Grid, _ axis: Grid.Axis) -> [StyledText]? {
    let answers = session.answers(to: question.id)
    let used = Set(answers.compactMap { $0.place?.across })
    let rows = session.rows(of: grid.rows, of: question, in: localization)
    let across = session.rows(of: axis, of: question, in: localization).filter { used.contains($0.id) }
    guard !across.isEmpty, !rows.isEmpty else { return nil }
    let width = (columns - 3 * across.count) / (across.count + 1)
    guard width >= MatrixView.narrowest else { return nil }
    let head = [StyledText("")] + across.map { StyledText($0.label, .bold) }
    let body = rows.map { row in
      [StyledText(row.label, .bold)]
        + across.map { column in
          let items = answers.filter { $0.place?.row == row.id && $0.place?.across == column.id }
          return StyledText(items.isEmpty ? "·" : items.map(text).joined(separator: "; "))
        }
    }
    let rule = Array(repeating: String(repeating: "─", count: width), count: across.count + 1)
      .joined(separator: "─┼─")
    return ([head] + body).map { beside($0, width: width) }.enumerated().flatMap { place, lines in
      place == 0 ? lines : [StyledText(rule)] + lines
    }
  }

  private func text(_ answer: Answer) -> String {
    session.typed(answer, in: localization, isWhole: true).replacing(" | ", with: ": ")
  }

  private func beside(_ cells: [StyledText], width: Int) -> [StyledText] {
    let wrapped = cells.map { $0.wrapped(to: width) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { place in
      var line = StyledText("")
      for (column, lines) in wrapped.enumerated() {
        let part = lines.indices.contains(place) ? lines[place] : ""
        let isLast = column == wrapped.count - 1
        line = line + part + StyledText(isLast ? "" : String(repeating: " ", count: width - part.width) + " │ ")
      }
      return line
    }
  }
}
