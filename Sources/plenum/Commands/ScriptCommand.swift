import ArgumentParser
import Method
import Workshop

/// `plenum script`: the script that, replayed, gives a session again.
struct ScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script", abstract: "Print the script that, replayed, gives a session again.")

  @Argument(help: "The session, or the beginning of its name; else the latest one.")
  var session: String?

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let desk = Desk(surroundings)
    let words = surroundings.language
    let place = try desk.locate(session)
    let (session, source, reading) = try desk.read(place)
    let script = try Desk.reading(words) { () throws(MethodError) in
      try SessionScript(of: reading, method: session.method, source: source)
    }
    for note in JournalErrorText(language: words, file: place.journal).notes(reading) { standardError(note) }
    try standardOutput(script.text, language: words)
  }
}
