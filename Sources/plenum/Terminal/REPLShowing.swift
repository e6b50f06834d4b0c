import Facilitation
import Journal
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
    if case .pages(let pager) = shown { return request(below: pager) }
    let (session, localization, language) = (session, interpreter.localization, language)
    let room = self
    let view = view(editor.windowSize)
    let note = note.map(styled)
    let isNew = painted != session.position || session.hasEnded
    painted = session.position
    let beside = linesBeside
    var completions = Completions(session: session, localization: localization)
    completions.paths = { [storage = system.storage] in storage.paths(from: $0) }
    completions.choices = interpreter.importing?.columnNames ?? []
    let privacy = privacy
    var request = Request(
      above: { size in
        let beside = beside.flatMap { $0.wrapped(to: size.columns) }
        let left = WindowSize(columns: size.columns, rows: size.rows - beside.count)
        return beside + room.view(left).lines(note: note)
      },
      news: isNew && editor.mode != .rich ? broken(view.news) : [],
      prompt: stateOfWindow + stateOfRecording
        + (editing.map { StyledText(language.sentence("screen.editing", ["answer": $0]), .bold) + " › " }
          ?? view.prompt),
      text: text, rightPrompt: corner(),
      complete: { completions.completions(of: $0, at: $1) },
      isPrivate: privacy.isPrivate, conceals: privacy.conceals)
    request.isSelected = isSelected
    let reader = PasteReader(session: session, localization: localization)
    request.understand = { text in
      let reading = reader.read(text)
      return Paste(lines: reading.rows, preview: reading.preview, hasHeading: reading.hasHeading)
    }
    request.page = isAside && !beside.isEmpty ? .beside : .none
    return request
  }

  /// What stands above the question, as long as it leaves room for it.
  private var linesBeside: [StyledText] {
    guard case .beside(let lines) = shown, !session.screen.isBlank,
      editor.windowSize.rows - broken(lines).count >= REPL.fewestRows
    else { return [] }
    return lines
  }

  /// The rows that a question needs.
  private static let fewestRows = 8
}
