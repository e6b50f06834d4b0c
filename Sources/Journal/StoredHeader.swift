/// A header as it stands in a file: every member may be missing.
struct StoredHeader: Equatable, Sendable {
  var journal: String?
  var format: Int?
  var session: String?
  var method: String?
  var methodVersion: String?
  var methodDigest: String?
  var language: String?
  var run: String?
  var tz: String?
  var created: String?
  var need: [String]?
  var w: String?
  var n: Int?
}

extension LineParser {
  /// The header of a journal, behind the beginning of its line.
  mutating func header() throws(Damage) -> StoredHeader {
    var header = StoredHeader()
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "journal": try set(&header.journal, key, json.string())
      case "format": try set(&header.format, key, json.number())
      case "session": try set(&header.session, key, json.string())
      case "method": try set(&header.method, key, json.string())
      case "methodVersion": try set(&header.methodVersion, key, json.string())
      case "methodDigest": try set(&header.methodDigest, key, json.string())
      case "language": try set(&header.language, key, json.string())
      case "run": try set(&header.run, key, json.string())
      case "tz": try set(&header.tz, key, json.string())
      case "created": try set(&header.created, key, json.string())
      case "need": try set(&header.need, key, json.strings())
      case "w": try set(&header.w, key, json.name())
      case "n": try set(&header.n, key, json.number())
      case "c": try json.passValue()
      case _: try passUnknown(key)
      }
    }
    try json.finish()
    guard header.journal == Header.mark else { throw .notARecord }
    return header
  }
}
