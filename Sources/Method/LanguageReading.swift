import MethodTree
import Workshop

/// Reads the program's words and forms in one language.
struct LanguageReading {
  let file: String

  private static let keys = [
    "language", "order", "name", "decimal", "group", "percent", "day", "months", "durations", "frequencies", "yes",
    "no",
    "commands",
    "messages",
  ]

  func language(_ tree: Tree) throws(MethodError) -> Language {
    let fields = try Fields(tree, file: file, keys: LanguageReading.keys)
    let durations = try Fields(try fields.needed("durations"), file: file, keys: ["minutes", "hours", "days"])
    var commands: [String: [String]] = [:]
    for entry in try Fields(open: try fields.needed("commands"), file: file).all {
      commands[entry.key] = try entry.value.texts(in: file).map { $0.lowercased() }
    }
    return Language(
      code: LanguageCode(try fields.text("language")), name: try fields.text("name"),
      numbers: NumberFormat(
        decimal: try character(fields, "decimal"), group: try character(fields, "group"),
        percent: Template(try fields.text("percent"))),
      days: DayFormat(
        pattern: Template(try fields.text("day")), months: try fields.needed("months").texts(in: file)),
      durations: DurationFormat(
        minutes: try unit(try durations.needed("minutes")), hours: try unit(try durations.needed("hours")),
        days: try unit(try durations.needed("days"))),
      frequencies: try frequencies(try fields.needed("frequencies")), yes: try fields.needed("yes").texts(in: file),
      no: try fields.needed("no").texts(in: file),
      commands: commands, messages: try messages(try fields.needed("messages")))
  }

  private func unit(_ tree: Tree) throws(MethodError) -> DurationFormat.Unit {
    let fields = try Fields(tree, file: file, keys: ["one", "other", "words"])
    return DurationFormat.Unit(
      one: try fields.text("one"), other: try fields.text("other"),
      words: try fields["words"]?.texts(in: file) ?? [])
  }

  private func frequencies(_ tree: Tree) throws(MethodError) -> FrequencyFormat {
    let keys = [
      "day", "week", "month", "on-demand", "fillers", "shown", "once", "fortnight", "every-week", "every-month",
      "weekdays",
      "short-weekdays",
    ]
    let fields = try Fields(tree, file: file, keys: keys)
    return FrequencyFormat(
      day: try fields.needed("day").texts(in: file), week: try fields.needed("week").texts(in: file),
      month: try fields.needed("month").texts(in: file), onDemand: try fields.needed("on-demand").texts(in: file),
      fillers: try fields.needed("fillers").texts(in: file), pattern: Template(try fields.text("shown")),
      once: Template(try fields.text("once")),
      fortnight: try fields.needed("fortnight").texts(in: file),
      everyWeek: try fields.text("every-week"), everyMonth: try fields.text("every-month"),
      weekdays: try fields.needed("weekdays").texts(in: file),
      shortWeekdays: try fields.needed("short-weekdays").texts(in: file))
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
