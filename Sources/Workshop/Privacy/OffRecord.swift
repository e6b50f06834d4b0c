/// A time that the room was off the record.
public struct OffRecordPeriod: Hashable, Sendable {
  /// The question the room stood before; nil before the first.
  public var question: QuestionID?
  /// How long it was, in minutes begun.
  public var minutes: Int
}

/// Off the record and on it, redacted texts, pseudonyms.
extension Session {
  /// Whether a command may be followed while the room is off the record: whatever stores nothing that is said.
  func isAllowedOffRecord(_ command: Command) -> Bool {
    // Enter goes on only where it leaves no cell open.
    command.has(.isAllowedOffRecord) || (command == .goOn && asking == nil)
  }

  func goOffRecord() throws(Refusal) -> [Event] {
    guard !isOffRecord else { throw .offRecordAlready }
    return [.wentOffRecord]
  }

  func comeOnRecord(now: Moment) throws(Refusal) -> [Event] {
    guard let offRecordSince else { throw .onRecordAlready }
    let milliseconds = max(0, now.millisecondsSince1970 - offRecordSince.millisecondsSince1970)
    return [.cameOnRecord(minutes: max(1, Int((milliseconds + 59_999) / 60_000)))]
  }

  func redact(_ typed: String) throws(Refusal) -> [Event] {
    switch try redaction(of: typed) {
    case .answerRedacted(let id) where redacted.contains(id): throw .redacted(id.handle)
    case .room(.sideItemRedacted(let id)) where redactedSideItems.contains(id): throw .redacted(id.handle)
    case let redaction: return [redaction]
    }
  }

  /// The redaction of what is there, or was: what was deleted still stands in the journal.
  private func redaction(of typed: String) throws(Refusal) -> Event {
    if let sideItem = sideItem(called: typed) { return .room(.sideItemRedacted(sideItem.id)) }
    do { return .answerRedacted(try find(answer: typed).id) } catch {
      let gone = (undoEntries + redoEntries).flatMap(\.events).lazy.compactMap {
        event -> (handle: Handle, redaction: Event)? in
        switch event {
        case .answerGiven(let answer): (answer.handle, .answerRedacted(answer.id))
        case .room(.sideItemNoted(let sideItem)): (sideItem.handle, .room(.sideItemRedacted(sideItem.id)))
        case _: nil
        }
      }
      let handle = typed.trimmed.lowercased()
      guard let found = gone.first(where: { $0.handle.rawValue.lowercased() == handle }) else { throw error }
      return found.redaction
    }
  }

  func hideName(_ name: String) throws(Refusal) -> [Event] {
    guard let role = method.roles.participants else { throw .noParticipants }
    guard let person = participant(called: name),
      let answer = answers(to: role).first(where: { $0.cell(at: 0) == person.initials })
    else { throw .unknownPerson(name, known: participants.map(\.initials)) }
    let taken = Set(participants.map { $0.initials.lowercased() })
    let number = (1...taken.count + 1).first { !taken.contains("p\($0)") } ?? taken.count + 1
    return [.pseudonymGiven(answer.id, name: "P\(number)")]
  }
}
