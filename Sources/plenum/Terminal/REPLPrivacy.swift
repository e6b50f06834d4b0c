import Facilitation
import LineEditor
import Text
import Workshop

extension REPL {
  /// What of the next line is for the facilitator alone.
  var privacy: LinePrivacy { LinePrivacy(session: session, language: language, editing: editing) }

  /// That the room looks at this window, where nothing above the prompt says so.
  var stateOfWindow: StyledText {
    guard session.screen.isShared, editor.mode == .plain else { return "" }
    return StyledText(language.sentence("screen.shared"), .bold) + " · "
  }
}
