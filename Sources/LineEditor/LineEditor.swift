public import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines from a person at a terminal, or from a file or pipe.
///
/// There is one per program, used from one thread. In rich mode the block above the prompt, the prompt and the line are
/// one frame: it stays on the screen when ``read(_:)`` returns, so that the next request repaints it in place, until
/// ``keepFrame()`` leaves it in the scrollback or ``eraseFrame()`` removes it.
public final class LineEditor {
  /// How it talks to the person.
  public let mode: Mode
  /// The number of the line that was read last, from 1; counted in piped mode only.
  public var lineNumber: Int { lines.number }
  /// Whether that line was not UTF-8, so that some of its bytes have become U+FFFD.
  public var lastLineIsDamaged: Bool { lines.isRepaired }

  /// Whether something that was printed was taken by nobody: the reader has gone, or the disk is full.
  public private(set) var hasLostOutput = false

  private let terminal: Terminal
  private let history: History
  private let clock: Clock
  /// The words it shows by itself; other ones hold from the next line on.
  public var labels: Labels {
    didSet {
      rich?.labels = labels
      plain?.labels = labels
    }
  }
  private let colour: Bool
  private let configuration: Configuration
  private var isLive = false
  private var rich: RichReader?
  private var plain: PlainReader?
  private var lines = LineReader()
  private var isAtEnd = false

  /// Whose keys are respected.
  public struct Configuration: Sendable {
    /// The name that lines of an .editrc may be meant for.
    public var program: String
    /// The path of the user's .editrc; nil for none.
    public var editrc: String?

    /// Makes a configuration.
    ///
    /// - Parameters:
    ///   - program: the name that lines of an .editrc may be meant for.
    ///   - editrc: the path of the user's .editrc; nil for none.
    public init(program: String, editrc: String? = nil) {
      self.program = program
      self.editrc = editrc
    }

    /// The user's own: `$EDITRC`, else `.editrc` in the home folder.
    ///
    /// - Parameters:
    ///   - program: the name of the program.
    ///   - environment: where the variables are looked up.
    /// - Returns: the configuration.
    public static func user(program: String, environment: [String: String]) -> Configuration {
      Configuration(program: program, editrc: environment["EDITRC"] ?? environment["HOME"].map { $0 + "/.editrc" })
    }
  }

  /// Makes an editor; the terminal is left alone until the first line is read.
  ///
  /// - Parameters:
  ///   - terminal: the terminal, or what stands in its place.
  ///   - mode: how to talk to the person.
  ///   - colour: whether to write colours.
  ///   - history: the lines entered before.
  ///   - clock: the clock of the corner.
  ///   - labels: the words it shows by itself.
  ///   - configuration: whose keys are respected.
  public init(
    terminal: Terminal, mode: Mode, colour: Bool, history: History, clock: Clock = .system, labels: Labels = .english,
    configuration: Configuration
  ) {
    self.terminal = terminal
    self.mode = mode
    self.colour = colour
    self.history = history
    self.clock = clock
    self.labels = labels
    self.configuration = configuration
  }

  deinit { close() }

  /// Takes lines out of the history.
  ///
  /// - Parameter isForgotten: whether a line goes.
  public func forget(where isForgotten: (String) -> Bool) { history.forget(where: isForgotten) }

  /// The size of the window now.
  public var windowSize: WindowSize { terminal.size() }

  /// Reads one line.
  ///
  /// - Parameter request: what to show and what to offer.
  /// - Returns: what came of it.
  /// - Throws: ``LineEditorError`` when the terminal cannot be used.
  public func read(_ request: Request) throws(LineEditorError) -> Outcome {
    switch mode {
    case .rich: return try richReader().read(request)
    case .plain: return try plainReader().read(request)
    case .piped: return readPiped(request)
    }
  }

  /// Prints lines for good, above the frame in rich mode; they go to the scrollback.
  ///
  /// It may be called between reads and from the closures of a request.
  ///
  /// - Parameter lines: the lines, broken at words where they are too long.
  public func show(_ lines: [StyledText]) {
    switch mode {
    case .rich:
      if let rich { rich.show(lines) } else { printPlainly(lines.flatMap { $0.wrapped(to: windowSize.columns) }) }
    case .plain:
      if let plain { plain.show(lines) } else { printPlainly(lines) }
    case .piped: printPlainly(lines)
    }
  }

