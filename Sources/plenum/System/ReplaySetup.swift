import Facilitation
import Journal
import Method
import Workshop

/// How a replay begins, and where it goes in the end.
struct ReplaySetup {
  let launcher: SessionLauncher
  let replaySource: ReplaySource
  /// The time it goes by.
  let times: ReplayEngine.Times
  private let clock: WallClock
  private let destination: ReplayDestination
  /// What the session is called, and in which language and run it begins.
  private let settings: StartSettings

  /// Finds out how it begins.
  ///
  /// - Parameters:
  ///   - launcher: Opens sessions.
  ///   - replaySource: What is played.
  ///   - start: The time it is, where the person says it.
  ///   - every: The seconds from one line to the next, then.
  ///   - name: The session it goes into.
  ///   - continues: Whether that is there already.
  ///   - isDry: Whether nothing is to be left on the disk.
  /// - Throws: A failure when it cannot begin so.
  init(
    launcher: SessionLauncher, replaySource: ReplaySource, start: Moment?, every: Int, name: String?, continues: Bool,
    isDry: Bool
  ) throws {
    let words = launcher.words
    (self.launcher, self.replaySource) = (launcher, replaySource)
    let system = launcher.context.system.clock
    switch replaySource.content {
    case .journal(let contents):
      guard !continues else { throw Failure(.usage, words.sentence("script.continue-journal")) }
      var clock = system
      clock.now = { contents.header.created }
      clock.timeZone = contents.header.timeZone
      (self.clock, times) = (clock, .scripted)
      settings = StartSettings(
        title: name ?? replaySource.title, language: contents.header.language, run: contents.header.run)
    case .script(let script, _):
      if let start {
        (clock, times) = (.still(at: start), .every(every, from: start))
      } else if let begins = script.begins {
        (clock, times) = (.still(at: begins), .scripted)
      } else {
        (clock, times) = (system, .clock(system))
      }
      settings = try ReplaySetup.settings(script.head, replaySource, name, words)
    }
    destination = try launcher.destination(named: name, continues: continues, isDry: isDry, at: clock.now())
  }

  /// A script that says nothing of it begins in English and the shortest run, and says in its lines what is typed in
  /// another.
  private static func settings(
    _ head: ScriptHead, _ replaySource: ReplaySource, _ name: String?, _ words: Language
  ) throws(Failure) -> StartSettings {
    let method = replaySource.method
    let usual: LanguageCode = method.languages.contains("en") ? "en" : method.languages.first ?? "en"
    guard let language = head.language.map({ Library.language(called: $0, among: method.languages) }) ?? usual else {
      let known = method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .badInput, words.sentence("start.language-unknown", ["typed": head.language ?? "", "known": known]))
    }
    let run = head.run ?? method.runs.first?.id ?? ""
    guard method.run(run) != nil else {
      let known = method.runs.map(\.id.rawValue).joined(separator: ", ")
      throw Failure(.badInput, words.sentence("start.run-unknown", ["typed": run.rawValue, "known": known]))
    }
    return StartSettings(title: name ?? replaySource.title, language: language, run: run)
  }

  /// Says something to standard error.
  func say(_ line: String) { launcher.context.say(line) }

  /// The room that hears it.
  func room() throws -> Interpreter {
    if case .existing(let place, let journal) = destination { return try room(behind: journal, at: place) }
    let header = launcher.header(settings, method: replaySource.method, source: replaySource.source, clock: clock)
    let session = Session(method: replaySource.method, language: settings.language, run: settings.run)
    let inMemory = InMemoryJournal(header: header, storage: launcher.context.storage)
    var interpreter = try SessionLauncher.reading(launcher.words) { () throws(MethodError) in
      try Interpreter(
        session: session, writer: JournalWriter(inMemory), source: replaySource.source, clock: clock)
    }
    interpreter.reads = launcher.context.storage.reader(in: [replaySource.file.folder])
    makeReady(&interpreter)
    // Who has not said which language they speak may say so in any.
    if case .script(let script, _) = replaySource.content { interpreter.hearsAnyLanguage = script.head.language == nil }
    if case .script(let script, _) = replaySource.content, !script.opensItself {
      let title = script.head.title ?? settings.title
      try launcher.saving(settings.title) { () throws(JournalError) in try interpreter.open(titled: title) }
    }
    return interpreter
  }

  private func room(behind journal: Journal, at place: SessionLocation) throws -> Interpreter {
    let (session, source, _) = try launcher.read(place)
    var interpreter = try SessionLauncher.reading(launcher.words) { () throws(MethodError) in
      try Interpreter(
        session: session, writer: JournalWriter(InMemoryJournal(behind: journal)), source: source, clock: clock)
    }
    interpreter.reads = place.reads(besides: replaySource.file)
    makeReady(&interpreter)
    try launcher.saving(place.journal) { () throws(JournalError) in try interpreter.resume() }
    return interpreter
  }

  /// Nobody sees what is played while it is; and an old script means what it meant then.
  private func makeReady(_ interpreter: inout Interpreter) {
    interpreter.home = launcher.context.environment["HOME"]
    interpreter.holdsBack = true
    if case .script(let script, _) = replaySource.content { interpreter.numbering = script.head.numbering }
  }

  /// Brings what was played to where it goes.
  ///
  /// - Returns: Where it is; nil when it went nowhere.
  func keep(_ interpreter: Interpreter, unplaced: UnplacedLines) throws -> SessionLocation? {
    try launcher.keep(
      interpreter, at: destination, titled: settings.title, source: replaySource.source, unplaced: unplaced)
  }

  /// Brings what was played to the disk, in a session of its own when it was to go nowhere: somebody goes on with it.
  ///
  /// - Returns: Where it is.
  /// - Throws: A failure when the disk does not take it.
  func keepForGood(_ interpreter: Interpreter, unplaced: UnplacedLines) throws -> SessionLocation {
    if let place = try keep(interpreter, unplaced: unplaced) { return place }
    let place = try launcher.keep(
      interpreter, at: .new(named: nil), titled: settings.title, source: replaySource.source, unplaced: unplaced)
    guard let place else { throw Failure(.cannotCreate, "") }
    return place
  }
}
