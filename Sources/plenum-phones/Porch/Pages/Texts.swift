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
    var text = texts[key] ?? key
    for name in values.keys.sorted() { text = text.replacing("{\(name)}", with: values[name] ?? "") }
    return text
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
