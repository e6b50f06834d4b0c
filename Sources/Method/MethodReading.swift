import Workshop

/// Reads the structure of a method.
struct MethodReading {
  let file: String

  private static let keys = [
    "method", "version", "runs", "roles", "lists", "stages", "sections", "kpis", "checks", "chain",
  ]

  /// Reads a structure.
  ///
  /// - Parameters:
  ///   - tree: The document.
  ///   - languages: The languages there are words in.
  /// - Returns: The method.
  /// - Throws: The first thing that is wrong, with its line.
  func method(_ tree: Tree, languages: [LanguageCode]) throws(MethodError) -> Workshop.Method {
    let fields = try Fields(tree, file: file, keys: MethodReading.keys)
    var runs: [Run] = []
    for entry in try Fields(open: try fields.needed("runs"), file: file).all {
      let isOpen = try entry.value.text(in: file).isEmpty
      runs.append(Run(id: RunID(entry.key), minutes: isOpen ? nil : try entry.value.number(in: file)))
    }
    guard !runs.isEmpty else {
      throw MethodError(file: file, line: try fields.needed("runs").line, fault: .missing(key: "runs"))
    }
    let lists = try lists(fields)
    let names = try self.questions(in: try fields.needed("stages")).map { tree throws(MethodError) in
      try Fields(open: tree, file: file).text("question")
    }
    let conditions = ConditionReading(file: file, questions: Set(names))
    let stages = try stages(fields, runs: runs.map(\.id), conditions)
    let questions = try unique(stages, try fields.needed("stages"))
    try checkNames(try fields.needed("stages"), questions: questions, lists: lists.map(\.id))
    var sections: [Section] = []
    let reading = SectionReading(file: file, questions: questions)
    for section in try fields.list("sections") { sections.append(try reading.section(section)) }
    var method = Workshop.Method(
      name: try fields.text("method"), version: try fields.text("version"), languages: languages, runs: runs,
      stages: stages, lists: lists, roles: try roles(fields, questions, conditions), sections: sections,
      kpis: try KPIReading(file: file).kpis(fields))
    try checkPaths(of: method, try fields.needed("stages"))
    let checks = CheckReading(file: file, method: method, paths: conditions)
    method.checks = try checks.checks(fields)
    // Whatever a method checks, what it requires must be there.
    if !method.checks.contains(where: { $0.id == Check.required.id }) { method.checks.append(.required) }
    method.chain = try checks.chain(fields)
    return method
  }

  /// Every condition looks at a column that is there.
  private func checkPaths(of method: Workshop.Method, _ stages: Tree) throws(MethodError) {
    for (question, tree) in zip(method.questions, try questions(in: stages)) {
      for path in question.conditions.paths where method.column(at: path) == nil {
        throw MethodError(
          file: file, line: tree.line,
          fault: .unknownName(
            [path.question.rawValue, path.column?.rawValue].compactMap(\.self).joined(separator: ".")))
      }
    }
  }

  private func lists(_ fields: Fields) throws(MethodError) -> [OptionList] {
    guard let tree = fields["lists"] else { return [] }
    var lists: [OptionList] = []
    for entry in try Fields(open: tree, file: file).all {
      lists.append(
        OptionList(id: ListID(entry.key), options: try entry.value.names(in: file).map { OptionID($0) }))
    }
    return lists
  }

  private func stages(
    _ fields: Fields, runs: [RunID], _ conditions: ConditionReading
  ) throws(MethodError) -> [Stage] {
    let reading = QuestionReading(file: file, runs: runs, conditions: conditions)
    var stages: [Stage] = []
    for tree in try fields.needed("stages").list(in: file) {
      let stage = try Fields(tree, file: file, keys: ["stage", "core", "steps"])
      var steps: [Step] = []
      for tree in try stage.list("steps") {
        let step = try Fields(tree, file: file, keys: ["step", "questions"])
        var questions: [Question] = []
        for tree in try step.list("questions") { questions.append(try reading.question(tree)) }
        steps.append(Step(id: StepID(try step.text("step")), questions: questions))
      }
      stages.append(
        Stage(
          id: StageID(try stage.text("stage")), steps: steps, isCore: try stage.truth("core", default: false)))
    }
    return stages
  }

