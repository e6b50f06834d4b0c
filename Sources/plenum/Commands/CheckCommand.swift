import ArgumentParser
import Draft
import Facilitation
import Workshop

/// `plenum check`: what a session is missing; exit status 1 when that is grave.
struct CheckCommand: SystemCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: "Say what a session is missing.")

  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The session, or the beginning of its name.", completion: SessionCompletion.kind)
  var session: String

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let (session, source, _) = try launcher.readAloud(try launcher.locate(self.session))
    let localization = try launcher.localization(session.language, from: source)
    let report = FindingReport(
      session: session, localization: localization, today: context.system.clock.today())
    let text = format == .json ? report.json : report.text
    try context.print(text)
    if report.findings.contains(where: { $0.severity == .error }) { throw Failure(.found, "") }
  }
}
