/// A time that the room was off the record.
public struct Silence: Hashable, Sendable {
  /// The question the room stood before; nil before the first.
  public var question: QuestionID?
  /// How long it was, in minutes begun.
  public var minutes: Int
}

/// Off the record and on it, redacted texts, pseudonyms.
extension Session {
  /// Whether a command may be followed while the room is off the record: whatever stores nothing that is said.
  func isAllowedOffRecord(_ command: Command) -> Bool {
    switch command {
    case .answer, .next, .back, .goto, .look, .language, .save, .quit, .offRecord, .onRecord: true
    case .goOn: asking == nil
    // What concerns the clock and the screen stores nothing that is said.
    case .room(.time), .room(.blank), .room(.share), .room(.worksheet): true
    case .skip, .edit, .editor, .delete, .move, .undo, .redo, .addPerson, .by, .run, .accept, .export, .redact,
      .pseudonym, .room:
      false
    }
  }

  func goOffRecord() throws(Refusal) -> [Event] {
    guard !isOffRecord else { throw .offRecordAlready }
    return [.wentOffRecord]
  }

  /// The length of the gap is for whoever has a clock to fill in.
  func comeOnRecord() throws(Refusal) -> [Event] {
    guard isOffRecord else { throw .onRecordAlready }
    return [.cameOnRecord(minutes: 0)]
  }

  func redact(_ typed: String) throws(Refusal) -> [Event] {
    switch try redaction(of: typed) {
    case .answerRedacted(let id) where redacted.contains(id): throw .redacted(id.handle)
    case .room(.asideRedacted(let id)) where redactedAsides.contains(id): throw .redacted(id.handle)
    case let redaction: return [redaction]
    }
  }

  /// The redaction of what is there, or was: what was deleted still stands in the journal.
  private func redaction(of typed: String) throws(Refusal) -> Event {
    if let aside = aside(called: typed) { return .room(.asideRedacted(aside.id)) }
    do { return .answerRedacted(try find(answer: typed).id) } catch {
      let gone = (done + takenBack).flatMap(\.events).lazy.compactMap { event -> (handle: Handle, redaction: Event)? in
        switch event {
        case .answerGiven(let answer): (answer.handle, .answerRedacted(answer.id))
        case .room(.asideNoted(let aside)): (aside.handle, .room(.asideRedacted(aside.id)))
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
