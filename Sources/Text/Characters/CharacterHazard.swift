/// What is dangerous about a character that cannot be seen as it is: the one table of them.
///
/// Terminals, documents and the journal ask it, each for what concerns it: see ``visible(_:)``, ``readable(_:)`` and
/// ``JSONWriter``. The classes follow the general categories Cc, Cf, Zl and Zp of Unicode 16 and, for what reorders text,
/// UAX #9.
public enum CharacterHazard: Hashable, Sendable {
  /// A control character: a terminal acts on it.
  case control
  /// A line or paragraph separator: some readers begin a new line there.
  case lineBreak
  /// It reorders the text around it.
  case bidirectional
  /// It marks the byte order or tags a language, or it is no character at all: nothing in a text needs it.
  case marker
  /// It takes no room. Joiners of emoji and of other scripts are such, so that a text keeps it.
  case invisible

  /// The hazard of a scalar; nil when it is shown as it is.
  ///
  /// - Parameter scalar: Any scalar.
  public init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: self = .control
    case 0x2028, 0x2029: self = .lineBreak
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidirectional
    case 0xFEFF, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: self = .marker
    case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
      0x206A...0x206F, 0x3164, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A:
      self = .invisible
    case _: return nil
    }
  }

  /// Whether a text that is read shows a sign in its place.
  public var isShownAsSign: Bool {
    switch self {
    case .control, .lineBreak, .bidirectional, .marker: true
    case .invisible: false
    }
  }
}

extension Unicode.Scalar {
  /// Its number in hexadecimal digits, such as `202E`.
  var number: String { String(value, radix: 16, uppercase: true) }
}
