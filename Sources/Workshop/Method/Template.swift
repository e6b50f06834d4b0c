/// A sentence with named variables: `{name}` stands for a text that is filled in.
///
/// A sentence that counts has two forms, for one and for any other number; all languages Plenum speaks have these two.
public struct Template: Hashable, Sendable {
  /// The form for one, when it differs.
  public var one: String?
  /// The form for every other number, or the only one.
  public var other: String

  /// A sentence with one form, or with two.
  public init(_ other: String, one: String? = nil) {
    self.other = other
    self.one = one
  }

  /// The names of the variables, each once, in the order of the sentence.
  public var variables: [String] {
    var names: [String] = []
    for form in [one, other].compactMap(\.self) {
      Template.read(form) { part in
        if case .variable(let name) = part, !names.contains(String(name)) { names.append(String(name)) }
      }
    }
    return names
  }

  /// The sentence with its variables filled. A variable that is not given stays as it is written.
  ///
  /// - Parameters:
  ///   - values: The texts for the variables.
  ///   - count: The number the form is chosen by; it also fills `{count}`.
  /// - Returns: The whole sentence.
  public func filled(_ values: KeyValuePairs<String, String> = [:], count: Int? = nil) -> String {
    filled(count: count) { name in values.first { $0.key == name }?.value }
  }

  /// The sentence with its variables filled by a function.
  ///
  /// - Parameters:
  ///   - count: The number the form is chosen by; it also fills `{count}`.
  ///   - value: Gives the text for a variable; nil leaves it as it is written.
  /// - Returns: The whole sentence.
  public func filled(count: Int? = nil, _ value: (String) -> String?) -> String {
    let form = count == 1 ? one ?? other : other
    var text = ""
    Template.read(form) { part in
      switch part {
      case .text(let words): text += words
      case .variable(let name):
        let counted = name == "count" ? count.map { String($0) } : nil
        text += value(String(name)) ?? counted ?? "{\(name)}"
      }
    }
    return text
  }

  private enum Part {
    case text(Substring)
    case variable(Substring)
  }

  /// Goes through the parts of a sentence. Braces are told by their bytes.
  private static func read(_ form: String, _ body: (Part) -> Void) {
    var rest = form[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      body(.text(rest[..<open]))
      body(.variable(rest[rest.utf8.index(after: open)..<close]))
      rest = rest[rest.utf8.index(after: close)...]
    }
    body(.text(rest))
  }
}
