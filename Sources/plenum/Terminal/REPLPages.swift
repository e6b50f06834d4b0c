import Facilitation
import LineEditor
import Text
import Workshop

extension REPL {
  /// Shows lines: into the scrollback where they can be read beside the question, else a window at a time. Where the
  /// screen is only added to, nothing is held back.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - waits: Whether they stay until Enter, however few they are.
  mutating func present(_ lines: [StyledText], waits: Bool = false) {
    let size = editor.windowSize
    let view = QuestionView(session: session, localization: interpreter.localization, size: size, goesOn: goesOn)
    let beside = size.rows - 2 - view.height(view.lines(note: nil))
    guard editor.mode == .rich, waits || view.height(lines) > beside else { return show(lines) }
    pager = Pager(lines)
  }

  /// What a line does while pages are shown: Enter turns them, `q` leaves them, and any other line is heard as it would
  /// be without them.
  ///
  /// - Returns: Whether the line is dealt with.
  mutating func turnPage(_ line: String) -> Bool {
    guard pager != nil else { return false }
    if line.trimmed.isEmpty, pager?.turn(editor.windowSize) == true { return true }
    pager = nil
    return line.trimmed.isEmpty || line.trimmed.lowercased() == "q"
  }

  /// The request for the line below a page.
  func request(below pager: Pager) -> Request {
    let (page, pages) = pager.place(editor.windowSize)
    let key = page < pages ? "page.more" : "page.last"
    let prompt = language.sentence(key, ["page": String(page), "pages": String(pages)])
    let privacy = privacy
    return Request(
      above: { pager.page($0) }, prompt: StyledText(prompt, .bold) + " › ", rightPrompt: timebox.box?.rightPrompt,
      isPrivate: { $0.trimmed.isEmpty || $0.trimmed.lowercased() == "q" || privacy.isPrivate($0) },
      conceals: privacy.conceals)
  }
}
