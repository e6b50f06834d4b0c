/// How the program talks to the person at the terminal, decided once when it starts.
public enum Mode: Hashable, Sendable, CaseIterable {
  /// A block that is repainted in place, with editing.
  case rich
  /// Output that is only ever added to, for screen readers and terminals without control sequences.
  case plain
  /// Not a terminal: lines are read as they come.
  case piped

  /// Decides the mode.
  ///
  /// - Parameters:
  ///   - isTerminalIn: whether what is read is a terminal.
  ///   - isTerminalOut: whether what is written is one.
  ///   - plainFlag: whether the person asked for plain output.
  ///   - environment: the variables `TERM` and `ACCESSIBLE` are looked up here.
  /// - Returns: piped unless both ends are terminals; plain when asked for, with `ACCESSIBLE` set, or when `TERM` is
  ///   missing, empty or `dumb`; rich otherwise.
  public static func deciding(
    isTerminalIn: Bool, isTerminalOut: Bool, plainFlag: Bool, environment: [String: String]
  ) -> Mode {
    guard isTerminalIn && isTerminalOut else { return .piped }
    let accessible = environment["ACCESSIBLE"] ?? ""
    let terminal = environment["TERM"] ?? ""
    let wantsPlain = plainFlag || !["", "0"].contains(accessible) || ["", "dumb"].contains(terminal)
    return wantsPlain ? .plain : .rich
  }
}

/// What was asked for about colours.
public enum ColourChoice: String, Hashable, Sendable, CaseIterable {
  /// As the environment and the terminal suggest.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Decides whether there are colours: the choice, then `NO_COLOR`, `TERM=dumb`, `FORCE_COLOR`, then the terminal.
  ///
  /// - Parameters:
  ///   - environment: where the variables are looked up.
  ///   - isTerminal: whether what is written is a terminal.
  /// - Returns: whether to write colours.
  public func allowsColour(environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb" { return false }
      if !["", "0"].contains(environment["FORCE_COLOR"] ?? "") { return true }
      return isTerminal
    }
  }
}
