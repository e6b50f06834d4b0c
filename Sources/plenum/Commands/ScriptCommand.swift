import ArgumentParser
import Facilitation
import Method
import Workshop

/// `plenum script`: the script that, replayed, gives a session again.
struct ScriptCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "script", abstract: "Print the script that, replayed, gives a session again.")

  @Argument(help: "The session, or the beginning of its name; else the latest one.", completion: SessionCompletion.kind)
  var session: String?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    let place = try launcher.locate(session)
    let (session, source, contents) = try launcher.readAloud(place)
    let script = try SessionLauncher.reading(words) { () throws(MethodError) in
      try SessionScript(of: contents, method: session.method, source: source)
    }
    try context.print(script.text)
  }
}
