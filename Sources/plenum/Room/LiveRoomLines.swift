import LineEditor
import Workshop

// Lines that are not simply typed: the new text of an answer, a paste, a text from the person's own editor.
extension LiveRoom {
  /// A line as it was typed, or the edit it stands for while an answer is being changed; a command ends that.
  mutating func typed(_ line: String) -> String {
    guard let target = editing else { return line }
    editing = nil
    let isCommand = line.trimmed.hasPrefix("/") && !line.trimmed.hasPrefix("//")
    return isCommand || line.trimmed.isEmpty ? line : "/edit \(target) \(line)"
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
    waiting = lines.map(literal)
  }

  /// The old text of an answer into the line, to be changed there.
  mutating func giveOut(_ target: String) {
    guard let old = oldText(of: target) else { return }
    if editor.mode == .piped {
      say(.said(language.sentence("reply.current", ["answer": target, "text": old])))
    } else {
      editing = target
      text = old
    }
  }

  func oldText(of target: String) -> String? {
    if let aside = session.aside(called: target) { return AsideText(wording: room.wording).typed(aside) }
    return (try? session.find(answer: target)).map { session.typed($0, in: room.wording) }
  }

  /// An answer that the question offers into the line, to be changed there.
  mutating func giveOut(suggestion number: String) throws(Room.Hindrance) {
    do throws(Refusal) { text = try session.suggestion(number, in: room.wording) } catch { throw .refused(error) }
  }

  /// A text from the person's own editor, as lines; nil when there is none, which is said.
  mutating func edited(_ text: String) -> [String]? {
    guard editor.mode != .piped else { return nil }
    do throws(ExternalEditorError) {
      return try editor.edit(text, environment: environment).split(separator: "\n").map(\.trimmed)
        .filter { !$0.isEmpty }
    } catch {
      say(.refused(language.sentence("editor.failed")))
      return nil
    }
  }

  /// An answer into the editor, and back into the line for a last look; a new text of several lines is answers.
  mutating func openEditor(on target: String) {
    let old = target.isEmpty ? nil : oldText(of: target)
    guard let lines = edited(old ?? "") else { return }
    if old != nil { editing = target }
    take(lines)
  }

  /// A line that is meant as it is: a slash in it is no command.
  private func literal(_ line: String) -> String {
    line.trimmed.hasPrefix("/") ? "/" + line.trimmed : line
  }
}
