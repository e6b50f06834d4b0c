#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines in rich mode: one frame of block, line and list, repainted in place.
final class RichReader {
  private let terminal: Terminal
  private let history: History
  private let clock: Clock
  private let labels: Labels
  private let edit: EditLine

  private(set) var painter: Painter
  private var size: WindowSize
  private var decoder = KeyDecoder()
  private var lastBytes = Duration.zero
  private var queue: [Input] = []
  private var queued = 0
  private var isResumed = false
  /// Scalars of a key on their way to libedit.
  private var scalars: [Unicode.Scalar] = []
  /// Whether libedit may wait for another key within a command.
  private var mayAskForMore = true

  private var request: Request?
  private var reading: Corner.Reading?
  private var above: [StyledText]?
  private var panel = Panel.none
  private var undo = UndoStack(EditedLine())
  private var walk: HistoryWalk?
  private var killed = ""
  private var isAppendingKill = false
  private var messages: [StyledText] = []
  /// An end that came while libedit was within a command.
  private var ending: Outcome?

  init(terminal: Terminal, edit: EditLine, history: History, clock: Clock, labels: Labels, rendering: Rendering) {
    self.terminal = terminal
    self.edit = edit
    self.history = history
    self.clock = clock
    self.labels = labels
    size = terminal.size()
    painter = Painter(columns: size.columns, rendering: rendering)
    edit.next = { [unowned self] in nextScalar() }
    edit.history = { history.entries }
  }

  // MARK: The frame between reads

  /// Prints lines for good, above the frame.
  func show(_ lines: [StyledText]) {
    messages += lines
    if request == nil { put(flushedMessages(above: nil)) }
  }

  func keepFrame() { put(painter.keep()) }
  func eraseFrame() { put(painter.erase()) }
  /// Something else has written to the terminal.
  func forgetFrame() { painter.forget() }

  private func put(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if !terminal.write(bytes) { ending = .terminated(signal: SIGHUP, unfinished: edit.line.text) }
  }

  private func flushedMessages(above frame: Frame?) -> [UInt8] {
    guard !messages.isEmpty else { return [] }
    let rows = messages.flatMap { $0.wrapped(to: size.columns) }.map { fitting($0.glyphs, size.columns) }
    messages = []
    return painter.print(rows, above: frame)
  }

  // MARK: Reading

  func read(_ request: Request) -> Outcome {
    self.request = request
    defer { self.request = nil }
    panel = .none
    walk = nil
    reading = nil
    above = nil
    ending = nil
    edit.reset()
    if !request.text.isEmpty { edit.line = EditedLine(request.text) }
    undo = UndoStack(edit.line)
    adoptSize()
    while true {
      if let outcome = nextOutcome() {
        panel = .none
        if case .terminated = outcome { return outcome }
        paint()
        return outcome
      }
    }
  }

  private func nextOutcome() -> Outcome? {
    switch nextInput() {
    case nil: return ending ?? .endOfInput
    case .paste(let text): return paste(text)
    case .key(let key): return handle(key)
    }
  }

  /// The next key or paste; paints and waits when there is none yet. Nil when there is an end instead.
  private func nextInput() -> Input? {
    while true {
      if queued < queue.count {
        defer { queued += 1 }
        return queue[queued]
      }
      queue = []
      queued = 0
      if ending != nil { return nil }
      paint()
      wait()
    }
  }

  private func wait() {
    let now = clock.now()
    let patience = decoder.patience.map { max(lastBytes + $0 - now, .zero) }
    let change = reading?.changes.map { max($0 - now, .zero) }
    switch terminal.wait([patience, change].compactMap(\.self).min()) {
    case .bytes(let bytes):
      queue = decoder.feed(bytes)
      lastBytes = clock.now()
    case .timeout:
      if let patience = decoder.patience, clock.now() >= lastBytes + patience { queue = decoder.timeout() }
    case .closed: ending = .terminated(signal: SIGHUP, unfinished: edit.line.text)
    case .signal(let signal): handle(signal)
    }
  }

  private func handle(_ signal: Int32) {
    switch signal {
    case SIGWINCH: adoptSize()
    case SIGTSTP: suspend()
    case SIGCONT:
      if isResumed { isResumed = false } else { resume() }
    default: ending = .terminated(signal: signal, unfinished: edit.line.text)
    }
  }

  private func adoptSize() {
    let new = terminal.size()
    guard new != size else { return }
    size = new
    above = nil
    put(painter.resize(columns: new.columns, reflows: terminal.reflows))
  }

