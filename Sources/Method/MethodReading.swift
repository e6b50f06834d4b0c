import MethodTree
import Workshop

/// Reads the structure of a method.
struct MethodReading {
  let file: String
  let problems: Problems
  /// Whether it is read as a session keeps it: only what cannot be read at all is refused.
  let isKept: Bool

  init(file: String, problems: Problems = Problems(gathers: false), isKept: Bool = false) {
    (self.file, self.problems, self.isKept) = (file, problems, isKept)
  }

  static let keys = [
    "method", "version", "runs", "roles", "lists", "also", "stages", "sections", "documents", "sheets", "kpis",
    "checks", "measuring", "chain",
  ]

  static let stageKeys = ["stage", "core", "steps"] + ConditionReading.placeKeys
  static let stepKeys = ["step", "questions"] + ConditionReading.placeKeys
  static let roleKeys = [
    "organisation", "date", "run", "language", "participants", "iteration", "purpose", "kpi", "work-items",
  ]

  /// Reads a structure.
  ///
  /// - Parameters:
  ///   - tree: The document.
  ///   - languages: The languages there are words in.
  /// - Returns: The method.
  /// - Throws: The first thing that is wrong, with its line.
  func method(_ tree: Tree, languages: [LanguageCode]) throws(MethodError) -> Workshop.Method {
    let fields = try Fields(open: tree, file: file)
    try problems.check(fields, keys: MethodReading.keys)
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
    let blocks = BlockReading(file: file, questions: questions, isKept: isKept)
    let sections = try sections(fields, blocks)
    let documents = try documents(fields, of: sections.map(\.id), blocks)
    var sheets: [QuestionID] = []
    for tree in try fields.list("sheets") {
      let sheet = try problems.attempt { () throws(MethodError) in
        try blocks.known(try tree.text(in: file), line: tree.line).id
      }
      if let sheet { sheets.append(sheet) }
    }
    let measuring = try problems.attempt { () throws(MethodError) in
      try fields["measuring"].map { tree throws(MethodError) in
        try MeasuringReading(blocks: blocks).measuring(tree)
      }
    }
    let method = Workshop.Method(
      name: try fields.text("method"), version: try fields.text("version"), languages: languages, runs: runs,
      stages: stages, lists: lists, roles: try roles(fields, conditions),
      sections: sections,
      documents: documents, sheets: sheets, measuring: measuring ?? nil)
    if !isKept { try check(method, as: fields, conditions) }
    let known = KnownNames(file: file, method: method, paths: conditions, isKept: isKept)
    let kpis = try KPIReading(names: known, problems: problems).kpis(fields)
    let reader = CheckReading(names: known, problems: problems)
    var checks = try reader.checks(fields)
    // Whatever a method checks, what it requires must be there.
    if !checks.contains(where: { $0.id == Check.required.id }) { checks.append(.required) }
    let chain = try reader.chain(fields)
    try forgetWhatFollows(from: method, try fields.needed("stages"))
    return method.with(kpis: kpis, checks: checks, chain: chain)
  }

  /// Holds the method against itself.
  private func check(
    _ method: Workshop.Method, as fields: Fields, _ conditions: ConditionReading
  ) throws(MethodError) {
    let checking = MethodChecking(file: file, method: method, conditions: conditions, problems: problems)
    let stages = try fields.needed("stages").list(in: file)
    try checking.check(questions: try self.questions(in: try fields.needed("stages")))
    for stage in stages {
      try checking.check(conditions: stage)
      for step in try Fields(open: stage, file: file).list("steps") { try checking.check(conditions: step) }
    }
    try checking.check(sections: try fields.list("sections"))
    try checking.check(runs: try fields.needed("runs"))
    if let roles = fields["roles"] { try checking.check(roles: roles) }
  }

  private func sections(_ fields: Fields, _ blocks: BlockReading) throws(MethodError) -> [Section] {
    var sections: [Section] = []
    let reading = SectionReading(blocks: blocks, problems: problems)
    for tree in try fields.list("sections") {
      if let section = try problems.attempt({ () throws(MethodError) in try reading.section(tree) }) {
        sections.append(section)
      }
    }
    return sections
  }

  private func documents(
    _ fields: Fields, of sections: [SectionID], _ blocks: BlockReading
  ) throws(MethodError) -> [DraftDocument] {
    var documents: [DraftDocument] = []
    let reading = SectionReading(blocks: blocks, problems: problems)
    for tree in try fields.list("documents") {
      let document = try problems.attempt { () throws(MethodError) in try reading.document(tree, of: sections) }
      if let document { documents.append(document) }
    }
    return documents
  }

  /// A question that cannot be read is named once, not wherever it is referred to.
  private func forgetWhatFollows(from method: Workshop.Method, _ stages: Tree) throws(MethodError) {
    var lost: [String] = []
    for tree in try questions(in: stages) {
      let fields = try Fields(open: tree, file: file)
      let id = try fields.text("question")
      guard method.question(QuestionID(id)) == nil else { continue }
      let handles = (try? fields["handles"]?.texts(in: file)) ?? []
      lost += [id] + handles + handles.flatMap { Call(written: $0).arguments }
    }
    problems.lost.formUnion(lost)
    problems.forget { error in
      guard case .unknownName(let name) = error.fault else { return false }
      return lost.contains { name == $0 || name.hasPrefix($0 + ".") }
    }
  }

