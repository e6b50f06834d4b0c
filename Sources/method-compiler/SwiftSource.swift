/// The Swift source that holds these files, the languages in their order.
func swiftSource(of files: [CompiledFile]) -> String {
  let files = files.sorted { ($0.order, $0.path) < ($1.order, $1.path) }
  let elements = files.map { "    BuiltInFile(path: \(literal($0.path)), content: \(literal($0.content))),\n" }
  return """
    extension BuiltInFile {
      /// All of them, the languages in the order in which they are offered.
      package static let all: [BuiltInFile] = [
    \(elements.joined())  ]
    }

    """
}

private func literal(_ text: String) -> String {
  var literal = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\", "\"": literal += "\\\(scalar)"
    case "\0"..<" ", "\u{7F}": literal += "\\u{\(String(scalar.value, radix: 16))}"
    case _: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "\""
}
