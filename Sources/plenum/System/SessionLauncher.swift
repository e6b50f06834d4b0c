import Facilitation
import Journal
import LineEditor
import Method
import Workshop

/// Opens sessions for the commands: finds them, starts them, takes them up again.
struct SessionLauncher {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  var words: Language { context.language }

  /// The editor at the person's terminal.
  var editor: LineEditor { editor(on: .standard(environment: context.environment)) }

  /// An editor at a terminal.
  func editor(on terminal: Terminal) -> LineEditor {
    LineEditor(
      terminal: terminal, mode: context.mode,
      colour: context.hasColour, history: History(path: context.historyPath), labels: Labels(words),
      configuration: .user(program: "plenum", environment: context.environment))
  }

  /// A method by name or file.
  func method(_ name: String) throws -> (method: Workshop.Method, source: Library.Source) {
    let name = methodFile(name)
    guard name == Library.builtIn || name.contains(".") || name.contains("/") else {
      throw Failure(.noInput, words.sentence("files.unknown-method", ["method": name]))
    }
    try requirePlainFiles(ofMethodAt: name)
    return try SessionLauncher.reading(words) { () throws(MethodError) in
      try context.library.method(name, knowing: words)
    }
  }

  /// Refuses a method any of whose files is a link, a pipe or a folder: it may be a stranger's, and what it leads to is not
  /// part of it.
  func requirePlainFiles(ofMethodAt path: String) throws(Failure) {
    guard path != Library.builtIn else { return }
    for file in [path] + Library.languages.map({ "\(path.folder)/\($0).yaml" }) {
      guard let kind = try? context.storage.statusOfPath(file).kind, kind != .regular else { continue }
      throw failure(.notARegularFile(kind), file)
    }
  }

  /// The file that is meant by the folder of a method, as `plenum method new` makes one; any other name as it is.
  func methodFile(_ name: String) -> String {
    let inside = name.hasSuffix("/") ? name + "method.yaml" : name + "/method.yaml"
    guard name != Library.builtIn, (try? context.storage.statusOfPath(inside)) != nil else { return name }
    return inside
  }

  // MARK: Starting

  /// Starts a session and hands it to the room until the facilitator leaves.
  func start(
    _ settings: StartSettings, method: Workshop.Method, source: Library.Source, _ editor: LineEditor
  ) throws {
    let clock = context.system.clock
    let (place, journal) = try create(settings, method: method, source: source, clock: clock)
    let session = Session(method: method, language: settings.language, run: settings.run)
    var interpreter = try SessionLauncher.reading(words) { () throws(MethodError) in
      try Interpreter(session: session, journal: journal, source: source, clock: clock)
    }
    interpreter.reads = place.reads(besides: nil)
    interpreter.home = context.environment["HOME"]
    interpreter.holdsBack = editor.mode == .piped
    interpreter.asksBefore = editor.mode != .piped
    try saving(place.journal) { () throws(JournalError) in try interpreter.open(titled: settings.title) }
    try enter(
      interpreter, place, editor, greeting: interpreter.localization.language.sentence("reply.welcome"), unfinished: nil
    )
  }

  /// Makes the folder and the journal of a new session.
  private func create(
    _ settings: StartSettings, method: Workshop.Method, source: Library.Source, clock: WallClock
  ) throws -> (place: SessionLocation, journal: Journal) {
    let place = try makePlace(named: nil, titled: settings.title, source: source)
    let header = header(settings, method: method, source: source, clock: clock)
    let journal = try saving(place.journal) { () throws(JournalError) in
      try Journal.create(at: place.journal, header: header, storage: context.storage)
    }
    return (place, journal)
  }

  /// The first line of the journal of a new session.
  func header(
    _ settings: StartSettings, method: Workshop.Method, source: Library.Source, clock: WallClock
  ) -> Header {
    Header(
      session: context.storage.randomName(length: 10), method: method.name, methodVersion: method.version,
      methodDigest: source.digest, language: settings.language, run: settings.run, timeZone: clock.timeZone,
      created: clock.now())
  }

