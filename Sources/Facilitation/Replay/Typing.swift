import Workshop

/// How a line appears that nobody types: when each of its keys is pressed, and how long nothing happens before it.
///
/// Where a journal or a script says when things happened, the pause is what it says, without the typing; else it is made up,
/// long enough to read what was answered. The same line always appears in the same way.
package struct Typing {
  /// The longest pause.
  package var idle: Duration
  /// So many times as fast.
  package var speed: Double

  package init(idle: Duration, speed: Double) {
    (self.idle, self.speed) = (idle, speed)
  }

  /// How long it takes until a key of a line appears, after the one before.
  ///
  /// - Parameters:
  ///   - place: The place of the key in the line.
  ///   - number: The number of the line, so that every line has a rhythm of its own.
  /// - Returns: The time, at this speed.
  package func key(_ place: Int, ofLine number: Int) -> Duration {
    // A mixed number of the two: no rhythm is to be seen in it.
    var mixed = UInt64(truncatingIfNeeded: number &* 1_000_003 &+ place) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    return .milliseconds(45 + Int64(mixed % 75)) / speed
  }

  /// How long it takes from the first key of a line until it is entered.
  package func length(of text: String, number: Int) -> Duration {
    (1..<max(text.count, 1)).reduce(text.isEmpty ? .zero : enter) { $0 + key($1, ofLine: number) }
  }

  /// The time between the last key and Enter.
  package var enter: Duration { .milliseconds(250) / speed }

  /// How long nothing happens before a line is typed.
  ///
  /// - Parameters:
  ///   - gap: How long it was from the line before to this one, where that is known.
  ///   - text: The line.
  ///   - number: Its number.
  ///   - read: How many characters were answered to the line before.
  /// - Returns: The time, at this speed.
  package func pause(gap: Duration?, before text: String, number: Int, toRead read: Int) -> Duration {
    guard let gap else { return min(.milliseconds(500 + 25 * Int64(read)), idle) / speed }
    return min(max(gap / speed - length(of: text, number: number), .zero), idle / speed)
  }

  /// The speeds that can be chosen, slowest first.
  package static let speeds: [Double] = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]

  /// The next higher or lower speed; the same at the end.
  package mutating func change(faster isFaster: Bool) {
    let next = isFaster ? Typing.speeds.first { $0 > speed } : Typing.speeds.last { $0 < speed }
    speed = next ?? speed
  }
}
