internal import Text
import Workshop

/// The bytes of an HTML page as it is written. The one way for text into HTML.
struct HTMLPage {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 16) }

  /// Adds markup of our own.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds what was written elsewhere in the same manner.
  mutating func add(_ other: HTMLPage) { bytes.append(contentsOf: other.bytes) }

  /// Adds text, in an element or in an attribute between double quotation marks.
  mutating func text(_ text: String) {
    var text = readable(text)
    text.withUTF8 { characters in
      var start = 0
      for place in characters.indices {
        guard let sign = unsafe HTMLPage.sign(for: characters[place]) else { continue }
        unsafe bytes.append(contentsOf: characters[start..<place])
        raw(sign)
        start = place + 1
      }
      unsafe bytes.append(contentsOf: characters[start...])
    }
  }

  /// What stands for a character that would be markup.
  private static func sign(for character: UInt8) -> String? {
    switch character {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case _: nil
    }
  }

  /// Adds an element with a text.
  mutating func element(_ name: String, _ text: String, _ attributes: String = "") {
    raw("<\(name)\(attributes)>")
    self.text(text)
    raw("</\(name)>")
  }

  /// A name that can stand in an `id` and behind a `#`.
  static func identifier(_ name: String) -> String {
    if name.utf8.allSatisfy(isPlain) { return name }
    return String(decoding: name.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    case _: false
    }
  }
}
