/// What stands before the lines of a list in other programs: bullets, boxes, numbers, letters.
public enum ListMarker {
  private static let bullets: Set<Character> = [
    "-", "–", "—", "•", "*", "·", "‣", "◦", "▪", "▫", "■", "□", "●", "○", "☐", "☑", "☒", "✓", "✔", "➢", "→", "⁃",
    "\u{F0B7}", "\u{F0A7}",
  ]

  /// A line without its bullet or box; the same line when it has none.
  ///
  /// - Parameter line: The line.
  /// - Returns: What stands behind the bullet, trimmed.
  public static func withoutBullet(_ line: String) -> String {
    let text = line.trimmed
    guard let first = text.first, bullets.contains(first) else { return text }
    let rest = text.dropFirst()
    guard rest.first?.isWhitespace ?? false else { return rest.isEmpty ? "" : text }
    let item = rest.trimmed
    for box in ["[ ] ", "[x] ", "[X] "] where item.hasPrefix(box) { return item.dropFirst(box.count).trimmed }
    return item
  }

  /// Lines without their bullets; without their numbers or letters as well, where those count up by one.
  ///
  /// - Parameter lines: The lines of a list.
  /// - Returns: As many lines.
  public static func removed(from lines: [String]) -> [String] {
    let lines = lines.map(withoutBullet)
    let counted = lines.map(counting)
    let numbers = counted.compactMap { $0?.number }
    let countsUp = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    guard numbers.count > 1, countsUp else { return lines }
    return zip(lines, counted).map { line, counting in counting?.rest ?? line }
  }

  /// The number in `1. text`, `1) text`, `(1) text`, `a) text`, and the text.
  private static func counting(_ line: String) -> (number: Int, rest: String)? {
    let text = line.hasPrefix("(") ? line.dropFirst() : line[...]
    let mark = text.prefix { $0.isLetter || $0.isNumber }
    let rest = text.dropFirst(mark.count)
    guard let sign = rest.first, sign == ")" || (sign == "." && text.startIndex == line.startIndex),
      case let behind = rest.dropFirst(), behind.first?.isWhitespace ?? false
    else { return nil }
    if mark.count <= 3, let number = Int(digits: String(mark)) { return (number, behind.trimmed) }
    guard mark.count == 1, sign == ")", let letter = mark.first?.lowercased().first?.asciiValue, letter >= 0x61,
      letter <= 0x7A
    else { return nil }
    return (Int(letter) - 0x60, behind.trimmed)
  }
}
