import Draft
import Facilitation
import Journal
import Workshop

/// Writes the documents of a session as files, each saved safely. A file that cannot be made leaves the others, and the
/// one that was there before.
struct DraftFiles {
  let session: Session
  let localization: Localization
  /// The folder they are written to.
  let folder: String
  /// What their names begin with: the name of the session.
  let name: String
  /// The system, for files and for the programs it starts.
  let system: System
  /// The documents; none means the first.
  var documents: [DocumentID] = []
  /// Whether only the main points are wanted.
  var isBrief = false
  /// The session as it was, for marking what has changed.
  var older: Session?
  /// A house style, by what it is for.
  var reference: [PandocWriter.Target: String] = [:]
  /// Whether CSV files are for Excel.
  var isForExcel = false
  /// How many lines of the journal could not be read: something may be missing, and every document says so.
  var unreadable = 0
  /// Told of each file before it is written: its number, how many there are, and its path.
  var progress: (_ number: Int, _ count: Int, _ path: String) -> Void = { _, _, _ in }

  /// What was written and what was not.
  struct Outcome {
    /// The paths of the files, in order.
    var paths: [String] = []
    /// A sentence for each file that could not be made.
    var complaints: [String] = []
    /// How the command ends: well, unless nothing could be written.
    var status: Failure.Status?
    /// The signal that ended it before it was done.
    var interruption: Int32?
  }

  /// One file to be written.
  struct File: Sendable {
    var path: String
    var format: ExportFormat
    var document: DocumentID?
    var isBrief: Bool
    var sheet: Question?
    /// Whether it holds what was measured.
    var holdsMeasures = false

    /// Whether it is made from a document, not from the session alone.
    var needsDocument: Bool { format != .csv && format != .ics }

    /// Whether the same document does for both.
    func isOfSameDocument(as other: File) -> Bool {
      needsDocument == other.needsDocument && document == other.document && isBrief == other.isBrief
    }
  }

  /// Writes these formats.
  ///
  /// - Throws: A failure that names the file that cannot be saved; the old one is then untouched.
  func write(_ formats: [ExportFormat]) throws(Failure) -> Outcome {
    try write(formats.flatMap(files))
  }

  /// Writes these files.
  func write(_ files: [File]) throws(Failure) -> Outcome {
    var outcome = Outcome()
    let needsTools = files.contains(where: \.format.needsTool)
    let converters = needsTools ? Converters(on: system, reference: reference) : nil
    defer { converters?.close() }
    var place = 0
    while place < files.count {
      // One document becomes several files, and those that need no other program are set side by side.
      let same = files[place...].prefix { $0.isOfSameDocument(as: files[place]) }
      let document = files[place].needsDocument ? document(of: files[place]) : nil
      let writer = BuiltInWriter(session: session, localization: localization, name: name, isForExcel: isForExcel)
      let set = same.concurrentMap { writer.bytes(of: $0, document) }
      for (file, set) in zip(same, set) {
        place += 1
        progress(place, files.count, file.path)
        let bytes: [UInt8]
        do throws(ConversionError) {
          if let set { bytes = set } else { bytes = try converted(file, document, converters) }
        } catch {
          outcome.complaints.append(sentence(error, file.path))
          switch error {
          case .missing: outcome.status = outcome.status ?? .toolMissing
          case .failed, .tooSlow: outcome.status = .inputOutput
          case .interrupted(let signal):
            (outcome.status, outcome.interruption) = (.inputOutput, signal)
            return outcome
          }
          continue
        }
        do throws(JournalError) { try saveSafely(bytes, to: file.path, storage: system.storage) } catch {
          throw Failure(
            error.status, JournalErrorText(language: localization.language, file: file.path).sentence(error))
        }
        outcome.paths.append(file.path)
      }
    }
    if !outcome.paths.isEmpty, outcome.status == .toolMissing { outcome.status = nil }
    return outcome
  }

