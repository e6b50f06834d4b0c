public import Workshop

extension Document.Block {
  /// Goes through every text of the block, in the order of reading.
  public func forEachText(_ body: (Document.Text) -> Void) {
    switch self {
    case .heading(let text), .paragraph(let text), .boxed(let text): body(text)
    case .list(let items, _): items.forEach(body)
    case .ticks(let ticks): for tick in ticks { body(tick.text) }
    case .table(let table):
      for row in table.rows { row.forEach(body) }
      table.sums.forEach(body)
    case .cross(let fields): for field in fields { field.items.forEach(body) }
    case .cards(let cards):
      for card in cards {
        body(card.title)
        for term in card.terms { body(term.text) }
        for list in card.lists { list.items.forEach(body) }
      }
    case .quotes(let quotes): for quote in quotes { body(quote.text) }
    case .tree(let branches): for branch in branches { branch.forEachText(body) }
    case .figure(let figure):
      for row in figure.table.rows { row.forEach(body) }
      figure.heart.forEach(body)
    case .timeline(let months):
      for event in months.lazy.flatMap(\.events) {
        body(event.days)
        body(event.what)
      }
    case .calendar(let weeks): for day in weeks.lazy.flatMap(\.days) { day.items.forEach(body) }
    }
  }

  /// Every text of the block, in the order of reading.
  public var texts: [Document.Text] {
    var texts: [Document.Text] = []
    forEachText { texts.append($0) }
    return texts
  }

  /// How far the block has come.
  ///
  /// - Parameter decided: The answers that the room has decided.
  /// - Returns: Open when something is missing, else decided when all of it is, else proposed.
  public func state(decided: Set<Handle>) -> Document.State {
    Document.Progress(of: [self], decided: decided).state
  }
}

extension Document {
  /// How far some blocks have come.
  struct Progress {
    /// Whether there is an answer in them.
    private(set) var hasSources = false
    /// Whether every answer in them is decided.
    private(set) var isDecided = true
    /// Whether they say that something is missing.
    private(set) var hasGaps = false
    /// How many answers miss something.
    private(set) var incomplete = 0

    init(of blocks: [Document.Block], decided: Set<Handle>) {
      for block in blocks {
        block.forEachText { text in
          if text.isGap { hasGaps = true }
          guard !text.sources.isEmpty else { return }
          hasSources = true
          if text.isGap { incomplete += 1 }
          if isDecided { isDecided = text.sources.allSatisfy(decided.contains) }
        }
      }
    }

    /// Open when something is missing, else decided when all of it is, else proposed.
    var state: Document.State { hasGaps ? .open : hasSources && isDecided ? .decided : .proposed }
  }
}

extension Document.Branch {
  fileprivate func forEachText(_ body: (Document.Text) -> Void) {
    body(text)
    for branch in branches { branch.forEachText(body) }
  }
}

extension Document.Figure {
  fileprivate var heart: [Document.Text] {
    switch self {
    case .flower(let flower): [flower.heart]
    case .bars, .shares, .risks, .honeycomb, .courses: []
    }
  }
}
