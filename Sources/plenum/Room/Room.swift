import Journal
import Method
import Workshop

/// A session with its journal: one line goes in, is decided, is on disk, has happened. Typing, replaying a script and
/// reading from a pipe all come through here.
struct Room {
  private(set) var session: Session
  /// The words of the room's language.
  private(set) var wording: Wording

  /// What brings it to the disk, and keeps what the disk does not take.
  private(set) var recorder: Recorder
  private let source: Library.Source
  /// The time where the room is.
  var clock: WallClock

  /// Gives the bytes of a file that a group hands in; nil when there is none.
  var reads: (String) -> [UInt8]? = { _ in nil }
  /// What was hidden last, to be taken out of other files too.
  private(set) var hiddenLately: Hiding?
  /// Since when nothing is recorded.
  private var silentSince: Moment?

  /// Why a line did not happen.
  enum Hindrance: Error {
    /// It was turned down.
    case refused(Refusal)
    /// It cannot be recorded.
    case notSaved(JournalError, file: String)
    /// Leaving now would lose what is not on the disk, and that was not said to be meant.
    case unsaved(Int)
    /// The words of a language could not be read.
    case noWords(MethodError)
    /// A remark of a script that means something cannot be read.
    case unreadableCue(String)
  }

  /// What came of a line.
  struct Reply {
    /// What it asked for.
    var command: Command
    /// What the room is told.
    var sentence: String?
  }

  /// A room around a session that is open for writing.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - journal: Its journal; nil when it is only looked at.
  ///   - source: Where its words are.
  ///   - clock: The time.
  ///   - silentSince: Since when nothing is recorded, when the session was left off the record.
  /// - Throws: What is wrong with the words of the room's language.
  init(
    session: Session, journal: Journal?, source: Library.Source, clock: WallClock, silentSince: Moment? = nil
  ) throws(MethodError) {
    try self.init(session: session, recorder: Recorder(journal), source: source, clock: clock, silentSince: silentSince)
  }

  /// A room around a session, with what brings it to the disk or keeps it.
  init(
    session: Session, recorder: Recorder, source: Library.Source, clock: WallClock, silentSince: Moment? = nil
  ) throws(MethodError) {
    self.session = session
    self.silentSince = silentSince
    self.recorder = recorder
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
  /// - Parameters:
  ///   - line: The line.
  ///   - isAnswered: Whether somebody reads what is replied; in a replay, nobody may.
  /// - Returns: What was asked for, and what to say about it.
  /// - Throws: Why nothing happened; then nothing has changed, on disk or here.
  mutating func hear(_ line: String, isAnswered: Bool = true) throws(Hindrance) -> Reply {
    let command: Command
    let events: [Event]
    do throws(Refusal) {
      command = try Command(parsing: line, in: wording.language)
      let now = clock.now()
      events = try decide(command, at: now)
    } catch {
      throw .refused(error)
    }
    if case .quit(leavingUnsaved: false) = command { try requireSaved() }
    let sentence = isAnswered ? ReplyText(session: session, wording: wording).sentence(for: command, events) : nil
    let language = session.language
    try happen(events)
    guard session.language != language else { return Reply(command: command, sentence: sentence) }
    return Reply(command: command, sentence: wording.language.sentence("reply.language"))
  }

  /// Records what happens, lets it happen, and goes on in the language that is spoken then.
  mutating func happen(_ events: [Event]) throws(Hindrance) {
    do throws(JournalError) { try record(events) } catch {
      throw .notSaved(error, file: recorder.journal?.path ?? session.title)
    }
    guard session.language != wording.language.code else { return }
    do throws(MethodError) { wording = try source.wording(session.language) } catch { throw .noWords(error) }
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
    guard recorder.records else { return }
    try record([.room(.time(.resumed))])
  }

  /// Brings everything to the disk and gives the journal back.
  mutating func close() throws(JournalError) {
    try recorder.close()
  }

  /// Writes everything to another file and goes on there.
  mutating func save(to path: String) throws(JournalError) {
    try recorder.save(to: path)
  }

  /// The names of the files of its method, in the session's folder.
  var methodFiles: [String] { source.files.map(\.name) }

  /// The words of another language.
  func wording(in code: LanguageCode) -> Wording? { try? source.wording(code) }

  /// What had to be done to go on, once.
  mutating func takeFollowings() -> [Following] { recorder.takeFollowings() }

  private mutating func requireSaved() throws(Hindrance) {
    recorder.retry(at: clock.now())
    guard recorder.isSaved else { throw .unsaved(recorder.unsaved.count) }
  }

  private mutating func record(_ events: [Event]) throws(JournalError) {
    guard !events.isEmpty else { return }
    let now = clock.now()
    let events = events.map { timed($0, now) }
    if !recorder.records {
      // Whoever only looks may walk about.
      guard events.allSatisfy(\.isMove) else { throw .lockedElsewhere }
      session.apply(events, as: EntryID(epoch: "", number: 0), at: now)
      return
    }
    let entry = try recorder.record(events, at: now)
    session.apply(events, as: entry, at: now)
    if events.contains(where: \.silences) { silentSince = now }
    if events.contains(where: \.hides) { try hide(at: now) }
  }

  /// The length of a gap is known to whoever has the clock.
  private func timed(_ event: Event, _ now: Moment) -> Event {
    guard case .cameOnRecord = event, let silentSince else { return event }
    let milliseconds = max(0, now.millisecondsSince1970 - silentSince.millisecondsSince1970)
    return .cameOnRecord(minutes: max(1, Int((milliseconds + 59_999) / 60_000)))
  }

  /// Takes what is hidden out of the file. The session is made anew from what stands there, so that nothing of it is left
  /// in what could be undone.
  private mutating func hide(at now: Moment) throws(JournalError) {
    let reading = try recorder.hide(at: now)
    hiddenLately = reading.hiding
    session = reading.session(of: session.method)
  }
}

extension Event {
  /// Whether the room only stands somewhere else for it.
  fileprivate var isMove: Bool {
    switch self {
    case .questionEntered, .endReached, .sessionClosed: true
    case _: false
    }
  }

  /// Whether nothing is recorded from here on.
  fileprivate var silences: Bool {
    if case .wentOffRecord = self { true } else { false }
  }
}
