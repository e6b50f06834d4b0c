import MethodTree
import Workshop

/// Reads when a question is asked, beyond its runs.
///
/// A path is the name of a question, or a question's name and a column behind a last point; the column is the
/// question's own or that of the answers its first cell refers to.
struct ConditionReading {
  let file: String
  /// The names of all questions of the method.
  let questions: Set<String>

  static let keys = ["iterations", "optional-unless"] + placeKeys
  /// What a stage and a step may have as well: it counts for all their questions.
  static let placeKeys = ["asked-when", "asked-when-all", "hidden-when"]

  /// The conditions of a question, with those of its stage and its step.
  func conditions(_ fields: Fields, under places: [Conditions] = []) throws(MethodError) -> Conditions {
    var conditions = Conditions()
    conditions.iterations = try fields["iterations"]?.names(in: file).map { OptionID($0) } ?? []
    let any = try list(fields["asked-when"]).map(\.condition)
    let all = try list(fields["asked-when-all"]).map { [$0.condition] }
    conditions.askedWhen = places.flatMap(\.askedWhen) + (any.isEmpty ? [] : [any]) + all
    conditions.hiddenWhen = places.flatMap(\.hiddenWhen) + (try list(fields["hidden-when"]).map(\.condition))
    conditions.optionalUnless = try list(fields["optional-unless"]).map(\.condition)
    return conditions
  }

  func path(_ text: String, line: Int) throws(MethodError) -> AnswerPath {
    if questions.contains(text) { return AnswerPath(question: QuestionID(text)) }
    guard let point = text.lastIndex(of: "."), questions.contains(String(text[..<point])) else {
      throw MethodError(file: file, line: line, fault: .unknownName(text))
    }
    return AnswerPath(
      question: QuestionID(String(text[..<point])), column: ColumnID(String(text[text.index(after: point)...])))
  }

  /// The conditions that stand under a key, each with where it is written.
  func list(_ tree: Tree?) throws(MethodError) -> [(condition: Condition, entry: Tree.Entry)] {
    guard let tree else { return [] }
    var conditions: [(condition: Condition, entry: Tree.Entry)] = []
    for entry in try Fields(open: tree, file: file).all {
      let test = try test(entry.value)
      conditions.append((Condition(path: try path(entry.key, line: entry.line), test: test), entry))
    }
    return conditions
  }

  /// Options, one of which must be found there, or a word that says more.
  private func test(_ tree: Tree) throws(MethodError) -> Condition.Test {
    let words = try tree.names(in: file)
    switch words {
    case ["past"]: return .past
    case ["behind"]: return .behind
    case ["answered"]: return .value(.answered)
    case _: break
    }
    if words.count == 1, let test = RuleCondition.Test(written: words[0]) { return .value(test) }
    return .oneOf(words.map { OptionID($0) })
  }
}

extension RuleCondition.Test {
  /// A word and what it is about: `not sell-directly`, `only traffic`, `at-least 4`; nil for anything else.
  init?(written text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    switch (words[0], Int(words[1])) {
    case ("not", _): self = .lacks(OptionID(words[1]))
    case ("only", _): self = .only(OptionID(words[1]))
    case ("at-least", let number?): self = .atLeast(number)
    case ("at-most", let number?): self = .atMost(number)
    case ("above", let number?): self = .above(number)
    case ("below", let number?): self = .below(number)
    case _: return nil
    }
  }

  /// The option that it is about; nil where it is about numbers, or about nothing.
  var option: OptionID? {
    switch self {
    case .holds(let option), .lacks(let option), .only(let option): option
    case .atLeast, .atMost, .above, .below, .answered: nil
    }
  }
}
