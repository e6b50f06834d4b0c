internal import Text
import Workshop

/// A document as pages: a cover, the contents, the parts.
struct PandocPageRenderer {
  let document: Document
  let target: PandocWriter.Target
  let isOurStyle: Bool
  let hasPictures: Bool

  var blocks: [JSON] {
    var blocks: [JSON] = []
    for (place, part) in document.parts.enumerated() {
      if place == 0 {
        if !isReport { blocks.append(Pandoc.header(1, [Pandoc.string(document.title)])) }
        let style = isReport ? "Cover" : "Status"
        blocks += part.blocks.flatMap { set($0) }.map { Pandoc.styled(style, [$0]) }
        if isReport, document.hasContents { blocks += pageBreak + contents }
        if isReport { blocks += pageBreak }
      } else {
        if part.isAnnex, !document.parts[place - 1].isAnnex, part.pageSections.first?.isWide != true {
          blocks += pageBreak
        }
        let runs = isOurStyle ? part.pageSections : [PageSection(isWide: false, hasTitle: true, blocks: part.blocks)]
        if runs.isEmpty { blocks += title(part, place) }
        for run in runs {
          let made = (run.hasTitle ? title(part, place) : []) + run.blocks.flatMap { set($0) }
          blocks += run.isWide ? sideways(made) : made
        }
      }
    }
    return blocks
  }

  private var isReport: Bool { document.form == .report }

  private func title(_ part: Document.Part, _ place: Int) -> [JSON] {
    [Pandoc.header(isReport ? 1 : 2, [Pandoc.string(part.title ?? "")], id: identifier(place))]
      + (part.status.map { [Pandoc.styled("Status", [Pandoc.paragraph([Pandoc.string($0)])])] } ?? [])
  }

  private func identifier(_ place: Int) -> String { "part-\(place)" }

  /// The parts, each leading to its heading, with the number of its page: a field that the reader's program fills in.
  private var contents: [JSON] {
    let lines = document.parts.enumerated().dropFirst().map { place, part -> JSON in
      let link = Pandoc.link([Pandoc.string(part.title ?? "")], to: "#" + identifier(place))
      return Pandoc.styled("Contents", [Pandoc.paragraph([link] + pageNumber(identifier(place)))])
    }
    return [Pandoc.styled("Contents heading", [Pandoc.paragraph([Pandoc.string(document.words.contents)])])] + lines
  }

