#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Points on a circle.
enum CirclePoint {
  /// The point after a part of a whole turn, beginning at the top, clockwise: to the right and down, each from -1 to 1.
  static func point(_ turn: Double) -> (right: Double, down: Double) {
    let angle = turn * 2 * Double.pi
    return (sin(angle), -cos(angle))
  }
}
