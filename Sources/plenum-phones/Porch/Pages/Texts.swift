internal import CPhoneFiles

/// The words of the pages in one language.
struct Texts: Sendable {
  /// Its code, such as `nb`.
  let language: String
  private let texts: [String: String]

  /// Reads a file of lines `key: text`. Lines that begin with `#` are remarks.
  init(language: String, file: String) {
    self.language = language
    var texts: [String: String] = [:]
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      texts[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
    }
    self.texts = texts
  }

  /// The names of its texts, in the order of the alphabet.
  var keys: [String] { texts.keys.sorted() }

  /// A text, with its variables filled in; the key itself where there is none, which a test does not let pass.
  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    let text = texts[key] ?? key
    return values.isEmpty ? text : Texts.filled(text, values)
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "{")), let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
    {
      let variable = rest[start...end]
      filled += String(Substring(rest[..<start]))
      filled += values[String(Substring(variable.dropFirst().dropLast()))] ?? String(Substring(variable))
      rest = rest[rest.index(after: end)...]
    }
    return filled + String(Substring(rest))
  }

  /// All languages there are, English first.
  static let all: [Texts] = (0..<Int(phone_language_count())).map { place in
    Texts(
      language: unsafe String(cString: phone_language_code(place)),
      file: unsafe String(decoding: phone_language_texts(place).bytes, as: UTF8.self))
  }

  /// The words in that language, or else in English.
  static func of(_ language: String) -> Texts {
    all.first { $0.language == language } ?? all.first ?? Texts(language: "en", file: "")
  }
}

extension phone_file {
  /// The bytes that were compiled in.
  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: start, count: length) }
}
