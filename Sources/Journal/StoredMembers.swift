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
  var room = StoredRoomMembers()
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
    case .speakerChosen: .speakerChosen(by.take())
    case .questionEntered: question.take().map { .questionEntered(QuestionID($0)) }
    case .questionSkipped: skipped()
    case .endReached: .endReached
    case .answerGiven: given()
    case .answerRevised: revised()
    case .answerDeleted: answer().map { .answerDeleted($0) }
    case .answerMoved: moved()
    case .cellsAsked: asked()
    case .findingAccepted: accepted()
    case .undone: of.take().map { .undone($0) }
    case .redone: of.take().map { .redone($0) }
    case .sideItemNoted: noted()
    case .sideItemRevised: sideItemRevised()
    case .sideItemClosed: sideItemClosed()
    case .sideItemDeleted: asideID().map { .room(.sideItemDeleted($0)) }
    case .sideItemRedacted: asideID().map { .room(.sideItemRedacted($0)) }
    case .facilitatorChosen: .room(.facilitatorChosen(by.take()))
    case .voteOpened: voteOpened()
    case .votesCast: votesCast()
    case .voteClosed: number.take().map { .room(.voteClosed($0)) }
    case .voteCancelled: number.take().map { .room(.voteCancelled($0)) }
    case .timeboxSet: timebox().map { .room(.time(.set($0, minutes: $1))) }
    case .timeboxExtended: timebox().map { .room(.time(.extended($0, minutes: $1))) }
    case .timeboxStopped: question.take().map { .room(.time(.stopped(QuestionID($0)))) }
    case .planSpread: planSpread()
    case .bellChosen: room.text("bell").map { .room(.time(.bell($0 == "on"))) }
    case .breakBegun: reckonedMinutes().map { .room(.time(.breakBegun(minutes: $0))) }
    case .breakEnded: .room(.time(.breakEnded))
    case .sessionResumed: .room(.time(.resumed))
    case .checkedIn: checkIn()
    case .groupsMade: room.list("groups").map { .room(.groupsMade($0.map(Answer.values))) }
    case .answersJoined: joined()
    case .screenBlanked: room.text("screen").map { .room(.screenBlanked($0 == "covered")) }
    case .screenShared: room.text("screen").map { .room(.screenShared($0 == "shared")) }
    case .wentOffRecord: .wentOffRecord
    case .cameOnRecord: minutes.take().map { .cameOnRecord(minutes: $0) }
    case .answerRedacted: answer().map { .answerRedacted($0) }
    case .pseudonymGiven: pseudonym()
    case .sessionClosed: .sessionClosed
    }
  }

  private mutating func answer() -> AnswerID? {
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
    answer.handedIn = room.text("handed-in")
    return .answerGiven(answer)
  }

  private mutating func revised() -> Event? {
    guard let id = answer(), let cells = cells.take() else { return nil }
    return .answerRevised(id, cells: cells, speaker: by.take())
  }

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

  private mutating func pseudonym() -> Event? {
    guard let id = answer(), let name = name.take() else { return nil }
    return .pseudonymGiven(id, name: name)
  }

  private mutating func asked() -> Event? {
    guard let id = answer(), let columns = columns.take() else { return nil }
    return .cellsAsked(id, columns.map { ColumnID($0) })
  }
}
