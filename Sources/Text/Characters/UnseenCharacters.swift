/// A text without the characters that nobody sees: byte order marks, zero-width spaces, soft hyphens, marks of direction,
/// tags. Joiners, variation selectors and tags stay where they shape a letter or an emoji.
///
/// Everything that is typed, pasted, piped or read from a file of lines passes through this.
///
/// - Parameter text: Any text.
/// - Returns: The text; the same one where there is nothing to drop.
public func withoutUnseen(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.value >= 0xAD && $0.isUnseen }) else { return text }
  var result = String.UnicodeScalarView()
  for (scalar, isDropped) in ShapedScalars(text) where !isDropped { result.append(scalar) }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether it is not seen by itself.
  package var isUnseen: Bool {
    switch CharacterHazard(self) {
    case .bidirectional, .marker, .invisible: true
    case .control, .lineBreak: false
    case nil: isVariationSelector
    }
  }

  private var isVariationSelector: Bool { (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) }

  /// Whether it is not seen and shapes nothing between these two.
  fileprivate func isIdle(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    guard isUnseen else { return false }
    guard let previous else { return true }
    switch value {
    case 0x200C, 0x200D:
      // A joiner at the end of a word shapes the letter before it in scripts with a virama.
      if previous.properties.canonicalCombiningClass == .virama { return false }
      return !(previous.isShaped && (next?.isShaped ?? false))
    case 0xFE00...0xFE0F: return !previous.properties.isEmoji && previous.value < 0x2000
    case 0xE0100...0xE01EF: return previous.value < 0x2E80
    case 0xE0020...0xE007F: return previous.value != 0x1F3F4 && !(0xE0020...0xE007F).contains(previous.value)
    case 0x180B...0x180F: return !(0x1800...0x18AF).contains(previous.value)
    case 0x034F: return !(next?.properties.generalCategory == .nonspacingMark)
    case 0x115F, 0x1160: return !(0x1100...0x11FF).contains(previous.value)
    case _: return true
    }
  }

  /// Whether a joiner beside it can shape anything: emoji, and letters of scripts that join.
  private var isShaped: Bool {
    value >= 0x0590 && !properties.isWhitespace && !(0x2000...0x206F).contains(value)
      || (0xFE00...0xFE0F).contains(value)
  }
}

/// The scalars of a text, each with whether it is not seen and shapes nothing.
struct ShapedScalars: Sequence, IteratorProtocol {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// The last scalar that stays.
  private var previous: Unicode.Scalar?

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func next() -> (Unicode.Scalar, Bool)? {
    guard place < scalars.count else { return nil }
    defer { place += 1 }
    let scalar = scalars[place]
    let isIdle = scalar.isIdle(after: previous, before: place + 1 < scalars.count ? scalars[place + 1] : nil)
    if !isIdle { previous = scalar }
    return (scalar, isIdle)
  }
}
