internal import Text
internal import Workshop

/// Sets a document as pandoc's JSON syntax tree, for the formats that pandoc writes. User text only ever becomes `Str`:
/// no formula, no image but our own drawings, and no raw markup but our own breaks and fields.
public struct PandocWriter: Sendable {
  /// What pandoc makes of the tree.
  public enum Target: String, Sendable, CaseIterable {
    /// Word.
    case docx
    /// OpenDocument text.
    case odt
    /// Slides.
    case pptx
  }

  let target: Target
  private let version: [Int]
  /// Whether styles, and what stands at the foot of a page, are those of ``reference``.
  private let isOurStyle: Bool
  /// Whether the files of ``Picture`` are there; a drawing is a table where they are not.
  private let hasPictures: Bool

  /// A writer for a target.
  ///
  /// - Parameters:
  ///   - target: What pandoc shall write.
  ///   - version: The version of the syntax tree that the pandoc at hand reads.
  ///   - isOurStyle: Whether it is set in the styles of ``reference(for:)``, not in somebody's own.
  ///   - hasPictures: Whether the pictures of the document lie beside it, under their names.
  public init(for target: Target, version: [Int], isOurStyle: Bool = true, hasPictures: Bool = false) {
    self.hasPictures = hasPictures
    self.target = target
    self.version = version
    self.isOurStyle = isOurStyle
  }

  /// The document as a syntax tree.
  public func text(of document: Document) -> [UInt8] {
    let blocks =
      target == .pptx
      ? PandocSlideRenderer(document: document, hasPictures: hasPictures).blocks
      : PandocPageRenderer(document: document, target: target, isOurStyle: isOurStyle, hasPictures: hasPictures).blocks
    // Only what is read from the beginning has a title page; else the title is the first heading.
    let hasTitle = target == .pptx || document.form == .report
    // The lines of the cover stand under the title of slides.
    let lines = document.parts.first?.blocks.flatMap(\.texts).filter { !$0.text.isEmpty } ?? []
    let subtitle: [(String, JSON)] =
      target == .pptx && document.form == .slides && !lines.isEmpty
      ? [("author", .node("MetaList", .array(lines.map { .node("MetaInlines", .array([Pandoc.string($0.text)])) })))]
      : []
    let meta: [(String, JSON)] =
      subtitle + [
        (
          hasTitle ? "title" : "pagetitle",
          .node("MetaInlines", .array([.node("Str", .string(readable(document.title)))]))
        ),
        ("lang", .node("MetaString", .string(document.language.rawValue))),
      ]
    return JSON.object([
      ("pandoc-api-version", .array(version.map { .number($0) })), ("meta", .object(meta)), ("blocks", .array(blocks)),
    ]).text
  }
}

/// The elements of pandoc's tree that we use.
enum Pandoc {
  static let noAttributes = JSON.array([.string(""), .array([]), .array([])])

  static func attributes(_ id: String = "", _ pairs: [(String, String)] = []) -> JSON {
    .array([.string(id), .array([]), .array(pairs.map { .strings([$0.0, $0.1]) })])
  }

  static func string(_ text: String) -> JSON { .node("Str", .string(readable(text))) }
  static let space = JSON.node("Space")
  static func strong(_ inlines: [JSON]) -> JSON { .node("Strong", .array(inlines)) }
  static func emphasis(_ inlines: [JSON]) -> JSON { .node("Emph", .array(inlines)) }
  static func paragraph(_ inlines: [JSON]) -> JSON { .node("Para", .array(inlines)) }
  static func plain(_ inlines: [JSON]) -> JSON { .node("Plain", .array(inlines)) }
  static func raw(_ format: String, _ markup: String) -> JSON { .node("RawBlock", .strings([format, markup])) }
  static func quote(_ blocks: [JSON]) -> JSON { .node("BlockQuote", .array(blocks)) }

  /// Blocks in a style of the reference document.
  static func styled(_ style: String, _ blocks: [JSON]) -> JSON {
    .node("Div", .array([attributes("", [("custom-style", style)]), .array(blocks)]))
  }

  static func header(_ level: Int, _ inlines: [JSON], id: String = "") -> JSON {
    .node("Header", .array([.number(level), attributes(id), .array(inlines)]))
  }

  static func link(_ inlines: [JSON], to target: String) -> JSON {
    .node("Link", .array([noAttributes, .array(inlines), .strings([target, ""])]))
  }

  /// A picture that lies beside the document, with what it shows in words.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - width: How wide it stands on the page, in millimetres.
  /// - Returns: The inline element.
  static func image(_ picture: Picture, width: Int) -> JSON {
    .node(
      "Image",
      .array([
        attributes("", [("width", "\(width)mm")]), .array([string(picture.text)]),
        .strings([picture.name + ".png", ""]),
      ]))
  }

  /// What the speaker sees and the others do not.
  static func notes(_ blocks: [JSON]) -> JSON { division(["notes"], blocks) }

  static func division(_ classes: [String], _ blocks: [JSON], _ pairs: [(String, String)] = []) -> JSON {
    .node(
      "Div",
      .array([
        .array([.string(""), .strings(classes), .array(pairs.map { .strings([$0.0, $0.1]) })]), .array(blocks),
      ]))
  }

  static func bullets(_ items: [[JSON]]) -> JSON { .node("BulletList", .array(items.map { .array($0) })) }

  static func numbered(_ items: [[JSON]]) -> JSON {
    .node(
      "OrderedList",
      .array([
        .array([.number(1), .node("Decimal"), .node("Period")]), .array(items.map { .array($0) }),
      ]))
  }

  /// A table whose columns are as wide as these parts of the page.
  static func table(head: [[JSON]], rows: [[[JSON]]], widths: [Double], numeric: [Bool]) -> JSON {
    let columns = zip(widths, numeric).map { width, isNumeric -> JSON in
      let parts = Int(width * 10_000)
      let digits = String(parts)
      let literal = "0." + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      return .array([.node(isNumeric ? "AlignRight" : "AlignLeft"), .node("ColWidth", .literal(literal))])
    }
    func row(_ cells: [[JSON]]) -> JSON {
      .array([
        noAttributes,
        .array(
          cells.map { .array([noAttributes, .node("AlignDefault"), .number(1), .number(1), .array($0)]) }),
      ])
    }
    return .node(
      "Table",
      .array([
        noAttributes, .array([.null, .array([])]), .array(columns),
        .array([noAttributes, .array(head.isEmpty ? [] : [row(head)])]),
        .array([.array([noAttributes, .number(0), .array([]), .array(rows.map(row))])]),
        .array([noAttributes, .array([])]),
      ]))
  }
}

extension JSON {
  /// A kind and its content, as pandoc's syntax tree has them.
  static func node(_ kind: String, _ content: JSON? = nil) -> JSON {
    .object([("t", .string(kind))] + (content.map { [("c", $0)] } ?? []))
  }
}
