// A line that is given selected, and pages that single keys turn.

extension RichReader {
  /// What a key does to a line that is selected: a character stands in its place, Escape puts it aside, any other key
  /// begins to change it.
  func endSelection(by key: Key) {
    guard isSelected else { return }
    switch key {
    case .text, .escape: replaceSelection()
    case .control, .meta, .named: isSelected = false
    }
  }

  /// Empties a line that is selected; Up brings it back.
  func replaceSelection() {
    guard isSelected else { return }
    isSelected = false
    replaced = edit.line.text
    replace(LineBuffer())
  }

  // MARK: Pages

  /// Whether a key turns a page.
  var isOnPage: Bool { request.map { $0.page != .none } ?? false }

  /// What a key does on a page.
  func turn(_ key: Key) -> Outcome? {
    switch key {
    case .control(0x1A):
      suspend()
      return nil
    case .control(0x0D), .control(0x0A), .text(" "), .named(.pageDown): return turn(.forth)
    case .named(.pageUp): return turn(.back)
    case .text("b") where request?.page == .whole: return turn(.back)
    case .escape, .control(0x03): return turn(.out)
    case .text("q"):
      hasLeftByLetter = true
      // Where `q` and Enter are one habit, Enter goes no further.
      if queued < queue.count, case .key(.control(0x0D)) = queue[queued] { queued += 1 }
      return turn(.out)
    case .text, .control, .meta, .named: return turn(.typed)
    }
  }

  /// A page is turned; a key that was meant for the line is kept for it.
  func turn(_ turn: PageTurn) -> Outcome? {
    if turn == .typed { queued -= 1 }
    return .turned(turn)
  }
}
