/// The members of an object, as a message wants them.
struct Members {
  let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  func text(_ name: String, most: Int = PhoneLimits.scalars) throws(MessageDamage) -> String {
    guard case .text(let text) = json[name], text.unicodeScalars.count <= most else { throw .member(name) }
    return text
  }

  func textIfAny(_ name: String) throws(MessageDamage) -> String? {
    isAbsent(name) ? nil : try text(name)
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(MessageDamage) -> Int {
    guard case .number(let number) = json[name], range.contains(number) else { throw .member(name) }
    return number
  }

  func numberIfAny(_ name: String, in range: ClosedRange<Int>) throws(MessageDamage) -> Int? {
    isAbsent(name) ? nil : try number(name, in: range)
  }

  func flag(_ name: String) throws(MessageDamage) -> Bool {
    guard case .flag(let flag) = json[name] else { throw .member(name) }
    return flag
  }

  func list(_ name: String, most: Int) throws(MessageDamage) -> [JSONValue] {
    guard case .list(let list) = json[name], list.count <= most else { throw .member(name) }
    return list
  }

  func texts(_ name: String, most: Int) throws(MessageDamage) -> [String] {
    try Members.texts(list(name, most: most), in: name)
  }

  func textLists(_ name: String, most: Int) throws(MessageDamage) -> [[String]] {
    try list(name, most: most).map { each throws(MessageDamage) in
      guard case .list(let list) = each, list.count <= PhoneLimits.items else { throw .member(name) }
      return try Members.texts(list, in: name)
    }
  }

  func value<Value: RawRepresentable<String>>(
    _ name: String, of kind: Value.Type
  ) throws(MessageDamage) -> Value {
    guard let value = kind.init(rawValue: try text(name)) else { throw .member(name) }
    return value
  }

  private func isAbsent(_ name: String) -> Bool { json[name] == nil || json[name] == .null }

  private static func texts(_ list: [JSONValue], in name: String) throws(MessageDamage) -> [String] {
    try list.map { each throws(MessageDamage) in
      guard case .text(let text) = each, text.unicodeScalars.count <= PhoneLimits.scalars else { throw .member(name) }
      return text
    }
  }
}

extension JSONValue {
  /// An object of a message, beginning with what it is.
  static func message(_ kind: String, _ members: Member...) -> JSONValue {
    .object([Member("is", .text(kind))] + members)
  }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }
}
