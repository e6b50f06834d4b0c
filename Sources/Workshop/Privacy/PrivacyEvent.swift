/// One thing that happened so that something is not recorded, or not to be read any more. None of it is ever taken back.
public enum PrivacyEvent: Hashable, Sendable {
  /// From here on, nothing that is said is recorded.
  case wentOffRecord
  /// What is said is recorded again, after so many minutes begun.
  case cameOnRecord(minutes: Int)
  /// The text of an answer was removed for good, wherever it stood. The answer stays as a gap.
  case answerRedacted(AnswerID)
  /// The text of a side item and what became of it were removed for good, wherever they stood. It stays as a gap.
  case sideItemRedacted(SideItemID)
  /// The number of a measured value and all that was said of it were removed for good. It stays as a gap.
  case valueRedacted(MeasuredValueID)
  /// A participant, named by the answer that stands for them, is known by another name only.
  case pseudonymGiven(AnswerID, name: String)
}

extension Session {
  /// Lets it happen.
  mutating func apply(_ event: PrivacyEvent, at moment: Moment) {
    switch event {
    case .wentOffRecord: privacy.offRecordSince = moment
    case .cameOnRecord(let minutes):
      privacy.offRecordSince = nil
      privacy.offRecordPeriods.append(OffRecordPeriod(question: position, minutes: minutes))
    case .answerRedacted(let id):
      privacy.redacted.insert(id)
      redact(by: Redactions(in: [.privacy(event)]))
    case .sideItemRedacted(let id):
      privacy.redactedSideItems.insert(id)
      redact(by: Redactions(in: [.privacy(event)]))
    case .valueRedacted(let id):
      measures.redacted.insert(id)
      redact(by: Redactions(in: [.privacy(event)]))
    case .pseudonymGiven(let id, _): redact(by: Redactions(in: recorded(of: id) + [.privacy(event)]))
    }
  }

  /// Hides what is said to be hidden in everything that has happened, and in what could be undone or done again.
  private mutating func redact(by redactions: Redactions) {
    title = redactions.text(title)
    accepted = accepted.mapValues(redactions.acceptance)
    progress.redact(by: redactions)
    answers.redact(by: redactions)
    people.redact(by: redactions)
    groups.redact(by: redactions)
    sideItems.redact(by: redactions)
    votes.redact(by: redactions)
    iterations.redact(by: redactions)
    measures.redact(by: redactions)
    history.redact(by: redactions)
  }

  /// An answer as it stands, or as it stood last when it was taken away.
  public func lastKnown(_ id: AnswerID) -> Answer? {
    answer(id)
      ?? recorded(of: id).lazy.reversed().compactMap { event in
        if case .answerGiven(let answer) = event, answer.id == id { answer } else { nil }
      }.first
  }

  /// Everything that an answer was or is, as events.
  private func recorded(of id: AnswerID) -> [Event] {
    let known = history.all.flatMap { entry in
      entry.events + entry.reversals.compactMap { $0.answer.map { .answerGiven($0) } }
    }
    return known + (answer(id).map { [.answerGiven($0)] } ?? [])
  }
}

extension PrivacyEvent {
  func renamed(_ names: HandleRemapping.Renaming) -> PrivacyEvent {
    switch self {
    case .wentOffRecord, .cameOnRecord: self
    case .answerRedacted(let id): .answerRedacted(names.name(id))
    case .sideItemRedacted(let id): .sideItemRedacted(names.name(id))
    case .valueRedacted(let id): .valueRedacted(names.name(id))
    case .pseudonymGiven(let id, let pseudonym): .pseudonymGiven(names.name(id), name: pseudonym)
    }
  }
}
