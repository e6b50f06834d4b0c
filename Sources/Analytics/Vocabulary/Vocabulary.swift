internal import CAnalyticsFiles

/// What may be done with the numbers of a column.
enum MetricKind: String {
  /// They may be added up.
  case sum
  /// What came or went that day; they may be added up, and none is a total.
  case change
  /// People counted once each; they may not be added up.
  case people
  /// A total on a day; the last one counts.
  case level
  /// A share; a mean of shares needs a weight.
  case rate
  /// A mean already; a mean of means needs a weight.
  case mean
  /// Answers from 0 to 10.
  case scale
  /// A text that marks what the row is.
  case label
}

/// The tables of names in `Resources`: what is known of the products is data, and none of it is needed to read a file.
struct Vocabulary: Sendable {
  private(set) var kinds: [String: MetricKind] = [:]
  /// Metrics by a name as it is compared.
  private(set) var metrics: [String: String] = [:]
  /// Names that may stand within a longer header.
  private(set) var fragments: [(name: String, metric: String)] = []
  private(set) var recipes: [Recipe] = []
  private(set) var months: [UInt64: Int] = [:]
  private var words: [String: [(meaning: String, word: String)]] = [:]

  static let builtIn = Vocabulary()

  private init() {
    Vocabulary.forEachLine(unsafe Vocabulary.bytes(analytics_metrics())) { fields in
      guard fields.count == 5, let kind = MetricKind(rawValue: fields[1]) else { return }
      kinds[fields[0]] = kind
      for name in Vocabulary.names(fields[4]) {
        if name.count > 2, name.hasPrefix("*"), name.hasSuffix("*") {
          fragments.append((String(name.dropFirst().dropLast()), fields[0]))
        } else {
          metrics[name] = fields[0]
        }
      }
    }
    Vocabulary.forEachLine(unsafe Vocabulary.bytes(analytics_recipes())) { fields in
      if let recipe = Recipe(fields) { recipes.append(recipe) }
    }
    Vocabulary.forEachLine(unsafe Vocabulary.bytes(analytics_words())) { fields in
      guard fields.count == 3 else { return }
      for word in Vocabulary.names(fields[2]) {
        words[fields[0], default: []].append((fields[1], word))
        if fields[0] == "month", let number = Int(fields[1]) { months[WordHash.of(Array(word.utf8).span)] = number }
      }
    }
  }

  private static func bytes(_ file: analytics_file) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
  }

  /// The lines of a table, split at tabs; comments and blank lines left out.
  private static func forEachLine(_ bytes: [UInt8], _ body: ([String]) -> Void) {
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      body(line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  static func names(_ field: String) -> [String] {
    field.split(separator: "|").map(HeaderName.key).filter { !$0.isEmpty }
  }

  /// Whether a text, as it is compared, is one of the words of a kind.
  func isWord(_ key: String, _ kind: String) -> Bool { words[kind]?.contains { $0.word == key } ?? false }

  /// What a word of a kind that begins a text means.
  func meaning(ofStart key: String, _ kind: String) -> String? {
    words[kind]?.first { key.hasPrefix($0.word) }?.meaning
  }

  /// What a word of a kind that stands anywhere in a text means.
  func meaning(in key: String, _ kind: String) -> String? { words[kind]?.first { key.contains($0.word) }?.meaning }

  /// The words of a kind that have a meaning.
  func words(_ kind: String, meaning: String) -> [String] {
    (words[kind] ?? []).filter { $0.meaning == meaning }.map(\.word)
  }

  /// The meanings of a kind, each once.
  func meanings(_ kind: String) -> [String] {
    var meanings: [String] = []
    for (meaning, _) in words[kind] ?? [] where !meanings.contains(meaning) { meanings.append(meaning) }
    return meanings
  }
}

/// A number for a word that is the same in upper and lower case, so that no text need be made to look it up.
enum WordHash {
  /// FNV-1a over the bytes, the letters of ASCII in lower case.
  static func of(_ bytes: borrowing Span<UInt8>) -> UInt64 { of(bytes, 0..<bytes.count) }

  static func of(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range {
      let byte = bytes[place]
      hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
