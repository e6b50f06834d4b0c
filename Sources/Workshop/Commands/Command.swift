/// What is asked for: typed, scripted or chosen. It may be turned down.
public enum Command: Hashable, Sendable {
  /// A line that is no command: an answer, or the cell being asked for.
  case answer(String)
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
  /// An answer taken away.
  case delete(String)
  /// An answer to the place of another.
  case move(String, to: String)
  /// The last recorded thing taken back.
  case undo
  /// What was taken back, again.
  case redo
  /// One more participant, as a row of cells.
  case addPerson(String)
  /// Who says the next lines; empty for nobody in particular.
  case by(String)
  /// Another language for the room.
  case language(String)
  /// Another run.
  case run(String)
  /// A finding let stand, by its number in the list of all, with the reason.
  case accept(String, reason: String)
  /// Something to look at; changes nothing.
  case look(Look)
  /// The draft as files, in these formats.
  case export([String])
  /// Everything to another folder, to go on there.
  case save(to: String)
  /// Nothing that is said is recorded from here on.
  case offRecord
  /// What is said is recorded again.
  case onRecord
  /// The text of an answer removed for good, wherever it stands.
  case redact(String)
  /// The name of a participant hidden for good, wherever it stands.
  case pseudonym(String)
  /// Something beside the answers.
  case room(RoomCommand)
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
    /// The participants.
    case people
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
    /// Something beside the answers.
    case room(RoomLook)
  }
}
