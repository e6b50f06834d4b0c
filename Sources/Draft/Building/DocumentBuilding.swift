public import Workshop

extension Document {
  /// A document of a session: the sections that its method declares, filled with what the room has said.
  ///
  /// Nothing is hidden: what is not answered yet is said where it would stand. The same session gives the same document.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - localization: The language of the draft; answers are not translated.
  ///   - id: One of the documents that the method declares; the first when none is named, and all sections where none is
  ///     declared.
  ///   - isBrief: Whether only the main points are wanted.
  ///   - older: The session as it was, for marking what has changed since.
  public init(
    draftOf session: Session, in localization: Localization, as id: DocumentID? = nil, brief isBrief: Bool = false,
    since older: Session? = nil
  ) {
    let documents = session.method.documents
    let plan = id.map { id in documents.first { $0.id == id } } ?? documents.first
    let sections = plan.map { plan in plan.sections.compactMap { id in session.method.sections.first { $0.id == id } } }
    let builder = DocumentBuilder(
      session: session, localization: localization, sections: sections ?? session.method.sections, isBrief: isBrief)
    self.init(
      id: plan?.id, isBrief: isBrief, title: builder.title(of: plan?.id), language: localization.language.code,
      words: builder.words,
      parts: builder.parts, changes: older.map { session.changes(since: $0) } ?? [:])
    if let older { parts.insert(builder.losses(since: older), at: min(1, parts.count)) }
  }
}

/// Turns the declared sections of a method into the parts of a document.
struct DocumentBuilder {
  let session: Session
  let localization: Localization
  let sections: [Section]
  let isBrief: Bool
  /// The answers that refer to others: by the question and column that refers, and the handle that is named.
  let attached: [Section.Attachment: [String: [Answer]]]
  /// Questions that stand somewhere by themselves, not only on cards.
  let standing: Set<QuestionID>
  /// Questions whose answers are numbers on their way.
  let measures: [QuestionID: Section.Figure]

  init(session: Session, localization: Localization, sections: [Section], isBrief: Bool) {
    self.session = session
    self.localization = localization
    self.sections = sections
    self.isBrief = isBrief
    let contents = sections.flatMap { isBrief ? $0.brief : $0.blocks }.map(\.content)
    var attached: [Section.Attachment: [String: [Answer]]] = [:]
    for attachment in contents.flatMap(\.attachments) where attached[attachment] == nil {
      let columns = session.method.columns(of: attachment.question)
      guard let place = columns.firstIndex(where: { $0.id == attachment.through }) else { continue }
      attached[attachment] = [:]
      for answer in session.answers(to: attachment.question) {
        for handle in answer.values(at: place) { attached[attachment]?[handle, default: []].append(answer) }
      }
    }
    self.attached = attached
    standing = Set(contents.flatMap(\.questionsOfItsOwn))
    let figures = session.method.sections.flatMap(\.blocks).compactMap { block -> Section.Figure? in
      if case .figure(let figure) = block.content, figure.kind == .bars { figure } else { nil }
    }
    measures = Dictionary(figures.map { ($0.question, $0) }) { first, _ in first }
  }

  func title(of id: DocumentID?) -> String {
    let organisation = session.method.roles.organisation.flatMap { session.answers(to: $0).first }?.cell(at: 0)
    let name = organisation ?? session.title
    let title = id.flatMap { localization.texts.documents[$0]?.title } ?? localization.texts.title
    return word(isBrief ? "draft.title-brief" : "draft.title", ["organisation": name, "method": title])
  }

  var words: Document.Words {
    Document.Words(
      contents: word("draft.contents"), added: word("draft.added"), revised: word("draft.revised"),
      weekdays: localization.language.frequencies.shortWeekdays,
      states: [.decided: word("draft.decided"), .proposed: word("draft.proposed"), .open: word("draft.is-open")])
  }

  /// The sections as parts; one that would hold nothing is left out.
  var parts: [Document.Part] {
    sections.enumerated().compactMap { place, section in
      let part = part(section, isCover: place == 0)
      return part.blocks.isEmpty && place > 0 ? nil : part
    }
  }

  private func part(_ section: Section, isCover: Bool) -> Document.Part {
    let isPointless = section.unless.contains { choice in
      session.answers(to: choice.question).contains { $0.cell(at: 0) == choice.option.rawValue }
    }
    let declared = isPointless ? [] : isBrief ? section.brief : section.blocks
    var blocks: [Document.Block] = []
    for block in declared {
      let made = self.blocks(block.content)
      let isGap = made.allSatisfy { if case .paragraph(let text) = $0 { text.isGap } else { false } }
      if !isGap, block.hasHeading, declared.count > 1, !isBrief, let heading = heading(of: block.content),
        heading != localization.texts.sections[section.id]
      {
        blocks.append(.heading(Document.Text(heading)))
      }
      blocks += made
    }
    let state = isCover ? nil : state(of: declared, blocks)
    return Document.Part(
      id: section.id, title: isCover ? nil : localization.texts.sections[section.id] ?? section.id.rawValue,
      state: isBrief ? nil : state?.state, status: isBrief ? nil : state?.line, blocks: gathered(blocks))
  }

