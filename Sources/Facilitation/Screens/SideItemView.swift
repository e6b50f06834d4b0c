package import Text
package import Workshop

/// What was said beside the questions, as the screen shows it.
package struct SideItemView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  private var language: Language { localization.language }

  /// All of a kind.
  package func lines(_ kind: SideItem.Kind) -> [StyledText] {
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

  /// A side item, its further rows under its first; what is closed has a sign of its own.
  package func lines(_ sideItem: SideItem) -> [StyledText] {
    let sign = sideItem.isOpen ? "· " : "✓ "
    return StyledText(SideItemText(localization: localization).shown(sideItem, in: session))
      .hanging(StyledText("  " + sign) + StyledText(sideItem.handle.rawValue + "  ", .bold), columns: columns)
  }
}
