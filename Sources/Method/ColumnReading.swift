import MethodTree
import Workshop

extension Column {
  /// A column as a method file writes it: its type, and `!` when it must be given.
  init(id: String, written tree: Tree, runs: [RunID]?, file: String) throws(MethodError) {
    var text = try tree.text(in: file).trimmed
    let isRequired = text.hasSuffix("!")
    if isRequired { text = text.dropLast().trimmed }
    guard let type = CellType(written: text) else {
      throw MethodError(file: file, line: tree.line, fault: .expected(.columnType, found: text))
    }
    self.init(id: ColumnID(id), type: type, isRequired: isRequired, runs: runs)
    switch text {
    case "past-date": dayRole = .past
    case "start-date": dayRole = .start
    case _: break
    }
  }
}

extension CellType {
  /// A type by its name and arguments: `text(120)`, `choice(a, b)`, `refs(SO, WO)`.
  init?(written text: String) {
    let call = Call(written: text)
    let arguments = call.arguments
    switch (call.name, arguments.count) {
    case ("text", 0): self = .text(limit: CellType.defaultLimit)
    case ("text", 1):
      guard let limit = Int(arguments[0]), (1...CellType.mostBytes).contains(limit) else { return nil }
      self = .text(limit: limit)
    case ("longtext", 0): self = .text(limit: CellType.defaultLimit)
    case ("texts", 1):
      guard let range = ClosedRange(written: arguments[0], with: "-") else { return nil }
      self = .texts(range)
    case ("num", 0): self = .number(.any)
    case ("int", 0): self = .number(.whole)
    case ("pct", 0): self = .number(.percent(most: 100))
    case ("pct", 1):
      guard let most = Int(arguments[0]), (1...1_000_000).contains(most) else { return nil }
      self = .number(.percent(most: most))
    case ("money", 0): self = .number(.money)
    case ("num", 1):
      guard let range = ClosedRange(written: arguments[0], with: "-") else { return nil }
      self = .number(.between(range))
    case ("date", 0), ("past-date", 0), ("start-date", 0): self = .date
    case ("duration", 0): self = .duration
    case ("person", 0): self = .person
    case ("persons", 0): self = .persons
    case ("network", 0): self = .choice(.list("network"))
    case ("function", 0): self = .choice(.list("function"))
    case ("kpi", 0): self = .kpi
    case ("frequency", 0): self = .frequency
    case ("repeat", 0): self = .repeats
    case ("choice", 1...): self = .choice(Options(written: arguments))
    case ("multi", 1...): self = .multi(Options(written: arguments))
    case ("suggestion", 1): self = .suggestion(ListID(arguments[0]))
    case ("ref", 1...): self = .reference(arguments)
    case ("refs", 1...): self = .references(arguments)
    case ("yes-no", 0): self = .yesNo
    case ("scale", 1):
      guard let range = ClosedRange(written: arguments[0], with: "-") else { return nil }
      self = .scale(range)
    case _: return nil
    }
  }
}

extension Options {
  /// Options written out, or `list` and the name of a shared list.
  init(written arguments: [String]) {
    if let only = arguments.first, arguments.count == 1, only.hasPrefix("list ") {
      self = .list(ListID(only.dropFirst(5).trimmed))
    } else {
      self = .own(arguments.map { OptionID($0) })
    }
  }
}

/// A name with arguments in round brackets.
struct Call {
  var name: String
  var arguments: [String]

  init(written text: String) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      (name, arguments) = (text, [])
      return
    }
    name = text[..<open].trimmed
    arguments = text[text.index(after: open)...].dropLast().split(separator: ",").map(\.trimmed)
  }
}
