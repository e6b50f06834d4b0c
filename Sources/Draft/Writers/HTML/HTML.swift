internal import Workshop

/// Sets a document as one HTML page that needs nothing else: no script, no request.
public struct HTMLWriter: Sendable {
  /// A writer; it has nothing to set up.
  public init() {}

  /// The document as a page.
  public func text(of document: Document) -> [UInt8] {
    var setting = HTMLRenderer(document: document)
    setting.page()
    return setting.html.bytes
  }
}

/// A page as it is set.
struct HTMLRenderer {
  let document: Document
  var html = HTMLPage()
  /// Where the answers stand: the part and block that their anchors belong to.
  private let homes: [Handle: Home]
  /// The answers that have their anchor already.
  private var anchored: Set<Handle> = []
  /// Whether a heading stands within the part already: what is below it is a step deeper.
  var hasHeading = false
  /// The block that is being set.
  private var here = Home(part: 0, block: 0)

  struct Home {
    var part: Int
    var block: Int
    /// Whether answers are at home here rather than only mentioned.
    var isSettled = false

    /// Moves to the first place where the answer is at home.
    mutating func settle(at other: Home) {
      if !isSettled, other.isSettled { self = other }
    }

    func isAt(_ other: Home) -> Bool { part == other.part && block == other.block }
  }

  init(document: Document) {
    self.document = document
    var homes: [Handle: Home] = [:]
    for (part, content) in document.parts.enumerated() {
      for (place, block) in content.blocks.enumerated() {
        let here = Home(part: part, block: place, isSettled: block.isHome)
        block.forEachText { text in
          guard text.sources.count == 1, let handle = text.sources.first else { return }
          homes[handle, default: here].settle(at: here)
        }
      }
    }
    self.homes = homes
  }

  mutating func page() {
    head()
    for (place, part) in document.parts.enumerated() {
      here = Home(part: place, block: 0)
      if place == 0 { cover(part) } else { section(part, place) }
    }
    html.raw("</main>\n</body>\n</html>\n")
  }

  /// Everything up to the body.
  mutating func head() {
    html.raw("<!DOCTYPE html>\n<html lang=\"\(document.language)\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.raw("style-src 'unsafe-inline'; img-src data:\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", document.title)
    html.raw("\n<style>\(htmlStyle)</style>\n</head>\n<body class=\"\(document.form.rawValue)\">\n")
  }

  private mutating func cover(_ part: Document.Part) {
    html.raw("<header>\n")
    html.element("h1", document.title)
    html.raw("\n")
    here.block = -1
    blocks(part.blocks)
    html.raw("</header>\n")
    if document.hasContents { contents() }
    html.raw("<main>\n")
  }

  private mutating func contents() {
    html.raw("<nav aria-labelledby=\"contents\">\n")
    html.element("h2", document.words.contents, " id=\"contents\"")
    html.raw("\n<ol>\n")
    for (place, part) in document.parts.enumerated() where place > 0 {
      html.raw(part.isAnnex ? "<li class=\"annex\"><a href=\"#" : "<li><a href=\"#")
      html.raw("\(identifier(part, place))\">")
      html.text(part.title ?? "")
      html.raw("</a></li>\n")
    }
    html.raw("</ol>\n</nav>\n")
  }

  private mutating func section(_ part: Document.Part, _ place: Int) {
    let id = identifier(part, place)
    let isFirstOfAnnex = part.isAnnex && !document.parts[place - 1].isAnnex
    html.raw(part.isAnnex ? "<section class=\"annex\(isFirstOfAnnex ? " first" : "")\">\n" : "<section>\n")
    hasHeading = false
    let runs = part.pageSections
    if runs.isEmpty { title(part, id) }
    here.block = -1
    for run in runs {
      if run.isWide { html.raw("<div class=\"turned\">\n") }
      if run.hasTitle { title(part, id) }
      blocks(run.blocks)
      if run.isWide { html.raw("</div>\n") }
    }
    html.raw("</section>\n")
  }

  private mutating func title(_ part: Document.Part, _ id: String) {
    html.element("h2", part.title ?? "", " id=\"\(id)\"")
    html.raw("\n")
    guard let status = part.status else { return }
    html.element("p", status, " class=\"state \(part.state?.rawValue ?? "")\"")
    html.raw("\n")
  }

  private func identifier(_ part: Document.Part, _ place: Int) -> String {
    "s\(place)-" + HTMLPage.identifier(part.id.rawValue)
  }

  private mutating func blocks(_ blocks: [Document.Block]) {
    for block in blocks {
      here.block += 1
      set(block)
    }
  }

  /// The attributes of the element an answer stands in: its anchor, when this is where it is at home, and where it
  /// came from.
  mutating func origin(_ texts: [Document.Text]) -> String {
    let sources = texts.first { !$0.sources.isEmpty }?.sources ?? []
    guard let handle = sources.first else { return "" }
    let first = HTMLPage.identifier(handle.rawValue)
    let others =
      sources.count == 1 ? "" : sources.dropFirst().prefix(11).map { " " + HTMLPage.identifier($0.rawValue) }.joined()
    var attributes = " data-from=\"\(first)\(others)\""
    if sources.count == 1, homes[handle]?.isAt(here) == true, anchored.insert(handle).inserted {
      attributes = " id=\"a-\(first)\"" + attributes
    }
    return attributes
  }

  /// Sets a text within its element: a gap and a change stand out, and what names another answer leads to it.
  mutating func set(_ text: Document.Text) {
    guard !text.text.isEmpty else { return }
    let change = document.change(of: text)
    if let change {
      html.raw("<ins class=\"\(change == .added ? "added" : "revised")\"><b class=\"flag\">")
      html.text(change == .added ? document.words.added : document.words.revised)
      html.raw("</b> ")
    }
    if text.isGap { html.raw("<mark>") }
    let link = text.target.flatMap { target in homes[target].flatMap { $0.isAt(here) ? nil : target } }
    if let link { html.raw("<a href=\"#a-\(HTMLPage.identifier(link.rawValue))\">") }
    html.text(text.text)
    if link != nil { html.raw("</a>") }
    if text.isGap { html.raw("</mark>") }
    if change != nil { html.raw("</ins>") }
  }

  mutating func element(_ name: String, _ text: Document.Text, _ attributes: String = "") {
    let origin = origin([text])
    html.raw("<\(name)\(attributes)\(origin)>")
    set(text)
    html.raw("</\(name)>\n")
  }
}

extension Document.Block {
  /// Whether answers are at home in it rather than only mentioned.
  fileprivate var isHome: Bool {
    switch self {
    case .table, .cross, .cards, .quotes, .ticks: true
    case .heading, .paragraph, .boxed, .list, .tree, .figure, .timeline, .calendar: false
    }
  }
}
