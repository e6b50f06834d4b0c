import MethodTree
import Workshop

/// Reads what a rule looks for: options and words, which rows count, and when the rule is applied at all.
struct RuleValues {
  let reading: RuleReading

  private var fields: Fields { reading.fields }
  private var names: KnownNames { reading.names }
  private var file: String { reading.file }

  func fill(_ rule: inout Rule, conditions: Tree?) throws(MethodError) {
    try options(&rule)
    for key in ["any", "whole"] {
      rule.words += try fields[key]?.texts(in: file).map { $0.lowercased() } ?? []
    }
    try filters(&rule)
    for tree in [conditions, fields["while"]].compactMap(\.self) {
      for entry in try Fields(open: tree, file: file).all { rule.conditions.append(try condition(entry)) }
    }
    for tree in try fields.list("once") {
      rule.conditions.append(RuleCondition(path: try names.path(tree), test: .answered))
    }
  }

  /// The options that a rule is about are those of its column, or of its subject where it names none.
  private func options(_ rule: inout Rule) throws(MethodError) {
    guard let subject = rule.subject?.question else { return }
    let path = AnswerPath(question: subject, column: rule.columns.first)
    for key in ["options", "option"] {
      for tree in try fields.list(key) { rule.options.append(try names.option(tree, at: path)) }
    }
    for tree in try fields.list("series") { rule.options.append(try names.series(tree)) }
    guard let fitting = fields["fitting"], let chosen = rule.paths.first else { return }
    for entry in try Fields(open: fitting, file: file).all {
      let key = try names.option(Tree(text: entry.key, line: entry.line), at: chosen)
      for tree in try entry.value.list(in: file) {
        rule.fitting[key, default: []].append(try names.option(tree, at: path))
      }
    }
  }

  // MARK: Rows

  private func filters(_ rule: inout Rule) throws(MethodError) {
    if let other = rule.paths.first?.question { rule.otherFilters = try having(fields["where-of"], of: other) }
    guard let subject = rule.subject?.question else { return }
    rule.filters = try having(fields["where"], of: subject)
    for filter in try having(fields["except"], of: subject) {
      if case .having(let column, let values) = filter { rule.filters.append(.lacking(column, values)) }
    }
    if let rows = fields["rows"] { rule.filters.append(.rows(try names.rows(rows, of: subject))) }
    if let vote = fields["winner-of"] { rule.filters.append(.winner(of: try names.question(vote))) }
    guard let tree = fields["first-of"] else { return }
    for entry in try Fields(open: tree, file: file).all {
      let through = try names.column(Tree(text: entry.key, line: entry.line), of: subject)
      rule.filters.append(.firstOfWinner(through: through, of: try names.question(entry.value)))
    }
  }

  private func having(_ tree: Tree?, of question: QuestionID) throws(MethodError) -> [Rule.Filter] {
    guard let tree else { return [] }
    var filters: [Rule.Filter] = []
    for entry in try Fields(open: tree, file: file).all {
      let column = try names.column(Tree(text: entry.key, line: entry.line), of: question)
      var values: [String] = []
      for tree in try entry.value.list(in: file) {
        let isOpen = try tree.text(in: file).isEmpty
        values.append(
          isOpen ? "" : try names.option(tree, at: AnswerPath(question: question, column: column)).rawValue)
      }
      filters.append(values == ["past"] ? .past(column) : .having(column, values))
    }
    return filters
  }

  // MARK: Conditions

  /// An option, or a word and what it is about: `not sell-directly`, `only traffic`, `at-least 4`.
  private func condition(_ entry: Tree.Entry) throws(MethodError) -> RuleCondition {
    let path = try names.path(entry.key, line: entry.line)
    let text = try entry.value.text(in: file)
    guard text.contains(" ") else {
      return RuleCondition(path: path, test: .holds(try names.option(entry.value, at: path)))
    }
    guard let test = RuleCondition.Test(written: text) else {
      let known = ["not", "only", "at-least 1", "at-most 1", "above 1", "below 1"]
      throw names.unknown(entry.value.shown, known: known, line: entry.value.line)
    }
    if let option = test.option { _ = try names.option(Tree(text: option.rawValue, line: entry.value.line), at: path) }
    return RuleCondition(path: path, test: test)
  }
}
