import ArgumentParser
import Journal
import Method
import Workshop

/// `plenum replay`: the lines of a script into a new session, as if they were typed.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "replay", abstract: "Play a script into a new session.")

  @Argument(help: "The script: a text file of lines as they would be typed.")
  var file: String

  @Option(help: ArgumentHelp("The name of the new session (else that of the file).", valueName: "name"))
  var into: String?

  @Option(help: ArgumentHelp("The time it is, such as 2026-02-10T09:00:00Z.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("With --at, the seconds from one line to the next.", valueName: "seconds"))
  var every = 0

  @Flag(help: "Go on after a line that is refused, and report all of them.")
  var keepGoing = false

  @Option(help: ArgumentHelp("The built-in method, or the file of another.", valueName: "name or file"))
  var method = Library.builtIn

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let desk = Desk(surroundings)
    let words = surroundings.language
    guard let bytes = Files.read(file, limit: Script.mostBytes) else {
      throw Failure(.noInput, words.sentence("files.no-file", ["file": file]))
    }
    let script = Script(bytes)
    let clock = try clock(script, surroundings)
    let (method, source) = try desk.method(self.method)
    let settings = try settings(script.head, method, words)
    let (place, journal) = try desk.create(
      settings, method: method, source: source, clock: clock, named: into, durability: .atEnd)
    let session = Session(method: method, language: settings.language, run: settings.run)
    var room = try Desk.reading(words) { () throws(MethodError) in
      try Room(session: session, journal: journal, source: source, clock: clock)
    }
    room.isAnswering = false
    room.reads = place.reads(besides: file)
    if !script.head.opensItself {
      let title = script.head.title ?? settings.title
      try desk.saving(place.journal) { () throws(JournalError) in try room.open(titled: title) }
    }
    let (heard, refused) = try play(script, in: &room, words)
    try desk.saving(place.journal) { () throws(JournalError) in try room.close() }
    if room.session.isClosed || room.session.hasEnded {
      let files = DraftFiles(
        session: room.session, wording: room.wording, folder: place.folder, name: place.name,
        environment: surroundings.environment)
      let paths = try files.write(ExportFormat.usual).paths
      for path in paths { standardError(words.sentence("reply.draft-written", ["path": path])) }
    }
    standardError(words.sentence("files.replayed", ["name": place.name], count: heard))
    guard refused > 0 else { return }
    throw Failure(
      .badInput, keepGoing ? "" : words.sentence("files.replay-stopped", ["name": place.name]))
  }

  /// A script that says nothing of it begins in English and the shortest run, and says in its lines what is typed in
  /// another.
  private func settings(
    _ head: ScriptHead, _ method: Workshop.Method, _ words: Language
  ) throws(Failure) -> StartSettings {
    let language = head.language ?? (method.languages.contains("en") ? "en" : method.languages.first ?? "en")
    guard method.languages.contains(language) else {
      let known = method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .badInput, words.sentence("start.language-unknown", ["typed": language.rawValue, "known": known]))
    }
    let run = head.run ?? method.runs.first?.id ?? ""
    guard method.run(run) != nil else {
      let known = method.runs.map(\.id.rawValue).joined(separator: ", ")
      throw Failure(.badInput, words.sentence("start.run-unknown", ["typed": run.rawValue, "known": known]))
    }
    return StartSettings(title: into ?? Script.title(of: file), language: language, run: run)
  }

  private func clock(_ script: Script, _ surroundings: Surroundings) throws -> WallClock {
    guard let at else {
      return script.head.begins.map { .still(at: $0) } ?? .system(environment: surroundings.environment)
    }
    guard let start, (0...86_400).contains(every) else {
      throw Failure(.usage, surroundings.language.sentence("files.bad-time", ["typed": at]))
    }
    return .still(at: start)
  }

  /// The time that was given.
  private var start: Moment? {
    at.flatMap { Moment(typed: $0) }
  }

  /// Hears the lines until one is refused, or all of them.
  private func play(
    _ script: Script, in room: inout Room, _ words: Language
  ) throws -> (heard: Int, refused: Int) {
    var heard = 0
    var refused = 0
    var hasLeft = false
    for (place, line) in script.lines.enumerated() {
      if every > 0, let start { room.clock = .still(at: start.later(by: place * every)) }
      guard line.isUTF8 else {
        standardError(words.sentence("files.script-encoding", ["file": file, "line": String(line.number)]))
        refused += 1
        guard keepGoing else { break }
        continue
      }
      do throws(Room.Hindrance) {
        let reply = try room.hear(scripted: line.text, keepingTime: at == nil)
        if let trouble = room.recorder.trouble {
          throw .notSaved(trouble, file: room.recorder.journal?.path ?? file)
        }
        guard let reply else { continue }
        if case .look(let look) = reply.command { try check(look, in: room) }
        if case .quit = reply.command { hasLeft = true }
        heard += 1
      } catch {
        if case .notSaved(let error, let file) = error {
          throw Failure(error.status, JournalErrorText(language: words, file: file).sentence(error))
        }
        let message = HindranceText(session: room.session, wording: room.wording).sentence(error)
        standardError(
          words.sentence(
            "files.script-error", ["file": file, "line": String(line.number), "message": message]))
        refused += 1
        if !keepGoing { break }
      }
      if hasLeft { break }
    }
    return (heard, refused)
  }

  /// A look shows nothing in a replay, but one at something that is not there is a mistake in the script.
  private func check(_ look: Command.Look, in room: Room) throws(Room.Hindrance) {
    do throws(Refusal) {
      _ = try LookView(session: room.session, wording: room.wording, columns: 80, now: room.clock.now()).lines(look)
    } catch { throw .refused(error) }
  }
}
