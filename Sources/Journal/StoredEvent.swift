internal import Workshop

/// What an event is called in a journal. These names outlive the names in the program.
enum StoredType: String {
  case titleGiven = "title-given"
  case languageChosen = "language-chosen"
  case runChosen = "run-chosen"
  case speakerChosen = "speaker-chosen"
  case questionEntered = "question-entered"
  case questionSkipped = "question-skipped"
  case endReached = "end-reached"
  case answerGiven = "answer-given"
  case answerRevised = "answer-revised"
  case answerDeleted = "answer-deleted"
  case answerMoved = "answer-moved"
  case cellsAsked = "cells-asked"
  case findingAccepted = "finding-accepted"
  case undone = "undone"
  case redone = "redone"
  case wentOffRecord = "went-off-record"
  case cameOnRecord = "came-on-record"
  case answerRedacted = "answer-redacted"
  case pseudonymGiven = "pseudonym-given"
  case sessionClosed = "session-closed"
}

/// What a repair is called among the stored events. It is no event of the workshop.
let storedRepair = "repair"

// Event to JSON. A new event does not build until it is stored here and read below.
extension JSONWriter {
  /// Writes one event.
  mutating func event(_ event: Event) {
    beginObject()
    switch event {
    case .titleGiven(let title):
      type(.titleGiven)
      member("title", title)
    case .languageChosen(let language):
      type(.languageChosen)
      member("language", language.rawValue)
    case .runChosen(let run):
      type(.runChosen)
      member("run", run.rawValue)
    case .speakerChosen(let speaker):
      type(.speakerChosen)
      member("by", speaker)
    case .questionEntered(let question):
      type(.questionEntered)
      member("question", question.rawValue)
    case .questionSkipped(let question, let reason):
      type(.questionSkipped)
      member("question", question.rawValue)
      member("reason", reason)
    case .endReached: type(.endReached)
    case .answerGiven(let answer):
      type(.answerGiven)
      members(answer.id)
      member("row", answer.place?.row)
      member("across", answer.place?.across)
      member("cells", answer.cells)
      member("by", answer.speaker)
      if let origin = answer.origin { member("from", origin) }
    case .answerRevised(let id, let cells, let speaker):
      type(.answerRevised)
      members(id)
      member("cells", cells)
      member("by", speaker)
    case .answerDeleted(let id):
      type(.answerDeleted)
      members(id)
    case .answerMoved(let id, let target):
      type(.answerMoved)
      members(id)
      member("to", target)
    case .cellsAsked(let id, let columns):
      type(.cellsAsked)
      members(id)
      member("columns", columns.map(\.rawValue))
    case .findingAccepted(let key, let acceptance):
      type(.findingAccepted)
      member("finding", key.message.rawValue)
      member("subject", key.subject)
      member("reason", acceptance.reason)
      member("by", acceptance.person)
    case .undone(let entry):
      type(.undone)
      member("of", entry)
    case .redone(let entry):
      type(.redone)
      member("of", entry)
    case .wentOffRecord: type(.wentOffRecord)
    case .cameOnRecord(let minutes):
      type(.cameOnRecord)
      member("minutes", minutes)
    case .answerRedacted(let id):
      type(.answerRedacted)
      members(id)
    case .pseudonymGiven(let id, let name):
      type(.pseudonymGiven)
      members(id)
      member("name", name)
    case .sessionClosed: type(.sessionClosed)
    }
    endObject()
  }

  private mutating func type(_ type: StoredType) {
    member("type", type.rawValue)
  }

  private mutating func members(_ id: AnswerID) {
    member("question", id.question.rawValue)
    member("series", id.series)
    member("number", id.number)
  }

  private mutating func member(_ name: String, _ origin: Origin) {
    key(name)
    beginObject()
    member("session", origin.session)
    member("title", origin.title)
    member("created", origin.created)
    members(origin.answer)
    member("initials", origin.initials)
    endObject()
  }

  private mutating func member(_ name: String, _ entry: EntryID) {
    key(name)
    beginObject()
    member("w", entry.epoch)
    member("n", entry.number)
    endObject()
  }
}

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
    return .answerGiven(Answer(id: id, place: place, cells: cells, speaker: by.take(), origin: from.take()))
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
