import Workshop

/// Tables, matrices and fields side by side.
extension DocumentBuilder {
  /// The answers of a question as a table, or as one for each answer or option that they name in a column.
  ///
  /// - Parameters:
  ///   - table: What is declared.
  ///   - isNarrow: Whether it has to be read beside the text: then it has the columns that say most, six at most.
  /// - Returns: The tables, with what their handles stand for.
  func tables(_ table: Section.Table, isNarrow: Bool = false) -> [Document.Block] {
    guard let question = session.method.question(table.question) else { return [] }
    let answers = sorted(session.readableAnswers(to: question.id), by: table.sortedBy)
    let all = places(of: table, in: question, answers: answers)
    let places = isNarrow ? narrowed(all, in: question) : all
    guard let grouping = table.groupedBy.flatMap({ id in question.columns.firstIndex { $0.id == id } }) else {
      return laidOut(self.table(chosen(answers, by: table.selection), places, table, of: question))
    }
    var blocks: [Document.Block] = []
    var groups: [(value: String, answers: [Answer])] = []
    var known: [String: Int] = [:]
    for answer in answers {
      for value in answer.values(at: grouping) {
        if let place = known[value] {
          groups[place].answers.append(answer)
        } else {
          known[value] = groups.count
          groups.append((value, [answer]))
        }
      }
    }
    let column = question.columns[grouping]
    let orders = groups.map { order(of: $0.value, in: column) }
    for group in groups.indices.sorted(by: { orders[$0] < orders[$1] }).map({ groups[$0] }) {
      let heading = heading(of: group.value, column, of: question)
      let rows = chosen(group.answers, by: table.selection)
      blocks += [.heading(heading)] + laidOut(self.table(rows, places, table, of: question))
    }
    let loose = answers.filter { $0.values(at: grouping).isEmpty }
    if !loose.isEmpty {
      let label = localization.texts.label(of: question.columns[grouping].id, in: question.id)
      let heading = Document.Text(gap(labelled: label), isGap: true)
      blocks += [.heading(heading)] + laidOut(self.table(loose.map { ($0, false) }, places, table, of: question))
    }
    return blocks
  }

  /// The columns that say most: what it is, whose, by when and how much, then what else comes first.
  func narrowed(_ places: [Int], in question: Question) -> [Int] {
    guard places.count > DocumentBuilder.mostColumns else { return places }
    func rank(_ place: Int) -> Int {
      switch question.columns[place].type {
      case _ where place == places.first: 0
      case .person, .persons: 1
      case .date: 2
      case .number, .scale: 3
      case .text, .texts, .duration, .choice, .multi, .suggestion, .reference, .references, .yesNo, .kpi, .frequency,
        .repeats:
        question.columns[place].isRequired ? 4 : 5
      }
    }
    return places.sorted { (rank($0), $0) < (rank($1), $1) }.prefix(DocumentBuilder.mostColumns).sorted()
  }

  /// The most columns of a table between paragraphs.
  static let mostColumns = 6

  /// A table as it can be read on paper: one whose words fit on no page is set as a record for each row.
  private func laidOut(_ table: Document.Table) -> [Document.Block] {
    switch table.layout {
    case .upright, .turned: [.table(table)] + legend(of: table)
    case .records: [.cards(table.records)] + (table.sums.isEmpty ? [] : [.paragraph(table.sumLine)])
    }
  }

  /// What the handles in a table stand for that are not rows of its own.
  private func legend(of table: Document.Table) -> [Document.Block] {
    guard !form.namesAlone else { return [] }
    let rows = Set(table.rows.compactMap { $0.first?.sources.first })
    var seen: Set<Handle> = []
    let named = table.rows.flatMap { $0.dropFirst() }.flatMap { cell in
      cell.text.split(whereSeparator: { $0 == "," || $0 == " " }).map { Handle(String($0)) }
    }
    let meant = named.filter { !rows.contains($0) && seen.insert($0).inserted }.compactMap(session.answer)
      .filter { $0.id.series != nil }
    guard !meant.isEmpty else { return [] }
    let words = meant.map { "\($0.handle): \(known($0))" }.joined(separator: "; ")
    return [.paragraph(Document.Text(word("draft.legend", ["words": words])))]
  }

  /// What the rows below have in common: the answer that they refer to, or the option that they name.
  private func heading(of value: String, _ column: Column, of question: Question) -> Document.Text {
    switch column.type {
    case .reference, .references:
      let handle = Handle(value)
      return Document.Text(name(of: handle), from: session.answer(handle) == nil ? [] : [handle])
    case .text, .texts, .number, .date, .duration, .person, .persons, .choice, .multi, .suggestion, .yesNo, .scale,
      .kpi,
      .frequency, .repeats:
      return Document.Text(session.shown(value: value, of: column, in: question.id, in: localization))
    }
  }

  /// Where an answer that is referred to stands among its siblings, an option among those that are offered.
  private func order(of value: String, in column: Column) -> (Int, Int) {
    switch column.type {
    case .choice(let options), .multi(let options):
      return (0, session.offered(options, in: localization).firstIndex(of: OptionID(value)) ?? Int.max)
    case .suggestion(let list):
      return (0, session.offered(.list(list), in: localization).firstIndex(of: OptionID(value)) ?? Int.max)
    case .text, .texts, .number, .date, .duration, .person, .persons, .reference, .references, .yesNo, .scale, .kpi,
      .frequency, .repeats:
      guard let answer = session.answer(Handle(value)) else { return (Int.max, 0) }
      let index = session.readableAnswers(to: answer.id.question).firstIndex(of: answer) ?? 0
      return (session.method.place(of: answer.id.question) ?? 0, index)
    }
  }

