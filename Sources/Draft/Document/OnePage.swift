import Workshop

/// Cutting a document so that it stands on one A4 page in every format, whatever was said.
extension Document {
  /// How many lines of 9 points stand on the page, and how many letters on a line: less than there is, since every
  /// program sets a page a little differently.
  private static let (mostLines, mostLetters) = (74.0, 94)

  /// How long texts and lists are at most: sentences that stand alone say most, and are cut last.
  fileprivate struct Step: Equatable { var sentence, point, items: Int }

  private static let steps = [
    (600, 400, 12), (600, 260, 8), (600, 180, 6), (480, 150, 5), (400, 130, 5), (340, 120, 4), (280, 100, 4),
    (240, 90, 3), (160, 80, 3), (100, 70, 2),
  ].map { Step(sentence: $0, point: $1, items: $2) }

  /// Shortens texts and lists, step by step and no more than needed, until everything fits; what comes last is left out
  /// when even that is not enough.
  mutating func fitOnOnePage() {
    for step in Document.steps {
      let cut = parts.map { $0.cut(step) }
      if cut.lines <= Document.mostLines || step == Document.steps.last {
        parts = cut
        break
      }
    }
    while parts.count > 1, parts.lines > Document.mostLines { parts.removeLast() }
  }

  /// The lines that a text takes in a column that is a part of the page wide.
  fileprivate static func lines(_ text: String, width: Double = 1) -> Double {
    let letters = text.unicodeScalars.reduce(0.0) { $0 + ($1.value > 0x2E7F ? 2 : $1.properties.isUppercase ? 1.3 : 1) }
    return max(1, (letters / (Double(mostLetters) * width)).rounded(.up))
  }
}

extension [Document.Part] {
  fileprivate var lines: Double {
    2.5 + map { part in (part.title == nil ? 0 : 2) + part.blocks.map(\.lines).reduce(0, +) }.reduce(0, +)
  }
}

extension Document.Part {
  fileprivate func cut(_ step: Document.Step) -> Document.Part {
    var part = self
    part.blocks = blocks.map { $0.cut(step) }
    return part
  }
}

extension Document.Text {
  /// The text, ending at a word with an ellipsis where it is longer than so many letters.
  func cut(at most: Int) -> Document.Text {
    guard text.count > most else { return self }
    var short = self
    let start = text.prefix(most - 1)
    let end = start.lastIndex(of: " ").flatMap { start.distance(from: start.startIndex, to: $0) > most / 2 ? $0 : nil }
    short.text = (end.map { String(start[..<$0]) } ?? String(start)) + "…"
    return short
  }
}

extension Document.Block {
  fileprivate func cut(_ step: Document.Step) -> Document.Block {
    func cut(_ texts: [Document.Text]) -> [Document.Text] { texts.prefix(step.items).map { $0.cut(at: step.point) } }
    switch self {
    case .heading(let text): return .heading(text.cut(at: min(step.point, 80)))
    case .paragraph(let text): return .paragraph(text.cut(at: step.sentence))
    case .boxed(let text): return .boxed(text.cut(at: step.sentence))
    case .list(let texts, let isNumbered): return .list(cut(texts), isNumbered: isNumbered)
    case .ticks(let ticks): return .list(cut(ticks.filter(\.isChosen).map(\.text)), isNumbered: false)
    case .table(var table):
      table.rows = table.rows.prefix(step.items).map { row in row.map { $0.cut(at: max(30, step.point / 2)) } }
      return .table(table)
    case .cross(let fields):
      return .cross(fields.map { Document.Field(title: $0.title, items: cut($0.items)) })
    case .cards(let cards): return .list(cut(cards.map(\.title)), isNumbered: false)
    case .quotes(let quotes): return .list(cut(quotes.map(\.text)), isNumbered: false)
    case .tree(let branches): return .list(cut(branches.map(\.text)), isNumbered: false)
    case .figure(let figure): return Document.Block.table(figure.table).cut(step)
    case .timeline(let months):
      let events = months.flatMap(\.events).map { event in
        Document.Text("\(event.days.text): \(event.what.text)", from: event.what.sources)
      }
      return .list(cut(events), isNumbered: false)
    case .calendar(let weeks): return .list(cut(weeks.flatMap(\.days).flatMap(\.items)), isNumbered: false)
    }
  }

  /// The lines it takes, with the white space around it.
  fileprivate var lines: Double {
    switch self {
    case .heading(let text), .paragraph(let text): return Document.lines(text.text) + 0.2
    case .boxed(let text): return Document.lines(text.text, width: 0.75) * 1.25 + 1
    case .list(let texts, _): return texts.map { Document.lines($0.text, width: 0.95) }.reduce(0.3, +)
    case .table(let table):
      let hasHead = table.headers.contains { !$0.isEmpty }
      // Every column gets what its words need, and a part of what is left.
      let (least, all) = (table.leastWidths, table.leastWidths.reduce(0, +))
      let spare = max(0, 84 - all) / Double(max(1, least.count))
      func height(_ cells: [String]) -> Double {
        zip(cells, least).map { Document.lines($0, width: min(1, ($1 + spare) / 94)) }.max() ?? 1
      }
      let rows = table.rows.map { row in height(row.map(\.text)) }
      let head = hasHead ? height(table.headers) : 0
      return rows.reduce(head) { $0 + $1 + 0.35 } + 1
    case .cross(let fields):
      return stride(from: 0, to: fields.count, by: 2).map { start in
        fields[start..<min(start + 2, fields.count)].map { field in
          field.items.map { Document.lines($0.text, width: 0.42) }.reduce(2, +)
        }.max() ?? 0
      }.reduce(0.5, +)
    case .ticks, .cards, .quotes, .tree, .figure, .timeline, .calendar: return 0
    }
  }
}
