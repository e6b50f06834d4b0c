/// The time, handed in.
struct Clock: Sendable {
  /// Milliseconds of a clock that never goes back.
  var now: @Sendable () -> Int
  /// Milliseconds since 1970.
  var moment: @Sendable () -> Int
}
