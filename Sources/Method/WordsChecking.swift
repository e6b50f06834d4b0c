import MethodTree
import Workshop

/// Compares the words of a method in one language with its structure: what is missing, and what nothing needs.
struct WordsChecking {
  let file: String
  let method: Workshop.Method
  /// What belongs to parts of the structure that cannot be read.
  let lost: Set<String>

  /// Every difference, with the line it is mended on.
  func problems(_ tree: Tree) throws(MethodError) -> [MethodError] {
    let fields = try Fields(open: tree, file: file)
    var problems: [MethodError] = []
    if let said = fields["language"], case let name = file.split(separator: "/").last ?? "",
      try said.text(in: file) + ".yaml" != name
    {
      let code = String(name.prefix { $0 != "." })
      problems.append(MethodError(file: file, line: said.line, fault: .unknownWord(said.shown, known: [code])))
    }
    try compare(fields, "runs", method.runs.map(\.id.rawValue), &problems)
    try compare(fields, "stages", method.stages.map(\.id.rawValue), &problems)
    try compare(fields, "steps", method.stages.flatMap(\.steps).map(\.id.rawValue), &problems)
    try compare(fields, "lists", method.lists.map(\.id.rawValue), &problems)
    try compare(fields, "sections", method.sections.map(\.id.rawValue), &problems)
    try compare(fields, "kpis", method.kpis.map(\.id.rawValue), &problems)
    try compare(fields, "questions", method.questions.map(\.id.rawValue), &problems)
    if let lists = fields["lists"] {
      let lists = try Fields(open: lists, file: file)
      for list in method.lists { try compare(lists, list.id.rawValue, list.options.map(\.rawValue), &problems) }
      for list in method.lists where method.typedLists.contains(list.id) {
        if let tree = lists[list.id.rawValue] { try compareLabels(of: list.options, in: tree, &problems) }
      }
    }
    try compareChecks(fields, &problems)
    try compareSentences(fields, &problems)
    guard let questions = fields["questions"] else { return problems }
    let entries = try Fields(open: questions, file: file)
    for question in method.questions {
      guard let entry = entries[question.id.rawValue] else { continue }
      try compare(entry, question, &problems)
    }
    return problems
  }

  private func compare(_ tree: Tree, _ question: Question, _ problems: inout [MethodError]) throws(MethodError) {
    let fields = try Fields(open: tree, file: file)
    for key in ["label", "ask", "help"] where fields[key] == nil {
      problems.append(missing("\(question.id): \(key)", line: tree.line))
    }
    try compare(fields, "columns", question.namedColumns, &problems, of: question.id)
    try compare(fields, "options", question.ownOptions, &problems, of: question.id)
    try compare(fields, "rows", question.fixedRows, &problems, of: question.id)
    if let options = fields["options"] {
      for own in question.optionSets { try compareLabels(of: own, in: options, &problems) }
    }
    try compare(fields, "presets", question.presets.map(\.rawValue), &problems, of: question.id)
  }

  /// The labels of options that stand beside each other: none is the beginning of another, unless it is a single letter.
  private func compareLabels(
    of options: [OptionID], in tree: Tree, _ problems: inout [MethodError]
  ) throws(MethodError) {
    let entries = try Fields(open: tree, file: file).all.filter { options.contains(OptionID($0.key)) }
    var labels: [(text: String, line: Int)] = []
    for entry in entries { labels.append((try entry.value.text(in: file), entry.line)) }
    for (place, label) in labels.enumerated() {
      let text = label.text.lowercased()
      let other = labels.enumerated().first { index, other in
        let other = other.text.lowercased()
        return index != place && (other == text ? index < place : text.count > 1 && other.hasPrefix(text))
      }
      guard let other, !text.isEmpty else { continue }
      problems.append(
        MethodError(file: file, line: label.line, fault: .labelBegins(label.text, other: other.element.text)))
    }
  }

