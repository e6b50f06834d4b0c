import Draft
import Text
import Workshop

/// What a command is replied: made once from the session before it and once from the session after it.
struct ReplyBuilder {
  let session: Session
  let phones: Phones
  let localization: Localization
  let columns: Int
  let now: Moment
  /// The day it is where the room is.
  let today: Day

  private var language: Language { localization.language }

  /// How the session stood before a command, as far as the reply needs to know.
  struct Before {
    let position: QuestionID?
    let hasEnded: Bool
    let language: LanguageCode
    /// The number of the open vote.
    let vote: Int?
    /// The number of the last value that was measured.
    let value: Int?

    init(_ session: Session) {
      (position, hasEnded, language) = (session.position, session.hasEnded, session.language)
      vote = session.openVote?.number
      value = session.measures.all.last?.id.number
    }
  }

  // MARK: Before

  /// The sentence for what a command makes happen, while what it replaces is still there.
  func sentence(for command: Command, _ events: [Event]) -> String? {
    let phonesReply = PhonesReply(session: session, phones: phones, localization: localization)
    switch command {
    case .phones(let command): return phonesReply.sentence(command, events)
    case .inbox(let command): return phonesReply.sentence(command, events)
    case .answer, .row, .goOn, .next, .back, .skip, .goto, .edit, .editor, .mend, .delete, .move, .undo, .redo,
      .language,
      .run, .accept, .takeSuggestions, .walkGaps, .look, .export, .save, .sideItem, .vote, .time, .people, .groups,
      .iteration, .measure, .screen, .privacy, .quit:
      return ReplyText(session: session, localization: localization).sentence(for: command, events)
    }
  }

  /// What a command asks for outside of the session.
  ///
  /// - Throws: ``LineError`` when it asks for something that there is not.
  func effect(of command: Command) throws(LineError) -> Reply.Effect? {
    switch command {
    case .export(let names):
      let (formats, unknown) = ExportFormat.named(names.joined(separator: ","))
      if let unknown { throw .unknownFormat(unknown) }
      return .export(formats.isEmpty ? ExportFormat.usual : formats)
    case .save(let folder): return .save(to: folder)
    case .edit(let target, nil):
      // A row of several cells is gone through cell by cell.
      guard !isWalked(target) else { return nil }
      return text(of: target).map { .edit(target: target, text: $0) }
    case .mend: return .mend
    case .editor(let target): return .compose(target: target, text: text(of: target) ?? "")
    case .look(.suggest(let number)) where !number.isEmpty:
      do throws(Refusal) { return .offer(try session.suggestion(number, in: localization)) } catch {
        throw .refused(error)
      }
    case .groups(.worksheet(let words)):
      return (try? session.questions(named: words, in: localization)).map { .writeWorksheets($0) }
    case .phones(let command): return .phones(command)
    case .screen(.share(true)): return .clearScreen
    case .quit: return .leave(isSaved: true)
    case .answer, .goOn, .next, .back, .skip, .goto, .edit, .delete, .move, .undo, .redo, .language, .run, .accept,
      .look, .sideItem, .vote, .time, .people, .groups, .iteration, .inbox, .screen, .privacy, .row, .measure,
      .takeSuggestions,
      .walkGaps:
      return nil
    }
  }

  private func isWalked(_ target: String) -> Bool {
    guard session.openVote == nil, session.sideItem(called: target) == nil,
      let answer = try? session.find(answer: target)
    else { return false }
    return session.method.columns(of: answer.id.question).count > 1
  }

  /// What stands in the cell that is asked for now, to be kept or changed in the line.
  var cellToChange: Reply.Effect? {
    guard let asking = session.asking, session.openVote == nil else { return nil }
    let text = session.typedCell(asked: asking, in: localization)
    return text.isEmpty ? nil : .offer(text)
  }

