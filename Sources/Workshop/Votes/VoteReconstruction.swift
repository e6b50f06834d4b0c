extension CommandReconstruction {
  /// Lines that may have made something happen to a vote.
  func lines(_ event: VoteEvent, _ events: [Event]) -> [String] {
    switch event {
    case .opened(let round): opened(round)
    case .cast(let number, _): session.vote(number).map { cast(events, in: $0) } ?? []
    case .headsChanged: []
    case .closed: ["/vote close", "/vote close anyway"]
    case .cancelled: ["/vote cancel"]
    }
  }

  /// `/vote dots 3 heads 8 top 2 most 1 each`, with no more of it than is needed.
  private func opened(_ round: VoteRound) -> [String] {
    let way =
      switch round.way {
      case .dots: "dots \(round.dots)"
      case .hands: "hands"
      case .fist: "fist"
      case .scale: "scale"
      case .ranking: "order"
      }
    let each = round.isHeadByHead && round.way != .ranking ? " each" : ""
    let heads = " heads \(round.heads)"
    let top = " top \(round.chosen)" + (round.mostOnOne.map { " most \($0)" } ?? "")
    let verbs = round.follows == nil ? [""] : ["again", "again "]
    return verbs.flatMap { verb in
      let said = verb == "again" ? verb : verb + way
      return ["", heads, heads + top].map { "/vote \(said)\($0)\(each)" }
    }
  }

  private func cast(_ events: [Event], in round: VoteRound) -> [String] {
    let entries = events.compactMap { event -> VoteRound.Entry? in
      if case .vote(.cast(_, let entry)) = event { entry } else { nil }
    }
    guard let first = entries.first else { return [] }
    switch first {
    case .head(let by, let marks):
      let prefix = by.map { "\($0): " } ?? ""
      return ["", prefix + ballot(marks, in: round)]
    case .item(let item, let marks):
      let alone = entries.count == 1 && item == round.asked ? [marks.map(String.init).joined(separator: " "), ""] : []
      return alone
        + [{ (handle: Handle) in self.number(handle) }, \.rawValue].map { name in
          entries.compactMap { entry in
            guard case .item(let item, let marks) = entry else { return nil }
            return "\(name(item)):\(marks.map(String.init).joined(separator: " "))"
          }.joined(separator: " ")
        }
    }
  }

  /// What one of the answers that are voted on is called: its number where it has no name.
  private func number(_ handle: Handle) -> String {
    session.answer(handle).map { session.name(onScreen: $0.id) } ?? handle.rawValue
  }

  /// `3x2 7`, an order, or a score for each of the answers.
  private func ballot(_ marks: [Int], in round: VoteRound) -> String {
    let marked = zip(round.items, marks).filter { $1 > 0 }
    let words: [String] =
      switch round.way {
      case .fist, .scale: marks.map(String.init)
      case .ranking: marked.sorted { $0.1 > $1.1 }.map { number($0.0) }
      case .dots, .hands: marked.map { $1 == 1 ? number($0) : "\(number($0))x\($1)" }
      }
    return words.joined(separator: " ")
  }
}
