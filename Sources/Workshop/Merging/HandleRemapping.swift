/// Copies of a session that were continued apart have given the same numbers to different answers, to different things said
/// beside the questions, and to different votes. United, what comes later gets a new number, and whatever its writers said
/// of it follows.
///
/// What a writer calls an answer depends on what it had seen: the numbers of its world are those that the same rule gives
/// for the entries it had read. So a session that is continued after the union means the new numbers, and one that was
/// continued before it the old ones.
public struct HandleRemapping: Sendable {
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

  /// What an epoch called otherwise than it is called now, by what it was called.
  public struct Names: Hashable, Sendable {
    /// Its answers.
    public internal(set) var answers: [AnswerID: AnswerID] = [:]
    /// What it noted beside the questions.
    public internal(set) var sideItems: [SideItemID: SideItemID] = [:]
    /// What it measured.
    public internal(set) var values: [MeasuredValueID: MeasuredValueID] = [:]
    /// Its votes.
    public internal(set) var votes: [Int: Int] = [:]

    /// What a room calls those that have another name now: what it was, and what it is; in a fixed order.
    public var renamed: [RenamedHandle] {
      let all =
        answers.map { RenamedHandle(was: $0.key.handle, now: $0.value.handle) }
        + sideItems.map { RenamedHandle(was: $0.key.handle, now: $0.value.handle) }
        + values.map { RenamedHandle(was: $0.key.handle, now: $0.value.handle) }
      return all.sorted()
    }

    /// What an answer is called now.
    func handle(_ handle: Handle) -> Handle { answers.first { $0.key.handle == handle }?.value.handle ?? handle }

    fileprivate mutating func note(_ was: Numbered, isNow now: Numbered) {
      switch (was, now) {
      case (.answer(let was), .answer(let now)): answers[was] = now
      case (.sideItem(let was), .sideItem(let now)): sideItems[was] = now
      case (.vote(let was), .vote(let now)): votes[was] = now
      case (.value(let was), .value(let now)): values[was] = now
      case (.answer, _), (.sideItem, _), (.vote, _), (.value, _): return
      }
    }
  }

  /// What has another name now, by the epoch that gave the old one.
  public private(set) var changes: [String: Names] = [:]

  /// What rooms call those that have another name now, in a fixed order.
  public var renamed: [RenamedHandle] { changes.values.flatMap(\.renamed).sorted() }

  /// What an epoch gave a number, and the number it gave.
  private struct Given: Hashable {
    var epoch: String
    var name: Numbered
  }

  let parts: [Part]
  /// What the writer of each epoch had found when it began: the last number of every other epoch. Where the entry that
  /// tells it is lost, it has none, and is taken to have found everything.
  private let worlds: [String: [String: Int]]

  /// Nothing that has another name.
  public static let none = HandleRemapping([])

  /// A journal's entries, causes before effects.
  public init(_ parts: [Part]) {
    self.parts = parts
    var worlds: [String: [String: Int]] = [:]
    for part in parts where worlds[part.id.epoch] == nil && (part.id.number == 1 || !part.seen.isEmpty) {
      worlds[part.id.epoch] = Dictionary(part.seen.map { ($0.epoch, $0.number) }, uniquingKeysWith: max)
    }
    self.worlds = worlds
    let all = names { _ in true }
    for (epoch, world) in worlds {
      let own = names { $0.epoch == epoch || $0.number <= world[$0.epoch] ?? 0 }
      var changes = Names()
      for (given, name) in own {
        if let now = all[given], now != name { changes.note(name, isNow: now) }
      }
      if changes != Names() { self.changes[epoch] = changes }
    }
  }

  /// Whether whoever wrote an entry of that epoch had read another entry before.
  func hasSeen(_ entry: EntryID, in epoch: String) -> Bool {
    guard entry.epoch != epoch, let world = worlds[epoch] else { return true }
    return entry.number <= world[entry.epoch] ?? 0
  }

  /// Whether whoever wrote last had read all the others: then what is called otherwise was said already.
  public var isKnownToSomebody: Bool {
    var last: [String: Int] = [:]
    for part in parts { last[part.id.epoch] = max(last[part.id.epoch] ?? 0, part.id.number) }
    return last.isEmpty
      || last.keys.contains { epoch in
        last.allSatisfy { hasSeen(EntryID(epoch: $0.key, number: $0.value), in: epoch) }
      }
  }

  /// The events of every entry under the numbers that hold for all of them.
  public var events: [[Event]] { parts.map { events($0.events, by: $0.id.epoch) } }

  /// Events of an epoch under the numbers that hold for all.
  public func events(_ events: [Event], by epoch: String) -> [Event] {
    guard let changes = changes[epoch] else { return events }
    let names = Renaming(changes)
    return events.map { $0.renamed(names) }
  }

