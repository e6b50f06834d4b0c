/// What one entry recorded, and how to take it back.
struct UndoEntry: Sendable {
  var entry: EntryID
  var events: [Event]
  var reversals: [Reversal]
  /// Where the room stood before.
  var walkPosition: WalkPosition
}

/// Where a room stands. Most entries leave it where it was, so that they share one.
final class WalkPosition: Sendable {
  let position: QuestionID?
  /// The cells that are being asked.
  let asking: Session.Asking?
  let hasEnded: Bool

  init(of session: Session) {
    (position, asking, hasEnded) = (session.position, session.asking, session.hasEnded)
  }

  /// Whether a session still stands there.
  func isHeld(by session: Session) -> Bool {
    session.position == position && session.asking == asking && session.hasEnded == hasEnded
  }
}

/// The opposite of one recorded event.
enum Reversal: Sendable {
  case remove(AnswerID)
  indirect case insert(Answer, at: Int)
  indirect case replace(Answer)
  case place(AnswerID, at: Int)
  case skip(QuestionID, reason: String?)
  case title(String)
  case language(LanguageCode)
  case run(RunID)
  case speaker(String?)
  case room(RoomReversal)
  indirect case accept(Finding.Key, Finding.Acceptance?)
  case checkAgain([AnswerID: Handle])
}

extension Event {
  /// Whether the session was opened again.
  fileprivate var isResumption: Bool {
    if case .room(.time(.resumed)) = self { true } else { false }
  }
}

extension Session {
  /// Lets the events of one entry happen.
  ///
  /// Events that mean nothing here, such as the revision of an answer that is not there, change nothing. The entry that
  /// opens a session cannot be undone: nobody in the room said anything yet.
  ///
  /// - Parameters:
  ///   - events: What happened, in order.
  ///   - entry: The name of the entry that holds them.
  ///   - moment: When it was written, by the clock of that machine.
  public mutating func apply(_ events: [Event], as entry: EntryID, at moment: Moment) {
    let (walkPosition, isAtStart) = (walkPosition, position == nil)
    timing.count(until: moment, occupation, isResumed: events.contains(where: \.isResumption))
    var reversals: [Reversal] = []
    for event in events { apply(event, at: moment, noting: &reversals) }
    if case .titleGiven? = events.first, isAtStart, undoEntries.isEmpty { return }
    guard !reversals.isEmpty else { return }
    undoEntries.append(UndoEntry(entry: entry, events: events, reversals: reversals, walkPosition: walkPosition))
    redoEntries.removeAll()
  }

  /// Where the room stands, by the name that the last entry gave it where it is still there.
  private var walkPosition: WalkPosition {
    if let last = undoEntries.last?.walkPosition, last.isHeld(by: self) { return last }
    return WalkPosition(of: self)
  }

  private mutating func apply(_ event: Event, at moment: Moment, noting reversals: inout [Reversal]) {
    isClosed = false
    switch event {
    case .titleGiven(let title):
      reversals.append(.title(self.title))
      self.title = title
    case .languageChosen(let language):
      reversals.append(.language(self.language))
      self.language = language
    case .runChosen(let run):
      reversals.append(.run(self.run))
      self.run = run
    case .speakerChosen(let speaker):
      reversals.append(.speaker(self.speaker))
      self.speaker = speaker
    case .questionEntered(let question):
      guard method.place(of: question) != nil else { return }
      if let position, position != question { lookedAt(position) }
      position = question
      visited.insert(question)
      asking = nil
      hasEnded = false
    case .questionSkipped(let question, let reason):
      reversals.append(.skip(question, reason: skipped[question]))
      skipped[question] = reason
      asking = nil
    case .endReached:
      hasEnded = true
      asking = nil
    case .answerGiven(let answer): give(answer, noting: &reversals)
    case .answerRevised(let id, let cells, let speaker):
      guard let (place, index) = find(id) else { return }
      noteDependants(of: answersByPlace[place][index], becoming: cells, &reversals)
      reversals.append(.replace(answersByPlace[place][index]))
      answersByPlace[place][index].cells = cells
      if let speaker { answersByPlace[place][index].speaker = speaker }
    case .answerDeleted(let id):
      guard let (place, index) = find(id) else { return }
      reversals.append(.insert(answersByPlace[place].remove(at: index), at: index))
      if asking?.answer == id { asking = nil }
    case .answerMoved(let id, let target):
      guard let (place, index) = find(id) else { return }
      reversals.append(.place(id, at: index))
      let answer = answersByPlace[place].remove(at: index)
      answersByPlace[place].insert(answer, at: min(max(target, 0), answersByPlace[place].count))
    case .cellsAsked(let answer, let columns):
      asking = columns.isEmpty || find(answer) == nil ? nil : Asking(answer: answer, columns: columns)
    case .findingAccepted(let key, let acceptance):
      reversals.append(.accept(key, accepted[key]))
      accepted[key] = acceptance
    case .undone(let entry): takeBack(entry)
    case .redone(let entry): restore(entry, at: moment)
    case .room(let event): apply(event, at: moment, noting: &reversals)
    case .wentOffRecord: offRecordSince = moment
    case .cameOnRecord(let minutes):
      offRecordSince = nil
      offRecordPeriods.append(OffRecordPeriod(question: position, minutes: minutes))
    case .answerRedacted(let id):
      redacted.insert(id)
      hide(Redactions(in: [event]))
    case .pseudonymGiven(let id, _): hide(Redactions(in: history(of: id) + [event]))
    case .sessionClosed:
      isClosed = true
      timing.rest()
    }
  }

