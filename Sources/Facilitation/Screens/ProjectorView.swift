package import Text
package import Workshop

/// The clean view for the projector: the question, the answers, the clock, and votes once they are closed. Never a tip, a
/// note, or what is being typed.
package struct ProjectorView {
  package let session: Session
  package let localization: Localization
  package let size: WindowSize
  package let now: Moment
  /// When a break is over, by the clock on the wall.
  package var goesOn = ""

  package init(session: Session, localization: Localization, size: WindowSize, now: Moment, goesOn: String = "") {
    (self.session, self.localization, self.size, self.now, self.goesOn) = (session, localization, size, now, goesOn)
  }

  private var language: Language { localization.language }
  private var margin: Int { size.columns >= 60 ? 4 : 1 }
  private var columns: Int { max(size.columns - 2 * margin, 20) }

  /// The rows of the window, from the top.
  package var rows: [StyledText] {
    let clock = clock
    guard !session.screen.isBlank else { return middle(clock) }
    if session.time.isOnBreak {
      return middle([StyledText(language.sentence("clock.break", ["time": goesOn]), .bold), ""] + clock)
    }
    let head = beside(title, clock)
    let room = size.rows - head.count - 1
    return (head + [""] + fitted(body, rows: room)).map { $0.truncated(to: size.columns) }
  }

  /// What it says, without the clock: for a screen that is only added to.
  package var news: [StyledText] {
    guard !session.screen.isBlank else { return [] }
    if session.time.isOnBreak { return [StyledText(language.sentence("clock.break", ["time": goesOn]), .bold)] }
    return [StyledText(""), title] + body.joined()
  }

  private var question: Question? {
    session.hasEnded ? nil : session.position.flatMap(session.method.question)
  }

  private var title: StyledText {
    guard let question, let (stage, step) = session.method.location(of: question.id) else {
      return StyledText(session.title, .bold)
    }
    let names = [localization.texts.stages[stage.id] ?? "", localization.texts.steps[step.id] ?? ""].filter {
      !$0.isEmpty
    }
    return StyledText(names.count > 1 && names[0] == names[1] ? names[0] : names.joined(separator: " › "))
  }

  /// What is asked, and below it the entries that may be left out from the oldest on.
  private var body: [[StyledText]] {
    guard let question else { return [[StyledText(language.sentence("stage.end"), .bold)]] }
    let ask = localization.texts.questions[question.id]?.ask ?? question.id.rawValue
    let vote = VoteView(session: session, localization: localization, columns: columns)
    if let round = session.openVote {
      return [broken(StyledText(ask, .bold)), [""]] + vote.open(round).map { [$0] }
    }
    let asked = [broken(StyledText(ask, .bold)), [""]]
    if let round = session.votes.rounds.last, round.state == .closed, round.question == question.id, isVoted(question) {
      return asked + vote.result(round).map { [$0] }
    }
    return asked + AnswerLines(session: session, localization: localization, columns: columns).entries(question)
  }

  /// Whether every answer that could be voted on has been.
  private func isVoted(_ question: Question) -> Bool {
    let voted = Set(session.closedVotes.filter { $0.question == question.id }.flatMap(\.items))
    return session.votable(at: question).allSatisfy { voted.contains($0.handle) }
  }

  private func broken(_ text: StyledText) -> [StyledText] { text.wrapped(to: columns) }

  /// As much as the window holds: with a blank row between the answers where there is room, without the oldest ones
  /// where there is not.
  private func fitted(_ entries: [[StyledText]], rows: Int) -> [StyledText] {
    let head = Array(entries.prefix(2))
    var answers = Array(entries.dropFirst(2))
    let airy = head.joined().count + answers.reduce(0) { $0 + $1.count + 1 }
    let between: [StyledText] = airy <= rows ? [""] : []
    var left = 0
    while head.joined().count + answers.joined().count + (left > 0 ? 1 : 0) > rows, answers.count > 1 {
      answers.removeFirst()
      left += 1
    }
    let earlier = left > 0 ? [StyledText(language.sentence("stage.earlier", count: left))] : []
    return (Array(head.joined()) + earlier + answers.flatMap { $0 + between }).map(indented)
  }

  private func indented(_ text: StyledText) -> StyledText {
    StyledText(String(repeating: " ", count: margin)) + text
  }

  // MARK: The clock

  /// The time left, in digits of three rows where there is room for them.
  private var clock: [StyledText] {
    guard let left = secondsLeft else { return [] }
    let sign = left < 0 ? "+" : ""
    let text = sign + minutesAndSeconds(Int64(abs(left)))
    guard size.columns >= 60, size.rows >= 16 else { return [StyledText(text, .bold)] }
    return (0..<3).map { row in
      StyledText(text.map { Digits.rows[$0]?[row] ?? "" }.joined(separator: " "), left < 0 ? .bold : .plain)
    }
  }

  private var secondsLeft: Int? {
    if let pause = session.time.breaks.last, !pause.isOver {
      return pause.minutes * 60 - session.usedSeconds(pause, now: now)
    }
    guard let question, !session.time.stopped.contains(question.id), session.allottedSeconds(question) > 0 else {
      return nil
    }
    return session.allottedSeconds(question) - session.usedSeconds(question, now: now)
  }

  private func beside(_ left: StyledText, _ right: [StyledText]) -> [StyledText] {
    let width = right.map(\.width).max() ?? 0
    let rows = max(right.count, 1)
    return (0..<rows).map { row in
      let text = row == 0 ? indented(left).truncated(to: size.columns - width - margin - 1) : ""
      guard right.indices.contains(row) else { return text }
      let gap = max(size.columns - text.width - width - margin, 1)
      return text + StyledText(String(repeating: " ", count: gap)) + right[row]
    }
  }

  private func middle(_ lines: [StyledText]) -> [StyledText] {
    let above = max((size.rows - lines.count) / 2, 0)
    return Array(repeating: "", count: above)
      + lines.map { StyledText(String(repeating: " ", count: max((size.columns - $0.width) / 2, 0))) + $0 }
  }
}

/// Digits of three rows, to be read from the back of a room.
private enum Digits {
  package static let rows: [Character: [String]] = [
    "0": ["█▀█", "█ █", "▀▀▀"], "1": ["▀█ ", " █ ", "▀▀▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"], "3": ["▀▀█", " ▀█", "▀▀▀"],
    "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"], "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"],
    "8": ["█▀█", "█▀█", "▀▀▀"], "9": ["█▀█", "▀▀█", "▀▀▀"], ":": ["▄", "▄", " "], "+": [" ▄ ", "▀█▀", "   "],
  ]
}
