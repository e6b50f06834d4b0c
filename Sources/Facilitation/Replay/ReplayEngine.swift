import Journal
import Method
import Text
package import Workshop

/// What is played, and a room that hears it. Instantly, as if typed or step by step, forth or back: it is this, driven in
/// another way.
package struct ReplayEngine {
  package let steps: ReplaySteps
  package private(set) var interpreter: Interpreter
  /// How many steps the room has met.
  package private(set) var position = 0
  private let times: Times
  /// When each step was played first, so that going back and forth changes nothing.
  private var noted: [Moment] = []
  /// Since which line the room stands where nobody wanted it, because a question was not found.
  package private(set) var lost: Int?
  /// What the entries of a journal that is played are called here.
  private var names: [EntryID: EntryID] = [:]
  private var checkpoints: Checkpoints?
  /// What was turned down; noted only where it is possible to go back.
  package private(set) var failures: [ReplayFailure] = []
  /// The width that is reckoned with for what is shown.
  package var columns: Int {
    get { interpreter.columns }
    set { interpreter.columns = newValue }
  }

  /// What became of a step.
  package enum Outcome {
    /// It was heard.
    case heard(ReplayStep, Reply)
    /// It was turned down, or cannot be used. It holds how the room stood.
    indirect case refused(ReplayFailure)
    /// There is no further step, or the facilitator has left.
    case atEnd
  }

  /// The time that a replay goes by.
  package enum Times {
    /// The clock's.
    case clock(WallClock)
    /// From a moment on, so many seconds from step to step.
    case every(Int, from: Moment)
    /// The script says it.
    case scripted
  }

  /// Something to be played.
  ///
  /// - Parameters:
  ///   - steps: What is played.
  ///   - interpreter: The room at its beginning.
  ///   - times: The time it goes by.
  ///   - goesBack: Whether it must be possible to go back.
  package init(_ steps: ReplaySteps, in interpreter: Interpreter, times: Times, goesBack: Bool) {
    self.steps = steps
    self.interpreter = interpreter
    self.times = times
    checkpoints = goesBack ? Checkpoints(for: steps.count) : nil
    noteCheckpoint(towards: 0)
  }

  /// Whether there is nothing to be played any more.
  package var isAtEnd: Bool { position >= steps.count || hasLeft }

  /// Whether a line has told the facilitator to leave.
  private var hasLeft = false

  /// The next step; nil at the end.
  package var next: ReplayStep? { isAtEnd ? nil : steps[position] }

  /// Plays the next step.
  ///
  /// - Parameter shows: Whether what is shown for it is wanted; else only whether it could be shown.
  /// - Returns: What became of it.
  package mutating func advance(showing shows: Bool) -> Outcome { advance(showing: shows, towards: position + 1) }

  /// Goes to just before a step, back or forth, and hears what lies between.
  package mutating func go(to target: Int) {
    let target = min(max(target, 0), steps.count)
    if target < position { stepBack(to: target) }
    while position < target, !isAtEnd { _ = advance(showing: false, towards: target) }
  }

  private mutating func advance(showing shows: Bool, towards target: Int) -> Outcome {
    guard let step = next else { return .atEnd }
    setClock()
    position += 1
    defer { noteCheckpoint(towards: target) }
    do throws(ReplayFailure.Fault) {
      switch step.content {
      case .line(let line): return .heard(step, try hear(line, shows: shows))
      case .flaw(let flaw): throw .flaw(flaw.fault)
      case .entry(let entry): return .heard(step, try play(entry))
      }
    } catch {
      let failure = ReplayFailure(
        step: step, fault: error, session: interpreter.session, localization: interpreter.localization)
      if checkpoints != nil { failures.append(failure) }
      return .refused(failure)
    }
  }

  private mutating func stepBack(to target: Int) {
    guard let checkpoint = checkpoints?.latest(upTo: target) else { return }
    (interpreter, names, lost, position) = (
      checkpoint.interpreter, checkpoint.names, checkpoint.lost, checkpoint.position
    )
    hasLeft = false
    failures.removeLast(failures.count - checkpoint.failures)
  }

  private mutating func noteCheckpoint(towards target: Int) {
    checkpoints?.note(towards: target, at: position) {
      Checkpoints.Checkpoint(
        position: position, interpreter: interpreter, names: names, lost: lost, failures: failures.count)
    }
  }
}

