/// A text with every character that could disturb a terminal replaced by a sign that shows it.
///
/// Control characters become their Unicode pictures (`␛`), line and paragraph separators, the characters that reorder
/// text, marks that no text needs and what nobody would see become their number (`‹202E›`). Everything else stays, what
/// shapes a letter or an emoji included.
///
/// - Parameter text: any text, from anybody.
/// - Returns: a text without control, bidirectional control or line-breaking characters.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: mayBeSign) else { return text }
  var result = String.UnicodeScalarView()
  for (scalar, isIdle) in ShapedScalars(text) {
    switch CharacterHazard(scalar) {
    case .control, .lineBreak: result.append(contentsOf: sign(for: scalar))
    case .bidirectional, .marker, .invisible:
      if isIdle { result.append(contentsOf: sign(for: scalar)) } else { result.append(scalar) }
    case nil: result.append(scalar)
    }
  }
  return String(result)
}

private func mayBeSign(_ scalar: Unicode.Scalar) -> Bool {
  // Most of what is written; the table need not be asked.
  if (0x20..<0x7F).contains(scalar.value) { return false }
  return CharacterHazard(scalar) != nil
}

private func sign(for scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return .init([picture]) }
  if scalar.value == 0x7F { return .init(["\u{2421}"]) }
  return "‹\(scalar.number)›".unicodeScalars
}
