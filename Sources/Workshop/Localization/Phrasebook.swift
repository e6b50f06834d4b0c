/// The words and phrases of one language for one kind of thing, and what each of them means.
struct Phrasebook<Meaning: Hashable & Sendable>: Hashable, Sendable {
  private var meanings: [String: [Meaning]] = [:]
  private var longest = 1
  /// What stands behind the digits of an ordinal number: `.`, `nd`, `:e`.
  let ordinalEndings: [String]
  /// Phrases that were given two meanings; empty where the language file is right.
  private(set) var ambiguous: [String] = []

  init(ordinalEndings: [String]) {
    self.ordinalEndings = ordinalEndings.map { $0.lowercased() }
  }

  /// Gives phrases a meaning, or several that stand one after another.
  mutating func add(_ phrases: [String]?, _ meaning: Meaning...) {
    for phrase in phrases ?? [] {
      let words = PhraseWords(phrase, ordinalEndings: ordinalEndings, isWhole: { _ in false }).words
      set(words.joined(separator: " "), meaning, phrase)
      longest = max(longest, words.count)
      // What is one word on the page, `t/m`, is looked up as one.
      let whole = PhraseWords.withoutPoint(phrase.lowercased())
      if words.count > 1, !whole.contains(where: \.isWhitespace) { set(whole, meaning, phrase) }
    }
  }

  private mutating func set(_ key: String, _ meaning: [Meaning], _ phrase: String) {
    if let other = meanings[key], other != meaning { ambiguous.append(phrase) }
    meanings[key] = meaning
  }

  /// What a text means, word by word; the longest phrase counts.
  ///
  /// - Parameters:
  ///   - text: The text, whatever the case of its letters.
  ///   - other: The meaning of a word that is in no phrase: a number (`12`), an ordinal number (`12.`) or a name.
  /// - Returns: The meanings in order; nil where a word means nothing.
  func meanings(of text: String, other: (String) -> Meaning?) -> [Meaning]? {
    let words = PhraseWords(text, ordinalEndings: ordinalEndings, isWhole: { meanings[$0] != nil }).words
    var found: [Meaning] = []
    var place = 0
    while place < words.count {
      let most = min(longest, words.count - place)
      let length =
        (1...most).reversed().first { meanings[words[place..<place + $0].joined(separator: " ")] != nil } ?? 1
      let key = words[place..<place + length].joined(separator: " ")
      guard let meaning = meanings[key] ?? other(key).map({ [$0] }) else { return nil }
      found += meaning
      place += length
    }
    return found
  }
}

/// A text as words: numbers, ordinal numbers (always `3.`), signs and words each by themselves, in small letters.
struct PhraseWords {
  private(set) var words: [String] = []

  private static let signs: Set<Character> = [",", ";", ":", "/", "-", "–", "—", "(", ")", "&", "+"]

  /// - Parameters:
  ///   - text: The text.
  ///   - ordinalEndings: What stands behind the digits of an ordinal number.
  ///   - isWhole: Whether a word with signs in it is one word.
  init(_ text: String, ordinalEndings: [String], isWhole: (String) -> Bool) {
    for chunk in text.lowercased().split(whereSeparator: \.isWhitespace) {
      let chunk = String(chunk)
      let bare = PhraseWords.withoutPoint(chunk)
      if isWhole(bare) {
        words.append(bare)
        continue
      }
      var rest = chunk[...]
      while let first = rest.first {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if digits.isEmpty {
          add(first: first, of: &rest)
        } else {
          rest = rest.dropFirst(digits.count)
          // The longest ending, behind which no letter and no digit goes on.
          let ending = ordinalEndings.filter { ending in
            rest.hasPrefix(ending) && !(rest.dropFirst(ending.count).first.map { $0.isLetter || $0.isNumber } ?? false)
          }.max { $0.count < $1.count }
          rest = rest.dropFirst(ending?.count ?? 0)
          words.append(ending == nil ? String(digits) : digits + ".")
        }
      }
    }
  }

  private mutating func add(first: Character, of rest: inout Substring) {
    guard !PhraseWords.signs.contains(first) else {
      words.append(String(first))
      rest = rest.dropFirst()
      return
    }
    let word = rest.prefix { !PhraseWords.signs.contains($0) && !($0.isASCII && $0.isNumber) }
    rest = rest.dropFirst(word.count)
    words.append(PhraseWords.withoutPoint(String(word)))
  }

  /// A word without the point of an abbreviation or of the end of a sentence.
  static func withoutPoint(_ word: String) -> String {
    word.hasSuffix(".") && word.count > 1 && !(word.dropLast().last?.isNumber ?? true) ? String(word.dropLast()) : word
  }
}
