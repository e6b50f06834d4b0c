import ArgumentParser
import Facilitation

/// `plenum resume`: goes on with a session where it stood.
struct ResumeCommand: SystemCommand {
  static let configuration = CommandConfiguration(commandName: "resume", abstract: "Go on with a session.")

  @Argument(help: "The session, or the beginning of its name; else the latest one.", completion: SessionCompletion.kind)
  var session: String?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let launcher = SessionLauncher(try CommandContext(options, on: system))
    try launcher.resume(try launcher.locate(session), launcher.editor)
  }
}
