/// One thing that happened to a vote.
public enum VoteEvent: Hashable, Sendable {
  /// A vote was opened, with nothing in it yet.
  case opened(VoteRound)
  /// Votes were entered into the vote of that number.
  case cast(Int, VoteRound.Entry)
  /// From here on, another number of people vote in the vote of that number.
  case headsChanged(Int, Int)
  /// Its result is known.
  case closed(Int)
  /// It was given up.
  case cancelled(Int)
}

/// A vote as it was; nil when it was not there.
struct VoteReversal: Hashable, Sendable {
  var number: Int
  var before: VoteRound?
}

extension Votes {
  /// Lets it happen.
  ///
  /// - Returns: The opposite; nil when nothing changes.
  mutating func apply(_ event: VoteEvent) -> VoteReversal? {
    switch event {
    case .opened(let round):
      guard self[round.number] == nil else { return nil }
      rounds.append(round)
      highest = max(highest, round.number)
      return VoteReversal(number: round.number, before: nil)
    case .cast(let number, let entry): return change(number) { $0.enter(entry) }
    case .headsChanged(let number, let heads): return change(number) { $0.heads = heads }
    case .closed(let number): return change(number) { $0.state = .closed }
    case .cancelled(let number): return change(number) { $0.state = .cancelled }
    }
  }

  private mutating func change(_ number: Int, _ change: (inout VoteRound) -> Void) -> VoteReversal? {
    guard let place = rounds.firstIndex(where: { $0.number == number }) else { return nil }
    defer { change(&rounds[place]) }
    return VoteReversal(number: number, before: rounds[place])
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: VoteReversal) {
    let place = rounds.firstIndex { $0.number == reversal.number }
    if let place { rounds.remove(at: place) }
    if let before = reversal.before { rounds.insert(before, at: place ?? rounds.count) }
  }
}

extension VoteRound {
  mutating func enter(_ entry: Entry) {
    switch entry {
    case .item(let handle, let marks):
      if let place = items.firstIndex(of: handle) { counted[place] = marks }
    case .head(let by, let marks):
      let ballot = Ballot(by: by, marks: items.indices.map { marks.indices.contains($0) ? marks[$0] : 0 })
      if let by, let place = ballots.firstIndex(where: { $0.by == by }) {
        ballots[place] = ballot
      } else {
        ballots.append(ballot)
      }
    }
  }
}

// MARK: Redacted, and under other numbers

extension Votes {
  mutating func redact(by redactions: Redactions) { rounds = rounds.map { $0.redacted(by: redactions) } }
}

extension VoteReversal {
  func redacted(by redactions: Redactions) -> VoteReversal {
    VoteReversal(number: number, before: before?.redacted(by: redactions))
  }
}

extension VoteRound {
  fileprivate func redacted(by redactions: Redactions) -> VoteRound {
    var round = self
    for place in ballots.indices { round.ballots[place].by = ballots[place].by.map(redactions.initials) }
    return round
  }
}

extension VoteEvent {
  func redacted(by redactions: Redactions) -> VoteEvent {
    switch self {
    case .opened(let round): .opened(round.redacted(by: redactions))
    case .cast(let number, .head(let by, let marks)): .cast(number, .head(by: by.map(redactions.initials), marks))
    case .cast(_, .item), .headsChanged, .closed, .cancelled: self
    }
  }

  func renamed(_ names: HandleRemapping.Renaming) -> VoteEvent {
    switch self {
    case .opened(var round):
      (round.number, round.follows) = (names.name(vote: round.number), round.follows.map(names.name(vote:)))
      round.items = round.items.map(names.handle)
      return .opened(round)
    case .cast(let number, .item(let item, let marks)):
      return .cast(names.name(vote: number), .item(names.handle(item), marks))
    case .cast(let number, .head(let by, let marks)): return .cast(names.name(vote: number), .head(by: by, marks))
    case .headsChanged(let number, let heads): return .headsChanged(names.name(vote: number), heads)
    case .closed(let number): return .closed(names.name(vote: number))
    case .cancelled(let number): return .cancelled(names.name(vote: number))
    }
  }
}
