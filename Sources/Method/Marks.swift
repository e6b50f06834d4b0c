/// The marks in a YAML document that methods are written without: anchors, tags and complex keys.
struct Marks {
  private let bytes: [UInt8]

  init(of text: String) {
    bytes = Array(text.utf8)
  }

  /// The first line on which an anchor, a tag or a complex key stands where a value or a key may begin.
  ///
  /// What stands in quotation marks on one line is a text. Where such a text goes on over the end of its line, the marks
  /// after it are no longer looked at, so that nothing can hide between what only looks like two of them. And whatever
  /// the marks seem to say: an anchor whose name stands behind an asterisk as well is never let through.
  var firstLine: Int? {
    var line = 1
    var previous: UInt8 = UInt8(ascii: "\n")
    var isSpaced = true
    var trustsQuotes = true
    let aliases = names(behind: UInt8(ascii: "*"))
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "&"):
        if begins(place, behind: previous), !isSpaceNext(to: place) { return line }
        if !aliases.isEmpty, aliases.contains(name(at: place + 1)) { return line }
      case UInt8(ascii: "!"): if begins(place, behind: previous), !isSpaceNext(to: place) { return line }
      case UInt8(ascii: "?"):
        if begins(place, behind: previous), previous != UInt8(ascii: ":"), isSpaceNext(to: place) { return line }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isSpaced, trustsQuotes, begins(place, behind: previous) {
          if let end = endOfQuotes(from: place) { place = end } else { trustsQuotes = false }
        }
      case UInt8(ascii: "#"): if isSpaced { place = endOfLine(from: place) - 1 }
      case UInt8(ascii: "\n"): line += 1
      case _: break
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): isSpaced = true
      case UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "{"): (isSpaced, previous) = (true, byte)
      case _: (isSpaced, previous) = (false, byte)
      }
      place += 1
    }
    return nil
  }

  /// Whether a value or a key may begin at a place, by the last byte before it that is no space.
  private func begins(_ place: Int, behind previous: UInt8) -> Bool {
    "\n\r:-[{,?".utf8.contains(previous) || isAfterLineSeparator(place)
  }

  private func isSpaceNext(to place: Int) -> Bool {
    place + 1 >= bytes.count || " \n\r\t".utf8.contains(bytes[place + 1])
  }

  /// Whether U+0085, U+2028 or U+2029 ends right before a place: YAML 1.1 takes them for line ends.
  private func isAfterLineSeparator(_ place: Int) -> Bool {
    let before = bytes[..<place].suffix(3)
    return before.suffix(2) == [0xC2, 0x85] || before == [0xE2, 0x80, 0xA8] || before == [0xE2, 0x80, 0xA9]
  }

  /// The place of the quotation mark that ends a text on its own line.
  private func endOfQuotes(from start: Int) -> Int? {
    let mark = bytes[start]
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n"), bytes[place] != UInt8(ascii: "\r") {
      if bytes[place] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        place += 1
      } else if bytes[place] == mark {
        return place
      }
      place += 1
    }
    return nil
  }

  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
  }

  /// The names that stand behind a sign: letters, digits, hyphens and low lines.
  private func names(behind sign: UInt8) -> Set<ArraySlice<UInt8>> {
    var names: Set<ArraySlice<UInt8>> = []
    for place in bytes.indices where bytes[place] == sign { names.insert(name(at: place + 1)) }
    names.remove([])
    return names
  }

  private func name(at start: Int) -> ArraySlice<UInt8> {
    let isPart: (UInt8) -> Bool = { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      case _: false
      }
    }
    return bytes[min(start, bytes.count)...].prefix(while: isPart)
  }
}
