import Journal
import Method
import Workshop

/// A session with its journal: one line goes in, is decided, is on disk, has happened. Typing, replaying a script and
/// reading from a pipe all come through here.
struct Room {
  private(set) var session: Session
  /// The words of the room's language.
  private(set) var wording: Wording

  private let journal: Journal
  private let source: Library.Source
  /// The time where the room is.
  let clock: WallClock

  /// Gives the bytes of a file that a group hands in; nil when there is none.
  var reads: (String) -> [UInt8]? = { _ in nil }

  /// Why a line did not happen.
  enum Hindrance: Error {
    /// It was turned down.
    case refused(Refusal)
    /// It could not be saved.
    case notSaved(JournalError, file: String)
    /// The words of a language could not be read.
    case noWords(MethodError)
  }

  /// What came of a line.
  struct Reply {
    /// What it asked for.
    var command: Command
    /// What the room is told.
    var sentence: String?
  }

  /// A room around a session that is open for writing.
  init(session: Session, journal: Journal, source: Library.Source, clock: WallClock) throws(MethodError) {
    self.session = session
    self.journal = journal
    self.source = source
    self.clock = clock
    wording = try source.wording(session.language)
  }

  /// Lets the first events of a new session happen.
  mutating func open(titled title: String) throws(JournalError) {
    try record(session.opening(title: title, today: clock.today()))
  }

  /// Hears one line as it was typed.
  ///
  /// - Returns: What was asked for, and what to say about it.
  /// - Throws: Why nothing happened; then nothing has changed, on disk or here.
  mutating func hear(_ line: String) throws(Hindrance) -> Reply {
    let command: Command
    let events: [Event]
    do throws(Refusal) {
      command = try Command(parsing: line, in: wording.language)
      let now = clock.now()
      events = try decide(command, at: now)
    } catch {
      throw .refused(error)
    }
    let sentence = ReplyText(session: session, wording: wording).sentence(for: command, events)
    do throws(JournalError) { try record(events) } catch { throw .notSaved(error, file: journal.path) }
    guard session.language != wording.language.code else { return Reply(command: command, sentence: sentence) }
    do throws(MethodError) { wording = try source.wording(session.language) } catch { throw .noWords(error) }
    return Reply(command: command, sentence: wording.language.sentence("reply.language"))
  }

  private func decide(_ command: Command, at now: Moment) throws(Refusal) -> [Event] {
    let today = clock.day(now)
    guard case .room(.take(let path)) = command else {
      return try session.decide(command, hearing: wording, today: today, now: now)
    }
    let handout = try HandoutFile(read: reads, session: session).handout(path)
    return try session.take(handout, hearing: wording, today: today)
  }

  /// Notes that the session was opened again, so that the time until then is known.
  mutating func resume() throws(JournalError) {
    try record([.room(.time(.resumed))])
  }

  /// Brings everything to the disk and gives the journal back.
  func close() throws(JournalError) {
    try journal.close()
  }

  private mutating func record(_ events: [Event]) throws(JournalError) {
    guard !events.isEmpty else { return }
    let now = clock.now()
    let entry = try journal.append(events, at: now)
    session.apply(events, as: entry, at: now)
  }
}
