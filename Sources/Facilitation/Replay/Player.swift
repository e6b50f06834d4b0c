package import Text
import Workshop

/// A replay that is watched: what is on the screen now, what comes next and when, and what the keys do. It knows neither
/// terminal nor clock.
package struct Player {
  package private(set) var engine: ReplayEngine
  package private(set) var typing: Typing
  /// Whether the next line waits for a key.
  package private(set) var isPaused: Bool
  /// The line before, and what it was reply or why it was turned down; nil after a leap.
  package private(set) var last: (line: String, outcome: Last)?
  /// How many characters of the next line are there.
  package private(set) var typed = 0
  /// The next line as it would be typed; nil at the end.
  package private(set) var line: String?
  /// The stages to choose from, and which one is chosen.
  package private(set) var menu: (starts: StageStarts, chosen: Int)?
  /// How it ended; nil as long as it goes on.
  package private(set) var end: End?
  /// When the next key appears; nil when it waits for somebody.
  package private(set) var due: Duration?
  /// Whether what is shown for the line before was put away.
  package private(set) var isRead = false

  /// What became of the line before.
  package enum Last {
    case replied(Reply)
    case refused(ReplayFailure)
  }

  /// How it ends.
  package enum End {
    /// Somebody has seen enough.
    case left
    /// Somebody goes on from here.
    case live
  }

  /// A replay at its beginning.
  ///
  /// - Parameters:
  ///   - engine: What is played.
  ///   - typing: How lines appear.
  ///   - isPaused: Whether each line waits for a key.
  ///   - now: The time.
  package init(_ engine: ReplayEngine, typing: Typing, isPaused: Bool, at now: Duration) {
    (self.engine, self.typing, self.isPaused) = (engine, typing, isPaused)
    prepare(at: now)
  }

  // MARK: Time

  /// Lets happen what is due.
  package mutating func tick(at now: Duration) {
    guard let due, due <= now, let line else { return }
    guard typed < line.count else { return play(at: now) }
    typed += 1
    schedule(after: due, at: now)
  }

  /// When the next key appears, after the one before; what was missed is made up for.
  private mutating func schedule(after moment: Duration, at now: Duration) {
    guard let line, !isPaused, menu == nil else {
      due = nil
      return
    }
    let wait = typed < line.count ? typing.key(typed, ofLine: engine.position) : typing.enter
    due = max(moment + wait, now - .milliseconds(100))
  }

  /// Plays the next line.
  private mutating func play(at now: Duration) {
    let before = engine.moment
    hear()
    prepare(since: before, at: now)
  }

  private mutating func hear() {
    isRead = false
    let line = line ?? ""
    switch engine.advance(showing: true) {
    case .heard(_, let reply): last = (line, .replied(reply))
    case .refused(let failure): refuse(failure, line)
    case .atEnd: last = nil
    }
  }

  /// A line that is turned down is looked at before anything goes on.
  private mutating func refuse(_ failure: ReplayFailure, _ line: String) {
    last = (line, .refused(failure))
    isPaused = true
  }

  /// Passes what nobody types, and takes the next line.
  private mutating func prepare(since before: Moment? = nil, at now: Duration) {
    while let step = engine.next, engine.isSilent(step) {
      if case .refused(let failure) = engine.advance(showing: true) { refuse(failure, step.source) }
    }
    line = engine.next.map(engine.line)
    typed = 0
    guard let line, !isPaused, menu == nil else {
      due = nil
      return
    }
    let gap = before.flatMap { before in engine.nextMoment.map { $0.since(before) } }
    let pause = typing.pause(gap: gap, before: line, number: engine.position, toRead: read)
    due = now + pause
  }

  /// How many characters there are to be read.
  private var read: Int {
    guard case .replied(let reply)? = last?.outcome else { return 0 }
    return reply.texts.reduce(0) { $0 + $1.count }
  }

  // MARK: Keys

  /// Does what a key is for.
  package mutating func press(_ press: KeyPress, at now: Duration) {
    guard menu == nil else { return choose(press, at: now) }
    switch press {
    case .enter, .right: forward(at: now)
    case .left: back(at: now)
    case .up, .down:
      typing.change(faster: press == .up)
      schedule(after: now, at: now)
    case .character(" "):
      isPaused.toggle()
      schedule(after: now, at: now)
    case .character("g"), .character("G"):
      let starts = StageStarts(in: engine)
      guard !starts.starts.isEmpty else { return }
      menu = (starts, starts.place(of: engine.position))
      due = nil
    case .character("l"), .character("L"): end = .live
    case .character("q"), .character("Q"), .interrupt: end = .left
    case .escape: isRead = true
    case .character: break
    }
  }

  private mutating func forward(at now: Duration) {
    guard line != nil else {
      isRead = true
      return
    }
    play(at: now)
  }

  /// Back to before the last line that somebody typed; it waits there.
  private mutating func back(at now: Duration) {
    var target = engine.position - 1
    while target > 0, engine.isSilent(engine.steps[target]) { target -= 1 }
    guard target >= 0, !engine.isSilent(engine.steps[target]) else { return }
    stop(before: target, at: now)
  }

  private mutating func stop(before position: Int, at now: Duration) {
    isPaused = true
    last = nil
    engine.go(to: position)
    prepare(at: now)
  }

  private mutating func choose(_ press: KeyPress, at now: Duration) {
    guard let (starts, chosen) = menu else { return }
    switch press {
    case .up: menu?.chosen = max(chosen - 1, 0)
    case .down: menu?.chosen = min(chosen + 1, starts.starts.count - 1)
    case .enter:
      menu = nil
      stop(before: starts.starts[chosen].position, at: now)
    case .character(let scalar) where ("1"..."9").contains(scalar):
      menu?.chosen = min(Int(scalar.value) - 0x31, starts.starts.count - 1)
    case .interrupt: end = .left
    case .escape, .character:
      menu = nil
      schedule(after: now, at: now)
    case .left, .right: break
    }
  }
}

extension Moment {
  /// How long it has been since another moment.
  fileprivate func since(_ other: Moment) -> Duration {
    .milliseconds(millisecondsSince1970 - other.millisecondsSince1970)
  }
}
