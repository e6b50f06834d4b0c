import Facilitation
import LineEditor
import Text
import Workshop

// What is shown: sentences above the prompt, lines in the scrollback, the question.
extension REPL {
  var columns: Int { max(editor.windowSize.columns, 20) }

  mutating func say(_ note: Note) {
    self.note = note
    if editor.mode != .rich { show([styled(note)]) }
  }

  func show(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    editor.eraseFrame()
    editor.show(broken(lines))
  }

  /// Lines broken at words, but for a pipe, where a line is a line.
  func broken(_ lines: [StyledText]) -> [StyledText] {
    editor.mode == .piped ? lines : lines.flatMap { $0.wrapped(to: columns) }
  }

  func styled(_ note: Note) -> StyledText {
    switch note {
    case .said(let text): StyledText("✓ ", .colour(.green, bold: true)) + StyledText(text)
    case .refused(let text): StyledText("! ", .colour(.red, bold: true)) + StyledText(text)
    }
  }

  mutating func request() -> Request {
    setTimebox()
    if let pager { return request(below: pager) }
    let (session, localization, language) = (session, interpreter.localization, language)
    let goesOn = goesOn
    let view = QuestionView(session: session, localization: localization, size: editor.windowSize, goesOn: goesOn)
    let note = note.map(styled)
    let isNew = painted != session.position || session.hasEnded
    painted = session.position
    let completions = Completions(session: session, localization: localization)
    let privacy = privacy
    return Request(
      above: { QuestionView(session: session, localization: localization, size: $0, goesOn: goesOn).lines(note: note) },
      news: isNew && editor.mode != .rich ? broken(view.news) : [],
      prompt: stateOfWindow + stateOfRecording
        + (editing.map { StyledText(language.sentence("screen.editing", ["answer": $0]), .bold) + " › " }
          ?? view.prompt),
      text: text, rightPrompt: timebox.box?.rightPrompt,
      complete: { completions.completions(of: $0, at: $1) },
      isPrivate: privacy.isPrivate, conceals: privacy.conceals)
  }
}
