import Workshop

/// Reads what a rule is applied to, beside its subject.
struct RuleOperands {
  let reading: CheckReading
  let fields: Fields

  private static let paths = [
    "by", "needs", "to", "near", "most-of", "least-of", "from", "slots", "posts", "watching", "open", "among",
    "covered-by", "than-voted",
  ]
  private static let numbers = ["least", "days", "share", "is", "plus", "by", "above"]
  static let keys =
    paths + numbers + [
      "severity", "message", "mend", "column", "columns", "than", "of", "options", "option", "series", "any", "whole",
      "fitting", "most", "where", "except", "where-of", "rows", "winner-of", "first-of", "once", "while",
      "all", "missing", "first", "through", "or-through", "repeats", "key", "same",
    ]

  private var file: String { reading.file }

  func fill(_ rule: inout Rule) throws(MethodError) {
    try columns(&rule)
    try paths(&rule)
    try limit(&rule)
    try values(&rule)
    try numbers(&rule)
    try filters(&rule)
    try conditions(&rule)
    let isTurned = try fields.truth("all", default: false)
    rule.isTurned = try fields.truth("missing", default: isTurned)
  }

  private func columns(_ rule: inout Rule) throws(MethodError) {
    guard let subject = rule.subject?.question else { return }
    for key in ["column", "columns"] {
      for tree in try fields.list(key) { rule.columns.append(try reading.column(tree, of: subject)) }
    }
    switch rule.kind {
    case .calendar:
      let slots = try reading.known(try fields.needed("slots")).question
      for key in ["through", "from", "repeats"] {
        rule.columns.append(try reading.column(try fields.needed(key), of: slots))
      }
    case .sumPer: rule.columns = [try reading.column(try fields.needed("key"), of: subject)]
    case .overlap: for tree in try fields.list("same") { rule.columns.append(try reading.column(tree, of: subject)) }
    case _: break
    }
  }

  private func paths(_ rule: inout Rule) throws(MethodError) {
    for key in RuleOperands.paths where !(rule.kind == .calendar && key == "from") {
      // `by` is a tolerance where it is a number.
      for tree in try fields.list(key) where Int(try tree.text(in: file)) == nil {
        rule.paths.append(try reading.known(tree))
      }
    }
    switch rule.kind {
    case .fewer, .slower: if let tree = fields["than"] { rule.paths.append(try reading.known(tree)) }
    case _: break
    }
  }

  private func limit(_ rule: inout Rule) throws(MethodError) {
    guard let subject = rule.subject?.question else { return }
    switch rule.kind {
    case .late, .soon: rule.limit = try limit(try fields.needed("than"), of: subject)
    case .notIn: rule.limit = try limit(try fields.needed("of"), of: subject)
    case .risk: if let tree = fields["or-through"] { rule.limit = .column(try reading.column(tree, of: subject)) }
    case _: break
    }
  }

  /// `session`, a column, or a column and the column of what it refers to with a point between.
  private func limit(_ tree: Tree, of question: QuestionID) throws(MethodError) -> Rule.Limit {
    let text = try tree.text(in: file)
    if text == "session" { return .session }
    let names = text.split(separator: ".").map(String.init)
    let through = try reading.column(Tree(text: names.first ?? "", line: tree.line), of: question)
    guard names.count == 2 else { return .column(through) }
    let columns = reading.method.columns(referredToBy: through, of: question)
    guard columns.contains(ColumnID(names[1])) else { throw reading.unknown(text, tree.line) }
    return .referred(through: through, ColumnID(names[1]))
  }

  private func values(_ rule: inout Rule) throws(MethodError) {
    for key in ["options", "option", "series"] {
      rule.options += try fields[key]?.texts(in: file).map { OptionID($0) } ?? []
    }
    for key in ["any", "whole"] {
      rule.words += try fields[key]?.texts(in: file).map { $0.lowercased() } ?? []
    }
    if fields["whole"] != nil { rule.numbers["whole"] = 1 }
    guard let fitting = fields["fitting"] else { return }
    for entry in try Fields(open: fitting, file: file).all {
      rule.fitting[OptionID(entry.key)] = try entry.value.names(in: file).map { OptionID($0) }
    }
  }

