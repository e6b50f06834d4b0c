/// What is asked for beside the answers.
public enum RoomCommand: Hashable, Sendable {
  /// Something said beside the questions.
  case note(SideItem.Kind, String)
  /// An aside that waits for nothing any more, and what became of it.
  case close(String, outcome: String)
  /// Somebody comes into the room, or leaves it.
  case presence(String, isInRoom: Bool)
  /// Who of the participants leads the workshop; empty for nobody.
  case facilitator(String)
  /// A vote.
  case vote(VoteCommand)
  /// The time.
  case time(TimeCommand)
  /// The screen covered, or uncovered when it is.
  case blank
  /// This window is one that the room looks at, or the facilitator's own again.
  case share(Bool)
  /// How people are there, at the beginning or at the end.
  case checkIn(CheckIn.Round, String)
  /// So many groups.
  case groups(Int)
  /// A worksheet for each group, about these questions.
  case worksheet(String)
  /// What a group hands in: a file.
  case take(String)
  /// The second answer says the same as the first.
  case same(String, String)
}

/// What can be looked at beside the answers.
public enum RoomLook: Hashable, Sendable {
  /// The asides of a kind.
  case sideItems(SideItem.Kind)
  /// How much each participant has said.
  case contributions
  /// The votes that are closed.
  case votes
  /// How the time stands.
  case time
  /// The SWOT as a cross.
  case swot
  /// The groups of now.
  case groups
  /// Answers here that say nearly the same.
  case similar
  /// What was said at the beginning or at the end.
  case checkIns(CheckIn.Round)
}

extension Session {
  /// What a command beside the answers makes happen.
  func decide(_ command: RoomCommand, _ parser: CellParser, now: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .note(let kind, let text): try note(kind, text, parser)
    case .close(let target, let outcome): try close(target, outcome: outcome)
    case .presence(let name, let isInRoom): try setPresence(of: name, to: isInRoom)
    case .facilitator(let name): try chooseFacilitator(name)
    case .vote(let command): try decide(command)
    case .time(let command): try decide(command, now: now)
    case .blank: [.room(.screenBlanked(!isBlank))]
    case .share(let isShared): [.room(.screenShared(isShared))]
    case .groups(let count): try makeGroups(count)
    case .checkIn(let round, let text): try say(round, text)
    case .same(let first, let second): try join(first, second)
    // Files are read and written outside; see ``take(_:hearing:today:)``.
    case .worksheet(let words): try checkedQuestions(words, parser.localization)
    case .take: []
    }
  }
}
