/// Why something expected of a program in a terminal did not happen.
public enum PseudoTerminalError: Error, Sendable {
  /// No terminal could be opened; with the system's error number.
  case noTerminal(errno: Int32)
  /// The program could not be started; with the system's error number.
  case notStarted(path: String, errno: Int32)
  /// What was waited for had not happened when the time was over.
  case timeout(waitingFor: String, screen: Screen)
  /// The program ended before what was waited for happened.
  case ended(ExitStatus, waitingFor: String, screen: Screen)
  /// The program takes no more input; with the system's error number.
  case notTaken(errno: Int32)
}

extension PseudoTerminalError: CustomStringConvertible {
  /// What happened, with the screen as it was.
  public var description: String {
    switch self {
    case .noTerminal(let errno): "no pseudo-terminal could be opened: error \(errno)"
    case .notStarted(let path, let errno): "\(path) could not be started: error \(errno)"
    case .timeout(let what, let screen): "the time was over before this: \(what)\n\(screen)"
    case .ended(let status, let what, let screen): "the program ended (\(status)) before this: \(what)\n\(screen)"
    case .notTaken(let errno): "the program takes no more input: error \(errno)"
    }
  }
}

/// How a program ended.
public enum ExitStatus: Hashable, Sendable {
  /// By itself, with this code.
  case code(Int32)
  /// By this signal.
  case signal(Int32)
}