  private func pageNumber(_ name: String) -> [JSON] {
    func inline(_ format: String, _ markup: String) -> JSON { .node("RawInline", .strings([format, markup])) }
    func field(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    switch target {
    case .docx:
      let code = "<w:r><w:instrText xml:space=\"preserve\"> PAGEREF \(name) \\h </w:instrText></w:r>"
      let markup = "<w:r><w:tab/></w:r>" + field("begin") + code + field("separate") + "<w:r><w:t>–</w:t></w:r>"
      return [inline("openxml", markup + field("end"))]
    case .odt:
      let reference = "text:reference-format=\"page\" text:ref-name=\"\(name)\""
      return [inline("opendocument", "<text:tab/><text:bookmark-ref \(reference)>–</text:bookmark-ref>")]
    case .pptx: return []
    }
  }

  private var pageBreak: [JSON] {
    switch target {
    case .docx: [Pandoc.raw("openxml", "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")]
    case .odt: [Pandoc.raw("opendocument", "<text:p text:style-name=\"Page_20_break\"/>")]
    case .pptx: []
    }
  }

  /// Turns the page for what is wide, and back.
  private func sideways(_ blocks: [JSON]) -> [JSON] {
    switch target {
    case .docx:
      return [section(width: 11906, height: 16838)] + blocks
        + [section(width: 16838, height: 11906, turned: " w:orient=\"landscape\"")]
    case .odt:
      return [Pandoc.raw("opendocument", "<text:p text:style-name=\"Page_20_turned\"/>")] + blocks
        + [Pandoc.raw("opendocument", "<text:p text:style-name=\"Page_20_upright\"/>")]
    case .pptx: return blocks
    }
  }

  /// Ends a run of pages of that size, in twentieths of a point. At their foot stands what stands there in our reference
  /// document; what it is called in a house style is not known.
  private func section(width: Int, height: Int, turned: String = "") -> JSON {
    let footer = isOurStyle ? "<w:footerReference w:type=\"default\" r:id=\"rId9\"/>" : ""
    let size = "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(turned)/>"
    let margins =
      "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
    return Pandoc.raw(
      "openxml",
      "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/><w:sectPr>\(footer)\(size)\(margins)</w:sectPr></w:pPr></w:p>"
    )
  }

  private func set(_ text: Document.Text) -> [JSON] {
    guard !text.text.isEmpty else { return [] }
    let flag: [JSON] =
      switch document.change(of: text) {
      case .added: [Pandoc.strong([Pandoc.string("[\(document.words.added)]")]), Pandoc.space]
      case .revised: [Pandoc.strong([Pandoc.string("[\(document.words.revised)]")]), Pandoc.space]
      case nil: []
      }
    let string = Pandoc.string(text.text)
    guard text.isGap else { return flag + [string] }
    return flag + [
      .node("Span", .array([Pandoc.attributes("", [("custom-style", "Gap")]), .array([string])]))
    ]
  }

  private func set(_ block: Document.Block) -> [JSON] {
    switch block {
    case .heading(let text): [Pandoc.header(isReport ? 2 : 3, set(text))]
    case .paragraph(let text):
      [isReport ? Pandoc.paragraph(set(text)) : Pandoc.styled("Compact", [Pandoc.paragraph(set(text))])]
    case .boxed(let text): [Pandoc.styled("Boxed", [Pandoc.paragraph(set(text))])]
    case .list(let items, let isNumbered):
      [isNumbered ? Pandoc.numbered(items.map(item)) : Pandoc.bullets(items.map(item))]
    case .ticks(let ticks):
      [
        Pandoc.styled(
          "Compact",
          ticks.map { tick in
            let text = [Pandoc.string(tick.isChosen ? "☑" : "☐"), Pandoc.space] + set(tick.text)
            return Pandoc.paragraph(tick.isChosen ? [Pandoc.strong(text)] : text)
          })
      ]
    case .table(let table): self.table(table)
    case .cross(let fields): [cross(fields)]
    case .cards(let cards): cards.flatMap(card)
    case .quotes(let quotes): quotes.map(quote)
    case .tree(let branches): [Pandoc.bullets(branches.map(branch))]
    case .figure(let figure): self.figure(figure, picture(block))
    case .timeline(let months): timeline(months, picture(block))
    case .calendar(let weeks): [calendar(weeks)]
    }
  }

  private func item(_ text: Document.Text) -> [JSON] { [Pandoc.plain(set(text))] }

  private func table(_ table: Document.Table) -> [JSON] {
    // In a house style no page is turned, since what stands at its foot is not known.
    if table.isWide, !isOurStyle {
      let sums = table.sums.isEmpty ? [] : [Pandoc.paragraph([Pandoc.strong(set(table.sumLine))])]
      return table.records.flatMap(card) + sums
    }
    let hasHead = table.headers.contains { !$0.isEmpty }
    let style = table.isWide || document.form == .onePage ? "Table small" : "Table text"
    func cells(_ texts: [[JSON]], _ style: String) -> [[JSON]] {
      texts.enumerated().map { place, text in
        let isNumber = table.numeric[place] && style != "Table heading"
        return [Pandoc.styled(isNumber ? style + " number" : style, [Pandoc.paragraph(text)])]
      }
    }
    let sums =
      table.sums.isEmpty ? [] : cells(table.sums.map { $0.text.isEmpty ? [] : [Pandoc.strong(set($0))] }, style)
    let rows = table.rows.enumerated().map { number, row in
      // The rows of a short table stay together, and the first and the last two of a long one; what follows the last
      // need not be on the same page.
      let isLast = number == table.rows.count - 1 && sums.isEmpty
      let isEdge = number == 0 || number >= table.rows.count - 2
      let keeps = (table.rows.count <= PandocPageRenderer.mostRowsKept || isEdge) && !isLast
      return cells(row.enumerated().map { set($0 == 0 ? $1 : $1.bare) }, keeps ? style + " kept" : style)
    }
    let head = hasHead ? cells(table.headers.map { [Pandoc.string($0)] }, "Table heading") : []
    return [
      Pandoc.table(
        head: head, rows: rows + (sums.isEmpty ? [] : [sums]), widths: ColumnWidths.parts(of: table),
        numeric: table.numeric)
    ]
  }

  /// The most rows that are kept on one page.
  private static let mostRowsKept = 10

  private func cross(_ fields: [Document.Field]) -> JSON {
    let rows = stride(from: 0, to: fields.count, by: 2).map { start -> [[JSON]] in
      let pair = fields[start..<min(start + 2, fields.count)].map { field -> [JSON] in
        [
          Pandoc.styled("Table heading", [Pandoc.paragraph([Pandoc.string(field.title)])]),
          Pandoc.bullets(field.items.map { [Pandoc.plain(set($0))] }),
        ]
      }
      return pair.count == 2 ? pair : pair + [[]]
    }
    return Pandoc.table(head: [], rows: rows, widths: [0.5, 0.4999], numeric: [false, false])
  }

  private func card(_ card: Document.Card) -> [JSON] {
    let terms = card.terms.map {
      [Pandoc.plain([Pandoc.strong([Pandoc.string($0.label + ":")]), Pandoc.space] + set($0.text))]
    }
    let lists = card.lists.map { list in
      [Pandoc.plain([Pandoc.strong([Pandoc.string(list.title + ":")])]), Pandoc.bullets(list.items.map(item))]
    }
    return [Pandoc.header(3, set(card.title))] + (terms + lists).map { Pandoc.styled("Compact", $0) }
  }

  private func quote(_ quote: Document.Quote) -> JSON {
    let source =
      quote.attribution.isEmpty
      ? [] : [Pandoc.paragraph([Pandoc.emphasis([Pandoc.string("– " + quote.attribution)])])]
    return Pandoc.quote([Pandoc.paragraph(set(quote.text))] + source)
  }

  private func branch(_ branch: Document.Branch) -> [JSON] {
    [Pandoc.plain(set(branch.text))]
      + (branch.branches.isEmpty ? [] : [Pandoc.bullets(branch.branches.map(self.branch))])
  }

  /// What lasts as a picture, and everything month by month where a report does not show it whole already. OpenDocument
  /// keeps no words of a picture.
  private func timeline(_ months: [Document.Month], _ picture: [JSON]) -> [JSON] {
    let isTold = isReport && target == .docx && !picture.isEmpty && months.areDrawnWhole
    return picture + (isTold ? [] : months.flatMap(month))
  }

  /// The picture of a block, where there is one.
  private func picture(_ block: Document.Block) -> [JSON] {
    guard hasPictures, let picture = block.picture(for: target, document.words.months) else {
      return []
    }
    let image = Pandoc.paragraph([Pandoc.image(picture, width: picture.width(onPage: 165))])
    // Pandoc gives pictures no words of their own in OpenDocument, so these stand below where nothing else says the same.
    guard target == .odt, case .figure(let figure) = block, !figure.hasLegend else { return [image] }
    return [image, Pandoc.styled("Status", [Pandoc.paragraph([Pandoc.string(picture.text)])])]
  }

  private func figure(_ figure: Document.Figure, _ picture: [JSON]) -> [JSON] {
    guard picture.isEmpty else {
      // What was measured stands below in words, too.
      if case .courses = figure { return picture + table(figure.table) }
      guard case .risks(let risks) = figure else { return picture }
      let legend = risks.risks.map { risk in
        Pandoc.paragraph([Pandoc.strong(set(risk.mark)), Pandoc.space] + set(risk.label))
      }
      return picture + [Pandoc.styled("Compact", legend)]
    }
    let heart: [JSON] =
      if case .flower(let flower) = figure, !flower.heart.text.isEmpty { [Pandoc.paragraph(set(flower.heart))] } else {
        []
      }
    if case .risks(let risks) = figure { return [riskMatrix(risks)] }
    return heart + table(figure.table)
  }

  /// The matrix as a table of its own, likelihood upwards.
  private func riskMatrix(_ risks: Document.Risks) -> JSON {
    let head = [""] + (1...risks.size).map { String($0) }
    let rows = (1...risks.size).reversed().map { up -> [[JSON]] in
      [[Pandoc.plain([Pandoc.strong([Pandoc.string("\(up)")])])]]
        + (1...risks.size).map { right in
          let marks = risks.risks.filter { $0.likelihood == up && $0.impact == right }.map(\.mark.text)
          return [Pandoc.plain([Pandoc.string(marks.joined(separator: ", "))])]
        }
    }
    let rightPrompt = "\(risks.likelihood) ↑ \(risks.impact) →"
    let widths = [0.2] + Array(repeating: 0.7999 / Double(risks.size), count: risks.size)
    return Pandoc.table(
      head: ([rightPrompt] + head.dropFirst()).map {
        [Pandoc.styled("Table heading", [Pandoc.paragraph([Pandoc.string($0)])])]
      },
      rows: rows, widths: widths, numeric: Array(repeating: false, count: head.count))
  }

  private func month(_ month: Document.Month) -> [JSON] {
    let items = month.events.map { event -> [JSON] in
      let kind = event.kind.isEmpty ? [] : [Pandoc.space, Pandoc.emphasis([Pandoc.string("(\(event.kind))")])]
      return [Pandoc.plain([Pandoc.strong(set(event.days))] + [Pandoc.space, Pandoc.space] + set(event.what) + kind)]
    }
    return [Pandoc.header(3, [Pandoc.string(month.title)]), Pandoc.bullets(items)]
  }

  private func calendar(_ weeks: [Document.Week]) -> JSON {
    let rows = weeks.map { week in
      week.days.map { day -> [JSON] in
        ([Pandoc.strong([Pandoc.string(day.label)])].map { Pandoc.paragraph([$0]) }
          + day.items.map { Pandoc.paragraph(set($0)) })
          .map { Pandoc.styled("Table small", [$0]) }
      }
    }
    return Pandoc.table(
      head: document.words.weekdays.map { [Pandoc.styled("Table heading", [Pandoc.paragraph([Pandoc.string($0)])])] },
      rows: rows, widths: Array(repeating: 0.1428, count: 7), numeric: Array(repeating: false, count: 7))
  }
}

/// How wide the columns of a table are.
enum ColumnWidths {
  /// The parts of the page that the columns take, a little less than 1 in all: no word is cut, and what is left goes to
  /// the columns that hold most.
  static func parts(of table: Document.Table) -> [Double] {
    let least = table.leastWidths
    let page = table.isWide ? Document.Table.turnedLetters : Document.Table.uprightLetters
    var longest = table.headers.map { Double($0.count) }
    for row in table.rows.prefix(200) + [table.sums] {
      for (place, cell) in row.enumerated() where place < longest.count {
        longest[place] = max(longest[place], Double(min(cell.text.count, 120)))
      }
    }
    let wanted = zip(longest, least).map { max(0, $0 - $1).squareRoot() }
    let (left, all) = (max(0, page - least.reduce(0, +)), wanted.reduce(0, +))
    let widths = zip(least, wanted).map { $0 + (all > 0 ? left * $1 / all : left / Double(max(1, least.count))) }
    let sum = widths.reduce(0, +)
    return widths.map { sum > 0 ? $0 / sum * 0.9999 : 0.9999 / Double(max(1, widths.count)) }
  }
}
