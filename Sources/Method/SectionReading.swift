import MethodTree
import Workshop

/// Reads one section of the draft from a method's structure.
struct SectionReading {
  let blocks: BlockReading
  let problems: Problems

  static let keys = ["section", "blocks", "notes", "brief", "unless"]
  static let documentKeys = ["document", "form", "sections", "annex", "once"]

  private var file: String { blocks.file }

  func section(_ tree: Tree) throws(MethodError) -> Section {
    let fields = try Fields(open: tree, file: file)
    try problems.check(fields, keys: SectionReading.keys)
    var section = Section(id: SectionID(try fields.text("section")), blocks: [])
    section.blocks = try blocks(fields, "blocks")
    section.notes = try blocks(fields, "notes")
    section.shortened = try blocks(fields, "brief")
    section.unless = try blocks.choices(fields["unless"])
    return section
  }

  /// The blocks that can be read. The sentence of one that cannot is no sentence that nothing sets.
  private func blocks(_ fields: Fields, _ key: String) throws(MethodError) -> [Section.Block] {
    var read: [Section.Block] = []
    for tree in try fields.list(key) {
      if let block = try problems.attempt({ () throws(MethodError) in try blocks.block(tree) }) {
        read.append(block)
      } else if let sentence = try? Fields(open: tree, file: file)["sentence"]?.text(in: file) {
        problems.lost.insert(sentence)
      }
    }
    return read
  }

  /// A document and the sections it is made of.
  func document(_ tree: Tree, of sections: [SectionID]) throws(MethodError) -> DraftDocument {
    let fields = try Fields(tree, file: file, keys: SectionReading.documentKeys)
    var document = DraftDocument(id: DocumentID(try fields.text("document")), sections: [])
    if let tree = fields["form"] {
      let name = try tree.text(in: file)
      guard let form = DraftDocument.Form(rawValue: name) else {
        let known = DraftDocument.Form.allCases.map(\.rawValue)
        throw MethodError(file: file, line: tree.line, fault: .unknownWord(name, known: known))
      }
      document.form = form
    }
    for tree in try fields.list("sections") { document.sections.append(try self.section(tree, of: sections)) }
    for tree in try fields.list("annex") { document.annex.append(try self.section(tree, of: sections)) }
    for tree in try fields.list("once") {
      let name = try tree.text(in: file)
      if let record = Section.Record(rawValue: name), DraftDocument.records.contains(record) {
        document.records.append(record)
      } else {
        document.subjects.append(try blocks.known(name, line: tree.line).id)
      }
    }
    return document
  }

  private func section(_ tree: Tree, of sections: [SectionID]) throws(MethodError) -> SectionID {
    let id = SectionID(try tree.text(in: file))
    guard sections.contains(id) else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(id.rawValue, known: sections.map(\.rawValue)))
    }
    return id
  }
}

/// Reads one block of a section.
struct BlockReading {
  let file: String
  /// All questions of the method, for checking the names used.
  let questions: [QuestionID: Question]
  /// Whether the method is a session's own copy, in which a column may hold anything.
  let isKept: Bool

  /// The kinds of block there are.
  static let contents =
    ["sentence", "bullets", "ticks", "table", "cross", "matrix", "cards", "quotes", "sums", "chain", "timeline"]
    + Section.Figure.Kind.allCases.map(\.rawValue) + Section.IterationBlock.Span.allCases.map(\.rawValue)
    + Section.Record.allCases.map(\.rawValue)

  func block(_ tree: Tree) throws(MethodError) -> Section.Block {
    let fields = try Fields(open: tree, file: file)
    let hasHeading = try fields.truth("heading", default: true)
    // A block may be bullets set by a sentence, or a table with sums; whatever else it is, it is only that.
    let kinds = fields.all.filter { BlockReading.contents.contains($0.key) }
    let kind = kinds.first { $0.key != "sentence" && $0.key != "sums" } ?? kinds.first
    guard let kind else {
      throw MethodError(file: file, line: tree.line, fault: .unknownWord(tree.shown, known: BlockReading.contents))
    }
    let keys = [kind.key] + BlockOperands.of(kind.key).all
    // A session's own copy may hold what was passed over once.
    if !isKept, let unknown = fields.unknownKeys(besides: keys).first { throw unknown }
    return Section.Block(
      try content(kind.key, kind.value, fields), hasHeading: hasHeading,
      title: try fields.optionalText("title").map { SentenceID($0) }, unless: try choices(fields["unless"]))
  }

