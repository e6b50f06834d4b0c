extension CommandReconstruction {
  /// Lines that may have given or revised answers.
  func answers(_ events: [Event]) -> [String] {
    let said = events.compactMap(Said.init)
    guard let first = said.first, let question = session.method.question(first.id.question) else { return [] }
    var lines = settled(events)
    if session.asking?.answer == first.id { lines += cellsAsked(first, question, events) }
    if session.position == question.id {
      lines += typed(said, question, events).flatMap { line in prefixes(of: first).map { $0 + line } }
    }
    let rows = rows(first, question)
    if question.id == session.method.roles.participants {
      lines += ["out", "in"].map { "/people \($0) \(first.cells.first ?? "")" } + rows.map { "/people add \($0)" }
    }
    if said.count > 1 { lines += ["/suggest all", "/suggest 1-\(said.count)"] }
    return lines + rows.map { "/edit \(first.id.handle) \($0)" }
  }

  /// What an event says of an answer.
  private struct Said {
    var id: AnswerID
    var place: Place?
    var cells: [String]
    var speaker: String?

    init?(_ event: Event) {
      switch event {
      case .answerGiven(let answer):
        (id, place, cells, speaker) = (answer.id, answer.place, answer.cells, answer.speaker)
      case .answerRevised(let id, let cells, let speaker): (self.id, self.cells, self.speaker) = (id, cells, speaker)
      case _: return nil
      }
    }
  }

  /// Another language or run settles the question about it.
  private func settled(_ events: [Event]) -> [String] {
    events.compactMap { event in
      switch event {
      case .languageChosen(let language): "/language \(language)"
      case .runChosen(let run): "/run \(run)"
      case _: nil
      }
    }
  }

  /// Who says it goes before it, where that is somebody else than before, or where the words could be taken for a name.
  private func prefixes(of said: Said) -> [String] {
    guard let speaker = said.speaker else { return [""] }
    return (speaker == session.speaker ? [""] : []) + ["\(speaker): "]
  }

  /// An answer as a line of its own: what begins like a command or a remark is told apart from them.
  private func asLine(_ text: String) -> String {
    text.hasPrefix("/") ? "/" + text : text.hasPrefix("#") ? " " + text : text
  }

  // MARK: Kinds

  private func typed(_ said: [Said], _ question: Question, _ events: [Event]) -> [String] {
    guard let first = said.first else { return [] }
    switch question.kind {
    case .line, .list, .single, .number, .date: return rows(first, question).map(asLine)
    case .multi:
      return [true, false].map { isShown in
        asLine(said.map { cell(0, $0, isShown: isShown) }.joined(separator: ", "))
      }
    case .table: return (beginnings(first, question, events) + rows(first, question)).map(asLine)
    case .grid(let grid):
      let place = first.place ?? session.answer(first.id)?.place
      let heads = place.map { self.heads($0, of: grid, question) } ?? []
      let items = said.map { rows($0, question) }
      let rests = (items.first ?? []).indices.map { variant in
        items.compactMap { $0.indices.contains(variant) ? $0[variant] : $0.first }.joined(separator: "; ")
      }
      return heads.flatMap { head in rests.map { asLine("\(head): \($0)") } }
    case .vote: return [asLine(votes(said))]
    }
  }

  /// The first cells of a row, where the others were asked for then.
  private func beginnings(_ said: Said, _ question: Question, _ events: [Event]) -> [String] {
    guard case .cellsAsked(_, let columns)? = events.last, let next = columns.first else { return [] }
    let asked = question.askedColumns(in: session.run)
    let typed = asked.firstIndex { question.columns[$0].id == next } ?? 1
    return [typed, 1].map { count in row(said, asked.prefix(count).map(\.self), isShown: true) }
  }

  /// The cells that are asked for, as many of them as are not asked for any more.
  private func cellsAsked(_ said: Said, _ question: Question, _ events: [Event]) -> [String] {
    let columns = session.asking?.columns ?? []
    let places = columns.compactMap { id in question.columns.firstIndex { $0.id == id } }
    var left = 0
    if case .cellsAsked(_, let columns)? = events.last { left = columns.count }
    return ([places.count - left] + Array(1...max(places.count, 1))).flatMap { count in
      [true, false].map { asLine(row(said, Array(places.prefix(max(count, 1))), isShown: $0)) }
    }
  }

  /// What a line of a grid begins with: the row, and the column where there are two directions.
  private func heads(_ place: Place, of grid: Grid, _ question: Question) -> [String] {
    func names(_ row: String, on axis: Grid.Axis) -> [String] {
      let named = session.rows(of: axis, of: question, in: localization).first { $0.id == row }
      return [named?.label, row].compactMap(\.self)
    }
    let rows = names(place.row, on: grid.rows)
    guard let across = place.across, let axis = grid.across else { return rows }
    return zip(rows, names(across, on: axis)).map { "\($0) x \($1)" }
  }

  /// `S1 9, S3 6 - shorter next time`.
  private func votes(_ said: [Said]) -> String {
    let ballots = said.map { said in
      [cell(0, said, isShown: true), cell(1, said, isShown: true)].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let comment = said.first.map { cell(2, $0, isShown: true) } ?? ""
    return ballots.joined(separator: ", ") + (comment.isEmpty ? "" : " - \(comment)")
  }

  // MARK: Cells

  /// A whole row, as short as it can be typed first, and with a cell for each column last.
  private func rows(_ said: Said, _ question: Question) -> [String] {
    let asked = question.askedColumns(in: session.run)
    let all = Array(question.columns.indices)
    let filled = asked.last { !(said.cells.indices.contains($0) ? said.cells[$0] : "").isEmpty }
    let short = filled.map { last in asked.filter { $0 <= last } } ?? asked
    let kinds = all.count == 1 ? [all] : [short, asked, all]
    return kinds.flatMap { places in [true, false].map { row(said, places, isShown: $0) } }
  }

  private func row(_ said: Said, _ places: [Int], isShown: Bool) -> String {
    let cells = places.map { cell($0, said, isShown: isShown) }
    let isAlone = session.method.question(said.id.question)?.columns.count == 1
    guard !isAlone else { return cells.first ?? "" }
    return cells.map { $0.isEmpty ? CellParser.open : CellParser.barsEscaped(in: $0) }.joined(separator: " | ")
  }

  /// A cell as the room reads it, or as it is stored.
  private func cell(_ place: Int, _ said: Said, isShown: Bool) -> String {
    let answer = Answer(id: said.id, cells: said.cells)
    return isShown ? session.shown(place, of: answer, in: localization) : answer.cell(at: place)
  }
}
