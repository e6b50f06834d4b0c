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

  @Argument(help: "Words that are in the title or the name; all sessions without any.")
  var words: [String] = []

  @Flag(help: "Only sessions that were not closed.")
  var open = false

  @Option(help: ArgumentHelp("Only sessions that were written on that day or later, as 2026-02-10.", valueName: "day"))
  var since: String?

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let language = context.language
    let since = try since.map { typed in
      guard let day = Day(iso: typed) else {
        throw Failure(.usage, language.sentence("list.bad-day", ["typed": typed]))
      }
      return day
    }
    let sessions = context.sessions
    let names = try launcher.saving(sessions.path) { () throws(JournalError) in try sessions.list() }
    var summaries = SessionSummaries(launcher: launcher)
    let all = names.map { summaries.summary(of: $0) }.filter { isWanted($0, since: since, system.clock.day) }
    switch format {
    case .json: try context.print(SessionSummary.json(all))
    case .text:
      guard !all.isEmpty else {
        let key = names.isEmpty ? "files.no-sessions" : "list.none-fits"
        return context.say(language.sentence(key, ["folder": sessions.path]))
      }
      let clock = system.clock
      let table = SessionTable(summaries: all, words: language, day: clock.day)
      try context.print(table.text(columns: isTerminal(1) ? context.columns : nil))
      for summary in all { if let problem = summary.problem { context.say("\(summary.name): \(problem)") } }
    }
  }

  /// Whether a session is one of those that are asked for. One that cannot be read is, unless its name is not.
  private func isWanted(_ summary: SessionSummary, since: Day?, _ day: (Moment) -> Day) -> Bool {
    let text = "\(summary.name) \(summary.workshop?.title ?? "")".lowercased()
    guard words.allSatisfy({ text.contains($0.lowercased()) }) else { return false }
    guard let workshop = summary.workshop else { return true }
    if open, workshop.isClosed { return false }
    return since.map { day(workshop.changed) >= $0 } ?? true
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
      ("behind", number(workshop?.behind)),
      ("state", text(state.rawValue)), ("problem", text(problem)),
    ]
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
