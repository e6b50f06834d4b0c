import LineEditor
import Workshop

// What is shown: sentences above the prompt, lines in the scrollback, the question.
extension LiveRoom {
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
    let (session, wording, language) = (session, room.wording, language)
    let goesOn = goesOn
    let view = QuestionView(session: session, wording: wording, size: editor.windowSize, goesOn: goesOn)
    let note = note.map(styled)
    let isNew = painted != session.position || session.hasEnded
    painted = session.position
    let completions = Completions(session: session, wording: wording)
    let secrecy = secrecy
    return Request(
      above: { QuestionView(session: session, wording: wording, size: $0, goesOn: goesOn).lines(note: note) },
      news: isNew ? broken(view.news) : [],
      prompt: stateOfWindow + stateOfRecording
        + (editing.map { StyledText(language.sentence("screen.editing", ["answer": $0]), .bold) + " › " }
          ?? view.prompt),
      text: text, corner: timebox.box?.corner,
      complete: { completions.completions(of: $0, at: $1) },
      isPrivate: secrecy.isPrivate, conceals: secrecy.conceals)
  }
}
