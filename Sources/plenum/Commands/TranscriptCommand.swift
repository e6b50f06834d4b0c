import ArgumentParser
import Draft
import Facilitation
import Journal
import Text
import Workshop

/// `plenum transcript`: the readable account of a session, on standard output.
struct TranscriptCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript", abstract: "Print what was said, by whom and when.")

  /// How it is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html
  }

  @Argument(help: "The session, or the beginning of its name.", completion: SessionCompletion.kind)
  var session: String

  @Option(help: "markdown or html.")
  var to: Format = .markdown

  @Option(help: ArgumentHelp("The language of the account (else that of the room).", valueName: "code"))
  var language: String?

  @Option(help: ArgumentHelp("Only what was said in an iteration, by its number.", valueName: "number"))
  var iteration: Int?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    let place = try launcher.locate(self.session)
    let (session, source, contents) = try launcher.readAloud(place)
    let code = language.map { LanguageCode($0.lowercased()) } ?? session.language
    guard session.method.languages.contains(code) else {
      let known = session.method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, words.sentence("start.language-unknown", ["typed": code.rawValue, "known": known]))
    }
    let files = DraftFiles(
      session: session, localization: try launcher.localization(code, for: session, from: source), folder: place.folder,
      name: place.name,
      system: context.system)
    _ = try session.asOf(iteration: iteration, files.localization)
    var document = TranscriptFiles(files: files, contents: contents, iteration: iteration).document
    if contents.unreadableLines > 0, !document.parts.isEmpty {
      let sentence = files.localization.language.sentence("draft.damaged", count: contents.unreadableLines)
      document.parts[0].blocks.append(.paragraph(Document.Text(sentence, isGap: true)))
    }
    let text =
      switch to {
      case .markdown: MarkdownWriter().text(of: document)
      case .html: String(decoding: HTMLWriter().text(of: document), as: UTF8.self)
      }
    try context.print(text)
  }
}

/// The account of a session as files.
struct TranscriptFiles {
  let files: DraftFiles
  let contents: JournalContents
  /// The iteration that it is about; all where none is named.
  var iteration: Int?

  /// The account.
  var document: Document {
    let clock = files.system.clockInZone(contents.header.timeZone)
    var session = Session(
      method: files.session.method, language: contents.header.language, run: contents.header.run)
    var entries = contents.inCausalOrder.map { entry in
      TranscriptEntry(id: entry.id, at: entry.at, time: clock.time(entry.at), events: entry.events)
    }
    if let iteration {
      var state = session
      let numbers = entries.map { entry in
        state.apply(entry.events, as: entry.id, at: entry.at)
        return state.iterations.number
      }
      let first = numbers.firstIndex(of: iteration) ?? entries.endIndex
      for entry in entries[..<first] { session.apply(entry.events, as: entry.id, at: entry.at) }
      entries = entries[first..<((numbers.lastIndex(of: iteration) ?? first - 1) + 1)].map(\.self)
    }
    return Document(transcriptOf: entries, from: session, in: files.localization)
  }

  /// What it is called.
  var title: String {
    files.localization.language.sentence("export.transcript-title", ["title": files.session.title])
  }

  /// Removes the accounts that were written: what they hold may be hidden by now.
  static func remove(of files: DraftFiles) {
    let word = files.localization.language.sentence("export.transcript-file")
    let everything = "\(files.folder)/\(files.name)-\(files.localization.language.sentence("export.all-folder"))"
    for folder in [files.folder, everything] {
      for ending in ["md", "html"] { files.system.storage.discard("\(folder)/\(files.name)-\(word).\(ending)") }
    }
  }

  /// Writes it in these formats.
  func write(_ formats: [ExportFormat]) throws(Failure) -> [String] {
    let document = document
    var paths: [String] = []
    for format in formats {
      let word = files.localization.language.sentence("export.transcript-file")
      let path = "\(files.folder)/\(files.name)-\(word).\(format.fileExtension)"
      let bytes = format == .html ? HTMLWriter().text(of: document) : Array(MarkdownWriter().text(of: document).utf8)
      do throws(JournalError) { try saveSafely(bytes, to: path, storage: files.system.storage) } catch {
        throw Failure(error.status, JournalErrorText(language: files.localization.language, file: path).sentence(error))
      }
      paths.append(path)
    }
    return paths
  }
}
