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

  /// Files that say the same in several formats.
  public struct Group: Sendable {
    /// What they are.
    public var title: String
    /// Whom they are for.
    public var readers: String
    /// Their names.
    public var files: [String]

    /// Files of that title, for those readers.
    public init(title: String, readers: String, files: [String]) {
      (self.title, self.readers, self.files) = (title, readers, files)
    }
  }

  /// The page, with a list of files per group.
  public func text(leadingTo groups: [Group]) -> [UInt8] {
    let document = Document(
      id: nil, form: .working, title: "\(title): \(heading)", language: language,
      words: Document.Words(contents: "", added: "", revised: "", weekdays: [], months: [], states: [:]), parts: [],
      changes: [:])
    var setting = HTMLRenderer(document: document)
    setting.head()
    setting.html.raw("<header>\n")
    setting.html.element("h1", document.title)
    setting.html.raw("\n</header>\n<main>\n")
    for group in groups {
      setting.html.raw("<section>\n")
      setting.html.element("h2", group.title)
      setting.html.raw("\n")
      setting.html.element("p", group.readers)
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
