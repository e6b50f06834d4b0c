package import Text
package import Workshop

/// What is said when a stage is left: what is amiss in it, and the points that were parked; at the end, how the time went.
package struct StageEndView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  package let now: Moment

  package init(session: Session, localization: Localization, columns: Int, now: Moment) {
    (self.session, self.localization, self.columns, self.now) = (session, localization, columns, now)
  }

  /// The stage that was left: the room stood before a question of it, and stands somewhere else now.
  package func stageLeft(by question: QuestionID?, hadEnded: Bool) -> Stage? {
    guard let stage = question.flatMap(session.method.location)?.stage, !hadEnded,
      session.hasEnded || session.position.flatMap(session.method.location)?.stage.id != stage.id
    else { return nil }
    return stage
  }

  /// What is amiss in a stage.
  package func findings(in stage: Stage) -> [StyledText] {
    FindingView(session: session, localization: localization, columns: columns).lines(leaving: stage)
  }

  /// What somebody must have read before the room goes on: parked points, and at the end how the time went.
  package func lines(leaving stage: Stage) -> [StyledText] {
    parked(leaving: stage)
      + (session.hasEnded
        ? TimeView(session: session, localization: localization, columns: columns, now: now).lines : [])
  }

  private func parked(leaving stage: Stage) -> [StyledText] {
    let open = session.sideItems(.parked).filter(\.isWaiting)
    guard !open.isEmpty else { return [] }
    let language = localization.language
    let name = localization.texts.stages[stage.id] ?? stage.id.rawValue
    let view = SideItemView(session: session, localization: localization, columns: columns)
    return [StyledText(language.sentence("aside.comes-back", ["stage": name], count: open.count), .bold)]
      + open.flatMap(view.lines) + [StyledText(language.sentence("aside.deal-with"))]
  }
}
