import MethodTree
import Workshop

/// Reads one rule of a check: its kind, its subject, and the operands that its kind takes.
struct RuleReading {
  let names: KnownNames
  let fields: Fields
  let kind: Rule.Kind
  let operands: RuleOperands
  let problems: Problems
  private let subject: Tree

  var file: String { names.file }

  init(_ tree: Tree, names: KnownNames, problems: Problems) throws(MethodError) {
    (self.names, self.problems) = (names, problems)
    fields = try Fields(open: tree, file: names.file)
    // The kind stands first, since a word may be a kind and an operand of another.
    let entry = fields.all.first { !RuleOperands.common.contains($0.key) }
    guard let entry, let kind = Rule.Kind(rawValue: entry.key) else {
      throw RuleReading.unknownKind(entry?.key ?? tree.shown, line: entry?.line ?? tree.line, names)
    }
    (self.kind, subject) = (kind, entry.value)
    operands = .of(kind)
    for entry in fields.all where entry.key != kind.rawValue && !operands.all.contains(entry.key) {
      try problems.report(names.unknown(entry.key, known: operands.all, line: entry.line))
    }
    for group in operands.needed {
      _ = try problems.attempt { () throws(MethodError) in try checkOne(of: group) }
    }
  }

  /// The kinds that look like what was written, or all of them.
  private static func unknownKind(_ word: String, line: Int, _ names: KnownNames) -> MethodError {
    let kinds = Rule.Kind.allCases.map(\.rawValue)
    let near = nearest(to: word, among: kinds)
    guard !near.isEmpty else { return names.unknown(word, known: kinds, line: line) }
    return MethodError(file: names.file, line: line, fault: .unknownKey(word, nearest: near))
  }

  /// Exactly one of several operands that exclude each other.
  private func checkOne(of group: [String]) throws(MethodError) {
    let found = fields.all.filter { $0.key != kind.rawValue && group.contains($0.key) }
    guard !found.isEmpty else {
      throw MethodError(file: file, line: fields.line, fault: .missing(key: group.joined(separator: ", ")))
    }
    guard found.count > 1 else { return }
    throw names.unknown(found[1].key, known: operands.all.filter { !group.contains($0) }, line: found[1].line)
  }

  /// The rule, as grave as its check where it does not say itself.
  func rule(of check: CheckID, _ severity: KnownNames.Severities) throws(MethodError) -> Rule {
    let message = try fields.optionalText("message").map { MessageID($0) } ?? MessageID(check.rawValue)
    var rule = Rule(kind: kind, subject: try path(), message: message, severity: severity.all)
    rule.severityInRun = severity.runs
    let parts: [(inout Rule) throws(MethodError) -> Void] = [
      readSeverity, readPlaces, readColumns, readNumbers, readValues,
    ]
    for read in parts {
      _ = try problems.attempt { () throws(MethodError) in try read(&rule) }
    }
    return rule
  }

  private func readSeverity(_ rule: inout Rule) throws(MethodError) {
    if let tree = fields["severity"] { (rule.severity, rule.severityInRun) = try names.severities(tree) }
    if let tree = fields["mend"] { rule.mend = try names.question(tree) }
  }

  private func readPlaces(_ rule: inout Rule) throws(MethodError) {
    for key in operands.places { rule.paths += try places(key) }
  }

  private func readValues(_ rule: inout Rule) throws(MethodError) {
    try RuleValues(reading: self).fill(&rule, conditions: kind == .when ? subject : nil)
    let isTurned = try fields.truth("all", default: false)
    rule.isTurned = try fields.truth("missing", default: isTurned)
  }

  /// The places that an operand names, at least one where it stands at all.
  private func places(_ key: String) throws(MethodError) -> [AnswerPath] {
    guard let tree = fields[key] else { return [] }
    var paths: [AnswerPath] = []
    for tree in try tree.list(in: file) { paths.append(try names.path(tree, holding: operands.holding[key])) }
    guard !paths.isEmpty else { throw MethodError(file: file, line: tree.line, fault: .missing(key: key)) }
    return paths
  }

  private func path() throws(MethodError) -> AnswerPath? {
    switch kind {
    case .when: return nil
    case .required, .strangers, .placeholders, .tie:
      guard try subject.text(in: file) == "all" else {
        throw names.unknown(subject.shown, known: ["all"], line: subject.line)
      }
      return nil
    case _:
      let path = try names.path(subject, holding: operands.holding["subject"])
      guard path.column == nil || operands.hasColumn else {
        throw names.unknown(subject.shown, known: [path.question.rawValue], line: subject.line)
      }
      return path
    }
  }

