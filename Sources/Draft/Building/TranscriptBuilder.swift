import Workshop

/// Goes through a session once more and writes down what is to be heard.
struct TranscriptBuilder {
  private(set) var session: Session
  let localization: Localization
  private var chapters: [Chapter] = []
  private var position: QuestionID?

  /// What was heard at one question, or before the first.
  private struct Chapter {
    let id: SectionID
    let title: String
    var lines: [Document.Text] = []
  }

  init(session: Session, localization: Localization) {
    self.session = session
    self.localization = localization
  }

  /// The chapters of the account, in the order in which they were heard.
  var parts: [Document.Part] {
    chapters.map { chapter in
      Document.Part(
        id: chapter.id, title: chapter.title, state: nil, status: nil,
        blocks: [.list(chapter.lines, isNumbered: false)])
    }
  }

  mutating func add(_ entry: TranscriptEntry) {
    // What a vote question records of a vote is the result, which is told with the vote.
    let isResult = entry.events.contains { if case .vote(.closed) = $0 { true } else { false } }
    for event in entry.events where !(isResult && event.isOfAnAnswer) { hear(event, at: entry.time) }
    session.apply(entry.events, as: entry.id, at: entry.at)
    let account = TranscriptEventLines(session: session, localization: localization)
    for event in entry.events {
      for text in account.lines(event) { note(text, at: entry.time, under: position) }
    }
  }

  private mutating func hear(_ event: Event, at time: String) {
    switch event {
    case .titleGiven: note(word("export.transcript-started"), at: time, under: nil)
    case .answerGiven(let answer) where isSettled(answer.id): settle(answer, at: time)
    case .answerGiven(let answer): say(answer, at: time)
    case .answerRevised(let id, let cells, let speaker): revise(id, cells, speaker, at: time)
    case .answerDeleted(let id):
      note(word("export.transcript-deleted", ["answer": name(id)]), at: time, under: id.question)
    case .answerMoved(let id, _):
      note(word("export.transcript-moved", ["answer": name(id)]), at: time, under: id.question)
    case .questionSkipped(let question, let reason):
      let line =
        reason.isEmpty ? word("export.transcript-skipped") : word("export.transcript-skipped-why", ["reason": reason])
      note(line, at: time, under: question)
    case .undone:
      note(word("reply.undone", ["what": takenBack.what(session.lastUndoable)]), at: time, under: position)
    case .redone:
      note(word("reply.redone", ["what": takenBack.what(session.lastUndone)]), at: time, under: position)
    case .findingAccepted(let key, let acceptance):
      let subject = localization.texts.questions[QuestionID(key.subject)]?.label ?? key.subject
      note("\(subject): " + word("finding.accepted", ["reason": acceptance.reason]), at: time, under: position)
    case .privacy(.cameOnRecord(let minutes)): note(gap(minutes), at: time, under: position)
    case .sessionClosed: note(word("export.transcript-closed"), at: time, under: nil)
    case .languageChosen, .runChosen, .questionEntered, .endReached, .cellsAsked, .sideItem, .vote, .time, .people,
      .groups, .iteration, .measures, .screen, .privacy, .gapsWalked:
      break
    }
  }

  private var takenBack: UndoText { UndoText(session: session, localization: localization) }

  /// Whether it is no answer of the room but how the session was started.
  private func isSettled(_ id: AnswerID) -> Bool { session.method.roles.answeredAtStart.contains(id.question) }

  private mutating func settle(_ answer: Answer, at time: String) {
    note("\(localization.texts.label(of: answer.id.question)): \(text(answer))", at: time, under: nil)
  }

  private mutating func revise(_ id: AnswerID, _ cells: [String], _ speaker: String?, at time: String) {
    guard var answer = session.answer(id), answer.cells != cells else { return }
    if let isInRoom = session.presence(from: answer, to: cells) {
      let name = answer.cell(at: answer.cell(at: 1).isEmpty ? 0 : 1)
      return note(word(isInRoom ? "people.is-in" : "people.is-out", ["name": name]), at: time, under: nil)
    }
    // Cells that are asked for one by one belong to what was just said.
    let isGoingOn = session.asking?.answer == id
    answer.cells = cells
    answer.speaker = speaker ?? answer.speaker
    if isSettled(id) {
      settle(answer, at: time)
    } else if isGoingOn {
      replaceLast(with: answer, at: time)
    } else {
      note(
        word("export.transcript-revised", ["answer": name(id), "text": text(answer)]), at: time, under: id.question)
    }
  }

  private func word(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    localization.language.sentence(key, values)
  }

  /// What was said off the record leaves a gap that can be seen.
  private func gap(_ minutes: Int) -> String {
    localization.language.sentence("hiding.gap", count: minutes)
  }

  private func name(_ id: AnswerID) -> String { session.name(of: id.handle, in: localization) }

  private func text(_ answer: Answer) -> String {
    answer.cells.allSatisfy(\.isEmpty)
      ? word("hiding.removed") : session.typed(answer, in: localization, isWhole: true, gap: "–")
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
      place = session.label(of: row, in: grid, of: question, localization) + ": "
    }
    let origin = answer.handedIn.map { "  " + word("screen.speaker", ["name": $0]) } ?? ""
    let handle = answer.id.series.map { _ in answer.handle.rawValue + "  " } ?? ""
    return "\(time)  \(handle)\(speaker ?? "")\(place)\(text(answer))\(origin)"
  }

  private mutating func replaceLast(with answer: Answer, at time: String) {
    guard let last = chapters.indices.last,
      let place = chapters[last].lines.lastIndex(where: { $0.sources == [answer.handle] })
    else { return say(answer, at: time) }
    let began = chapters[last].lines[place].text.prefix { $0 != " " }
    chapters[last].lines[place] = Document.Text(said(answer, at: String(began)), from: [answer.handle])
  }

  private mutating func note(_ text: String, at time: String, under question: QuestionID?) {
    line(Document.Text("\(time)  \(text)"), under: question)
  }

  private mutating func line(_ text: Document.Text, under question: QuestionID?) {
    if chapters.isEmpty || (question != nil && question != position) {
      position = question ?? position
      let title = question.map { localization.texts.questions[$0]?.ask ?? $0.rawValue } ?? session.title
      chapters.append(
        Chapter(
          id: SectionID(question?.rawValue ?? "start"), title: title.isEmpty ? localization.texts.title : title))
    }
    chapters[chapters.count - 1].lines.append(text)
  }
}

extension Event {
  /// Whether it gives or changes an answer.
  fileprivate var isOfAnAnswer: Bool {
    switch self {
    case .answerGiven, .answerRevised: true
    case _: false
    }
  }
}
