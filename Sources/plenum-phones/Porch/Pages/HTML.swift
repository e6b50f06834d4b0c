/// Text as it stands in a page; it is the only way for a text into one.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  private(set) var source: String

  /// Markup of our own.
  init(stringLiteral value: String) { source = value }

  init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Markup that was made before.
  init(markup: String) { source = markup }

  static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.source + right.source) }
  static func += (left: inout HTML, right: HTML) { left.source += right.source }

  /// What is put in: texts are escaped, for a place between tags as for one between quotation marks.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ html: HTML) { source += html.source }
    mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { source += part.source } }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }
  }

  private static func escaped(_ text: String) -> String {
    // Most texts have nothing to escape.
    guard text.utf8.contains(where: suspicious) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      // What turns the direction of writing, and controls, have no place in a page.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}",
        "\u{7F}"..."\u{9F}":
        continue
      case _: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Whether a byte is, or may begin, a character that does not stand as it is.
  private static func suspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x7F,
      0xC2, 0xE2:
      true
    case _: false
    }
  }
}
