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
  /// The session as it was, for marking what has changed.
  var older: Session?
  /// A house style, by what it is for.
  var reference: [PandocWriter.Target: String] = [:]
  /// Whether CSV files are for spreadsheets as they are set up where the language is spoken.
  var isForExcel = false
  /// How many lines of the journal could not be read: something may be missing, and every document says so.
  var missingLines = 0
  /// When the answers were said and changed, for the calendar; nil where that is not known.
  var history: CalendarHistory?
  /// Told of each file before it is written: its number, how many there are, and its path.
  var progress: (_ number: Int, _ count: Int, _ path: String) -> Void = { _, _, _ in }

  /// What was written and what was not.
  struct Outcome {
    /// The paths of the files, in order.
    var paths: [String] = []
    /// A sentence for each file that could not be made.
    var complaints: [String] = []
    /// What is worth knowing of those that were.
    var notes: [String] = []
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
    var sheet: Question?
    /// Whether it holds what was measured.
    var holdsMeasures = false

    /// Whether it is made from a document, not from the session alone.
    var needsDocument: Bool { format != .csv && format != .ics }
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
    // Each document is made once, whatever it becomes.
    var documents: [DocumentID: Document] = [:]
    for file in files where file.needsDocument {
      let id = file.document ?? DraftDocument.whole
      if documents[id] == nil { documents[id] = made(id) }
    }
    func document(of file: File) -> Document? {
      file.needsDocument ? documents[file.document ?? DraftDocument.whole] : nil
    }
    let jobs = files.filter(\.format.needsTool).compactMap { file in
      document(of: file).map { Job(file: file, document: $0) }
    }
    let converters = jobs.isEmpty ? nil : Converters(on: system, reference: reference)
    converters?.prepare(jobs.compactMap { job in job.target.map { (job.document, $0) } })
    let queue = ConversionQueue(jobs, cores: system.cores, cost: \.cost) { job in job.convert(with: converters) }
    defer {
      queue.close()
      converters?.close()
    }
    let writer = BuiltInWriter(
      session: session, localization: localization, name: name, isForExcel: isForExcel,
      history: history)
    let ready = files.filter { !$0.format.needsTool }
    var built = ready.map { ($0, document(of: $0)) }.concurrentMap { writer.bytes(of: $0, $1) }[...]
    var converted = 0
    for (place, file) in files.enumerated() {
      progress(place + 1, files.count, file.path)
      let bytes: [UInt8]
      if file.format.needsTool {
        defer { converted += 1 }
        switch queue.outcome(of: converted) {
        case .success(let made): bytes = made
        case .failure(let error):
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
      } else {
        bytes = built.removeFirst()
      }
      do throws(JournalError) { try saveSafely(bytes, to: file.path, storage: system.storage) } catch {
        throw Failure(
          error.status, JournalErrorText(language: localization.language, file: file.path).sentence(error))
      }
      outcome.paths.append(file.path)
    }
    if !outcome.paths.isEmpty, outcome.status == .toolMissing { outcome.status = nil }
    outcome.notes = notes(on: files, converters)
    return outcome
  }

  /// One file that another program makes.
  private struct Job: Sendable {
    let file: File
    let document: Document

    var target: PandocWriter.Target? { PandocWriter.Target(rawValue: file.format.fileExtension) }

    /// A page of paper takes far longer than a tree of text, and more where it is longer.
    var cost: Int { document.parts.reduce(1) { $0 + $1.blocks.count } * (file.format == .pdf ? 10 : 1) }

    func convert(with converters: Converters?) -> Result<[UInt8], ConversionError> {
      guard let converters else { return .failure(.failed(tool: "mkdtemp", reason: file.path)) }
      do throws(ConversionError) {
        guard let target else { return .success(try converters.pdf(document)) }
        return .success(try converters.convert(document, to: target))
      } catch { return .failure(error) }
    }
  }

  private func notes(on files: [File], _ converters: Converters?) -> [String] {
    let language = localization.language
    var notes: [String] = []
    if files.contains(where: { $0.format == .csv }) {
      notes.append(language.sentence(isForExcel ? "export.for-spreadsheets" : "export.for-readers"))
    }
    if converters?.lacksPictures == true {
      notes.append(
        language.sentence(
          "export.no-drawings", ["tool": "rsvg-convert", "package": "librsvg2-bin", "brew": "librsvg"]))
    }
    if converters?.isUntagged == true { notes.append(language.sentence("export.untagged", ["tool": "weasyprint"])) }
    return notes
  }

  /// Every file of this session that is there, whatever was asked for when it was written: in its folder, and in the
  /// folder of everything.
  var filesThere: [File] {
    let everything = "\(folder)/\(name)-\(localization.language.sentence("export.all-folder"))"
    return [folder, everything].flatMap { place -> [File] in
      var there = DraftFiles(
        session: session, localization: localization, folder: place, name: name, system: system)
      there.documents = session.method.drafts.map(\.id)
      return ExportFormat.allCases.flatMap(there.files).filter { system.storage.isThere($0.path) }
    }
  }

  /// The files of a format.
  func files(_ format: ExportFormat) -> [File] {
    let drafts = session.method.drafts
    let slides = drafts.first { $0.form == .slides }
    let chosen: [DocumentID] = documents.isEmpty ? [drafts[0].id] : documents
    switch format {
    // Slides are for showing: there is no other file of them but that.
    case .markdown, .html, .docx, .odt, .pdf:
      let pages = chosen.filter { $0 != slides?.id || documents == [$0] }
      return pages.map { file(format, $0) }
    case .pptx:
      let shown = chosen.filter { id in documents.count == 1 || id == slides?.id }
      return (documents.isEmpty || shown.isEmpty ? slides.map { [$0.id] } ?? [] : shown).map { file(format, $0) }
    case .json: return [File(path: "\(folder)/\(name).json", format: format)]
    case .ics:
      let word = SessionsFolder.folderName(for: localization.language.sentence("export.calendar-file"))
      return [File(path: "\(folder)/\(name)-\(word).ics", format: format)]
    case .csv:
      let measured =
        session.measures.all.isEmpty
        ? [] : [SessionsFolder.folderName(for: localization.language.sentence("measures.title"))]
      return measured.map { File(path: "\(folder)/\(name)-\($0).csv", format: format, holdsMeasures: true) }
        + session.method.sheets.compactMap(session.method.question).filter { session.isAnswered($0.id) }.map {
          question in
          let word = SessionsFolder.folderName(for: localization.texts.label(of: question.id))
          return File(path: "\(folder)/\(name)-\(word).csv", format: format, sheet: question)
        }
    }
  }

  /// The file of a document, named as people name files.
  func file(_ format: ExportFormat, _ id: DocumentID) -> File {
    let own = localization.texts.documents[id]?.file
    let draft = session.method.drafts.first { $0.id == id }
    let word =
      switch draft?.form {
      case .onePage: localization.language.sentence("draft.one-page")
      case .slides: localization.language.sentence("draft.slides")
      case .report, .working, nil: localization.language.sentence("draft.file-name")
      }
    let stem = "\(name)-\(SessionsFolder.folderName(for: own ?? word))"
    return File(path: "\(folder)/\(stem).\(format.fileExtension)", format: format, document: id)
  }

  private func made(_ id: DocumentID) -> Document {
    Document(draftOf: session, in: localization, as: id, since: older, missing: missingLines)
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
