internal import Workshop

/// The members of a stored event, whatever its type.
struct StoredMembers: Equatable {
  var title: String?
  var language: String?
  var run: String?
  var question: String?
  var series: String?
  var number: Int?
  var row: String?
  var across: String?
  var cells: [String]?
  var by: String?
  var reason: String?
  var to: Int?
  var columns: [String]?
  var of: EntryID?
  var topic = StoredTopicMembers()
  var finding: String?
  var subject: String?
  var minutes: Int?
  var name: String?
  var from: Origin?

  /// The event of that type, or nil when a member that it needs is missing. What belongs to it is taken; what is left
  /// over is unknown to it.
  mutating func event(_ type: StoredType) -> Event? {
    switch type {
    case .titleGiven: title.take().map { .titleGiven($0) }
    case .languageChosen: language.take().map { .languageChosen(LanguageCode($0)) }
    case .runChosen: run.take().map { .runChosen(RunID($0)) }
    case .speakerChosen: .people(.speakerChosen(by.take()))
    case .questionEntered: question.take().map { .questionEntered(QuestionID($0)) }
    case .questionSkipped: skipped()
    case .endReached: .endReached
    case .answerGiven: given()
    case .answerRevised: revised()
    case .answerDeleted: answer().map { .answerDeleted($0) }
    case .answerMoved: moved()
    case .cellsAsked: asked()
    case .gapsWalked: topic.text("gaps").map { .gapsWalked($0 == "asked") }
    case .findingAccepted: accepted()
    case .undone: of.take().map { .undone($0) }
    case .redone: of.take().map { .redone($0) }
    case .sideItemNoted: noted()
    case .sideItemRevised: sideItemRevised()
    case .sideItemClosed: sideItemClosed()
    case .sideItemDeleted: sideItemID().map { .sideItem(.deleted($0)) }
    case .sideItemRedacted: sideItemID().map { .privacy(.sideItemRedacted($0)) }
    case .facilitatorChosen: .people(.facilitatorChosen(by.take()))
    case .voteOpened: voteOpened()
    case .votesCast: votesCast()
    case .headsChanged: headsChanged()
    case .voteClosed: number.take().map { .vote(.closed($0)) }
    case .voteCancelled: number.take().map { .vote(.cancelled($0)) }
    case .timeboxSet: timebox().map { .time(.set($0, minutes: $1)) }
    case .timeboxExtended: timebox().map { .time(.extended($0, minutes: $1)) }
    case .timeboxStopped: question.take().map { .time(.stopped(QuestionID($0))) }
    case .planSpread: planSpread()
    case .bellChosen: topic.text("bell").map { .time(.bell($0 == "on")) }
    case .breakBegun: reckonedMinutes().map { .time(.breakBegun(minutes: $0)) }
    case .breakEnded: .time(.breakEnded)
    case .sessionResumed: .time(.resumed)
    case .checkedIn: checkIn()
    case .groupsMade: topic.list("groups").map { .groups(.formed($0.map(Answer.values))) }
    case .answersJoined: joined()
    case .iterationBegun: iterationBegun()
    case .iterationClosed: iterationClosed()
    case .answersConfirmed: topic.list("items").map { .iteration(.confirmed($0.map { Handle($0) })) }
    case .workItemDone: workItemDone()
    case .screenBlanked: topic.text("screen").map { .screen(.blanked($0 == "covered")) }
    case .screenShared: topic.text("screen").map { .screen(.shared($0 == "shared")) }
    case .wentOffRecord: .privacy(.wentOffRecord)
    case .cameOnRecord: minutes.take().map { .privacy(.cameOnRecord(minutes: $0)) }
    case .answerRedacted: answer().map { .privacy(.answerRedacted($0)) }
    case .pseudonymGiven: pseudonym()
    case .valueMeasured: valueMeasured()
    case .valueRevised: valueRevised()
    case .valueDeleted: valueID().map { .measures(.deleted($0)) }
    case .mappingKept: mappingKept()
    case .valuesAsked: topic.list("items").map { .measures(.asked($0.map { Handle($0) })) }
    case .valueRedacted: valueID().map { .privacy(.valueRedacted($0)) }
    case .sessionClosed: .sessionClosed
    }
  }

  mutating func answer() -> AnswerID? {
    guard let question = question.take(), let number = number.take() else { return nil }
    return AnswerID(question: QuestionID(question), series: series.take(), number: number)
  }

  private mutating func skipped() -> Event? {
    guard let question = question.take(), let reason = reason.take() else { return nil }
    return .questionSkipped(QuestionID(question), reason: reason)
  }

  private mutating func given() -> Event? {
    guard let id = answer(), let cells = cells.take() else { return nil }
    var place: Place?
    if let row = row.take() { place = Place(row: row, across: across.take()) }
    var answer = Answer(id: id, place: place, cells: cells, speaker: by.take(), origin: from.take())
    answer.handedIn = topic.text("handed-in")
    answer.letters = letters()
    return .answerGiven(answer)
  }

  private mutating func revised() -> Event? {
    guard let id = answer(), let cells = cells.take() else { return nil }
    return .answerRevised(id, cells: cells, speaker: by.take())
  }

  /// The letters of phones that it came of.
  mutating func letters() -> [LetterID] { topic.list("letters").map { $0.map { LetterID($0) } } ?? [] }

  private mutating func moved() -> Event? {
    guard let id = answer(), let target = to.take() else { return nil }
    return .answerMoved(id, to: target)
  }

  private mutating func accepted() -> Event? {
    guard let finding = finding.take(), let subject = subject.take(), let reason = reason.take() else { return nil }
    return .findingAccepted(
      Finding.Key(message: MessageID(finding), subject: subject),
      Finding.Acceptance(person: by.take(), reason: reason))
  }

  private mutating func asked() -> Event? {
    guard let id = answer(), let columns = columns.take() else { return nil }
    return .cellsAsked(id, columns.map { ColumnID($0) })
  }
}