  /// Choices that make a part of the draft pointless.
  func choices(_ tree: Tree?) throws(MethodError) -> [Section.Choice] {
    guard let tree else { return [] }
    var choices: [Section.Choice] = []
    for entry in try Fields(open: tree, file: file).all {
      let question = try known(entry.key, line: entry.line)
      choices.append(Section.Choice(question: question.id, option: OptionID(try entry.value.text(in: file))))
    }
    return choices
  }

  private func content(_ kind: String, _ value: Tree, _ fields: Fields) throws(MethodError) -> Section.Content {
    if let figure = Section.Figure.Kind(rawValue: kind) { return .figure(try self.figure(figure, value, fields)) }
    if let span = Section.IterationBlock.Span(rawValue: kind) {
      var questions: [QuestionID] = []
      for tree in try value.list(in: file) { questions.append(try question(tree).id) }
      return .iterations(Section.IterationBlock(span, of: questions))
    }
    if let record = Section.Record(rawValue: kind) { return .record(record) }
    switch kind {
    case "sentence": return .sentence(try sentence(value, fields))
    case "bullets":
      let question = try question(value)
      return .bullets(
        Section.Bullets(
          question.id, sentence: try fields.optionalText("sentence").map { SentenceID($0) },
          isNumbered: try fields.truth("numbered", default: false),
          sortedBy: try order(fields["sorted-by"], of: question), selection: try selection(fields)))
    case "ticks": return .ticks(try question(value).id)
    case "table": return .table(try table(value, fields))
    case "cross":
      var named: [QuestionID] = []
      for tree in try value.list(in: file) { named.append(try question(tree).id) }
      return .cross(Section.Cross(named, selection: try selection(fields)))
    case "matrix": return .matrix(try question(value).id)
    case "cards": return .cards(try question(value).id, with: try attachments(fields))
    case "quotes":
      let question = try question(value)
      return .quotes(question.id, column: try optionalColumn(fields["column"], of: question))
    case "sums": return .sums(try sums(value, fields))
    case "chain": return .chain(try attachments(fields), from: try question(value).id)
    case _: return .timeline(try dates(value), next: try fields["next"]?.number(in: file))
    }
  }

  private func sentence(_ value: Tree, _ fields: Fields) throws(MethodError) -> Section.Sentence {
    var variables: [Section.Variable] = []
    if let tree = fields["of"] {
      for entry in try Fields(open: tree, file: file).all {
        variables.append(Section.Variable(name: entry.key, question: try question(entry.value).id))
      }
    }
    return Section.Sentence(
      SentenceID(try value.text(in: file)), of: variables, isBoxed: try fields.truth("boxed", default: false))
  }

  private func table(_ value: Tree, _ fields: Fields) throws(MethodError) -> Section.Table {
    let question = try question(value)
    return Section.Table(
      question: question.id, columns: try columns(fields["columns"], of: question),
      groupedBy: try optionalColumn(fields["grouped-by"], of: question, holding: .group),
      sortedBy: try order(fields["sorted-by"], of: question),
      sums: try columns(fields["sums"], of: question, holding: .number), selection: try selection(fields),
      hasHandles: try fields.truth("handles", default: true))
  }

  private func figure(
    _ kind: Section.Figure.Kind, _ value: Tree, _ fields: Fields
  ) throws(MethodError) -> Section.Figure {
    let question = try question(value)
    let (names, needed) = kind.roles
    let roles = try Fields(try fields.needed("by"), file: file, keys: names)
    var columns: [ColumnID?] = []
    for (place, name) in names.enumerated() {
      let tree = place < needed ? try roles.needed(name) : roles[name]
      columns.append(try optionalColumn(tree, of: question, holding: kind.holding[place]))
    }
    let heart = try fields["heart"].map { tree throws(MethodError) in try self.question(tree).id }
    return Section.Figure(kind, of: question.id, columns: columns, heart: heart)
  }