// What is seen of it before it is played.
extension ReplayEngine {
  /// The same, with only the beginning to go back to.
  package var forgettingTheWay: ReplayEngine {
    var other = self
    other.checkpoints = checkpoints?.beginning
    return other
  }

  /// Whether nobody types a step: the time, what a journal says of the beginning, what no line stands for.
  package func isSilent(_ step: ReplayStep) -> Bool {
    switch step.content {
    case .line(let line): line.text != ScriptDirective.enter.line && ScriptDirective.isOne(line.text.utf8)
    case .flaw: false
    case .entry(let entry):
      entry.events.first?.has(.isSilent) == true
    }
  }

  /// A step as it would be typed; empty where nothing that can be typed gives it.
  package func line(of step: ReplayStep) -> String {
    switch step.content {
    case .line(let line): line.text == ScriptDirective.enter.line ? "" : line.text
    case .flaw(let flaw): flaw.text
    case .entry(let entry):
      CommandReconstruction(in: interpreter.session, interpreter.localization, at: entry.at).line(
        for: entry.events.map(renamed))
        ?? ""
    }
  }

  /// The time the room has come to, where what is played says it.
  package var moment: Moment? {
    switch times {
    case .scripted: interpreter.clock.now()
    case .clock, .every: nil
    }
  }

  /// The time of the next step, where what is played says it.
  package var nextMoment: Moment? {
    if case .entry(let entry)? = next?.content { return entry.at }
    return moment
  }
}

// One step.
extension ReplayEngine {
  private mutating func hear(_ line: Script.Line, shows: Bool) throws(ReplayFailure.Fault) -> Reply {
    let command: Command
    do throws(LineError) {
      switch try ScriptedInput(line.text) {
      case .directive(let directive):
        try interpreter.follow(directive, keepingTime: keepsTime)
        return Reply()
      case .input(let input): command = try interpreter.command(for: input)
      }
    } catch { throw .lineError(error) }
    if let lost, !command.has(.findsItsPlace) { throw .lost(since: lost) }
    let says = command.has(.findsPlace)
    do throws(LineError) {
      var reply = try interpreter.follow(command, isAnswered: shows)
      if reply.effect?.isMissed == true {
        // A replay writes nothing beside the session it plays into, and says so.
        reply.sentence = interpreter.localization.language.sentence(
          "script.not-carried-out", ["command": line.text.trimmed])
      }
      if says { lost = nil }
      if case .leave? = reply.effect { hasLeft = true }
      return reply
    } catch {
      if says { lost = lost ?? line.number }
      throw .lineError(error)
    }
  }

  private mutating func play(_ entry: Entry) throws(ReplayFailure.Fault) -> Reply {
    let events = entry.events.map(renamed)
    interpreter.clock.now = { entry.at }
    let unknown = events.first { !isAsked($0) }
    let reply: Reply
    do throws(LineError) { reply = try interpreter.tell(events) } catch { throw .lineError(error) }
    if let last = interpreter.writer.inMemory?.last { names[entry.id] = last }
    if case .answerGiven(let answer)? = unknown { throw .noSuchQuestion(answer) }
    return reply
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
    return interpreter.session.method.place(of: answer.id.question) != nil
  }

  private var keepsTime: Bool { if case .scripted = times { true } else { false } }

  private mutating func setClock() {
    switch times {
    case .scripted: return
    case .every(let seconds, let start): interpreter.clock = .still(at: start.later(by: position * seconds))
    case .clock(let clock):
      guard checkpoints != nil else { return }
      if position >= noted.count { noted.append(clock.now()) }
      let moment = noted[min(position, noted.count - 1)]
      interpreter.clock.now = { moment }
    }
  }
}
