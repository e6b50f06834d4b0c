import Facilitation
import LineEditor
import Text
import Workshop

extension REPL {
  /// What a command has shown.
  enum Shown {
    case nothing
    /// Lines above the question.
    case beside([StyledText])
    /// Lines in its place, a window at a time.
    case pages(Pager)
  }

  /// Shows lines until Enter: above the question where both can be read, else a window at a time. Where the screen is only
  /// added to, nothing is held back.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - waits: Whether they stand in the question's place, however few they are.
  mutating func present(_ lines: [StyledText], waits: Bool = false) {
    guard !lines.isEmpty else { return }
    isAside = true
    guard editor.mode == .rich else { return show(lines) }
    let size = editor.windowSize
    let view = view(size)
    let beside = size.rows - 2 - view.height(view.lines(note: nil))
    shown = waits || view.height(lines) > beside ? .pages(Pager(lines)) : .beside(lines)
  }

  /// Nothing is shown any more but the question.
  mutating func closePage() { (shown, isAside) = (.nothing, false) }

  /// A key was pressed on what is shown.
  mutating func turnPage(_ turn: PageTurn) {
    switch (turn, shown) {
    case (.forth, .pages(var pager)) where pager.turn(editor.windowSize): shown = .pages(pager)
    case (.back, .pages(var pager)):
      pager.turnBack(editor.windowSize)
      shown = .pages(pager)
    // What stands above the question can be read while a line is typed.
    case (.typed, .beside): isAside = false
    case (.forth, _), (.back, _), (.out, _), (.typed, _):
      closePage()
      if turn != .typed { note = nil }
    }
  }

  /// Where the screen is only added to: Enter behind what was shown gives the question again, and nothing else.
  ///
  /// - Returns: Whether the line is dealt with.
  mutating func bringsBack(_ line: String) -> Bool {
    guard isAside, editor.mode == .plain, line.trimmed.isEmpty else { return false }
    closePage()
    painted = nil
    return true
  }

  /// The request for the line below a page.
  func request(below pager: Pager) -> Request {
    let (page, pages) = pager.place(editor.windowSize)
    let key = page < pages ? "page.more" : "page.last"
    let prompt = language.sentence(key, ["page": String(page), "pages": String(pages)])
    var request = Request(
      above: { pager.page($0) }, prompt: StyledText(prompt, .bold) + " › ", rightPrompt: corner())
    request.page = .whole
    return request
  }
}
