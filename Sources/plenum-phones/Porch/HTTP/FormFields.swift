/// The fields of a form or of an address, as `application/x-www-form-urlencoded` has them (WHATWG URL, section 5).
struct FormFields: Hashable, Sendable {
  private var pairs: [Pair] = []

  private struct Pair: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// No fields.
  init() {}

  /// Reads fields; nil when they are no UTF-8, are escaped wrongly, or are more than a page has.
  init?(_ bytes: some Collection<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: "&"), maxSplits: 1_000)
    guard parts.count <= 1_000 else { return nil }
    for part in parts {
      let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count > 1 ? FormFields.decoded(halves[1]) : ""
      guard let name = FormFields.decoded(halves[0]), let value else { return nil }
      pairs.append(Pair(name: name, value: value))
    }
  }

  /// The first field of that name.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Bytes whose escapes are resolved.
  static func decoded(_ bytes: some Collection<UInt8>) -> String? {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        decoded.append(high << 4 | low)
      case _: decoded.append(byte)
      }
    }
    let text = String(decoding: decoded, as: UTF8.self)
    return text.utf8.elementsEqual(decoded) ? text : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case _: nil
    }
  }
}
