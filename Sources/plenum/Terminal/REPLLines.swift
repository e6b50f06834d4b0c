import Facilitation
import LineEditor
import Text
import Workshop

// Lines that are not simply typed: the new text of an answer, a paste, a text from the person's own editor.
extension REPL {
  /// A line as it was typed, or the new text of the answer that is being changed; a command ends that.
  mutating func entered(_ line: String) -> Input {
    guard let target = editing else { return .typed(line) }
    editing = nil
    return line.namesCommand || line.trimmed.isEmpty ? .typed(line) : .revision(of: target, text: line)
  }

  /// Several lines at once, from a paste or an editor: each is an answer where the question takes several, else they are
  /// one text that is looked at first. None of them is a command.
  mutating func take(_ lines: [String]) {
    let lines = lines.map(\.trimmed).filter { !$0.isEmpty }
    let question = session.position.flatMap(session.method.question)
    let isOneText = editing != nil || session.asking != nil || session.hasEnded || question?.holdsOne != false
    guard lines.count > 1, !isOneText else {
      text = lines.joined(separator: " ")
      return
    }
    text = ""
    waiting = lines
  }

  /// A text from the person's own editor, as lines; nil when there is none, which is said.
  mutating func edited(_ text: String) -> [String]? {
    do throws(ExternalEditorError) {
      guard editor.mode != .piped else { throw ExternalEditorError.noEditor(tried: []) }
      return try editor.edit(text, environment: system.environment).split(separator: "\n").map(\.trimmed)
        .filter { !$0.isEmpty }
    } catch {
      refuse(language.sentence("editor.failed"))
      return nil
    }
  }

  /// A text into the person's own editor, and back into the line for a last look; a new text of several lines is answers.
  mutating func compose(_ target: String, _ text: String) {
    guard let lines = edited(text) else { return }
    if !target.isEmpty { editing = target }
    take(lines)
  }
}
