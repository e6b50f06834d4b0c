/// A token bucket: so many at once, and after that so many each second.
struct Bucket: Hashable, Sendable {
  private let size: Int
  private let milliseconds: Int
  /// The moment from which on it is full again.
  private var isFullFrom = 0

  /// A full bucket.
  ///
  /// - Parameters:
  ///   - size: How many it gives at once.
  ///   - perSecond: How many come back each second.
  init(size: Int, perSecond: Int) {
    self.size = size
    milliseconds = 1000 / perSecond
  }

  /// Whether there is one.
  func hasOne(at now: Int) -> Bool { max(isFullFrom, now) + milliseconds - now <= size * milliseconds }

  /// Takes one out, if there is one at that moment of a clock that never goes back, in milliseconds.
  mutating func take(at now: Int) -> Bool {
    guard hasOne(at: now) else { return false }
    isFullFrom = max(isFullFrom, now) + milliseconds
    return true
  }
}
