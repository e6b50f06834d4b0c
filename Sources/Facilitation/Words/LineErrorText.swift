import Draft
import Journal
import Method
package import Workshop

/// The words for whatever keeps a line from happening.
package struct LineErrorText {
  package let session: Session
  package let localization: Localization

  package init(session: Session, localization: Localization) {
    (self.session, self.localization) = (session, localization)
  }

  /// The sentence for it.
  package func sentence(_ lineError: LineError) -> String {
    switch lineError {
    case .refused(let refusal): RefusalText(session: session, localization: localization).sentence(refusal)
    case .unusableFile(let refusal, let file):
      ImportText(language: localization.language).sentence(refusal, file: file)
    case .noValue(let refusal, let wanted):
      ImportText(language: localization.language).sentence(refusal, wanted: wanted)
    case .notSaved(.lockedElsewhere, _): localization.language.sentence("saving.looking-refused")
    case .notSaved(let error, let file): JournalErrorText(language: localization.language, file: file).sentence(error)
    case .unsaved(let count): SavingText(language: localization.language).leaving(count)
    case .noWords(let error): MethodErrorText(language: localization.language).sentence(error)
    case .unknownFormat(let typed):
      localization.language.sentence(
        "files.unknown-format",
        ["format": typed, "known": ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")])
    case .unreadableDirective(let line):
      localization.language.sentence("files.unreadable-cue", ["typed": line.count > 60 ? line.prefix(59) + "…" : line])
    }
  }
}
