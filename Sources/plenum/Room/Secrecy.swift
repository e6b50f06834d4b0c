import LineEditor
import Workshop

/// Which typed lines are kept out of the history, and which must not be read over the facilitator's shoulder.
struct Secrecy {
  let session: Session
  let language: Language
  /// The answer or the aside whose new text is being typed.
  let editing: String?

  /// Whether a line is kept out of the history: votes that nobody shall see, private notes, what is not recorded, and a
  /// name that is to be hidden.
  func isPrivate(_ line: String) -> Bool {
    if session.isOffRecord || isOfNote || session.privatePart(of: line, in: language) != nil { return true }
    if case .pseudonym? = try? Command(parsing: line, in: language) { return true }
    return session.openVote != nil && (!line.hasPrefix("/") || line.hasPrefix("//"))
  }

  /// Where what only the facilitator may read begins in a line, in a window that the room looks at.
  func conceals(_ line: String) -> Int? {
    session.isShared ? session.privatePart(of: line, in: language) : nil
  }

  private var isOfNote: Bool { editing.flatMap(session.aside)?.id.kind == .note }
}

extension LiveRoom {
  /// What of the next line is for the facilitator alone.
  var secrecy: Secrecy { Secrecy(session: session, language: language, editing: editing) }

  /// That the room looks at this window, where nothing above the prompt says so.
  var stateOfWindow: StyledText {
    guard session.isShared, editor.mode == .plain else { return "" }
    return StyledText(language.sentence("screen.shared"), .bold) + " · "
  }
}
