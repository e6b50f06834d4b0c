/// Minutes and seconds, `04:12`.
package func minutesAndSeconds(_ seconds: Int64) -> String {
  let rest = seconds % 60
  return "\(seconds / 60 < 10 ? "0" : "")\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
}
