public import Workshop

extension Document {
  /// A document of a session: the sections that its method declares, filled with what the room has said.
  ///
  /// Nothing is hidden: what is not answered yet is said where it would stand. The same session gives the same document.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - localization: The language of the draft; answers are not translated.
  ///   - id: One of the documents of the method, see ``Workshop/Method/drafts``; everything when none is named.
  ///   - older: The session as it was, for marking what has changed since.
  ///   - missing: How many lines of the session's journal could not be read: the document says so at its beginning.
  public init(
    draftOf session: Session, in localization: Localization, as id: DocumentID? = nil, since older: Session? = nil,
    missing: Int = 0
  ) {
    let drafts = session.method.drafts
    let draft = drafts.first { $0.id == id } ?? session.method.wholeDraft
    let builder = DocumentBuilder(session: session, localization: localization, draft: draft)
    self.init(
      id: draft.id, form: draft.form, title: builder.title, language: localization.language.code,
      words: builder.words, parts: builder.parts, changes: older.map { session.changes(since: $0) } ?? [:])
    if missing > 0, !parts.isEmpty {
      let warning = Text(builder.word("draft.damaged", count: missing), isGap: true)
      parts[0].blocks.insert(.boxed(warning), at: 0)
    }
    if let older { parts.insert(builder.losses(since: older), at: min(1, parts.count)) }
    if draft.form == .onePage { fitOnOnePage() }
  }
}

extension Document {
  /// What a document of a session is called.
  public static func title(of draft: DraftDocument, of session: Session, in localization: Localization) -> String {
    DocumentBuilder(session: session, localization: localization, draft: draft).title
  }
}

/// Turns the declared sections of a method into the parts of a document.
struct DocumentBuilder {
  let session: Session
  let localization: Localization
  let sections: [Section]
  /// Which document it is; nil for what is no document of a method.
  let draft: DraftDocument?
  /// What was not answered in chapters that hold nothing else: they are left out, and it stands among the open points.
  private(set) var openChapters: [OpenChapter] = []
  /// The answers that refer to others: by the question and column that refers, and the handle that is named.
  let attached: [Section.Attachment: [String: [Answer]]]
  /// Questions that stand somewhere by themselves, not only on cards.
  let standing: Set<QuestionID>
  /// Labels of options that might be taken for initials.
  let optionLabels: Set<String>
  /// Questions whose answers are numbers on their way.
  let measures: [QuestionID: Section.Figure]

  /// A builder for a document of the session's method, or for all its sections where none is named.
  init(session: Session, localization: Localization, draft: DraftDocument? = nil) {
    self.session = session
    self.localization = localization
    self.draft = draft
    sections = draft.map(session.method.sections(of:)) ?? session.method.sections
    let contents = sections.flatMap(\.blocks).map(\.content)
    var attached: [Section.Attachment: [String: [Answer]]] = [:]
    for attachment in contents.flatMap(\.attachments) where attached[attachment] == nil {
      let columns = session.method.columns(of: attachment.question)
      guard let place = columns.firstIndex(where: { $0.id == attachment.through }) else { continue }
      attached[attachment] = [:]
      for answer in session.readableAnswers(to: attachment.question) {
        for handle in answer.values(at: place) { attached[attachment]?[handle, default: []].append(answer) }
      }
    }
    self.attached = attached
    let labels = localization.texts.lists.values.flatMap(\.values)
    optionLabels = Set(labels.filter { $0.count <= 4 })
    standing = Set(contents.flatMap(\.questionsOfItsOwn))
    let figures = session.method.sections.flatMap(\.blocks).compactMap { block -> Section.Figure? in
      if case .figure(let figure) = block.content, figure.kind == .bars { figure } else { nil }
    }
    measures = Dictionary(figures.map { ($0.question, $0) }) { first, _ in first }
  }

  /// What the document is for.
  var form: DraftDocument.Form { draft?.form ?? .working }

  var title: String {
    let organisation = session.method.roles.organisation.flatMap { session.readableAnswers(to: $0).first }?.cell(at: 0)
    let name = organisation ?? session.title
    // Everything together is called as the first of the documents.
    let id = draft?.id == DraftDocument.whole ? session.method.documents.first?.id : draft?.id
    let own = id.flatMap { localization.texts.documents[$0]?.title }
    return word("draft.title", ["organisation": name, "method": own ?? localization.texts.title])
  }

