import ArgumentParser
import Draft
import Workshop

/// `plenum check`: what a session is missing; exit status 1 when that is grave.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: "Say what a session is missing.")

  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The session, or the beginning of its name.")
  var session: String

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let desk = Desk(surroundings)
    let (session, source, _) = try desk.read(try desk.locate(self.session))
    let wording = try desk.wording(session.language, from: source)
    let report = FindingReport(session: session, wording: wording)
    let text = format == .json ? report.json : report.text
    try standardOutput(text, language: surroundings.language)
    if report.findings.contains(where: { $0.severity == .error }) { throw Failure(.found, "") }
  }
}
