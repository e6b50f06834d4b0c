/// A header as it is compared: invisible signs, wide spaces and case make no difference. What is shown is the original.
enum HeaderName {
  /// The header without soft hyphens, zero-width signs and byte order marks, with single plain spaces, in lower case.
  static func key(_ text: some StringProtocol) -> String {
    var (key, isSpace): (String.UnicodeScalarView, Bool) = (.init(), false)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: continue
      case _ where scalar.properties.isWhitespace: isSpace = true
      case _:
        if isSpace, !key.isEmpty { key.append(" ") }
        isSpace = false
        key.append(scalar)
      }
    }
    return String(key).lowercased()
  }
}

/// The set of headers of a table and its title, by which a mapping is found again when the next file comes.
public struct HeaderFingerprint: Hashable, Sendable {
  /// The headers as they are compared, in the order of the alphabet; the same set in another order is the same table.
  public let headers: [String]
  /// The title over them, as it is compared; empty without one.
  public let title: String

  /// A fingerprint that was kept.
  ///
  /// - Parameters:
  ///   - headers: The headers, in any order.
  ///   - title: The title over them.
  public init(headers: [String], title: String) {
    self.headers = headers.map(HeaderName.key).sorted()
    self.title = HeaderName.key(title)
  }

  /// Headers that another has and this has not.
  func added(in other: HeaderFingerprint) -> [String] {
    let known = Set(headers)
    return other.headers.filter { !known.contains($0) }
  }
}
