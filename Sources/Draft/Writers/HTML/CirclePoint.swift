/// Points on a circle, without a library of mathematics.
enum CirclePoint {
  /// The point after a part of a whole turn, beginning at the top, clockwise: to the right and down, each from -1 to 1.
  static func point(_ turn: Double) -> (right: Double, down: Double) {
    let angle = (turn - 0.25) * 2 * Double.pi
    return (sine(angle + Double.pi / 2), sine(angle))
  }

  /// The sine by its series, exact to a millionth within two turns.
  private static func sine(_ angle: Double) -> Double {
    let turned = angle - 2 * Double.pi * (angle / (2 * Double.pi)).rounded()
    var (term, sum) = (turned, turned)
    for step in 1...10 {
      let place = Double(2 * step)
      term *= -turned * turned / (place * (place + 1))
      sum += term
    }
    return sum
  }
}
