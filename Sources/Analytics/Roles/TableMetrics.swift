/// Finds what the columns of a table measure: by their headers, by two headers together, or by the title over them.
enum TableMetrics {
  static func metrics(of table: FoundTable, _ roles: [ColumnRole], _ vocabulary: Vocabulary) -> [String?] {
    var metrics = table.names.map { metric(of: $0, vocabulary) }
    markDaily(table, &metrics, vocabulary)
    markCompared(table, &metrics, vocabulary)
    let numbers = roles.indices.filter { roles[$0] == .numbers }
    if numbers.count == 1, metrics[numbers[0]] == nil { metrics[numbers[0]] = metric(inTitle: table.title, vocabulary) }
    return metrics
  }

  /// The metric of a header, without what says which part of it is meant.
  static func metric(of name: ColumnName, _ vocabulary: Vocabulary) -> String? {
    let full = withoutNumber(name.key)
    for key in [full, withoutQualifier(full, vocabulary), withoutWindow(full, vocabulary)] {
      if let metric = vocabulary.metrics[key] { return metric }
    }
    return vocabulary.fragments.first { full.contains($0.name) }?.metric
  }

  private static func withoutNumber(_ key: String) -> String {
    guard key.hasSuffix(")"), let open = key.lastIndex(of: "("), Int(key[key.index(after: open)...].dropLast()) != nil
    else { return key }
    return HeaderName.key(key[..<open])
  }

  static func withoutQualifier(_ key: String, _ vocabulary: Vocabulary) -> String {
    for meaning in ["all", "part"] {
      for word in vocabulary.words("qualifier", meaning: meaning) where key.hasSuffix(word) {
        return HeaderName.key(key.dropLast(word.count))
      }
    }
    return key
  }

  /// Whether a header is of a part only, where another has all of it.
  static func isPart(_ key: String, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.words("qualifier", meaning: "part").contains { key.hasSuffix($0) }
  }

  private static func withoutWindow(_ key: String, _ vocabulary: Vocabulary) -> String {
    for days in vocabulary.meanings("window") {
      for word in vocabulary.words("window", meaning: days) where key.hasPrefix(word + " ") {
        return HeaderName.key(key.dropFirst(word.count))
      }
    }
    return key
  }

  /// The days that a number of a column is counted back; nil for one day.
  static func window(of key: String, _ vocabulary: Vocabulary) -> Int? {
    guard let days = vocabulary.meaning(ofStart: key, "window").flatMap({ Int($0) }), days > 1 else { return nil }
    return days
  }

  /// A "total" beside its own parts of each day is what came on that day.
  private static func markDaily(_ table: FoundTable, _ metrics: inout [String?], _ vocabulary: Vocabulary) {
    let keys = table.names.map(\.key)
    for header in vocabulary.meanings("daily") {
      let beside = vocabulary.words("daily", meaning: header)
      guard let place = keys.firstIndex(of: HeaderName.key(header)), beside.allSatisfy(keys.contains) else { continue }
      metrics[place] = "new_followers"
    }
  }

  /// Two periods side by side: "Last 3 months Clicks", "Previous 3 months Clicks". A beginning that stands before two
  /// metrics or more is that of a period.
  private static func markCompared(_ table: FoundTable, _ metrics: inout [String?], _ vocabulary: Vocabulary) {
    var beginnings: [String: [(column: Int, metric: String)]] = [:]
    for (column, name) in table.names.enumerated() where metrics[column] == nil {
      let words = name.key.split(separator: " ")
      for count in 1..<max(1, min(4, words.count)) {
        guard let metric = vocabulary.metrics[words.suffix(count).joined(separator: " ")] else { continue }
        beginnings[words.dropLast(count).joined(separator: " "), default: []].append((column, metric))
        break
      }
    }
    for found in beginnings.values where Set(found.map(\.metric)).count > 1 {
      for (column, metric) in found { metrics[column] = metric }
    }
  }

  /// The metric that a title names, such as "Facebook reach"; the longest name in it.
  static func metric(inTitle title: String, _ vocabulary: Vocabulary) -> String? {
    let words = HeaderName.key(title).split(separator: " ")
    for count in stride(from: min(4, words.count), to: 0, by: -1) {
      for start in 0...(words.count - count) {
        if let metric = vocabulary.metrics[words[start..<(start + count)].joined(separator: " ")] { return metric }
      }
    }
    return nil
  }
}
