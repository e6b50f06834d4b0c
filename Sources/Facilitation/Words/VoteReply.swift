package import Workshop

// What is said about a vote.
extension TopicReply {
  /// What is said about a vote: how many votes are in, never for whom.
  package func voted(_ events: [Event]) -> String? {
    var after = session
    let isChanged = events.contains { if case .vote(.cancelled) = $0 { true } else { false } } && events.count > 2
    for case .vote(let event) in events {
      switch event {
      // A vote that goes on in another way is not news.
      case .opened where isChanged, .cancelled where isChanged:
        after.apply([.vote(event)], as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
      case .opened(let round): return opened(round)
      case .cancelled: return language.sentence("votes.is-cancelled")
      case .headsChanged: continue
      case .closed: return language.sentence("votes.is-closed")
      case .cast:
        after.apply([.vote(event)], as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
      }
    }
    return after.openVote.map(VoteView(session: session, localization: localization, columns: 80).progress)
  }

  /// What is typed now, with the names of what is voted on.
  private func opened(_ round: VoteRound) -> String {
    let (first, second) = (name(round.items.first ?? ""), name(round.items.last ?? ""))
    let key =
      switch (round.way, round.isHeadByHead) {
      case (.fist, true), (.scale, true): "votes.is-open-for-scores"
      case (.ranking, true): "votes.is-open-for-orders"
      case (.dots, true), (.hands, true): "votes.is-open-for-heads"
      case (.fist, false), (.scale, false): "votes.is-open-by-score"
      case (.dots, false), (.hands, false), (.ranking, false): "votes.is-open-by-sum"
      }
    return language.sentence(key, ["first": first, "second": second])
  }
}
