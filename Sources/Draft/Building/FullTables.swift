import Workshop

/// The tables of a report that are too wide to stand between paragraphs, together at its end.
extension DocumentBuilder {
  /// The parts with those tables in a part of their own behind them: chapters keep the columns that say most, and what
  /// is wide in the annex is taken out of it. What a document for those who do the work holds is not repeated.
  func withTablesLast(_ parts: [Document.Part]) -> [Document.Part] {
    var tables: [Document.Block] = []
    let elsewhere = session.method.drafts.filter { $0.form == .working }
      .flatMap { session.method.sections(of: $0) }.flatMap(\.blocks).flatMap { $0.content.questionsOfItsOwn }
    for section in sections where draft?.annex.contains(section.id) == false {
      guard parts.contains(where: { $0.id == section.id }) else { continue }
      for block in section.blocks {
        guard case .table(let table) = block.content, session.isAnswered(table.question),
          !elsewhere.contains(table.question)
        else { continue }
        let (full, narrow) = (self.tables(table), self.tables(table, isNarrow: true))
        guard full != narrow else { continue }
        tables.append(.heading(Document.Text(localization.texts.label(of: table.question))))
        tables += full
      }
    }
    let kept = parts.map { part in
      var part = part
      guard part.isAnnex else { return part }
      var (staying, waiting): ([Document.Block], Document.Block?) = ([], nil)
      for block in part.blocks {
        if case .heading = block {
          staying += waiting.map { [$0] } ?? []
          waiting = block
        } else if case .table(let table) = block, table.isWide {
          tables += (waiting ?? part.title.map { .heading(Document.Text($0)) }).map { [$0] } ?? []
          tables.append(block)
          waiting = nil
        } else {
          staying += (waiting.map { [$0] } ?? []) + [block]
          waiting = nil
        }
      }
      part.blocks = staying
      return part
    }.filter { !$0.blocks.isEmpty || !$0.isAnnex }
    guard !tables.isEmpty else { return kept }
    return kept + [
      Document.Part(
        id: "tables", title: word("draft.full-tables"), state: nil, status: nil, blocks: tables, isAnnex: true)
    ]
  }
}
