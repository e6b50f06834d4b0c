public import Workshop

extension Document {
  /// The draft of a session: the sections that its method declares, filled with what the room has said.
  ///
  /// Nothing is hidden: what is not answered yet is said where it would stand. The same session gives the same document.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - wording: The language of the draft; answers are not translated.
  public init(draftOf session: Session, in wording: Wording) {
    let builder = DocumentBuilder(session: session, wording: wording)
    self.init(
      title: builder.title, language: wording.language.code, parts: session.method.sections.map(builder.part))
  }
}

/// Turns the declared sections of a method into the parts of a document.
struct DocumentBuilder {
  let session: Session
  let wording: Wording

  var title: String {
    let organisation = session.method.roles.organisation.flatMap { session.answers(to: $0).first }?.cell(at: 0)
    let name = organisation ?? session.title
    return word("draft.title", ["organisation": name, "method": wording.texts.title])
  }

  func part(_ section: Section) -> Document.Part {
    let isCover = section == session.method.sections.first
    var blocks = section.blocks.flatMap { block in
      let blocks = self.blocks(block.content)
      let heading = block.hasHeading && section.blocks.count > 1 ? self.heading(of: block.content) : nil
      return blocks.isEmpty ? [] : (heading.map { [.heading(Document.Text($0))] } ?? []) + blocks
    }
    if isCover { blocks += cover }
    return Document.Part(
      id: section.id, title: isCover ? nil : wording.texts.sections[section.id] ?? section.id.rawValue,
      status: isCover ? nil : status(of: section), blocks: blocks)
  }

  /// The lines of the cover that no question holds: who took part, and how far the room has come.
  private var cover: [Document.Block] {
    let required = session.walk.filter { session.requires($0) }
    let answered = required.filter { session.isAnswered($0.id) }.count
    let people = session.participants.map { $0.name.isEmpty ? $0.initials : $0.name }.joined(separator: ", ")
    let run = wording.texts.runs[session.run] ?? session.run.rawValue
    let taking =
      people.isEmpty ? [] : [Document.Block.paragraph(Document.Text(word("draft.participants", ["people": people])))]
    return taking + [
      .paragraph(
        Document.Text(
          word("draft.progress", ["run": run, "answered": String(answered), "required": String(required.count)])))
    ]
  }

  private func status(of section: Section) -> String? {
    var seen: Set<QuestionID> = []
    let asked = section.blocks.flatMap { questions(in: $0.content) }.filter { seen.insert($0).inserted }
      .compactMap(session.method.question).filter { $0.isAsked(in: session.run) && $0.count.lowerBound > 0 }
    guard !asked.isEmpty else { return nil }
    let open = asked.filter { !session.isAnswered($0.id) }.count
    return open == 0
      ? word("draft.proposed") : word("draft.open", ["asked": String(asked.count)], count: open)
  }

  private func heading(of content: Section.Content) -> String? {
    switch content {
    case .bullets(let question, _), .cross(let question), .cards(let question, _), .quotes(let question, _):
      wording.texts.label(of: question)
    case .table(let table): wording.texts.label(of: table.question)
    case .openPoints: word("draft.open-points")
    case .skipped: word("draft.skipped")
    case .chain: word("draft.chain")
    case .sentence, .timeline: nil
    }
  }

  private func questions(in content: Section.Content) -> [QuestionID] {
    switch content {
    case .bullets(let question, _), .cross(let question), .quotes(let question, _): [question]
    case .cards(let question, let attachments):
      [question] + attachments.map(\.question).filter { !hasBlockOfItsOwn($0) }
    case .table(let table): [table.question]
    case .sentence(_, let variables): variables.map(\.question)
    case .chain, .timeline, .openPoints, .skipped: []
    }
  }

  private func blocks(_ content: Section.Content) -> [Document.Block] {
    switch content {
    case .sentence(let sentence, let variables): self.sentence(sentence, variables)
    case .bullets(let question, let sentence): orGap(question) { [.bullets(bullets(question, sentence))] }
    case .table(let table): orGap(table.question) { tables(table) }
    case .cross(let question): orGap(question) { cross(question) }
    case .cards(let question, let attachments):
      orGap(question) { [.cards(cards(question, attachments))] }
        + attachments.flatMap { loose($0, from: question) }
    case .quotes(let question, let column): orGap(question) { [.quotes(quotes(question, column))] }
    case .chain(let attachments, let question):
      session.isAnswered(question)
        ? [.tree(session.answers(to: question).map { branch($0, attachments, under: []) })] : []
    case .timeline(let sources): timeline(sources)
    case .openPoints: openPoints
    case .skipped: skipped
    }
  }

  /// What a question gives, or a line that says it has no answer; nothing when the run does not even ask it.
  private func orGap(_ id: QuestionID, _ blocks: () -> [Document.Block]) -> [Document.Block] {
    if session.isAnswered(id) { return blocks() }
    return isAsked(id) ? [.paragraph(gap(id))] : []
  }

  /// Whether the run asks a question that can be asked: what the start settles is not missed.
  func isAsked(_ id: QuestionID) -> Bool {
    session.method.question(id)?.isAsked(in: session.run) == true
  }

  func gap(_ id: QuestionID) -> Document.Text {
    let question = wording.texts.label(of: id)
    switch session.skipped[id] {
    case nil: return Document.Text(word("draft.not-answered", ["question": question]), isGap: true)
    case "": return Document.Text(word("draft.passed-over", ["question": question]), isGap: true)
    case let reason?:
      return Document.Text(word("draft.passed-over-why", ["question": question, "reason": reason]), isGap: true)
    }
  }

  func word(_ key: String, _ values: KeyValuePairs<String, String> = [:], count: Int? = nil) -> String {
    wording.language.sentence(key, values, count: count)
  }
}
