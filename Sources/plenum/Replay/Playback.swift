import Journal
import LineEditor
import Method
import Workshop

/// What is played, and a room that hears it. Instantly, as if typed or passage by passage, forth or back: it is this, driven in
/// another way.
struct Playback {
  let passages: Passages
  private(set) var room: Room
  /// How many passages the room has met.
  private(set) var position = 0
  private let times: Times
  /// When each passage was played first, so that going back and forth changes nothing.
  private var noted: [Moment] = []
  /// Since which line the room stands where nobody wanted it, because a question was not found.
  private(set) var lost: Int?
  /// What the entries of a journal that is played are called here.
  private var names: [EntryID: EntryID] = [:]
  private var checkpoints: Checkpoints?
  /// What was turned down; noted only where it is possible to go back.
  private(set) var stumbles: [Stumble] = []
  /// The width that is reckoned with for what is shown.
  var columns = Playback.pageColumns

  /// The width of a page, where no window says another.
  static let pageColumns = 80

  /// What became of a passage.
  enum Outcome {
    /// It was heard.
    case heard(Passage, Answered)
    /// It was turned down, or cannot be used. It holds how the room stood.
    indirect case refused(Stumble)
    /// There is no further passage, or the facilitator has left.
    case atEnd
  }

  /// The time that a replay goes by.
  enum Times {
    /// The clock's.
    case clock(WallClock)
    /// From a moment on, so many seconds from passage to passage.
    case every(Int, from: Moment)
    /// The script says it.
    case scripted
  }

  /// Something to be played.
  ///
  /// - Parameters:
  ///   - passages: What is played.
  ///   - room: The room at its beginning.
  ///   - times: The time it goes by.
  ///   - goesBack: Whether it must be possible to go back.
  init(_ passages: Passages, in room: Room, times: Times, goesBack: Bool) {
    self.passages = passages
    self.room = room
    self.times = times
    checkpoints = goesBack ? Checkpoints(for: passages.count) : nil
    noteCheckpoint(towards: 0)
  }

  /// Whether there is nothing to be played any more.
  var isAtEnd: Bool { position >= passages.count || hasLeft }

  /// Whether a line has told the facilitator to leave.
  private var hasLeft = false

  /// The next passage; nil at the end.
  var next: Passage? { isAtEnd ? nil : passages[position] }

  /// Plays the next passage.
  ///
  /// - Parameter shows: Whether what is shown for it is wanted; else only whether it could be shown.
  /// - Returns: What became of it.
  mutating func advance(showing shows: Bool) -> Outcome { advance(showing: shows, towards: position + 1) }

  /// Goes to just before a passage, back or forth, and hears what lies between.
  mutating func go(to target: Int) {
    let target = min(max(target, 0), passages.count)
    if target < position { stepBack(to: target) }
    while position < target, !isAtEnd { _ = advance(showing: false, towards: target) }
  }

  private mutating func advance(showing shows: Bool, towards target: Int) -> Outcome {
    guard let passage = next else { return .atEnd }
    setClock()
    let before = Answered.Before(room.session)
    position += 1
    defer { noteCheckpoint(towards: target) }
    do throws(Stumble.Fault) {
      switch passage.content {
      case .line(let line): return .heard(passage, try hear(line, before, shows: shows))
      case .flaw(let flaw): throw .flaw(flaw.fault)
      case .entry(let entry): return .heard(passage, try play(entry))
      }
    } catch {
      let stumble = Stumble(passage: passage, fault: error, session: room.session, wording: room.wording)
      if checkpoints != nil { stumbles.append(stumble) }
      return .refused(stumble)
    }
  }

  private mutating func stepBack(to target: Int) {
    guard let standing = checkpoints?.latest(upTo: target) else { return }
    (room, names, lost, position) = (standing.room, standing.names, standing.lost, standing.position)
    hasLeft = false
    stumbles.removeLast(stumbles.count - standing.stumbles)
  }

  private mutating func noteCheckpoint(towards target: Int) {
    checkpoints?.note(towards: target, at: position) {
      Checkpoints.Standing(position: position, room: room, names: names, lost: lost, stumbles: stumbles.count)
    }
  }
}

// What is seen of it before it is played.
extension Playback {
  /// The same, with only the beginning to go back to.
  var forgettingTheWay: Playback {
    var other = self
    other.checkpoints = checkpoints?.beginning
    return other
  }

