import Facilitation
import ArgumentParser

/// `plenum resume`: goes on with a session where it stood.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "resume", abstract: "Go on with a session.")

  @Argument(help: "The session, or the beginning of its name; else the latest one.")
  var session: String?

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let launcher = SessionLauncher(try CommandContext(options))
    try launcher.resume(try launcher.locate(session), launcher.editor)
  }
}
