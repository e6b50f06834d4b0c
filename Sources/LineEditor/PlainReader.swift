internal import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines in plain mode: output is only ever added to, editing is at the end of the line alone.
final class PlainReader {
  private let terminal: Terminal
  private let history: History
  private let clock: Clock
  var labels: Labels
  private let colours: Bool

  private var decoder = KeyDecoder()
  private var lastBytes = Duration.zero
  /// Since when is waited for something to be typed.
  private var quietSince: Duration?
  private var queue: [Input] = []
  private var text = ""
  private var walk: HistoryWalk?
  /// The line that was given selected, which Up takes again.
  private var replaced: String?
  private var choices: [Completion] = []
  /// Lines that were pasted and that nobody has said yet what they are for.
  private var pasted: PastedLines?
  private var announced: StyledText?
  private var changes: Duration?
  private var request: Request?

  init(terminal: Terminal, history: History, clock: Clock, labels: Labels, colours: Bool) {
    self.terminal = terminal
    self.history = history
    self.clock = clock
    self.labels = labels
    self.colours = colours
  }

  /// Prints lines; while a line is typed, the prompt and the line come again after them.
  func show(_ lines: [StyledText]) {
    let printed = lines.map { $0.rendered(colour: colours) + "\r\n" }.joined()
    guard request != nil else { return put(printed) }
    put("\r\n" + printed)
    promptAgain()
  }

  func read(_ request: Request) -> Outcome {
    text = request.isSelected ? "" : request.text
    replaced = request.isSelected && !request.text.isEmpty ? request.text : nil
    if let replaced, !request.isPrivate(replaced) { history.append(replaced) }
    walk = nil
    choices = []
    pasted = nil
    changes = nil
    announced = request.rightPrompt?.content(clock.now()).announcement
    show(request.news)
    if let replaced {
      let line = LineBuffer(replaced).concealed(by: request.conceals)
      show([StyledText(labels.refused(line.text))])
    }
    self.request = request
    defer { self.request = nil }
    promptAgain()
    while true {
      announce()
      if queue.isEmpty {
        if let outcome = wait() { return finish(outcome) }
        continue
      }
      if let outcome = handle(queue.removeFirst()) { return finish(outcome) }
    }
  }

  private func finish(_ outcome: Outcome) -> Outcome {
    put("\r\n")
    return outcome
  }

  private func put(_ text: String) { if !text.isEmpty { _ = terminal.write(Array(text.utf8)) } }

  private func promptAgain() {
    guard let request else { return }
    if let pasted { return ask(about: pasted) }
    put(request.prompt.rendered(colour: colours) + shown)
  }

  private func announce() {
    guard let rightPrompt = request?.rightPrompt else { return }
    let now = clock.now()
    guard changes.map({ $0 <= now }) ?? (announced == nil) else { return }
    let content = rightPrompt.content(now)
    changes = content.changes ?? now + .seconds(3600)
    guard let announcement = content.announcement, announcement != announced else { return }
    announced = announcement
    show([announcement])
  }

  private func wait() -> Outcome? {
    let now = clock.now()
    if quietSince == nil { quietSince = now }
    let patience = decoder.patience.map { max(lastBytes + $0 - now, .zero) }
    let change = changes.map { max($0 - now, .zero) }
    switch terminal.wait([patience, change].compactMap(\.self).min()) {
    case .bytes(let bytes):
      queue = decoder.feed(bytes, afterQuiet: quietSince.map { clock.now() - $0 >= KeyDecoder.quiet } ?? false)
      lastBytes = clock.now()
      quietSince = nil
    case .timeout:
      if let patience = decoder.patience, clock.now() >= lastBytes + patience { queue = decoder.timeout() }
    case .closed: return .terminated(signal: SIGHUP, unfinished: text)
    case .signal(SIGWINCH): break
    case .signal(SIGTSTP): suspend()
    case .signal(SIGCONT): _ = terminal.setRaw(true)
    case .signal(let signal): return .terminated(signal: signal, unfinished: text)
    }
    return nil
  }

  private func suspend() {
    put("\r\n")
    _ = terminal.setRaw(false)
    terminal.suspend()
    _ = terminal.setRaw(true)
    promptAgain()
  }