  /// Lines about single gaps that follow one another, as a list.
  private func gathered(_ blocks: [Document.Block]) -> [Document.Block] {
    var result: [Document.Block] = []
    var said: Set<String> = []
    for block in blocks {
      guard case .paragraph(let gap) = block, gap.isGap, gap.sources.isEmpty else {
        result.append(block)
        continue
      }
      // Two blocks of a section may miss the same question.
      guard said.insert(gap.text).inserted else { continue }
      switch result.last {
      case .paragraph(let first) where first.isGap && first.sources.isEmpty:
        result[result.count - 1] = .list([first, gap], isNumbered: false)
      case .list(let gaps, _) where gaps.allSatisfy { $0.isGap && $0.sources.isEmpty }:
        result[result.count - 1] = .list(gaps + [gap], isNumbered: false)
      case _: result.append(block)
      }
    }
    return result
  }

  private func state(
    of declared: [Section.Block], _ blocks: [Document.Block]
  ) -> (state: Document.State, line: String)? {
    var seen: Set<QuestionID> = []
    let asked = declared.flatMap { questions(in: $0.content) }.filter { seen.insert($0).inserted }.filter(isRequired)
    let open = asked.filter { !session.isAnswered($0) }.count
    if open > 0 { return (.open, word("draft.open", ["asked": String(asked.count)], count: open)) }
    let progress = Document.Progress(of: blocks, decided: session.decided)
    if progress.incomplete > 0 { return (.open, word("draft.gaps", count: progress.incomplete)) }
    guard progress.hasSources else { return nil }
    return progress.isDecided ? (.decided, word("draft.decided")) : (.proposed, word("draft.proposed"))
  }

  private func heading(of content: Section.Content) -> String? {
    switch content {
    case .bullets(let bullets): localization.texts.label(of: bullets.question)
    case .cross(let cross): cross.questions.count == 1 ? localization.texts.label(of: cross.questions[0]) : nil
    case .matrix(let question), .ticks(let question), .cards(let question, _), .quotes(let question, _):
      localization.texts.label(of: question)
    case .table(let table): localization.texts.label(of: table.question)
    case .figure(let figure): localization.texts.label(of: figure.question)
    case .record(.openPoints): word("draft.open-points")
    case .record(.skipped): word("draft.skipped")
    case .record(.checkReport): word("draft.check-report")
    case .record(.decisions): word("aside.decisions")
    case .record(.tasks): word("aside.tasks")
    case .record(.parked): word("aside.parked")
    case .record(.workItems): session.method.roles.workItems.map(localization.texts.label(of:))
    case .iterations(let block) where block.span == .focuses: word("iterations.focuses")
    case .record(.measuredValues): word("measures.title")
    case .chain: word("draft.chain")
    case .sentence, .timeline, .sums, .iterations, .record(.progress), .record(.openCount): nil
    }
  }

  private func blocks(_ content: Section.Content) -> [Document.Block] {
    switch content {
    case .sentence(let sentence): self.sentence(sentence)
    case .bullets(let bullets): orGap(bullets.question) { list(bullets) }
    case .ticks(let question): orGap(question) { ticks(question) }
    case .table(let table): orGap(table.question) { tables(table) }
    case .cross(let cross): self.cross(cross)
    case .matrix(let question): orGap(question) { matrix(question) }
    case .cards(let question, let attachments):
      orGap(question) { [.cards(cards(question, attachments))] } + attachments.flatMap { loose($0, from: question) }
    case .quotes(let question, let column): orGap(question) { [.quotes(quotes(question, column))] }
    case .figure(let figure): self.figure(figure)
    case .sums(let sums): self.sums(sums)
    case .chain(let attachments, let question):
      session.isAnswered(question)
        ? [.tree(session.answers(to: question).map { branch($0, attachments, under: []) })] : []
    case .timeline(let sources, let next): timeline(sources, next: next)
    case .iterations(let block): iterations(block)
    case .record(let record): self.record(record)
    }
  }

  /// What a question gives, or a line that says it has no answer; nothing when the run does not require one.
  func orGap(_ id: QuestionID, _ blocks: () -> [Document.Block]) -> [Document.Block] {
    if session.isAnswered(id) { return blocks() }
    return isRequired(id) ? [.paragraph(gap(id))] : []
  }

  /// Whether the run needs an answer to a question, or somebody has passed it over.
  func isRequired(_ id: QuestionID) -> Bool {
    guard let question = session.method.question(id), session.asks(question) else { return false }
    return (session.requires(question) && question.count.lowerBound > 0) || session.skipped[id] != nil
  }

  func gap(_ id: QuestionID) -> Document.Text {
    let question = localization.texts.label(of: id)
    switch session.skipped[id] {
    case nil: return Document.Text(word("draft.not-answered", ["question": question]), isGap: true)
    case "": return Document.Text(word("draft.passed-over", ["question": question]), isGap: true)
    case let reason?:
      return Document.Text(word("draft.passed-over-why", ["question": question, "reason": reason]), isGap: true)
    }
  }

  func word(_ key: String, _ values: KeyValuePairs<String, String> = [:], count: Int? = nil) -> String {
    localization.language.sentence(key, values, count: count)
  }
}
