/// The lines of a pipe, put together from the pieces they come in.
public struct MessageLines: Sendable {
  private var begun: [UInt8] = []
  /// Whether the rest of the line is passed over, because it is too long.
  private var isTooLong = false

  /// No lines yet.
  public init() {}

  /// Takes a piece, and gives the lines that end in it, without their ends.
  ///
  /// - Parameter piece: Any bytes.
  /// - Returns: The lines; nil stands for one that was longer than ``PhoneLimits/line``, of which nothing was kept.
  public mutating func take(_ piece: some Collection<UInt8>) -> [[UInt8]?] {
    var lines: [[UInt8]?] = []
    var rest = piece[...]
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      lines.append(isTooLong ? nil : begun)
      (begun, isTooLong) = ([], false)
      rest = rest[rest.index(after: end)...]
    }
    keep(rest)
    return lines
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    guard !isTooLong, begun.count + bytes.count <= PhoneLimits.line else {
      (begun, isTooLong) = ([], true)
      return
    }
    begun += bytes
  }
}
