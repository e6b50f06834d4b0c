import Workshop

/// What rules of one kind take beside their subject.
struct RuleOperands {
  /// What a rule cannot do without: exactly one of each group.
  var needed: [[String]]
  /// What it may have besides.
  var optional: [String]
  /// Those that name other places, in the order in which the rule looks at them.
  var places: [String]
  /// How many columns it looks at; nil for any number.
  var columnCount: Int?
  /// Whether it looks at the rows of its subject, some of which can be left out.
  var hasRows: Bool
  /// Whether its subject may name a column.
  var hasColumn: Bool
  /// What the columns must hold that its operands name; under `subject` those that its subject names.
  var holding: [String: ColumnForm]
  /// All of them.
  let all: [String]
  /// Those that are whole numbers.
  let numbers: [String]

  /// What every rule may have.
  static let common = ["severity", "message", "mend", "once", "while"]
  /// What says which rows count.
  static let filters = ["where", "except", "rows", "winner-of", "first-of"]
  private static let numbers = ["least", "most", "days", "share", "is", "plus", "by", "above"]

  private init(
    _ needed: [[String]] = [], optional: [String] = [], places: [String] = [], columns: Int? = nil, rows: Bool = true,
    column: Bool = false, holding: [String: ColumnForm] = [:]
  ) {
    (self.needed, self.optional, self.places) = (needed, optional, places)
    (columnCount, hasRows, hasColumn, self.holding) = (columns, rows, column, holding)
    var all: [String] = []
    for name in needed.joined() + optional + (rows ? RuleOperands.filters : []) + RuleOperands.common
    where !all.contains(name) { all.append(name) }
    self.all = all
    numbers = RuleOperands.numbers.filter { all.contains($0) && !places.contains($0) }
  }

  /// What a kind takes.
  static func of(_ kind: Rule.Kind) -> RuleOperands {
    counting(kind) ?? comparing(kind) ?? summing(kind) ?? RuleOperands(rows: false)
  }

  /// Kinds about what is there, how many there are, and what refers to what.
  private static func counting(_ kind: Rule.Kind) -> RuleOperands? {
    switch kind {
    case .unanswered: RuleOperands(optional: ["instead"], places: ["instead"], rows: false)
    case .gap: RuleOperands([["columns"]], optional: ["all"])
    case .unreferenced: RuleOperands([["by"]], places: ["by"], holding: ["by": .reference])
    case .crowded: RuleOperands([["by"], ["most"]], places: ["by"], holding: ["by": .reference])
    case .count: RuleOperands([["least", "most"]])
    case .few: RuleOperands([["column"], ["least"]])
    case .fewer:
      RuleOperands([["than", "than-voted"]], optional: ["series"], places: ["than", "than-voted"], rows: false)
    case .differs:
      RuleOperands(
        [["from"]], optional: ["plus", "by"], places: ["from"], rows: false, holding: ["subject": .number])
    case .piled: RuleOperands([["column"], ["most"]])
    case .uncovered: RuleOperands([["by"]], places: ["by"], rows: false, holding: ["subject": .options])
    case .early: RuleOperands([["needs"]], places: ["needs"], rows: false)
    case .undecided: RuleOperands([["among"]], places: ["among"], rows: false)
    case .turnout: RuleOperands(optional: ["among", "where-of"], places: ["among"], rows: false)
    case .notIn: RuleOperands([["column"], ["of"]])
    case .firstIs, .lastIs: RuleOperands([["column"], ["option"]], optional: ["above"])
    case .duplicate: RuleOperands()
    case _: nil
    }
  }

  /// Kinds about what stands in a cell, and what comes before what.
  private static func comparing(_ kind: Rule.Kind) -> RuleOperands? {
    switch kind {
    case .holds: RuleOperands([["column"], ["options"]])
    case .lacks: RuleOperands([["option"]], optional: ["column"])
    case .words: RuleOperands([["column", "columns"], ["any", "whole"]], optional: ["missing"])
    case .phone, .digitless: RuleOperands([["column"]])
    case .notFalling: RuleOperands([["column"]], holding: ["column": .measure])
    case .same: RuleOperands([["columns"]], columns: 2)
    case .less: RuleOperands([["columns"]], columns: 2, holding: ["columns": .measure])
    case .ratio: RuleOperands([["columns"], ["most"]], columns: 2, holding: ["columns": .number])
    case .outside: RuleOperands([["columns"], ["least"], ["most"]], holding: ["columns": .number])
    case .wrongWay: RuleOperands([["columns"]], columns: 3)
    case .late, .soon:
      RuleOperands([["column"], ["than"]], optional: ["days", "first"], holding: ["column": .measure])
    case .slower:
      RuleOperands([["than"]], places: ["than"], column: true, holding: ["subject": .measure, "than": .measure])
    case .overlap: RuleOperands([["columns"]], optional: ["same"], columns: 2, holding: ["columns": .measure])
    case .unfit:
      RuleOperands(
        [["column"], ["to"], ["fitting"]], places: ["to"], holding: ["column": .options, "to": .options])
    case .placeholders: RuleOperands([["any"]], rows: false)
    case _: nil
    }
  }

  /// Kinds about sums of numbers.
  private static func summing(_ kind: Rule.Kind) -> RuleOperands? {
    switch kind {
    case .sum:
      RuleOperands(
        [["is", "most", "least", "most-of", "least-of", "near"]], optional: ["share", "where-of"],
        places: ["most-of", "least-of", "near"], column: true,
        holding: ["subject": .number, "most-of": .number, "least-of": .number, "near": .number])
    case .sumPer:
      RuleOperands(
        [["key"], ["near", "most", "least"]], optional: ["share"], places: ["near"], rows: false, column: true,
        holding: ["subject": .number, "near": .number])
    case .workload:
      RuleOperands(
        [["posts"], ["watching"], ["open"]], places: ["posts", "watching", "open"], rows: false, column: true,
        holding: ["subject": .number, "posts": .frequency, "watching": .number])
    case .calendar:
      RuleOperands(
        [["column"], ["slots"], ["through"], ["from"], ["repeats"], ["least"], ["most"]], places: ["slots"],
        holding: RuleOperands.ofCalendar)
    case .silent:
      RuleOperands(
        [["column"], ["slots"], ["through"], ["from"], ["repeats"], ["most"]], places: ["slots"],
        holding: RuleOperands.ofCalendar)
    case .risk:
      RuleOperands(
        [["columns"], ["least"], ["covered-by"]], optional: ["or-through"], places: ["covered-by"],
        holding: ["columns": .number, "covered-by": .reference, "or-through": .reference])
    case .long: RuleOperands([["option"], ["most"]], rows: false)
    case _: nil
    }
  }

  /// What the columns of a promise and of the calendar that keeps it hold.
  private static let ofCalendar: [String: ColumnForm] = [
    "column": .frequency, "through": .reference, "from": .day, "repeats": .repetition,
  ]
}
