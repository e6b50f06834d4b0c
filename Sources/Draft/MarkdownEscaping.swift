import Workshop

/// The one way for text into Markdown.
public enum Markdown {
  /// Text that reads in Markdown as what it is: no mark in it means anything, and it stays on one line.
  ///
  /// CommonMark lets every ASCII punctuation mark be escaped by a backslash (section 2.4). Marks that mean something
  /// anywhere are always escaped; those that mean something only at the beginning of a line, or before a letter, are
  /// escaped there. Control characters and those that turn the direction of writing become visible signs.
  ///
  /// - Parameter text: Any text.
  /// - Returns: One line of Markdown.
  public static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(readable(text).unicodeScalars)
    var isStart = true
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "@", "$", "^", "{", "}":
        result += "\\" + String(scalar)
      case "&": result += (next == "#" || next.properties.isAlphabetic ? "\\" : "") + "&"
      case "#", "=": result += (isStart ? "\\" : "") + String(scalar)
      case "+", "-":
        let isMark = next.properties.isWhitespace || next == scalar
        result += (isStart && isMark ? "\\" : "") + String(scalar)
      case ".", ")":
        let isNumber = place > 0 && scalars[..<place].allSatisfy { ("0"..."9").contains($0) }
        let isHost = scalar == "." && endsInWWW(scalars[..<place])
        result += ((isNumber && next.properties.isWhitespace) || isHost ? "\\" : "") + String(scalar)
      case ":": result += (next.properties.isAlphabetic || next == "/" ? "\\" : "") + ":"
      case "!": result += (next == "[" ? "\\" : "") + "!"
      case _: result.unicodeScalars.append(scalar)
      }
      isStart = isStart && scalar.properties.isWhitespace
    }
    return result.trimmed
  }

  private static func endsInWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
