public import Workshop

extension Document {
  /// The readable account of a session: what was said under each question, by whom and when, what was changed, and
  /// what was taken back.
  ///
  /// - Parameters:
  ///   - entries: The entries of the session with their times as they are read, in order.
  ///   - session: The session before the first of them.
  ///   - wording: The language of the account; what was said is not translated.
  public init(transcriptOf entries: [TranscriptEntry], from session: Session, in wording: Wording) {
    var account = TranscriptBuilder(session: session, wording: wording)
    for entry in entries { account.add(entry) }
    let builder = DocumentBuilder(session: account.session, wording: wording, sections: [], isBrief: false)
    self.init(
      id: nil, isBrief: false,
      title: wording.language.sentence("export.transcript-title", ["title": account.session.title]),
      language: wording.language.code, words: builder.words,
      parts: [Part(id: "cover", title: nil, state: nil, status: nil, blocks: builder.record(.progress))]
        + account.parts,
      changes: [:])
  }
}

/// One entry of a session's journal, for its transcript.
public struct TranscriptEntry: Sendable {
  /// Its name.
  public var id: EntryID
  /// When it was written.
  public var at: Moment
  /// When it was written, as it is read: the day, and the time of the day.
  public var time: String
  /// What happened.
  public var events: [Event]

  /// An entry.
  public init(id: EntryID, at moment: Moment, time: String, events: [Event]) {
    self.id = id
    at = moment
    self.time = time
    self.events = events
  }
}

/// Goes through a session once more and writes down what is to be heard.
private struct TranscriptBuilder {
  private(set) var session: Session
  let wording: Wording
  private(set) var parts: [Document.Part] = []
  private var position: QuestionID?

  init(session: Session, wording: Wording) {
    self.session = session
    self.wording = wording
  }

  mutating func add(_ entry: TranscriptEntry) {
    for event in entry.events { hear(event, at: entry.time) }
    session.apply(entry.events, as: entry.id, at: entry.at)
    let account = RoomAccount(session: session, wording: wording)
    for event in entry.events {
      for text in account.lines(event, at: entry.at) { note(text, at: entry.time, under: position) }
    }
  }

  private mutating func hear(_ event: Event, at time: String) {
    switch event {
    case .titleGiven: note(word("export.transcript-started"), at: time, under: nil)
    case .answerGiven(let answer): say(answer, at: time)
    case .answerRevised(let id, let cells, let speaker):
      guard var answer = session.answer(id) else { return }
      // Cells that are asked for one by one belong to what was just said.
      let isGoingOn = session.asking?.answer == id
      answer.cells = cells
      answer.speaker = speaker ?? answer.speaker
      if isGoingOn {
        replaceLast(with: answer, at: time)
      } else {
        note(
          word("export.transcript-revised", ["answer": name(id), "text": text(answer)]), at: time, under: id.question)
      }
    case .answerDeleted(let id):
      note(word("export.transcript-deleted", ["answer": name(id)]), at: time, under: id.question)
    case .answerMoved(let id, _):
      note(word("export.transcript-moved", ["answer": name(id)]), at: time, under: id.question)
    case .questionSkipped(let question, let reason):
      let line =
        reason.isEmpty ? word("export.transcript-skipped") : word("export.transcript-skipped-why", ["reason": reason])
      note(line, at: time, under: question)
    case .undone: note(word("export.transcript-undone"), at: time, under: position)
    case .redone: note(word("export.transcript-redone"), at: time, under: position)
    case .cameOnRecord(let minutes): note(gap(minutes), at: time, under: position)
    case .sessionClosed: note(word("export.transcript-closed"), at: time, under: nil)
    case .languageChosen, .runChosen, .speakerChosen, .questionEntered, .endReached, .cellsAsked,
      .findingAccepted, .wentOffRecord, .answerRedacted, .pseudonymGiven,
      .room:
      break
    }
  }

  private func word(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    wording.language.sentence(key, values)
  }

  /// What was said off the record leaves a gap that can be seen.
  private func gap(_ minutes: Int) -> String {
    wording.language.sentence("hiding.gap", count: minutes)
  }

  private func name(_ id: AnswerID) -> String { session.name(of: id.handle, in: wording) }

  private func text(_ answer: Answer) -> String {
    session.typed(answer, in: wording, isWhole: true)
  }

  private mutating func say(_ answer: Answer, at time: String) {
    line(Document.Text(said(answer, at: time), from: [answer.handle]), under: answer.id.question)
  }

  private func said(_ answer: Answer, at time: String) -> String {
    let speaker = answer.speaker.map { initials in
      let name = session.participants.first { $0.initials == initials }?.name ?? ""
      return (name.isEmpty ? initials : name) + ": "
    }
    var place = ""
    if let question = session.method.question(answer.id.question), case .grid(let grid) = question.kind,
      let row = answer.place
    {
      place = session.label(of: row, in: grid, of: question, wording) + ": "
    }
    let origin = answer.handedIn.map { "  " + word("screen.speaker", ["name": $0]) } ?? ""
    return "\(time)  \(speaker ?? "")\(place)\(text(answer))\(origin)"
  }

  private mutating func replaceLast(with answer: Answer, at time: String) {
    guard let last = parts.indices.last, case .list(var items, _)? = parts[last].blocks.last,
      let place = items.lastIndex(where: { $0.sources == [answer.handle] })
    else { return say(answer, at: time) }
    let began = items[place].text.prefix { $0 != " " }
    items[place] = Document.Text(said(answer, at: String(began)), from: [answer.handle])
    parts[last].blocks[parts[last].blocks.count - 1] = .list(items, isNumbered: false)
  }

  private mutating func note(_ text: String, at time: String, under question: QuestionID?) {
    line(Document.Text("\(time)  \(text)"), under: question)
  }

  private mutating func line(_ text: Document.Text, under question: QuestionID?) {
    if parts.isEmpty || (question != nil && question != position) {
      position = question ?? position
      let title = question.map { wording.texts.questions[$0]?.ask ?? $0.rawValue } ?? session.title
      parts.append(
        Document.Part(
          id: SectionID(question?.rawValue ?? "start"), title: title.isEmpty ? wording.texts.title : title, state: nil,
          status: nil, blocks: [.list([], isNumbered: false)]))
    }
    let last = parts.count - 1
    guard case .list(let items, _)? = parts[last].blocks.last else { return }
    parts[last].blocks[parts[last].blocks.count - 1] = .list(items + [text], isNumbered: false)
  }
}
