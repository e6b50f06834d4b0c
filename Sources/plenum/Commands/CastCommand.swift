import ArgumentParser
import Facilitation
import Journal
import Method
import Text
import Workshop

/// `plenum cast`: a recording of what the projector showed, for the asciinema player, on standard output.
struct CastCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "cast", abstract: "Print a recording of what the projector showed, for the asciinema player.")

  @Argument(help: "The session, or the beginning of its name; else the latest one.", completion: SessionCompletion.kind)
  var session: String?

  @Option(help: ArgumentHelp("The width of the window that is painted, 20 to 500.", valueName: "columns"))
  var columns = 80

  @Option(help: ArgumentHelp("The height of that window, 8 to 200.", valueName: "rows"))
  var rows = 24

  @Option(help: ArgumentHelp("The most seconds that a picture stays, 0.1 to 3600.", valueName: "seconds"))
  var idle = 2.0

  @OptionGroup var options: CommonOptions

  mutating func validate() throws {
    guard (20...500).contains(columns) else { throw ValidationError("--columns is a number from 20 to 500.") }
    guard (8...200).contains(rows) else { throw ValidationError("--rows is a number from 8 to 200.") }
    guard (0.1...3600).contains(idle) else { throw ValidationError("--idle is a number from 0.1 to 3600.") }
  }

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let (session, source, contents) = try launcher.readAloud(try launcher.locate(session))
    let clock = system.clockInZone(contents.header.timeZone)
    let language = try launcher.localization(session.language, from: source).language
    let cast = try SessionLauncher.reading(context.language) { () throws(MethodError) in
      try Cast(
        of: contents, method: session.method, source: source, size: WindowSize(columns: columns, rows: rows),
        idle: idle,
        goesOn: { clock.timeOfDayText($0, in: language) })
    }
    try context.print(cast.text)
  }
}
