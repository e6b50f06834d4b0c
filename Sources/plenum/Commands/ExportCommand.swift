import ArgumentParser
import Draft
import Facilitation
import Journal
import Text
import Workshop

/// `plenum export`: the documents of a session as files; their paths on standard output.
struct ExportCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the draft of a session, and what goes with it.")

  @Argument(help: "The session, or the beginning of its name.", completion: SessionCompletion.kind)
  var session: String?

  @Option(
    help: ArgumentHelp(
      "The formats, by comma: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")); or all of them, in a folder.",
      valueName: "formats"))
  var to = ExportFormat.usual.map(\.rawValue).joined(separator: ",")

  @Option(
    help: ArgumentHelp("The documents, by comma, such as crisis-manual; or all of them.", valueName: "names"))
  var document: String?

  /// What version 0.1 called the one page.
  @Flag(help: .hidden)
  var brief = false

  @Option(help: ArgumentHelp("The language of the draft (else that of the room).", valueName: "code"))
  var language: String?

  @Option(help: ArgumentHelp("Mark what has changed since a day or an entry.", valueName: "day"))
  var since: String?

  @Option(help: ArgumentHelp("The documents as an iteration left them, by its number.", valueName: "number"))
  var iteration: Int?

  @Option(help: ArgumentHelp("Your house style: a .docx, .odt or .pptx file.", valueName: "file"))
  var referenceDoc: [String] = []

  @Flag(help: "CSV files as Excel and LibreOffice read them where the language is spoken.")
  var excel = false

  @Option(help: ArgumentHelp("The folder to write to (else that of the session).", valueName: "folder"))
  var output: String?

  @Flag(help: "Print the schema that the JSON follows, and nothing else.")
  var schema = false

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    if schema { return try context.print(sessionSchema) }
    guard let named = session else { throw ValidationError("Missing expected argument '<session>'") }
    let (formats, unknown) = ExportFormat.named(to)
    if let unknown {
      let known = (ExportFormat.allCases.map(\.rawValue) + ["all"]).joined(separator: ", ")
      throw Failure(.usage, words.sentence("files.unknown-format", ["format": unknown, "known": known]))
    }
    let place = try launcher.locate(named)
    let (whole, source, contents) = try launcher.readAloud(place)
    let session = try whole.asOf(iteration: iteration, try launcher.localization(whole.language, from: source))
    let code = language.map { LanguageCode($0.lowercased()) } ?? session.language
    guard session.method.languages.contains(code) else {
      let known = session.method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, words.sentence("start.language-unknown", ["typed": code.rawValue, "known": known]))
    }
    let localization = try launcher.localization(code, for: session, from: source)
    let isEverything = to.lowercased() == "all"
    let word = localization.language.sentence("export.all-folder")
    let folder = output ?? (isEverything ? "\(place.folder)/\(place.name)-\(word)" : place.folder)
    if output != nil || isEverything { try launcher.makeFolder(folder) }
    var files = DraftFiles(
      session: session, localization: localization, folder: folder, name: place.name, system: context.system)
    files.documents = try documents(of: session, words)
    files.missingLines = contents.unreadableLines
    files.older = try since.map { try older($0, session, contents, context) }
    files.reference = try references(context)
    files.isForExcel = excel
    files.history = CalendarHistory(of: contents.inCausalOrder.map { ($0.at, $0.events) })
    if isEverything, isTerminal(2) {
      files.progress = { number, count, path in
        let file = path.split(separator: "/").last.map(String.init) ?? path
        context.say(
          words.sentence("export.progress", ["number": String(number), "count": String(count), "file": file]))
      }
    }
    let outcome = isEverything ? try CompleteExport(files: files, contents: contents).write() : try files.write(formats)
    try context.print(outcome.paths.map { $0 + "\n" }.joined())
    for sentence in outcome.complaints + outcome.notes { context.say(sentence) }
    if let signal = outcome.interruption { raiseAgain(signal) }
    if let status = outcome.status { throw Failure(status, "") }
  }

  private func documents(of session: Session, _ words: Language) throws -> [DocumentID] {
    guard let document = document ?? (brief ? DraftDocument.Form.onePage.rawValue : nil) else { return [] }
    let method = session.method
    if document == "all" { return method.drafts.filter(session.offers).map(\.id) }
    return try document.split(separator: ",").map { name in
      let id = DocumentID(name.trimmed)
      guard method.drafts.contains(where: { $0.id == id }) else {
        let known = (method.drafts.map(\.id.rawValue) + ["all"]).joined(separator: ", ")
        throw Failure(.usage, words.sentence("export.unknown-document", ["typed": id.rawValue, "known": known]))
      }
      return id
    }
  }

  /// The session as it was at the end of a day, or after an entry: `2026-02-10`, `k3f9-17` or just `17`.
  private func older(
    _ typed: String, _ session: Session, _ contents: JournalContents, _ context: CommandContext
  ) throws -> Session {
    var older = Session(
      method: session.method, language: contents.header.language, run: contents.header.run)
    // A day is one where the session was held.
    let clock = context.system.clockInZone(contents.header.timeZone)
    let isDay = Day(iso: typed) != nil
    var isFound = isDay
    // What is hidden now is hidden in what was.
    for entry in contents.inCausalOrder {
      if isDay, clock.day(entry.at).description > typed { break }
      older.apply(entry.events, as: entry.id, at: entry.at)
      guard !isDay, typed == "\(entry.id.epoch)-\(entry.id.number)" || typed == String(entry.id.number) else {
        continue
      }
      isFound = true
      break
    }
    guard isFound else { throw Failure(.usage, context.language.sentence("export.unknown-since", ["typed": typed])) }
    return older
  }

  private func references(_ context: CommandContext) throws -> [PandocWriter.Target: String] {
    var references: [PandocWriter.Target: String] = [:]
    for path in referenceDoc {
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard let target = PandocWriter.Target(rawValue: ending), context.storage.bytes(of: path, limit: 1 << 28) != nil
      else {
        throw Failure(.noInput, context.language.sentence("export.no-reference", ["file": path]))
      }
      references[target] = path
    }
    return references
  }
}