  /// The questions by their names; neither a name nor a series of handles belongs to two of them.
  private func unique(_ stages: [Stage], _ tree: Tree) throws(MethodError) -> [QuestionID: Question] {
    var known: [QuestionID: Question] = [:]
    var series: Set<String> = []
    let lines = try self.questions(in: tree).map { $0.line }
    for (question, line) in zip(stages.flatMap({ $0.steps.flatMap(\.questions) }), lines) {
      guard known.updateValue(question, forKey: question.id) == nil else {
        throw MethodError(file: file, line: line, fault: .duplicate(question.id.rawValue))
      }
      for name in question.handles.series where !series.insert(name).inserted {
        throw MethodError(file: file, line: line, fault: .duplicate(name))
      }
    }
    return known
  }

  /// The questions as they are written, in order.
  private func questions(in stages: Tree) throws(MethodError) -> [Tree] {
    var questions: [Tree] = []
    for tree in try stages.list(in: file) {
      for step in try Fields(open: tree, file: file).list("steps") {
        questions += try Fields(open: step, file: file).list("questions")
      }
    }
    return questions
  }

  /// Every series that is referred to is given by a question, and every list that is used is there.
  private func checkNames(
    _ stages: Tree, questions: [QuestionID: Question], lists: [ListID]
  ) throws(MethodError) {
    let series = Set(questions.values.flatMap(\.handles.series))
    for question in try self.questions(in: stages) {
      let id = QuestionID(try Fields(open: question, file: file).text("question"))
      guard let used = questions[id]?.namesUsed else { continue }
      if let unknown = used.series.first(where: { !series.contains($0) }) {
        throw MethodError(file: file, line: question.line, fault: .unknownName(unknown))
      }
      if let unknown = used.lists.first(where: { !lists.contains($0) }) {
        throw MethodError(file: file, line: question.line, fault: .unknownName(unknown.rawValue))
      }
    }
  }

  private func roles(
    _ fields: Fields, _ questions: [QuestionID: Question], _ conditions: ConditionReading
  ) throws(MethodError) -> Roles {
    var roles = Roles()
    guard let tree = fields["roles"] else { return roles }
    let known = ["organisation", "date", "run", "language", "participants", "iteration", "purpose", "kpi"]
    for entry in try Fields(tree, file: file, keys: known).all {
      let path = try conditions.path(try entry.value.text(in: file), line: entry.value.line)
      guard path.column == nil || entry.key == "iteration" else {
        throw MethodError(file: file, line: entry.value.line, fault: .unknownName(try entry.value.text(in: file)))
      }
      switch entry.key {
      case "organisation": roles.organisation = path.question
      case "date": roles.date = path.question
      case "run": roles.run = path.question
      case "language": roles.language = path.question
      case "participants": roles.participants = path.question
      case "iteration": roles.iteration = path
      case "purpose": roles.purpose = path.question
      case _: roles.kpi = path.question
      }
    }
    return roles
  }
}

extension Question {
  /// The series and lists that its columns and rows refer to.
  fileprivate var namesUsed: (series: [String], lists: [ListID]) {
    var series: [String] = []
    var lists: [ListID] = []
    for column in columns {
      switch column.type {
      case .reference(let names), .references(let names): series += names
      case .choice(.list(let list)), .multi(.list(let list)), .suggestion(let list): lists.append(list)
      case .text, .texts, .number, .date, .duration, .person, .persons, .choice(.own), .multi(.own), .kpi, .frequency,
        .repeats, .yesNo, .scale:
        break
      }
    }
    guard case .grid(let grid) = kind else { return (series, lists) }
    for axis in [grid.rows, grid.across].compactMap(\.self) {
      switch axis {
      case .fixed: break
      case .list(let list): lists.append(list)
      case .answers(let names): series += names
      }
    }
    return (series, lists)
  }
}
