/// A time that the room was off the record.
public struct Silence: Hashable, Sendable {
  /// The question the room stood before; nil before the first.
  public var question: QuestionID?
  /// How long it was, in minutes begun.
  public var minutes: Int
}

/// Off the record and on it, redacted answers, pseudonyms.
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
    let id = try findAny(answer: typed)
    guard !redacted.contains(id) else { throw .redacted(id.handle) }
    return [.answerRedacted(id)]
  }

  /// An answer that is there, or was: what was deleted still stands in the journal.
  private func findAny(answer typed: String) throws(Refusal) -> AnswerID {
    do { return try find(answer: typed).id } catch {
      let gone = (done + takenBack).flatMap(\.events).lazy.compactMap { event -> AnswerID? in
        if case .answerGiven(let answer) = event { answer.id } else { nil }
      }
      let handle = typed.trimmed.lowercased()
      guard let id = gone.first(where: { $0.handle.rawValue.lowercased() == handle }) else { throw error }
      return id
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
