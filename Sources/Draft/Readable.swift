import Workshop

/// The text as it is read on one line, in any format: what breaks a line is a space, and what could not be seen or turns
/// the direction of writing is a visible sign. Every writer passes user text through this and its own escaping.
///
/// - Parameter text: Any text.
/// - Returns: The line, without white space at its ends.
func readable(_ text: String) -> String {
  // Most text is plain: it is told so by its bytes.
  guard text.utf8.contains(where: isSuspicious) else {
    return text.utf8.first == 0x20 || text.utf8.last == 0x20 ? text.trimmed : text
  }
  var result = String.UnicodeScalarView()
  for scalar in text.trimmed.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result.append(" ")
    case _ where isInvisible(scalar): result.append(contentsOf: "‹U+\(hexadecimal(scalar))›".unicodeScalars)
    case _: result.append(scalar)
    }
  }
  return String(result).trimmed
}

/// Whether a byte may begin a character that is not shown as it is.
private func isSuspicious(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
  case _: false
  }
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF, 0xE0000...0xE007F,
    0xFFFE, 0xFFFF:
    true
  case _: false
  }
}

private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
