import ArgumentParser
import Draft
import Workshop

/// The formats a draft is written in. Help, file names and tests read this list.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown
  case html

  /// The ending of a file of this format.
  var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    }
  }

  /// A document as the bytes of a file.
  func bytes(of document: Document) -> [UInt8] {
    switch self {
    case .markdown: Array(MarkdownWriter().text(of: document).utf8)
    case .html: HTMLWriter().text(of: document)
    }
  }
}
