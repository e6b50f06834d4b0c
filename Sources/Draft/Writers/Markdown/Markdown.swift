internal import Workshop

/// Sets a document as Markdown: CommonMark with tables as GitHub has them.
public struct MarkdownWriter: Sendable {
  /// A writer; it has nothing to set up.
  public init() {}

  /// The document as Markdown text, ending in a line feed.
  public func text(of document: Document) -> String {
    let setting = MarkdownRenderer(document: document)
    var paragraphs = ["# " + Markdown.escaped(document.title)]
    for part in document.parts {
      if let title = part.title { paragraphs.append("## " + Markdown.escaped(title)) }
      if let status = part.status { paragraphs.append("*" + Markdown.escaped(status) + "*") }
      for block in part.blocks { paragraphs += setting.paragraphs(block) }
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }
}

/// The blocks of one document as paragraphs of Markdown.
private struct MarkdownRenderer {
  let document: Document

  func paragraphs(_ block: Document.Block) -> [String] {
    switch block {
    case .heading(let text): ["### " + Markdown.escaped(text.text)]
    case .paragraph(let text): [set(text)]
    case .boxed(let text): ["> **" + Markdown.escaped(text.text) + "**"]
    case .list(let items, let isNumbered): [list(items, isNumbered: isNumbered)]
    case .ticks(let ticks): [list(ticks.map { ($0.isChosen ? "☑ " : "☐ ") + set($0.text) })]
    case .table(let table): [self.table(table)]
    case .cross(let fields): cross(fields)
    case .cards(let cards): cards.flatMap(card)
    case .quotes(let quotes): quotes.map(quote)
    case .tree(let branches): [branches.flatMap { tree($0, depth: 0) }.joined(separator: "\n")]
    case .figure(let figure): self.figure(figure)
    case .timeline(let months): months.flatMap(month)
    case .calendar(let weeks): [calendar(weeks)]
    }
  }

  private func set(_ text: Document.Text) -> String {
    guard !text.text.isEmpty else { return "" }
    let escaped = Markdown.escaped(text.text)
    let marked = text.isGap ? "*\(escaped)*" : escaped
    return switch document.change(of: text) {
    case .added: "**[\(Markdown.escaped(document.words.added))]** " + marked
    case .revised: "**[\(Markdown.escaped(document.words.revised))]** " + marked
    case nil: marked
    }
  }

  private func list(_ items: [Document.Text], isNumbered: Bool) -> String {
    isNumbered
      ? items.enumerated().map { "\($0 + 1). " + set($1) }.joined(separator: "\n") : list(items.map(set))
  }

  private func list(_ items: [String]) -> String {
    items.map { "- " + $0 }.joined(separator: "\n")
  }

  private func table(_ table: Document.Table) -> String {
    let rows = table.rows.map { row in row.enumerated().map { set($0 == 0 ? $1 : $1.bare) } }
    let sums = table.sums.isEmpty ? [] : [table.sums.map { $0.text.isEmpty ? "" : "**\(Markdown.escaped($0.text))**" }]
    return self.table(table.headers, rows + sums, numeric: table.numeric)
  }

  private func table(_ headers: [String], _ rows: [[String]], numeric: [Bool] = []) -> String {
    let head = "| " + headers.map { Markdown.escaped($0) }.joined(separator: " | ") + " |"
    let rule = headers.indices.map { numeric.indices.contains($0) && numeric[$0] ? " ---: |" : " --- |" }.joined()
    return ([head, "|" + rule] + rows.map { "| " + $0.joined(separator: " | ") + " |" }).joined(separator: "\n")
  }

  /// Markdown has no fields side by side but a table, and no lists in a table but lines; so each pair of fields is a
  /// heading row and as many rows as the longer one has items.
  private func cross(_ fields: [Document.Field]) -> [String] {
    stride(from: 0, to: fields.count, by: 2).map { start in
      let pair = fields[start..<min(start + 2, fields.count)]
      let height = pair.map(\.items.count).max() ?? 0
      let rows = (0..<height).map { row in
        pair.map { row < $0.items.count ? "• " + set($0.items[row]) : "" }
      }
      return table(pair.map(\.title), rows)
    }
  }

  private func card(_ card: Document.Card) -> [String] {
    let terms = card.terms.map { "- **\(Markdown.escaped($0.label)):** \(set($0.text))" }
    let lists = card.lists.map { list in
      "- **\(Markdown.escaped(list.title)):**\n" + list.items.map { "  - " + set($0) }.joined(separator: "\n")
    }
    return ["### " + Markdown.escaped(card.title.text), (terms + lists).joined(separator: "\n")].filter { !$0.isEmpty }
  }

  private func quote(_ quote: Document.Quote) -> String {
    let source = quote.attribution.isEmpty ? [] : [">", "> – " + Markdown.escaped(quote.attribution)]
    return (["> " + set(quote.text)] + source).joined(separator: "\n")
  }

  private func tree(_ branch: Document.Branch, depth: Int) -> [String] {
    [String(repeating: "  ", count: depth) + "- " + set(branch.text)]
      + branch.branches.flatMap { tree($0, depth: depth + 1) }
  }

  private func figure(_ figure: Document.Figure) -> [String] {
    let heart: [String] = if case .flower(let flower) = figure { [set(flower.heart)] } else { [] }
    return heart.filter { !$0.isEmpty } + [table(figure.table)]
  }

  private func month(_ month: Document.Month) -> [String] {
    let lines = month.events.map { event in
      "- " + set(event.days) + " – " + set(event.what)
        + (event.kind.isEmpty ? "" : " (" + Markdown.escaped(event.kind) + ")")
    }
    return ["### " + Markdown.escaped(month.title), lines.joined(separator: "\n")]
  }

  private func calendar(_ weeks: [Document.Week]) -> String {
    let days = weeks.flatMap(\.days).filter { !$0.items.isEmpty }
    return days.map { day in
      "- **\(Markdown.escaped(day.name)):** "
        + day.items.map(set).joined(separator: "; ")
    }.joined(separator: "\n")
  }
}
