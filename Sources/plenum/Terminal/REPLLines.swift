import Facilitation
import Journal
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
    let isOneText =
      editing != nil || !session.measures.asked.isEmpty || interpreter.importing != nil || session.hasEnded
      || question?.holdsOne != false
    guard lines.count > 1, !isOneText else {
      (text, isSelected) = (lines.joined(separator: " "), false)
      return
    }
    hear(rows: lines)
  }

  /// Several answers at once. One that is refused does not cost the others: it is listed with the reason, and offered to
  /// be mended.
  private mutating func hear(rows: [String]) {
    let (position, unsaved) = (session.position, interpreter.writer.unsaved.count)
    var (taken, left): (Int, [(row: String, reason: String)]) = (0, [])
    for row in rows {
      do throws(LineError) {
        let command = try interpreter.command(for: .row(row))
        _ = try interpreter.follow(command, isAnswered: false)
        taken += 1
      } catch {
        left.append((row, LineErrorText(session: session, localization: interpreter.localization).sentence(error)))
      }
    }
    reportSaving(unsaved)
    closePage()
    (text, isSelected, note) = ("", false, nil)
    if taken > 0, interpreter.writer.isSaved { say(.said(language.sentence("reply.rows-taken", count: taken))) }
    guard let first = left.first else { return }
    refusals += left.count
    let reasons = left.flatMap { [StyledText("  " + $0.row), StyledText("    " + $0.reason)] }
    present([StyledText(language.sentence("reply.rows-refused", count: left.count), .bold)] + reasons)
    (text, isSelected) = (Input.row(first.row).text, true)
    refused = (left.map { Input.row($0.row).text }, position)
  }

  /// After one of several refused rows was dealt with, the next is offered.
  mutating func offerNextRefused() {
    guard text.isEmpty, refused.lines.count > 1, refused.question == session.position else { return }
    refused.lines.removeFirst()
    (text, isSelected) = (refused.lines[0], true)
  }

  /// A text from the person's own editor, as lines; nil when there is none, which is said.
  mutating func edited(_ text: String) -> [String]? {
    do throws(ExternalEditorError) {
      guard editor.mode != .piped else { throw ExternalEditorError.noEditor(tried: []) }
      return try editor.edit(text, environment: system.environment).split(separator: "\n").map(\.trimmed)
        .filter { !$0.isEmpty }
    } catch {
      switch error {
      case .noEditor(let tried) where editor.mode != .piped:
        // Mended in the program itself.
        self.text = text
        say(
          .said(
            tried.first.map { language.sentence("editor.no-such-editor", ["editor": $0]) }
              ?? language.sentence("editor.no-editor-set")))
      case .noEditor, .failed, .file: refuse(language.sentence("editor.failed"))
      }
      return nil
    }
  }

  /// A text into the person's own editor, and back into the line for a last look; a new text of several lines is answers.
  mutating func compose(_ target: String, _ text: String) {
    let lines = edited(text)
    if !target.isEmpty, lines != nil || self.text == text { editing = target }
    if let lines { take(lines) }
  }
}
