package import Text
package import Workshop

/// The answers to a question as what they are: a cross, a flower, a matrix, scales, or a list.
package struct ShapeView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  /// The lines; none when nothing has been said.
  package func lines(_ question: Question) -> [StyledText] {
    let list = AnswerLines(session: session, localization: localization, columns: columns).lines(question)
    guard !list.isEmpty else { return list }
    if let cross = CrossView(session: session, localization: localization, columns: columns).lines(question) {
      return cross
    }
    if let flower = FlowerView(session: session, localization: localization, columns: columns).lines(question) {
      return flower
    }
    guard case .grid(let grid) = question.kind else { return list }
    if let axis = grid.across {
      let matrix = MatrixView(session: session, localization: localization, columns: columns).lines(
        question, grid, axis)
      return matrix ?? list
    }
    return ScaleView(session: session, localization: localization, columns: columns).lines(question, grid) ?? list
  }
}
