import CEditLine
public import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A clock that only goes forwards and goes on while the machine sleeps.
public struct Clock {
  /// The time since some moment in the past.
  public var now: () -> Duration

  /// Makes a clock.
  ///
  /// - Parameter now: gives the time since some moment in the past.
  public init(now: @escaping () -> Duration) { self.now = now }

  /// The clock of the system.
  public static var system: Clock {
    Clock {
      var time = timespec()
      #if canImport(Darwin)
      _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
      #else
      _ = unsafe clock_gettime(CLOCK_BOOTTIME, &time)
      #endif
      return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
  }
}

/// What the editor waits for.
public enum Arrival: Hashable, Sendable {
  /// Bytes that were typed or sent.
  case bytes([UInt8])
  /// A signal, by its number.
  case signal(Int32)
  /// The time is over.
  case timeout
  /// Nothing will come any more.
  case closed
}

/// A terminal, as the few things the editor does with one.
public struct Terminal {
  /// The descriptor that libedit is given as its terminal.
  public var descriptor: Int32
  /// The size of the window now.
  public var size: () -> WindowSize
  /// Writes bytes at once; false when nobody takes them any more.
  public var write: ([UInt8]) -> Bool
  /// Waits for bytes or a signal, at most so long; nil waits for ever.
  public var wait: (Duration?) -> Arrival
  /// Switches single keys on or off; gives an error number, or 0.
  public var setRaw: (Bool) -> Int32
  /// Stops the program as Ctrl-Z would, and returns when it goes on.
  public var suspend: () -> Void
  /// Leaves signals to whoever had them before.
  public var release: () -> Void
  /// Whether rows are broken anew when the window gets narrower, as most terminals do.
  public var reflows: Bool

  /// Makes a terminal of its parts.
  ///
  /// - Parameters:
  ///   - descriptor: the descriptor that libedit is given.
  ///   - size: the size of the window now.
  ///   - write: writes bytes at once.
  ///   - wait: waits for bytes or a signal.
  ///   - setRaw: switches single keys on or off.
  ///   - suspend: stops the program as Ctrl-Z would.
  ///   - release: leaves signals to whoever had them before.
  ///   - reflows: whether rows are broken anew when the window gets narrower.
  public init(
    descriptor: Int32, size: @escaping () -> WindowSize, write: @escaping ([UInt8]) -> Bool,
    wait: @escaping (Duration?) -> Arrival, setRaw: @escaping (Bool) -> Int32, suspend: @escaping () -> Void,
    release: @escaping () -> Void, reflows: Bool
  ) {
    self.descriptor = descriptor
    self.size = size
    self.write = write
    self.wait = wait
    self.setRaw = setRaw
    self.suspend = suspend
    self.release = release
    self.reflows = reflows
  }

  /// The terminal of the process, or whatever its standard input and output are.
  ///
  /// - Parameters:
  ///   - input: the descriptor to read.
  ///   - output: the descriptor to write.
  ///   - environment: tells terminals that do not reflow by `XTERM_VERSION`, `TERM` and `TMUX`.
  /// - Returns: a terminal; there should be one only.
  public static func standard(
    input: Int32 = 0, output: Int32 = 1, environment: [String: String]
  ) -> Terminal {
    let live = LiveTerminal(input: input, output: output)
    let isPlainXterm = environment["XTERM_VERSION"] != nil || environment["TERM"] == "linux"
    return Terminal(
      descriptor: input, size: live.size, write: { writeAll($0, to: output) }, wait: live.wait,
      setRaw: live.setRaw, suspend: { cel_suspend() }, release: live.release,
      reflows: !isPlainXterm || environment["TMUX"] != nil)
  }
}

extension Terminal {
  /// The same terminal, at which something was typed already.
  ///
  /// - Parameter bytes: what was typed.
  /// - Returns: a terminal that gives these bytes first.
  public func typing(_ bytes: [UInt8]) -> Terminal {
    var (terminal, first) = (self, bytes)
    terminal.wait = { limit in
      guard !first.isEmpty else { return self.wait(limit) }
      defer { first = [] }
      return .bytes(first)
    }
    return terminal
  }
}

/// The real terminal: descriptors, signals, and the state to give back.
private final class LiveTerminal {
  /// Everything shown at once, rows that go on, plain style, pasting without marks: as it was found.
  static let resting = "\u{1B}[?2026l\u{1B}[?7h\u{1B}[0m\u{1B}[?2004l\r\n"

  private let input: Int32
  private let output: Int32
  private var saved: termios?
  private var signals: Int32 = -1
  private var arrived: [UInt8] = []
  private var buffer = readBuffer()

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  func size() -> WindowSize {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard unsafe cel_window_size(output, &columns, &rows) else { return WindowSize(columns: 80, rows: 24) }
    return WindowSize(columns: Int(columns), rows: Int(rows))
  }

  func setRaw(_ isRaw: Bool) -> Int32 {
    guard isRaw else {
      cel_unguard()
      guard var state = saved else { return 0 }
      saved = nil
      return unsafe cel_restore(input, &state) ? 0 : errno
    }
    var state = termios()
    guard unsafe cel_raw(input, &state) else { return errno }
    if saved == nil {
      saved = state
      unsafe cel_guard(input, output, &state, LiveTerminal.resting)
    }
    if signals < 0 { signals = cel_watch_signals() }
    return 0
  }

  func release() {
    cel_unwatch_signals()
    signals = -1
  }

  func wait(_ limit: Duration?) -> Arrival {
    if signals < 0 { signals = cel_watch_signals() }
    if !arrived.isEmpty { return .signal(Int32(arrived.removeFirst())) }
    var watched = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let ready = unsafe poll(&watched, 2, limit.map(milliseconds) ?? -1)
    if ready < 0 || watched[1].revents != 0 {
      arrived = readSome(signals, through: &buffer) ?? []
      if !arrived.isEmpty { return .signal(Int32(arrived.removeFirst())) }
    }
    guard ready > 0, watched[0].revents != 0 else { return .timeout }
    guard let bytes = readSome(input, through: &buffer) else { return errno == EAGAIN ? .timeout : .closed }
    return bytes.isEmpty ? .closed : .bytes(bytes)
  }

  private func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    // Rounded up: waking a little early would only wake twice.
    let total = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(total, 0))
  }
}
