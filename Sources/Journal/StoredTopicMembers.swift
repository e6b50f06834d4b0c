internal import Text

/// The members that only events beside the answers have.
struct StoredTopicMembers: Equatable {
  var texts: [String: String] = [:]
  var numbers: [String: Int] = [:]
  var lists: [String: [String]] = [:]
  var numberLists: [String: [Int]] = [:]

  private static let textKeys: Set = [
    "kind", "words", "owner", "due", "outcome", "way", "entry", "item", "bell", "screen", "into", "handed-in", "gaps",
    "focus", "aim", "day", "plan",
    "figure", "first", "last", "source", "coverage",
  ]
  private static let numberKeys: Set = ["dots", "heads", "chosen", "most", "follows", "value"]
  private static let listKeys: Set = ["items", "questions", "groups", "letters", "choice"]
  private static let numberListKeys: Set = ["marks", "seconds"]

  /// Takes a member, if it is one of these; one that stands there twice damages the line.
  ///
  /// - Returns: Whether its value is of the right kind; nil when it is none of these, and its value is still to be read.
  mutating func take(_ key: String, from json: inout JSONReader) throws(Damage) -> Bool? {
    if StoredTopicMembers.textKeys.contains(key) { return try set(&texts, key, json.string()) }
    if StoredTopicMembers.numberKeys.contains(key) { return try set(&numbers, key, json.number()) }
    if StoredTopicMembers.listKeys.contains(key) { return try set(&lists, key, json.strings()) }
    if StoredTopicMembers.numberListKeys.contains(key) { return try set(&numberLists, key, json.numbers()) }
    return nil
  }

  private func set<Value>(_ values: inout [String: Value], _ key: String, _ value: Value?) throws(Damage) -> Bool {
    guard values[key] == nil else { throw .notJSON }
    values[key] = value
    return value != nil
  }

  mutating func text(_ key: String) -> String? { texts.removeValue(forKey: key) }
  mutating func number(_ key: String) -> Int? { numbers.removeValue(forKey: key) }
  mutating func list(_ key: String) -> [String]? { lists.removeValue(forKey: key) }
  mutating func numberList(_ key: String) -> [Int]? { numberLists.removeValue(forKey: key) }
}
