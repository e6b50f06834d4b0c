import Facilitation
import Journal
import LineEditor
import PhoneProtocol
import Text
import Workshop

// What phones bring is heard before a line is, and what they are shown follows it.
extension REPL {
  /// Takes in what came since the line before.
  mutating func receiveLetters() {
    guard let link = phones?.link else { return }
    link.read()
    for letter in link.takeLetters() {
      if let letter = Workshop.Letter(letter) { interpreter.phones.receive(letter) }
    }
    for vote in link.takeVotes() { interpreter.phones.note(votes: vote.phone, in: vote.round) }
    interpreter.phones.known = max(interpreter.phones.known, link.known)
    if link.isOver { interpreter.phones.lose() }
  }

  /// What must be so at the phones before a command is followed: a round is closed and its ballots are here, and nothing
  /// is stored any more before the room is off the record.
  ///
  /// - Returns: The round that was closed, to be opened again where the command is turned down.
  mutating func prepare(_ command: Command) -> Int? {
    guard let room = phones, !room.link.isOver else { return nil }
    switch command {
    case .vote(.close):
      guard let round = session.openVote, round.isHeadByHead else { return nil }
      let ballots = room.link.close(round: round.number)
      receiveLetters()
      interpreter.phones.receive(
        ballots.map { Workshop.PhoneBallot(phone: $0.phone, marks: $0.marks) }, in: round.number)
      return round.number
    case .privacy(.offRecord):
      cover(room, .offRecord)
      return nil
    case .screen(.blank):
      if !session.screen.isBlank { cover(room, .covered) }
      return nil
    case .answer, .row, .mend, .takeSuggestions, .walkGaps, .iteration, .measure, .goOn, .next, .back, .skip, .goto,
      .edit, .editor, .delete, .move, .undo, .redo, .language, .run,
      .accept,
      .look, .export, .save, .sideItem, .vote, .time, .people, .groups, .phones, .inbox, .screen, .privacy, .quit:
      return nil
    }
  }

  private func cover(_ room: PhonesRoom, _ standing: PhoneNotice.Standing) {
    room.version += 1
    let notice = PhoneNotice(
      version: room.version, formID: "covered-\(room.version)", title: session.title, standing: standing, form: nil,
      asksName: false, wordings: [])
    room.notice = notice
    // A program that does not answer must not go on taking letters.
    if !room.link.show(notice, waits: true) { room.link.leave() }
  }

  /// Tells the phones what there is to see since a command, and the program what became of letters and rounds.
  ///
  /// - Parameters:
  ///   - vote: The vote that was open before.
  ///   - closing: The round that was closed to be counted.
  mutating func tellPhones(since vote: Int?, closing: Int?) {
    guard let room = phones, !room.link.isOver else { return }
    let now = session.openVote?.number
    if let closing, now == closing { room.link.tell(.reopenRound(closing)) }
    if let vote, vote != now { room.link.tell(.forgetRound(vote)) }
    if let now, vote != now, interpreter.phones.votes(in: now) > 0 { room.link.tell(.reopenRound(now)) }
    let gone = interpreter.phones.letters.map(\.id).filter { id in
      !room.settled.contains(id) && (session.takenLetters.contains(id) || interpreter.phones.dropped.contains(id))
    }
    if !gone.isEmpty, interpreter.writer.isSaved {
      room.settled.formUnion(gone)
      room.link.tell(.settle(letters: gone.map(\.rawValue)))
    }
    let amended = interpreter.takeAmendedLetters().compactMap { PhoneProtocol.Letter($0) }
    if !amended.isEmpty { room.link.tell(.amend(amended)) }
    var notice = NoticeMaking(session: session, phones: interpreter.phones, localizations: phoneLocalizations).notice
    notice.version = room.version
    guard notice != room.notice else { return }
    room.version += 1
    notice.version = room.version
    room.notice = notice
    _ = room.link.show(notice, waits: false)
  }

  /// The words of each language that the method has, the room's own first.
  private var phoneLocalizations: [Localization] {
    let others = session.method.languages.filter { $0 != session.language }
    return [interpreter.localization] + others.compactMap(interpreter.localization)
  }

  // MARK: While a line is typed

  /// The corner of the prompt row: the time, and ten times a second a look at what came from phones.
  func corner() -> RightPrompt? {
    let time = timebox.box?.rightPrompt
    guard let phones else { return time }
    phones.begin(session, interpreter.phones, language)
    return RightPrompt { now in
      var content = time?.content(now) ?? RightPrompt.Content(text: "")
      content.renewsBlock = phones.look(at: now)
      content.changes = min(content.changes ?? .seconds(Int64.max / 2), now + .milliseconds(100))
      return content
    }
  }

  /// The question on the screen, with the row of the phones.
  func view(_ size: WindowSize) -> QuestionView {
    var view = QuestionView(session: session, localization: interpreter.localization, size: size, goesOn: goesOn)
    view.importing = interpreter.importing
    if let phones, !phones.link.isOver {
      view.votesByPhone = phones.votes
      view.phonesRow = session.screen.isBlank ? nil : phones.row.truncated(to: size.columns)
    }
    return view
  }
}

extension Workshop.Letter {
  /// What of a letter the session could take; nil for what a later version sends.
  init?(_ letter: PhoneProtocol.Letter) {
    let content: Content
    switch letter.content {
    case .idea(let question, let cells): content = .idea(QuestionID(question), cells: cells)
    case .mood(let moment, let text):
      guard let round = CheckIn.Round(rawValue: moment) else { return nil }
      content = .checkIn(round, text)
    case .introduction: content = .introduction
    case .unknown: return nil
    }
    self.init(id: LetterID(letter.id), phone: letter.phone, name: letter.name, content: content)
  }
}

extension PhoneProtocol.Letter {
  /// A letter as the program for phones has it, after something in it was hidden.
  init?(_ letter: Workshop.Letter) {
    let content: Content
    switch letter.content {
    case .idea(let question, let cells): content = .idea(question: question.rawValue, cells: cells)
    case .checkIn(let round, let word): content = .mood(moment: round.rawValue, text: word)
    case .introduction: content = .introduction
    }
    self.init(id: letter.id.rawValue, phone: letter.phone, name: letter.name, moment: 0, content: content)
  }
}
