import Workshop

/// Reads the checks of a method: rules of a few kinds, each applied to questions and columns of the method.
struct CheckReading {
  let file: String
  let method: Workshop.Method
  let paths: ConditionReading
  let problems: Problems

  func checks(_ fields: Fields) throws(MethodError) -> [Check] {
    var checks: [Check] = []
    for tree in try fields.list("checks") {
      let check = try Fields(tree, file: file, keys: ["check", "severity", "rules"])
      let id = CheckID(try check.text("check"))
      guard !checks.contains(where: { $0.id == id }) else {
        throw MethodError(file: file, line: tree.line, fault: .duplicate(id.rawValue))
      }
      let severity = try severities(try check.needed("severity"))
      var rules: [Rule] = []
      for tree in try check.list("rules") {
        if let rule = try problems.attempt({ () throws(MethodError) in try rule(tree, of: id, severity) }) {
          rules.append(rule)
        }
      }
      checks.append(Check(id: id, rules: rules))
    }
    return checks
  }

  func chain(_ fields: Fields) throws(MethodError) -> [ChainLink] {
    var chain: [ChainLink] = []
    for tree in try fields.list("chain") {
      if let link = try problems.attempt({ () throws(MethodError) in try self.link(tree) }) { chain.append(link) }
    }
    return chain
  }

  private func link(_ tree: Tree) throws(MethodError) -> ChainLink {
    let link = try Fields(tree, file: file, keys: ["link", "shows"])
    let path = try known(try link.needed("link"))
    guard let through = path.column else { throw unknown(path.question.rawValue, try link.needed("link").line) }
    var shows: [ColumnID] = []
    for tree in try link.list("shows") { shows.append(try column(tree, of: path.question)) }
    return ChainLink(question: path.question, through: through, shows: shows)
  }

  // MARK: One rule

  private typealias Severities = (all: Finding.Severity, runs: [RunID: Finding.Severity])

  private func rule(_ tree: Tree, of check: CheckID, _ severity: Severities) throws(MethodError) -> Rule {
    let fields = try Fields(tree, file: file, keys: Rule.Kind.allCases.map(\.rawValue) + RuleOperands.keys)
    let kinds = fields.all.filter { Rule.Kind(rawValue: $0.key) != nil }
    // `when` is a kind where it stands alone, and the operand of another kind beside it.
    guard let entry = kinds.first(where: { $0.key != "when" }) ?? kinds.first, let kind = Rule.Kind(rawValue: entry.key)
    else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(tree.shown, known: Rule.Kind.allCases.map(\.rawValue)))
    }
    let subject = try self.subject(kind, entry.value)
    let message = try fields.optionalText("message").map { MessageID($0) } ?? MessageID(check.rawValue)
    var rule = Rule(kind: kind, subject: subject, message: message, severity: severity.all)
    rule.severityInRun = severity.runs
    if let tree = fields["severity"] {
      let own = try severities(tree)
      (rule.severity, rule.severityInRun) = own
    }
    if let tree = fields["mend"] { rule.mend = try known(tree).question }
    try RuleOperands(reading: self, fields: fields).fill(&rule)
    return rule
  }

  private func subject(_ kind: Rule.Kind, _ tree: Tree) throws(MethodError) -> AnswerPath? {
    switch kind {
    case .when: return nil
    case .required, .strangers, .placeholders, .tie:
      guard try tree.text(in: file) == "all" else {
        throw MethodError(file: file, line: tree.line, fault: .unknownWord(tree.shown, known: ["all"]))
      }
      return nil
    case _: return try known(tree)
    }
  }

  private func severities(_ tree: Tree) throws(MethodError) -> Severities {
    guard case .map = tree.content else { return (try severity(tree), [:]) }
    var runs: [RunID: Finding.Severity] = [:]
    for entry in try Fields(open: tree, file: file).all {
      guard method.run(RunID(entry.key)) != nil else { throw unknown(entry.key, entry.line) }
      runs[RunID(entry.key)] = try severity(entry.value)
    }
    return (runs.values.min() ?? .warning, runs)
  }

  private func severity(_ tree: Tree) throws(MethodError) -> Finding.Severity {
    let word = try tree.text(in: file)
    guard let severity = Finding.Severity(rawValue: word) else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(word, known: Finding.Severity.allCases.map(\.rawValue)))
    }
    return severity
  }

  // MARK: Names

  /// A path to a question and perhaps a column of it, both of which must be there.
  func known(_ tree: Tree) throws(MethodError) -> AnswerPath {
    let text = try tree.text(in: file)
    return try known(text, line: tree.line)
  }

  func known(_ text: String, line: Int) throws(MethodError) -> AnswerPath {
    let path = try paths.path(text, line: line)
    guard path.column == "row" || method.column(at: path) != nil else { throw unknown(text, line) }
    return path
  }

  func column(_ tree: Tree, of question: QuestionID) throws(MethodError) -> ColumnID {
    let name = ColumnID(try tree.text(in: file))
    let columns = method.question(question)?.columns ?? []
    guard columns.contains(where: { $0.id == name }) else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(name.rawValue, known: columns.map(\.id.rawValue)))
    }
    return name
  }

  func unknown(_ name: String, _ line: Int) -> MethodError {
    MethodError(file: file, line: line, fault: .unknownName(name))
  }
}
