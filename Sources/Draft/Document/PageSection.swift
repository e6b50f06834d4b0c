/// Blocks that stand on pages of one direction.
struct PageSection {
  /// Whether the page is turned.
  var isWide: Bool
  /// Whether the heading of the part belongs to it.
  var hasTitle: Bool
  /// The blocks.
  var blocks: [Document.Block]
}

extension Document.Part {
  /// The blocks of the part by the direction of the page. A heading goes with the table below it, and what else stands
  /// on an upright page.
  var pageSections: [PageSection] {
    var pageSections: [PageSection] = []
    var waiting: [Document.Block] = []
    func add(_ block: Document.Block, isWide: Bool) {
      if pageSections.last?.isWide != isWide {
        pageSections.append(PageSection(isWide: isWide, hasTitle: pageSections.isEmpty, blocks: []))
      }
      pageSections[pageSections.count - 1].blocks += waiting + [block]
      waiting = []
    }
    for block in blocks {
      switch block {
      case .heading: waiting.append(block)
      case .table(let table): add(block, isWide: table.isWide)
      case .paragraph, .boxed, .list, .ticks, .cross, .cards, .quotes, .tree, .figure, .timeline, .calendar:
        add(block, isWide: false)
      }
    }
    if !waiting.isEmpty {
      if pageSections.isEmpty { pageSections.append(PageSection(isWide: false, hasTitle: true, blocks: [])) }
      pageSections[pageSections.count - 1].blocks += waiting
    }
    return pageSections
  }
}
