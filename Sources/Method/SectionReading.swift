import Workshop

/// Reads one section of the draft from a method's structure.
struct SectionReading {
  let file: String
  /// All questions of the method, for checking the names used.
  let questions: [QuestionID: Question]

  private static let contents = [
    "sentence", "bullets", "table", "cross", "cards", "quotes", "chain", "timeline", "open-points", "skipped",
  ]
  private static let keys = contents + ["of", "columns", "grouped-by", "sorted-by", "with", "column", "heading"]

  func section(_ tree: Tree) throws(MethodError) -> Section {
    let fields = try Fields(tree, file: file, keys: ["section", "blocks"])
    var blocks: [Section.Block] = []
    for block in try fields.list("blocks") { blocks.append(try self.block(block)) }
    return Section(id: SectionID(try fields.text("section")), blocks: blocks)
  }

  private func block(_ tree: Tree) throws(MethodError) -> Section.Block {
    let fields = try Fields(tree, file: file, keys: SectionReading.keys)
    let hasHeading = try fields.truth("heading", default: true)
    // A block may be bullets set by a sentence; whatever else it is, it is only that.
    let kinds = fields.all.filter { SectionReading.contents.contains($0.key) }
    guard let kind = kinds.first(where: { $0.key != "sentence" }) ?? kinds.first else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(tree.shown, known: SectionReading.contents))
    }
    return Section.Block(try content(kind.key, kind.value, fields), hasHeading: hasHeading)
  }

  private func content(_ kind: String, _ value: Tree, _ fields: Fields) throws(MethodError) -> Section.Content {
    switch kind {
    case "sentence":
      var variables: [Section.Variable] = []
      if let tree = fields["of"] {
        for entry in try Fields(open: tree, file: file).all {
          variables.append(Section.Variable(name: entry.key, question: try question(entry.value).id))
        }
      }
      return .sentence(SentenceID(try value.text(in: file)), of: variables)
    case "bullets":
      return .bullets(try question(value).id, sentence: try fields.optionalText("sentence").map { SentenceID($0) })
    case "table":
      let question = try question(value)
      var columns: [ColumnID] = []
      for tree in try fields.list("columns") { columns.append(try column(tree, of: question)) }
      return .table(
        Section.Table(
          question: question.id, columns: columns, groupedBy: try optionalColumn(fields["grouped-by"], of: question),
          sortedBy: try optionalColumn(fields["sorted-by"], of: question)))
    case "cross": return .cross(try question(value).id)
    case "cards": return .cards(try question(value).id, with: try attachments(fields))
    case "quotes":
      let question = try question(value)
      return .quotes(question.id, column: try optionalColumn(fields["column"], of: question))
    case "chain": return .chain(try attachments(fields), from: try question(value).id)
    case "timeline":
      var sources: [Section.DateSource] = []
      for entry in try Fields(open: value, file: file).all {
        let question = try known(entry.key, line: entry.line)
        sources.append(
          Section.DateSource(question: question.id, column: try column(entry.value, of: question)))
      }
      return .timeline(sources)
    case "open-points": return .openPoints
    case _: return .skipped
    }
  }

  private func attachments(_ fields: Fields) throws(MethodError) -> [Section.Attachment] {
    guard let tree = fields["with"] else { return [] }
    var attachments: [Section.Attachment] = []
    for entry in try Fields(open: tree, file: file).all {
      let question = try known(entry.key, line: entry.line)
      attachments.append(
        Section.Attachment(question: question.id, through: try column(entry.value, of: question)))
    }
    return attachments
  }

  private func question(_ tree: Tree) throws(MethodError) -> Question {
    try known(try tree.text(in: file), line: tree.line)
  }

  private func known(_ name: String, line: Int) throws(MethodError) -> Question {
    guard let question = questions[QuestionID(name)] else {
      throw MethodError(file: file, line: line, fault: .unknownName(name))
    }
    return question
  }

  private func optionalColumn(_ tree: Tree?, of question: Question) throws(MethodError) -> ColumnID? {
    guard let tree else { return nil }
    return try column(tree, of: question)
  }

  private func column(_ tree: Tree, of question: Question) throws(MethodError) -> ColumnID {
    let name = ColumnID(try tree.text(in: file))
    guard question.columns.contains(where: { $0.id == name }) else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(name.rawValue, known: question.columns.map(\.id.rawValue)))
    }
    return name
  }
}
