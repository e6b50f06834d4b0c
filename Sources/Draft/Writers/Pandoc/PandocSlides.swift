internal import Text
import Workshop

/// A document as slides: one thought a slide, at most five points.
struct PandocSlideRenderer {
  let document: Document

  private static let mostPoints = 5
  private static let mostRows = 6
  private static let mostLetters = 420

  var blocks: [JSON] {
    let cover = document.parts.first?.blocks.flatMap(\.texts).filter { !$0.text.isEmpty } ?? []
    return (cover.isEmpty ? [] : slide(document.title, points(cover)))
      + document.parts.dropFirst().flatMap { part in slides(part) }
  }

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
      switch block {
      case .heading: break
      case .paragraph(let text), .boxed(let text): gathered.append(text)
      case .list(let items, _): gathered += items
      case .ticks(let ticks): gathered += ticks.filter(\.isChosen).map(\.text)
      case .table(let table):
        flush()
        slides += self.table(title, table)
      case .figure(let figure):
        flush()
        slides += self.table(title, figure.table)
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
    [Pandoc.header(1, [Pandoc.string(shortened(title, to: 80))])] + blocks
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
    [Pandoc.bullets(texts.map { [Pandoc.plain([string($0, at: PandocSlideRenderer.mostLetters)])] })]
  }

  private func string(_ text: Document.Text, at most: Int) -> JSON {
    let string = Pandoc.string(shortened(text.text, to: most))
    return text.isGap ? Pandoc.emphasis([string]) : string
  }

  private func shortened(_ text: String, to most: Int) -> String {
    text.count > most ? text.prefix(most - 1) + "…" : text
  }

  private func table(_ title: String, _ table: Document.Table) -> [JSON] {
    stride(from: 0, to: max(1, table.rows.count), by: PandocSlideRenderer.mostRows).flatMap { start -> [JSON] in
      let rows = table.rows[start..<min(start + PandocSlideRenderer.mostRows, table.rows.count)]
      let hasHead = table.headers.contains { !$0.isEmpty }
      let made = Pandoc.table(
        head: hasHead ? table.headers.map { [Pandoc.plain([Pandoc.string($0)])] } : [],
        rows: rows.map { row in row.map { [Pandoc.plain($0.text.isEmpty ? [] : [string($0, at: 90)])] } }, foot: [],
        widths: ColumnWidths.parts(of: table), numeric: table.numeric)
      return slide(title, [made])
    }
  }

  private func cross(_ fields: [Document.Field]) -> JSON {
    let rows = stride(from: 0, to: fields.count, by: 2).map { start -> [[JSON]] in
      let pair = fields[start..<min(start + 2, fields.count)].map { field -> [JSON] in
        [Pandoc.plain([Pandoc.strong([Pandoc.string(field.title)])])]
          + field.items.prefix(4).map { Pandoc.plain([Pandoc.string("•"), Pandoc.space, string($0, at: 70)]) }
      }
      return pair.count == 2 ? pair : pair + [[]]
    }
    return Pandoc.table(head: [], rows: rows, foot: [], widths: [0.5, 0.4999], numeric: [false, false])
  }
}
