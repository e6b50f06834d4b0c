/// What is asked for: typed, scripted or chosen. It may be turned down.
public enum Command: Hashable, Sendable {
  /// A line that is no command: an answer, or the cell being asked for.
  case answer(String)
  /// A whole answer, one of several that came at once; the cells that are not there stay open.
  case row(String)
  /// An empty line: on to the next question, or past an optional cell.
  case goOn
  /// On to the next question.
  case next
  /// To the question before.
  case back
  /// Past this question on purpose; the reason may be empty.
  case skip(reason: String)
  /// To the question, step or stage that is named by id, number or words.
  case goto(String)
  /// Another text for an answer; without a text, the old one is handed out for changing.
  case edit(target: String, text: String?)
  /// A text in the person's own editor: that of an answer, or a new one where none is named.
  case editor(target: String)
  /// The line that was refused last, handed out for changing.
  case mend
  /// An answer taken away.
  case delete(String)
  /// An answer to the place of another.
  case move(String, to: String)
  /// The last recorded thing taken back.
  case undo
  /// What was taken back, again.
  case redo
  /// Another language for the room.
  case language(String)
  /// Another run.
  case run(String)
  /// A finding let stand, by its number in the list of all, with the reason.
  case accept(String, reason: String)
  /// Several of the answers that the question offers, as they are.
  case takeSuggestions(String)
  /// The open cells of all rows, one after the other.
  case walkGaps
  /// Something to look at; changes nothing.
  case look(Look)
  /// The draft as files, in these formats.
  case export([String])
  /// Everything to another folder, to go on there.
  case save(to: String)
  /// Something beside the questions.
  case sideItem(SideItemCommand)
  /// A vote.
  case vote(VoteCommand)
  /// The time.
  case time(TimeCommand)
  /// The people in the room.
  case people(PeopleCommand)
  /// Groups, and what they hand in.
  case groups(GroupsCommand)
  /// The iterations of the project.
  case iteration(IterationCommand)
  /// What is measured.
  case measure(MeasureCommand)
  /// The phones of the room.
  case phones(PhonesCommand)
  /// What phones wrote.
  case inbox(InboxCommand)
  /// The screen.
  case screen(ScreenCommand)
  /// What is not recorded, or not to be read any more.
  case privacy(PrivacyCommand)
  /// Leave; without what could not be saved only when that is said.
  case quit(leavingUnsaved: Bool = false)

  /// What can be looked at.
  public enum Look: Hashable, Sendable {
    /// The commands, or one of them.
    case help(String)
    /// How to run this question with a group.
    case tip
    /// Answers as somebody might give them.
    case example
    /// The whole agenda.
    case map
    /// The answers of this question.
    case list
    /// The answers of a question, set as in the draft; of this one when none is named.
    case show(String)
    /// What is missing.
    case check(all: Bool)
    /// The draft so far, or one section of it.
    case draft(String)
    /// What an answer comes from and leads to.
    case why(String)
    /// The catalogue of measures, or what of it fits some words.
    case kpis(String)
    /// The answers that the question offers for changing, or one of them by its number.
    case suggest(String)
    /// The side items of a kind.
    case sideItems(SideItem.Kind)
    /// The votes that are closed.
    case votes
    /// What could be taken back, the latest first.
    case undoable
    /// How the time stands.
    case time
    /// The people in the room.
    case people(PeopleLook)
    /// The groups.
    case groups(GroupsLook)
    /// How what is measured stands.
    case measures
    /// The phones of the room.
    case phones
    /// What phones wrote.
    case inbox
    /// The SWOT as a cross.
    case swot
    /// The iterations of the project.
    case iterations
    /// Something as an iteration left it, by the number that was typed.
    indirect case asOf(iteration: String, Look)
  }
}