  private func suspend() {
    paint()
    put(painter.keep() + Array(RichReader.pasteOff.utf8))
    _ = terminal.setRaw(false)
    terminal.suspend()
    // The signal that woke the program is still to come.
    isResumed = true
    resume()
  }

  private func resume() {
    _ = terminal.setRaw(true)
    size = terminal.size()
    above = nil
    painter.columns = size.columns
    painter.forget()
    put(Array(RichReader.pasteOn.utf8))
  }

  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  // MARK: Painting

  private func paint() {
    guard let request else { return }
    if let corner = request.corner {
      let now = clock.now()
      if reading.map({ $0.changes.map { $0 <= now } ?? false }) ?? true { reading = corner.reading(now) }
    }
    let block = above ?? request.above(size)
    above = block
    let view = View(
      above: block, prompt: request.prompt, line: edit.line, corner: reading?.text,
      below: panel.below(labels: labels))
    let frame = view.frame(in: size, labels: labels)
    put(messages.isEmpty ? painter.paint(frame) : flushedMessages(above: frame))
  }

  // MARK: Keys

  private func handle(_ key: Key) -> Outcome? {
    switch key {
    case .control(0x03): return .interrupted(edit.line.text)
    case .control(0x1A):
      suspend()
      return nil
    case .control(0x1C): return nil
    case .text, .control, .meta, .escape, .named: break
    }
    switch panel {
    case .pasted(let lines): return answer(key, lines)
    case .search(let search): return continueSearch(search, key)
    case .none, .menu: return run(key)
    }
  }

  /// Lets libedit find out what a key means, and does it.
  private func run(_ key: Key) -> Outcome? {
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
  private func nextScalar() -> Unicode.Scalar? {
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
  private func changed(from old: EditedLine, to new: EditedLine) {
    undo.record(new)
    walk = nil
    isAppendingKill = false
    guard case .menu = panel else { return }
    if new.scalars != old.scalars { offer(for: new) } else if new.cursor != old.cursor { panel = .none }
  }

  private func replace(_ line: EditedLine) {
    let old = edit.line
    edit.line = line
    changed(from: old, to: line)
  }

  private func accept(_ text: String) -> Outcome {
    if let request, !request.isPrivate(text) { history.append(text) }
    edit.line = EditedLine(text)
    return .line(text)
  }

  // MARK: Commands

  private func perform(_ command: Command) -> Outcome? {
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

  private func turn(to line: EditedLine?) -> Outcome? {
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
    var walk = self.walk ?? HistoryWalk(from: edit.line, count: entries.count)
    guard isOlder ? walk.older(in: entries) : walk.newer(in: entries) else { return nil }
    replace(walk.line)
    self.walk = walk
    return nil
  }

  // MARK: Completion

  private func complete(step: Int) {
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
  private func offer(for line: EditedLine) {
    let choices = request?.complete(line.text, line.characterOffset(of: line.cursor)) ?? []
    let menu = Menu(typed: line, choices: choices)
    var only = menu
    only.selected = choices.count == 1 ? 0 : nil
    let isSettled = choices.isEmpty || (choices.count == 1 && only.line.text == line.text)
    panel = isSettled ? .none : .menu(menu)
  }

  private func closeMenu(restoring: Bool) -> Bool {
    guard case .menu(let menu) = panel else { return false }
    panel = .none
    if restoring, menu.selected != nil {
      edit.line = menu.typed
      undo.record(menu.typed)
    }
    return true
  }

  // MARK: Searching

  private func continueSearch(_ search: HistorySearch, _ key: Key) -> Outcome? {
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

  private func paste(_ text: String) -> Outcome? {
    if case .search = panel { panel = .none }
    if case .menu = panel { panel = .none }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    if lines.count > 1 {
      panel = .pasted(lines)
    } else if let only = lines.first, !only.isEmpty {
      var line = edit.line
      line.insert(only)
      replace(line)
    }
    return nil
  }

  private func answer(_ key: Key, _ pasted: [String]) -> Outcome? {
    let line = edit.line
    switch key {
    case .escape, .control(0x07):
      panel = .none
      return nil
    case .text(let scalar):
      let typed = Character(scalar).lowercased()
      guard let last = pasted.last else { return nil }
      var lines = pasted
      lines[lines.count - 1] = last + line.after
      lines[0] = line.before + lines[0]
      if typed == labels.pasteAdd.key.lowercased() { return .pasted(lines) }
      if typed == labels.pasteEdit.key.lowercased() { return .editorRequested(lines.joined(separator: "\n")) }
      if typed == labels.pasteCancel.key.lowercased() { panel = .none }
      return nil
    case .control, .meta, .named: return nil
    }
  }
}