  private mutating func give(_ answer: Answer, noting reversals: inout [Reversal]) {
    let series = answer.id.series ?? answer.id.question.rawValue
    let used = numbers[series] ?? 0
    // A number beyond those used belongs to nobody, so that a long list is not searched for every answer.
    guard let place = method.place(of: answer.id.question), answer.id.number > used || find(answer.id) == nil else {
      return
    }
    if !skipped.isEmpty, let reason = skipped.removeValue(forKey: answer.id.question) {
      reversals.append(.skip(answer.id.question, reason: reason))
    }
    reversals.append(.remove(answer.id))
    answersByPlace[place].append(answer)
    numbers[series] = max(used, answer.id.number)
  }

  private mutating func takeBack(_ entry: EntryID) {
    guard let index = undoEntries.lastIndex(where: { $0.entry == entry }) else { return }
    let taken = undoEntries.remove(at: index)
    for reversal in taken.reversals.reversed() { reverse(reversal) }
    asking = nil
    redoEntries.append(taken)
  }

  private mutating func restore(_ entry: EntryID, at moment: Moment) {
    guard let index = redoEntries.lastIndex(where: { $0.entry == entry }) else { return }
    var restored = redoEntries.remove(at: index)
    restored.walkPosition = walkPosition
    restored.reversals = []
    for event in restored.events { apply(event, at: moment, noting: &restored.reversals) }
    undoEntries.append(restored)
  }

  private mutating func reverse(_ reversal: Reversal) {
    switch reversal {
    case .remove(let id):
      if let (place, index) = find(id) { answersByPlace[place].remove(at: index) }
    case .insert(let answer, let index):
      guard let place = method.place(of: answer.id.question) else { return }
      answersByPlace[place].insert(answer, at: min(index, answersByPlace[place].count))
    case .replace(let answer):
      if let (place, index) = find(answer.id) { answersByPlace[place][index] = answer }
    case .place(let id, let target):
      guard let (place, index) = find(id) else { return }
      let answer = answersByPlace[place].remove(at: index)
      answersByPlace[place].insert(answer, at: min(target, answersByPlace[place].count))
    case .skip(let question, let reason): skipped[question] = reason
    case .title(let title): self.title = title
    case .language(let language): self.language = language
    case .run(let run): self.run = run
    case .speaker(let speaker): self.speaker = speaker
    case .room(let reversal): reverse(reversal)
    case .accept(let key, let acceptance): accepted[key] = acceptance
    case .checkAgain(let marks): toCheckAgain = marks
    }
  }

  /// The place of an answer's question and its index there.
  private func find(_ id: AnswerID) -> (place: Int, index: Int)? {
    guard let place = method.place(of: id.question),
      let index = answersByPlace[place].lastIndex(where: { $0.id == id })
    else { return nil }
    return (place, index)
  }
}
