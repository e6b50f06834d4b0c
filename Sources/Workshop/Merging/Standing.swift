/// Where a room stands, apart from what was said: what its next line depends on, and what the room may read meanwhile.
///
/// A session that is read again with what others have written meanwhile stands where the last of them stood. The room that
/// goes on in it has not moved.
public struct Standing: Equatable, Sendable {
  private let position: QuestionID?
  private let asking: Session.Asking?
  private let hasEnded: Bool
  private let isClosed: Bool
  private let speaker: String?
  private let screen: Screen
  private let isOffRecord: Bool

  /// Where a session stands.
  ///
  /// - Parameters:
  ///   - session: The session, under the names that its room knows.
  ///   - names: What has another name in the session that is gone on with; nil when nothing has.
  public init(of session: Session, renamed names: HandleRemapping.Names? = nil) {
    position = session.position
    asking = session.asking.map { asking in
      Session.Asking(answer: names?.answers[asking.answer] ?? asking.answer, columns: asking.columns)
    }
    hasEnded = session.hasEnded
    isClosed = session.progress.isClosed
    speaker = session.speaker
    screen = session.screen
    isOffRecord = session.privacy.isOffRecord
  }

  /// What must happen in a session so that it stands there.
  public func events(in session: Session) -> [Event] {
    let now = Standing(of: session)
    guard now != self else { return [] }
    var events: [Event] = []
    if speaker != now.speaker { events.append(.people(.speakerChosen(speaker))) }
    if screen.isShared != now.screen.isShared { events.append(.screen(.shared(screen.isShared))) }
    if screen.isBlank != now.screen.isBlank { events.append(.screen(.blanked(screen.isBlank))) }
    if isOffRecord != now.isOffRecord {
      events.append(.privacy(isOffRecord ? .wentOffRecord : .cameOnRecord(minutes: 0)))
    }
    if let position, position != now.position || hasEnded != now.hasEnded || asking != now.asking {
      events.append(.questionEntered(position))
      if hasEnded { events.append(.endReached) }
      if let asking, session.answer(asking.answer) != nil { events.append(.cellsAsked(asking.answer, asking.columns)) }
    }
    if isClosed { events.append(.sessionClosed) }
    return events
  }
}
