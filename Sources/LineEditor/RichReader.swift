internal import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines in rich mode: one frame of block, line and list, repainted in place.
final class RichReader {
  let terminal: Terminal
  let history: History
  let clock: Clock
  var labels: Labels
  let edit: EditLine

  var painter: Painter
  var size: WindowSize
  var decoder = KeyDecoder()
  var lastBytes = Duration.zero
  /// Since when is waited for something to be typed.
  var quietSince: Duration?
  var queue: [Input] = []
  var queued = 0
  var isResumed = false
  /// Scalars of a key on their way to libedit.
  var scalars: [Unicode.Scalar] = []
  /// Whether libedit may wait for another key within a command.
  var mayAskForMore = true

  var request: Request?
  var content: RightPrompt.Content?
  var above: Block?
  var prompt: [Glyph] = []
  var panel = Panel.none
  var undo = UndoStack(LineBuffer())
  var walk: HistoryWalk?
  /// The line that was given, as long as it is selected, and the selected one that something was typed in place of.
  var isSelected = false
  var replaced: String?
  /// Whether `q` has just closed a page: `qu` begins a word.
  var hasLeftByLetter = false
  var killed = ""
  var isAppendingKill = false
  var messages: [StyledText] = []
  /// An end that came while libedit was within a command.
  var ending: Outcome?

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
  func clearScreen() { put(painter.clearScreen()) }

  func put(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if !terminal.write(bytes) { ending = .terminated(signal: SIGHUP, unfinished: edit.line.text) }
  }

  private func flushedMessages(above frame: Frame?) -> [UInt8] {
    guard !messages.isEmpty else { return [] }
    let rows = Block(messages, columns: size.columns).rows
    messages = []
    return painter.print(rows, above: frame)
  }

  // MARK: Reading

  func read(_ request: Request) -> Outcome {
    self.request = request
    defer { self.request = nil }
    panel = .none
    walk = nil
    content = nil
    above = nil
    prompt = request.prompt.glyphs
    ending = nil
    edit.reset()
    if !request.text.isEmpty { edit.line = LineBuffer(request.text) }
    isSelected = request.isSelected && !request.text.isEmpty
    replaced = nil
    if isSelected, !request.isPrivate(request.text) { history.append(request.text) }
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
    case .paste(let text): return isOnPage ? turn(.typed) : paste(text)
    case .key(let key): return isOnPage ? turn(key) : handle(key)
    }
  }

  /// The next key or paste; paints and waits when there is none yet. Nil when there is an end instead.
  func nextInput() -> Input? {
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
    if quietSince == nil { quietSince = now }
    let patience = decoder.patience.map { max(lastBytes + $0 - now, .zero) }
    let change = content?.changes.map { max($0 - now, .zero) }
    switch terminal.wait([patience, change].compactMap(\.self).min()) {
    case .bytes(let bytes):
      queue = decoder.feed(bytes, afterQuiet: quietSince.map { clock.now() - $0 >= KeyDecoder.quiet } ?? false)
      lastBytes = clock.now()
      quietSince = nil
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

  func suspend() {
    paint()
    put(painter.keep() + Array(decoder.modesOff.utf8))
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
    put(Array(KeyDecoder.modesOn.utf8))
  }

  // MARK: Painting

  func paint() {
    guard let request else { return }
    if let rightPrompt = request.rightPrompt {
      let now = clock.now()
      if content.map({ $0.changes.map { $0 <= now } ?? false }) ?? true {
        content = rightPrompt.content(now)
        if content?.renewsBlock == true { above = nil }
      }
    }
    let block = above ?? Block(request.above(size), columns: size.columns)
    above = block
    let view = View(
      above: block, prompt: prompt, line: edit.line.concealed(by: request.conceals),
      lineStyle: isSelected ? .reverse : .plain, rightPrompt: content?.text,
      below: panel.below(labels: labels))
    let frame = view.frame(in: size, labels: labels)
    put(messages.isEmpty ? painter.paint(frame) : flushedMessages(above: frame))
  }
}
