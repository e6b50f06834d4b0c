/// A style or a script of ours without its remarks and without the blanks that only a reader of the source needs.
///
/// A remark is a line of its own that begins with `//`; texts stand between `'`; no line relies on a blank beside a sign.
func compacted(_ source: String) -> String {
  let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }
  var result: [UInt8] = []
  var isText = false
  var isEscaped = false
  let bytes = Array(lines.joined(separator: "\n").utf8)
  for (place, byte) in bytes.enumerated() {
    if isText || !blanks.contains(byte) {
      if byte == UInt8(ascii: "'"), !isEscaped { isText.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      result.append(byte)
    } else {
      let before = result.last ?? 0x0A
      let after = place + 1 < bytes.count ? bytes[place + 1] : 0x0A
      // A line end can end a statement.
      let isNeeded =
        byte == 0x0A
        ? !"{;,".utf8.contains(before) && after != UInt8(ascii: "}") : !signs.contains(before) && !signs.contains(after)
      if isNeeded { result.append(byte) }
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private let blanks: [UInt8] = [0x20, 0x0A]
private let signs = Array("{}();,=+-*/<>?:&|![]\n".utf8)
