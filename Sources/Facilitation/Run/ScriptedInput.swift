package import Workshop

/// What a line of a script stands for.
package enum ScriptedInput {
  /// It would be typed, or is Enter.
  case input(Input)
  /// It says what time it is, or what happened.
  case directive(ScriptDirective)

  /// What a line stands for.
  ///
  /// - Throws: ``LineError/unreadableDirective(_:)``
  package init(_ line: String) throws(LineError) {
    guard ScriptDirective.isOne(line.utf8) else {
      self = .input(.typed(line))
      return
    }
    guard let directive = ScriptDirective(line) else { throw .unreadableDirective(line) }
    self = directive == .enter ? .input(.enter) : .directive(directive)
  }
}

extension Interpreter {
  /// Follows a directive of a script.
  ///
  /// - Parameters:
  ///   - directive: What the script says.
  ///   - keepsTime: Whether the script says what time it is; else the clock goes on as it does.
  /// - Throws: Why nothing happened.
  package mutating func follow(_ directive: ScriptDirective, keepingTime keepsTime: Bool) throws(LineError) {
    switch directive {
    case .time(let moment): if keepsTime { clock = .still(at: moment) }
    case .later(let milliseconds):
      let now = clock.now().millisecondsSince1970 + Int64(milliseconds)
      if keepsTime { clock = .still(at: Moment(millisecondsSince1970: now)) }
    case .events(let events): try happen(events.map(session.named))
    case .enter: try interpret(.enter)
    case .phone(let cue): try receive(cue)
    }
  }
}