  /// Every file of this session that is there, whatever was asked for when it was written: in its folder, and in the
  /// folder of everything.
  var filesThere: [File] {
    let everything = "\(folder)/\(name)-\(localization.language.sentence("export.all-folder"))"
    return [folder, everything].flatMap { place -> [File] in
      var there = DraftFiles(
        session: session, localization: localization, folder: place, name: name, system: system)
      there.documents = session.method.documents.map(\.id)
      let brief = ExportFormat.allCases.flatMap { format in
        there.documents.map { there.file(format, $0, isBrief: true) }
      }
      return (ExportFormat.allCases.flatMap(there.files) + brief).filter { file in
        system.storage.isThere(file.path)
      }
    }
  }

  /// The files of a format.
  func files(_ format: ExportFormat) -> [File] {
    let chosen: [DocumentID?] = documents.isEmpty ? [nil] : documents
    switch format {
    case .markdown, .html, .docx, .odt, .pdf: return chosen.map { file(format, $0, isBrief: isBrief) }
    case .pptx: return chosen.map { file(format, $0, isBrief: true) }
    case .json: return [File(path: "\(folder)/\(name).json", format: format, isBrief: isBrief)]
    case .ics:
      let word = SessionsFolder.folderName(for: localization.language.sentence("export.calendar-file"))
      return [File(path: "\(folder)/\(name)-\(word).ics", format: format, isBrief: isBrief)]
    case .csv:
      let measured =
        session.measures.all.isEmpty
        ? [] : [SessionsFolder.folderName(for: localization.language.sentence("measures.title"))]
      return measured.map {
        File(path: "\(folder)/\(name)-\($0).csv", format: format, isBrief: isBrief, holdsMeasures: true)
      }
        + session.method.sheets.compactMap(session.method.question).filter { session.isAnswered($0.id) }.map {
          question in
          let word = SessionsFolder.folderName(for: localization.texts.label(of: question.id))
          return File(path: "\(folder)/\(name)-\(word).csv", format: format, isBrief: isBrief, sheet: question)
        }
    }
  }

  /// The file of a document, named as people name files.
  func file(_ format: ExportFormat, _ document: DocumentID?, isBrief: Bool) -> File {
    let id = document ?? session.method.documents.first?.id
    let own = id.flatMap { localization.texts.documents[$0]?.file }
    let word = SessionsFolder.folderName(for: own ?? localization.language.sentence("draft.file-name"))
    // Slides are always brief: their name need not say so.
    let brief = isBrief && format != .pptx ? "-" + localization.language.sentence("export.brief-file") : ""
    return File(
      path: "\(folder)/\(name)-\(word)\(brief).\(format.fileExtension)", format: format, document: document,
      isBrief: isBrief)
  }

  private func document(of file: File) -> Document {
    var document = Document(draftOf: session, in: localization, as: file.document, brief: file.isBrief, since: older)
    guard unreadable > 0, !document.parts.isEmpty else { return document }
    let sentence = localization.language.sentence("export.unreadable-lines", count: unreadable)
    document.parts[0].blocks.append(.paragraph(Document.Text(sentence, isGap: true)))
    return document
  }

  private func converted(
    _ file: File, _ document: Document?, _ converters: Converters?
  ) throws(ConversionError) -> [UInt8] {
    guard let document, let converters else { throw .failed(tool: "mkdtemp", reason: file.path) }
    guard let target = PandocWriter.Target(rawValue: file.format.fileExtension) else {
      return try converters.pdf(document)
    }
    return try converters.convert(document, to: target)
  }

  private func sentence(_ error: ConversionError, _ path: String) -> String {
    let language = localization.language
    switch error {
    case .missing(let tool, let package):
      return language.sentence("export.missing-tool", ["file": path, "tool": tool, "package": package])
    case .failed(let tool, let reason):
      return language.sentence("export.tool-failed", ["file": path, "tool": tool, "reason": reason])
    case .interrupted: return language.sentence("export.interrupted", ["file": path])
    case .tooSlow(let tool, let seconds):
      let reason = language.sentence("export.tool-slow", ["tool": tool, "seconds": String(seconds)])
      return language.sentence("export.tool-failed", ["file": path, "tool": tool, "reason": reason])
    }
  }
}
