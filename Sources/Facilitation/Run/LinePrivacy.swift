package import Workshop

/// Which typed lines are kept out of the history, and which must not be read over the facilitator's shoulder.
package struct LinePrivacy {
  package let session: Session
  package let language: Language
  /// The answer or the side item whose new text is being typed.
  package let editing: String?

  package init(session: Session, language: Language, editing: String?) {
    (self.session, self.language, self.editing) = (session, language, editing)
  }

  /// Whether a line is kept out of the history: votes that nobody shall see, private notes, what is not recorded, and a
  /// name that is to be hidden.
  package func isPrivate(_ line: String) -> Bool {
    if session.privacy.isOffRecord || isOfNote || session.privatePart(of: line, in: language) != nil { return true }
    if case .privacy(.pseudonym)? = try? Command(parsing: line, in: language) { return true }
    return session.openVote != nil && !line.namesCommand
  }

  /// Where what only the facilitator may read begins in a line, in a window that the room looks at.
  package func conceals(_ line: String) -> Int? {
    session.screen.isShared ? session.privatePart(of: line, in: language) : nil
  }

  private var isOfNote: Bool { editing.flatMap(session.sideItem)?.id.kind == .note }
}
