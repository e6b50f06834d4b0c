/// The text as it is read on one line, in any format: what breaks a line is a space, and what could not be seen or turns
/// the direction of writing is a visible sign. Every writer passes user text through this and its own escaping.
///
/// - Parameter text: Any text.
/// - Returns: The line, without white space at its ends.
public func readable(_ text: String) -> String {
  // Most text is plain: it is told so by its bytes.
  guard text.utf8.contains(where: isSuspicious) else {
    return text.utf8.first == 0x20 || text.utf8.last == 0x20 ? trimmed(text) : text
  }
  var result = String.UnicodeScalarView()
  for scalar in trimmed(text).unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result.append(" ")
    case _ where CharacterHazard(scalar)?.isShownAsSign == true:
      let digits = scalar.number
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      result.append(contentsOf: "‹U+\(zeros)\(digits)›".unicodeScalars)
    case _: result.append(scalar)
    }
  }
  return trimmed(String(result))
}

/// Whether a byte may begin a character that is not shown as it is.
private func isSuspicious(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
  case _: false
  }
}

private func trimmed(_ text: String) -> String {
  guard let start = text.firstIndex(where: { !$0.isWhitespace }),
    let end = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[start...end])
}
