/// Turning a typed line into answers, kind by kind.
extension Session {
  func hear(_ text: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    if openVote == nil, !measures.asked.isEmpty { return try hear(value: text, parser, today: today) }
    guard !hasEnded else { throw .atEnd }
    if let openVote { return try hear(votes: text, in: openVote, parser) }
    if let asking, let question = method.question(asking.answer.question), let answer = answer(asking.answer) {
      return try hear(cells: text, of: answer, asking: asking.columns, question, parser)
    }
    guard let question = position.flatMap({ method.question($0) }) else { return try next() }
    let (speaker, said) = try attributed(text, question, parser)
    switch question.kind {
    case .line(let column), .list(let column), .single(let column), .number(let column), .date(let column):
      let cell = try parser.cell(said, column: column, of: question.id, in: self)
      guard !cell.isEmpty else { throw .emptyRow }
      return try record([cell], under: question, speaker: speaker)
    case .multi(let column): return try hear(options: said, column, of: question, speaker, parser)
    case .table:
      let cells = CellParser.cells(of: said, for: question)
      return try hear(row: cells, to: question, speaker: speaker, parser, asks: true)
    case .grid(let grid): return try hear(place: said, in: grid, of: question, speaker, parser)
    case .vote(let vote): return try hear(votes: said, vote, of: question, speaker, parser)
    }
  }

  /// A whole answer: no cell of it is asked for afterwards, and what was asked for before stays open.
  func hear(row text: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    var room = self
    room.progress.asking = nil
    let events = try room.hear(text, parser, today: today).filter { if case .cellsAsked = $0 { false } else { true } }
    return (asking.map { [.cellsAsked($0.answer, [])] } ?? []) + events
  }

  /// `Kari: text`, when Kari takes part: who said it, and the text. What names a row of a grid is that row.
  private func attributed(
    _ text: String, _ question: Question, _ parser: CellParser
  ) throws(Refusal) -> (speaker: String?, said: String) {
    if case .grid(let grid) = question.kind, (try? parser.place(text, in: grid, of: question, in: self)) != nil {
      return (nil, text)
    }
    return try attributed(text)
  }

