/// One thing that happened in a session. Events are facts: applying one never fails and never refuses.
public enum Event: Hashable, Sendable {
  /// The session got its title.
  case titleGiven(String)
  /// The room speaks another language from here.
  case languageChosen(LanguageCode)
  /// Another run is walked from here.
  case runChosen(RunID)
  /// The room stands before a question.
  case questionEntered(QuestionID)
  /// A question was passed over on purpose.
  case questionSkipped(QuestionID, reason: String)
  /// The last question is behind the room.
  case endReached
  /// An answer was given.
  case answerGiven(Answer)
  /// An answer has other cells from here.
  case answerRevised(AnswerID, cells: [String], speaker: String?)
  /// An answer was taken away. Its number stays used.
  case answerDeleted(AnswerID)
  /// An answer stands at another place among its siblings, counted from 0.
  case answerMoved(AnswerID, to: Int)
  /// Some cells of an answer are asked for one by one; none ends that.
  case cellsAsked(AnswerID, [ColumnID])
  /// The open cells of all rows are asked, row by row, from here on; or no more.
  case gapsWalked(Bool)
  /// A finding was let stand, for a reason.
  indirect case findingAccepted(Finding.Key, Finding.Acceptance)
  /// What an earlier entry recorded was taken back.
  case undone(EntryID)
  /// What was taken back holds again.
  case redone(EntryID)
  /// Something beside the questions.
  indirect case sideItem(SideItemEvent)
  /// Something about a vote.
  indirect case vote(VoteEvent)
  /// Something about the time.
  indirect case time(TimeEvent)
  /// Something among the people in the room.
  indirect case people(PeopleEvent)
  /// Something about groups.
  indirect case groups(GroupsEvent)
  /// Something about the iterations of the project.
  indirect case iteration(IterationEvent)
  /// Something about what is measured.
  indirect case measures(MeasuresEvent)
  /// Something about the screen.
  indirect case screen(ScreenEvent)
  /// Something that is not recorded, or not to be read any more.
  indirect case privacy(PrivacyEvent)
  /// The facilitator left.
  case sessionClosed
}

/// The name of an entry of the journal, for ever: the writer's epoch and the number within it.
public struct EntryID: Hashable, Sendable {
  /// The epoch: a few random characters, new each time a journal is opened for writing.
  public var epoch: String
  /// The number within the epoch, from 1; 0 is the journal's header.
  public var number: Int

  /// The entry of that number.
  public init(epoch: String, number: Int) {
    self.epoch = epoch
    self.number = number
  }
}