  /// Makes the folder of a new session with the files of its method, under the name it must have, else under one made
  /// from the title.
  func makePlace(named name: String?, titled title: String, source: Library.Source) throws -> SessionLocation {
    let sessions = context.sessions
    let place = try saving(name ?? sessions.path) { () throws(JournalError) in
      try sessions.create()
      guard let name else {
        return try SessionLocation(try sessions.createSession(titled: title), in: sessions)
      }
      try sessions.createSession(named: name)
      return try SessionLocation(name, in: sessions)
    }
    try saving(place.journal) { () throws(JournalError) in
      for file in source.files {
        try saveSafely(file.bytes, to: place.folder + "/" + file.name, storage: context.storage)
      }
    }
    return place
  }

  // MARK: Going on

  /// Takes a session up again and hands it to the room.
  func resume(_ place: SessionLocation, _ editor: LineEditor) throws {
    let place = try whereItWentOn(place, editor)
    let clock = context.system.clock
    let journal: Journal
    var contents: JournalContents
    do throws(JournalError) {
      (journal, contents) = try Journal.open(place.journal, at: clock.now(), storage: context.storage)
    } catch {
      let reason = reasonNotToWrite(error, at: place)
      if let reason, editor.mode != .piped { return try look(at: place, because: reason, editor) }
      // Whoever has it open knows it by its name.
      throw failure(reason ?? error, error == .lockedElsewhere ? "“\(place.name)”" : place.journal)
    }
    sayWhereItIs(place)
    if place.wasOpenToOthers { context.say(words.sentence("saving.opened-to-others")) }
    place.makePrivate()
    let wasUnitedOnly = !contents.entries.remapping.isKnownToSomebody
    contents = try takingCopies(at: place, journal, contents, editor)
    let (session, source) = try session(from: contents, at: place)
    var interpreter = try SessionLauncher.reading(words) { () throws(MethodError) in
      try Interpreter(session: session, journal: journal, source: source, clock: clock)
    }
    interpreter.reads = place.reads(besides: nil)
    interpreter.home = context.environment["HOME"]
    interpreter.holdsBack = editor.mode == .piped
    interpreter.asksBefore = editor.mode != .piped
    try saving(place.journal) { () throws(JournalError) in try interpreter.resume() }
    let language = interpreter.localization.language
    for note in JournalErrorText(language: language, file: place.journal).notes(contents) { context.say(note) }
    sayMerged(contents, isNew: wasUnitedOnly)
    let unfinished = place.takeUnfinished()
    // What was typed last is what is offered.
    let torn = unfinished == nil ? contents.tornText : nil
    let greeting =
      torn == nil
      ? language.sentence("reply.resumed", ["title": session.title]) : language.sentence("reply.torn")
    try enter(interpreter, place, editor, greeting: greeting, unfinished: unfinished ?? torn)
  }

  /// A session opened for writing by a command, without a room around it.
  ///
  /// - Throws: A failure; the one to try later where somebody has it open.
  func interpreter(at place: SessionLocation) throws -> Interpreter {
    let clock = context.system.clock
    let (journal, contents) = try saving(place.journal) { () throws(JournalError) in
      try Journal.open(place.journal, at: clock.now(), storage: context.storage)
    }
    let (session, source) = try session(from: contents, at: place)
    return try SessionLauncher.reading(words) { () throws(MethodError) in
      try Interpreter(session: session, journal: journal, source: source, clock: clock)
    }
  }

  /// Why a session that cannot be opened for writing can still be looked at; nil when it cannot be read either.
  private func reasonNotToWrite(_ error: JournalError, at place: SessionLocation) -> JournalError? {
    switch error {
    case .lockedElsewhere, .isReadOnly, .belongsToSomebodyElse: return error
    case .cannotOpen(let fault), .cannotWrite(let fault):
      guard (try? Journal.read(place.journal, storage: context.storage)) != nil else { return nil }
      return .cannotWrite(fault)
    case .notFound, .alreadyExists, .notAJournal, .newerFormat, .notARegularFile, .cannotRead, .cannotCreate,
      .syncFailed, .replaced, .tooLarge, .notASessionName, .ambiguous, .closed:
      return nil
    }
  }

