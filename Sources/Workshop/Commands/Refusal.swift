/// Why something that was asked for is turned down. Facts only: each language has its own words for them.
public enum Refusal: Error, Hashable, Sendable {
  /// There is no such command.
  case unknownCommand(String, nearest: [String])
  /// Several commands begin like this.
  case ambiguousCommand(String, [String])
  /// The command needs to know what.
  case missingArgument(CommandName)
  /// There is no such question.
  case unknownQuestion(String, nearest: [String])
  /// The words fit several questions.
  case ambiguousQuestion(String, [QuestionID])
  /// There is no such section of the draft.
  case unknownSection(String)
  /// There is no answer by that number or handle.
  case unknownAnswer(String, question: QuestionID, numbers: [Int])
  /// The answer named stands under another question.
  case answerElsewhere(Handle, question: QuestionID)
  /// There is nothing before the first question.
  case atStart
  /// The last question is already behind.
  case atEnd
  /// Nothing is recorded that could be taken back.
  case nothingToUndo
  /// Nothing was taken back.
  case nothingToRedo
  /// The question takes no more answers.
  case tooManyAnswers(most: Int, question: QuestionID)
  /// A place of the grid takes no more answers.
  case placeFull(row: String, most: Int)
  /// The option is chosen already.
  case chosenAlready(OptionID, from: Options, question: QuestionID)
  /// More cells than the row has columns.
  case tooManyCells(expected: [ColumnID], found: Int, question: QuestionID)
  /// A row without anything in it.
  case emptyRow
  /// The cell that is asked for must be given, or left open on purpose.
  case cellNeeded(ColumnID, question: QuestionID)
  /// A cell does not hold what its column takes.
  case cell(ColumnID, question: QuestionID, typed: String, fault: CellFault)
  /// Several columns begin like this.
  case ambiguousColumn(String, [ColumnID], question: QuestionID)
  /// The line must say which row it belongs to.
  case rowNeeded(question: QuestionID, typed: String)
  /// The grid has no such row, or several begin like this.
  case unknownRow(String, question: QuestionID)
  /// A row of a grid of two directions was named without a column of it.
  case columnNeeded(row: String, question: QuestionID)
  /// A grid of two directions has no such column.
  case unknownAcross(String, question: QuestionID)
  /// Nothing follows the name of the row.
  case emptyPlace(row: String)
  /// A vote that cannot be read.
  case unreadableVote(String, question: QuestionID)
  /// There is no finding of that number.
  case unknownFinding(String, count: Int)
  /// An error is mended, not let stand.
  case gravelyWrong(QuestionID)
  /// The question offers nothing of that number.
  case unknownSuggestion(String, count: Int)
  /// The method has no words in that language.
  case unknownLanguage(String, known: [LanguageCode])
  /// The method has no such run.
  case unknownRun(String, known: [RunID])
  /// The method has no grid that could be shown as a cross.
  case noCross
  /// More characters than it may have.
  case textTooLong(length: Int, limit: Int)
  /// A command does not do that; it does these things.
  case unknownVerb(String, of: CommandName, known: [String])
  /// A number is needed behind this word.
  case numberNeeded(after: String)
  /// A number outside its range.
  case numberOutOfRange(String, ClosedRange<Int>)
  /// A side item.
  case sideItem(SideItemRefusal)
  /// A vote.
  case vote(VoteRefusal)
  /// The time.
  case time(TimeRefusal)
  /// The people in the room.
  case people(PeopleRefusal)
  /// Groups, or what they hand in.
  case groups(GroupsRefusal)
  /// The iterations of the project.
  case iteration(IterationRefusal)
  /// What is measured.
  case measure(MeasureRefusal)
  /// Phones, or what they wrote.
  case phones(PhonesRefusal)
  /// The screen.
  case screen(ScreenRefusal)
  /// What is not recorded, or not to be read any more.
  case privacy(PrivacyRefusal)
}

/// What is wrong with the content of one cell.
public enum CellFault: Error, Hashable, Sendable {
  /// More characters than the column takes.
  case tooLong(length: Int, limit: Int)
  /// More, or fewer, texts than the cell takes.
  case wrongNumberOfTexts(found: Int, expected: ClosedRange<Int>)
  /// Not a number.
  case notANumber
  /// Not a whole number.
  case notWhole
  /// A number outside its range.
  case outOfRange(ClosedRange<Int>)
  /// Not a day.
  case notADay
  /// Either of two days may be meant.
  case eitherDay(Day, Day)
  /// The day that was typed is another day of the week than the one beside it.
  case otherWeekday(Day)
  /// Not a length of time.
  case notADuration
  /// Not how often something is done, or not as it can be kept.
  case notAFrequency(RecurrenceFault)
  /// Not when something comes back, or not as it can be kept.
  case notARepeat(RecurrenceFault)
  /// An amount in another currency than this one, which amounts are in.
  case otherCurrency(String)
  /// A number with a sign of another unit than the row has.
  case otherUnit(String)
  /// None of the options.
  case notAnOption(Options, nearest: [OptionID])
  /// The beginning of several options.
  case ambiguousOption([OptionID], Options)
  /// No answer of these series has that handle.
  case unknownHandle(series: [String], existing: [Handle])
  /// Nobody of that name takes part.
  case unknownPerson(known: [String])
  /// Several people are called that.
  case severalPeople([String])
  /// Several values where there is room for one.
  case onlyOne
  /// Neither yes nor no.
  case notYesOrNo
}
