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
    time.count(until: moment, occupation, isResumed: events.contains { $0.has(.isResumption) })
    var reversals: [Reversal] = []
    for event in events { apply(event, at: moment, noting: &reversals) }
    if case .titleGiven? = events.first, isAtStart, history.undo.isEmpty { return }
    guard !reversals.isEmpty else { return }
    history.undo.append(UndoEntry(entry: entry, events: events, reversals: reversals, walkPosition: walkPosition))
    history.redo.removeAll()
  }

  /// Lets one event happen, and notes how to take it back.
  mutating func apply(_ event: Event, at moment: Moment, noting reversals: inout [Reversal]) {
    progress.isClosed = false
    take(event.letters, noting: &reversals)
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
    case .questionEntered(let question):
      guard method.place(of: question) != nil else { return }
      if let position, position != question { lookedAt(position) }
      progress.enter(question)
      measures.asked = []
    case .questionSkipped(let question, let reason):
      reversals.append(.skip(question, reason: skipped[question]))
      progress.skipped[question] = reason
      progress.asking = nil
    case .endReached:
      progress.end()
      measures.asked = []
    case .answerGiven(let answer): give(answer, noting: &reversals)
    case .answerRevised(let id, let cells, let speaker): revise(id, cells, speaker: speaker, noting: &reversals)
    case .answerDeleted(let id): remove(id, noting: &reversals)
    case .answerMoved(let id, let target): place(id, at: target, noting: &reversals)
    case .cellsAsked(let answer, let columns): ask(columns, of: answer)
    case .gapsWalked(let walks): progress.walksGaps = walks
    case .findingAccepted(let key, let acceptance):
      reversals.append(.accept(key, accepted[key]))
      accepted[key] = acceptance
    case .undone(let entry): takeBack(entry)
    case .redone(let entry): restore(entry, at: moment)
    case .sideItem(let event): if let reversal = sideItems.apply(event) { reversals.append(.sideItem(reversal)) }
    case .vote(let event): if let reversal = votes.apply(event) { reversals.append(.vote(reversal)) }
    case .time(let event): if let reversal = apply(event, at: moment) { reversals.append(.time(reversal)) }
    case .people(let event): reversals.append(.people(people.apply(event)))
    case .groups(let event): reversals.append(.groups(groups.apply(event)))
    case .iteration(let event): apply(event, noting: &reversals)
    case .measures(let event): if let reversal = measures.apply(event) { reversals.append(.measures(reversal)) }
    case .screen(let event): screen.apply(event)
    case .privacy(let event): apply(event, at: moment)
    case .sessionClosed:
      progress.isClosed = true
      time.rest()
    }
  }

  /// Letters that became something of the session are in no inbox any more.
  private mutating func take(_ letters: [LetterID], noting reversals: inout [Reversal]) {
    guard !letters.isEmpty else { return }
    takenLetters.formUnion(letters)
    reversals.append(.letters(letters))
  }
}

extension Event {
  /// The letters of phones that it came of.
  public var letters: [LetterID] {
    switch self {
    case .answerGiven(let answer): answer.letters
    case .sideItem(.noted(let sideItem)): sideItem.letters
    case .people(.checkedIn(let checkIn)): checkIn.letters
    case .answerRevised, .answerDeleted, .answerMoved, .cellsAsked, .gapsWalked, .sideItem, .people, .titleGiven,
      .languageChosen,
      .runChosen, .questionEntered, .questionSkipped, .endReached, .findingAccepted, .undone, .redone, .vote, .time,
      .groups, .iteration, .measures, .screen, .privacy, .sessionClosed:
      []
    }
  }
}
