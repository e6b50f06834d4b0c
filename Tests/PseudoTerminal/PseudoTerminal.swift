import CPseudoTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program in a terminal of its own, with a screen that is kept up to date by reading what it writes.
///
/// Nothing in it sleeps: everything waits for a condition on the screen, or for the end of the program, under a deadline.
/// It is used from one thread. When it goes out of use, the program is killed.
public final class PseudoTerminal {
  /// What the terminal shows, as of the last time something was waited for.
  public private(set) var screen: Screen
  /// The program's number.
  public let processIdentifier: Int32
  /// The modes of the terminal before the program was started; compare with ``state``.
  public let initialState: String
  /// How long is waited when nothing else is said.
  public static let patience = Duration.seconds(180)

  private let primary: Int32
  /// Kept open, so that the terminal and its state outlive the program.
  private let secondary: Int32
  /// Reading ends here when the program and its children have ended.
  private let life: Int32
  private var isHungUp = false
  private var status: ExitStatus?

  private init(
    primary: Int32, secondary: Int32, life: Int32, processIdentifier: Int32, screen: Screen, initialState: String
  ) {
    self.primary = primary
    self.secondary = secondary
    self.life = life
    self.processIdentifier = processIdentifier
    self.screen = screen
    self.initialState = initialState
  }

  deinit {
    if status == nil {
      _ = kill(processIdentifier, SIGKILL)
      _ = cpt_wait(processIdentifier)
    }
    if !isHungUp { close(primary) }
    close(secondary)
    close(life)
  }

  /// Starts a program in a terminal of its own.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: what it is given, without its own name.
  ///   - environment: all of its variables; `PATH`, `TERM` (xterm-256color) and `LC_ALL` (C.UTF-8) are there as well
  ///     unless they are named.
  ///   - folder: the folder it works in; nil for the one of this process.
  ///   - columns: the width of the window.
  ///   - rows: the height of the window.
  ///   - widths: how the terminal counts columns.
  ///   - reflows: whether it breaks rows anew when its width changes.
  ///   - marksPastes: whether it marks what is pasted.
  /// - Returns: the terminal with the program running in it.
  /// - Throws: ``PseudoTerminalError`` when there is no terminal or no such program.
  public static func run(
    _ path: String, arguments: [String] = [], environment: [String: String] = [:], folder: String? = nil,
    columns: Int = 80, rows: Int = 24, widths: Widths = .clusters, reflows: Bool = true,
    marksPastes: Bool = true
  ) throws(PseudoTerminalError) -> PseudoTerminal {
    var primary: Int32 = -1
    var secondary: Int32 = -1
    var life: (reading: Int32, writing: Int32) = (-1, -1)
    let failure = unsafe cpt_open(&primary, &secondary, Int32(columns), Int32(rows))
    guard failure == 0 else { throw .noTerminal(errno: failure) }
    guard unsafe cpt_pipe(&life.reading, &life.writing) == 0 else {
      let failure = errno
      close(primary)
      close(secondary)
      throw .noTerminal(errno: failure)
    }
    let initialState = state(of: secondary)
    var child: pid_t = 0
    let variables = inherited(environment).sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
    var result: Int32 = 0
    unsafe withCStrings([path] + arguments) { arguments in
      unsafe withCStrings(variables) { variables in
        result = unsafe cpt_spawn(path, arguments, variables, folder, primary, life.writing, &child)
      }
    }
    close(life.writing)
    guard result == 0 else {
      close(primary)
      close(secondary)
      close(life.reading)
      throw .notStarted(path: path, errno: result)
    }
    var screen = Screen(columns: columns, rows: rows, widths: widths, reflows: reflows)
    screen.marksPastes = marksPastes
    return PseudoTerminal(
      primary: primary, secondary: secondary, life: life.reading, processIdentifier: child, screen: screen,
      initialState: initialState)
  }

