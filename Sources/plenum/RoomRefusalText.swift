import Workshop

/// The words for refusals of what is asked for beside the answers. One sentence each.
struct RoomRefusalText {
  let session: Session
  let wording: Wording

  private var language: Language { wording.language }

  /// The sentence for a refusal.
  func sentence(_ refusal: RoomRefusal) -> String {
    switch refusal {
    case .unknownAside(let typed, let open):
      open.isEmpty
        ? language.sentence("aside.nothing-to-close", ["typed": typed])
        : language.sentence(
          "aside.unknown", ["typed": typed, "open": open.map(\.rawValue).joined(separator: ", ")])
    case .presenceNotAsked: language.sentence("people.presence-not-asked")
    case .unknownVerb(let typed, let command, let known):
      language.sentence(
        "people.unknown-verb",
        ["typed": typed, "command": "/" + command.shown(in: language), "known": known.joined(separator: ", ")])
    case .closedAlready(let handle): language.sentence("aside.closed-already", ["answer": handle.rawValue])
    case .notADay(let typed):
      language.sentence(
        "aside.not-a-day",
        ["typed": typed, "example": Day(year: 2026, month: 12, day: 31).map(language.days.text) ?? ""])
    case .textTooLong(let length, let limit):
      language.sentence("aside.too-long", ["length": String(length), "limit": String(limit)])
    }
  }
}
