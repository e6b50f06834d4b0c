import Draft
import Facilitation
import Workshop

/// Writes the formats that need no other program.
struct BuiltInWriter: Sendable {
  let session: Session
  let localization: Localization
  /// The name of the session.
  let name: String
  /// Whether CSV files are for Excel.
  let isForExcel: Bool
  /// When the answers were said and changed, where that is known.
  let history: CalendarHistory?

  /// What a file holds.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - document: The document it is made from, where it is made from one.
  /// - Returns: Its bytes; none where another program makes them.
  func bytes(of file: DraftFiles.File, _ document: Document?) -> [UInt8] {
    switch file.format {
    case .ics: CalendarWriter(session: name).text(of: session, in: localization, history: history)
    case .csv where file.holdsMeasures: CSVWriter(forExcel: isForExcel).measures(in: session, localization)
    case .csv: file.sheet.map { CSVWriter(forExcel: isForExcel).text(of: $0, in: session, localization) } ?? []
    case .markdown: document.map { Array(MarkdownWriter().text(of: $0).utf8) } ?? []
    case .html: document.map { HTMLWriter().text(of: $0) } ?? []
    case .json: document.map { JSONExportWriter().text(of: session, in: localization, draft: $0) } ?? []
    case .docx, .odt, .pptx, .pdf: []
    }
  }
}
