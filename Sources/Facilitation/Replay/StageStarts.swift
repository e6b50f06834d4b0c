package import Workshop

/// Where the stages begin in what is played.
package struct StageStarts {
  /// A stage, and how many steps are played before the room comes to it.
  package struct Start: Equatable {
    package var stage: StageID
    package var position: Int
  }

  package let starts: [Start]

  /// Finds out by playing all of it.
  package init(in engine: ReplayEngine) {
    var ahead = engine.forgettingTheWay
    ahead.go(to: 0)
    var starts: [Start] = []
    func note() {
      let session = ahead.interpreter.session
      guard let stage = session.position.flatMap(session.method.location)?.stage.id,
        !starts.contains(where: { $0.stage == stage })
      else { return }
      starts.append(Start(stage: stage, position: ahead.position))
    }
    note()
    while !ahead.isAtEnd {
      _ = ahead.advance(showing: false)
      note()
    }
    self.starts = starts
  }

  /// The place among them of the stage that a position is in.
  package func place(of position: Int) -> Int { starts.lastIndex { $0.position <= position } ?? 0 }
}
