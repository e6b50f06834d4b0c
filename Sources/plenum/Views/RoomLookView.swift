import LineEditor
import Workshop

/// What the commands that only look show of what stands beside the answers.
struct RoomLookView {
  let session: Session
  let wording: Wording
  let columns: Int

  private var language: Language { wording.language }

  /// The lines for a look.
  ///
  /// - Throws: A refusal when what is to be looked at does not exist.
  func lines(_ look: RoomLook) throws(Refusal) -> [StyledText] {
    switch look {
    case .asides(let kind): asides(kind)
    case .time: []
    case .moods(let round): MoodView(session: session, wording: wording, columns: columns).lines(round)
    case .groups: GroupView(session: session, wording: wording, columns: columns).groups
    case .similar:
      session.position.map { GroupView(session: session, wording: wording, columns: columns).similar(at: $0) } ?? []
    case .swot: try CrossView(session: session, wording: wording, columns: columns).lines()
    case .votes: VoteView(session: session, wording: wording, columns: columns).results
    case .contributions: PeopleView(session: session, wording: wording, columns: columns).contributions
    }
  }

  private func asides(_ kind: Aside.Kind) -> [StyledText] {
    let (heading, nothing) =
      switch kind {
      case .parked: ("aside.parked", "aside.nothing-parked")
      case .decision: ("aside.decisions", "aside.no-decisions")
      case .task: ("aside.tasks", "aside.no-tasks")
      case .note: ("aside.notes", "aside.no-notes")
      }
    let asides = session.asides(kind)
    guard !asides.isEmpty else { return [StyledText(language.sentence(nothing))] }
    return [StyledText(language.sentence(heading), .bold)] + asides.flatMap(lines)
  }

  /// An aside, its further rows under its first; what is closed has a sign of its own.
  func lines(_ aside: Aside) -> [StyledText] {
    let sign = aside.isOpen ? "· " : "✓ "
    return StyledText(AsideText(wording: wording).shown(aside, in: session))
      .hanging(StyledText("  " + sign) + StyledText(aside.handle.rawValue + "  ", .bold), columns: columns)
  }
}
