package import Journal
package import Method
import Text
package import Workshop

/// The interpreter of a session: an input goes in, is decided, is on disk, has happened, and everything that follows from
/// it comes back as a ``Reply``. A terminal, a pipe, a script, a replay and a test carry out the same reply.
package struct Interpreter {
  package private(set) var session: Session
  /// The words of the room's language.
  package private(set) var localization: Localization

  /// What brings it to the disk, and keeps what the disk does not take.
  package private(set) var writer: JournalWriter
  private let source: Library.Source
  /// The time where the room is.
  package var clock: WallClock

  /// Gives the bytes of a file that a group hands in; nil when there is none.
  package var reads: (String) -> [UInt8]? = { _ in nil }
  /// The folder that `~` means in the path of such a file.
  package var home: String?
  /// Whether nobody has said yet which language is spoken, so that a command is known by its name in any.
  package var hearsAnyLanguage = false
  /// How what is typed numbers the answers.
  package var numbering: AnswerNumbering {
    get { session.numbering }
    set { session.numbering = newValue }
  }
  /// Whether somebody can be asked before a text is removed for good.
  package var asksBefore = false
  /// Whether what follows a vote that was turned down is not heard as an answer: nobody sees that it was.
  package var holdsBack = false
  private var missesVote = false
  /// What the phones of the room brought, and how they are heard.
  package var phones = Phones()
  /// Letters that read otherwise since something was hidden.
  package private(set) var amendedLetters: [Letter] = []
  /// The file that figures are being taken from; nil when none is.
  package internal(set) var importing: MeasureImport?
  /// The columns that are reckoned with for what is shown.
  package var columns = Interpreter.pageColumns

  /// The width of a page, where no window says another.
  package static let pageColumns = 80

  /// A room around a session that is open for writing.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - journal: Its journal; nil when it is only looked at.
  ///   - source: Where its words are.
  ///   - clock: The time.
  /// - Throws: What is wrong with the words of the room's language.
  package init(
    session: Session, journal: Journal?, source: Library.Source, clock: WallClock
  ) throws(MethodError) {
    try self.init(
      session: session, writer: JournalWriter(journal), source: source, clock: clock)
  }

  /// A room around a session, with what brings it to the disk or keeps it.
  package init(
    session: Session, writer: JournalWriter, source: Library.Source, clock: WallClock
  ) throws(MethodError) {
    self.session = session
    self.writer = writer
    self.source = source
    self.clock = clock
    localization = try source.localization(session.language)
  }

  /// Lets the first events of a new session happen.
  package mutating func open(titled title: String) throws(JournalError) {
    try record(session.opening(title: title, today: clock.today()), at: clock.now())
  }

  /// The command that an input means.
  ///
  /// - Throws: ``LineError/refused(_:)`` when none is meant.
  package func command(for input: Input) throws(LineError) -> Command {
    // What nobody sees was not meant, whoever typed, pasted or wrote it.
    let input = input.mapping(withoutUnseen)
    do throws(Refusal) { return named(try input.command(in: localization.language)) } catch {
      guard hearsAnyLanguage, case .unknownCommand = error else { throw .refused(error) }
      for code in Library.languages {
        guard let language = try? Library.language(code), let command = try? input.command(in: language) else {
          continue
        }
        return named(command)
      }
      throw .refused(error)
    }
  }

  /// A language by its name is the one of that code.
  private func named(_ command: Command) -> Command {
    guard case .language(let typed) = command else { return command }
    return Library.language(called: typed, among: session.method.languages).map { .language($0.rawValue) } ?? command
  }

  /// Interprets an input.
  ///
  /// - Parameters:
  ///   - input: What was entered.
  ///   - isAnswered: Whether somebody reads what is replied; in a replay, nobody may. What is only looked at is looked for
  ///     all the same.
  /// - Returns: What came of it.
  /// - Throws: Why nothing happened; then nothing has changed, on disk or here.
  @discardableResult
  package mutating func interpret(_ input: Input, isAnswered: Bool = true) throws(LineError) -> Reply {
    try follow(try command(for: input), isAnswered: isAnswered)
  }

  /// Follows a command; see ``interpret(_:isAnswered:)``.
  package mutating func follow(_ command: Command, isAnswered: Bool = true) throws(LineError) -> Reply {
    let command = phones.meaning(of: command, in: session)
    let now = clock.now()
    if missesVote, command.has(.answersVote) { throw .refused(.vote(.notHeard)) }
    if let reply = try followImport(command, at: now) { return reply }
    let events: [Event]
    do throws(Refusal) { events = try decide(command, at: now) } catch {
      try catchUp(at: now)
      if holdsBack, command.opensVote { missesVote = true }
      throw .refused(error)
    }
    if missesVote, command.opensVote || events.contains(where: { $0.has(.isMove) }) { missesVote = false }
    if asksBefore, case .privacy(.redact(let target, isMeant: false)) = command {
      return Reply(sentence: replyBuilder(at: now).question(before: events, target))
    }
    if events.isEmpty { try catchUp(at: now) }
    if case .quit(leavingUnsaved: false) = command { try requireSaved() }
    let effect = try replyBuilder(at: now).effect(of: command)
    let sentence = isAnswered ? replyBuilder(at: now).sentence(for: command, events) : nil
    // Nobody holds the session while it changes: it would be copied for every line.
    let before = ReplyBuilder.Before(session)
    let redactions = try happen(events, at: now)
    phones.follow(command, in: session)
    endImport(for: command)
    if let redactions { amendedLetters += phones.redact(by: redactions) }
    var reply = Reply(events: events, sentence: sentence, effect: effect ?? redactions.map { .forget($0) })
    if command.has(.advances), session.hasEnded, !before.hasEnded { reply.effect = .writeDraft }
    if isAnswered {
      reply.sentence = replyBuilder(at: now).sentenceOfNow(for: command, since: before) ?? sentence
      if reply.effect == nil, !command.isLook { reply.effect = replyBuilder(at: now).cellToChange }
      if case .leave = effect { reply.effect = .leave(isSaved: writer.isSaved) }
    }
    guard isAnswered || command.isLook else { return reply }
    do throws(Refusal) { reply.display = try replyBuilder(at: now).display(for: command, since: before) } catch {
      throw .refused(error)
    }
    return reply
  }

  private func replyBuilder(at now: Moment) -> ReplyBuilder {
    ReplyBuilder(
      session: session, phones: phones, localization: localization, columns: columns, now: now, today: clock.day(now))
  }

  /// Records what happens, lets it happen, and goes on in the language that is spoken then.
  ///
  /// - Parameters:
  ///   - events: What happens, in order.
  ///   - moment: When; nil for now.
  /// - Returns: What is hidden from here on, to be taken out of other files too; nil when nothing new is.
  /// - Throws: Why nothing happened.
  @discardableResult
  package mutating func happen(_ events: [Event], at moment: Moment? = nil) throws(LineError) -> Redactions? {
    let redactions: Redactions?
    do throws(JournalError) { redactions = try record(events, at: moment ?? clock.now()) } catch {
      throw .notSaved(error, file: writer.journal?.path ?? session.title)
    }
    if hearsAnyLanguage, events.contains(where: { if case .languageChosen = $0 { true } else { false } }) {
      hearsAnyLanguage = false
    }
    guard session.language != localization.language.code else { return redactions }
    do throws(MethodError) { localization = try source.localization(session.language) } catch { throw .noWords(error) }
    return redactions
  }

  /// Lets happen what a journal says, as if it were heard now.
  ///
  /// - Parameter events: What happened.
  /// - Returns: What the room was told.
  /// - Throws: Why it cannot happen.
  package mutating func tell(_ events: [Event]) throws(LineError) -> Reply {
    let before = ReplyBuilder.Before(session)
    let sentence = ReplyText(session: session, localization: localization).sentence(forTold: events)
    try happen(events)
    var reply = Reply(events: events, sentence: sentence)
    reply.display = replyBuilder(at: clock.now()).resultOfVote(since: before)
    return reply
  }

  func decide(_ command: Command, at now: Moment) throws(Refusal) -> [Event] {
    let today = clock.day(now)
    guard case .groups(.take(let path)) = command else {
      return try session.decide(command, hearing: localization, with: phones, today: today, now: now)
    }
    let submission = try SubmissionFile(read: reads, home: home, session: session).submission(path)
    return try session.take(submission, hearing: localization, today: today)
  }

  /// Notes that the session was opened again, so that the time until then is known.
  package mutating func resume() throws(JournalError) {
    guard writer.records else { return }
    try record([.time(.resumed)], at: clock.now())
  }

  /// Brings everything to the disk and gives the journal back.
  package mutating func close() throws(JournalError) {
    try writer.close()
  }

  /// Writes everything to another file and goes on there.
  package mutating func save(to path: String) throws(JournalError) {
    let (now, wasLooking) = (clock.now(), !writer.records)
    try writer.save(to: path, at: now)
    guard wasLooking, let epoch = writer.journal?.nextEntry.epoch else { return }
    try goOnReread(writtenAs: epoch, at: now)
  }

  /// The names of the files of its method, in the session's folder.
  package var methodFiles: [String] { source.files.map(\.name) }

  /// The words of another language, with amounts as the room counts them.
  package func localization(in code: LanguageCode) -> Localization? {
    (try? source.localization(code))?.counting(as: localization.language.numbers)
  }

  /// Letters that read otherwise since something was hidden, once.
  package mutating func takeAmendedLetters() -> [Letter] {
    defer { amendedLetters = [] }
    return amendedLetters
  }

  /// What had to be done to go on, once.
  package mutating func takeRecoveries() -> [JournalRecovery] { writer.takeRecoveries() }

  private mutating func requireSaved() throws(LineError) {
    writer.retry(at: clock.now())
    guard writer.isSaved else { throw .unsaved(writer.unsaved.count) }
  }

  @discardableResult
  private mutating func record(_ events: [Event], at now: Moment) throws(JournalError) -> Redactions? {
    guard !events.isEmpty else { return nil }
    guard writer.records else {
      // Whoever only looks may walk about.
      guard events.allSatisfy({ $0.has(.isMove) }) else { throw .lockedElsewhere }
      session.apply(events, as: EntryID(epoch: "", number: 0), at: now)
      return nil
    }
    let entry = try writer.record(events, at: now)
    session.apply(events, as: entry, at: now)
    let redactions = try goOnReread(writtenAs: entry.epoch, at: now)
    return events.contains { $0.has(.hides) } ? try hide(at: now) : redactions
  }

  /// Follows a file that was replaced, although nothing is recorded.
  private mutating func catchUp(at now: Moment) throws(LineError) {
    guard let epoch = writer.journal?.nextEntry.epoch else { return }
    writer.catchUp(at: now)
    do throws(JournalError) { try goOnReread(writtenAs: epoch, at: now) } catch {
      throw .notSaved(error, file: writer.journal?.path ?? session.title)
    }
  }

  /// Where the journal had to be read anew, goes on with the session that it adds up to, and stands there where the room
  /// stood.
  ///
  /// - Parameters:
  ///   - epoch: The epoch in which the room wrote until then.
  ///   - now: When.
  /// - Returns: What others have hidden meanwhile; nil when that is nothing.
  /// - Throws: Why the room cannot stand there.
  @discardableResult
  private mutating func goOnReread(writtenAs epoch: String, at now: Moment) throws(JournalError) -> Redactions? {
    guard let contents = writer.takeReread() else { return nil }
    let standing = Standing(of: session, renamed: contents.entries.remapping.changes[epoch])
    takeUp(contents)
    let events = standing.events(in: session)
    guard !events.isEmpty else { return contents.redactions }
    session.apply(events, as: try writer.record(events, at: now), at: now)
    return contents.redactions
  }

  private mutating func takeUp(_ contents: JournalContents) {
    let numbering = numbering
    session = contents.session(of: session.method)
    self.numbering = numbering
  }

  /// Takes what is hidden out of the file. The session is made anew from what stands there, so that nothing of it is left
  /// in what could be undone.
  private mutating func hide(at now: Moment) throws(JournalError) -> Redactions? {
    let contents = try writer.hide(at: now)
    takeUp(contents)
    return contents.redactions
  }
}
