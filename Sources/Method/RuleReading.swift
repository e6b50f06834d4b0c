import MethodTree
import Workshop

/// Reads one rule of a check: its kind, its subject, and the operands that its kind takes.
struct RuleReading {
  let names: KnownNames
  let fields: Fields
  let kind: Rule.Kind
  let operands: RuleOperands
  private let subject: Tree

  var file: String { names.file }

  init(_ tree: Tree, names: KnownNames) throws(MethodError) {
    self.names = names
    fields = try Fields(open: tree, file: names.file)
    // The kind stands first, since a word may be a kind and an operand of another.
    let entry = fields.all.first { !RuleOperands.common.contains($0.key) }
    guard let entry, let kind = Rule.Kind(rawValue: entry.key) else {
      throw RuleReading.unknownKind(entry?.key ?? tree.shown, line: entry?.line ?? tree.line, names)
    }
    (self.kind, subject) = (kind, entry.value)
    operands = .of(kind)
    for entry in fields.all where entry.key != kind.rawValue && !operands.all.contains(entry.key) {
      throw names.unknown(entry.key, known: operands.all, line: entry.line)
    }
    for group in operands.needed { try checkOne(of: group) }
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
    if let tree = fields["severity"] { (rule.severity, rule.severityInRun) = try names.severities(tree) }
    if let tree = fields["mend"] { rule.mend = try names.question(tree) }
    for key in operands.places { rule.paths += try places(key) }
    if let subject = rule.subject?.question { try readColumns(&rule, of: subject) }
    try readNumbers(&rule)
    try RuleValues(reading: self).fill(&rule, conditions: kind == .when ? subject : nil)
    let isTurned = try fields.truth("all", default: false)
    rule.isTurned = try fields.truth("missing", default: isTurned)
    return rule
  }

  /// The places that an operand names, at least one where it stands at all.
  private func places(_ key: String) throws(MethodError) -> [AnswerPath] {
    guard let tree = fields[key] else { return [] }
    var paths: [AnswerPath] = []
    for tree in try tree.list(in: file) { paths.append(try names.path(tree)) }
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
      let path = try names.path(subject)
      guard path.column == nil || operands.hasColumn else {
        throw names.unknown(subject.shown, known: [path.question.rawValue], line: subject.line)
      }
      return path
    }
  }

  // MARK: Columns and what they are compared with

  private func readColumns(_ rule: inout Rule, of subject: QuestionID) throws(MethodError) {
    if let tree = fields["column"] { rule.columns = [try names.column(tree, of: subject)] }
    if let tree = fields["columns"] {
      for tree in try tree.list(in: file) { rule.columns.append(try names.column(tree, of: subject)) }
      guard !rule.columns.isEmpty, operands.columnCount.map({ $0 == rule.columns.count }) != false else {
        throw MethodError(file: file, line: tree.line, fault: .expected(.list, found: tree.shown))
      }
    }
    switch kind {
    case .calendar, .silent:
      for key in ["through", "from", "repeats"] {
        rule.columns.append(try names.column(try fields.needed(key), of: rule.paths[0].question))
      }
    case .sumPer: rule.columns = [try names.column(try fields.needed("key"), of: subject)]
    case .overlap: for tree in try fields.list("same") { rule.columns.append(try names.column(tree, of: subject)) }
    case .late, .soon: rule.limit = try limit(try fields.needed("than"), of: subject)
    case .notIn: rule.limit = try limit(try fields.needed("of"), of: subject)
    case .risk: if let tree = fields["or-through"] { rule.limit = .column(try names.column(tree, of: subject)) }
    case _: break
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
    guard parts.count == 2, columns.contains(ColumnID(parts[1])) else {
      throw names.unknown(text, known: columns.map { "\(through).\($0)" }, line: tree.line)
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
    if fields["most-of"] != nil { rule.numbers["most"] = 1 }
    if fields["least-of"] != nil { rule.numbers["least"] = 1 }
    if fields["whole"] != nil { rule.numbers["whole"] = 1 }
  }
}