  /// Whether nobody types a passage: the time, what a journal says of the beginning, what no line stands for.
  func isSilent(_ passage: Passage) -> Bool {
    switch passage.content {
    case .line(let line): line.text != Cue.enter.line && Cue.isOne(line.text.utf8)
    case .flaw: false
    case .entry(let entry):
      switch entry.events.first {
      case .titleGiven, .room(.time(.resumed)): true
      case _: false
      }
    }
  }

  /// A passage as it would be typed; empty where nothing that can be typed gives it.
  func line(of passage: Passage) -> String {
    switch passage.content {
    case .line(let line): line.text == Cue.enter.line ? "" : line.text
    case .flaw(let flaw): flaw.text
    case .entry(let entry):
      Retelling(in: room.session, room.wording, at: entry.at).line(for: entry.events.map(renamed)) ?? ""
    }
  }

  /// The time the room has come to, where what is played says it.
  var moment: Moment? {
    switch times {
    case .scripted: room.clock.now()
    case .clock, .every: nil
    }
  }

  /// The time of the next passage, where what is played says it.
  var nextMoment: Moment? {
    if case .entry(let entry)? = next?.content { return entry.at }
    return moment
  }
}

// One passage.
extension Playback {
  private mutating func hear(
    _ line: Script.Line, _ before: Answered.Before, shows: Bool
  ) throws(Stumble.Fault) -> Answered {
    if let lost, !Playback.findsBack(line.text, room.wording.language) { throw .lost(since: lost) }
    do throws(Room.Hindrance) {
      guard let reply = try room.hear(scripted: line.text, keepingTime: keepsTime, isAnswered: shows) else {
        return Answered()
      }
      if case .goto = reply.command { lost = nil }
      if case .quit = reply.command { hasLeft = true }
      var answered = Answered(sentence: reply.sentence)
      let isLook = if case .look = reply.command { true } else { false }
      if shows || isLook {
        do throws(Refusal) {
          answered.lines = try room.shown(for: reply.command, after: before, columns: columns)
        } catch { throw .refused(error) }
      }
      return answered
    } catch {
      if case .goto? = try? Command(parsing: line.text, in: room.wording.language) { lost = lost ?? line.number }
      throw .hindrance(error)
    }
  }

  /// Whether a line means the same wherever the room stands, or says where it is to stand.
  private static func findsBack(_ line: String, _ language: Language) -> Bool {
    if Cue.isOne(line.utf8), line != "#>" { return true }
    guard let command = try? Command(parsing: line, in: language) else { return true }
    return switch command {
    case .goto, .language, .run, .addPerson, .by, .offRecord, .onRecord, .quit, .export, .save, .redact, .pseudonym,
      .room(.note), .room(.close), .room(.presence), .room(.facilitator), .room(.mood):
      true
    case .answer, .goOn, .next, .back, .skip, .edit, .editor, .delete, .move, .undo, .redo, .accept, .look, .room: false
    }
  }

  private mutating func play(_ entry: Entry) throws(Stumble.Fault) -> Answered {
    let events = entry.events.map(renamed)
    room.clock.now = { entry.at }
    let sentence = ReplyText(session: room.session, wording: room.wording).sentence(forTold: events)
    let before = room.session.openVote?.number
    let unknown = events.first { !isAsked($0) }
    do throws(Room.Hindrance) { try room.happen(events) } catch { throw .hindrance(error) }
    if let last = room.recorder.tape?.last { names[entry.id] = last }
    if case .answerGiven(let answer)? = unknown { throw .noSuchQuestion(answer) }
    guard let before, let round = room.session.vote(before), round.state == .closed else {
      return Answered(sentence: sentence)
    }
    let view = VoteView(session: room.session, wording: room.wording, columns: columns)
    return Answered(sentence: sentence, lines: view.result(round))
  }

  /// An event under the names that entries have here.
  private func renamed(_ event: Event) -> Event {
    switch event {
    case .undone(let entry): .undone(names[entry] ?? entry)
    case .redone(let entry): .redone(names[entry] ?? entry)
    case _: event
    }
  }

  /// Whether the method has the question that an answer was given to.
  private func isAsked(_ event: Event) -> Bool {
    guard case .answerGiven(let answer) = event else { return true }
    return room.session.method.place(of: answer.id.question) != nil
  }

  private var keepsTime: Bool { if case .scripted = times { true } else { false } }

  private mutating func setClock() {
    switch times {
    case .scripted: return
    case .every(let seconds, let start): room.clock = .still(at: start.later(by: position * seconds))
    case .clock(let clock):
      guard checkpoints != nil else { return }
      if position >= noted.count { noted.append(clock.now()) }
      let moment = noted[min(position, noted.count - 1)]
      room.clock.now = { moment }
    }
  }
}