  // MARK: Keys

  private func handle(_ input: Input) -> Outcome? {
    switch input {
    case .paste(let text):
      let paste = request?.understand(text) ?? Paste(text)
      if let lines = PastedLines(paste) { ask(about: lines) } else if let only = paste.lines.first { add(only) }
      return nil
    case .key(.control(0x03)): return .interrupted(text)
    case .key(.control(0x1A)):
      suspend()
      return nil
    case .key(let key):
      guard let pasted else { return handle(key) }
      return answer(key, pasted)
    }
  }

  private func ask(about lines: PastedLines) {
    pasted = lines
    let rows = lines.rows(labels: labels) + spread(lines.keys(labels: labels), columns: .max)
    put("\r\n" + rows.map { $0.rendered(colour: colours) + "\r\n" }.joined())
  }

  private func answer(_ key: Key, _ lines: PastedLines) -> Outcome? {
    switch lines.answer(key, in: LineBuffer(text), labels: labels) {
    case .outcome(let outcome): return outcome
    case .cancelled:
      pasted = nil
      promptAgain()
    case .unanswered: break
    }
    return nil
  }

  private func handle(_ key: Key) -> Outcome? {
    switch key {
    case .text(let scalar): add(String(scalar))
    case .control(0x0D), .control(0x0A): return enter()
    case .control(0x04): if text.isEmpty { return .endOfInput }
    case .control(0x08), .control(0x7F): removeLast()
    case .control(0x09): offer()
    case .control(0x15): startOver(with: "")
    case .control(0x17):
      var line = LineBuffer(text)
      _ = line.remove(line.spacedWordStart..<line.cursor)
      startOver(with: line.text)
    case .control(0x10), .named(.up): walkHistory(isOlder: true)
    case .control(0x0E), .named(.down): walkHistory(isOlder: false)
    case .control, .meta, .escape, .named: break
    }
    return nil
  }

  private func add(_ new: String) {
    text += new
    walk = nil
    let whole = line.scalars.suffix(new.unicodeScalars.count)
    put(visible(String(String.UnicodeScalarView(whole))))
  }

  /// The line as it is painted.
  private var line: LineBuffer { LineBuffer(text).concealed(by: request?.conceals ?? { _ in nil }) }

  /// The line as it is printed.
  private var shown: String { visible(line.text) }

  private func removeLast() {
    let before = displayWidth(of: shown)
    guard text.popLast() != nil else { return }
    walk = nil
    let width = before - displayWidth(of: shown)
    put(String(repeating: "\u{8} \u{8}", count: width))
  }

  /// Gives the prompt again on a new line, with another text.
  private func startOver(with new: String) {
    text = new
    put("\r\n")
    promptAgain()
  }

  private func walkHistory(isOlder: Bool) {
    let entries = history.entries
    var walk = self.walk ?? HistoryWalk(from: LineBuffer(text), count: entries.count, replaced: replaced)
    guard isOlder ? walk.older(in: entries) : walk.newer(in: entries) else { return }
    startOver(with: walk.line.text)
    self.walk = walk
  }

  private func enter() -> Outcome? {
    if let number = Int(text), choices.indices.contains(number - 1) {
      let choice = choices[number - 1]
      var line = choiceLine
      line.apply(choice)
      choices = []
      startOver(with: line.text)
      return nil
    }
    if let request, !request.isPrivate(text) { history.append(text) }
    return .line(text)
  }

  // MARK: Completion

  /// The line as it was when the choices were listed.
  private var choiceLine = LineBuffer()

  private func offer() {
    guard let request else { return }
    let found = request.complete(text, text.count)
    var line = LineBuffer(text)
    if found.count == 1 {
      line.apply(found[0])
      startOver(with: line.text)
    } else if !found.isEmpty {
      choices = found
      choiceLine = line
      text = ""
      let rows = found.enumerated().map { number, choice in
        StyledText("\(number + 1)  \(choice.label)" + (choice.detail.isEmpty ? "" : "  \(choice.detail)"))
      }
      show(rows + [StyledText(labels.chooseNumber)])
    }
  }
}
