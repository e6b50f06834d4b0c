package import Text
package import Workshop

/// A flower: the petals to the left and to the right of what holds them together, one under another where the window is
/// narrow.
package struct FlowerView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  /// The flower of a question that the draft draws as one; nil for any other.
  package func lines(_ question: Question) -> [StyledText]? {
    let figures = session.method.sections.flatMap(\.blocks).compactMap { block -> Section.Figure? in
      if case .figure(let figure) = block.content { figure } else { nil }
    }
    guard let flower = figures.first(where: { $0.kind == .flower && $0.question == question.id }) else { return nil }
    let petals = session.answers(to: question.id).map { petal($0, of: question, flower) }
    let heart = flower.heart.flatMap { session.answers(to: $0).first }.map { session.shownShort($0, in: localization) }
    let middle = StyledText("♥ ", .bold) + StyledText(heart ?? localization.language.sentence("look.no-answers"))
    guard columns >= 60, petals.count > 1 else {
      return middle.wrapped(to: columns, indent: 2) + petals.flatMap { $0.wrapped(to: columns, indent: 4) }
    }
    let half = (petals.count + 1) / 2
    let width = (columns - 3) / 2
    let above = stride(from: 0, to: half, by: 2).flatMap { beside(petals, $0, width) }
    let start = ((half + 1) / 2) * 2
    let below = stride(from: start, to: petals.count, by: 2).flatMap { beside(petals, $0, width) }
    return above + middle.wrapped(to: columns - 4, indent: 2).map { StyledText("    ") + $0 } + below
  }

  private func petal(_ answer: Answer, of question: Question, _ flower: Section.Figure) -> StyledText {
    let words = flower.columns.compactMap { column -> String? in
      guard let place = question.columns.firstIndex(where: { $0.id == column }) else { return nil }
      let text = session.shown(place, of: answer, in: localization)
      return text.isEmpty ? nil : text
    }
    return StyledText("❀ ") + StyledText(session.shown(0, of: answer, in: localization), .bold)
      + StyledText(words.isEmpty ? "" : " – " + words.joined(separator: ", "))
  }

  private func beside(_ petals: [StyledText], _ place: Int, _ width: Int) -> [StyledText] {
    let left = petals[place].wrapped(to: width, indent: 2)
    let right = petals.indices.contains(place + 1) ? petals[place + 1].wrapped(to: width, indent: 2) : []
    return (0..<max(left.count, right.count)).map { row in
      let first = left.indices.contains(row) ? left[row] : ""
      return first + StyledText(String(repeating: " ", count: width - first.width + 3))
        + (right.indices.contains(row) ? right[row] : "")
    }
  }
}
