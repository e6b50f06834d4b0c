import ArgumentParser
import Journal
import LineEditor
import Method
import Workshop

/// `plenum replay`: a script or a session played again, at once, as if it were typed, or step by step.
struct ReplayCommand: ParsableCommand {
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

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let words = surroundings.language
    let desk = Desk(surroundings)
    let pace = try pace(surroundings)
    try requireSense(words)
    let recording = try desk.recording(file, method: method)
    let stage = try ReplayOpening(
      desk: desk, recording: recording, start: start(words), every: every, name: into, continues: continues,
      isDry: dryRun || ((check || accept) && into == nil))
    var playback = Playback(
      recording.passages, in: try stage.room(), times: stage.times, goesBack: pace != .instant)
    var report = ReplayReport(recording, words, keepsGoing: keepGoing)
    report.announce(recording)
    guard pace == .instant else { return try show(playback, report, stage, isPaused: pace == .step) }
    try playback.playInstantly(&report, comparing: check || accept, accepting: accept)
    try finish(playback, report, stage)
  }

  /// Shows it at the terminal.
  private func show(
    _ playback: Playback, _ report: ReplayReport, _ stage: ReplayOpening, isPaused: Bool
  ) throws {
    let (desk, words) = (stage.desk, report.words)
    let surroundings = desk.surroundings
    let terminal = Terminal.standard(environment: surroundings.environment)
    let viewer = Viewer(
      terminal: terminal, mode: surroundings.mode, colour: surroundings.hasColour, labels: Labels(words))
    let typing = Typing(idle: .seconds(idle), speed: speed)
    var playback = playback
    playback.columns = max(viewer.windowSize.columns, 20)
    let player = Player(playback, typing: typing, isPaused: isPaused, at: viewer.now)
    var show = ReplayShow(player, on: viewer, file: file)
    let end = try Desk.typing(words) { () throws(LineEditorError) in try show.run() }
    let played = show.player.playback
    var report = report
    report.note(played)
    switch end {
    case .left where played.position == 0: standardError(words.sentence("script.played-dry", count: 0))
    case .left: try finish(played, report, stage)
    case .live(let typed):
      let place = try stage.keepForGood(played.room, leftOut: report.leftOut)
      try desk.resume(place, desk.editor(on: terminal.typing(typed)))
    case .killed(let signal):
      _ = try stage.keep(played.room, leftOut: report.leftOut)
      raiseAgain(signal)
    }
  }

  /// Brings what was played to the disk, says what it came to, and ends with the status that says it.
  private func finish(_ playback: Playback, _ report: ReplayReport, _ stage: ReplayOpening) throws {
    let words = report.words
    report.reportMissing(playback.room)
    let place = try stage.keep(playback.room, leftOut: report.leftOut)
    if let place {
      try stage.desk.writeDraft(of: playback.room, at: place)
      standardError(words.sentence("files.replayed", ["name": place.name], count: report.heard))
    } else {
      standardError(words.sentence("script.played-dry", count: report.heard))
    }
    guard report.refused == 0 else {
      let stopped = place.map { words.sentence("files.replay-stopped", ["name": $0.name]) }
      throw Failure(.badInput, keepGoing ? "" : stopped ?? words.sentence("script.stopped-dry"))
    }
    guard report.difference == nil else { throw Failure(.found, "") }
    if accept { try rewrite(report, stage.recording) }
    if check { standardError(words.sentence("script.as-expected", count: report.compared)) }
    guard report.leftOut.isEmpty else { throw Failure(.badInput, "") }
  }

  private func rewrite(_ report: ReplayReport, _ recording: Recording) throws {
    guard case .script(_, let bytes) = recording.content else { return }
    let words = report.words
    standardError(words.sentence("script.accepted", ["file": file], count: report.answers.count))
    guard !report.answers.isEmpty else { return }
    do throws(JournalError) {
      try saveSafely(Acceptance(bytes: bytes, answers: report.answers).rewritten, to: file, storage: .system)
    } catch { throw Failure(error.status, JournalErrorText(language: words, file: file).sentence(error)) }
  }

  // MARK: What was asked for

  private func pace(_ surroundings: Surroundings) throws(Failure) -> Pace {
    let isTerminal = surroundings.mode != .piped
    guard let pace else { return isTerminal && !check && !accept ? .typed : .instant }
    guard pace == .instant || isTerminal else {
      throw Failure(.usage, surroundings.language.sentence("script.no-terminal", ["pace": pace.rawValue]))
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
