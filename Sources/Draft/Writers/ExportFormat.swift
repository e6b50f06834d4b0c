/// The formats a draft is written in. Help, file names and tests read this list.
package enum ExportFormat: String, CaseIterable, Sendable {
  case markdown, html, docx, odt, pptx, pdf, csv, ics, json

  /// The ending of a file of this format.
  package var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html, .docx, .odt, .pptx, .pdf, .csv, .ics, .json: rawValue
    }
  }

  /// Whether another program makes it, which takes seconds.
  package var needsTool: Bool {
    switch self {
    case .docx, .odt, .pptx, .pdf: true
    case .markdown, .html, .csv, .ics, .json: false
    }
  }

  /// What is written when nobody says anything else.
  package static let usual: [ExportFormat] = [.markdown, .html]

  /// What `--to` names: formats by comma, or all of them; nil with the name of one there is not.
  package static func named(_ names: some StringProtocol) -> (formats: [ExportFormat], unknown: String?) {
    var formats: [ExportFormat] = []
    for name in names.split(whereSeparator: { $0 == "," || $0 == " " }).map({ $0.lowercased() }) {
      if name == "all" {
        formats += ExportFormat.allCases
      } else if let format = ExportFormat(rawValue: name)
        ?? ExportFormat.allCases.first(where: { $0.fileExtension == name })
      {
        formats.append(format)
      } else {
        return ([], name)
      }
    }
    var seen: Set<ExportFormat> = []
    return (formats.filter { seen.insert($0).inserted }, nil)
  }
}
