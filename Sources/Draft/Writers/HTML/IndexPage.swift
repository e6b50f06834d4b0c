public import Workshop

/// A page that leads to the files beside it.
public struct IndexPage: Sendable {
  private let title: String
  private let heading: String
  private let language: LanguageCode

  /// A page with that title.
  public init(title: String, heading: String, language: LanguageCode) {
    self.title = title
    self.heading = heading
    self.language = language
  }

  /// The page, with a list of files per group.
  public func text(leadingTo groups: [(title: String, files: [String])]) -> [UInt8] {
    let document = Document(
      id: nil, isBrief: true, title: "\(title): \(heading)", language: language,
      words: Document.Words(contents: "", added: "", revised: "", weekdays: [], states: [:]), parts: [], changes: [:])
    var setting = HTMLRenderer(document: document)
    setting.head()
    setting.html.raw("<header>\n")
    setting.html.element("h1", document.title)
    setting.html.raw("\n</header>\n<main>\n")
    for group in groups {
      setting.html.raw("<section>\n")
      setting.html.element("h2", group.title)
      setting.html.raw("\n<ul>\n")
      for file in group.files {
        setting.html.raw("<li><a href=\"")
        setting.html.text(file)
        setting.html.raw("\">")
        setting.html.text(file)
        setting.html.raw("</a></li>\n")
      }
      setting.html.raw("</ul>\n</section>\n")
    }
    setting.html.raw("</main>\n</body>\n</html>\n")
    return setting.html.bytes
  }
}
