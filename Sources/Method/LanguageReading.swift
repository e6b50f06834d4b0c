import MethodTree
import Workshop

/// Reads the program's words and forms in one language.
struct LanguageReading {
  let file: String

  private static let keys = [
    "language", "order", "name", "decimal", "group", "minus", "percent", "money", "currency", "time", "day",
    "day-of-week", "day-of-month", "ranges", "months", "short-months", "weekdays", "short-weekdays", "durations",
    "amounts",
    "frequencies", "repeats", "number-words", "recurrence", "dates", "yes", "no", "commands", "messages",
  ]

  func language(_ tree: Tree) throws(MethodError) -> Language {
    let fields = try Fields(tree, file: file, keys: LanguageReading.keys)
    let durations = try Fields(try fields.needed("durations"), file: file, keys: ["minutes", "hours", "days", "weeks"])
    var commands: [String: [String]] = [:]
    for entry in try Fields(open: try fields.needed("commands"), file: file).all {
      commands[entry.key] = try entry.value.texts(in: file).map { $0.lowercased() }
    }
    let calendar = try CalendarReading(fields, file: file)
    return Language(
      code: LanguageCode(try fields.text("language")), name: try fields.text("name"),
      numbers: try numbers(fields), days: try calendar.days(), times: Template(try fields.text("time")),
      durations: DurationFormat(
        minutes: try unit(try durations.needed("minutes")), hours: try unit(try durations.needed("hours")),
        days: try unit(try durations.needed("days")),
        weeks: try unit(try durations.needed("weeks"))),
      frequencies: try calendar.frequencies(), yes: try fields.needed("yes").texts(in: file),
      no: try fields.needed("no").texts(in: file),
      commands: commands, messages: try messages(try fields.needed("messages")))
  }

  private func numbers(_ fields: Fields) throws(MethodError) -> NumberFormat {
    let amounts = try Fields(
      try fields.needed("amounts"), file: file,
      keys: ["about", "thousand", "million", "billion", "percent", "currencies"])
    var currencies: [String: [String]] = [:]
    for entry in try Fields(open: try amounts.needed("currencies"), file: file).all {
      currencies[entry.key] = try entry.value.texts(in: file)
    }
    func words(_ key: String) throws(MethodError) -> [String] { try amounts.needed(key).texts(in: file) }
    return NumberFormat(
      decimal: try character(fields, "decimal"), group: try character(fields, "group"),
      minus: try fields.text("minus"), percent: Template(try fields.text("percent")),
      money: Template(try fields.text("money")), currency: try fields.optionalText("currency"),
      words: QuantityWords(
        about: try words("about"), thousand: try words("thousand"), million: try words("million"),
        billion: try words("billion"), percent: try words("percent"), currencies: currencies))
  }

  private func unit(_ tree: Tree) throws(MethodError) -> DurationFormat.Unit {
    let fields = try Fields(tree, file: file, keys: ["one", "other", "words"])
    return DurationFormat.Unit(
      one: try fields.text("one"), other: try fields.text("other"),
      words: try fields["words"]?.texts(in: file) ?? [])
  }

  /// Messages stand in groups; the key of a message is the group's name, a point, and its own name. A message that
  /// counts has the keys `one` and `other`.
  private func messages(_ tree: Tree) throws(MethodError) -> [String: Template] {
    var messages: [String: Template] = [:]
    for group in try Fields(open: tree, file: file).all {
      for message in try Fields(open: group.value, file: file).all {
        messages["\(group.key).\(message.key)"] = try template(message.value)
      }
    }
    return messages
  }

  private func template(_ tree: Tree) throws(MethodError) -> Template {
    guard case .map = tree.content else { return Template(try tree.text(in: file)) }
    let fields = try Fields(tree, file: file, keys: ["one", "other"])
    return Template(try fields.text("other"), one: try fields.text("one"))
  }

  private func character(_ fields: Fields, _ key: String) throws(MethodError) -> Character {
    let tree = try fields.needed(key)
    let text = try tree.text(in: file)
    guard let character = text.first, text.count == 1 else {
      throw MethodError(file: file, line: tree.line, fault: .expected(.text, found: text))
    }
    return character
  }
}