  /// Rings the terminal's bell; silent where there is no terminal.
  public func ring() {
    guard mode != .piped else { return }
    _ = terminal.write([0x07])
  }

  /// Leaves the frame on the screen for good; what is next stands below it.
  public func keepFrame() { rich?.keepFrame() }

  /// Removes the frame from the screen.
  public func eraseFrame() { rich?.eraseFrame() }

  /// Clears the window, so that nothing of what stood in it can be read; what is next stands at its top. In plain mode,
  /// where nothing is ever taken back, and where there is no terminal it does nothing.
  public func clearScreen() { rich?.clearScreen() }

  /// Hands the terminal to something else, such as another program, and takes it back afterwards.
  ///
  /// - Parameter body: what has the terminal meanwhile, as it was before the editor had it.
  /// - Returns: what the body gives.
  /// - Throws: what the body throws.
  public func withTerminalReleased<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let wasLive = isLive
    rest()
    defer { if wasLive { try? resume() } }
    return try body()
  }

  /// Lets the person edit a text in `$VISUAL`, `$EDITOR`, else nano, vi.
  ///
  /// - Parameters:
  ///   - text: the text to begin with.
  ///   - environment: where the variables are looked up.
  /// - Returns: the text as it was saved, without line ends at its end.
  /// - Throws: ``ExternalEditorError`` when there is nothing new; keep the text from before then.
  public func edit(_ text: String, environment: [String: String]) throws(ExternalEditorError) -> String {
    let editor = ExternalEditor(environment: environment)
    let directory = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    return try withTerminalReleased { () throws(ExternalEditorError) in try editor.edit(text, directory: directory) }
  }

  /// Gives the terminal back as it was; reading again takes it anew. The frame stays on the screen.
  public func close() {
    rest()
    terminal.release()
  }

  // MARK: Taking and giving back the terminal

  private func resume() throws(LineEditorError) {
    guard !isLive else { return }
    let failure = terminal.setRaw(true)
    guard failure == 0 else { throw .terminalUnusable(errno: failure) }
    isLive = true
    if mode == .rich { _ = terminal.write(Array(KeyDecoder.modesOn.utf8)) }
  }

  private func rest() {
    guard isLive else { return }
    isLive = false
    rich?.keepFrame()
    if mode == .rich { _ = terminal.write(Array((rich?.decoder ?? KeyDecoder()).modesOff.utf8)) }
    _ = terminal.setRaw(false)
  }

  private func richReader() throws(LineEditorError) -> RichReader {
    if let rich {
      try resume()
      return rich
    }
    // Raw mode first and again afterwards: libedit sets its own once, when it is started.
    try resume()
    let edit = EditLine(
      program: configuration.program, descriptor: terminal.descriptor, configuration: editrcLines())
    guard let edit else {
      let failure = errno
      rest()
      throw .terminalUnusable(errno: failure)
    }
    _ = terminal.setRaw(true)
    let reader = RichReader(
      terminal: terminal, edit: edit, history: history, clock: clock, labels: labels,
      rendering: colour ? .colours : .shapes)
    rich = reader
    return reader
  }

  private func plainReader() throws(LineEditorError) -> PlainReader {
    try resume()
    if let plain { return plain }
    let reader = PlainReader(terminal: terminal, history: history, clock: clock, labels: labels, colours: colour)
    plain = reader
    return reader
  }

  private func editrcLines() -> [String] {
    guard let path = configuration.editrc else { return [] }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { closeDescriptor(file) }
    return String(decoding: readAll(file), as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("#") }
  }

  // MARK: Not a terminal

  private func printPlainly(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    let isTaken = terminal.write(Array(lines.map { $0.rendered(colour: colour) + "\n" }.joined().utf8))
    if !isTaken { hasLostOutput = true }
  }

  private func readPiped(_ request: Request) -> Outcome {
    printPlainly(request.news)
    while true {
      if let line = lines.next(isAtEnd: isAtEnd) { return .line(line) }
      if isAtEnd { return .endOfInput }
      switch terminal.wait(nil) {
      case .bytes(let bytes): lines.feed(bytes)
      case .closed: isAtEnd = true
      case .timeout, .signal(SIGWINCH), .signal(SIGCONT): break
      case .signal(SIGTSTP): terminal.suspend()
      case .signal(let signal): return .terminated(signal: signal, unfinished: lines.unfinished)
      }
    }
  }
}
