internal import Text

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
    // Every mark is one byte of UTF-8, and no part of another character.
    let line = Array(readable(text).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 16)
    var (isStart, isNumber) = (true, true)
    for (place, byte) in line.enumerated() {
      let next = place + 1 < line.count ? line[place + 1] : 0x20
      if isEscaped(byte, before: next, line[..<place], isStart: isStart, isNumber: isNumber && place > 0) {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
      isStart = isStart && byte == 0x20
      isNumber = isNumber && (48...57).contains(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isEscaped(
    _ byte: UInt8, before next: UInt8, _ line: ArraySlice<UInt8>, isStart: Bool, isNumber: Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    case UInt8(ascii: "&"): next == UInt8(ascii: "#") || isLetter(next)
    case UInt8(ascii: "#"), UInt8(ascii: "="): isStart
    case UInt8(ascii: "+"), UInt8(ascii: "-"): isStart && (next == 0x20 || next == byte)
    case UInt8(ascii: "."):
      (isNumber && next == 0x20) || line.suffix(3).elementsEqual("www".utf8, by: { $0 | 0x20 == $1 })
    case UInt8(ascii: ")"): isNumber && next == 0x20
    case UInt8(ascii: ":"): isLetter(next) || next == UInt8(ascii: "/")
    case UInt8(ascii: "!"): next == UInt8(ascii: "[")
    case _: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
