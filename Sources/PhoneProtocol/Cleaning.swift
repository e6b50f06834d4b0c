@_spi(_Unicode) internal import Swift

/// A text from a phone, made fit to be kept: one line in Unicode's Normalization Form C (UAX #15), without controls, tags
/// and characters that turn the direction of writing, and without white space at its ends.
///
/// Line ends and every other white space become a space. What is longer than ``PhoneLimits/characters`` is not cut here:
/// see ``isTooLong(_:)``.
///
/// - Parameter text: Any text.
/// - Returns: The text that is kept; empty where nothing of it can be.
public func cleaned(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isLineEnd(scalar) || scalar.properties.isWhitespace {
      // One space is enough for any white space.
      if let last = scalars.last, last != " " { scalars.append(" ") }
    } else if !isRemoved(scalar) {
      scalars.append(scalar)
    }
  }
  if scalars.last == " " { scalars.removeLast() }
  var composed = String.UnicodeScalarView()
  composed.append(contentsOf: String(scalars)._nfc)
  return String(composed)
}

/// Whether a text is longer than a field may be.
///
/// - Parameter text: A text that is ``cleaned(_:)``.
/// - Returns: Whether it has more characters, or more scalars, than ``PhoneLimits`` says.
public func isTooLong(_ text: String) -> Bool {
  text.count > PhoneLimits.characters || text.unicodeScalars.count > PhoneLimits.scalars
}

private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
  case _: false
  }
}

/// C0 and C1 controls, marks and overrides of direction, tags, the byte order mark, noncharacters.
private func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0xE0000...0xE007F:
    true
  case _: scalar.properties.isNoncharacterCodePoint
  }
}
