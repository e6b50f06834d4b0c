public import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A terminal that is watched: it shows one picture after the other in place, and hears single keys.
///
/// In rich mode a picture is one frame, repainted in place; in plain mode nothing is painted, and lines are only ever added.
/// There is one at a time per terminal, used from one thread.
public final class Viewer {
  /// How it talks to the person.
  public let mode: Mode
  private let terminal: Terminal
  private let clock: Clock
  private let colour: Bool
  private let labels: Labels

  private var painter: Painter
  private var size: WindowSize
  private var picture: Picture?
  private var decoder = KeyDecoder()
  private var lastBytes = Duration.zero
  /// What was typed and is not decoded yet.
  private var bytes: ArraySlice<UInt8> = []
  private var keys: [Input] = []
  private var isLive = false
  private var isResumed = false
  private var hasHungUp = false

  /// What came first.
  public enum Happening: Hashable, Sendable {
    /// A key.
    case press(KeyPress)
    /// The time that was waited for.
    case due
    /// The program is told to end by this signal.
    case terminated(signal: Int32)
  }

  /// Makes a viewer; the terminal is left alone until something is shown or waited for.
  ///
  /// - Parameters:
  ///   - terminal: the terminal.
  ///   - mode: rich or plain.
  ///   - colour: whether to write colours.
  ///   - clock: the clock that is waited by.
  ///   - labels: the words it shows by itself.
  public init(terminal: Terminal, mode: Mode, colour: Bool, clock: Clock = .system, labels: Labels) {
    (self.terminal, self.mode, self.colour, self.clock, self.labels) = (terminal, mode, colour, clock, labels)
    size = terminal.size()
    painter = Painter(columns: size.columns, rendering: colour ? .colours : .shapes)
  }

  /// The size of the window now.
  public var windowSize: WindowSize { terminal.size() }

  /// What was typed and is nobody's yet.
  public var unread: [UInt8] { Array(bytes) }

  /// The time by the clock that is waited by.
  public var now: Duration { clock.now() }

  /// Shows a picture in the place of the one before; in plain mode nothing.
  ///
  /// - Parameter picture: what is shown.
  /// - Throws: ``LineEditorError`` when the terminal cannot be used.
  public func show(_ picture: Picture) throws(LineEditorError) {
    try resume()
    self.picture = picture
    paint()
  }

  /// Adds lines to the screen, in plain mode.
  ///
  /// - Parameter lines: the lines.
  /// - Throws: ``LineEditorError`` when the terminal cannot be used.
  public func add(_ lines: [StyledText]) throws(LineEditorError) {
    try resume()
    put(Array(lines.map { $0.rendered(colour: colour) + "\r\n" }.joined().utf8))
  }

  /// Waits for a key.
  ///
  /// - Parameter due: until when, by the clock; nil for as long as it takes.
  /// - Returns: what came first.
  /// - Throws: ``LineEditorError`` when the terminal cannot be used.
  public func wait(until due: Duration?) throws(LineEditorError) -> Happening {
    try resume()
    while true {
      if hasHungUp { return .terminated(signal: SIGHUP) }
      if let press = nextPress() { return .press(press) }
      let now = clock.now()
      if let due, due <= now { return .due }
      let patience = decoder.patience.map { max(lastBytes + $0 - now, .zero) }
      switch terminal.wait([patience, due.map { $0 - now }].compactMap(\.self).min()) {
      case .bytes(let new):
        bytes = new[...]
        lastBytes = clock.now()
      case .timeout:
        if let patience = decoder.patience, clock.now() >= lastBytes + patience { keys += decoder.timeout() }
      case .closed: return .terminated(signal: SIGHUP)
      case .signal(let signal): if let end = handle(signal) { return .terminated(signal: end) }
      }
    }
  }

  /// Takes the picture away and gives the terminal back as it was.
  public func close() {
    guard isLive else { return }
    put(painter.erase())
    isLive = false
    put(Array(decoder.modesOff.utf8))
    _ = terminal.setRaw(false)
    terminal.release()
  }

  // MARK: Keys

  /// The next key that means something here; bytes behind it stay unread.
  private func nextPress() -> KeyPress? {
    while true {
      while !keys.isEmpty { if let press = press(keys.removeFirst()) { return press } }
      guard let byte = bytes.popFirst() else { return nil }
      keys = decoder.feed([byte])
    }
  }

  /// What is pasted is no key.
  private func press(_ input: Input) -> KeyPress? {
    guard case .key(let key) = input else { return nil }
    switch key {
    case .text(let scalar): return .character(scalar)
    case .control(0x0D), .control(0x0A): return .enter
    case .control(0x03), .control(0x04): return .interrupt
    case .control(0x1A): suspend()
    case .escape: return .escape
    case .named(.up): return .up
    case .named(.down): return .down
    case .named(.left): return .left
    case .named(.right): return .right
    case .control, .meta, .named: break
    }
    return nil
  }

  // MARK: Signals

  /// The signal, when it ends the program.
  private func handle(_ signal: Int32) -> Int32? {
    switch signal {
    case SIGWINCH: adoptSize()
    case SIGTSTP: suspend()
    case SIGCONT: if isResumed { isResumed = false } else { takeAgain() }
    default: return signal
    }
    return nil
  }

  private func adoptSize() {
    let new = terminal.size()
    guard new != size else { return }
    size = new
    put(painter.resize(columns: new.columns, reflows: terminal.reflows))
    paint()
  }

  private func suspend() {
    put(painter.keep() + Array(decoder.modesOff.utf8))
    _ = terminal.setRaw(false)
    terminal.suspend()
    // The signal that woke the program is still to come.
    isResumed = true
    takeAgain()
  }

  private func takeAgain() {
    _ = terminal.setRaw(true)
    size = terminal.size()
    painter.columns = size.columns
    painter.forget()
    put(Array(KeyDecoder.modesOn.utf8))
    paint()
  }

  private func resume() throws(LineEditorError) {
    guard !isLive else { return }
    let failure = terminal.setRaw(true)
    guard failure == 0 else { throw .terminalUnusable(errno: failure) }
    isLive = true
    put(Array(KeyDecoder.modesOn.utf8))
  }

  // MARK: Painting

  private func paint() {
    guard mode == .rich, let picture else { return }
    let view = View(
      above: Block(picture.above(size), columns: size.columns), prompt: picture.prompt.glyphs,
      line: LineBuffer(picture.text).concealed { _ in picture.concealedFrom }, rightPrompt: nil,
      below: .rows(picture.below(size)))
    put(painter.paint(view.frame(in: size, labels: labels)))
  }

  private func put(_ bytes: [UInt8]) {
    if !bytes.isEmpty, !terminal.write(bytes) { hasHungUp = true }
  }
}
