import ArgumentParser
import Journal
import LineEditor
import Workshop

/// `plenum list`: the sessions, oldest first, as a table that fits the window.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sessions.")

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let desk = Desk(surroundings)
    let words = surroundings.language
    let sessions = surroundings.sessions
    let names = try desk.saving(sessions.path) { () throws(JournalError) in try sessions.list() }
    guard !names.isEmpty else {
      standardError(words.sentence("files.no-sessions", ["folder": sessions.path]))
      return
    }
    let keys = ["list.name", "list.title", "list.language", "list.run", "list.answered", "list.changed"]
    var rows = [keys.map { words.sentence($0) }]
    for name in names { rows.append(row(name, desk, words)) }
    try standardOutput(TextTable(rows: rows, flexible: 1).text(columns: surroundings.columns), language: words)
  }

  /// A session that cannot be read is still listed, with what is wrong.
  private func row(_ name: String, _ desk: Desk, _ words: Language) -> [String] {
    do {
      let (session, _, reading) = try desk.read(try SessionPlace(name, in: desk.surroundings.sessions))
      let required = session.walk.filter { session.requires($0) }
      let answered = required.filter { session.isAnswered($0.id) }.count
      let clock = WallClock.system(environment: desk.surroundings.environment)
      let changed = reading.entries.last?.at ?? reading.header.created
      return [
        name, session.title, session.language.rawValue, session.run.rawValue, "\(answered)/\(required.count)",
        words.days.text(clock.day(changed)),
      ]
    } catch {
      return [name, (error as? Failure)?.description ?? "\(error)", "", "", "", ""]
    }
  }
}