  /// Opens a session that cannot be written here, to look at it.
  private func look(at place: SessionLocation, because reason: JournalError, _ editor: LineEditor) throws {
    let (session, source, _) = try readAloud(place)
    let writer = JournalWriter(lookingAt: place.journal, storage: context.storage)
    let interpreter = try SessionLauncher.reading(words) { () throws(MethodError) in
      try Interpreter(session: session, writer: writer, source: source, clock: context.system.clock)
    }
    let language = interpreter.localization.language
    let greeting: String
    if reason == .lockedElsewhere {
      let lockHolder = place.lockHolder?.text(language) ?? language.sentence("saving.nobody-known")
      greeting = language.sentence("saving.looking-only", ["title": session.title, "holder": lockHolder])
    } else {
      let sentence = JournalErrorText(language: language, file: place.journal).sentence(reason)
      greeting = language.sentence(
        "saving.looking-because", ["reason": sentence, "save": language.sentence("usage.save")])
    }
    try enter(interpreter, place, editor, greeting: greeting, unfinished: nil)
  }

  /// Says that a session's journal is not where it usually is, since something else stands there.
  func sayWhereItIs(_ place: SessionLocation) {
    guard let file = place.file else { return }
    context.say(words.sentence("saving.rescued", ["path": file]))
  }

  /// Says what came of copies that went on apart: what is put aside, and what nobody has read yet under its new name.
  func sayMerged(_ contents: JournalContents, isNew: Bool = true) {
    let (remapping, text) = (contents.entries.remapping, MergingText(language: words))
    for sentence in (isNew ? text.renamed(remapping.renamed) : []) + text.conflicts(remapping.conflicts) {
      context.say(sentence)
    }
  }

  /// The session that a name means: exactly, or by an unambiguous beginning; the latest when none is given.
  func locate(_ typed: String?) throws -> SessionLocation {
    let sessions = context.sessions
    if let typed {
      if let place = place(at: typed) { return place }
      let name = try locating(typed) { () throws(JournalError) in try sessions.locate(typed) }
      return try locating(typed) { () throws(JournalError) in try SessionLocation(name, in: sessions) }
    }
    let names = try saving(sessions.path) { () throws(JournalError) in try sessions.list() }
    guard let last = names.last else {
      throw Failure(.noInput, words.sentence("files.no-sessions", ["folder": sessions.path]))
    }
    return try saving(last) { () throws(JournalError) in try SessionLocation(last, in: sessions) }
  }

  /// The session in a folder that is named by its path, or whose journal is.
  private func place(at typed: String) -> SessionLocation? {
    var path = TypedPath(typed, home: context.environment["HOME"]).path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if path.hasSuffix("/" + SessionsFolder.journalName) { path = path.folder }
    guard path.contains("/") || path == "." || path == "..",
      context.storage.isThere(path + "/" + SessionsFolder.journalName)
    else { return nil }
    return SessionLocation(at: path, storage: context.storage)
  }

  /// Looks for a session; one that is not there is missed by its name, not as a file.
  private func locating<Result>(
    _ typed: String, _ body: () throws(JournalError) -> Result
  ) throws(Failure) -> Result {
    do throws(JournalError) { return try body() } catch {
      guard error == .notFound || error == .notASessionName else { throw failure(error, typed) }
      throw Failure(.noInput, words.sentence("files.no-session", ["file": typed]))
    }
  }

  /// A session as its journal has it, for reading only.
  func read(_ place: SessionLocation) throws -> (session: Session, source: Library.Source, contents: JournalContents) {
    let contents = try saving(place.journal) { () throws(JournalError) in
      try Journal.read(place.journal, storage: context.storage)
    }
    let (session, source) = try session(from: contents, at: place)
    return (session, source, contents)
  }

  /// A session as its journal has it, for reading only; what is not right with the journal is said.
  func readAloud(
    _ place: SessionLocation
  ) throws -> (session: Session, source: Library.Source, contents: JournalContents) {
    let read = try read(place)
    sayWhereItIs(place)
    for note in JournalErrorText(language: words, file: place.journal).notes(read.contents) { context.say(note) }
    return read
  }

  private func session(
    from contents: JournalContents, at place: SessionLocation
  ) throws -> (session: Session, source: Library.Source) {
    let (method, source) = try method(of: contents.header, at: place.journal)
    return (contents.session(of: method), source)
  }

