package import Facilitation
import Workshop

extension Interpreter {
  /// Hears a line as it would be typed.
  @discardableResult
  package mutating func hear(_ line: String) throws(LineError) -> Reply { try interpret(.typed(line)) }

  /// Hears a line of a script.
  package mutating func hear(scripted line: String) throws(LineError) {
    switch try ScriptedInput(line) {
    case .input(let input): try interpret(input)
    case .directive(let directive): try follow(directive, keepingTime: true)
    }
  }
}
