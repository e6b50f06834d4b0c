public import Workshop

extension Document.Block {
  /// Every text of the block, in the order of reading.
  public var texts: [Document.Text] {
    switch self {
    case .heading(let text), .paragraph(let text), .boxed(let text): [text]
    case .list(let items, _): items
    case .ticks(let ticks): ticks.map(\.text)
    case .table(let table): table.rows.flatMap(\.self) + table.sums
    case .cross(let fields): fields.flatMap(\.items)
    case .cards(let cards): cards.flatMap { [$0.title] + $0.terms.map(\.text) + $0.lists.flatMap(\.items) }
    case .quotes(let quotes): quotes.map(\.text)
    case .tree(let branches): branches.flatMap(\.texts)
    case .figure(let figure):
      figure.table.rows.flatMap(\.self) + figure.heart
    case .timeline(let months): months.flatMap { $0.events.flatMap { [$0.days, $0.what] } }
    case .calendar(let weeks): weeks.flatMap { $0.days.flatMap(\.items) }
    }
  }

  /// The answers that the block came from, each once.
  public var sources: [Handle] {
    var seen: Set<Handle> = []
    return texts.flatMap(\.sources).filter { seen.insert($0).inserted }
  }

  /// What the block says is missing.
  public var gaps: [Document.Text] { texts.filter(\.isGap) }

  /// How far the block has come.
  ///
  /// - Parameter decided: The answers that the room has decided.
  /// - Returns: Open when something is missing, else decided when all of it is, else proposed.
  public func state(decided: Set<Handle>) -> Document.State {
    let sources = sources
    if !gaps.isEmpty { return .open }
    return !sources.isEmpty && sources.allSatisfy(decided.contains) ? .decided : .proposed
  }
}

extension Document.Branch {
  fileprivate var texts: [Document.Text] { [text] + branches.flatMap(\.texts) }
}

extension Document.Figure {
  fileprivate var heart: [Document.Text] {
    switch self {
    case .flower(let flower): [flower.heart]
    case .bars, .shares, .risks, .honeycomb: []
    }
  }
}
