import MethodTree
import Workshop

/// Reads one question of a method's structure.
struct QuestionReading {
  let file: String
  /// The runs of the method, in order.
  let runs: [RunID]
  let conditions: ConditionReading
  let problems: Problems

  static let keys =
    ConditionReading.keys + [
      "question", "kind", "required", "answers", "most", "minutes", "limit", "options", "handles", "columns", "asked",
      "rows", "across", "per-row", "among", "ballot", "number", "presets",
      "computes", "next-iteration",
    ]

  /// The kinds of question there are.
  static let kinds = ["line", "list", "single", "multi", "number", "date", "table", "grid", "vote"]

  /// A question, under the conditions of its stage and its step; nil when something in it is wrong, all of which is said.
  func question(_ tree: Tree, under places: [Conditions]) throws(MethodError) -> Question? {
    let fields = try Fields(open: tree, file: file)
    try problems.check(fields, keys: QuestionReading.keys)
    let id = QuestionID(try fields.text("question"))
    let handles = try problems.attempt { () throws(MethodError) in try self.handles(fields) }
    let kind = try problems.attempt { () throws(MethodError) in try self.kind(fields, handles ?? .numbered) }
    let count = try problems.attempt { () throws(MethodError) in try fields.needed("answers").range(in: file) }
    let timeboxes = try problems.attempt { () throws(MethodError) in
      let timeboxes = try numbers(fields["minutes"]).map { Question.Timebox(run: $0.run, minutes: $0.number) }
      guard !timeboxes.isEmpty else { throw MethodError(file: file, line: tree.line, fault: .senseless(.neverAsked)) }
      return timeboxes
    }
    let required = try problems.attempt { () throws(MethodError) in try self.required(fields) }
    let most = try problems.attempt { () throws(MethodError) in
      try numbers(fields["most"]).map { Question.Limit(run: $0.run, most: $0.number) }
    }
    let conditions = try problems.attempt { () throws(MethodError) in
      try self.conditions.conditions(fields, under: places)
    }
    let computation = try problems.attempt { () throws(MethodError) in
      try kind.flatMap { kind throws(MethodError) in try self.computation(fields, of: kind.columns) }
    }
    let presets = try problems.attempt { () throws(MethodError) in
      try fields["presets"]?.names(in: file).map { PresetID($0) } ?? []
    }
    let renewal = try problems.attempt { () throws(MethodError) in try fields["next-iteration"].map(self.renewal) }
    guard let handles, let kind, let count, let timeboxes, let required, let most, let conditions, let computation,
      let presets, let renewal
    else { return nil }
    return Question(
      id: id, kind: kind, timeboxes: timeboxes, required: required, count: count, mostInRun: most, handles: handles,
      conditions: conditions, computation: computation, presets: presets, renewal: renewal)
  }

  /// `carried`, or `carried: why` as a map of one key.
  private func renewal(_ tree: Tree) throws(MethodError) -> Renewal {
    var (word, reason, line) = ("", "", tree.line)
    if case .map = tree.content {
      let entries = try Fields(open: tree, file: file).all
      guard let entry = entries.first, entries.count == 1 else {
        throw MethodError(file: file, line: tree.line, fault: .expected(.text, found: tree.shown))
      }
      (word, reason, line) = (entry.key, try entry.value.text(in: file), entry.line)
    } else {
      word = try tree.text(in: file)
    }
    guard let rule = Renewal.Rule(rawValue: word) else {
      let known = Renewal.Rule.allCases.map(\.rawValue)
      throw MethodError(file: file, line: line, fault: .unknownWord(word, known: known))
    }
    return Renewal(rule, because: reason)
  }

  private func computation(_ fields: Fields, of columns: [Column]) throws(MethodError) -> Computation? {
    guard let tree = fields["computes"] else { return nil }
    let call = Call(written: try tree.text(in: file))
    let names = call.arguments.map { ColumnID($0) }
    if let unknown = names.first(where: { name in !columns.contains { $0.id == name } }) {
      throw MethodError(file: file, line: tree.line, fault: .unknownName(unknown.rawValue))
    }
    switch (call.name, names.count) {
    case ("monthly-change", 3): return .monthlyChange(from: names[0], to: names[1], by: names[2])
    case ("return", 2): return .returnOn(cost: names[0], yield: names[1])
    case _:
      let known = ["monthly-change(baseline, target, deadline)", "return(cost, yield)"]
      throw MethodError(file: file, line: tree.line, fault: .unknownWord(tree.shown, known: known))
    }
  }

  private func kind(_ fields: Fields, _ handles: Handles) throws(MethodError) -> Question.Kind {
    switch try fields.text("kind") {
    case "line": return .line(Column(id: "text", type: .text(limit: try limit(fields)), isRequired: true))
    case "list": return .list(Column(id: "text", type: .text(limit: try limit(fields)), isRequired: true))
    case "single": return .single(Column(id: "option", type: try choice(fields), isRequired: true))
    case "multi": return .multi(Column(id: "option", type: .choice(try options(fields)), isRequired: true))
    case "number": return .number(Column(id: "number", type: try numberType(fields), isRequired: true))
    case "date": return .date(Column(id: "date", type: .date, isRequired: true))
    case "table": return .table(try columns(fields))
    case "grid":
      return .grid(try grid(fields, handles))
    case "vote":
      let among = try fields["among"]?.texts(in: file) ?? []
      return .vote(Vote(among: among, ballot: try ballot(fields)))
    case let other:
      throw MethodError(
        file: file, line: try fields.needed("kind").line,
        fault: .unknownWord(other, known: QuestionReading.kinds))
    }
  }

