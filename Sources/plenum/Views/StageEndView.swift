import LineEditor
import Workshop

/// What is said when a stage is left: what is amiss in it, and the points that were parked; at the end, how the time went.
struct StageEndView {
  let session: Session
  let wording: Wording
  let columns: Int
  let now: Moment

  /// The stage that was left: the room stood before a question of it, and stands somewhere else now.
  func stageLeft(by question: QuestionID?, hadEnded: Bool) -> Stage? {
    guard let stage = question.flatMap(session.method.location)?.stage, !hadEnded,
      session.hasEnded || session.position.flatMap(session.method.location)?.stage.id != stage.id
    else { return nil }
    return stage
  }

  /// What is amiss in a stage.
  func findings(in stage: Stage) -> [StyledText] {
    FindingView(session: session, wording: wording, columns: columns).lines(leaving: stage)
  }

  /// What somebody must have read before the room goes on: parked points, and at the end how the time went.
  func lines(leaving stage: Stage) -> [StyledText] {
    parked(leaving: stage)
      + (session.hasEnded ? TimeView(session: session, wording: wording, columns: columns, now: now).lines : [])
  }

  private func parked(leaving stage: Stage) -> [StyledText] {
    let open = session.asides(.parked).filter(\.isWaiting)
    guard !open.isEmpty else { return [] }
    let language = wording.language
    let name = wording.texts.stages[stage.id] ?? stage.id.rawValue
    let view = RoomLookView(session: session, wording: wording, columns: columns)
    return [StyledText(language.sentence("aside.comes-back", ["stage": name], count: open.count), .bold)]
      + open.flatMap(view.lines) + [StyledText(language.sentence("aside.deal-with"))]
  }
}
