/// A value of JSON (RFC 8259), as the messages between the room and its phones have it.
public indirect enum JSONValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case flag(Bool)
  /// A whole number of at most 18 digits.
  case number(Int)
  /// Any other number, as it was written.
  case decimal(String)
  /// A text.
  case text(String)
  /// An array.
  case list([JSONValue])
  /// An object; its members stand in the order in which they were written.
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: JSONValue

    /// A member of that name.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of an object's member; of two with one name it is the first.
  ///
  /// - Parameter name: The member's name.
  public subscript(name: String) -> JSONValue? {
    switch self {
    case .object(let members): members.first { $0.name == name }?.value
    case .null, .flag, .number, .decimal, .text, .list: nil
    }
  }
}

/// What is wrong with a message or a line of a letterbox.
public enum MessageDamage: Error, Hashable, Sendable {
  /// It is longer than ``PhoneLimits/line``.
  case tooLong
  /// It is no JSON, or no UTF-8.
  case notJSON
  /// Its lists and objects stand deeper in one another than ``PhoneLimits/depth``.
  case tooDeep
  /// A member is missing, or is something else than expected.
  case member(String)
}
