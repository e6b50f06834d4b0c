// What phones brought becomes events when a typed line says so.
extension Session {
  /// What a command about the inbox makes happen.
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - phones: What phones brought.
  ///   - localization: The words of the room's language.
  ///   - today: The day it is.
  /// - Returns: The events: ordinary ones, with the letters they came of.
  /// - Throws: A refusal; then nothing is taken.
  public func decide(
    _ command: InboxCommand, from phones: Phones, hearing localization: Localization, today: Day
  ) throws(Refusal) -> [Event] {
    let taking = LetterTaking(
      phones: phones, parser: CellParser(localization: localization, today: date ?? today),
      origin: localization.language.sentence("phones.origin"))
    guard openVote == nil else { throw .vote(.isOpen) }
    switch command {
    case .take(let numbers, let named): return try taking.take(numbers, named: named, in: self)
    case .merge(let numbers, let text): return try taking.merge(numbers, text, in: self)
    case .park(let numbers): return try taking.park(numbers, in: self)
    case .drop(let numbers):
      _ = try taking.ideas(numbers, in: self)
      return []
    case .checkIns(let round): return try taking.checkIns(round, in: self)
    }
  }

  /// What a command about phones makes happen in the session.
  func decide(_ command: PhonesCommand, from phones: Phones, _ parser: CellParser) throws(Refusal) -> [Event] {
    switch command {
    case .open: if phones.isOpen { throw .phones(.openAlready) }
    case .off(let anyway):
      guard phones.isOpen else { throw .phones(.notOpen) }
      let waiting = phones.ideas(in: self).count
      guard anyway || waiting == 0 else { throw .phones(.lettersWaiting(waiting)) }
    case .names, .code, .test, .wifi: guard phones.isOpen else { throw .phones(.notOpen) }
    case .mute(let phone): try check(phone, of: phones)
    case .admit(let phone, let name):
      try check(phone, of: phones)
      if let name {
        _ = try known(name)
        return []
      }
      guard let name = phones.names[phone] else { throw .phones(.noName(phone)) }
      guard participant(called: name) == nil else { return [] }
      guard let question = method.roles.participants.flatMap(method.question) else { throw .people(.noParticipants) }
      return try hear(row: [name], to: question, speaker: nil, parser, asks: false)
    }
    return []
  }

  /// A ranking that phones have voted in does not become one by sums: their orders could not be counted any more.
  func check(_ command: Command, besides phones: Phones) throws(Refusal) {
    guard let round = openVote, phones.votes(in: round.number) > 0 else { return }
    switch command {
    case .answer(let line) where try inSums(round, line) != nil, .row(let line) where try inSums(round, line) != nil:
      throw .vote(.unreadable(line, round.way, isHeadByHead: true))
    case _: return
    }
  }

  private func check(_ phone: Int, of phones: Phones) throws(Refusal) {
    guard (1...max(phones.known, 1)).contains(phone), phones.known > 0 else {
      throw .phones(.unknownPhone(phone, known: phones.known))
    }
  }

  /// The result of the open vote, with the ballots that came from phones. They stand there in an order that tells nothing
  /// of who gave them, in one entry with the closing.
  func closeVote(anyway: Bool, with phones: Phones) throws(Refusal) -> [Event] {
    let round = try voteThatIsOpen()
    let marks = phones.marks(in: round.number)
    guard !marks.isEmpty, round.isHeadByHead else { return try closeVote(anyway: anyway) }
    let free = round.heads - round.ballots.count
    guard marks.count <= free else {
      throw .phones(.tooManyBallots(found: marks.count, free: free, heads: round.heads))
    }
    let casts = marks.map { Event.vote(.cast(round.number, .head(by: nil, $0))) }
    var room = self
    room.apply(casts, as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
    // Whoever has voted may have held votes back.
    return casts + (try room.closeVote(anyway: anyway || marks.count == free))
  }
}

extension Phones {
  /// Follows a command that was not turned down, once its events have happened.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - session: The session since then.
  public mutating func follow(_ command: Command, in session: Session) {
    switch command {
    case .phones(.open): isOpen = true
    case .phones(.off): close()
    case .phones(.names(let isAsked)): asksNames = isAsked
    case .phones(.mute(let phone)): if muted.remove(phone) == nil { muted.insert(phone) }
    case .phones(.admit(let phone, let name)):
      guard let person = (name ?? names[phone]).flatMap(session.participant) else { return }
      admit(phone, as: person.initials)
    case .inbox(.drop(let numbers)):
      drop(ideas(in: session).filter { numbers.contains($0.number) }.map(\.letter.id))
    case .look(.people(.checkIns(let round))): if isOpen { asked = round }
    case .look: break
    case .phones, .inbox, .answer, .row, .mend, .takeSuggestions, .walkGaps, .iteration, .measure, .goOn, .next, .back,
      .skip, .goto, .edit, .editor, .delete, .move, .undo, .redo,
      .language, .run, .accept, .export, .save, .sideItem, .vote, .time, .people, .groups, .screen, .privacy, .quit:
      // Whatever goes on asks for something else.
      if session.openVote != nil || command.has(.leavesVote) || command.has(.advances) { asked = nil }
      if case .inbox(.checkIns) = command { asked = nil }
    }
  }

  /// What is meant by a command while phones are there: Enter closes nothing by itself and gives nobody's vote, and a
  /// check-in without words takes what has come.
  ///
  /// - Parameters:
  ///   - command: What was typed.
  ///   - session: The session.
  /// - Returns: The command.
  public func meaning(of command: Command, in session: Session) -> Command {
    switch command {
    case .look(.people(.checkIns(let round))) where !checkIns(round, in: session).isEmpty:
      return .inbox(.checkIns(round))
    case .goOn where isOpen && session.openVote?.isHeadByHead == true: return .vote(.close(anyway: false))
    case .vote(.open(let settings)) where isOpen: return .vote(.open(headByHead(settings, in: session)))
    case .vote(.again(let settings)) where isOpen: return .vote(.again(headByHead(settings, in: session)))
    case _: return command
    }
  }

  /// Phones vote head by head; where nobody is known, as many vote as there are phones.
  private func headByHead(_ settings: VoteSettings, in session: Session) -> VoteSettings {
    var settings = settings
    settings.isHeadByHead = true
    if settings.heads == nil, session.voters.isEmpty, known > 0 { settings.heads = known }
    return settings
  }
}
