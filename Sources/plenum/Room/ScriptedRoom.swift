import Journal
import Workshop

extension Room {
  /// Hears one line of a script: what would be typed, or a cue.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - keepsTime: Whether the script says what time it is; else the room's clock goes on as it does.
  ///   - isAnswered: Whether somebody reads what is replied.
  /// - Returns: What was asked for; nil for a cue that asks for nothing.
  /// - Throws: Why nothing happened.
  mutating func hear(
    scripted line: String, keepingTime keepsTime: Bool = true, isAnswered: Bool = true
  ) throws(Hindrance) -> Reply? {
    guard Cue.isOne(line.utf8) else { return try hear(line, isAnswered: isAnswered) }
    switch Cue(line) {
    case .enter: return try hear("")
    case .events(let events): try happen(events.map(session.named))
    case .time(let moment): if keepsTime { clock = .still(at: moment) }
    case .later(let milliseconds):
      let now = clock.now().millisecondsSince1970 + Int64(milliseconds)
      if keepsTime { clock = .still(at: Moment(millisecondsSince1970: now)) }
    case nil: throw .unreadableCue(line)
    }
    return nil
  }
}
