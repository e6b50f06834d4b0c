import Draft
import Workshop

/// Writes the formats that need no other program.
struct OwnWriter: Sendable {
  let session: Session
  let wording: Wording
  /// The name of the session.
  let name: String
  /// Whether CSV files are for Excel.
  let isForExcel: Bool

  /// What a file holds.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - document: The document it is made from, where it is made from one.
  /// - Returns: Its bytes; nil where another program makes them.
  func bytes(of file: DraftFiles.File, _ document: Document?) -> [UInt8]? {
    switch file.format {
    case .ics: CalendarWriter(session: name).text(of: session, in: wording)
    case .csv: file.sheet.map { CSVWriter(forExcel: isForExcel).text(of: $0, in: session, wording) } ?? []
    case .markdown: document.map { Array(MarkdownWriter().text(of: $0).utf8) }
    case .html: document.map { HTMLWriter().text(of: $0) }
    case .json: document.map { JSONExportWriter().text(of: session, in: wording, draft: $0) }
    case .docx, .odt, .pptx, .pdf: nil
    }
  }
}
