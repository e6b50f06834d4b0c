import ArgumentParser
import Facilitation
import Journal
import LineEditor
import Method
import Text
import Workshop

/// `plenum replay`: a script or a session played again, at once, as if it were typed, or step by step.
struct ReplayCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a script, or a session, into a new session.")

  /// How fast it goes.
  enum Pace: String, ExpressibleByArgument, CaseIterable {
    case instant, typed, step
  }

  @Argument(help: "A script (a text file of lines as they would be typed), a session, or its journal.")
  var file: String

  @Option(help: ArgumentHelp("The name of the session (else one made from that of the file).", valueName: "name"))
  var into: String?

  @Flag(name: .customLong("continue"), help: "Go on in the session that --into names.")
  var continues = false

  @Flag(help: "Leave nothing on the disk.")
  var dryRun = false

  @Option(
    help: "instant, typed (keys appear as typed) or step (Enter plays a line); typed at a terminal, else instant.")
  var pace: Pace?

  @Option(help: ArgumentHelp("With typed, so many times as fast, from 0.25 to 64.", valueName: "times"))
  var speed = 1.0

  @Option(help: ArgumentHelp("With typed, the longest pause in seconds.", valueName: "seconds"))
  var idle = 2.0

  @Option(help: ArgumentHelp("The time it is, such as 2026-02-10T09:00:00Z.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("With --at, the seconds from one line to the next.", valueName: "seconds"))
  var every = 0

  @Flag(help: "Go on after a line that is refused, and report all of them.")
  var keepGoing = false

  @Flag(help: "Compare the answers with the lines that begin with #=; ends with status 1 at the first difference.")
  var check = false

  @Flag(help: "Rewrite the lines that begin with #= where the answers are others.")
  var accept = false

  @Option(help: ArgumentHelp("The built-in method, or the file of another.", valueName: "name or file"))
  var method: String?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let words = context.language
    let launcher = SessionLauncher(context)
    let pace = try pace(context)
    try requireSense(words)
    let replaySource = try launcher.replaySource(file, method: method)
    let setup = try ReplaySetup(
      launcher: launcher, replaySource: replaySource, start: start(words), every: every, name: into,
      continues: continues,
      isDry: dryRun || ((check || accept) && into == nil))
    var engine = ReplayEngine(
      replaySource.steps, in: try setup.room(), times: setup.times, goesBack: pace != .instant)
    var report = ReplayReport(replaySource, words, keepsGoing: keepGoing, to: context.streams)
    report.announce(replaySource)
    guard pace == .instant else { return try show(engine, report, setup, isPaused: pace == .step) }
    try engine.playInstantly(&report, comparing: check || accept, accepting: accept)
    try finish(engine, report, setup)
  }

  /// Shows it at the terminal.
  private func show(
    _ engine: ReplayEngine, _ report: ReplayReport, _ setup: ReplaySetup, isPaused: Bool
  ) throws {
    let (launcher, words) = (setup.launcher, report.words)
    let context = launcher.context
    let terminal = Terminal.standard(environment: context.environment)
    let viewer = Viewer(
      terminal: terminal, mode: context.mode, colour: context.hasColour, labels: Labels(words))
    let typing = Typing(idle: .seconds(idle), speed: speed)
    var engine = engine
    engine.columns = max(viewer.windowSize.columns, 20)
    let player = Player(engine, typing: typing, isPaused: isPaused, at: viewer.now)
    var show = ReplayShow(player, on: viewer, file: file)
    let end = try SessionLauncher.typing(words) { () throws(LineEditorError) in try show.run() }
    let played = show.player.engine
    var report = report
    report.note(played)
    switch end {
    case .left where played.position == 0: context.say(words.sentence("script.played-dry", count: 0))
    case .left: try finish(played, report, setup)
    case .live(let typed):
      let place = try setup.keepForGood(played.interpreter, unplaced: report.unplaced)
      try launcher.resume(place, launcher.editor(on: terminal.typing(typed)))
    case .killed(let signal):
      _ = try setup.keep(played.interpreter, unplaced: report.unplaced)
      raiseAgain(signal)
    }
  }

  /// Brings what was played to the disk, says what it came to, and ends with the status that says it.
  private func finish(_ engine: ReplayEngine, _ report: ReplayReport, _ setup: ReplaySetup) throws {
    let words = report.words
    // A script that fails at once leaves no empty session.
    guard report.refused == 0 || report.heard > 0 || continues else {
      throw Failure(.badInput, words.sentence("script.stopped-dry"))
    }
    report.reportMissing(engine.interpreter)
    let place = try setup.keep(engine.interpreter, unplaced: report.unplaced)
    if let place {
      try setup.launcher.writeDraft(of: engine.interpreter, at: place)
      setup.say(words.sentence("files.replayed", ["name": place.name], count: report.heard))
    } else {
      setup.say(words.sentence("script.played-dry", count: report.heard))
    }
    guard report.refused == 0 else {
      let stopped = place.map { words.sentence("files.replay-stopped", ["name": $0.name]) }
      throw Failure(.badInput, keepGoing ? "" : stopped ?? words.sentence("script.stopped-dry"))
    }
    guard report.difference == nil else { throw Failure(.found, "") }
    if accept { try rewrite(report, setup) }
    if check { setup.say(words.sentence("script.as-expected", count: report.compared)) }
    guard report.unplaced.isEmpty else { throw Failure(.badInput, "") }
  }

  private func rewrite(_ report: ReplayReport, _ setup: ReplaySetup) throws {
    guard case .script(_, let bytes) = setup.replaySource.content else { return }
    let words = report.words
    setup.say(words.sentence("script.accepted", ["file": file], count: report.answers.count))
    guard !report.answers.isEmpty else { return }
    do throws(JournalError) {
      try saveSafely(
        ExpectationRewriter(bytes: bytes, answers: report.answers).rewritten, to: file,
        storage: setup.launcher.context.storage)
    } catch { throw Failure(error.status, JournalErrorText(language: words, file: file).sentence(error)) }
  }

  // MARK: What was asked for

  private func pace(_ context: CommandContext) throws(Failure) -> Pace {
    let isTerminal = context.mode != .piped
    guard let pace else { return isTerminal && !check && !accept ? .typed : .instant }
    guard pace == .instant || isTerminal else {
      throw Failure(.usage, context.language.sentence("script.no-terminal", ["pace": pace.rawValue]))
    }
    return pace
  }

  private func requireSense(_ words: Language) throws(Failure) {
    if continues, dryRun || into == nil { throw Failure(.usage, words.sentence("script.continue-what")) }
    if check || accept, pace ?? .instant != .instant { throw Failure(.usage, words.sentence("script.check-instant")) }
    guard (0.25...64).contains(speed), (0...3600).contains(idle) else {
      throw Failure(.usage, words.sentence("script.bad-speed"))
    }
  }

  private func start(_ words: Language) throws(Failure) -> Moment? {
    guard let at else { return nil }
    guard let start = Moment(typed: at), (0...86_400).contains(every) else {
      throw Failure(.usage, words.sentence("files.bad-time", ["typed": at]))
    }
    return start
  }
}
