/// A text that may stand at the place of another in the line.
public struct Completion: Hashable, Sendable {
  /// What is put into the line.
  public var text: String
  /// What is shown in the list; the text itself when left out.
  public var label: String
  /// The description beside it.
  public var detail: String
  /// What it replaces: a range of the line, counted in characters.
  public var replaces: Range<Int>

  /// Makes a completion.
  ///
  /// - Parameters:
  ///   - text: what is put into the line.
  ///   - label: what is shown in the list; the text itself when left out.
  ///   - detail: the description beside it.
  ///   - replaces: what it replaces, counted in characters of the line; what lies outside the line is cut off.
  public init(_ text: String, label: String? = nil, detail: String = "", replaces: Range<Int>) {
    self.text = text
    self.label = label ?? text
    self.detail = detail
    self.replaces = replaces
  }
}
