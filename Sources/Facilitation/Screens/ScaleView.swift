package import Text
package import Workshop

/// A grid whose cells are scales as dots: how it is beside how it should be, so that the widest gap is seen.
package struct ScaleView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  /// The rows with their dots; nil when the grid has no scales.
  package func lines(_ question: Question, _ grid: Grid) -> [StyledText]? {
    let scales = grid.columns.indices.compactMap { place -> (place: Int, range: ClosedRange<Int>)? in
      guard case .scale(let range) = grid.columns[place].type else { return nil }
      return (place, range)
    }
    guard !scales.isEmpty else { return nil }
    let rows = session.rows(of: grid.rows, of: question, in: localization)
    let width = min(rows.map { displayWidth(of: $0.label) }.max() ?? 0, columns / 2)
    return rows.flatMap { row -> [StyledText] in
      let answers = session.answers(to: question.id).filter { $0.place?.row == row.id }
      let label = StyledText(row.label, .bold).truncated(to: width)
      let head = StyledText("  ") + label + StyledText(String(repeating: " ", count: width - label.width + 2))
      guard let answer = answers.first else { return [head + StyledText("·")] }
      let dots = scales.map { self.dots(answer.cell(at: $0.place), in: $0.range) }.joined(separator: " → ")
      let rest = grid.columns.indices.filter { place in !scales.contains { $0.place == place } }
        .map { session.shown($0, of: answer, in: localization) }.filter { !$0.isEmpty }
      let words = rest.isEmpty ? [] : StyledText(rest.joined(separator: " · ")).wrapped(to: max(columns - 6, 20))
      return [head + StyledText(dots)] + words.map { StyledText("      ") + $0 }
    }
  }

  /// The number and as many full dots of all there are: the number is for those who cannot see dots.
  private func dots(_ cell: String, in range: ClosedRange<Int>) -> String {
    guard let value = Int(cell), range.contains(value) else { return "–" }
    let full = value - range.lowerBound + 1
    return "\(value) " + String(repeating: "●", count: full) + String(repeating: "○", count: range.count - full)
  }
}
