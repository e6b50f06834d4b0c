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
    var groups: [IndexPage.Group] = []
    let session = files.session
    for draft in session.method.drafts where session.offers(draft) {
      let title = Document.title(of: draft, of: session, in: files.localization)
      let formats: [ExportFormat] = draft.form == .slides ? [.pptx] : [.html, .pdf, .docx, .odt, .markdown]
      let made = formats.map { files.file($0, draft.id) }
      groups.append(
        IndexPage.Group(title: title, readers: readers(of: draft.form), files: made.map(\.path)))
      jobs += made
    }
    let data = [ExportFormat.csv, .ics, .json].flatMap(files.files)
    let tables = word(files.isForExcel ? "export.for-spreadsheets" : "export.for-readers")
    groups.append(
      IndexPage.Group(
        title: word("export.tables"), readers: word("export.for-data") + ". " + tables, files: data.map(\.path)))
    jobs += data
    var outcome = try files.write(jobs)
    // Whoever interrupts it wants nothing more of it.
    guard outcome.interruption == nil else { return outcome }
    let transcript = TranscriptFiles(files: files, contents: contents)
    let accounts = try transcript.write([.html, .markdown])
    groups.append(IndexPage.Group(title: transcript.title, readers: word("export.for-transcript"), files: accounts))
    outcome.paths += accounts
    outcome.paths.append(try index(groups, written: Set(outcome.paths)))
    return outcome
  }

  private func word(_ key: String) -> String { files.localization.language.sentence(key) }

  private func readers(of form: DraftDocument.Form) -> String {
    switch form {
    case .report: word("export.for-report")
    case .onePage: word("export.for-one-page")
    case .slides: word("export.for-slides")
    case .working: word("export.for-working")
    }
  }

  private func index(_ groups: [IndexPage.Group], written: Set<String>) throws(Failure) -> String {
    let path = files.folder + "/index.html"
    let language = files.localization.language
    let links = groups.map { group in
      var group = group
      group.files = group.files.filter(written.contains).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      return group
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
