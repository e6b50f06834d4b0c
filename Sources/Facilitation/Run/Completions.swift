import Draft
package import Text
package import Workshop

/// What may stand where the cursor is: commands, options, participants, handles, questions.
package struct Completions {
  package let session: Session
  package let localization: Localization
  /// The paths that begin like that, a folder with a slash behind it.
  package var paths: (String) -> [String] = { _ in [] }
  /// What may be chosen of what is asked beside the question.
  package var choices: [String] = []

  package init(session: Session, localization: Localization) {
    (self.session, self.localization) = (session, localization)
  }

  private var language: Language { localization.language }

  /// The completions of a line.
  ///
  /// - Parameters:
  ///   - line: The line as it is typed so far.
  ///   - cursor: The place of the cursor, counted in characters.
  /// - Returns: What may stand there, best first.
  package func completions(of line: String, at cursor: Int) -> [Completion] {
    let typed = String(line.prefix(cursor))
    if typed.namesCommand, typed.first == "/" { return command(typed) }
    guard choices.isEmpty else {
      return choices.map { Choice(text: $0, label: $0) }.filter { fits($0, typed) }.map {
        Completion($0.text, label: $0.label, detail: $0.detail, replaces: 0..<typed.count)
      }
    }
    guard session.openVote == nil, session.measures.asked.isEmpty else { return [] }
    let asking = session.asking
    guard let question = (asking?.answer.question ?? session.position).flatMap(session.method.question) else {
      return []
    }
    return cells(typed, of: question, asked: asking?.columns)
  }

  private func command(_ typed: String) -> [Completion] {
    guard let space = typed.firstIndex(of: " ") else {
      let own = CommandName.allCases.map { (shown: $0.shown(in: language), name: $0) }
      let canonical = CommandName.allCases.map { (shown: $0.rawValue, name: $0) }
      // The names of the room; the others are there for whoever types them.
      let fitting = [own, canonical].lazy.map { names in
        names.filter { ("/" + $0.shown).hasPrefix(typed.lowercased()) }
      }.first { !$0.isEmpty }
      return (fitting ?? []).map { shown, name in
        Completion(
          "/\(shown) ", label: "/" + shown, detail: language.sentence("help.\(name.rawValue)"),
          replaces: 0..<typed.count)
      }
    }
    let word = String(typed[typed.index(after: typed.startIndex)..<space])
    guard let name = try? CommandName(typed: word, in: language) else { return [] }
    let start = typed.distance(from: typed.startIndex, to: space) + 1
    let argument = String(typed.dropFirst(start))
    return arguments(of: name, argument).filter { fits($0, argument) }.map { choice in
      Completion(choice.text, label: choice.label, detail: choice.detail, replaces: start..<typed.count)
    }
  }

  private struct Choice {
    package var text: String
    package var label: String
    package var detail = ""
  }

  private func arguments(of name: CommandName, _ argument: String) -> [Choice] {
    switch name {
    case .goto, .show:
      session.walk.enumerated().map { place, question in
        Choice(
          text: localization.texts.label(of: question.id),
          label: "\(place + 1) \(localization.texts.label(of: question.id))")
      }
    case .edit: columns(argument) ?? answersHere(argument)
    case .delete: answersHere(argument) + values
    case .editor, .move: answersHere(argument)
    case .redact: answersHere(argument) + sideItems(where: { !$0.isGap }) + values
    case .measure where namesFile(argument): files(argument)
    case .measure:
      session.measurable.map {
        Choice(
          text: $0.handle.rawValue + " ", label: $0.handle.rawValue, detail: session.shownShort($0, in: localization))
      }
    case .by, .pseudonym: people
    case .language: session.method.languages.map { Choice(text: $0.rawValue, label: $0.rawValue) }
    case .run:
      session.method.runs.map {
        Choice(text: $0.id.rawValue, label: $0.id.rawValue, detail: localization.texts.runs[$0.id] ?? "")
      }
    case .help: CommandName.allCases.map { Choice(text: $0.shown(in: language), label: $0.shown(in: language)) }
    case .draft:
      session.method.sections.compactMap { localization.texts.sections[$0.id] }.map { Choice(text: $0, label: $0) }
    case .export: ExportFormat.allCases.map { Choice(text: $0.rawValue, label: $0.rawValue) }
    case .people: verbs(of: name, argument)
    case .vote, .time, .shared, .phones, .inbox: lastVerb(of: name, argument)
    case .iteration: argument.contains(" ") ? [] : verbs(of: name, argument)
    case .confirm: carriedHere
    case .task: taskPeople(argument)
    case .why: allHandles
    case .suggest: suggestions
    case .close: sideItems(where: \.isWaiting)
    case .checkin, .checkout, .rank, .breakTime, .blank, .swot, .groups, .worksheet, .take, .same, .park, .decide,
      .note, .tip, .example, .measures,
      .next, .back, .skip, .map, .list, .mend,
      .undo, .redo, .gaps,
      .check, .accept, .kpis, .save, .off, .on, .quit:
      []
    }
  }

  private func answersHere(_ argument: String) -> [Choice] {
    let answers = session.position.map { session.readableAnswers(to: $0) } ?? []
    return zip(answers, session.namesOnScreen(of: answers, after: [])).map { answer, name in
      Choice(
        text: name + (isEdit(name: argument) ? " " : ""), label: name,
        detail: session.shownShort(answer, in: localization))
    }
  }

  private var carriedHere: [Choice] {
    (session.position.map(session.carried(at:)) ?? []).map { answer in
      let name = answer.id.series == nil ? String(answer.id.number) : answer.handle.rawValue
      return Choice(text: name, label: name, detail: session.shownShort(answer, in: localization))
    }
  }
  /// The columns of the row that is named, with what stands in each; nil where no row is named yet.
  private func columns(_ argument: String) -> [Choice]? {
    guard let space = argument.firstIndex(of: " "), let answer = try? session.find(answer: String(argument[..<space])),
      let question = session.method.question(answer.id.question), question.columns.count > 1
    else { return nil }
    return question.columns.indices.map { place in
      let label = localization.texts.label(of: question.columns[place].id, in: question.id)
      let cell = session.shown(place, of: answer, in: localization)
      return Choice(text: argument[...space] + label + " ", label: label, detail: argument[...space] + cell)
    }
  }

  /// A private note is named by its handle alone: others may be looking on.
  private func sideItems(where isMeant: (SideItem) -> Bool) -> [Choice] {
    session.sideItems.all.filter(isMeant).map {
      Choice(text: $0.handle.rawValue + " ", label: $0.handle.rawValue, detail: $0.id.kind == .note ? "" : $0.text)
    }
  }

  private func namesFile(_ argument: String) -> Bool {
    argument.contains(" ")
      && CommandVerb.from.names(in: language, of: .measure).contains(argument.prefix { $0 != " " }.lowercased())
  }

  private func files(_ argument: String) -> [Choice] {
    let verb = argument.prefix { $0 != " " }
    let path = argument.dropFirst(verb.count).drop { $0 == " " }
    return paths(String(path)).map { Choice(text: "\(verb) \($0)", label: $0) }
  }

  /// What was measured, where somebody has begun to write the name of a value.
  private var values: [Choice] {
    session.measures.all.filter { !$0.isGap }.map {
      Choice(
        text: $0.handle.rawValue + " ", label: $0.handle.rawValue,
        detail: MeasureText(session: session, localization: localization).value($0))
    }
  }

  /// What a command can be told to do, and whom it can be told about.
  private func verbs(of name: CommandName, _ argument: String) -> [Choice] {
    guard let space = argument.firstIndex(of: " ") else {
      return CommandVerb.all(of: name).map { verb in
        Choice(text: verb.shown(in: language, of: name) + " ", label: verb.shown(in: language, of: name))
      }
    }
    let verb = argument[...space]
    guard CommandVerb.all(of: name).first?.names(in: language, of: name).contains(verb.trimmed) == false else {
      return []
    }
    return people.map { Choice(text: verb + $0.text, label: $0.label, detail: verb + $0.detail) }
  }

  /// The last of several words that a command can be told.
  private func lastVerb(of name: CommandName, _ argument: String) -> [Choice] {
    let before = argument.lastIndex(of: " ").map { argument[...$0] } ?? ""
    return CommandVerb.all(of: name).map { verb in
      Choice(text: before + verb.shown(in: language, of: name) + " ", label: verb.shown(in: language, of: name))
    }
  }

  /// Who promises a task, behind the `@`.
  private func taskPeople(_ argument: String) -> [Choice] {
    guard let mark = argument.lastIndex(of: "@") else { return [] }
    let before = argument[...mark]
    return session.participants.map {
      Choice(text: before + $0.initials + " ", label: $0.initials, detail: before + $0.name)
    }
  }

  private var allHandles: [Choice] {
    handles(session.method.questions.flatMap(\.handles.series))
  }

  private var suggestions: [Choice] {
    let offered =
      session.position.flatMap(session.method.question).map { session.suggestions(of: $0, in: localization) } ?? []
    return offered.enumerated().map { Choice(text: String($0 + 1), label: String($0 + 1), detail: $1) }
  }

  private func isEdit(name argument: String) -> Bool { !argument.contains(" ") }

  /// The choices for the cell the cursor is in, and for the part of it behind the last comma where several may stand.
  private func cells(_ typed: String, of question: Question, asked: [ColumnID]?) -> [Completion] {
    let bars = typed.ranges(of: " | ")
    let cell = bars.last.map { String(typed[$0.upperBound...]) } ?? typed
    let columns =
      asked.map { ids in ids.compactMap { id in question.columns.first { $0.id == id } } }
      ?? question.askedColumns(in: session.run).map { question.columns[$0] }
    guard columns.indices.contains(bars.count) else { return [] }
    let column = columns[bars.count]
    var (choices, several) = self.choices(column.type, of: question.id)
    // Where anything goes, it may be said by somebody.
    if choices.isEmpty, bars.isEmpty, !typed.isEmpty, !typed.contains(":") { choices = speakers }
    let isSeveral = several || isMulti(question)
    let part = isSeveral ? (cell.lastIndex(of: ",").map { String(cell[cell.index(after: $0)...]) } ?? cell) : cell
    let wanted = String(part.drop { $0 == " " })
    return choices.filter { fits($0, wanted) }.map { choice in
      Completion(
        choice.text, label: choice.label, detail: choice.detail,
        replaces: (typed.count - wanted.count)..<typed.count)
    }
  }

  private func isMulti(_ question: Question) -> Bool {
    switch question.kind {
    case .multi: true
    case .line, .list, .single, .number, .date, .table, .grid, .vote: false
    }
  }

  private func choices(_ type: CellType, of question: QuestionID) -> (choices: [Choice], several: Bool) {
    switch type {
    case .choice(let options): (self.options(options, of: question), false)
    case .multi(let options): (self.options(options, of: question), true)
    case .suggestion(let list): (options(.list(list), of: question), false)
    case .kpi: (kpis, false)
    case .person: (people, false)
    case .persons: (people, true)
    case .reference(let series): (handles(series), false)
    case .references(let series): (handles(series), true)
    case .yesNo: ((language.yes.prefix(1) + language.no.prefix(1)).map { Choice(text: $0, label: $0) }, false)
    case .text, .texts, .number, .date, .duration, .frequency, .repeats, .scale: ([], false)
    }
  }

  private func options(_ options: Options, of question: QuestionID) -> [Choice] {
    session.offered(options, in: localization).map { option in
      let label = localization.texts.label(of: option, from: options, in: question)
      return Choice(text: label, label: label)
    }
  }

  private var kpis: [Choice] {
    session.kpis(matching: "", in: localization).compactMap { kpi in
      localization.texts.kpis[kpi.id].map { Choice(text: $0.name, label: $0.name, detail: $0.formula) }
    }
  }

  private var people: [Choice] {
    session.participants.map { Choice(text: $0.initials, label: $0.initials, detail: $0.name) }
  }

  /// `Kari: ` for everybody in the room.
  private var speakers: [Choice] {
    session.participants.map { person in
      let name = session.firstName(of: person.initials) + ": "
      return Choice(text: name, label: name, detail: person.initials)
    }
  }

  private func handles(_ series: [String]) -> [Choice] {
    session.answers(inSeries: series).map {
      Choice(text: $0.handle.rawValue, label: $0.handle.rawValue, detail: session.shownShort($0, in: localization))
    }
  }

  private func fits(_ choice: Choice, _ typed: String) -> Bool {
    let wanted = typed.lowercased()
    return [choice.text, choice.label, choice.detail].contains { $0.lowercased().hasPrefix(wanted) }
  }
}
