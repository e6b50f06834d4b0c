internal import Text
internal import Workshop

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
      member("handed-in", answer.handedIn)
      members(answer.letters)
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
    case .gapsWalked(let walks):
      type(.gapsWalked)
      member("gaps", walks ? "asked" : "left")
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
    case .sideItem(let event): sideItem(event)
    case .vote(let event): vote(event)
    case .time(let event): time(event)
    case .people(let event): people(event)
    case .groups(let event): groups(event)
    case .iteration(let event): iteration(event)
    case .measures(let event): measures(event)
    case .screen(let event): screen(event)
    case .privacy(let event): privacy(event)
    case .sessionClosed: type(.sessionClosed)
    }
    endObject()
  }

  mutating func type(_ type: StoredType) {
    member("type", type.rawValue)
  }

  /// The letters of phones that something came of, where it came of any.
  mutating func members(_ letters: [LetterID]) {
    if !letters.isEmpty { member("letters", letters.map(\.rawValue)) }
  }

  mutating func members(_ id: AnswerID) {
    member("question", id.question.rawValue)
    member("series", id.series)
    member("number", id.number)
  }

  private mutating func member(_ name: StaticString, _ origin: Origin) {
    key(name)
    beginObject()
    member("session", origin.session)
    member("title", origin.title)
    member("created", origin.created)
    members(origin.answer)
    member("initials", origin.initials)
    endObject()
  }

  private mutating func member(_ name: StaticString, _ entry: EntryID) {
    key(name)
    beginObject()
    member("w", entry.epoch)
    member("n", entry.number)
    endObject()
  }
}
