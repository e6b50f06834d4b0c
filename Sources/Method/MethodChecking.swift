import MethodTree
import Workshop

/// Holds a method that was read against itself: a question that could never be asked, a part of the draft that could never
/// be left out, or what takes longer than there is time.
struct MethodChecking {
  let file: String
  let method: Workshop.Method
  let conditions: ConditionReading
  let problems: Problems

  /// Checks the questions, as they are written.
  func check(questions: [Tree]) throws(MethodError) {
    for tree in questions {
      let fields = try Fields(open: tree, file: file)
      guard let question = method.question(QuestionID(try fields.text("question"))) else { continue }
      try check(conditions: tree)
      try checkIterations(of: question, fields)
      try checkMinutes(of: question, fields["minutes"]?.line ?? tree.line)
    }
    try checkRenewals(questions)
  }

  /// Checks the sections of the draft and their blocks, as they are written: what leaves one out can be chosen.
  func check(sections: [Tree]) throws(MethodError) {
    for tree in sections {
      let section = try Fields(open: tree, file: file)
      try check(unless: section)
      for key in ["blocks", "notes", "brief"] {
        for block in try section.list(key) {
          _ = try problems.attempt { () throws(MethodError) in try check(unless: Fields(open: block, file: file)) }
        }
      }
    }
  }

  private func check(unless fields: Fields) throws(MethodError) {
    if let unless = fields["unless"] {
      for entry in try Fields(open: unless, file: file).all {
        let path = AnswerPath(question: QuestionID(entry.key))
        guard method.column(at: path) != nil else { continue }
        let option = OptionID(try entry.value.text(in: file))
        _ = try problems.attempt { () throws(MethodError) in try check([option], at: path, entry) }
      }
    }
  }

  // MARK: Roles and runs

  /// Every question can play its role.
  func check(roles tree: Tree) throws(MethodError) {
    for entry in try Fields(open: tree, file: file).all {
      _ = try problems.attempt { () throws(MethodError) in
        guard let question = method.question(QuestionID(try entry.value.text(in: file))) else { return }
        try check(question, as: entry.key, line: entry.value.line)
      }
    }
  }

  private func check(_ question: Question, as role: String, line: Int) throws(MethodError) {
    let name = question.id.rawValue
    switch role {
    case "participants":
      if case .table(let columns) = question.kind, columns.count >= 2 { return }
      throw MethodError(file: file, line: line, fault: .senseless(.noTableOfPeople))
    case "date":
      let known = method.questions.compactMap { question in
        if case .date(let column) = question.kind { (name: question.id.rawValue, type: column.type) } else { nil }
      }
      try ColumnForm.day.check(question.columns.first, called: name, among: known, file: file, line: line)
    case "run": try checkOptions(of: question, among: method.runs.map(\.id.rawValue), line)
    case "language": try checkOptions(of: question, among: method.languages.map(\.rawValue), line)
    case _: return
    }
  }

  /// The options of a question that sets something are those that can be set. A room is refused the others when they are
  /// chosen; it can begin without them.
  private func checkOptions(of question: Question, among known: [String], _ line: Int) throws(MethodError) {
    guard problems.gathers else { return }
    guard case .choice(let options)? = question.columns.first?.type else {
      try ColumnForm.options.check(nil, called: question.id.rawValue, among: [], file: file, line: line)
      return
    }
    for option in method.options(of: options) where !known.contains(option.rawValue) {
      throw MethodError(file: file, line: line, fault: .unknownWord(option.rawValue, known: known))
    }
  }

  /// The questions of a run fit into it; those that are asked only in some sessions are not counted.
  func check(runs tree: Tree) throws(MethodError) {
    for entry in try Fields(open: tree, file: file).all {
      guard let run = method.run(RunID(entry.key)), let limit = run.minutes else { continue }
      let minutes = method.questions.filter(\.conditions.askedWhen.isEmpty).flatMap(\.timeboxes)
        .filter { $0.run == run.id }.map(\.minutes)
      // A question that is longer than the run is named itself.
      guard minutes.allSatisfy({ $0 <= limit }), case let sum = minutes.reduce(0, +), sum > limit else { continue }
      try problems.report(
        MethodError(
          file: file, line: entry.line, fault: .crowdedRun(run.id.rawValue, minutes: sum, limit: limit)))
    }
  }

  // MARK: Conditions