  private func sums(_ value: Tree, _ fields: Fields) throws(MethodError) -> [Section.Sum] {
    let limits = try fields["within"].map { tree throws(MethodError) in try Fields(open: tree, file: file) }
    var sums: [Section.Sum] = []
    for entry in try Fields(open: value, file: file).all {
      let question = try known(entry.key, line: entry.line)
      let column = try column(entry.value, of: question, holding: .number)
      let limit = try limits?[entry.key].map { tree throws(MethodError) in try number(tree) }
      sums.append(Section.Sum(question: question.id, column: column, limit: limit))
    }
    return sums
  }

  private func dates(_ value: Tree) throws(MethodError) -> [Section.DateSource] {
    var sources: [Section.DateSource] = []
    for entry in try Fields(open: value, file: file).all {
      let question = try known(entry.key, line: entry.line)
      let columns = try columns(entry.value, of: question, holding: .day)
      guard let first = columns.first, columns.count <= 2 else {
        throw MethodError(file: file, line: entry.line, fault: .expected(.text, found: entry.value.shown))
      }
      sources.append(
        Section.DateSource(question: question.id, column: first, until: columns.count > 1 ? columns[1] : nil))
    }
    return sources
  }

  private func selection(_ fields: Fields) throws(MethodError) -> Section.Selection {
    Section.Selection(
      voted: try fields["voted"].map { tree throws(MethodError) in try question(tree).id },
      most: try fields["most"].map { tree throws(MethodError) in try tree.number(in: file) })
  }

  private func attachments(_ fields: Fields) throws(MethodError) -> [Section.Attachment] {
    guard let tree = fields["with"] else { return [] }
    var attachments: [Section.Attachment] = []
    for entry in try Fields(open: tree, file: file).all {
      let question = try known(entry.key, line: entry.line)
      attachments.append(
        Section.Attachment(
          question: question.id, through: try column(entry.value, of: question, holding: .reference)))
    }
    return attachments
  }

  /// A question that is answered with a number.
  private func number(_ tree: Tree) throws(MethodError) -> QuestionID {
    let question = try question(tree)
    guard !isKept else { return question.id }
    let numbers = questions.values.filter { $0.columns.count == 1 }.sorted { $0.id.rawValue < $1.id.rawValue }
    try ColumnForm.number.check(
      question.columns.first, called: question.id.rawValue,
      among: numbers.map { (name: $0.id.rawValue, type: $0.columns[0].type) }, file: file, line: tree.line)
    return question.id
  }

  private func question(_ tree: Tree) throws(MethodError) -> Question {
    try known(try tree.text(in: file), line: tree.line)
  }

  func known(_ name: String, line: Int) throws(MethodError) -> Question {
    guard let question = questions[QuestionID(name)] else {
      throw MethodError(file: file, line: line, fault: .unknownName(name))
    }
    return question
  }

  private func columns(
    _ tree: Tree?, of question: Question, holding form: ColumnForm? = nil
  ) throws(MethodError) -> [ColumnID] {
    guard let tree else { return [] }
    var columns: [ColumnID] = []
    for tree in try tree.list(in: file) { columns.append(try column(tree, of: question, holding: form)) }
    return columns
  }

  /// A column, with a hyphen in front where the most stands first.
  private func order(_ tree: Tree?, of question: Question) throws(MethodError) -> Section.Order? {
    guard let tree else { return nil }
    let text = try tree.text(in: file)
    let isDescending = text.hasPrefix("-")
    let name = Tree(text: isDescending ? text.dropFirst().trimmed : text, line: tree.line)
    return Section.Order(try column(name, of: question), isDescending: isDescending)
  }

  private func optionalColumn(
    _ tree: Tree?, of question: Question, holding form: ColumnForm? = nil
  ) throws(MethodError) -> ColumnID? {
    guard let tree else { return nil }
    return try column(tree, of: question, holding: form)
  }

  private func column(
    _ tree: Tree, of question: Question, holding form: ColumnForm? = nil
  ) throws(MethodError) -> ColumnID {
    try question.columns.column(tree, holding: isKept ? nil : form, in: file)
  }
}
