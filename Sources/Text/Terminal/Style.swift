/// One of the eight colours that every terminal has.
public enum Colour: Int, Hashable, Sendable, CaseIterable {
  /// The colours, in the order of their codes.
  case black, red, green, yellow, blue, magenta, cyan, white
}

/// How a piece of text is shown: bold, reversed, in one of eight colours.
///
/// There is no dim or grey: a projector washes it out. Meaning is never carried by a style alone.
public struct Style: Hashable, Sendable {
  /// Whether it is bold.
  public var bold: Bool
  /// Whether text and ground are exchanged.
  public var reverse: Bool
  /// Its colour; nil is the terminal's own.
  public var colour: Colour?
  /// The colour behind it, for pictures that must be dark on light whatever the terminal's own colours are.
  public var ground: Colour?

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - bold: whether it is bold.
  ///   - reverse: whether text and ground are exchanged.
  ///   - colour: its colour; nil is the terminal's own.
  public init(bold: Bool = false, reverse: Bool = false, colour: Colour? = nil) {
    self.bold = bold
    self.reverse = reverse
    self.colour = colour
  }

  /// Text as it comes.
  public static let plain = Style()
  /// Bold text.
  public static let bold = Style(bold: true)
  /// Text and ground exchanged.
  public static let reverse = Style(reverse: true)

  /// Text in a colour.
  ///
  /// - Parameters:
  ///   - colour: the colour.
  ///   - bold: whether it is bold as well.
  /// - Returns: the style.
  public static func colour(_ colour: Colour, bold: Bool = false) -> Style { Style(bold: bold, colour: colour) }

  /// Black on white: a square that a camera reads.
  public static var ink: Style {
    var style = Style(colour: .black)
    style.ground = .white
    return style
  }

  /// The escape sequence that turns it on from plain; empty when plain.
  package func sequence(colours: Bool) -> String {
    var codes: [String] = []
    if bold { codes.append("1") }
    if reverse { codes.append("7") }
    if colours, let colour { codes.append(String(30 + colour.rawValue)) }
    if colours, let ground { codes.append(String(40 + ground.rawValue)) }
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
