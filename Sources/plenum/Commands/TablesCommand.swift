import ArgumentParser
import Draft
import Facilitation
import Journal
import Text
import Workshop

/// `plenum tables`: what many workshops hold, as tables for a database.
struct TablesCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Write what many workshops hold as tables for a database.",
    discussion: """
      Each table is written as CSV and as lines of JSON, a row a thing; "plenum help workshops" says what stands in them.
      What was undone, redacted or given a pseudonym is in none of them.
      """)

  @Argument(
    help: "The sessions, or the beginnings of their names; all of them without any.",
    completion: SessionCompletion.kind)
  var sessions: [String] = []

  @Option(help: ArgumentHelp("The folder they are written to.", valueName: "folder"))
  var output: String

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    let folder = context.sessions
    let names =
      sessions.isEmpty
      ? try launcher.saving(folder.path) { () throws(JournalError) in try folder.list() } : sessions
    var files = WorkshopTable.all.map { (table: $0, csv: $0.header, json: [UInt8]()) }
    var (count, unread) = (0, 0)
    for name in names {
      // One that cannot be read does not keep the others back.
      do {
        let source = try source(launcher, try launcher.locate(name))
        for place in files.indices {
          files[place].csv += files[place].table.csv(source)
          files[place].json += files[place].table.jsonLines(source)
        }
        count += 1
      } catch let failure as Failure {
        context.say("\(name): \(failure.description)")
        unread += 1
      }
    }
    try launcher.makeFolder(output)
    try launcher.saving(output) { () throws(JournalError) in
      for file in files {
        try saveSafely(file.csv, to: "\(output)/\(file.table.name).csv", storage: context.storage)
        try saveSafely(file.json, to: "\(output)/\(file.table.name).jsonl", storage: context.storage)
      }
    }
    context.say(words.sentence("tables.written", ["folder": output], count: count))
    if unread > 0 { throw Failure(.badInput, "") }
  }

  private func source(_ launcher: SessionLauncher, _ place: SessionLocation) throws -> WorkshopTable.Source {
    let (session, source, contents) = try launcher.read(place)
    return WorkshopTable.Source(
      id: contents.header.session, folder: place.name, session: session,
      localization: try launcher.localization(session.language, from: source), began: contents.header.created,
      ended: contents.entries.last?.at ?? contents.header.created)
  }
}
