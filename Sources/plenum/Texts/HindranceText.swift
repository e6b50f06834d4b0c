import Journal
import Method
import Workshop

/// The words for whatever keeps a line from happening.
struct HindranceText {
  let session: Session
  let wording: Wording

  /// The sentence for it.
  func sentence(_ hindrance: Room.Hindrance) -> String {
    switch hindrance {
    case .refused(let refusal): RefusalText(session: session, wording: wording).sentence(refusal)
    case .notSaved(.lockedElsewhere, _): wording.language.sentence("saving.looking-refused")
    case .notSaved(let error, let file): JournalErrorText(language: wording.language, file: file).sentence(error)
    case .unsaved(let count): SavingText(language: wording.language).leaving(count)
    case .noWords(let error): MethodErrorText(language: wording.language).sentence(error)
    case .unreadableCue(let line):
      wording.language.sentence("files.unreadable-cue", ["typed": line.count > 60 ? line.prefix(59) + "…" : line])
    }
  }
}
