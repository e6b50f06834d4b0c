/// A text with every character that could disturb a terminal replaced by a sign that shows it.
///
/// Control characters become their Unicode pictures (`␛`), line and paragraph separators and the characters that reorder
/// text become their number (`‹202E›`). Everything else, joiners of emoji included, stays.
///
/// - Parameter text: any text, from anybody.
/// - Returns: a text without control, bidirectional control or line-breaking characters.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: disturbs) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if disturbs(scalar) { result.append(contentsOf: sign(for: scalar)) } else { result.append(scalar) }
  }
  return String(result)
}

private func disturbs(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00..<0x20, 0x7F..<0xA0: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}

private func sign(for scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return .init([picture]) }
  if scalar.value == 0x7F { return .init(["\u{2421}"]) }
  return "‹\(String(scalar.value, radix: 16, uppercase: true))›".unicodeScalars
}