  /// Offers the latest session that was not closed.
  ///
  /// - Returns: Where it is, when it is taken.
  func unfinishedSession(_ editor: LineEditor) throws -> SessionLocation? {
    let sessions = context.sessions
    let names = (try? sessions.list()) ?? []
    let unclosed = names.reversed().lazy.compactMap { name -> (place: SessionLocation, session: Session)? in
      guard let place = try? SessionLocation(name, in: sessions), let session = (try? read(place))?.session,
        !session.progress.isClosed
      else { return nil }
      return (place, session)
    }.first
    guard let (place, session) = unclosed else { return nil }
    let question = words.sentence(
      "start.resume",
      ["title": session.title, "yes": words.yes.first ?? "yes", "no": words.no.first ?? "no"])
    return try isAgreed(question, editor) ? place : nil
  }

  // MARK: In the room

  private func enter(
    _ interpreter: Interpreter, _ place: SessionLocation, _ editor: LineEditor, greeting: String?, unfinished: String?
  ) throws {
    var live = REPL(interpreter: interpreter, editor: editor, place: place, system: context.system)
    defer { editor.close() }
    if interpreter.writer.journal != nil {
      place.note(context.system.process)
      warnOfNetwork(place, interpreter.localization.language)
    }
    defer { if interpreter.writer.journal != nil { live.place.forgetHolder() } }
    let leave = try SessionLauncher.typing(words) { () throws(LineEditorError) in
      try live.run(greeting: greeting, unfinished: unfinished)
    }
    switch leave {
    case .closed(let status):
      guard editor.mode == .piped else { return }
      if editor.hasLostOutput { throw Failure(.inputOutput, words.sentence("files.output-lost")) }
      if let status { throw Failure(status, "") }
    case .unsaved: throw Failure(.inputOutput, "")
    case .killed(let signal):
      editor.close()
      raiseAgain(signal)
    }
  }

  // MARK: Failures

  /// Makes a folder, with those above it; a folder that is there is as good.
  func makeFolder(_ path: String) throws(Failure) {
    do throws(Fault) { try context.storage.makeFolders(path) } catch { throw failure(.cannotCreate(error), path) }
  }

  /// Runs something on a file; what goes wrong ends the command with a sentence.
  func saving<Result>(
    _ file: String, _ body: () throws(JournalError) -> Result
  ) throws(Failure) -> Result {
    do throws(JournalError) { return try body() } catch { throw failure(error, file) }
  }

  /// The end of a command, for an error on a file.
  func failure(_ error: JournalError, _ file: String) -> Failure {
    Failure(error.status, JournalErrorText(language: words, file: file).sentence(error))
  }

  /// The words in which a session is read, with amounts in the currency of its room.
  func localization(
    _ code: LanguageCode, for session: Session, from source: Library.Source
  ) throws(Failure) -> Localization {
    let spoken = try localization(session.language, from: source)
    guard code != session.language else { return spoken }
    return try localization(code, from: source).counting(as: spoken.language.numbers)
  }

  /// The words of a method in one language.
  func localization(_ code: LanguageCode, from source: Library.Source) throws(Failure) -> Localization {
    try SessionLauncher.reading(words) { () throws(MethodError) in try source.localization(code) }
  }

  /// Reads something of a method; what is wrong with it ends the command with a sentence.
  static func reading<Result>(
    _ words: Language, _ body: () throws(MethodError) -> Result
  ) throws(Failure) -> Result {
    do throws(MethodError) { return try body() } catch {
      throw Failure(error.fault == .unreadable ? .noInput : .badInput, MethodErrorText(language: words).sentence(error))
    }
  }

  /// Reads at the terminal; a terminal that cannot be used ends the command.
  static func typing<Result>(
    _ words: Language, _ body: () throws(LineEditorError) -> Result
  ) throws(Failure) -> Result {
    do throws(LineEditorError) { return try body() } catch {
      switch error {
      case .terminalUnusable(let number):
        throw Failure(
          .inputOutput,
          words.sentence(
            "files.terminal-unusable", ["reason": words.sentence("system.other", ["number": String(number)])]))
      }
    }
  }
}
