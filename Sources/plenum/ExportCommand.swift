import ArgumentParser
import Journal
import Workshop

/// `plenum export`: the draft of a session as files; their paths on standard output.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: "Write the draft of a session.")

  @Argument(help: "The session, or the beginning of its name.")
  var session: String

  @Option(help: "The formats, by comma: markdown.")
  var to = "markdown"

  @Option(help: ArgumentHelp("The language of the draft (else that of the room).", valueName: "code"))
  var language: String?

  @Option(help: ArgumentHelp("The folder to write to (else that of the session).", valueName: "folder"))
  var output: String?

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let desk = Desk(surroundings)
    let words = surroundings.language
    var formats: [ExportFormat] = []
    for name in to.split(separator: ",").map({ $0.trimmed.lowercased() }) {
      guard let format = ExportFormat(rawValue: name) else {
        throw Failure(.usage, words.sentence("files.unknown-format", ["format": name, "known": ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")]))
      }
      formats.append(format)
    }
    let place = try desk.locate(session)
    let (session, source, _) = try desk.read(place)
    let code = language.map { LanguageCode($0.lowercased()) } ?? session.language
    guard session.method.languages.contains(code) else {
      let known = session.method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, words.sentence("start.language-unknown", ["typed": code.rawValue, "known": known]))
    }
    let wording = try desk.wording(code, from: source)
    if let output, !Files.makeFolder(output) {
      let reason = words.sentence("system.is-no-folder")
      throw Failure(.cannotCreate, words.sentence("files.cannot-create", ["file": output, "reason": reason]))
    }
    let files = DraftFiles(session: session, wording: wording, folder: output ?? place.folder, name: place.name)
    let paths = try files.write(formats)
    try standardOutput(paths.map { $0 + "\n" }.joined(), language: words)
  }
}