  var words: Document.Words {
    Document.Words(
      contents: word("draft.contents"), added: word("draft.added"), revised: word("draft.revised"),
      weekdays: localization.language.frequencies.shortWeekdays,
      months: localization.language.days.months.map { $0.prefix(1).uppercased() + $0.dropFirst().prefix(2) },
      states: [
        .decided: word("draft.decided"), .proposed: word("draft.proposed"), .open: word("draft.is-open"),
        .skipped: word("draft.is-skipped"),
      ])
  }

  /// The sections as parts; one that would hold nothing is left out.
  var parts: [Document.Part] {
    let made = made
    switch form {
    case .report:
      let chapters = made.dropFirst().filter { $0.holdsOnlyGaps && !holdsRecords($0.id) }
      var second = self
      second.openChapters = chapters.map(openChapter)
      let left = Set(chapters.map(\.id))
      let parts = (chapters.isEmpty ? made : second.made).filter { !left.contains($0.id) }
      return second.withTablesLast(parts)
    case .working: return [cover] + made
    case .onePage, .slides: return [cover] + made.filter { !$0.holdsOnlyGaps }
    }
  }

  /// Whether a section tells what the session itself holds: what it misses is not its own.
  private func holdsRecords(_ id: SectionID) -> Bool {
    sections.first { $0.id == id }?.blocks.contains { if case .record = $0.content { true } else { false } } == true
  }

  private func openChapter(_ part: Document.Part) -> OpenChapter {
    let declared = sections.first { $0.id == part.id }?.blocks ?? []
    return OpenChapter(
      title: part.title ?? "", absences: part.blocks.flatMap(\.texts).filter(\.isAbsence),
      questions: declared.flatMap { questions(in: $0.content) }.filter { !session.isAnswered($0) })
  }

  /// A line about a chapter in which nothing was answered.
  func chapterLine(_ title: String, _ questions: Int) -> String {
    word("draft.open-chapter", ["chapter": title], count: questions)
  }

  private var made: [Document.Part] {
    sections.enumerated().compactMap { place, section in
      let isCover = form == .report && place == 0
      let part = part(section, isCover: isCover)
      return part.blocks.isEmpty && !isCover ? nil : part
    }
  }

  /// A line under the title, where a document has no cover of its own.
  private var cover: Document.Part {
    let day = session.date.map { word("draft.as-of", ["date": localization.language.days.text($0)]) }
    let people = session.participants.map { $0.name.isEmpty ? $0.initials : $0.name }.joined(separator: ", ")
    let authors = form == .slides && !people.isEmpty ? word("draft.participants", ["people": people]) : nil
    return Document.Part(
      id: "cover", title: nil, state: nil, status: nil,
      blocks: [day, authors].compactMap { $0.map { .paragraph(Document.Text($0)) } })
  }

  private func part(_ section: Section, isCover: Bool) -> Document.Part {
    let declared = isPointless(unless: section.unless) ? [] : section.blocks.filter { !isPointless(unless: $0.unless) }
    let isAnnex = draft?.annex.contains(section.id) == true
    var blocks: [Document.Block] = []
    for block in declared {
      let made = self.blocks(block.content, isAnnex: isAnnex)
      if !made.allSatisfy(\.isAbsence), block.hasHeading, block.title != nil || declared.count > 1,
        form.hasHeadings, let heading = heading(of: block), heading != localization.texts.sections[section.id]
      {
        blocks.append(.heading(Document.Text(heading)))
      }
      blocks += made
    }
    let state = isCover || isAnnex || !form.hasHeadings ? nil : state(of: declared, blocks)
    return Document.Part(
      id: section.id, title: isCover ? nil : localization.texts.sections[section.id] ?? section.id.rawValue,
      state: state?.state, status: state?.line, blocks: listed(gathered(blocks)),
      notes: form == .slides ? section.notes.flatMap { self.blocks($0.content, isAnnex: false).flatMap(\.texts) } : [],
      isAnnex: isAnnex)
  }

