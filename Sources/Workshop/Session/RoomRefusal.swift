/// Why something beside the answers is turned down.
public enum RoomRefusal: Hashable, Sendable {
  /// There is no aside of that handle; these are open.
  case unknownSideItem(String, open: [Handle])
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
  /// Everybody would read what is for the facilitator alone.
  case screenIsShared
  /// The room is early by so many seconds.
  case notLate(seconds: Int)
  /// Too few seconds are left for so many questions.
  case noTimeLeft(questions: Int, seconds: Int)
}
