import Facilitation
import LineEditor
import Text
import Workshop

extension SessionLauncher {
  /// Shows lines: a window at a time where somebody sits before one that is too low for them, else all at once.
  func show(_ lines: [StyledText], in words: Language) throws {
    let editor = editor
    var pager = Pager(lines)
    guard context.mode == .rich, pager.place(editor.windowSize).pages > 1 else {
      let text = lines.map { $0.rendered(colour: context.hasColour) + "\n" }.joined()
      return try context.print(text)
    }
    defer { editor.close() }
    while true {
      let shown = pager
      let (page, pages) = shown.place(editor.windowSize)
      let key = page < pages ? "page.more" : "page.last"
      let prompt = StyledText(words.sentence(key, ["page": String(page), "pages": String(pages)]), .bold) + " › "
      var request = Request(above: { shown.page($0) }, prompt: prompt)
      request.page = .whole
      let outcome = try SessionLauncher.typing(words) { () throws(LineEditorError) in try editor.read(request) }
      editor.eraseFrame()
      switch outcome {
      case .turned(.forth) where pager.turn(editor.windowSize): break
      case .turned(.back): pager.turnBack(editor.windowSize)
      case .turned, .line, .pasted, .interrupted, .endOfInput, .terminated, .editorRequested: return
      }
    }
  }
}
