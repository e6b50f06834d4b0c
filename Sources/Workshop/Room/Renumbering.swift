/// Copies of a session that were continued apart have given the same numbers to different answers. United, the answer that
/// comes later gets a new number, and whatever its writers said of it follows.
///
/// What a writer calls an answer depends on what it had seen: the numbers of its world are those that the same rule gives
/// for the entries it had read. So a session that is continued after the union means the new numbers, and one that was
/// continued before it the old ones.
public struct Renumbering: Sendable {
  /// An entry as it stands in the journal.
  public struct Part: Sendable {
    /// Its name.
    public var id: EntryID
    /// The last entry of every epoch that its writer had found; in the first of an epoch.
    public var seen: [EntryID]
    /// What happened.
    public var events: [Event]

    /// A part of a journal.
    public init(id: EntryID, seen: [EntryID], events: [Event]) {
      self.id = id
      self.seen = seen
      self.events = events
    }
  }

  /// An answer by the epoch that gave it and what it was called there.
  private struct Given: Hashable {
    var epoch: String
    var answer: AnswerID
  }

  /// What each epoch called an answer that has another name now.
  public private(set) var changes: [String: [AnswerID: AnswerID]] = [:]

  private let parts: [Part]

  /// Nothing that has another name.
  public static let none = Renumbering([])

  /// A journal's entries, causes before effects.
  public init(_ parts: [Part]) {
    self.parts = parts
    var worlds: [String: [String: Int]] = [:]
    for part in parts where worlds[part.id.epoch] == nil {
      worlds[part.id.epoch] = Dictionary(part.seen.map { ($0.epoch, $0.number) }, uniquingKeysWith: max)
    }
    let all = names { _ in true }
    for (epoch, world) in worlds {
      let own = names { $0.epoch == epoch || $0.number <= world[$0.epoch] ?? 0 }
      var changes: [AnswerID: AnswerID] = [:]
      for (given, name) in own {
        if let now = all[given], now != name { changes[name] = now }
      }
      if !changes.isEmpty { self.changes[epoch] = changes }
    }
  }

  /// The events of every entry under the numbers that hold for all of them.
  public var events: [[Event]] { parts.map { events($0.events, by: $0.id.epoch) } }

  /// Events of an epoch under the numbers that hold for all.
  public func events(_ events: [Event], by epoch: String) -> [Event] {
    guard let changes = changes[epoch] else { return events }
    return events.map { Renumbering.event($0, changes) }
  }

  /// What the answers of some entries are called: as their writers called them, unless somebody was there before.
  private func names(_ isThere: (EntryID) -> Bool) -> [Given: AnswerID] {
    var names: [Given: AnswerID] = [:]
    var taken: Set<AnswerID> = []
    var highest: [String: Int] = [:]
    for part in parts where isThere(part.id) {
      for case .answerGiven(let answer) in part.events {
        let given = Given(epoch: part.id.epoch, answer: answer.id)
        guard names[given] == nil else { continue }
        let series = answer.id.series ?? answer.id.question.rawValue
        var name = answer.id
        if taken.contains(name) { name.number = (highest[series] ?? name.number) + 1 }
        taken.insert(name)
        highest[series] = max(highest[series] ?? 0, name.number)
        names[given] = name
      }
    }
    return names
  }

  private static func event(_ event: Event, _ changes: [AnswerID: AnswerID]) -> Event {
    func name(_ id: AnswerID) -> AnswerID { changes[id] ?? id }
    let handles = Dictionary(
      changes.map { ($0.key.handle.rawValue, $0.value.handle.rawValue) }, uniquingKeysWith: { first, _ in first })
    func cell(_ cell: String) -> String {
      let values = Answer.values(in: cell)
      return values.contains { handles[$0] != nil } ? values.map { handles[$0] ?? $0 }.joined(separator: ", ") : cell
    }
    switch event {
    case .answerGiven(var answer):
      answer.id = name(answer.id)
      answer.cells = answer.cells.map(cell)
      answer.place = answer.place.map { Place(row: cell($0.row), across: $0.across.map(cell)) }
      return .answerGiven(answer)
    case .answerRevised(let id, let cells, let speaker):
      return .answerRevised(name(id), cells: cells.map(cell), speaker: speaker)
    case .answerDeleted(let id): return .answerDeleted(name(id))
    case .answerMoved(let id, let target): return .answerMoved(name(id), to: target)
    case .cellsAsked(let id, let columns): return .cellsAsked(name(id), columns)
    case .answerRedacted(let id): return .answerRedacted(name(id))
    case .pseudonymGiven(let id, let pseudonym): return .pseudonymGiven(name(id), name: pseudonym)
    case .room(.answersJoined(let handle, let other)):
      return .room(.answersJoined(Handle(cell(handle.rawValue)), into: Handle(cell(other.rawValue))))
    case .room: return event
    case .titleGiven, .languageChosen, .runChosen, .speakerChosen, .questionEntered, .questionSkipped, .endReached,
      .undone, .redone, .findingAccepted, .wentOffRecord, .cameOnRecord, .sessionClosed:
      return event
    }
  }
}
