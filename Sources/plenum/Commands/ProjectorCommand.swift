import ArgumentParser
import Facilitation
import Journal
import LineEditor
import Text
import Workshop

/// `plenum stage`: the clean view for the projector, which follows a session that is typed elsewhere.
struct ProjectorCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Show a session on the projector while it is typed in another window.")

  @Argument(help: "The session, or the beginning of its name; else the latest one.", completion: SessionCompletion.kind)
  var session: String?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let place = try launcher.locate(session)
    var stage = Projector(
      launcher: launcher, place: place, clock: system.clock,
      terminal: .standard(environment: context.environment), colour: context.hasColour)
    try stage.read()
    switch context.mode {
    case .rich: try stage.follow()
    case .plain: try stage.followPlainly()
    case .piped: try context.print(stage.text(stage.view.news))
    }
  }
}

/// A session on the projector: its journal is read anew whenever it has grown.
private struct Projector {
  let launcher: SessionLauncher
  let place: SessionLocation
  let clock: WallClock
  let terminal: Terminal
  let colour: Bool

  private var shown: (session: Session, localization: Localization)?
  private var length = -1
  private var painted = ""

  /// How often the journal is looked at.
  private static let interval = Duration.milliseconds(100)

  init(launcher: SessionLauncher, place: SessionLocation, clock: WallClock, terminal: Terminal, colour: Bool) {
    (self.launcher, self.place, self.clock, self.terminal, self.colour) = (launcher, place, clock, terminal, colour)
  }

  /// Reads the journal, when it is not as long as it was.
  ///
  /// - Returns: Whether there was something to read.
  @discardableResult mutating func read() throws -> Bool {
    guard let found = (try? launcher.context.storage.statusOfPath(place.journal))?.size, found != length else {
      if shown == nil { _ = try launcher.read(place) }
      return false
    }
    // What is wrong with the journal is said once, to whoever starts the projector.
    let (session, source, _) = try shown == nil ? launcher.readAloud(place) : launcher.read(place)
    shown = (session, try launcher.localization(session.language, from: source))
    length = found
    return true
  }

  /// What is shown now.
  var view: ProjectorView {
    get throws {
      guard let shown else { throw Failure(.noInput, "") }
      let (session, localization) = shown
      var goesOn = ""
      if let pause = session.time.breaks.last, !pause.isOver {
        goesOn = clock.timeOfDayText(pause.end, in: localization.language)
      }
      var view = ProjectorView(
        session: session, localization: localization, size: terminal.size(), now: clock.now(), goesOn: goesOn)
      if let note = place.phonesNote, !session.privacy.isOffRecord { show(note, in: &view) }
      return view
    }
  }

  /// Where phones find the room: as a square until the first one is there, and at the foot from then on, for those who
  /// come late.
  private func show(_ note: PhonesNote, in view: inout ProjectorView) {
    let language = view.localization.language
    let values: KeyValuePairs = ["address": note.site, "code": note.code, "phones": String(note.known)]
    view.phonesRow = StyledText(language.sentence("phones.row", values))
    if let round = view.session.openVote { view.votesByPhone = note.round == round.number ? note.votes : 0 }
    guard note.known == 0 else { return }
    let size = WindowSize(columns: view.size.columns, rows: view.size.rows - 2)
    view.joining = PhonesWords(language: language).joining(
      note.site, code: note.code, network: note.network, size: size)
  }

  func text(_ lines: [StyledText]) -> String {
    lines.map { $0.rendered(colour: colour) + "\n" }.joined()
  }

  /// Repaints the window whenever something is new, until a key or a signal ends it.
  mutating func follow() throws {
    guard terminal.setRaw(true) == 0 else { throw Failure(.inputOutput, "") }
    // What was on the screen goes into the scrollback.
    write(String(repeating: "\r\n", count: terminal.size().rows) + "\u{1B}[?25l")
    defer {
      write("\u{1B}[\(max(terminal.size().rows, 1));1H\u{1B}[?25h\r\n")
      _ = terminal.setRaw(false)
      terminal.release()
    }
    while true {
      // A journal that cannot be read at this moment is read at the next.
      _ = try? read()
      try paint()
      if isOver(terminal.wait(Projector.interval)) { return }
    }
  }

  /// Adds what is new to the screen, until a signal ends it.
  mutating func followPlainly() throws {
    try launcher.context.print(text(view.news))
    while true {
      if (try? read()) == true { try launcher.context.print(text(view.news)) }
      if isOver(terminal.wait(Projector.interval)) { return terminal.release() }
    }
  }

  private mutating func paint() throws {
    let view = try view
    let rows = view.rows.prefix(view.size.rows)
    let picture = rows.map { $0.rendered(colour: colour) + "\u{1B}[K" }.joined(separator: "\r\n")
    let key = "\(view.size)" + picture
    guard key != painted else { return }
    painted = key
    write("\u{1B}[?2026h\u{1B}[?7l\u{1B}[H" + picture + "\u{1B}[J\u{1B}[?7h\u{1B}[?2026l")
  }

  private func write(_ text: String) { _ = terminal.write(Array(text.utf8)) }

  private func isOver(_ arrival: Arrival) -> Bool {
    switch arrival {
    // q, Ctrl-C, Ctrl-D
    case .bytes(let bytes): bytes.contains { [0x71, 0x51, 3, 4].contains($0) }
    case .signal(let number): ends(number)
    case .closed: true
    case .timeout: false
    }
  }
}
