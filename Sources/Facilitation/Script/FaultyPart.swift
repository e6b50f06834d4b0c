package import Workshop

// What of a line is at fault, as far as a refusal says it.
extension Refusal {
  /// What is to be marked in the line; nil when it is the line as a whole, or when it depends on where the room stands.
  package var faultyPart: Excerpt.Mark? {
    switch self {
    case .unknownCommand(let typed, _), .ambiguousCommand(let typed, _): .word("/" + typed)
    case .unknownQuestion(let typed, _), .ambiguousQuestion(let typed, _), .unknownSection(let typed),
      .unknownAnswer(let typed, _, _), .unreadableVote(let typed, _), .ambiguousColumn(let typed, _, _),
      .vote(.oneNumber(let typed, _)), .people(.unknown(let typed, _)),
      .unknownFinding(let typed, _), .unknownSuggestion(let typed, _), .unknownLanguage(let typed, _),
      .unknownRun(let typed, _), .people(.initialsTaken(let typed, _)), .unknownRow(let typed, _),
      .columnNeeded(let typed, _), .unknownAcross(let typed, _),
      .cell(_, _, let typed, _), .rowNeeded(_, let typed), .unknownVerb(let typed, _, _), .numberNeeded(let typed),
      .numberOutOfRange(let typed, _), .sideItem(.unknown(let typed, _)), .sideItem(.notADay(let typed)),
      .sideItem(.eitherDay(let typed, _, _)), .sideItem(.otherWeekday(let typed, _)), .people(.several(let typed, _)),
      .vote(.unreadable(let typed, _, _)), .vote(.unknownItem(let typed, _)), .vote(.scoreOutOfRange(let typed, _)),
      .groups(.fileNotThere(let typed)), .groups(.fileNotText(let typed)), .iteration(.unknownKind(let typed, _)),
      .iteration(.notADay(let typed)), .iteration(.unknown(let typed, _)), .iteration(.unknownWorkItem(let typed, _)),
      .measure(.unknown(let typed, _)),
      .measure(.notANumber(let typed, _, _)), .measure(.tooLong(let typed)), .measure(.wrongUnit(let typed, _, _)),
      .measure(.notADay(let typed)), .measure(.noFile(let typed)), .measure(.noSuchChoice(let typed, _)):
      .word(typed)
    case .answerElsewhere(let handle, _), .privacy(.redacted(let handle)), .sideItem(.closedAlready(let handle)),
      .vote(.isVotedOn(let handle)),
      .groups(.joinedAlready(let handle)):
      .word(handle.rawValue)
    case .tooManyCells(let expected, _, _): .cells(from: expected.count)
    case .missingArgument, .atStart, .atEnd, .nothingToUndo, .nothingToRedo, .tooManyAnswers, .placeFull,
      .chosenAlready, .emptyRow, .cellNeeded, .emptyPlace, .gravelyWrong, .noCross, .textTooLong, .vote, .time, .people,
      .groups, .iteration, .measure, .phones, .screen, .privacy:
      nil
    }
  }
}