  // MARK: Columns and what they are compared with

  private func readColumns(_ rule: inout Rule) throws(MethodError) {
    guard let subject = rule.subject?.question else { return }
    let holding = operands.holding
    if let tree = fields["column"] { rule.columns = [try names.column(tree, of: subject, holding: holding["column"])] }
    if let tree = fields["columns"] {
      for tree in try tree.list(in: file) {
        rule.columns.append(try names.column(tree, of: subject, holding: holding["columns"]))
      }
      guard !rule.columns.isEmpty, operands.columnCount.map({ $0 == rule.columns.count }) != false else {
        throw MethodError(file: file, line: tree.line, fault: .expected(.list, found: tree.shown))
      }
    }
    switch kind {
    case .calendar, .silent:
      guard let slots = rule.paths.first?.question else { break }
      for key in ["through", "from", "repeats"] {
        let tree = try fields.needed(key)
        rule.columns.append(try names.column(tree, of: slots, holding: holding[key]))
      }
    case .sumPer: rule.columns = [try names.column(try fields.needed("key"), of: subject)]
    case .overlap: for tree in try fields.list("same") { rule.columns.append(try names.column(tree, of: subject)) }
    case .late, .soon:
      let tree = try fields.needed("than")
      rule.limit = try limit(tree, of: subject)
      try checkMeasure(of: rule, subject, tree)
    case .notIn: rule.limit = try limit(try fields.needed("of"), of: subject)
    case .risk:
      guard let tree = fields["or-through"] else { break }
      rule.limit = .column(try names.column(tree, of: subject, holding: holding["or-through"]))
    case _: break
    }
  }

  /// Days are compared with days, numbers with numbers.
  private func checkMeasure(of rule: Rule, _ subject: QuestionID, _ tree: Tree) throws(MethodError) {
    guard !names.isKept, let column = rule.columns.first, let limit = rule.limit,
      let measure = names.method.column(at: AnswerPath(question: subject, column: column))?.type.measure
    else { return }
    let columns = names.method.columns(of: subject)
    let own = columns.map { (name: $0.id.rawValue, type: $0.type) } + [(name: "session", type: .date)]
    switch limit {
    case .session:
      guard measure != .day else { return }
      try ColumnForm.day.check(nil, called: column.rawValue, among: Array(own.dropLast()), file: file, line: tree.line)
    case .column(let other):
      let other = columns.first { $0.id == other }
      try measure.check(other, called: tree.shown, among: own, file: file, line: tree.line)
    case .referred(let through, let other):
      let known = names.columns(referredToBy: through, of: subject)
      try measure.check(
        known.first { $0.id == other }, called: tree.shown,
        among: known.map { (name: "\(through).\($0.id)", type: $0.type) }, file: file, line: tree.line)
    }
  }

  /// `session`, a column, or a column and the column of what it refers to with a point between.
  private func limit(_ tree: Tree, of question: QuestionID) throws(MethodError) -> Rule.Limit {
    let text = try tree.text(in: file)
    if text == "session", kind != .notIn { return .session }
    let parts = text.split(separator: ".").map(String.init)
    let through = try names.column(Tree(text: parts.first ?? "", line: tree.line), of: question)
    guard parts.count == 2 || kind == .notIn else { return .column(through) }
    let columns = names.columns(referredToBy: through, of: question)
    guard parts.count == 2, columns.contains(where: { $0.id == ColumnID(parts[1]) }) else {
      throw names.unknown(text, known: columns.map { "\(through).\($0.id)" }, line: tree.line)
    }
    return .referred(through: through, ColumnID(parts[1]))
  }

  private func readNumbers(_ rule: inout Rule) throws(MethodError) {
    for key in operands.numbers {
      guard let tree = fields[key] else { continue }
      if case .map = tree.content, kind == .count, key == "most" {
        rule.mostInRun = try names.byRun(tree) { tree throws(MethodError) in try tree.number(in: file) }
      } else {
        rule.numbers[key] = try tree.number(in: file)
      }
    }
    if try fields.truth("first", default: false) { rule.numbers["first"] = 1 }
    if fields["most-of"] != nil { rule.numbers["most-of"] = 1 }
    if fields["least-of"] != nil { rule.numbers["least-of"] = 1 }
    if fields["whole"] != nil { rule.numbers["whole"] = 1 }
  }
}
