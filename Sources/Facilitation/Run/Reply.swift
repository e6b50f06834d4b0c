package import Draft
package import Text
package import Workshop

/// Everything that comes of an input, for whoever carries it out: nothing of it has to be found out again.
package struct Reply {
  /// What happened; none where something was only looked at.
  package var events: [Event] = []
  /// What the room is told, in one sentence; nil where the screen says it already.
  package var sentence: String?
  /// What is shown for it.
  package var display = Display.nothing
  /// What is left to be done outside of the session; nil when nothing is.
  package var effect: Effect?

  package init(events: [Event] = [], sentence: String? = nil, effect: Effect? = nil) {
    (self.events, self.sentence, self.effect) = (events, sentence, effect)
  }

  /// What is shown, and how long.
  package enum Display: Equatable {
    /// Nothing but the question.
    case nothing
    /// Lines that can be read beside the question, where the window has room for them.
    case lines([StyledText])
    /// Lines that stay until somebody goes on.
    case page([StyledText])
    /// Lines that the screen of the question has already, for a screen that is only added to, and lines that it has not,
    /// to be read before them.
    case onScreen([StyledText], after: [StyledText] = [])

    /// The lines, wherever they are shown.
    package var all: [StyledText] {
      switch self {
      case .nothing: []
      case .lines(let lines), .page(let lines): lines
      case .onScreen(let lines, let before): before + lines
      }
    }
  }

  /// Something outside of the session, as a value.
  package enum Effect {
    /// The draft as files, in these formats.
    case export([ExportFormat])
    /// The usual draft, because the end was reached.
    case writeDraft
    /// Everything to another folder, to go on there.
    case save(to: String)
    /// A worksheet for each group about these questions.
    case writeWorksheets([Question])
    /// The text of an answer, or of something said beside the questions, into the line, to be changed there.
    case edit(target: String, text: String)
    /// A text in the person's own editor: that of an answer, or a new one where the target is empty.
    case compose(target: String, text: String)
    /// A text into the line, to be changed and entered.
    case offer(String)
    /// The line that was refused last into the line, to be changed.
    case mend
    /// The room opened to phones or closed to them, or something else about them.
    case phones(PhonesCommand)
    /// The window is cleared of what was shown before.
    case clearScreen
    /// What is hidden now leaves every other file.
    case forget(Redactions)
    /// The facilitator leaves.
    case leave(isSaved: Bool)

    /// Whether somebody asked for it who would miss it where it is not carried out. Texts into the line are shown instead,
    /// and what follows by itself is done at the end.
    package var isMissed: Bool {
      switch self {
      case .export, .save, .writeWorksheets, .compose: true
      // A script says what came from phones.
      case .phones: false
      case .writeDraft, .edit, .offer, .mend, .clearScreen, .forget, .leave: false
      }
    }
  }

  /// The answer as plain text, as a script expects it.
  package var texts: [String] {
    ((sentence.map { [$0] } ?? []) + display.all.map(\.plainText)).map(\.trimmedAtEnd)
  }
}
