/// One thing that happened in the room beside the answers.
public enum RoomEvent: Hashable, Sendable {
  /// Something was said beside the questions.
  case asideNoted(Aside)
  /// It has other words from here.
  case asideRevised(AsideID, text: String, owner: String?, due: Day?)
  /// It waits for nothing any more; what became of it may be empty.
  case asideClosed(AsideID, outcome: String)
  /// It was taken away. Its number stays used.
  case asideDeleted(AsideID)
  /// A participant leads the workshop and has no vote, or nobody among them does.
  case facilitatorChosen(String?)
  /// A vote was opened, with nothing in it yet.
  case voteOpened(VoteRound)
  /// Votes were entered into the vote of that number.
  case votesCast(Int, VoteRound.Entry)
  /// Its result is known.
  case voteClosed(Int)
  /// It was given up.
  case voteCancelled(Int)
  /// Something about the time.
  case time(TimeEvent)
  /// The screen was covered, or uncovered.
  case screenBlanked(Bool)
  /// Somebody said how they are there.
  case moodSaid(Mood)
  /// People were parted into groups.
  case groupsMade([[String]])
  /// An answer says the same as another, and is voted on together with it.
  case answersJoined(Handle, into: Handle)
}

/// What is asked for beside the answers.
public enum RoomCommand: Hashable, Sendable {
  /// Something said beside the questions.
  case note(Aside.Kind, String)
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
  /// How people are there, at the beginning or at the end.
  case mood(Mood.Round, String)
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
  case asides(Aside.Kind)
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
  case moods(Mood.Round)
}

/// Why something beside the answers is turned down.
public enum RoomRefusal: Hashable, Sendable {
  /// There is no aside of that handle; these are open.
  case unknownAside(String, open: [Handle])
  /// It was closed before.
  case closedAlready(Handle)
  /// Not a day.
  case notADay(String)
  /// More characters than it may have.
  case textTooLong(length: Int, limit: Int)
  /// The method does not ask who is in the room.
  case presenceNotAsked
  /// A command does not do that; it does these things.
  case unknownVerb(String, of: CommandName, known: [String])
  /// A number is needed behind this word.
  case numberNeeded(after: String)
  /// A number outside its range.
  case numberOutOfRange(String, ClosedRange<Int>)
  /// First the open vote.
  case voteIsOpen
  /// No vote is open.
  case noVoteOpen
  /// Fewer than two answers.
  case nothingToVoteOn(QuestionID)
  /// Nobody is in the room, as far as is known.
  case noVoters
  /// No vote was held here.
  case noVoteBefore
  /// Not votes.
  case unreadableVotes(String, VoteRound.Way, isHeadByHead: Bool)
  /// None of what is voted on.
  case unknownItem(String, [Handle])
  /// The same answer twice in a line.
  case itemTwice(Handle)
  /// More votes than all heads have, or than one has.
  case tooManyVotes(found: Int, total: Int, VoteRound.Way, heads: Int)
  /// Fewer votes than all heads have.
  case tooFewVotes(found: Int, total: Int, VoteRound.Way, heads: Int)
  /// More votes than one answer can get.
  case tooManyForOne(Handle, found: Int, most: Int)
  /// A score outside its range.
  case scoreOutOfRange(String, ClosedRange<Int>)
  /// One score is needed for each answer.
  case wrongNumberOfScores(found: Int, expected: Int)
  /// Every head has voted.
  case allHeadsVoted(Int)
  /// Every answer has its votes.
  case allCounted
  /// So few people make no groups.
  case tooFewForGroups(Int)
  /// So many groups would leave somebody alone, or are none.
  case wrongNumberOfGroups(Int, people: Int)
  /// There is no such file.
  case fileNotThere(String)
  /// A file that is neither a text nor a journal of this method.
  case fileNotText(String)
  /// Nothing in a file that is not here already.
  case nothingToTake(String)
  /// A line of a file is turned down.
  indirect case inFile(String, line: Int, Refusal)
  /// The two are one already.
  case joinedAlready(Handle)
  /// The method has no grid that could be shown as a cross.
  case noCross
  /// The room is early by so many seconds.
  case notLate(seconds: Int)
  /// Too few seconds are left for so many questions.
  case noTimeLeft(questions: Int, seconds: Int)
}

/// The opposite of one recorded event beside the answers.
enum RoomReversal: Sendable {
  /// The aside as it was; nil when it was not there.
  case aside(AsideID, Aside?, at: Int)
  case facilitator(String?)
  /// The vote as it was; nil when it was not there.
  case vote(Int, VoteRound?)
  case timebox(QuestionID, seconds: Int?, isStopped: Bool)
  case plan([QuestionID: Int])
  case bell(Bool)
  case moods([Mood])
  /// The last groups away.
  case groups
  case joined(Handle, Handle?)
  /// The last break away.
  case pause
}

