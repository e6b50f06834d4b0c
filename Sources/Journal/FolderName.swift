extension SessionsFolder {
  /// A name for a session's folder: small letters a–z, digits and hyphens, so that it is the same on every disk and can be
  /// typed on every keyboard. `Kringla & Korn` gives `kringla-korn`, `Blåbær og fløte` gives `blaabaer-og-floete`.
  ///
  /// - Parameter title: The session's title.
  /// - Returns: A name of 1 to 72 bytes; `session` when no letter and no digit is left.
  public static func folderName(for title: String) -> String {
    let name = folded(title)
    return name.isEmpty ? "session" : name
  }

  /// The letters and digits of a title as they stand in a name; may be empty.
  static func folded(_ title: String) -> String {
    var name: [UInt8] = []
    var isParted = false
    for character in title.lowercased() {
      let letters = spelling[character] ?? String(character.unicodeScalars.prefix(1))
      guard letters.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
        isParted = true
        continue
      }
      let more = Array((isParted && !name.isEmpty ? "-" : "").utf8) + Array(letters.utf8)
      guard name.count + more.count <= 72 else { break }
      name += more
      isParted = false
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Letters that are spelt with others. Characters are the same whether an accent is part of them or follows them.
  private static let spelling: [Character: String] = [
    "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ŋ": "n",
    "ı": "i",
    "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "ā": "a", "ă": "a", "ą": "a",
    "ç": "c", "ć": "c", "č": "c", "ď": "d",
    "è": "e", "é": "e", "ê": "e", "ë": "e", "ē": "e", "ė": "e", "ę": "e", "ě": "e", "ğ": "g",
    "ì": "i", "í": "i", "î": "i", "ï": "i", "ī": "i", "į": "i", "ľ": "l",
    "ñ": "n", "ń": "n", "ň": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ō": "o", "ő": "o",
    "ŕ": "r", "ř": "r", "ś": "s", "š": "s", "ş": "s", "ș": "s", "ť": "t", "ț": "t",
    "ù": "u", "ú": "u", "û": "u", "ü": "u", "ū": "u", "ů": "u", "ű": "u", "ų": "u",
    "ý": "y", "ÿ": "y", "ź": "z", "ż": "z", "ž": "z",
  ]
}
