import MethodTree
import Workshop

/// Reads how a language writes and says days, how often, and when something comes back.
struct CalendarReading {
  private let fields: Fields
  private let file: String
  private let months: [String]
  private let shortMonths: [String]
  private let weekdays: [String]
  private let shortWeekdays: [String]
  private let nthWeekdays: [String]
  private let numbers: NumberWords

  init(_ fields: Fields, file: String) throws(MethodError) {
    self.fields = fields
    self.file = file
    months = try CalendarReading.names(fields, "months", count: 12, file)
    shortMonths = try CalendarReading.names(fields, "short-months", count: 12, file)
    weekdays = try CalendarReading.names(fields, "weekdays", count: 7, file)
    shortWeekdays = try CalendarReading.names(fields, "short-weekdays", count: 7, file)
    let repeats = try Fields(open: try fields.needed("repeats"), file: file)
    nthWeekdays =
      repeats["nth-weekdays"] == nil
      ? weekdays : try CalendarReading.names(repeats, "nth-weekdays", count: 7, file)
    let words = try Fields(
      try fields.needed("number-words"), file: file,
      keys: ["numbers", "multiples", "ordinals", "ordinal-endings"])
    numbers = NumberWords(
      numbers: try CalendarReading.entries(words, "numbers", file),
      multiples: try CalendarReading.entries(words, "multiples", file),
      ordinals: try CalendarReading.entries(words, "ordinals", file),
      ordinalEndings: try words.needed("ordinal-endings").texts(in: file))
  }

  /// How days are written, and what is understood as one.
  func days() throws(MethodError) -> DayFormat {
    let dates = try Fields(try fields.needed("dates"), file: file, keys: DayWords.kinds + ["month-first"])
    return DayFormat(
      pattern: Template(try fields.text("day")), weekPattern: Template(try fields.text("day-of-week")),
      monthPattern: Template(try fields.text("day-of-month")), ranges: try ranges(), months: months,
      shortMonths: shortMonths,
      shortWeekdays: shortWeekdays,
      words: DayWords(
        lists: try lists(dates, DayWords.kinds), isMonthFirst: try dates.truth("month-first", default: false),
        numbers: numbers, months: [months, shortMonths], weekdays: [weekdays, shortWeekdays, nthWeekdays]))
  }

  private func ranges() throws(MethodError) -> DayFormat.Ranges {
    let ranges = try Fields(try fields.needed("ranges"), file: file, keys: ["month", "year", "other"])
    return DayFormat.Ranges(
      month: Template(try ranges.text("month")), year: Template(try ranges.text("year")),
      other: Template(try ranges.text("other")))
  }

  /// How it is said how often something is done, and when it comes back.
  func frequencies() throws(MethodError) -> FrequencyFormat {
    let shown = try Fields(
      try fields.needed("frequencies"), file: file, keys: ["shown", "periods", "once", "on-demand"])
    let recurrence = try Fields(try fields.needed("recurrence"), file: file, keys: RecurrenceWords.kinds)
    return FrequencyFormat(
      pattern: Template(try shown.text("shown")), periods: try periods(shown, "periods"),
      once: try periods(shown, "once"), onDemand: try shown.needed("on-demand").texts(in: file),
      repeats: try repeats(),
      words: RecurrenceWords(
        lists: try lists(recurrence, RecurrenceWords.kinds), numbers: numbers,
        weekdays: [weekdays, shortWeekdays, nthWeekdays]),
      weekdays: weekdays, shortWeekdays: shortWeekdays)
  }

  private func repeats() throws(MethodError) -> RepeatFormat {
    let keys = [
      "named", "days", "weeks", "months", "on-weekdays", "on-days", "month-day", "last-day", "nth-weekday", "nths",
      "nth-weekdays",
    ]
    let repeats = try Fields(try fields.needed("repeats"), file: file, keys: keys)
    let named = try Fields(try repeats.needed("named"), file: file, keys: RepeatFormat.names)
    var names: [String: String] = [:]
    for name in RepeatFormat.names { names[name] = try named.text(name) }
    return RepeatFormat(
      named: names, days: Template(try repeats.text("days")), weeks: Template(try repeats.text("weeks")),
      months: Template(try repeats.text("months")), onWeekdays: Template(try repeats.text("on-weekdays")),
      onDays: Template(try repeats.text("on-days")), monthDay: Template(try repeats.text("month-day")),
      lastDay: try repeats.text("last-day"), nthWeekday: Template(try repeats.text("nth-weekday")),
      nths: try CalendarReading.names(repeats, "nths", count: 6, file), nthWeekdays: nthWeekdays)
  }

  private func periods(_ shown: Fields, _ key: String) throws(MethodError) -> [Frequency.Period: String] {
    let periods = Frequency.Period.allCases.filter { $0 != .onDemand }
    let texts = try Fields(try shown.needed(key), file: file, keys: periods.map(\.rawValue))
    var found: [Frequency.Period: String] = [:]
    for period in periods { found[period] = try texts.text(period.rawValue) }
    return found
  }

  private func lists(_ fields: Fields, _ kinds: [String]) throws(MethodError) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for kind in kinds { lists[kind] = try fields[kind]?.texts(in: file) }
    return lists
  }

  private static func entries(
    _ fields: Fields, _ key: String, _ file: String
  ) throws(MethodError) -> [NumberWords.Entry] {
    var entries: [NumberWords.Entry] = []
    for entry in try Fields(open: try fields.needed(key), file: file).all {
      guard let number = Int(entry.key) else {
        throw MethodError(file: file, line: entry.line, fault: .expected(.number, found: entry.key))
      }
      entries.append(NumberWords.Entry(number, try entry.value.texts(in: file)))
    }
    return entries
  }

  private static func names(
    _ fields: Fields, _ key: String, count: Int, _ file: String
  ) throws(MethodError) -> [String] {
    let tree = try fields.needed(key)
    let names = try tree.texts(in: file)
    guard names.count == count else {
      throw MethodError(file: file, line: tree.line, fault: .expected(.list, found: String(names.count)))
    }
    return names
  }
}
