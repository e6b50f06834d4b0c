import LineEditor
import Workshop

/// The answers to a question as what they are: a cross, a flower, a matrix, scales, or a list.
struct ShapeView {
  let session: Session
  let wording: Wording
  let columns: Int

  /// The lines; none when nothing has been said.
  func lines(_ question: Question) -> [StyledText] {
    let list = AnswerLines(session: session, wording: wording, columns: columns).lines(question)
    guard !list.isEmpty else { return list }
    if let cross = CrossView(session: session, wording: wording, columns: columns).lines(question) { return cross }
    if let flower = FlowerView(session: session, wording: wording, columns: columns).lines(question) { return flower }
    guard case .grid(let grid) = question.kind else { return list }
    if let axis = grid.across {
      let matrix = MatrixView(session: session, wording: wording, columns: columns).lines(question, grid, axis)
      return matrix ?? list
    }
    return ScaleView(session: session, wording: wording, columns: columns).lines(question, grid) ?? list
  }
}
