// What keys come to: libedit finds out what they mean, the line and the panel change.

extension RichReader {
  func handle(_ key: Key) -> Outcome? {
    switch key {
    case .control(0x03): return .interrupted(edit.line.text)
    case .control(0x1A):
      suspend()
      return nil
    case .control(0x1C), .named(.pageUp), .named(.pageDown): return nil
    case .text, .control, .meta, .escape, .named: break
    }
    endSelection(by: key)
    if hasLeftByLetter, key == .text("u") { _ = run(.text("q")) }
    hasLeftByLetter = false
    switch panel {
    case .pasted(let lines): return answer(key, lines)
    case .search(let search): return continueSearch(search, key)
    case .none, .menu: return run(key)
    }
  }

  /// Lets libedit find out what a key means, and does it.
  func run(_ key: Key) -> Outcome? {
    if key == .escape, closeMenu(restoring: true) { return nil }
    scalars = meaning(of: key)
    defer { mayAskForMore = true }
    // A key may be bound to a text, which libedit reads as if it were typed; so it goes on until it asks for more. A
    // text may be bound to itself as well.
    for _ in 0..<RichReader.longestBoundText where !scalars.isEmpty || !mayAskForMore {
      switch step() {
      case .ended(let outcome): return outcome
      case .settled: return nil
      case .going:
        // What is left of a sequence that is bound to nothing; in vi mode Alt is Escape and a command of its own.
        if !edit.isVi { scalars = [] }
        mayAskForMore = !scalars.isEmpty
      }
    }
    return nil
  }

  private static let longestBoundText = 4096

  private enum Progress {
    case going
    /// There is nothing more to read for now.
    case settled
    case ended(Outcome)
  }

  /// One command of libedit's.
  private func step() -> Progress {
    let old = edit.line
    switch edit.step() {
    case .abandoned:
      scalars = []
      return ending.map(Progress.ended) ?? .settled
    case .command(let command): return perform(command).map(Progress.ended) ?? .going
    case .done:
      var new = edit.line
      if new.scalars.last == "\n", new.scalars.count > old.scalars.count {
        new.scalars.removeLast()
        return .ended(accept(new.text))
      }
      let mended = new.mended(from: old, isVi: edit.isVi)
      if mended != new { edit.line = mended }
      changed(from: old, to: mended)
      return .going
    }
  }

  private func meaning(of key: Key) -> [Unicode.Scalar] {
    switch key {
    case .text(let scalar): [scalar]
    case .control(let code): [Unicode.Scalar(code)]
    case .meta(let scalar): ["\u{1B}", scalar]
    case .escape: edit.isVi ? ["\u{1B}"] : []
    case .named(let named):
      edit.isVi ? [Unicode.Scalar(named.code)] : Array(named.sequence.unicodeScalars)
    }
  }

  /// What libedit gets when it asks for more of a key, or for another one within a command.
  func nextScalar() -> Unicode.Scalar? {
    while scalars.isEmpty {
      guard mayAskForMore else { return nil }
      switch nextInput() {
      case nil: return nil
      case .key(.control(0x03)):
        ending = .interrupted(edit.line.text)
        return nil
      case .key(let key): scalars = meaning(of: key)
      case .paste(let text): scalars = Array(text.unicodeScalars)
      }
    }
    return scalars.removeFirst()
  }

  /// Takes note of a line that has become another one.
  private func changed(from old: LineBuffer, to new: LineBuffer) {
    undo.record(new)
    walk = nil
    isAppendingKill = false
    guard case .menu = panel else { return }
    if new.scalars != old.scalars { offer(for: new) } else if new.cursor != old.cursor { panel = .none }
  }

  func replace(_ line: LineBuffer) {
    let old = edit.line
    edit.line = line
    changed(from: old, to: line)
  }

  func accept(_ text: String) -> Outcome {
    if let request, !request.isPrivate(text) { history.append(text) }
    edit.line = LineBuffer(text)
    return .line(text)
  }
}
