package import Workshop

/// The words for what does not add up in a vote.
extension RoomRefusalText {
  package func tooMany(_ found: Int, of total: Int, _ way: VoteRound.Way, heads: Int) -> String {
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

  package func tooFew(_ found: Int, of total: Int, _ way: VoteRound.Way, heads: Int) -> String {
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

  package func unreadable(_ typed: String, _ way: VoteRound.Way, isHeadByHead: Bool) -> String {
    let key =
      switch (way, isHeadByHead) {
      case (.fist, _), (.scale, _): "votes.unreadable-scores"
      case (.dots, true), (.hands, true), (.ranking, true): "votes.unreadable-head"
      case (.dots, false), (.hands, false), (.ranking, false): "votes.unreadable"
      }
    return localization.language.sentence(key, ["typed": typed])
  }
}
