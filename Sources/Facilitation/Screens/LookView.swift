import Draft
package import Text
package import Workshop

/// What the commands that only look show: lines for the screen.
package struct LookView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  package let now: Moment
  /// The day it is where the room is.
  package let today: Day?

  package init(session: Session, localization: Localization, columns: Int, now: Moment, today: Day? = nil) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
    (self.now, self.today) = (now, today)
  }

  private var language: Language { localization.language }

  /// The lines for a look.
  ///
  /// - Throws: A refusal when what is to be looked at does not exist.
  package func lines(_ look: Command.Look) throws(Refusal) -> [StyledText] {
    switch look {
    case .help(let name): try name.isEmpty ? help : help(on: name)
    case .tip: tip
    case .example: examples
    case .map: MapView(session: session, localization: localization, columns: columns, now: now).lines
    case .list: list
    case .people(let look): lines(look)
    case .groups(let look): lines(look)
    // Made where it is known what phones brought.
    case .phones, .inbox: []
    case .sideItems(let kind):
      SideItemView(session: session, localization: localization, columns: columns).lines(kind)
    case .undoable: undoable
    case .votes: VoteView(session: session, localization: localization, columns: columns).results
    case .time: TimeView(session: session, localization: localization, columns: columns, now: now).lines
    case .measures:
      MeasureView(session: session, localization: localization, columns: columns, today: today).lines
    case .swot: try CrossView(session: session, localization: localization, columns: columns).lines()
    case .show(let words): try answers(words)
    case .check(let all): findings(all: all)
    case .draft(let words): try draft(words)
    case .why(let handle):
      WhyView(session: session, localization: localization, columns: columns, today: today).lines(
        try session.find(answer: handle))
    case .kpis(let words): KPIView(session: session, localization: localization, columns: columns).lines(words)
    case .suggest(let number): try suggestions(number)
    case .iterations: IterationView(session: session, localization: localization, columns: columns).lines
    case .asOf(let typed, let look): try lines(look, asOf: typed)
    }
  }

  /// What is looked at as an earlier iteration left it.
  private func lines(_ look: Command.Look, asOf typed: String) throws(Refusal) -> [StyledText] {
    guard let number = Int(digits: typed), let past = session.asOf(iteration: number) else {
      throw .iteration(.unknown(typed, count: session.iterations.number))
    }
    let view = LookView(session: past, localization: localization, columns: columns, now: now)
    return [StyledText(language.sentence("iterations.as-of", ["number": String(number)]))] + (try view.lines(look))
  }

  private func lines(_ look: PeopleLook) -> [StyledText] {
    switch look {
    case .participants: PeopleView(session: session, localization: localization, columns: columns).lines
    case .contributions: PeopleView(session: session, localization: localization, columns: columns).contributions
    case .checkIns(let round): CheckInView(session: session, localization: localization, columns: columns).lines(round)
    }
  }

  private func lines(_ look: GroupsLook) -> [StyledText] {
    let view = GroupView(session: session, localization: localization, columns: columns)
    return switch look {
    case .now: view.groups
    case .similar: session.position.map { view.similar(at: $0) } ?? []
    }
  }

  private var help: [StyledText] {
    let names = CommandName.allCases.map { language.sentence("usage.\($0.rawValue)") }
    let width = min(names.map { displayWidth(of: $0) }.max() ?? 0, columns / 3)
    let commands = zip(CommandName.allCases, names).flatMap { name, usage -> [StyledText] in
      let text = StyledText(language.sentence("help.\(name.rawValue)"))
      let pad = width - displayWidth(of: usage)
      let head = StyledText("  ") + StyledText(usage, .bold)
      guard pad >= 0 else { return [head] + text.hanging("      ", columns: columns) }
      return text.hanging(head + StyledText(String(repeating: " ", count: pad + 2)), columns: columns)
    }
    let words = ["help.intro", "help.columns", "help.more"].map { StyledText(language.sentence($0)) }
    return Array(words.prefix(2)) + commands + Array(words.suffix(1))
  }

  private func help(on typed: String) throws(Refusal) -> [StyledText] {
    let name = try CommandName(typed: typed.hasPrefix("/") ? String(typed.dropFirst()) : typed, in: language)
    let others = name.names(in: language).filter { $0 != name.shown(in: language) }.map { "/" + $0 }
    let aliases = others.isEmpty ? [] : [language.sentence("help.aliases", ["names": others.joined(separator: ", ")])]
    return [StyledText(language.sentence("usage.\(name.rawValue)"), .bold)]
      + ([language.sentence("help.\(name.rawValue)")] + aliases)
      .flatMap { StyledText($0).hanging("  ", columns: columns) }
  }

  private var texts: QuestionTexts? { session.position.flatMap { localization.texts.questions[$0] } }

  private var tip: [StyledText] {
    guard let tip = texts?.tip else { return [StyledText(language.sentence("look.no-tip"))] }
    return [StyledText(language.sentence("look.tip"), .bold), StyledText(tip)]
  }

  private var examples: [StyledText] {
    let examples =
      session.position.flatMap(session.method.question).map { session.examples(of: $0, in: localization) } ?? []
    return [StyledText(language.sentence("look.example"), .bold)]
      + examples.flatMap { StyledText($0).hanging("  ", columns: columns) }
  }

  private func answers(_ words: String) throws(Refusal) -> [StyledText] {
    let id = words.isEmpty ? session.position : try session.find(words, in: localization)
    guard let question = id.flatMap(session.method.question) else { return [] }
    let lines = ShapeView(session: session, localization: localization, columns: columns).lines(question)
    return [StyledText(localization.texts.label(of: question.id), .bold)]
      + (lines.isEmpty ? [StyledText("  " + language.sentence("look.no-answers"))] : lines)
  }

  /// The answers by the numbers that `/edit` and `/delete` take.
  private var list: [StyledText] {
    guard let question = session.position.flatMap(session.method.question) else { return [] }
    let lines = AnswerLines(session: session, localization: localization, columns: columns).lines(question)
    return [StyledText(localization.texts.label(of: question.id), .bold)]
      + (lines.isEmpty ? [StyledText("  " + language.sentence("look.no-answers"))] : lines)
  }

  private func findings(all: Bool) -> [StyledText] {
    FindingView(session: session, localization: localization, columns: columns).lines(all: all)
  }

  private func suggestions(_ number: String) throws(Refusal) -> [StyledText] {
    guard number.isEmpty else { return [StyledText(try session.suggestion(number, in: localization))] }
    let offered =
      session.position.flatMap(session.method.question).map { session.suggestions(of: $0, in: localization) } ?? []
    guard !offered.isEmpty else { return [StyledText(language.sentence("look.no-suggestions"))] }
    return [StyledText(language.sentence("look.suggestions"), .bold)]
      + offered.enumerated().flatMap { place, text in
        StyledText(text).hanging(StyledText("  \(place + 1)  "), columns: columns)
      }
  }

  /// What could be taken back, as much of it as can be read at a glance.
  private var undoable: [StyledText] {
    let all = UndoText(session: session, localization: localization).undoable(10)
    guard !all.isEmpty else { return [StyledText(language.sentence("refusal.nothing-to-undo"))] }
    return [StyledText(language.sentence("look.undoable"), .bold)]
      + all.enumerated().flatMap { place, what in
        StyledText(what).hanging(StyledText("  \(place + 1)  "), columns: columns)
      }
  }

  private func draft(_ words: String) throws(Refusal) -> [StyledText] {
    let document = Document(draftOf: session, in: localization)
    guard !words.isEmpty else { return DocumentView(columns: columns).lines(document.parts, titled: document.title) }
    let typed = words.lowercased()
    let parts = document.parts.filter { part in
      part.id.rawValue == typed || part.id.rawValue == "doc." + typed
        || part.title?.lowercased().contains(typed) == true
    }
    guard !parts.isEmpty else { throw .unknownSection(words) }
    return DocumentView(columns: columns).lines(parts, titled: nil)
  }
}
