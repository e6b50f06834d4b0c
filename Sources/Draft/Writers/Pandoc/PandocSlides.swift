internal import Text
import Workshop

/// A document as slides: one thought a slide, at most five points; what is drawn is drawn.
struct PandocSlideRenderer {
  let document: Document
  let hasPictures: Bool

  private static let mostPoints = 5
  private static let mostRows = 6
  private static let mostLetters = 420
  private static let mostLettersOfPoint = 130

  var blocks: [JSON] {
    guard document.form == .slides else {
      let cover = document.parts.first?.blocks.flatMap(\.texts).filter { !$0.text.isEmpty } ?? []
      return (cover.isEmpty ? [] : slide(document.title, points(cover)))
        + document.parts.dropFirst().flatMap { part in slides(part) }
    }
    return document.parts.dropFirst().flatMap(slide)
  }

  // MARK: One slide for each part

  private func slide(_ part: Document.Part) -> [JSON] {
    var pictures: [JSON] = []
    var tables: [JSON] = []
    var texts: [Document.Text] = []
    for block in part.blocks {
      if let drawn = picture(block) {
        pictures.append(drawn)
        if case .figure(.risks(let risks)) = block {
          texts += risks.risks.map { Document.Text("\($0.mark.text) \($0.label.text)", from: $0.label.sources) }
        }
      } else if case .table(let table) = block {
        tables.append(self.table(table, table.rows.prefix(PandocSlideRenderer.mostRows)))
      } else if case .figure(let figure) = block {
        tables.append(self.table(figure.table, figure.table.rows.prefix(PandocSlideRenderer.mostRows)))
      } else {
        texts += block.texts.filter { !$0.text.isEmpty }
      }
    }
    let most = pictures.isEmpty && tables.isEmpty ? PandocSlideRenderer.mostPoints : 4
    let shown = texts.prefix(most).map { $0.cut(at: PandocSlideRenderer.mostLettersOfPoint) }
    // What is cut or left out on the slide is said.
    let cut = texts.enumerated().filter { $0 >= most || $1.text.count > PandocSlideRenderer.mostLettersOfPoint }
    let drawn = Array(pictures.prefix(1) + (pictures.isEmpty ? tables.prefix(1) : []))
    let content: [JSON] =
      switch (drawn.isEmpty, shown.isEmpty) {
      case (true, _): points(shown)
      case (false, true): drawn
      case (false, false):
        [
          Pandoc.division(
            ["columns"],
            [
              Pandoc.division(["column"], points(shown), [("width", "40%")]),
              Pandoc.division(["column"], drawn, [("width", "60%")]),
            ])
        ]
      }
    let said = part.notes + cut.map(\.element)
    let notes = said.isEmpty ? [] : [Pandoc.notes(said.map { Pandoc.paragraph([Pandoc.string($0.text)]) })]
    return slide(part.title ?? "", content + notes)
  }

  private func picture(_ block: Document.Block) -> JSON? {
    guard hasPictures, let picture = block.picture(for: .pptx, document.words.months) else { return nil }
    return Pandoc.paragraph([.node("Image", Pandoc.whole(picture))])
  }

  // MARK: As many slides as it takes

  private func slides(_ part: Document.Part) -> [JSON] {
    var slides: [JSON] = []
    var gathered: [Document.Text] = []
    let title = part.title ?? ""
    func flush() {
      guard !gathered.isEmpty else { return }
      for chunk in chunks(gathered) { slides += slide(title, points(chunk)) }
      gathered = []
    }
    for block in part.blocks {
      if let drawn = picture(block) {
        flush()
        slides += slide(title, [drawn])
        continue
      }
      switch block {
      case .heading: break
      case .paragraph(let text), .boxed(let text): gathered.append(text)
      case .list(let items, _): gathered += items
      case .ticks(let ticks): gathered += ticks.filter(\.isChosen).map(\.text)
      case .table(let table):
        flush()
        slides += self.tables(title, table)
      case .figure(let figure):
        flush()
        slides += self.tables(title, figure.table)
      case .cross(let fields):
        flush()
        slides += slide(title, [cross(fields)])
      case .cards, .quotes, .tree, .timeline, .calendar: gathered += block.texts.filter { !$0.text.isEmpty }
      }
    }
    flush()
    return slides
  }

  private func slide(_ title: String, _ blocks: [JSON]) -> [JSON] {
    [Pandoc.header(1, [string(Document.Text(title), at: 80)])] + blocks
  }

  /// As many points as a slide can be read with.
  private func chunks(_ texts: [Document.Text]) -> [[Document.Text]] {
    var chunks: [[Document.Text]] = []
    var letters = 0
    for text in texts {
      let length = min(text.text.count, PandocSlideRenderer.mostLetters)
      if let last = chunks.last, last.count < PandocSlideRenderer.mostPoints,
        letters + length <= PandocSlideRenderer.mostLetters
      {
        chunks[chunks.count - 1].append(text)
        letters += length
      } else {
        chunks.append([text])
        letters = length
      }
    }
    return chunks
  }

  private func points(_ texts: [Document.Text]) -> [JSON] {
    texts.isEmpty
      ? [] : [Pandoc.bullets(texts.map { [Pandoc.plain([string($0, at: PandocSlideRenderer.mostLetters)])] })]
  }

  private func string(_ text: Document.Text, at most: Int) -> JSON {
    let string = Pandoc.string(text.cut(at: most).text)
    return text.isGap ? Pandoc.emphasis([string]) : string
  }

  private func tables(_ title: String, _ table: Document.Table) -> [JSON] {
    stride(from: 0, to: max(1, table.rows.count), by: PandocSlideRenderer.mostRows).flatMap { start -> [JSON] in
      let end = min(start + PandocSlideRenderer.mostRows, table.rows.count)
      return slide(title, [self.table(table, table.rows[start..<end], isLast: end == table.rows.count)])
    }
  }

  private func table(_ table: Document.Table, _ rows: ArraySlice<[Document.Text]>, isLast: Bool = true) -> JSON {
    let hasHead = table.headers.contains { !$0.isEmpty }
    let sums = isLast && !table.sums.isEmpty ? [table.sums] : []
    return Pandoc.table(
      head: hasHead ? table.headers.map { [Pandoc.plain([Pandoc.string($0)])] } : [],
      rows: (rows + sums).map { row in row.map { [Pandoc.plain($0.text.isEmpty ? [] : [string($0, at: 90)])] } },
      widths: ColumnWidths.parts(of: table), numeric: table.numeric)
  }

  private func cross(_ fields: [Document.Field]) -> JSON {
    let rows = stride(from: 0, to: fields.count, by: 2).map { start -> [[JSON]] in
      let pair = fields[start..<min(start + 2, fields.count)].map { field -> [JSON] in
        [Pandoc.plain([Pandoc.strong([Pandoc.string(field.title)])])]
          + field.items.prefix(4).map { Pandoc.plain([Pandoc.string("•"), Pandoc.space, string($0, at: 70)]) }
      }
      return pair.count == 2 ? pair : pair + [[]]
    }
    return Pandoc.table(head: [], rows: rows, widths: [0.5, 0.4999], numeric: [false, false])
  }
}

extension Pandoc {
  /// A picture as large as there is room for it. Its words are its title, which slides hold as what is read aloud; as its
  /// text they would be set below it.
  fileprivate static func whole(_ picture: Picture) -> JSON {
    .array([noAttributes, .array([]), .strings([picture.name + ".png", picture.text])])
  }
}
