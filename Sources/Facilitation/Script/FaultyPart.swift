package import Workshop

// What of a line is at fault, as far as a refusal says it.
extension Refusal {
  /// What is to be marked in the line; nil when it is the line as a whole, or when it depends on where the room stands.
  package var faultyPart: Excerpt.Mark? {
    switch self {
    case .unknownCommand(let typed, _), .ambiguousCommand(let typed, _): .word("/" + typed)
    case .unknownQuestion(let typed, _), .ambiguousQuestion(let typed, _), .unknownSection(let typed),
      .unknownAnswer(let typed, _, _), .unreadableVote(let typed, _), .unknownPerson(let typed, _),
      .unknownFinding(let typed, _), .unknownSuggestion(let typed, _), .unknownLanguage(let typed, _),
      .unknownRun(let typed, _), .initialsTaken(let typed, _), .unknownRow(let typed, _),
      .cell(_, _, let typed, _), .rowNeeded(_, let typed):
      .word(typed)
    case .answerElsewhere(let handle, _), .redacted(let handle): .word(handle.rawValue)
    case .tooManyCells(let expected, _, _): .cells(from: expected.count)
    case .room(let refusal): refusal.faultyPart
    case .missingArgument, .atStart, .atEnd, .nothingToUndo, .nothingToRedo, .offRecord, .offRecordAlready,
      .onRecordAlready, .tooManyAnswers, .placeFull, .chosenAlready, .emptyRow, .cellNeeded, .emptyPlace,
      .noParticipants, .gravelyWrong:
      nil
    }
  }
}

extension RoomRefusal {
  fileprivate var faultyPart: Excerpt.Mark? {
    switch self {
    case .unknownSideItem(let typed, _), .notADay(let typed), .unknownVerb(let typed, _, _),
      .numberNeeded(after: let typed), .numberOutOfRange(let typed, _), .unreadableVotes(let typed, _, _),
      .unknownItem(let typed, _), .scoreOutOfRange(let typed, _), .fileNotThere(let typed), .fileNotText(let typed):
      .word(typed)
    case .closedAlready(let handle), .joinedAlready(let handle): .word(handle.rawValue)
    case .textTooLong, .presenceNotAsked, .voteIsOpen, .noVoteOpen, .nothingToVoteOn, .noVoters, .noVoteBefore,
      .itemTwice, .tooManyVotes, .tooFewVotes, .tooManyForOne, .wrongNumberOfScores, .allHeadsVoted, .allCounted,
      .tooFewForGroups, .wrongNumberOfGroups, .nothingToTake, .inFile, .noCross, .notLate, .noTimeLeft, .screenIsShared:
      nil
    }
  }
}
