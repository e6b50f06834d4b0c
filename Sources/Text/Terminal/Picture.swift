/// What is shown on a terminal: a block, the line that is typed, and what stands below it.
public struct Picture {
  /// The block above the line, for a window of a size.
  public var above: (WindowSize) -> [StyledText]
  /// What stands before the line.
  public var prompt: StyledText
  /// The line.
  public var text: String
  /// From which character on the line is painted as dots; nil when nobody minds who reads it.
  public var concealedFrom: Int?
  /// What stands below it, for a window of a size.
  public var below: (WindowSize) -> [StyledText]

  /// Makes a picture.
  ///
  /// - Parameters:
  ///   - above: the block above the line, for a window of a size.
  ///   - prompt: what stands before the line.
  ///   - text: the line.
  ///   - concealedFrom: from which character on it is painted as dots.
  ///   - below: what stands below it, for a window of a size.
  public init(
    above: @escaping (WindowSize) -> [StyledText], prompt: StyledText, text: String, concealedFrom: Int?,
    below: @escaping (WindowSize) -> [StyledText]
  ) {
    (self.above, self.prompt, self.text, self.below) = (above, prompt, text, below)
    self.concealedFrom = concealedFrom
  }
}
