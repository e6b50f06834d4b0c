package import Workshop

/// The words for refusals of what is asked for beside the answers. One sentence each.
package struct RoomRefusalText {
  package let session: Session
  package let localization: Localization

  private var language: Language { localization.language }

  private func names(_ handles: [Handle]) -> String {
    handles.map { handle in
      session.answer(handle).flatMap { $0.id.series == nil ? String($0.id.number) : nil } ?? handle.rawValue
    }.joined(separator: ", ")
  }

  /// The whole minutes that so many questions take at least.
  private func leastMinutes(_ questions: Int) -> Int { (questions * Session.leastTimebox + 59) / 60 }

  /// The sentence for a refusal.
  package func sentence(_ refusal: RoomRefusal) -> String {
    switch refusal {
    case .unknownSideItem(let typed, let open):
      open.isEmpty
        ? language.sentence("aside.nothing-to-close", ["typed": typed])
        : language.sentence(
          "aside.unknown", ["typed": typed, "open": open.map(\.rawValue).joined(separator: ", ")])
    case .presenceNotAsked: language.sentence("people.presence-not-asked")
    case .unknownVerb(let typed, let command, let known):
      language.sentence(
        "people.unknown-verb",
        ["typed": typed, "command": "/" + command.shown(in: language), "known": known.joined(separator: ", ")])
    case .numberNeeded(let word): language.sentence("votes.number-needed", ["word": word])
    case .numberOutOfRange(let typed, let range):
      language.sentence(
        "votes.out-of-range",
        ["typed": typed, "least": String(range.lowerBound), "most": String(range.upperBound)])
    case .voteIsOpen: language.sentence("votes.first-close")
    case .noVoteOpen: language.sentence("votes.none-open")
    case .nothingToVoteOn(let question):
      language.sentence("votes.nothing", ["question": localization.texts.label(of: question)])
    case .noVoters: language.sentence("votes.no-voters")
    case .noVoteBefore: language.sentence("votes.none-before")
    case .unreadableVotes(let typed, let way, let isHeadByHead):
      unreadable(typed, way, isHeadByHead: isHeadByHead)
    case .unknownItem(let typed, let items):
      language.sentence("votes.unknown-item", ["typed": typed, "items": names(items)])
    case .itemTwice(let item): language.sentence("votes.twice", ["answer": names([item])])
    case .tooManyVotes(let found, let total, let way, let heads): tooMany(found, of: total, way, heads: heads)
    case .tooFewVotes(let found, let total, let way, let heads): tooFew(found, of: total, way, heads: heads)
    case .tooManyForOne(let item, let found, let most):
      language.sentence(
        "votes.too-many-for-one", ["answer": names([item]), "found": String(found)], count: most)
    case .scoreOutOfRange(let typed, let range):
      language.sentence(
        "votes.score-range", ["typed": typed, "least": String(range.lowerBound), "most": String(range.upperBound)])
    case .wrongNumberOfScores(let found, let expected):
      language.sentence("votes.wrong-number", ["found": String(found), "expected": String(expected)])
    case .allHeadsVoted(let heads): language.sentence("votes.all-heads", count: heads)
    case .allCounted: language.sentence("votes.all-counted")
    case .tooFewForGroups(let people): language.sentence("groups.too-few", count: people)
    case .wrongNumberOfGroups(let count, let people):
      people < 6
        ? language.sentence("groups.only-two", ["people": String(people), "count": String(count)])
        : language.sentence(
          "groups.wrong-number", ["people": String(people), "count": String(count), "most": String(people / 2)])
    case .fileNotThere(let path): language.sentence("groups.no-file", ["file": path])
    case .fileNotText(let path): language.sentence("groups.no-text", ["file": path])
    case .nothingToTake(let origin): language.sentence("groups.nothing-new", ["file": origin])
    case .inFile(let file, let line, let refusal):
      language.sentence(
        "files.script-error",
        [
          "file": file, "line": String(line),
          "message": RefusalText(session: session, localization: localization).sentence(refusal),
        ])
    case .joinedAlready(let handle): language.sentence("groups.joined-already", ["answer": names([handle])])
    case .noCross: language.sentence("screen.no-cross")
    case .screenIsShared: language.sentence("screen.for-one")
    case .notLate: language.sentence("clock.not-late")
    case .noTimeLeft(let questions, _):
      language.sentence("clock.no-time-left", ["least": String(leastMinutes(questions))], count: questions)
    case .closedAlready(let handle): language.sentence("aside.closed-already", ["answer": handle.rawValue])
    case .notADay(let typed):
      language.sentence(
        "aside.not-a-day",
        ["typed": typed, "example": Day(year: 2026, month: 12, day: 31).map(language.days.text) ?? ""])
    case .textTooLong(let length, let limit):
      language.sentence("aside.too-long", ["length": String(length), "limit": String(limit)])
    }
  }
}