  /// What is numbered in some entries, and what it is called: as its writers called it, unless something else was called
  /// that before.
  private func names(_ isThere: (EntryID) -> Bool) -> [Given: Numbered] {
    var names: [Given: Numbered] = [:]
    var taken: Set<Numbered> = []
    var highest: [String: Int] = [:]
    for part in parts where isThere(part.id) {
      for called in part.events.lazy.compactMap(Numbered.init(givenBy:)) {
        let given = Given(epoch: part.id.epoch, name: called)
        guard names[given] == nil else { continue }
        var name = called
        if taken.contains(name) { name.number = (highest[called.series] ?? called.number) + 1 }
        taken.insert(name)
        highest[called.series] = max(highest[called.series] ?? 0, name.number)
        names[given] = name
      }
    }
    return names
  }

  /// The new names of one writer's answers, side items and votes, wherever it says them.
  struct Renaming {
    private let names: Names
    private let handles: [String: String]

    fileprivate init(_ names: Names) {
      self.names = names
      handles = Dictionary(
        names.answers.map { ($0.key.handle.rawValue, $0.value.handle.rawValue) },
        uniquingKeysWith: { first, _ in first })
    }

    func name(_ id: AnswerID) -> AnswerID { names.answers[id] ?? id }
    func name(_ id: SideItemID) -> SideItemID { names.sideItems[id] ?? id }
    func name(_ id: MeasuredValueID) -> MeasuredValueID { names.values[id] ?? id }
    func name(vote number: Int) -> Int { names.votes[number] ?? number }
    func handle(_ handle: Handle) -> Handle { Handle(cell(handle.rawValue)) }

    func cell(_ cell: String) -> String {
      let values = Answer.values(in: cell)
      return values.contains { handles[$0] != nil } ? values.map { handles[$0] ?? $0 }.joined(separator: ", ") : cell
    }
  }
}

/// What a room called something, and what it is called now.
public struct RenamedHandle: Hashable, Sendable, Comparable {
  /// What it was called.
  public var was: Handle
  /// What it is called.
  public var now: Handle

  /// By what they were called, shorter names first: numbers in order.
  public static func < (left: RenamedHandle, right: RenamedHandle) -> Bool {
    (left.was.rawValue.count, left.was.rawValue, left.now.rawValue)
      < (right.was.rawValue.count, right.was.rawValue, right.now.rawValue)
  }
}

extension Event {
  fileprivate func renamed(_ names: HandleRemapping.Renaming) -> Event {
    switch self {
    case .answerGiven(var answer):
      answer.id = names.name(answer.id)
      answer.cells = answer.cells.map(names.cell)
      answer.place = answer.place.map { Place(row: names.cell($0.row), across: $0.across.map(names.cell)) }
      return .answerGiven(answer)
    case .answerRevised(let id, let cells, let speaker):
      return .answerRevised(names.name(id), cells: cells.map(names.cell), speaker: speaker)
    case .answerDeleted(let id): return .answerDeleted(names.name(id))
    case .answerMoved(let id, let target): return .answerMoved(names.name(id), to: target)
    case .cellsAsked(let id, let columns): return .cellsAsked(names.name(id), columns)
    case .findingAccepted(let key, let acceptance):
      return .findingAccepted(Finding.Key(message: key.message, subject: names.cell(key.subject)), acceptance)
    case .sideItem(let event): return .sideItem(event.renamed(names))
    case .vote(let event): return .vote(event.renamed(names))
    case .groups(let event): return .groups(event.renamed(names))
    case .iteration(let event): return .iteration(event.renamed(names))
    case .measures(let event): return .measures(event.renamed(names))
    case .privacy(let event): return .privacy(event.renamed(names))
    case .titleGiven, .languageChosen, .runChosen, .questionEntered, .questionSkipped, .endReached, .gapsWalked,
      .undone, .redone,
      .time, .people, .screen, .sessionClosed:
      return self
    }
  }
}

/// What a session numbers as it goes on.
private enum Numbered: Hashable {
  case answer(AnswerID)
  case sideItem(SideItemID)
  case vote(Int)
  case value(MeasuredValueID)

  /// What an event gives its number; nil when it gives none.
  init?(givenBy event: Event) {
    switch event {
    case .answerGiven(let answer): self = .answer(answer.id)
    case .sideItem(.noted(let sideItem)): self = .sideItem(sideItem.id)
    case .measures(.taken(let value)): self = .value(value.id)
    case .vote(.opened(let round)): self = .vote(round.number)
    case _: return nil
    }
  }

  /// What is numbered together; no question gives a series with a space in its name.
  var series: String {
    switch self {
    case .answer(let id): id.series ?? id.question.rawValue
    case .sideItem(let id): id.kind.series + " aside"
    case .vote: "a vote"
    case .value: "a measured value"
    }
  }

  var number: Int {
    get {
      switch self {
      case .answer(let id): id.number
      case .sideItem(let id): id.number
      case .vote(let number): number
      case .value(let id): id.number
      }
    }
    set {
      switch self {
      case .answer(var id):
        id.number = newValue
        self = .answer(id)
      case .sideItem(let id): self = .sideItem(SideItemID(id.kind, newValue))
      case .vote: self = .vote(newValue)
      case .value: self = .value(MeasuredValueID(newValue))
      }
    }
  }
}