  /// `Kari: text`, when Kari takes part: who said it, and the text.
  ///
  /// A first name is enough, with as much of the other name as it takes.
  ///
  /// - Throws: That two or more of them are called that.
  func attributed(_ text: String) throws(Refusal) -> (speaker: String?, said: String) {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return (nil, text) }
    let participants = participants.filter { !$0.initials.isEmpty }
    guard !participants.isEmpty, let colon = text.firstIndex(of: ":"), text[..<colon].count <= 60 else {
      return (nil, text)
    }
    let name = text[..<colon].trimmed.lowercased()
    let said = text[text.index(after: colon)...].trimmed
    guard !said.isEmpty, !name.isEmpty else { return (nil, text) }
    let called = Participant.called(name, among: participants) { person in
      // The beginning of a first name may be any word before a colon.
      let whole = person.name.lowercased()
      let first = whole.split(separator: " ").first ?? ""
      return whole.hasPrefix(name) && name.utf8.count >= first.utf8.count
    }
    guard let speaker = called.first else { return (nil, text) }
    guard called.count == 1 else {
      throw .people(.several(text[..<colon].trimmed, called.map(\.initials)))
    }
    return (speaker.initials, said)
  }

  /// One more answer, or the one answer anew where a question holds just one.
  private func record(_ cells: [String], under question: Question, speaker: String?) throws(Refusal) -> [Event] {
    let answers = readableAnswers(to: question.id)
    let events: [Event]
    if question.holdsOne, let old = answers.first {
      events = [.answerRevised(old.id, cells: cells, speaker: speaker ?? self.speaker)]
    } else {
      try checkRoom(for: 1, besides: answers.count, under: question)
      events = [.answerGiven(fresh(question: question, cells: cells, speaker: speaker))]
    }
    return events + (try consequences(of: cells, for: question))
  }

  private func checkRoom(for count: Int, under question: Question) throws(Refusal) {
    try checkRoom(for: count, besides: readableAnswers(to: question.id).count, under: question)
  }

  private func checkRoom(for count: Int, besides others: Int, under question: Question) throws(Refusal) {
    let most = question.most(in: run)
    guard others + count <= most else {
      throw .tooManyAnswers(most: most, question: question.id)
    }
  }

  private func hear(
    options text: String, _ column: Column, of question: Question, _ speaker: String?, _ parser: CellParser
  ) throws(Refusal) -> [Event] {
    var chosen: [String] = []
    // `1 3` is two numbers; words with spaces between them are one label.
    let isNumbers = text.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "," }
    let parts = text.split { $0 == "," || (isNumbers && $0.isWhitespace) }
    for part in parts.map(\.trimmed) where !part.isEmpty {
      let option = try parser.cell(part, column: column, of: question.id, in: self)
      if !option.isEmpty, !chosen.contains(option) { chosen.append(option) }
    }
    let before = Set(answers(to: question.id).map { $0.cell(at: 0) })
    let added = chosen.filter { !before.contains($0) }
    guard let first = chosen.first else { throw .emptyRow }
    if added.isEmpty, case .choice(let options) = column.type {
      throw .chosenAlready(OptionID(first), from: options, question: question.id)
    }
    try checkRoom(for: added.count, under: question)
    return added.enumerated().map { place, option in
      .answerGiven(fresh(question: question, cells: [option], speaker: speaker, after: place))
    }
  }

  /// A row typed at once, or its first cell: then the others are asked one by one.
  func hear(
    row said: [String], to question: Question, speaker: String?, _ parser: CellParser, asks: Bool
  ) throws(Refusal) -> [Event] {
    if let rows = namedPeople(said, in: question, parser) {
      try checkRoom(for: rows.count, under: question)
      return rows.enumerated().map { place, row in
        .answerGiven(fresh(question: question, cells: row, speaker: speaker, after: place))
      }
    }
    try checkRoom(for: 1, under: question)
    let typed = withInitials(said, in: question)
    let places = parser.places(forCells: typed.count, of: question, in: self)
    let typedCells = try parser.row(typed, at: places, into: [], of: question, in: self)
    try checkInitials(typedCells, in: question, except: nil)
    let cells = parser.filledByKPI(typedCells, of: question, in: self)
    let answer = fresh(question: question, cells: cells, speaker: speaker)
    let left = places.dropFirst(typed.count).filter { cells[$0].isEmpty }.map { question.columns[$0] }
    let asked = said.count == 1 ? left : left.filter(\.isRequired)
    guard asks, !asked.isEmpty else { return [.answerGiven(answer)] }
    return [.answerGiven(answer), .cellsAsked(answer.id, asked.map(\.id))]
  }

  /// The cells that are being asked for, as many of them as the line holds.
  private func hear(
    cells text: String, of answer: Answer, asking columns: [ColumnID], _ question: Question, _ parser: CellParser
  ) throws(Refusal) -> [Event] {
    let typed = CellParser.cells(of: text, for: question)
    let places = columns.compactMap { id in question.columns.firstIndex { $0.id == id } }
    let typedCells = try parser.row(typed, at: places, into: answer.cells, of: question, in: self)
    try checkInitials(typedCells, in: question, except: answer.id)
    let cells = parser.filledByKPI(typedCells, of: question, in: self)
    // What was open and is filled by now is not asked; what stood there is, as it is gone through.
    let left = columns.dropFirst(typed.count).filter { id in
      question.columns.firstIndex { $0.id == id }.map { cells[$0].isEmpty || !answer.cell(at: $0).isEmpty } ?? true
    }
    let revised: [Event] = cells == answer.cells ? [] : [.answerRevised(answer.id, cells: cells, speaker: nil)]
    return revised + asked(Array(left), of: answer.id)
  }

  private func hear(
    place line: String, in grid: Grid, of question: Question, _ speaker: String?, _ parser: CellParser
  ) throws(Refusal) -> [Event] {
    let (place, rest) = try parser.place(line, in: grid, of: question, in: self)
    guard !rest.isEmpty else { throw .emptyPlace(row: label(of: place, in: grid, of: question, parser.localization)) }
    let there = answers(to: question.id).filter { $0.place == place }
    guard grid.perPlace == 1 else {
      let items = rest.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      guard !items.isEmpty else {
        throw .emptyPlace(row: label(of: place, in: grid, of: question, parser.localization))
      }
      guard there.count + items.count <= grid.perPlace else {
        throw .placeFull(row: label(of: place, in: grid, of: question, parser.localization), most: grid.perPlace)
      }
      try checkRoom(for: items.count, under: question)
      var events: [Event] = []
      for (count, item) in items.enumerated() {
        let typed = CellParser.cells(of: item, for: question)
        let places = parser.places(forCells: typed.count, of: question, in: self)
        let cells = try parser.row(typed, at: places, into: [], of: question, in: self)
        events.append(
          .answerGiven(fresh(question: question, cells: cells, place: place, speaker: speaker, after: count)))
      }
      return events
    }
    let typed = CellParser.cells(of: rest, for: question)
    let places = parser.places(forCells: typed.count, of: question, in: self)
    let cells = try parser.row(typed, at: places, into: there.first?.cells ?? [], of: question, in: self)
    if let old = there.first { return [.answerRevised(old.id, cells: cells, speaker: speaker ?? self.speaker)] }
    try checkRoom(for: 1, under: question)
    return [.answerGiven(fresh(question: question, cells: cells, place: place, speaker: speaker))]
  }

  private func hear(
    votes line: String, _ vote: Vote, of question: Question, _ speaker: String?, _ parser: CellParser
  ) throws(Refusal) -> [Event] {
    let rows = try parser.votes(line, in: vote, of: question, in: self)
    let before = answers(to: question.id)
    var events: [Event] = []
    var added = 0
    for row in rows {
      if let old = before.first(where: { $0.cell(at: 0) == row[0] }) {
        events.append(.answerRevised(old.id, cells: row, speaker: speaker ?? self.speaker))
      } else {
        events.append(.answerGiven(fresh(question: question, cells: row, speaker: speaker, after: added)))
        added += 1
      }
    }
    // A vote may name every item that stands to the vote; the question's most says how many go on.
    return events
  }
}
