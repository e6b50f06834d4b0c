import ArgumentParser
import Draft
import Facilitation
import Journal
import Text
import Workshop

/// `plenum measure`: what a session's KPIs came to, recorded without opening the room; alone, how they stand.
struct ValuesCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Record what KPIs came to, or say how they stand.",
    discussion: """
      Each KPI=VALUE is what /measure takes in the room: KPI3=412. All of them are recorded, or none. --from takes what
      the files of networks say by themselves, with its working; what they do not say is asked in the room.
      """)

  @Argument(help: "The session, or the beginning of its name.")
  var session: String

  @Argument(help: ArgumentHelp("What a KPI came to.", valueName: "KPI=VALUE"))
  var values: [String] = []

  @Option(help: ArgumentHelp("The day or the period: 2026-06-30, 2026-06, 2026-Q2 (else today).", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("What is said of each value.", valueName: "words"))
  var remark: String?

  @Flag(help: "Take a value that lies a hundredfold away from the last one.")
  var anyway = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files that networks hand out: csv, tsv, zip, xlsx, xls.", valueName: "file"))
  var from: [String] = []

  @Flag(help: "Say what the files would give, and record nothing.")
  var dryRun = false

  /// How what files say is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "text or json, of what files say.")
  var format: Format = .text

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard from.isEmpty || values.isEmpty else { throw ValidationError("Give values or --from, not both.") }
    guard !from.isEmpty || !(dryRun || format == .json) else {
      throw ValidationError("--dry-run and --format are about --from.")
    }
    guard from.isEmpty || !(anyway || remark != nil) else {
      throw ValidationError("--anyway and --remark are about values that are typed, not about --from.")
    }
  }

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let place = try launcher.locate(session)
    guard from.isEmpty else { return try take(launcher, place, context) }
    guard !values.isEmpty else { return try show(launcher, place, context) }
    var interpreter = try launcher.interpreter(at: place)
    let wasClosed = interpreter.session.progress.isClosed
    do {
      let inputs = try lines(context.language).map { Input.typed($0) }
      try check(inputs, interpreter)
      for input in inputs {
        let reply = try following(interpreter.session, interpreter.localization) { () throws(LineError) in
          try interpreter.interpret(input)
        }
        if let sentence = reply.sentence { try context.print(visible(sentence) + "\n") }
      }
      // Whoever had closed the session finds it closed.
      if wasClosed {
        try following(interpreter.session, interpreter.localization) { () throws(LineError) in
          _ = try interpreter.happen([.sessionClosed])
        }
      }
    } catch {
      try? interpreter.close()
      throw error
    }
    try launcher.saving(place.journal) { () throws(JournalError) in try interpreter.close() }
  }

  /// What files say, recorded unless it is only to be looked at.
  private func take(_ launcher: SessionLauncher, _ place: SessionLocation, _ context: CommandContext) throws {
    let (session, source, _) = try launcher.read(place)
    let localization = try launcher.localization(session.language, from: source)
    let (today, words) = (
      context.system.clock.today(), LineErrorText(session: session, localization: localization)
    )
    do throws(Refusal) {
      _ = try session.decide(
        .measure(.from(from[0])), hearing: localization, today: today, now: context.system.clock.now())
    } catch { throw Failure(.badInput, words.sentence(.refused(error))) }
    var period: DayRange?
    if let date {
      guard let typed = localization.language.days.period(date, in: today) else {
        throw Failure(.usage, words.sentence(.refused(.measure(.notADay(date)))))
      }
      period = typed
    }
    let files = FileValues(session: session, localization: localization, today: today, period: period)
    var lines: [FileValues.Line] = []
    for path in from {
      guard let bytes = context.storage.bytes(of: path, limit: 1 << 26) else {
        throw Failure(.noInput, localization.language.sentence("import.no-file", ["file": path]))
      }
      let taken = Set(lines.filter { $0.number != nil }.map(\.kpi))
      lines += try files.lines(of: bytes, at: path, except: taken)
    }
    switch format {
    case .json: try context.print("[" + lines.map(\.json).joined(separator: ",\n ") + "]\n")
    case .text:
      for line in lines {
        let number = line.shown.map { "\($0) – " } ?? ""
        let days = line.number == nil ? "" : line.period.map { " (\(localization.language.days.text($0)))" } ?? ""
        try context.print(visible("\(line.kpi)\(days): \(number)\(line.text)") + "\n")
      }
    }
    let events = lines.filter { !$0.events.isEmpty }.map(\.events)
    guard !dryRun, !events.isEmpty else { return }
    try record(events, launcher, place)
  }

  /// Each figure as an entry of its own, so that each can be taken back.
  private func record(_ entries: [[Event]], _ launcher: SessionLauncher, _ place: SessionLocation) throws {
    var interpreter = try launcher.interpreter(at: place)
    let wasClosed = interpreter.session.progress.isClosed
    do {
      for events in entries + (wasClosed ? [[.sessionClosed]] : []) {
        let renumbered = events.map { $0.numbered(in: interpreter.session) }
        try following(interpreter.session, interpreter.localization) { () throws(LineError) in
          _ = try interpreter.happen(renumbered)
        }
      }
    } catch {
      try? interpreter.close()
      throw error
    }
    try launcher.saving(place.journal) { () throws(JournalError) in try interpreter.close() }
  }

  private func show(_ launcher: SessionLauncher, _ place: SessionLocation, _ context: CommandContext) throws {
    let (session, source, _) = try launcher.read(place)
    let view = MeasureView(
      session: session, localization: try launcher.localization(session.language, from: source),
      columns: isTerminal(1) ? context.columns : Interpreter.pageColumns, today: context.system.clock.today())
    try context.print(view.lines.map { $0.rendered(colour: context.hasColour) + "\n" }.joined())
  }

  /// The lines that somebody would type.
  private func lines(_ words: Language) throws(Failure) -> [String] {
    var lines: [String] = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, !parts[0].contains(where: \.isWhitespace), !parts[1].isEmpty else {
        throw Failure(.usage, words.sentence("measures.not-an-assignment", ["typed": value]))
      }
      let meant = anyway ? CommandVerb.anyway.rawValue : nil
      lines.append(
        (["/measure", parts[0], parts[1]] + [meant, date, remark].compactMap(\.self)).joined(separator: " "))
    }
    return lines
  }

  /// Whether each of them could be recorded; the first that could not be ends it, before anything is.
  private func check(_ inputs: [Input], _ interpreter: Interpreter) throws(Failure) {
    let (localization, clock) = (interpreter.localization, interpreter.clock)
    for input in inputs {
      do throws(Refusal) {
        _ = try interpreter.session.decide(
          try input.command(in: localization.language), hearing: localization, today: clock.today(), now: clock.now())
      } catch {
        throw Failure(
          .badInput, LineErrorText(session: interpreter.session, localization: localization).sentence(.refused(error)))
      }
    }
  }

  /// - Throws: What is said about a line that does not happen.
  private func following<Result>(
    _ session: Session, _ localization: Localization, _ body: () throws(LineError) -> Result
  ) throws(Failure) -> Result {
    do throws(LineError) { return try body() } catch {
      throw Failure(.badInput, LineErrorText(session: session, localization: localization).sentence(error))
    }
  }
}

extension Event {
  /// A value under the next number that a session has; any other event as it is.
  fileprivate func numbered(in session: Session) -> Event {
    guard case .measures(.taken(var value)) = self else { return self }
    value.id = session.measures.nextValue
    return .measures(.taken(value))
  }
}
