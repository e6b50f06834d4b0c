/// A line of text for the terminal, made of styled spans.
///
/// It can be built from anybody's words: control and bidirectional control characters have become visible signs
/// (``visible(_:)``) by the time they are in it.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A piece of text in one style.
  package struct Span: Hashable {
    package var text: String
    package var style: Style
  }

  package private(set) var spans: [Span]

  /// Makes a line in one style.
  ///
  /// - Parameters:
  ///   - text: any text; a line end in it is shown as a sign.
  ///   - style: how it is shown.
  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text: visible(text), style: style)]
  }

  /// Makes a plain line from a literal.
  ///
  /// - Parameter value: the text.
  public init(stringLiteral value: String) { self.init(value) }

  package init(glyphs: some Sequence<Glyph>) {
    spans = []
    for glyph in glyphs {
      if let last = spans.indices.last, spans[last].style == glyph.style {
        spans[last].text.append(glyph.cluster)
      } else {
        spans.append(Span(text: String(glyph.cluster), style: glyph.style))
      }
    }
  }

  /// One line after the other.
  ///
  /// - Parameters:
  ///   - left: the beginning.
  ///   - right: the end.
  /// - Returns: both in one line.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.spans += right.spans
    return result
  }

  /// Adds to the end of a line.
  ///
  /// - Parameters:
  ///   - left: the line that grows.
  ///   - right: what is added.
  public static func += (left: inout StyledText, right: StyledText) { left.spans += right.spans }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { spans.isEmpty }

  /// The text without its styles.
  public var plainText: String { spans.map(\.text).joined() }

  /// The columns it takes.
  public var width: Int { spans.reduce(0) { $0 + displayWidth(of: $1.text) } }

  /// The text as bytes for a terminal or a file.
  ///
  /// - Parameter colour: whether styles become escape sequences; without, it is the plain text.
  /// - Returns: the text, without a line end.
  public func rendered(colour: Bool) -> String {
    guard colour else { return plainText }
    return rendered(.colours)
  }

  package func rendered(_ rendering: Rendering) -> String {
    var result = ""
    for span in spans {
      let sequence = rendering.sequence(for: span.style)
      result += sequence.isEmpty ? span.text : sequence + span.text + "\u{1B}[0m"
    }
    return result
  }

  package var glyphs: [Glyph] {
    var result: [Glyph] = []
    for span in spans {
      if span.text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        result += span.text.unicodeScalars.compactMap { Glyph.common($0, span.style) }
      } else {
        for cluster in span.text { result.append(Glyph(cluster, span.style)) }
      }
    }
    return result
  }
}

/// Which escape sequences a screen gets.
package enum Rendering: Hashable {
  /// None at all.
  case none
  /// Bold and reverse, no colours.
  case shapes
  /// All of them.
  case colours

  package func sequence(for style: Style) -> String {
    switch self {
    case .none: ""
    case .shapes: style.sequence(colours: false)
    case .colours: style.sequence(colours: true)
    }
  }
}
