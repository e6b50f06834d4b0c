/// A JSON value with its members in the order they are given in.
public indirect enum JSON: Sendable {
  /// A text.
  case string(String)
  /// A whole number.
  case number(Int)
  /// A number as it is stored: digits with a decimal point.
  case literal(String)
  /// True or false.
  case truth(Bool)
  /// Nothing.
  case null
  /// Values in their order.
  case array([JSON])
  /// Named values in their order.
  case object([(String, JSON)])

  /// The value as text without a line feed in it.
  public var text: [UInt8] {
    var writer = JSONWriter()
    write(into: &writer)
    return writer.finish()
  }

  /// Texts as an array.
  ///
  /// - Parameter texts: The texts, in their order.
  /// - Returns: The array.
  public static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  private func write(into writer: inout JSONWriter) {
    switch self {
    case .string(let text): writer.string(text)
    case .number(let number): writer.number(number)
    case .literal(let text): writer.literal(text)
    case .truth(let isTrue): writer.literal(isTrue ? "true" : "false")
    case .null: writer.literal("null")
    case .array(let values):
      writer.beginArray()
      for value in values { value.write(into: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for (name, value) in members {
        writer.key(named: name)
        value.write(into: &writer)
      }
      writer.endObject()
    }
  }
}