  /// The columns that a table shows: those it names, without the one it is grouped by and without those that neither
  /// the run asks for nor anybody has filled.
  private func places(of table: Section.Table, in question: Question, answers: [Answer]) -> [Int] {
    let named = table.columns.compactMap { id in question.columns.firstIndex { $0.id == id } }
    let all = named.isEmpty ? Array(question.columns.indices) : named
    let shown = all.filter { place in
      let column = question.columns[place]
      guard column.id != table.groupedBy else { return false }
      return (column.isRequired && column.isAsked(in: session.run))
        || answers.contains { !$0.cell(at: place).isEmpty }
    }
    return shown.isEmpty ? Array(all.prefix(1)) : shown
  }

  private func table(
    _ answers: [(answer: Answer, isStarred: Bool)], _ places: [Int], _ table: Section.Table, of question: Question
  ) -> Document.Table {
    let hasHandles = table.hasHandles && !form.namesAlone && !question.handles.series.isEmpty
    let rows: Grid.Axis? = if case .grid(let grid) = question.kind { grid.rows } else { nil }
    let columns = places.map { question.columns[$0] }
    let heads = (hasHandles ? [word("draft.handle")] : []) + (rows == nil ? [] : [""])
    let isShort = heads.count + places.count > 7
    let body = answers.map { answer, isStarred in
      let handle = hasHandles ? [Document.Text(answer.handle.rawValue, from: [answer.handle])] : []
      let row = rows == nil ? [] : [Document.Text(rowLabel(of: answer, under: question), from: [answer.handle])]
      var cells = handle + row + places.map { cell($0, of: answer, isShort: isShort) }
      if isStarred, let first = cells.first { cells[0] = starred(first) }
      return cells
    }
    return Document.Table(
      headers: heads + columns.map { label(of: $0, in: question) },
      numeric: heads.map { _ in false } + columns.map(\.isNumeric), rows: body,
      sums: sums(of: answers.map(\.answer), places, table, heads.count, of: question), hasRowHeaders: true)
  }

  /// What a column is called; those of a vote are the same in every method.
  func label(of column: Column, in question: Question) -> String {
    guard case .vote(let vote) = question.kind else { return localization.texts.label(of: column.id, in: question.id) }
    if column.id == question.columns.first?.id { return word("draft.vote-item") }
    guard column.id == "votes" else { return word("draft.vote-comment") }
    switch vote.ballot {
    case .dots, .choice: return word("draft.vote-dots")
    case .score(let range):
      return word("draft.vote-mean", ["least": String(range.lowerBound), "most": String(range.upperBound)])
    }
  }

  private func sums(
    of answers: [Answer], _ places: [Int], _ table: Section.Table, _ heads: Int, of question: Question
  ) -> [Document.Text] {
    guard !table.sums.isEmpty, answers.count > 1 else { return [] }
    var cells = Array(repeating: Document.Text(""), count: heads + places.count)
    for (column, place) in places.enumerated() where table.sums.contains(question.columns[place].id) {
      guard let sum = Decimal.sum(of: answers.map { $0.cell(at: place) }) else { continue }
      cells[heads + column] = Document.Text(
        localization.language.numbers.text(sum, of: question.columns[place].type), from: answers.map(\.handle))
    }
    guard cells.contains(where: { !$0.text.isEmpty }) else { return [] }
    if cells[0].text.isEmpty { cells[0] = Document.Text(word("draft.sum")) }
    return cells
  }

  private func rowLabel(of answer: Answer, under question: Question) -> String {
    answer.place.map { label(of: $0, under: question.id) } ?? ""
  }

  /// Answers to one question in the order of a column; as they stand where there is no column.
  func sorted(_ answers: [Answer], by order: Section.Order?) -> [Answer] {
    guard let order, let question = (answers.first?.id.question).flatMap(session.method.question),
      let place = question.columns.firstIndex(where: { $0.id == order.column })
    else { return answers }
    let keys = answers.map { SortKey($0.cell(at: place), of: question.columns[place].type, in: session.method) }
    return answers.indices.sorted { left, right in
      // An answer without a value comes last, whichever way they stand.
      if keys[left].isOpen || keys[right].isOpen { return (keys[left], left) < (keys[right], right) }
      if keys[left] == keys[right] { return left < right }
      return order.isDescending ? keys[left] > keys[right] : keys[left] < keys[right]
    }.map { answers[$0] }
  }
}

/// What a cell is put in order by: its number, the length of its time, the place of its option, or its text. Days are
/// stored as ISO dates, so their order is that of their texts.
private struct SortKey: Comparable {
  let isOpen: Bool
  private let number: Double
  private let text: String

  init(_ cell: String, of type: CellType, in method: Workshop.Method) {
    isOpen = cell.isEmpty
    switch type {
    case .number, .scale: (number, text) = (Double(cell) ?? 0, "")
    case .duration: (number, text) = (Double(DurationFormat.minutes(ofStored: cell) ?? 0), "")
    case .choice(let options):
      (number, text) = (Double(method.options(of: options).firstIndex(of: OptionID(cell)) ?? 0), "")
    case .text, .texts, .date, .person, .persons, .multi, .suggestion, .kpi, .frequency, .repeats, .reference,
      .references, .yesNo:
      (number, text) = (0, cell)
    }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    if left.isOpen != right.isOpen { return right.isOpen }
    return (left.number, left.text) < (right.number, right.text)
  }
}

extension Column {
  /// Whether the column holds numbers, which stand under one another by their last digits.
  fileprivate var isNumeric: Bool {
    switch type {
    case .number, .scale: true
    case .text, .texts, .date, .duration, .person, .persons, .choice, .multi, .suggestion, .reference, .references,
      .yesNo, .kpi, .frequency, .repeats:
      false
    }
  }
}
