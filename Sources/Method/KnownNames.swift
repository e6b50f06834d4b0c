import MethodTree
import Workshop

/// The names that checks, chains and the catalogue may use: questions, columns, options, rows, runs and degrees of gravity. Whatever
/// is none of them is refused with those that there are.
struct KnownNames {
  let file: String
  let method: Workshop.Method
  let paths: ConditionReading
  /// Whether the method is a session's own copy, in which a column may hold anything.
  let isKept: Bool

  /// How grave something is, and how grave in some runs.
  typealias Severities = (all: Finding.Severity, runs: [RunID: Finding.Severity])

  /// A word, or a word for each run.
  func severities(_ tree: Tree) throws(MethodError) -> Severities {
    guard case .map = tree.content else { return (try severity(tree), [:]) }
    let runs = try byRun(tree) { tree throws(MethodError) in try severity(tree) }
    return (runs.values.min() ?? .warning, runs)
  }

  private func severity(_ tree: Tree) throws(MethodError) -> Finding.Severity {
    let word = try tree.text(in: file)
    guard let severity = Finding.Severity(rawValue: word) else {
      throw unknown(word, known: Finding.Severity.allCases.map(\.rawValue), line: tree.line)
    }
    return severity
  }

  /// Something for each of some runs.
  func byRun<Value>(
    _ tree: Tree, _ value: (Tree) throws(MethodError) -> Value
  ) throws(MethodError) -> [RunID: Value] {
    var values: [RunID: Value] = [:]
    for entry in try Fields(open: tree, file: file).all {
      guard method.run(RunID(entry.key)) != nil else {
        throw unknown(entry.key, known: method.runs.map(\.id.rawValue), line: entry.line)
      }
      values[RunID(entry.key)] = try value(entry.value)
    }
    return values
  }

  // MARK: Places

  /// A path to a question and perhaps a column of it, both of which must be there.
  func path(_ tree: Tree) throws(MethodError) -> AnswerPath {
    try path(try tree.text(in: file), line: tree.line)
  }

  func path(_ text: String, line: Int) throws(MethodError) -> AnswerPath {
    let path = try paths.path(text, line: line)
    let isRow = path.column == "row" && method.question(path.question)?.hasRowsOfAnswers == true
    guard isRow || method.column(at: path) != nil else {
      throw MethodError(file: file, line: line, fault: .unknownName(text))
    }
    return path
  }

  /// A question as a whole.
  func question(_ tree: Tree) throws(MethodError) -> QuestionID {
    let path = try path(tree)
    guard path.column == nil else { throw unknown(tree.shown, known: [path.question.rawValue], line: tree.line) }
    return path.question
  }

  /// A column of a question, which holds what is done with it.
  func column(_ tree: Tree, of question: QuestionID, holding form: ColumnForm? = nil) throws(MethodError) -> ColumnID {
    try method.columns(of: question).column(tree, holding: isKept ? nil : form, in: file)
  }

  /// A path whose column holds what is done with it; the rows of a grid refer to answers, too.
  func path(_ tree: Tree, holding form: ColumnForm?) throws(MethodError) -> AnswerPath {
    let path = try path(tree)
    guard let form, !isKept, !(form == .reference && path.column == "row") else { return path }
    let known = method.columns(of: path.question).map { column in
      (name: "\(path.question).\(column.id)", type: column.type)
    }
    try form.check(method.column(at: path), called: tree.shown, among: known, file: file, line: tree.line)
    return path
  }

  /// The columns of the answers that a column refers to.
  func columns(referredToBy column: ColumnID, of question: QuestionID) -> [Column] {
    let series = method.column(at: AnswerPath(question: question, column: column))?.type.series ?? []
    return series.compactMap { method.question(ofSeries: $0) }.compactMap { method.question($0) }.flatMap(\.columns)
  }

  // MARK: Values

  /// A value of a column; where the column has options, one of them.
  func option(_ tree: Tree, at path: AnswerPath) throws(MethodError) -> OptionID {
    let text = try tree.text(in: file)
    let known: [String]
    switch method.column(at: path)?.type {
    case .choice(let options), .multi(let options): known = method.options(of: options).map(\.rawValue)
    case .yesNo: known = ["yes", "no"]
    case _: return OptionID(text)
    }
    guard known.contains(text) else { throw unknown(text, known: known, line: tree.line) }
    return OptionID(text)
  }

  /// An option of a list; any word where the method has no such list.
  func option(_ tree: Tree, in list: ListID) throws(MethodError) -> OptionID {
    let text = try tree.text(in: file)
    let known = method.options(of: list).map(\.rawValue)
    guard known.isEmpty || known.contains(text) else { throw unknown(text, known: known, line: tree.line) }
    return OptionID(text)
  }

  func series(_ tree: Tree) throws(MethodError) -> OptionID {
    let text = try tree.text(in: file)
    guard method.question(ofSeries: text) != nil else {
      throw MethodError(file: file, line: tree.line, fault: .unknownName(text))
    }
    return OptionID(text)
  }

  /// Rows of a grid that names its rows.
  func rows(_ tree: Tree, of question: QuestionID) throws(MethodError) -> [String] {
    var known: [String] = []
    if case .grid(let grid) = method.question(question)?.kind, case .fixed(let rows) = grid.rows {
      known = rows.map(\.rawValue)
    }
    let rows = try tree.names(in: file)
    if let row = rows.first(where: { !known.contains($0) }) { throw unknown(row, known: known, line: tree.line) }
    return rows
  }

  func unknown(_ word: String, known: [String], line: Int) -> MethodError {
    MethodError(file: file, line: line, fault: .unknownWord(word, known: known))
  }
}
