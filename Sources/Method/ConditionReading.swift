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

  static let keys = ["iterations", "asked-when", "hidden-when", "optional-unless"]

  func conditions(_ fields: Fields) throws(MethodError) -> Conditions {
    var conditions = Conditions()
    conditions.iterations = try fields["iterations"]?.names(in: file).map { OptionID($0) } ?? []
    conditions.askedWhen = try list(fields["asked-when"])
    conditions.hiddenWhen = try list(fields["hidden-when"])
    conditions.optionalUnless = try list(fields["optional-unless"])
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

  private func list(_ tree: Tree?) throws(MethodError) -> [Condition] {
    guard let tree else { return [] }
    var conditions: [Condition] = []
    for entry in try Fields(open: tree, file: file).all {
      let words = try entry.value.names(in: file)
      conditions.append(
        Condition(
          path: try path(entry.key, line: entry.line),
          test: words == ["past"] ? .past : words == ["behind"] ? .behind : .oneOf(words.map { OptionID($0) })))
    }
    return conditions
  }
}

extension Conditions {
  /// All paths that are looked at.
  var paths: [AnswerPath] { (askedWhen + hiddenWhen + optionalUnless).map(\.path) }

  /// The conditions by the keys under which they are written.
  var byKey: [(key: String, conditions: [Condition])] {
    [("asked-when", askedWhen), ("hidden-when", hiddenWhen), ("optional-unless", optionalUnless)]
  }
}
