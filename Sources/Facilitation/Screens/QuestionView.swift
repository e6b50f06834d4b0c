package import Text
package import Workshop

/// The question on the screen: where we are, what is asked, what has been said. What does not fit is left out from the
/// least needed on: help, hints, the oldest answers.
package struct QuestionView {
  package let session: Session
  package let localization: Localization
  package let size: WindowSize
  /// When a break is over, by the clock on the wall.
  package var goesOn = ""
  /// How many have voted by phone; nil where the room is not open to phones.
  package var votesByPhone: Int?
  /// The file that figures are being taken from; nil where none is.
  package var importing: MeasureImport?
  /// Where phones find the room, and what they brought; nil where the room is not open to phones.
  package var phonesRow: StyledText?

  package init(session: Session, localization: Localization, size: WindowSize, goesOn: String = "") {
    (self.session, self.localization, self.size, self.goesOn) = (session, localization, size, goesOn)
  }

  private var language: Language { localization.language }
  private var question: Question? { session.position.flatMap(session.method.question) }
  private var texts: QuestionTexts? { session.position.flatMap { localization.texts.questions[$0] } }

  /// The block above the prompt.
  ///
  /// - Parameter note: A line that stands last, right above the prompt.
  /// - Returns: The lines; they may be wider than the window.
  package func lines(note: StyledText?) -> [StyledText] {
    // Covered: nothing but the line and the clock in its corner.
    if session.screen.isBlank { return Array(repeating: "", count: max(size.rows - 1, 0)) }
    let head = [header, StyledText(String(repeating: "─", count: size.columns))]
    let foot = [phonesRow, note].compactMap(\.self)
    if let asked = asked(rows: size.rows - 2 - height(head + foot)) { return head + asked + foot }
    guard !session.hasEnded, let question else {
      return head + [StyledText(language.sentence("screen.end"), .bold)] + foot
    }
    if session.time.isOnBreak {
      return head + ["", StyledText(language.sentence("clock.break", ["time": goesOn]), .bold), ""] + foot
    }
    if let round = session.openVote {
      return head + [place(of: question)]
        + VoteView(session: session, localization: localization, columns: size.columns).open(
          round, byPhone: votesByPhone) + foot
    }
    let core = [place(of: question), StyledText(texts?.ask ?? question.id.rawValue, .bold)]
    let answers = AnswerLines(session: session, localization: localization, columns: size.columns)
    let offRecordPeriods = answers.offRecordPeriods(question)
    let (given, earlier) = answers.latest(question, atMost: max(size.rows, 1))
    let entries = given + (offRecordPeriods.isEmpty ? [] : [offRecordPeriods])
    // The prompt takes a row, and so does the second row of a long line.
    var room = size.rows - 2 - height(head + core + foot)
    var extras: [StyledText] = []
    if let carried = carried(at: question), height([carried]) <= room - 2 {
      extras.append(carried)
      room -= height([carried])
    }
    if let hint = hint(for: question), height([hint]) <= room - 2 {
      extras.append(hint)
      room -= height([hint])
    }
    if let offer = offer(of: question), height([offer]) <= room - 2 - min(entries.joined().count, 8) {
      extras.append(offer)
      room -= height([offer])
    }
    // What the room has just said is worth more than help.
    if let help, height([help]) <= room - min(entries.joined().count, 8) {
      extras.insert(help, at: 0)
      room -= height([help])
    }
    return head + core + extras + latest(entries, earlier: earlier, rows: room) + foot
  }

  /// What is new when the room comes to a question: the same without the frame, for a screen that is only added to.
  package var news: [StyledText] {
    if let asked = asked(rows: Int.max) { return [""] + asked }
    guard !session.hasEnded, let question else { return [StyledText(language.sentence("screen.end"), .bold)] }
    let answers = AnswerLines(session: session, localization: localization, columns: size.columns).lines(question)
    return [StyledText(""), place(of: question), StyledText(texts?.ask ?? question.id.rawValue, .bold)]
      + [help, hint(for: question), offer(of: question), carried(at: question)].compactMap(\.self) + answers
  }

  /// What Enter does where answers from an earlier iteration wait to be confirmed.
  private func carried(at question: Question) -> StyledText? {
    let waiting = session.carried(at: question.id)
    guard let first = waiting.first, session.asking == nil, session.iterations.closed == nil else { return nil }
    let name = first.id.series == nil ? String(first.id.number) : first.handle.rawValue
    return StyledText(language.sentence("iterations.enter", ["answer": name], count: waiting.count), .bold)
  }

  /// What stands before the line: the name of the cell that is asked for, when one is.
  package var prompt: StyledText {
    if session.screen.isBlank { return "" }
    if session.time.isOnBreak { return StyledText(language.sentence("clock.break-over"), .bold) + " › " }
    if let round = session.openVote {
      return VoteView(session: session, localization: localization, columns: size.columns).prompt(round)
    }
    if let handle = importing?.outcome?.kpi ?? session.measures.asked.first {
      return StyledText(handle.rawValue, .bold) + " › "
    }
    guard let asking = session.asking, let column = asking.columns.first else { return "› " }
    let label = localization.texts.label(of: column, in: asking.answer.question)
    // The row is named where it is another one than that which was just begun.
    let isJustBegun =
      asking.answer.question == session.position && !session.progress.walksGaps
      && session.cell(asked: asking).isEmpty
    return StyledText(isJustBegun ? label : "\(session.name(onScreen: asking.answer)) · \(label)", .bold) + " › "
  }

  /// What a file says to a figure, or the value that is asked for; nil when none is.
  private func asked(rows: Int) -> [StyledText]? {
    guard session.openVote == nil else { return nil }
    if let importing {
      var view = ImportView(session: session, localization: localization, columns: size.columns)
      view.rows = rows
      return view.lines(importing)
    }
    guard let handle = session.measures.asked.first else { return nil }
    return MeasureView(session: session, localization: localization, columns: size.columns, today: nil).asked(handle)
  }

  private var header: StyledText {
    let mark = session.screen.isShared ? StyledText(language.sentence("screen.shared"), .bold) : "Plenum"
    let number = session.iterations.number
    let iteration = number > 1 ? " · " + language.sentence("iterations.place", ["number": String(number)]) : ""
    let left = mark + " · " + StyledText(session.title, .bold) + StyledText(iteration)
    let run = localization.texts.runs[session.run] ?? session.run.rawValue
    let walk = session.walk
    let place = walk.firstIndex { $0.id == session.position }.map { $0 + 1 }
    let right =
      session.hasEnded
      ? language.sentence("screen.end-place", ["run": run])
      : place.map {
        language.sentence("screen.place", ["run": run, "number": String($0), "count": String(walk.count)])
      } ?? run
    let gap = size.columns - displayWidth(of: right)
    guard gap >= 16 else { return left.truncated(to: size.columns) }
    let shown = left.truncated(to: gap - 2)
    return shown + StyledText(String(repeating: " ", count: gap - shown.width) + right)
  }

  private func place(of question: Question) -> StyledText {
    guard let (stage, step) = session.method.location(of: question.id) else { return "" }
    let stageName = localization.texts.stages[stage.id] ?? stage.id.rawValue
    let stepName = localization.texts.steps[step.id] ?? step.id.rawValue
    return StyledText(stageName == stepName ? stageName : "\(stageName) › \(stepName)")
  }

  private var help: StyledText? {
    texts.flatMap { $0.help.isEmpty ? nil : StyledText($0.help) }
  }

  /// That the question offers texts, as long as nobody has said much.
  private func offer(of question: Question) -> StyledText? {
    let count = question.presets.count
    guard count > 0, session.answers(to: question.id).count < count, session.asking == nil else { return nil }
    return StyledText(language.sentence("expect.suggestions", count: count))
  }

  /// What may be typed: the cell that is asked for, the options, the rows or the columns.
  private func hint(for question: Question) -> StyledText? {
    let cells = CellText(session: session, localization: localization)
    if let asking = session.asking, let asked = session.method.question(asking.answer.question),
      let column = asked.columns.first(where: { $0.id == asking.columns.first })
    {
      let key =
        !session.cell(asked: asking).isEmpty
        ? "expect.keep" : column.isRequired && !session.progress.walksGaps ? "expect.open" : "expect.optional"
      let rest = language.sentence(key)
      let parts = [cells.expectation(column, of: asked.id), rest].compactMap(\.self)
      return StyledText(parts.joined(separator: "  –  "))
    }
    switch question.kind {
    case .line, .list: return nil
    case .single(let column), .number(let column), .date(let column):
      return cells.expectation(column, of: question.id).map { StyledText($0) }
    case .multi(let column):
      let options = cells.expectation(column, of: question.id) ?? ""
      return StyledText(language.sentence("expect.several", ["options": options]))
    case .table(let columns):
      return hint(for: question.askedColumns(in: session.run).map { columns[$0] }, of: question)
    case .grid(let grid):
      for case .answers(let series)? in [grid.rows, grid.across] where session.answers(inSeries: series).isEmpty {
        let asked = series.lazy.compactMap { session.method.question(ofSeries: $0) }.first ?? question.id
        return StyledText(
          language.sentence("refusal.no-rows-yet", ["question": localization.texts.label(of: asked)]))
      }
      let rows = session.rows(of: grid.rows, of: question, in: localization).map { row in
        row.letter.map { "\($0.lowercased()) \(row.label)" } ?? row.label
      }
      if let across = grid.across {
        let columns = session.rows(of: across, of: question, in: localization).map(\.label)
        return StyledText(
          language.sentence(
            "expect.matrix", ["rows": rows.joined(separator: " · "), "columns": columns.joined(separator: " · ")]))
      }
      return StyledText(language.sentence("expect.rows", ["rows": rows.joined(separator: " · ")]))
    case .vote:
      return texts?.examples.first.map { StyledText(language.sentence("expect.vote", ["example": $0])) }
    }
  }

  /// The columns of a row, the required ones marked.
  private func hint(for columns: [Column], of question: Question) -> StyledText {
    let labels = columns.map { localization.texts.label(of: $0.id, in: question.id) + ($0.isRequired ? "*" : "") }
    // Where all of them are required, or none is, no mark tells them apart.
    let isMarked = columns.contains(where: \.isRequired) && !columns.allSatisfy(\.isRequired)
    let shown = isMarked ? labels : columns.map { localization.texts.label(of: $0.id, in: question.id) }
    return StyledText(
      language.sentence(
        isMarked ? "expect.columns-required" : "expect.columns", ["columns": shown.joined(separator: " | ")]))
  }

  /// As many of the latest answers as fit, and how many are above them.
  private func latest(_ entries: [[StyledText]], earlier: Int, rows: Int) -> [StyledText] {
    guard earlier > 0 || entries.joined().count > rows else { return entries.flatMap(\.self) }
    var shown: [[StyledText]] = []
    for entry in entries.reversed() {
      guard shown.joined().count + entry.count < max(rows, 2) else { break }
      shown.insert(entry, at: 0)
    }
    return [StyledText(language.sentence("screen.earlier", count: earlier + entries.count - shown.count))]
      + shown.flatMap(\.self)
  }

  /// The rows that lines take once they are broken.
  package func height(_ lines: [StyledText]) -> Int {
    lines.reduce(0) { $0 + max(1, $1.wrapped(to: size.columns).count) }
  }
}