  private func lists(_ fields: Fields) throws(MethodError) -> [OptionList] {
    guard let tree = fields["lists"] else { return [] }
    var lists: [OptionList] = []
    for entry in try Fields(open: tree, file: file).all {
      lists.append(
        OptionList(id: ListID(entry.key), options: try entry.value.names(in: file).map { OptionID($0) }))
    }
    guard let also = fields["also"] else { return lists }
    for entry in try Fields(also, file: file, keys: lists.map(\.id.rawValue)).all {
      guard let place = lists.firstIndex(where: { $0.id.rawValue == entry.key }) else { continue }
      for option in try Fields(entry.value, file: file, keys: lists[place].options.map(\.rawValue)).all {
        lists[place].words[OptionID(option.key)] = try option.value.texts(in: file).map { $0.lowercased() }
      }
    }
    return lists
  }

  private func stages(
    _ fields: Fields, runs: [RunID], _ conditions: ConditionReading
  ) throws(MethodError) -> [Stage] {
    let reading = QuestionReading(file: file, runs: runs, conditions: conditions, problems: problems)
    var stages: [Stage] = []
    for tree in try fields.needed("stages").list(in: file) {
      let stage = try Fields(open: tree, file: file)
      try problems.check(stage, keys: MethodReading.stageKeys)
      let ofStage = try conditionsOfPlace(stage, conditions)
      var steps: [Step] = []
      for tree in try stage.list("steps") {
        let step = try Fields(open: tree, file: file)
        try problems.check(step, keys: MethodReading.stepKeys)
        let ofStep = try conditionsOfPlace(step, conditions)
        var questions: [Question] = []
        for tree in try step.list("questions") {
          let question = try problems.part { () throws(MethodError) in
            try reading.question(tree, under: [ofStage, ofStep])
          }
          if let question { questions.append(question) }
        }
        steps.append(Step(id: StepID(try step.text("step")), questions: questions))
      }
      stages.append(
        Stage(
          id: StageID(try stage.text("stage")), steps: steps, isCore: try stage.truth("core", default: false)))
    }
    return stages
  }

  /// What is said of asking all questions of a stage or a step.
  private func conditionsOfPlace(_ fields: Fields, _ reading: ConditionReading) throws(MethodError) -> Conditions {
    try problems.attempt { () throws(MethodError) in try reading.conditions(fields) } ?? Conditions()
  }

  /// The questions by their names; neither a name nor a series of handles belongs to two of them.
  private func unique(_ stages: [Stage], _ tree: Tree) throws(MethodError) -> [QuestionID: Question] {
    let known = Dictionary(stages.flatMap { $0.steps.flatMap(\.questions) }.map { ($0.id, $0) }) { first, _ in first }
    var ids: Set<QuestionID> = []
    var series: Set<String> = []
    for tree in try questions(in: tree) {
      let id = QuestionID(try Fields(open: tree, file: file).text("question"))
      guard ids.insert(id).inserted else {
        try problems.report(MethodError(file: file, line: tree.line, fault: .duplicate(id.rawValue)))
        continue
      }
      for name in known[id]?.handles.series ?? [] where !series.insert(name).inserted {
        try problems.report(MethodError(file: file, line: tree.line, fault: .duplicate(name)))
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
      for unknown in used.series where !series.contains(unknown) {
        try problems.report(MethodError(file: file, line: question.line, fault: .unknownName(unknown)))
      }
      for unknown in used.lists where !lists.contains(unknown) {
        try problems.report(MethodError(file: file, line: question.line, fault: .unknownName(unknown.rawValue)))
      }
    }
  }

  private func roles(_ fields: Fields, _ conditions: ConditionReading) throws(MethodError) -> Roles {
    var roles = Roles()
    guard let tree = fields["roles"] else { return roles }
    for entry in try Fields(tree, file: file, keys: MethodReading.roleKeys).all {
      _ = try problems.attempt { () throws(MethodError) in
        let path = try conditions.path(try entry.value.text(in: file), line: entry.value.line)
        guard path.column == nil || entry.key == "iteration" else {
          throw MethodError(file: file, line: entry.value.line, fault: .unknownName(try entry.value.text(in: file)))
        }
        roles.give(entry.key, path)
      }
    }
    return roles
  }
}

extension Roles {
  fileprivate mutating func give(_ role: String, _ path: AnswerPath) {
    switch role {
    case "organisation": organisation = path.question
    case "date": date = path.question
    case "run": run = path.question
    case "language": language = path.question
    case "participants": participants = path.question
    case "iteration": iteration = path
    case "purpose": purpose = path.question
    case "work-items": workItems = path.question
    case _: kpi = path.question
    }
  }
}

extension Question {
  /// The series and lists that its columns and rows refer to.
  var namesUsed: (series: [String], lists: [ListID]) {
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