  private func numbers(_ rule: inout Rule) throws(MethodError) {
    for key in RuleOperands.numbers {
      guard let tree = fields[key], rule.kind.rawValue != key, Int(tree.shown) != nil else { continue }
      rule.numbers[key] = try tree.number(in: file)
    }
    if try fields.truth("first", default: false) { rule.numbers["first"] = 1 }
    if fields["most-of"] != nil { rule.numbers["most"] = 1 }
    if fields["least-of"] != nil { rule.numbers["least"] = 1 }
    guard let most = fields["most"] else { return }
    guard case .map = most.content else {
      rule.numbers["most"] = try most.number(in: file)
      return
    }
    for entry in try Fields(open: most, file: file).all {
      guard reading.method.run(RunID(entry.key)) != nil else { throw reading.unknown(entry.key, entry.line) }
      rule.mostInRun[RunID(entry.key)] = try entry.value.number(in: file)
    }
  }

  private func filters(_ rule: inout Rule) throws(MethodError) {
    if let subject = rule.subject?.question {
      rule.filters += try having(fields["where"], of: subject)
      for filter in try having(fields["except"], of: subject) {
        if case .having(let column, let values) = filter { rule.filters.append(.lacking(column, values)) }
      }
      if let rows = fields["rows"] { rule.filters.append(.rows(try rows.names(in: file))) }
      if let vote = fields["winner-of"] { rule.filters.append(.winner(of: try reading.known(vote).question)) }
      if let tree = fields["first-of"] {
        for entry in try Fields(open: tree, file: file).all {
          let through = try reading.column(Tree(text: entry.key, line: entry.line), of: subject)
          rule.filters.append(.firstOfWinner(through: through, of: try reading.known(entry.value).question))
        }
      }
    }
    if let other = rule.paths.first?.question { rule.otherFilters = try having(fields["where-of"], of: other) }
  }

  private func having(_ tree: Tree?, of question: QuestionID) throws(MethodError) -> [Rule.Filter] {
    guard let tree else { return [] }
    var filters: [Rule.Filter] = []
    for entry in try Fields(open: tree, file: file).all {
      let column = try reading.column(Tree(text: entry.key, line: entry.line), of: question)
      let values = try entry.value.texts(in: file)
      filters.append(values == ["past"] ? .past(column) : .having(column, values))
    }
    return filters
  }

  private func conditions(_ rule: inout Rule) throws(MethodError) {
    for key in ["when", "while"] {
      guard let tree = fields[key] else { continue }
      for entry in try Fields(open: tree, file: file).all {
        rule.conditions.append(
          RuleCondition(path: try reading.known(entry.key, line: entry.line), test: try test(entry.value)))
      }
    }
    for tree in try fields.list("once") {
      rule.conditions.append(RuleCondition(path: try reading.known(tree), test: .answered))
    }
  }

  /// An option, or a word and what it is about: `not sell-directly`, `only traffic`, `at-least 4`.
  private func test(_ tree: Tree) throws(MethodError) -> RuleCondition.Test {
    let words = try tree.text(in: file).split(separator: " ").map(String.init)
    guard words.count == 2 else { return .holds(OptionID(words.joined(separator: " "))) }
    switch (words[0], Int(words[1])) {
    case ("not", _): return .lacks(OptionID(words[1]))
    case ("only", _): return .only(OptionID(words[1]))
    case ("at-least", let number?): return .atLeast(number)
    case ("at-most", let number?): return .atMost(number)
    case ("above", let number?): return .above(number)
    case ("below", let number?): return .below(number)
    case _:
      throw MethodError(
        file: file, line: tree.line,
        fault: .unknownWord(tree.shown, known: ["not", "only", "at-least 1", "at-most 1", "above 1", "below 1"]))
    }
  }
}

extension Workshop.Method {
  /// The columns of the answers that a column refers to.
  fileprivate func columns(referredToBy column: ColumnID, of question: QuestionID) -> [ColumnID] {
    switch self.question(question)?.columns.first(where: { $0.id == column })?.type {
    case .reference(let series), .references(let series):
      series.compactMap { self.question(ofSeries: $0) }.compactMap { self.question($0) }.flatMap(\.columns).map(\.id)
    case _: []
    }
  }
}