extension Session {
  /// What a command beside the answers makes happen.
  func decide(_ command: RoomCommand, _ reading: CellReading, now: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .note(let kind, let text): try note(kind, text, reading)
    case .close(let target, let outcome): try close(target, outcome: outcome)
    case .presence(let name, let isInRoom): try setPresence(of: name, to: isInRoom)
    case .facilitator(let name): try chooseFacilitator(name)
    case .vote(let command): try decide(command)
    case .time(let command): try decide(command, now: now)
    case .blank: [.room(.screenBlanked(!isBlank))]
    case .groups(let count): try makeGroups(count)
    case .mood(let round, let text): try say(round, text)
    case .same(let first, let second): try join(first, second)
    // Files are read and written outside; see ``take(_:hearing:today:)``.
    case .worksheet(let words): try checkedQuestions(words, reading.wording)
    case .take: []
    }
  }

  mutating func apply(_ event: RoomEvent, at moment: Moment, noting reversals: inout [Reversal]) {
    switch event {
    case .asideNoted(var aside):
      let series = aside.id.kind.series + " aside"
      // Copies that were continued apart may have given one number twice; neither is lost.
      if self.aside(aside.id) != nil { aside.id.number = (numbers[series] ?? 0) + 1 }
      reversals.append(.room(.aside(aside.id, nil, at: asides.count)))
      asides.append(aside)
      numbers[series] = max(numbers[series] ?? 0, aside.id.number)
    case .asideRevised(let id, let text, let owner, let due):
      revise(id, noting: &reversals) { aside in
        (aside.text, aside.owner, aside.due) = (text, owner, due)
      }
    case .asideClosed(let id, let outcome): revise(id, noting: &reversals) { $0.outcome = outcome }
    case .asideDeleted(let id):
      guard let place = asides.lastIndex(where: { $0.id == id }) else { return }
      reversals.append(.room(.aside(id, asides.remove(at: place), at: place)))
    case .facilitatorChosen(let initials):
      reversals.append(.room(.facilitator(facilitator)))
      facilitator = initials
    case .voteOpened(let round):
      guard vote(round.number) == nil else { return }
      reversals.append(.room(.vote(round.number, nil)))
      votes.append(round)
    case .votesCast(let number, let entry): revise(vote: number, noting: &reversals) { $0.enter(entry) }
    case .voteClosed(let number): revise(vote: number, noting: &reversals) { $0.state = .closed }
    case .voteCancelled(let number): revise(vote: number, noting: &reversals) { $0.state = .cancelled }
    case .time(let event): apply(event, at: moment, noting: &reversals)
    case .screenBlanked(let isCovered): isBlank = isCovered
    case .moodSaid(let mood):
      reversals.append(.room(.moods(moods)))
      if mood.speaker != nil { moods.removeAll { $0.round == mood.round && $0.speaker == mood.speaker } }
      moods.append(mood)
    case .groupsMade(let groups):
      reversals.append(.room(.groups))
      groupings.append(groups)
    case .answersJoined(let handle, let other):
      reversals.append(.room(.joined(handle, joined[handle])))
      joined[handle] = other
    }
  }

  private mutating func revise(
    vote number: Int, noting reversals: inout [Reversal], _ change: (inout VoteRound) -> Void
  ) {
    guard let place = votes.firstIndex(where: { $0.number == number }) else { return }
    reversals.append(.room(.vote(number, votes[place])))
    change(&votes[place])
  }

  private mutating func revise(
    _ id: AsideID, noting reversals: inout [Reversal], _ change: (inout Aside) -> Void
  ) {
    guard let place = asides.lastIndex(where: { $0.id == id }) else { return }
    reversals.append(.room(.aside(id, asides[place], at: place)))
    change(&asides[place])
  }

  mutating func reverse(_ reversal: RoomReversal) {
    switch reversal {
    case .aside(let id, let before, let place):
      asides.removeAll { $0.id == id }
      if let before { asides.insert(before, at: min(place, asides.count)) }
    case .facilitator(let initials): facilitator = initials
    case .vote(let number, let before):
      let place = votes.firstIndex { $0.number == number }
      if let place { votes.remove(at: place) }
      if let before { votes.insert(before, at: place ?? votes.count) }
    case .timebox(let question, let seconds, let isStopped):
      timing.allotted[question] = seconds
      if isStopped { timing.stopped.insert(question) } else { timing.stopped.remove(question) }
    case .plan(let seconds): timing.allotted = seconds
    case .bell(let rings): timing.hasBell = rings
    case .pause: _ = timing.breaks.popLast()
    case .groups: _ = groupings.popLast()
    case .moods(let before): moods = before
    case .joined(let handle, let other): joined[handle] = other
    }
  }
}