  /// Whether a choice was made that leaves a part out.
  private func isPointless(unless choices: [Section.Choice]) -> Bool {
    choices.contains { choice in
      session.readableAnswers(to: choice.question).contains { $0.cell(at: 0) == choice.option.rawValue }
    }
  }

  /// What stands above a block: its own title, or what its question is called.
  private func heading(of block: Section.Block) -> String? {
    block.title.map { localization.texts.sentences[$0]?.other ?? $0.rawValue } ?? heading(of: block.content)
  }

  /// Sentences and lists that stand alone in a section, as one list: they are points of one kind.
  private func listed(_ blocks: [Document.Block]) -> [Document.Block] {
    var points: [Document.Text] = []
    var hasList = false
    for block in blocks {
      switch block {
      case .paragraph(let text): points.append(text)
      case .list(let texts, false):
        points += texts
        hasList = true
      case _: return blocks
      }
    }
    return hasList ? [.list(points, isNumbered: false)] : blocks
  }

  /// Lines about single gaps that follow one another, as a list.
  private func gathered(_ blocks: [Document.Block]) -> [Document.Block] {
    var result: [Document.Block] = []
    var said: Set<String> = []
    for block in blocks {
      guard case .paragraph(let gap) = block, gap.isAbsence else {
        result.append(block)
        continue
      }
      // Two blocks of a section may miss the same question.
      guard said.insert(gap.text).inserted else { continue }
      switch result.last {
      case .paragraph(let first) where first.isAbsence:
        result[result.count - 1] = .list([first, gap], isNumbered: false)
      case .list(let gaps, _) where gaps.allSatisfy(\.isAbsence):
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
    let unanswered = asked.filter { !session.isAnswered($0) }
    let skipped = unanswered.filter { session.skipped[$0] != nil }.count
    let open = unanswered.count - skipped
    if open > 0 { return (.open, word("draft.open", ["asked": String(asked.count - skipped)], count: open)) }
    if skipped > 0, skipped == asked.count { return (.skipped, word("draft.is-skipped")) }
    let progress = Document.Progress(of: blocks, decided: session.decided)
    let more = skipped > 0 ? " " + word("draft.skipped-count", count: skipped) : ""
    if progress.incomplete > 0 { return (.open, word("draft.gaps", count: progress.incomplete) + more) }
    guard progress.hasSources else { return nil }
    return progress.isDecided
      ? (.decided, word("draft.decided") + more) : (.proposed, word("draft.proposed") + more)
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
    case .chain(_, let question): localization.texts.label(of: question)
    case .sentence, .timeline, .sums, .iterations, .record(.progress), .record(.openCount): nil
    }
  }

  private func blocks(_ content: Section.Content, isAnnex: Bool) -> [Document.Block] {
    switch content {
    case .sentence(let sentence): self.sentence(sentence)
    case .bullets(let bullets): orGap(bullets.question) { list(bullets) }
    case .ticks(let question): orGap(question) { ticks(question) }
    case .table(let table): orGap(table.question) { tables(table, isNarrow: form != .working && !isAnnex) }
    case .cross(let cross): self.cross(cross)
    case .matrix(let question): orGap(question) { matrix(question) }
    case .cards(let question, let attachments):
      orGap(question) { [.cards(cards(question, attachments))] } + attachments.flatMap { loose($0, from: question) }
    case .quotes(let question, let column): orGap(question) { [.quotes(quotes(question, column))] }
    case .figure(let figure): self.figure(figure)
    case .sums(let sums): self.sums(sums)
    case .chain(let attachments, let question):
      session.isAnswered(question)
        ? [.tree(session.readableAnswers(to: question).map { branch($0, attachments, under: []) })] : []
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
    case let reason?:
      var text = Document.Text(
        reason.isEmpty
          ? word("draft.passed-over", ["question": question])
          : word("draft.passed-over-why", ["question": question, "reason": reason]))
      text.isSkipped = true
      return text
    }
  }

  func word(_ key: String, _ values: KeyValuePairs<String, String> = [:], count: Int? = nil) -> String {
    localization.language.sentence(key, values, count: count)
  }
}
