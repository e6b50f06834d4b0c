import Workshop

// The words for refusals about votes.
extension RefusalText {
  func sentence(_ refusal: VoteRefusal) -> String {
    switch refusal {
    case .isOpen: language.sentence("votes.first-close")
    case .noneOpen: language.sentence("votes.none-open")
    case .nothingToVoteOn(let question):
      language.sentence("votes.nothing", ["question": localization.texts.label(of: question)])
    case .noVoters: language.sentence("votes.no-voters")
    case .noneBefore: language.sentence("votes.none-before")
    case .unreadable(let typed, let way, let isHeadByHead):
      unreadable(typed, way, isHeadByHead: isHeadByHead)
    case .unknownItem(let typed, let items):
      language.sentence("votes.unknown-item", ["typed": typed, "items": names(items)])
    case .itemTwice(let item): language.sentence("votes.twice", ["answer": names([item])])
    case .tooMany(let found, let total, let way, let heads): tooMany(found, of: total, way, heads: heads)
    case .tooFew(let found, let total, let way, let heads): tooFew(found, of: total, way, heads: heads)
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
    case .doesNotFit(let way, let question, let fitting): doesNotFit(way, question, fitting)
    case .isVotedOn(let handle): language.sentence("votes.is-voted-on", ["answer": names([handle])])
    case .notHeard: language.sentence("votes.not-heard")
    case .oneNumber(let typed, _): language.sentence("votes.one-number", ["typed": typed])
    }
  }

  private func doesNotFit(_ way: VoteRound.Way, _ question: QuestionID, _ fitting: [VoteRound.Way]) -> String {
    let label = localization.texts.label(of: question)
    guard !fitting.isEmpty else {
      let example = localization.texts.questions[question]?.examples.first ?? "1"
      return language.sentence("votes.fits-none", ["question": label, "example": example])
    }
    let commands = fitting.map { "\(command(.vote)) \($0.verb.shown(in: language, of: .vote))" }
    return language.sentence(
      "votes.does-not-fit",
      ["way": way.verb.shown(in: language, of: .vote), "question": label, "fitting": commands.joined(separator: ", ")])
  }

  private func tooMany(_ found: Int, of total: Int, _ way: VoteRound.Way, heads: Int) -> String {
    let key =
      switch (way, heads) {
      case (.hands, 1): "votes.each-hands"
      case (_, 1): "votes.each-dots"
      case (.hands, _): "votes.too-many-hands"
      case (.ranking, _): "votes.too-many-points"
      case (.dots, _), (.fist, _), (.scale, _): "votes.too-many-dots"
      }
    return localization.language.sentence(
      key, ["heads": String(heads), "total": String(total), "found": String(found), "over": String(found - total)],
      count: total)
  }

  private func tooFew(_ found: Int, of total: Int, _ way: VoteRound.Way, heads: Int) -> String {
    let key =
      switch way {
      case .dots: "votes.too-few-dots"
      case .hands: "votes.too-few-hands"
      case .fist, .scale: "votes.too-few-scores"
      case .ranking: "votes.too-few-points"
      }
    return localization.language.sentence(
      key, ["total": String(total), "found": String(found), "missing": String(total - found)], count: heads)
  }

  private func unreadable(_ typed: String, _ way: VoteRound.Way, isHeadByHead: Bool) -> String {
    let key =
      switch (way, isHeadByHead) {
      case (.fist, _), (.scale, _): "votes.unreadable-scores"
      case (.ranking, true): "votes.unreadable-order"
      case (.dots, true), (.hands, true): "votes.unreadable-head"
      case (.dots, false), (.hands, false), (.ranking, false): "votes.unreadable"
      }
    let order = session.openVote.map { names($0.items.reversed()) }?.replacing(",", with: "") ?? "2 1 3"
    return localization.language.sentence(key, ["typed": typed, "example": order])
  }
}