  private static func inherited(_ environment: [String: String]) -> [String: String] {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    return ["PATH": path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
  }

  // MARK: Typing

  /// Types a text, as it comes from the keyboard: Enter is `\r`, Escape `\u{1B}`, Ctrl-C `\u{3}`.
  ///
  /// - Parameter text: what is typed.
  /// - Throws: ``PseudoTerminalError`` when the program does not take it in time.
  public func type(_ text: String) throws(PseudoTerminalError) { try send(Array(text.utf8)) }

  /// Pastes a text as a terminal does: marked when the program asked for that, line ends as Enter.
  ///
  /// - Parameter text: the text in the clipboard.
  /// - Throws: ``PseudoTerminalError`` when the program does not take it in time.
  public func paste(_ text: String) throws(PseudoTerminalError) {
    let typed = Array(text.utf8).map { $0 == 0x0A ? 0x0D : $0 }
    guard screen.isPasteBracketed else { return try send(typed) }
    try send(Array("\u{1B}[200~".utf8) + typed + Array("\u{1B}[201~".utf8))
  }

  /// Sends bytes as if they were typed, reading what the program writes meanwhile.
  ///
  /// - Parameter bytes: the bytes.
  /// - Throws: ``PseudoTerminalError`` when the program does not take them in time.
  public func send(_ bytes: [UInt8]) throws(PseudoTerminalError) {
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes { unsafe write(primary, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        guard ContinuousClock.now < deadline else {
          throw .timeout(waitingFor: "the program takes \(bytes.count - sent) bytes", screen: screen)
        }
        _ = hasEnded(by: deadline, writing: true)
        drain()
      } else if errno != EINTR {
        throw .notTaken(errno: errno)
      }
    }
  }

  // MARK: Waiting

  /// Waits until a text stands on the screen.
  ///
  /// - Parameters:
  ///   - text: a piece of one row.
  ///   - limit: how long to wait.
  /// - Throws: ``PseudoTerminalError``, with the screen, when it does not come.
  public func wait(for text: String, within limit: Duration = patience) throws(PseudoTerminalError) {
    try wait(until: "“\(text)” is on the screen", within: limit) { $0.contains(text) }
  }

  /// Waits until a condition on the screen is met; it is not asked in the middle of an update.
  ///
  /// - Parameters:
  ///   - what: what is waited for, in words.
  ///   - limit: how long to wait.
  ///   - condition: whether the screen is as it should be.
  /// - Throws: ``PseudoTerminalError``, with the screen, when it does not become so.
  public func wait(
    until what: String = "the condition", within limit: Duration = patience, _ condition: (Screen) -> Bool
  ) throws(PseudoTerminalError) {
    let deadline = ContinuousClock.now + limit
    while true {
      drain()
      if !screen.isUpdating, condition(screen) { return }
      if let status { throw .ended(status, waitingFor: what, screen: screen) }
      guard ContinuousClock.now < deadline else { throw .timeout(waitingFor: what, screen: screen) }
      if hasEnded(by: deadline, writing: false) { reap() }
    }
  }

  /// Waits for the end of the program, reading what it writes until then.
  ///
  /// - Parameter limit: how long to wait.
  /// - Returns: how it ended.
  /// - Throws: ``PseudoTerminalError``, with the screen, when it does not end.
  @discardableResult
  public func waitForExit(within limit: Duration = patience) throws(PseudoTerminalError) -> ExitStatus {
    let deadline = ContinuousClock.now + limit
    while true {
      drain()
      if let status { return status }
      guard ContinuousClock.now < deadline else { throw .timeout(waitingFor: "the program ends", screen: screen) }
      if hasEnded(by: deadline, writing: false) { reap() }
    }
  }

  /// Waits for output, for room to write, or for the end of the program; true when that has come.
  private func hasEnded(by deadline: ContinuousClock.Instant, writing: Bool) -> Bool {
    let (seconds, attoseconds) = (deadline - .now).components
    let milliseconds = Int32(clamping: max(seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1, 0))
    let events = Int16(POLLIN) | (writing ? Int16(POLLOUT) : 0)
    var watched = [
      pollfd(fd: isHungUp ? -1 : primary, events: events, revents: 0),
      pollfd(fd: status == nil ? life : -1, events: Int16(POLLIN), revents: 0),
    ]
    _ = unsafe poll(&watched, 2, milliseconds)
    return watched[1].revents != 0
  }

  /// The program has ended; what it wrote last is still to be read.
  private func reap() {
    guard status == nil else { return }
    let code = cpt_wait(processIdentifier)
    drain()
    status = code < 0 ? .signal(-code) : .code(code)
  }

  /// Reads what is there, and answers what a terminal is asked.
  private func drain() {
    guard !isHungUp else { return }
    let size = 65_536
    while true {
      var count = -1
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        repeat { count = unsafe read(primary, buffer.baseAddress, size) } while count < 0 && errno == EINTR
        filled = max(count, 0)
      }
      guard count > 0 else { break }
      screen.feed(bytes)
    }
    guard !screen.replies.isEmpty else { return }
    let replies = screen.replies
    screen.replies = []
    _ = unsafe replies.withUnsafeBytes { unsafe write(primary, $0.baseAddress, $0.count) }
  }

  // MARK: The window and the outside

  /// Gives the window another size; the program is told so by a signal.
  ///
  /// - Parameters:
  ///   - columns: how wide it is now.
  ///   - rows: how high it is now.
  public func resize(columns: Int, rows: Int) {
    drain()
    screen.resize(columns: columns, rows: rows)
    _ = cpt_resize(primary, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  ///
  /// - Parameter number: which one.
  public func signal(_ number: Int32) { if status == nil { _ = kill(processIdentifier, number) } }

  /// Lets the program's files grow as far as they like, after they were limited.
  ///
  /// - Returns: whether the system can do that.
  public func liftFileSize() -> Bool { cpt_lift_file_size(processIdentifier) }

  /// Closes the window; the program is told so by SIGHUP. Nothing can be read or typed afterwards.
  public func hangUp() {
    guard !isHungUp else { return }
    drain()
    isHungUp = true
    close(primary)
  }

  /// The modes of the terminal, in the form of `stty -g`.
  public var state: String { PseudoTerminal.state(of: secondary) }

  private static func state(of descriptor: Int32) -> String {
    var text = [CChar](repeating: 0, count: 512)
    let isRead = unsafe text.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe cpt_state(descriptor, $0, 512) } ?? false
    }
    return isRead ? String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self) : ""
  }
}

/// Hands a list of strings to C, with the null pointer it ends with.
private func withCStrings(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Void) {
  let copies: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) } + [nil]
  unsafe copies.map { unsafe UnsafePointer($0) }.withUnsafeBufferPointer { buffer in
    if let start = buffer.baseAddress { unsafe body(start) }
  }
  unsafe copies.forEach { unsafe free($0) }
}
