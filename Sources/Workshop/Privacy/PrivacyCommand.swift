/// What is asked for so that something is not recorded, or not to be read any more.
public enum PrivacyCommand: Hashable, Sendable {
  /// Nothing that is said is recorded from here on.
  case offRecord
  /// What is said is recorded again.
  case onRecord
  /// The text of an answer removed for good, wherever it stands; whoever asks first is told what that would be.
  case redact(String, isMeant: Bool = false)
  /// The name of a participant hidden for good, wherever it stands.
  case pseudonym(String)
}

/// Why something is turned down because of what is not recorded, or not to be read.
public enum PrivacyRefusal: Hashable, Sendable {
  /// Nothing is recorded now, and this would be.
  case offRecord
  /// Nothing is recorded already.
  case offRecordAlready
  /// Everything is recorded already.
  case onRecordAlready
  /// The text was removed for good.
  case redacted(Handle)
}

extension Session {
  func decide(_ command: PrivacyCommand, now: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .offRecord: try goOffRecord()
    case .onRecord: try comeOnRecord(now: now)
    case .redact(let target, _): try redact(target)
    case .pseudonym(let name): try hideName(name)
    }
  }

  /// Whether a command may be followed while the room is off the record: whatever stores nothing that is said.
  func isAllowedOffRecord(_ command: Command) -> Bool {
    // Enter goes on only where it leaves no cell open.
    command.has(.isAllowedOffRecord) || (command == .goOn && asking == nil)
  }

  private func goOffRecord() throws(Refusal) -> [Event] {
    guard !privacy.isOffRecord else { throw .privacy(.offRecordAlready) }
    return [.privacy(.wentOffRecord)]
  }

  private func comeOnRecord(now: Moment) throws(Refusal) -> [Event] {
    guard let offRecordSince = privacy.offRecordSince else { throw .privacy(.onRecordAlready) }
    let milliseconds = max(0, now.millisecondsSince1970 - offRecordSince.millisecondsSince1970)
    return [.privacy(.cameOnRecord(minutes: max(1, Int((milliseconds + 59_999) / 60_000))))]
  }

  private func redact(_ typed: String) throws(Refusal) -> [Event] {
    switch try redaction(of: typed) {
    case .privacy(.answerRedacted(let id)) where privacy.redacted.contains(id): throw .privacy(.redacted(id.handle))
    case .privacy(.sideItemRedacted(let id)) where privacy.redactedSideItems.contains(id):
      throw .privacy(.redacted(id.handle))
    case .privacy(.valueRedacted(let id)) where measures.redacted.contains(id): throw .privacy(.redacted(id.handle))
    case let redaction: return [redaction]
    }
  }

  /// The redaction of what is there, or was: what was deleted still stands in the journal.
  private func redaction(of typed: String) throws(Refusal) -> Event {
    if let sideItem = sideItem(called: typed) { return .privacy(.sideItemRedacted(sideItem.id)) }
    if let value = measuredValue(called: typed) { return .privacy(.valueRedacted(value.id)) }
    do {
      let answer = try find(answer: typed)
      try checkIsNotVotedOn(answer)
      return .privacy(.answerRedacted(answer.id))
    } catch {
      if case .vote = error { throw error }
      let gone = history.all.flatMap(\.events).lazy.compactMap {
        event -> (handle: Handle, redaction: Event)? in
        switch event {
        case .answerGiven(let answer): (answer.handle, .privacy(.answerRedacted(answer.id)))
        case .sideItem(.noted(let sideItem)): (sideItem.handle, .privacy(.sideItemRedacted(sideItem.id)))
        case .measures(.taken(let value)): (value.handle, .privacy(.valueRedacted(value.id)))
        case _: nil
        }
      }
      let handle = typed.trimmed.lowercased()
      guard let found = gone.first(where: { $0.handle.rawValue.lowercased() == handle }) else { throw error }
      return found.redaction
    }
  }

  private func hideName(_ name: String) throws(Refusal) -> [Event] {
    guard let role = method.roles.participants else { throw .people(.noParticipants) }
    guard let person = participant(called: name),
      let answer = answers(to: role).first(where: { $0.cell(at: 0) == person.initials })
    else { throw .people(.unknown(name, known: participants.map(\.initials))) }
    let taken = Set(participants.map { $0.initials.lowercased() })
    let number = (1...taken.count + 1).first { !taken.contains("p\($0)") } ?? taken.count + 1
    return [.privacy(.pseudonymGiven(answer.id, name: "P\(number)"))]
  }
}
