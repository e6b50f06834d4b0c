import Workshop

/// A script: the lines of a text file that would be typed and its cues, with their numbers. Blank lines and other lines
/// that begin with `#` are passed over.
struct Script {
  /// A line that would be typed.
  struct Line {
    var number: Int
    var text: String
    /// Whether the bytes of the line are UTF-8.
    var isUTF8: Bool
  }

  let lines: [Line]
  /// How the session was started.
  let head: ScriptHead

  /// The most bytes of one script.
  static let mostBytes = 256 << 20

  /// Reads a script; lines end in LF or CRLF, and a byte order mark at the beginning is passed over.
  init(_ bytes: [UInt8]) {
    var lines: [Line] = []
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var number = 0
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[..<end]
      if line.last == 0x0D { line.removeLast() }
      if line.first != UInt8(ascii: "#") || Cue.isOne(line), line.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
        let valid = String(validating: line, as: UTF8.self)
        lines.append(Line(number: number, text: valid ?? "", isUTF8: valid != nil))
      }
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : []
    }
    self.lines = lines
    head = ScriptHead(bytes, before: lines)
  }

  /// What a session is called that is made from a file: the file's name up to the first point.
  static func title(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let title = file.prefix { $0 != "." }
    return title.isEmpty ? file : String(title)
  }
}
