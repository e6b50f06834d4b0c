import ArgumentParser
import Facilitation
import Journal
import Text
import Workshop

/// `plenum list`: the sessions, the one written last at the end, as a table that fits the window.
struct ListCommand: SystemCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sessions.")

  /// How they are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    let sessions = context.sessions
    let names = try launcher.saving(sessions.path) { () throws(JournalError) in try sessions.list() }
    var summaries = SessionSummaries(launcher: launcher)
    let all = names.map { summaries.summary(of: $0) }
    switch format {
    case .json: try context.print(SessionSummary.json(all))
    case .text:
      guard !names.isEmpty else { return context.say(words.sentence("files.no-sessions", ["folder": sessions.path])) }
      let clock = system.clock
      let table = SessionTable(summaries: all, words: words, day: clock.day)
      try context.print(table.text(columns: isTerminal(1) ? context.columns : nil))
      for summary in all { if let problem = summary.problem { context.say("\(summary.name): \(problem)") } }
    }
  }
}

extension SessionSummary {
  /// Sessions as a JSON array, one a line. Every member is always there; what is not known is null.
  static func json(_ summaries: [SessionSummary]) -> String {
    "[" + summaries.map(\.json).joined(separator: ",\n ") + "]\n"
  }

  private var json: String {
    func text(_ value: String?) -> String { value.map(jsonString) ?? "null" }
    func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
    let findings = workshop.map { $0.countFindings() }.map { counts in
      "{" + Finding.Severity.allCases.map { "\"\($0.rawValue)s\":\(counts[$0] ?? 0)" }.joined(separator: ",") + "}"
    }
    let members = [
      ("name", text(name)), ("title", text(workshop?.title)), ("method", text(workshop?.method)),
      ("language", text(workshop?.language.rawValue)), ("run", text(workshop?.run.rawValue)),
      ("answered", number(workshop?.answered)), ("required", number(workshop?.required)),
      ("created", text(workshop?.created.iso)), ("changed", text(workshop?.changed.iso)),
      ("closed", workshop.map { $0.isClosed ? "true" : "false" } ?? "null"), ("findings", findings ?? "null"),
      ("state", text(state.rawValue)), ("problem", text(problem)),
    ]
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
