package import Draft
package import Text

/// A document on the screen: as the draft will read, in lines.
package struct DocumentView {
  package let columns: Int

  /// The lines of some parts of a document.
  package func lines(_ parts: [Document.Part], titled title: String?) -> [StyledText] {
    (title.map { [StyledText($0, .bold)] } ?? [])
      + parts.flatMap { part in
        let head = part.title.map { [StyledText(""), StyledText($0, .bold)] } ?? []
        return head + (part.status.map { [StyledText("(" + $0 + ")")] } ?? []) + part.blocks.flatMap(lines)
      }
  }

  private func lines(_ block: Document.Block) -> [StyledText] {
    switch block {
    case .heading(let text): [StyledText(text.text, .bold)]
    case .paragraph(let text): text.text.isEmpty ? [] : [text.styled]
    case .boxed(let text): hanging("  | ", text.styled)
    case .list(let items, let isNumbered):
      items.enumerated().flatMap { hanging($1.isGap ? "" : isNumbered ? "\($0 + 1). " : "• ", $1.styled) }
    case .ticks(let ticks): ticks.flatMap { hanging($0.isChosen ? "[x] " : "[ ] ", $0.text.styled) }
    case .table(let table): lines(table)
    case .cross(let fields): fields.flatMap(lines)
    case .cards(let cards):
      cards.flatMap { card in
        [StyledText(card.title.text, .bold)]
          + card.terms.flatMap { hanging("    ", StyledText($0.label + ": ") + $0.text.styled) }
          + card.lists.flatMap(lines)
      }
    case .quotes(let quotes):
      quotes.flatMap { quote in
        hanging("  | ", quote.text.styled)
          + (quote.attribution.isEmpty ? [] : hanging("  | ", StyledText("– " + quote.attribution)))
      }
    case .tree(let branches): branches.flatMap { tree($0, depth: 0) }
    case .figure(let figure): lines(figure.table)
    case .timeline(let months):
      months.flatMap { month in
        [StyledText(month.title, .bold)]
          + month.events.flatMap { hanging("• ", StyledText($0.days.text + "  ") + $0.what.styled) }
      }
    case .calendar(let weeks):
      weeks.flatMap(\.days).filter { !$0.items.isEmpty }.flatMap { day in
        [StyledText(day.name)] + day.items.flatMap { hanging("  • ", $0.styled) }
      }
    }
  }

  private func lines(_ table: Document.Table) -> [StyledText] {
    (table.rows + (table.sums.isEmpty ? [] : [table.sums])).flatMap { row -> [StyledText] in
      let cells = zip(table.headers, row).filter { !$1.text.isEmpty }
      return cells.enumerated().flatMap { place, cell in
        place == 0
          ? hanging("• ", StyledText(cell.1.text, .bold))
          : hanging("    ", StyledText(cell.0.isEmpty ? "" : cell.0 + ": ") + cell.1.styled)
      }
    }
  }

  private func lines(_ field: Document.Field) -> [StyledText] {
    [StyledText(field.title, .bold)] + field.items.flatMap { hanging("• ", $0.styled) }
  }

  private func tree(_ branch: Document.Branch, depth: Int) -> [StyledText] {
    hanging(String(repeating: "   ", count: depth) + (depth == 0 ? "" : "└ "), branch.text.styled)
      + branch.branches.flatMap { tree($0, depth: depth + 1) }
  }

  private func hanging(_ head: String, _ text: StyledText) -> [StyledText] {
    text.hanging(StyledText(head), columns: columns)
  }
}

extension Document.Text {
  /// The text for the screen; a gap stands out by a sign, not by its colour alone.
  fileprivate var styled: StyledText {
    isGap ? StyledText("○ " + text, .colour(.yellow)) : StyledText(text)
  }
}
