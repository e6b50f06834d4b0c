import Draft
import Facilitation
import Journal
import Workshop

/// Every document of a session in every format, in one folder, with a page that leads to them.
struct CompleteExport {
  let files: DraftFiles
  let contents: JournalContents

  /// Writes them all.
  func write() throws(Failure) -> DraftFiles.Outcome {
    var jobs: [DraftFiles.File] = []
    let pages: [ExportFormat] = [.html, .pdf, .docx, .odt, .markdown]
    var groups: [(title: String, files: [DraftFiles.File])] = []
    let ids: [DocumentID?] = files.session.method.documents.isEmpty ? [nil] : files.session.method.documents.map(\.id)
    for (place, id) in ids.enumerated() {
      for isBrief in place == 0 ? [false, true] : [false] {
        let document = Document(draftOf: files.session, in: files.localization, as: id, brief: isBrief)
        guard place == 0 || document.hasSomethingToSay else { continue }
        let formats = isBrief ? pages + [.pptx] : pages
        let made = formats.map { files.file($0, id, isBrief: isBrief) }
        groups.append((document.title, made))
        jobs += made
      }
    }
    let data = [ExportFormat.csv, .ics, .json].flatMap(files.files)
    groups.append((files.localization.language.sentence("export.tables"), data))
    jobs += data
    var outcome = try files.write(jobs)
    // Whoever interrupts it wants nothing more of it.
    guard outcome.interruption == nil else { return outcome }
    let transcript = TranscriptFiles(files: files, contents: contents)
    let accounts = try transcript.write([.html, .markdown])
    groups.append((transcript.title, accounts.map { DraftFiles.File(path: $0, format: .html, isBrief: false) }))
    outcome.paths += accounts
    outcome.paths.append(try index(groups, written: Set(outcome.paths)))
    return outcome
  }

  private func index(
    _ groups: [(title: String, files: [DraftFiles.File])], written: Set<String>
  ) throws(Failure) -> String {
    let path = files.folder + "/index.html"
    let language = files.localization.language
    let links = groups.map { group in
      let paths = group.files.map(\.path).filter(written.contains)
      return (title: group.title, files: paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    }.filter { !$0.files.isEmpty }
    let page = IndexPage(
      title: files.session.title, heading: language.sentence("export.index"), language: language.code)
    do throws(JournalError) {
      try saveSafely(page.text(leadingTo: links), to: path, storage: files.system.storage)
    } catch {
      throw Failure(error.status, JournalErrorText(language: language, file: path).sentence(error))
    }
    return path
  }
}

extension Document {
  /// Whether a document holds more than its cover and gaps.
  fileprivate var hasSomethingToSay: Bool {
    parts.dropFirst().contains { part in
      part.blocks.contains { block in block.texts.contains { !$0.sources.isEmpty } }
    }
  }
}