  /// The text of an answer, or of something said beside the questions, as it could be typed again.
  private func text(of target: String) -> String? {
    if let sideItem = session.sideItem(called: target) {
      return SideItemText(localization: localization).typed(sideItem)
    }
    if let value = session.measuredValue(called: target) {
      return [
        language.numbers.text(value.finding.number), language.days.text(value.finding.period), value.finding.remark,
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return (try? session.find(answer: target)).map { session.typed($0, in: localization) }
  }

  /// What would be removed for good, and what is typed to mean it.
  func question(before events: [Event], _ target: String) -> String? {
    let (name, text): (String, String)
    switch events.first {
    case .privacy(.answerRedacted(let id)):
      name = session.name(onScreen: id)
      text = session.lastKnown(id).map { session.typed($0, in: localization, isWhole: true, gap: "–") } ?? ""
    case .privacy(.sideItemRedacted(let id)):
      name = id.handle.rawValue
      text = session.sideItem(id)?.text ?? ""
    case _: return nil
    }
    let command =
      "/\(CommandName.redact.shown(in: language)) \(target) \(CommandVerb.yes.shown(in: language, of: .redact))"
    return language.sentence("hiding.ask", ["answer": name, "text": text, "command": command])
  }

  // MARK: After

  /// The sentence that only the session afterwards can say; nil where the one from before holds.
  func sentenceOfNow(for command: Command, since before: Before) -> String? {
    if before.language != session.language { return language.sentence("reply.language") }
    switch command {
    case .privacy(.onRecord):
      return language.sentence("hiding.on", count: session.privacy.offRecordPeriods.last?.minutes ?? 0)
    case .edit(let target, nil):
      return text(of: target).map { language.sentence("reply.current", ["answer": target, "text": $0]) }
    case .answer, .measure:
      guard let value = session.measures.all.last, value.id.number > before.value ?? 0 else { return nil }
      return MeasureText(session: session, localization: localization).said(value, on: today)
    case .goOn, .next, .back, .skip, .goto, .edit, .editor, .delete, .move, .undo, .redo, .language, .run, .accept,
      .look, .takeSuggestions, .walkGaps, .export, .save, .sideItem, .vote, .time, .people, .groups, .iteration,
      .phones, .inbox, .screen, .privacy, .quit, .row, .mend:
      return nil
    }
  }

  /// What is shown for a command once it has happened.
  ///
  /// - Throws: A refusal when something is to be looked at that is not there.
  func display(for command: Command, since before: Before) throws(Refusal) -> Reply.Display {
    let result = resultOfVote(since: before)
    guard result == .nothing else { return result }
    switch command {
    case .look(.inbox): return .lines(inboxView.lines)
    case .look(.phones): return .lines(inboxView.phonesLines)
    case .inbox(.take), .inbox(.merge), .inbox(.park), .inbox(.drop):
      return phones.ideas(in: session).isEmpty ? .nothing : .lines(inboxView.lines)
    case .look(let look):
      return .lines(
        try LookView(session: session, localization: localization, columns: columns, now: now, today: today).lines(look)
      )
    case .goOn, .next, .skip: return stageEnd(leaving: before.position, hadEnded: before.hasEnded)
    case .vote(.open), .vote(.again):
      return session.openVote.map { .onScreen(voteView.open($0, byPhone: votesByPhone)) } ?? .nothing
    case .groups(.form): return .page(groupView.groups)
    case .groups(.take(let path)):
      let lines = similar(from: Script.title(of: path))
      return lines.isEmpty ? .nothing : .page(lines)
    case .answer, .back, .goto, .edit, .editor, .delete, .move, .undo, .redo, .language, .run, .accept, .export, .save,
      .sideItem, .vote, .time, .people, .groups, .iteration, .phones, .inbox, .screen, .privacy, .quit, .row, .mend,
      .measure,
      .takeSuggestions, .walkGaps:
      return .nothing
    }
  }

  /// The result of a vote that has just been closed.
  func resultOfVote(since before: Before) -> Reply.Display {
    guard let number = before.vote, let round = session.vote(number), round.state == .closed else {
      return .nothing
    }
    return .page(voteView.result(round))
  }

  private var voteView: VoteView { VoteView(session: session, localization: localization, columns: columns) }
  /// How many have voted by phone; nil where the room is not open to phones.
  private var votesByPhone: Int? { phones.isOpen ? session.openVote.map { phones.votes(in: $0.number) } : nil }
  private var inboxView: InboxView {
    InboxView(session: session, phones: phones, localization: localization, columns: columns)
  }
  private var groupView: GroupView { GroupView(session: session, localization: localization, columns: columns) }

  /// When a stage is left, what is amiss in it is said and the points that were parked come back; at the end it is said
  /// how the time went.
  private func stageEnd(leaving question: QuestionID?, hadEnded: Bool) -> Reply.Display {
    let view = StageEndView(session: session, localization: localization, columns: columns, now: now)
    guard let stage = view.stageLeft(by: question, hadEnded: hadEnded) else { return .nothing }
    // What phones wrote and nobody has read is not forgotten with the stage.
    let unread = phones.ideas(in: session).isEmpty ? [] : Array(inboxView.lines.prefix(1))
    let (findings, lines) = (view.findings(in: stage) + unread, view.lines(leaving: stage))
    // What is amiss is said beside the next question; nobody has to press a key for it.
    guard !lines.isEmpty else { return findings.isEmpty ? .nothing : .lines(findings) }
    return .page(findings + lines)
  }

  /// What was taken in beside what was there, where both say nearly the same.
  private func similar(from origin: String) -> [StyledText] {
    session.method.questions.flatMap { question -> [StyledText] in
      let isTouched = session.answers(to: question.id).contains { $0.handedIn == origin }
      guard isTouched, !session.similar(at: question.id).isEmpty else { return [] }
      return [StyledText(localization.texts.label(of: question.id))] + groupView.similar(at: question.id)
    }
  }
}
