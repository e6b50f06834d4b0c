package import Workshop

/// The words for refusals: the rule, the remedy and what was typed. One sentence each.
package struct RefusalText {
  package let session: Session
  package let localization: Localization

  var language: Language { localization.language }
  private var texts: MethodTexts { localization.texts }

  func command(_ name: CommandName) -> String { "/" + name.shown(in: language) }

  /// The sentence for a refusal.
  package func sentence(_ refusal: Refusal) -> String {
    switch refusal {
    case .unknownCommand(let typed, let nearest):
      return nearest.isEmpty
        ? language.sentence("refusal.unknown-command", ["typed": typed])
        : language.sentence(
          "refusal.unknown-command-near", ["typed": typed, "nearest": joined(nearest.map { "/" + $0 })])
    case .ambiguousCommand(let typed, let names):
      return language.sentence(
        "refusal.ambiguous-command", ["typed": typed, "commands": joined(names.map { "/" + $0 })])
    case .missingArgument(let name):
      return language.sentence(
        "refusal.missing-argument",
        ["command": "/" + name.shown(in: language), "usage": language.sentence("usage.\(name.rawValue)")])
    case .unknownQuestion(let typed, let nearest):
      return nearest.isEmpty
        ? language.sentence("refusal.unknown-question", ["typed": typed])
        : language.sentence("refusal.unknown-question-near", ["typed": typed, "nearest": joined(nearest)])
    case .ambiguousQuestion(let typed, let questions):
      return language.sentence(
        "refusal.ambiguous-question", ["typed": typed, "questions": joined(questions.prefix(5).map(numbered))])
    case .unknownSection(let typed): return language.sentence("refusal.unknown-section", ["typed": typed])
    case .unknownAnswer(let typed, _, _) where !typed.allSatisfy(\.isNumber):
      return language.sentence("refusal.unknown-handle", ["typed": typed])
    case .unknownAnswer(let typed, let question, let numbers):
      return numbers.isEmpty
        ? language.sentence("refusal.no-answers", ["typed": typed, "question": texts.label(of: question)])
        : language.sentence(
          "refusal.unknown-answer",
          ["typed": typed, "question": texts.label(of: question), "numbers": joined(numbers.map { String($0) })])
    case .answerElsewhere(let handle, let question):
      return language.sentence(
        "refusal.answer-elsewhere", ["answer": handle.rawValue, "question": texts.label(of: question)])
    case .atStart: return language.sentence("refusal.at-start")
    case .atEnd: return language.sentence("refusal.at-end")
    case .nothingToUndo: return language.sentence("refusal.nothing-to-undo")
    case .nothingToRedo: return language.sentence("refusal.nothing-to-redo")
    case .tooManyAnswers(let most, let question):
      return language.sentence("refusal.too-many-answers", ["question": texts.label(of: question)], count: most)
    case .placeFull(let row, let most): return language.sentence("refusal.place-full", ["row": row], count: most)
    case .chosenAlready(let option, let options, let question):
      return language.sentence(
        "refusal.chosen-already", ["option": texts.label(of: option, from: options, in: question)])
    case .tooManyCells(let columns, let found, let question):
      let labels = columns.map { texts.label(of: $0, in: question) }
      let asked = session.method.question(question)?.askedColumns(in: session.run).count ?? 0
      return language.sentence(
        columns.count < asked ? "refusal.cells-left" : "refusal.too-many-cells",
        ["found": String(found), "columns": labels.joined(separator: " | ")],
        count: columns.count)
    case .emptyRow: return language.sentence("refusal.empty-row")
    case .cellNeeded(let column, let question):
      return language.sentence("refusal.cell-needed", ["column": texts.label(of: column, in: question)])
    case .ambiguousColumn(let typed, let columns, let question):
      let labels = columns.map { texts.label(of: $0, in: question) }
      return language.sentence("refusal.ambiguous-column", ["typed": typed, "columns": joined(labels)])
    case .cell(let column, let question, let typed, let fault):
      return sentence(fault, column: column, question: question, typed: typed)
    case .rowNeeded(let question, _):
      return noRows(of: question) ?? language.sentence("refusal.row-needed", ["rows": rows(of: question)])
    case .unknownRow(let typed, let question):
      return noRows(of: question)
        ?? language.sentence("refusal.unknown-row", ["typed": typed, "rows": rows(of: question)])
    case .columnNeeded(let row, let question):
      let example = "\(row) x \(columns(of: question).first ?? ""):"
      return language.sentence("refusal.column-needed", ["typed": row, "example": example])
    case .unknownAcross(let typed, let question):
      return language.sentence(
        "refusal.unknown-across", ["typed": typed, "columns": joined(columns(of: question))])
    case .emptyPlace(let row): return language.sentence("refusal.empty-place", ["row": row])
    case .unreadableVote(let typed, let question):
      return language.sentence(
        isChoice(question) ? "refusal.unreadable-choice" : "refusal.unreadable-vote", ["typed": typed])
    case .unknownFinding(let typed, let count):
      return language.sentence("refusal.unknown-finding", ["typed": typed], count: count)
    case .gravelyWrong(let question):
      return language.sentence("refusal.gravely-wrong", ["question": numbered(question)])
    case .unknownSuggestion(let typed, let count):
      return language.sentence("refusal.unknown-suggestion", ["typed": typed], count: count)
    case .unknownLanguage(let typed, let known):
      return language.sentence(
        "refusal.unknown-language", ["typed": typed, "known": joined(known.map(\.rawValue))])
    case .noCross: return language.sentence("screen.no-cross")
    case .textTooLong(let length, let limit):
      return language.sentence("aside.too-long", ["length": String(length), "limit": String(limit)])
    case .unknownVerb(let typed, let command, let known):
      return language.sentence(
        "people.unknown-verb",
        ["typed": typed, "command": "/" + command.shown(in: language), "known": known.joined(separator: ", ")])
    case .numberNeeded(let word): return language.sentence("votes.number-needed", ["word": word])
    case .numberOutOfRange(let typed, let range):
      return language.sentence(
        "votes.out-of-range",
        ["typed": typed, "least": String(range.lowerBound), "most": String(range.upperBound)])
    case .sideItem(let refusal): return sentence(refusal)
    case .vote(let refusal): return sentence(refusal)
    case .time(let refusal): return sentence(refusal)
    case .people(let refusal): return sentence(refusal)
    case .groups(let refusal): return sentence(refusal)
    case .iteration(let refusal): return sentence(refusal)
    case .measure(let refusal): return sentence(refusal)
    case .phones(let refusal): return sentence(refusal)
    case .screen(let refusal): return sentence(refusal)
    case .privacy(let refusal): return sentence(refusal)
    case .unknownRun(let typed, let known):
      return language.sentence(
        "refusal.unknown-run",
        ["typed": typed, "known": joined(known.map { texts.runs[$0]?.lowercased() ?? $0.rawValue })])
    }
  }

  private func sentence(
    _ fault: CellFault, column: ColumnID, question: QuestionID, typed: String
  ) -> String {
    // Enough to know it again; a long answer would push the question off the screen.
    let typed = typed.count > 40 ? typed.prefix(39) + "…" : typed
    let label =
      session.method.question(question).map { $0.columns.count == 1 || $0.isVote } == true
      ? texts.label(of: question) : texts.label(of: column, in: question)
    switch fault {
    case .tooLong(let length, let limit):
      return language.sentence("fault.too-long", ["column": label, "length": String(length), "limit": String(limit)])
    case .wrongNumberOfTexts(let found, let range):
      return language.sentence(
        "fault.wrong-number-of-texts",
        [
          "column": label, "found": String(found), "least": String(range.lowerBound),
          "most": String(range.upperBound),
        ])
    case .notANumber:
      let example = language.numbers.text(exampleNumber(for: column, of: question))
      return language.sentence("fault.not-a-number", ["column": label, "typed": typed, "example": example])
    case .notWhole: return language.sentence("fault.not-whole", ["column": label, "typed": typed])
    case .outOfRange(let range):
      return language.sentence(
        "fault.out-of-range",
        ["column": label, "typed": typed, "least": String(range.lowerBound), "most": String(range.upperBound)])
    case .notADay:
      let example = Day(year: 2026, month: 12, day: 31).map(language.days.text) ?? ""
      return language.sentence("fault.not-a-day", ["column": label, "typed": typed, "example": example])
    case .notADuration:
      let examples = ["30min", "4h", "1d", "6w"].map(language.durations.text)
      return language.sentence(
        "fault.not-a-duration", ["column": label, "typed": typed, "examples": joined(examples)])
    case .eitherDay(let first, let second):
      return language.sentence(
        "fault.either-day",
        [
          "column": label, "typed": typed, "first": language.days.weekText(first),
          "second": language.days.weekText(second),
        ])
    case .otherWeekday(let day):
      return language.sentence(
        "fault.other-weekday", ["column": label, "typed": typed, "date": language.days.weekText(day)])
    case .notAFrequency(let fault): return sentence(fault, isFrequency: true, label: label, typed: typed)
    case .notARepeat(let fault): return sentence(fault, isFrequency: false, label: label, typed: typed)
    case .otherCurrency(let currency):
      return language.sentence("fault.other-currency", ["column": label, "typed": typed, "currency": currency])
    case .otherUnit(let unit):
      return language.sentence("fault.other-unit", ["column": label, "typed": typed, "unit": unit])
    case .notAnOption(let options, let nearest):
      let offered = nearest.isEmpty ? session.offered(options, in: localization) : nearest
      let labels = offered.map { texts.label(of: $0, from: options, in: question) }
      return language.sentence(
        nearest.isEmpty ? "fault.not-an-option" : "fault.not-an-option-near",
        ["column": label, "typed": typed, "options": joined(labels)])
    case .ambiguousOption(let fitting, let options):
      let labels = fitting.map { texts.label(of: $0, from: options, in: question) }
      return language.sentence("fault.ambiguous-option", ["typed": typed, "options": joined(labels)])
    case .unknownHandle(let series, let existing):
      return existing.isEmpty
        ? language.sentence("fault.no-handles-yet", ["column": label, "question": questions(ofSeries: series)])
        : language.sentence(
          "fault.unknown-handle",
          ["column": label, "typed": typed, "handles": joined(existing.map { session.name(of: $0, in: localization) })])
    case .unknownPerson(let known):
      return known.isEmpty
        ? language.sentence("refusal.nobody-yet", ["typed": typed])
        : language.sentence("refusal.unknown-person", ["typed": typed, "known": joined(known)])
    case .severalPeople(let initials): return several(typed, initials)
    case .onlyOne: return language.sentence("fault.only-one", ["column": label, "typed": typed])
    case .notYesOrNo:
      return language.sentence(
        "fault.not-yes-or-no",
        ["column": label, "typed": typed, "yes": language.yes.first ?? "", "no": language.no.first ?? ""])
    }
  }

  /// The labels of the questions that give handles of these series.
  private func questions(ofSeries series: [String]) -> String {
    var labels: [String] = []
    for label in series.compactMap(session.method.question(ofSeries:)).map(texts.label(of:))
    where !labels.contains(label) {
      labels.append(label)
    }
    return joined(labels)
  }

  /// What has to be answered before a grid has rows; nil when it has some, in both directions.
  private func noRows(of id: QuestionID) -> String? {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind else { return nil }
    for axis in [grid.rows, grid.across].compactMap(\.self) {
      guard case .answers(let series) = axis, session.answers(inSeries: series).isEmpty else { continue }
      return language.sentence("refusal.no-rows-yet", ["question": questions(ofSeries: series)])
    }
    return nil
  }

  private func columns(of id: QuestionID) -> [String] {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind, let across = grid.across
    else { return [] }
    return session.rows(of: across, of: question, in: localization).map(\.label)
  }

  private func isChoice(_ id: QuestionID) -> Bool {
    guard case .vote(let vote)? = session.method.question(id)?.kind else { return false }
    return vote.ballot == .choice
  }

  /// A number that the column would take.
  private func exampleNumber(for column: ColumnID, of question: QuestionID) -> String {
    switch session.method.column(at: AnswerPath(question: question, column: column))?.type {
    case .number(.whole), .number(.money): "1080"
    case .number(.percent): "25"
    case .number(.between(let range)): String(range.lowerBound)
    case _: "1080.5"
    }
  }

  private func rows(of id: QuestionID) -> String {
    guard let question = session.method.question(id), case .grid(let grid) = question.kind else { return "" }
    return joined(
      session.rows(of: grid.rows, of: question, in: localization).map { row in
        row.letter.map { "\($0.lowercased()) = \(row.label)" } ?? row.label
      })
  }

  /// A question by its number in the walk and its label.
  private func numbered(_ id: QuestionID) -> String {
    let number = session.walk.firstIndex { $0.id == id }.map { "\($0 + 1) " } ?? ""
    return number + texts.label(of: id)
  }

  func joined(_ items: [String]) -> String {
    items.joined(separator: ", ")
  }
}

extension Question {
  fileprivate var isVote: Bool { if case .vote = kind { true } else { false } }
}