  /// Every condition of a question, a step or a stage looks at a column that is there, for what can stand there.
  func check(conditions tree: Tree) throws(MethodError) {
    let fields = try Fields(open: tree, file: file)
    for key in ConditionReading.keys where key != "iterations" {
      // What cannot be read has been said.
      guard let list = try? conditions.list(fields[key]) else { continue }
      for (condition, entry) in list {
        _ = try problems.attempt { () throws(MethodError) in try check(condition, entry) }
      }
    }
  }

  private func check(_ condition: Condition, _ entry: Tree.Entry) throws(MethodError) {
    guard let column = method.column(at: condition.path) else {
      throw MethodError(file: file, line: entry.line, fault: .unknownName(entry.key))
    }
    switch (condition.test, column.type) {
    case (.value(let test), let type):
      if let option = test.option { return try check([option], at: condition.path, entry) }
      guard test != .answered, !ColumnForm.number.fits(type) else { return }
      try ColumnForm.number.check(nil, called: entry.key, among: [], file: file, line: entry.line)
    case (.behind, _) where method.measuring?.question == condition.path.question, (.past, .date): return
    case (_, .date):
      throw MethodError(file: file, line: entry.line, fault: .unknownWord(entry.value.shown, known: ["past"]))
    case (.behind, _): try check(["behind"], at: condition.path, entry)
    case (.past, _): try check(["past"], at: condition.path, entry)
    case (.oneOf(let options), _): try check(options, at: condition.path, entry)
    }
  }

  /// Options that are looked for are among those that can be chosen there.
  private func check(_ options: [OptionID], at path: AnswerPath, _ entry: Tree.Entry) throws(MethodError) {
    guard let known = method.known(at: path) else {
      throw MethodError(file: file, line: entry.line, fault: .senseless(.conditionWithoutOptions))
    }
    guard let unknown = options.first(where: { !known.contains($0) }) else { return }
    throw MethodError(
      file: file, line: entry.line, fault: .unknownWord(unknown.rawValue, known: known.map(\.rawValue)))
  }

  // MARK: Iterations and time

  /// The kinds of iteration that ask a question are those that the project can choose.
  private func checkIterations(of question: Question, _ fields: Fields) throws(MethodError) {
    guard let path = method.roles.iteration, let known = method.kindsOfIteration(at: path),
      let line = fields["iterations"]?.line
    else { return }
    for kind in question.conditions.iterations where !known.contains(kind) {
      try problems.report(
        MethodError(file: file, line: line, fault: .unknownWord(kind.rawValue, known: known.map(\.rawValue))))
    }
  }

  /// No question takes longer than the whole run.
  private func checkMinutes(of question: Question, _ line: Int) throws(MethodError) {
    for box in question.timeboxes {
      guard let most = method.run(box.run)?.minutes, box.minutes > most else { continue }
      try problems.report(MethodError(file: file, line: line, fault: .senseless(.longerThanRun)))
    }
  }

  /// What stands from iteration to iteration never refers to what does not.
  private func checkRenewals(_ questions: [Tree]) throws(MethodError) {
    func rule(_ question: Question) -> Renewal.Rule {
      question.renewal?.rule ?? method.roles.usualRenewal(of: question)
    }
    let standing = method.questions.filter { rule($0) != .fresh }.flatMap { $0.namesUsed.series }
    for tree in questions {
      let id = QuestionID(try Fields(open: tree, file: file).text("question"))
      guard let question = method.question(id), rule(question) == .fresh, question.id != method.roles.workItems,
        question.handles.series.contains(where: standing.contains)
      else { continue }
      try problems.report(MethodError(file: file, line: tree.line, fault: .senseless(.leftBehind)))
    }
  }
}

extension Workshop.Method {
  /// What can be chosen at a path; nil where anything can be typed.
  fileprivate func known(at path: AnswerPath) -> [OptionID]? {
    switch column(at: path)?.type {
    case .choice(let options), .multi(let options): self.options(of: options)
    case .suggestion(let list): self.options(of: .list(list))
    case .yesNo: ["yes", "no"]
    case .scale(let range): range.map { OptionID(String($0)) }
    case .number(.between(let range)) where range.count <= 100: range.map { OptionID(String($0)) }
    case _: nil
    }
  }

  /// The kinds of iteration; nil where the place of the present one has no options.
  fileprivate func kindsOfIteration(at path: AnswerPath) -> [OptionID]? {
    guard case .choice(let options)? = column(at: path)?.type else { return nil }
    return self.options(of: options)
  }
}
