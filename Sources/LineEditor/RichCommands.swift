internal import Text

// The commands that are not left to libedit.

extension RichReader {
  func perform(_ command: Command) -> Outcome? {
    var line = edit.line
    switch command {
    case .accept: return accept(line.text)
    case .openEditor: return .editorRequested(line.text)
    case .deleteOrEnd where line.isEmpty: return .endOfInput
    case .backward: line.cursor = line.boundary(before: line.cursor)
    case .forward: line.cursor = line.boundary(after: line.cursor)
    case .wordBackward: line.cursor = line.wordStart
    case .wordForward: line.cursor = line.wordEnd
    case .start: line.cursor = 0
    case .end: line.cursor = line.scalars.count
    case .deleteBackward: _ = line.remove(line.boundary(before: line.cursor)..<line.cursor)
    case .deleteForward, .deleteOrEnd: _ = line.remove(line.cursor..<line.boundary(after: line.cursor))
    case .deleteWordBackward: return kill(line.wordStart..<line.cursor)
    case .deleteSpacedWord: return kill(line.spacedWordStart..<line.cursor)
    case .deleteWordForward: return kill(line.cursor..<line.wordEnd)
    case .killToEnd: return kill(line.cursor..<line.scalars.count)
    case .killToStart: return kill(0..<line.cursor)
    case .yank: line.insert(killed)
    case .transpose: line.transpose()
    case .undo: return turn(to: undo.undo())
    case .redo: return turn(to: undo.redo())
    case .older, .newer: return walkHistory(isOlder: command == .older)
    case .search: panel = .search(HistorySearch(from: line, count: history.entries.count))
    case .complete: complete(step: 1)
    case .completeBack: complete(step: -1)
    case .clearScreen: put(painter.clearScreen())
    case .cancel: _ = closeMenu(restoring: true)
    }
    if line != edit.line, command != .complete, command != .completeBack, command != .cancel { replace(line) }
    return nil
  }

  /// Takes text out of the line and keeps it; what is taken out in a row is kept together.
  private func kill(_ range: Range<Int>) -> Outcome? {
    var line = edit.line
    let isBackwards = range.upperBound == line.cursor && !range.isEmpty
    guard !range.isEmpty else { return nil }
    let text = line.remove(range)
    killed = !isAppendingKill ? text : isBackwards ? text + killed : killed + text
    replace(line)
    isAppendingKill = true
    return nil
  }

  private func turn(to line: LineBuffer?) -> Outcome? {
    guard let line else { return nil }
    edit.line = line
    walk = nil
    panel = .none
    return nil
  }

  private func walkHistory(isOlder: Bool) -> Outcome? {
    if case .menu = panel {
      complete(step: isOlder ? -1 : 1)
      return nil
    }
    let entries = history.entries
    var walk = self.walk ?? HistoryWalk(from: edit.line, count: entries.count, replaced: replaced)
    guard isOlder ? walk.older(in: entries) : walk.newer(in: entries) else { return nil }
    replace(walk.line)
    self.walk = walk
    return nil
  }

  // MARK: Completion

  func complete(step: Int) {
    guard case .menu(var menu) = panel else { return startCompletion() }
    menu.move(by: step)
    select(menu)
  }

  private func select(_ menu: Menu) {
    edit.line = menu.line
    undo.record(menu.line)
    panel = .menu(menu)
  }

  private func startCompletion() {
    let line = edit.line
    guard let choices = request?.complete(line.text, line.characterOffset(of: line.cursor)), !choices.isEmpty
    else { return }
    var menu = Menu(typed: line, choices: choices)
    if choices.count == 1 {
      menu.selected = 0
      replace(menu.line)
    } else if let prefix = menu.commonPrefix {
      var longer = line
      longer.apply(prefix)
      replace(longer)
      offer(for: longer)
    } else {
      panel = .menu(menu)
    }
  }

  /// Opens the list for a line, or closes it when there is nothing to choose.
  func offer(for line: LineBuffer) {
    let choices = request?.complete(line.text, line.characterOffset(of: line.cursor)) ?? []
    let menu = Menu(typed: line, choices: choices)
    var only = menu
    only.selected = choices.count == 1 ? 0 : nil
    let isSettled = choices.isEmpty || (choices.count == 1 && only.line.text == line.text)
    panel = isSettled ? .none : .menu(menu)
  }

  func closeMenu(restoring: Bool) -> Bool {
    guard case .menu(let menu) = panel else { return false }
    panel = .none
    if restoring, menu.selected != nil {
      edit.line = menu.typed
      undo.record(menu.typed)
    }
    return true
  }

  // MARK: Searching

  func continueSearch(_ search: HistorySearch, _ key: Key) -> Outcome? {
    var search = search
    let entries = history.entries
    switch key {
    case .text(let scalar): search.add(String(scalar), in: entries)
    case .control(0x08), .control(0x7F): search.removeLast(in: entries)
    case .control(0x12), .named(.up): search.older(in: entries)
    case .control(0x13), .named(.down): search.newer(in: entries)
    case .escape, .control(0x07):
      panel = .none
      edit.line = search.original
      return nil
    case .control, .meta, .named:
      panel = .none
      undo.record(edit.line)
      return run(key)
    }
    edit.line = search.line
    panel = .search(search)
    return nil
  }

  // MARK: Pasting

  func paste(_ text: String) -> Outcome? {
    switch panel {
    case .search, .menu: panel = .none
    case .none, .pasted: break
    }
    replaceSelection()
    let paste = request?.understand(text) ?? Paste(text)
    if let lines = PastedLines(paste) {
      panel = .pasted(lines)
    } else if let only = paste.lines.first, !only.isEmpty {
      var line = edit.line
      line.insert(only)
      replace(line)
    }
    return nil
  }

  func answer(_ key: Key, _ pasted: PastedLines) -> Outcome? {
    switch pasted.answer(key, in: edit.line, labels: labels) {
    case .outcome(let outcome): return outcome
    case .cancelled: panel = .none
    case .unanswered: break
    }
    return nil
  }
}