  private func limit(_ fields: Fields) throws(MethodError) -> Int {
    try fields["limit"]?.number(in: file) ?? CellType.defaultLimit
  }

  /// One of the options, or one of the answers to another question.
  private func choice(_ fields: Fields) throws(MethodError) -> CellType {
    if case .text(let text)? = fields["options"]?.content {
      let call = Call(written: text)
      if call.name == "answers", !call.arguments.isEmpty { return .reference(call.arguments) }
    }
    return .choice(try options(fields))
  }

  private func options(_ fields: Fields) throws(MethodError) -> Options {
    guard let tree = fields["options"] else {
      throw MethodError(file: file, line: fields.line, fault: .senseless(.noOptions))
    }
    if case .text(let text) = tree.content {
      let call = Call(written: text)
      if call.name == "list", let list = call.arguments.first { return .list(ListID(list)) }
    }
    return .own(try tree.names(in: file).map { OptionID($0) })
  }

  private func numberType(_ fields: Fields) throws(MethodError) -> CellType {
    guard let tree = fields["number"] else { return .number(.any) }
    let text = try tree.text(in: file)
    if let range = ClosedRange(written: text, with: "-") { return .number(.between(range)) }
    guard let type = CellType(written: text), case .number = type else {
      throw MethodError(file: file, line: tree.line, fault: .expected(.columnType, found: text))
    }
    return type
  }

  private func ballot(_ fields: Fields) throws(MethodError) -> Vote.Ballot {
    let tree = try fields.needed("ballot")
    let call = Call(written: try tree.text(in: file))
    switch (call.name, call.arguments.first.flatMap { ClosedRange(written: $0, with: "-") }) {
    case ("dots", nil): return .dots
    case ("choice", nil): return .choice
    case ("score", let range?): return .score(range)
    case _:
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(tree.shown, known: ["dots", "choice", "score(1-5)"]))
    }
  }

  private func columns(_ fields: Fields) throws(MethodError) -> [Column] {
    guard let tree = fields["columns"] else {
      throw MethodError(file: file, line: fields.line, fault: .senseless(.noColumns))
    }
    let entries = try Fields(open: tree, file: file).all
    var limits: [(run: RunID, columns: [String])] = []
    if let asked = fields["asked"] {
      for entry in try Fields(open: asked, file: file).all {
        let names = try entry.value.texts(in: file)
        for name in names where !entries.contains(where: { $0.key == name }) {
          throw MethodError(file: file, line: entry.value.line, fault: .unknownName(name))
        }
        limits.append((try run(entry.key, line: entry.line), names))
      }
    }
    var columns: [Column] = []
    for entry in entries {
      let excluded = limits.filter { !$0.columns.contains(entry.key) }.map(\.run)
      let asking = excluded.isEmpty ? nil : runs.filter { !excluded.contains($0) }
      let column = try problems.attempt { () throws(MethodError) in
        try Column(id: entry.key, written: entry.value, runs: asking, file: file)
      }
      if let column { columns.append(column) }
    }
    guard !entries.isEmpty else { throw MethodError(file: file, line: tree.line, fault: .senseless(.noColumns)) }
    return columns
  }

  private func grid(_ fields: Fields, _ handles: Handles) throws(MethodError) -> Grid {
    let rows = try axis(try fields.needed("rows"))
    var across: Grid.Axis?
    if let tree = fields["across"] { across = try axis(tree) }
    if case .perRow(let series) = handles {
      guard case .fixed(let names) = rows, names.count == series.count else {
        throw MethodError(file: file, line: fields.line, fault: .senseless(.handlesPerRow))
      }
    }
    return Grid(
      rows: rows, across: across, columns: try columns(fields), perPlace: try fields["per-row"]?.number(in: file) ?? 1)
  }

  private func axis(_ tree: Tree) throws(MethodError) -> Grid.Axis {
    if case .text(let text) = tree.content {
      let call = Call(written: text)
      if call.name == "answers" { return .answers(call.arguments) }
      if call.name == "list", let list = call.arguments.first { return .list(ListID(list)) }
    }
    return .fixed(try tree.names(in: file).map { OptionID($0) })
  }

  private func handles(_ fields: Fields) throws(MethodError) -> Handles {
    guard let tree = fields["handles"] else { return .numbered }
    let handles: Handles
    if case .text(let text) = tree.content {
      let call = Call(written: text)
      handles = call.name == "option" ? .perOption(call.arguments) : .series(text)
    } else {
      handles = .perRow(try tree.names(in: file))
    }
    for name in handles.series where name.isEmpty || !name.utf8.allSatisfy({ (65...90).contains($0) }) {
      throw MethodError(file: file, line: tree.line, fault: .expected(.handle, found: name))
    }
    return handles
  }

  private func required(_ fields: Fields) throws(MethodError) -> [RunID] {
    guard let tree = fields["required"] else { return [] }
    let words = try tree.texts(in: file)
    if words == ["all"] { return runs }
    if words == ["none"] { return [] }
    var required: [RunID] = []
    for word in words { required.append(try run(word, line: tree.line)) }
    return required
  }

  /// Whole numbers per run.
  private func numbers(_ tree: Tree?) throws(MethodError) -> [(run: RunID, number: Int)] {
    guard let tree else { return [] }
    var numbers: [(run: RunID, number: Int)] = []
    for entry in try Fields(open: tree, file: file).all {
      numbers.append((try run(entry.key, line: entry.line), try entry.value.number(in: file)))
    }
    return numbers
  }

  private func run(_ name: String, line: Int) throws(MethodError) -> RunID {
    guard runs.contains(RunID(name)) else {
      throw MethodError(file: file, line: line, fault: .unknownWord(name, known: runs.map(\.rawValue)))
    }
    return RunID(name)
  }
}