  /// The sentences of rules; those that the program has itself may be left to it.
  private func compareChecks(_ fields: Fields, _ problems: inout [MethodError]) throws(MethodError) {
    let own = Set(Finding.ownMessages)
    let rules = method.checks.flatMap(\.rules).map(\.message)
    let needed = rules.filter { !own.contains($0) }.map(\.rawValue)
    let given = try fields["checks"].map { tree throws(MethodError) in try Fields(open: tree, file: file) }
    for name in needed where given?[name] == nil {
      problems.append(missing("checks: \(name)", line: fields["checks"]?.line ?? fields.line))
    }
    for entry in given?.all ?? [] {
      guard !lost.contains(entry.key) else { continue }
      guard let variables = method.variables(of: MessageID(entry.key)) else {
        problems.append(MethodError(file: file, line: entry.line, fault: .unknownName(entry.key)))
        continue
      }
      try checkVariables(of: entry, among: variables, &problems)
    }
  }

  /// The sentences of the draft: each that a block sets is there.
  private func compareSentences(_ fields: Fields, _ problems: inout [MethodError]) throws(MethodError) {
    try compare(fields, "sentences", method.sentences.map(\.rawValue), &problems)
    guard let tree = fields["sentences"] else { return }
    for entry in try Fields(open: tree, file: file).all {
      guard !lost.contains(entry.key), let variables = method.variables(of: SentenceID(entry.key)) else { continue }
      try checkVariables(of: entry, among: variables, &problems)
    }
  }

  /// A variable that nothing fills would stand before the room as it is written.
  private func checkVariables(
    of entry: Tree.Entry, among known: [String], _ problems: inout [MethodError]
  ) throws(MethodError) {
    // A sentence that counts is told its number, too.
    let known = known + (known.contains("n") ? ["count"] : [])
    for variable in Template(try entry.value.text(in: file)).variables where !known.contains(variable) {
      problems.append(
        MethodError(
          file: file, line: entry.line,
          fault: .unknownVariable(variable, sentence: entry.key, known: known)))
    }
  }

  private func compare(
    _ fields: Fields, _ key: String, _ names: [String], _ problems: inout [MethodError], of question: QuestionID? = nil
  ) throws(MethodError) {
    let path = [question?.rawValue, key].compactMap(\.self).joined(separator: ": ")
    guard let tree = fields[key] else {
      if !names.isEmpty { problems.append(missing(path, line: fields.line)) }
      return
    }
    let given = try Fields(open: tree, file: file)
    for name in names where given[name] == nil { problems.append(missing("\(path): \(name)", line: tree.line)) }
    for entry in given.all where !names.contains(entry.key) && !lost.contains(entry.key) {
      problems.append(MethodError(file: file, line: entry.line, fault: .unknownName(entry.key)))
    }
  }

  private func missing(_ name: String, line: Int) -> MethodError {
    MethodError(file: file, line: line, fault: .missingWords(name))
  }
}

extension Workshop.Method {
  /// The lists whose options the room types.
  fileprivate var typedLists: Set<ListID> { Set(questions.flatMap(\.namesUsed.lists)) }
}

extension Question {
  /// The columns that have labels of their own.
  fileprivate var namedColumns: [String] {
    switch kind {
    case .table(let columns): columns.map(\.id.rawValue)
    case .grid(let grid): grid.columns.map(\.id.rawValue)
    case .line, .list, .single, .multi, .number, .date, .vote: []
    }
  }

  /// The options that its columns name themselves, column by column.
  fileprivate var optionSets: [[OptionID]] {
    columns.compactMap { column in
      switch column.type {
      case .choice(.own(let own)), .multi(.own(let own)): own
      case _: nil
      }
    }
  }

  /// The options that its columns name themselves.
  fileprivate var ownOptions: [String] { optionSets.joined().map(\.rawValue) }

  fileprivate var fixedRows: [String] {
    guard case .grid(let grid) = kind, case .fixed(let rows) = grid.rows else { return [] }
    return rows.map(\.rawValue)
  }
}
