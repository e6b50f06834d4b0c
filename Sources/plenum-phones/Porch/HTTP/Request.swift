/// A request, as far as anything here looks at it.
struct Request: Sendable {
  var method = Method.get
  /// The parts of its path.
  var path: [String] = []
  /// The fields behind its path; nil when they cannot be read.
  var query: FormFields? = FormFields()
  /// The site it is meant for, as `Host` has it.
  var host = ""
  /// The site of the page that made it, where the browser tells.
  var origin: String?
  /// What `Accept-Language` says.
  var accepted = ""
  var cookies: [String: String] = [:]
  var contentType = ""
  /// Whether the page's script made it.
  var isScript = false
  var body: [UInt8] = []

  /// What is done here; no other method has an answer.
  enum Method: Hashable, Sendable { case get, post, other }

  /// The token of the phone that made it.
  var token: Token? { cookies["phone"].flatMap { Token($0) } }

  /// The language that is wanted most of those that there are.
  func language(among languages: [String]) -> String? {
    for chosen in [query?["in"], cookies["language"]] {
      if let chosen, languages.contains(chosen) { return chosen }
    }
    return AcceptedLanguages(accepted).best(of: languages)
  }
}

/// The languages that a browser accepts (RFC 9110, section 12.5.4).
struct AcceptedLanguages: Hashable, Sendable {
  /// In the order in which they are wanted.
  private(set) var tags: [String] = []

  init(_ field: String) {
    var weighed: [(tag: String, weight: Int)] = []
    for part in field.split(separator: ",").prefix(20) {
      let halves = part.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = halves.first?.lowercased(), !tag.isEmpty else { continue }
      // Thousandths: `q=0.8`.
      let quality = halves.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
      let weight = quality.map { AcceptedLanguages.thousandths($0) } ?? 1000
      if weight > 0 { weighed.append((tag, weight)) }
    }
    // Of two that are wanted as much, the first one goes first.
    tags = weighed.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element.tag)
  }

  /// The first of them that is there; `no` and `nn` are Norwegian, for which there is `nb`.
  func best(of languages: [String]) -> String? {
    for tag in tags {
      let primary = String(tag.prefix { $0 != "-" })
      let wanted = ["no", "nn"].contains(primary) ? "nb" : primary
      if let found = languages.first(where: { $0 == tag || $0 == wanted }) { return found }
    }
    return nil
  }

  private static func thousandths(_ text: Substring) -> Int {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let whole = Int(halves.first ?? "") ?? 0
    let rest = halves.dropFirst().first.map { $0 + String(repeating: "0", count: max(0, 3 - $0.count)) } ?? "0"
    return min(1000, max(0, whole) * 1000 + (Int(rest.prefix(3)) ?? 0))
  }
}
