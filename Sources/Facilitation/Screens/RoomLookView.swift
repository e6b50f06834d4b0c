package import Text
package import Workshop

/// What the commands that only look show of what stands beside the answers.
package struct RoomLookView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  private var language: Language { localization.language }

  /// The lines for a look.
  ///
  /// - Throws: A refusal when what is to be looked at does not exist.
  package func lines(_ look: RoomLook) throws(Refusal) -> [StyledText] {
    switch look {
    case .sideItems(let kind): sideItems(kind)
    case .time: []
    case .checkIns(let round): CheckInView(session: session, localization: localization, columns: columns).lines(round)
    case .groups: GroupView(session: session, localization: localization, columns: columns).groups
    case .similar:
      session.position.map { GroupView(session: session, localization: localization, columns: columns).similar(at: $0) }
        ?? []
    case .swot: try CrossView(session: session, localization: localization, columns: columns).lines()
    case .votes: VoteView(session: session, localization: localization, columns: columns).results
    case .contributions: PeopleView(session: session, localization: localization, columns: columns).contributions
    }
  }

  private func sideItems(_ kind: SideItem.Kind) -> [StyledText] {
    let (heading, nothing) =
      switch kind {
      case .parked: ("aside.parked", "aside.nothing-parked")
      case .decision: ("aside.decisions", "aside.no-decisions")
      case .task: ("aside.tasks", "aside.no-tasks")
      case .note: ("aside.notes", "aside.no-notes")
      }
    let sideItems = session.sideItems(kind)
    guard !sideItems.isEmpty else { return [StyledText(language.sentence(nothing))] }
    return [StyledText(language.sentence(heading), .bold)] + sideItems.flatMap(lines)
  }

  /// An aside, its further rows under its first; what is closed has a sign of its own.
  package func lines(_ sideItem: SideItem) -> [StyledText] {
    let sign = sideItem.isOpen ? "· " : "✓ "
    return StyledText(SideItemText(localization: localization).shown(sideItem, in: session))
      .hanging(StyledText("  " + sign) + StyledText(sideItem.handle.rawValue + "  ", .bold), columns: columns)
  }
}
