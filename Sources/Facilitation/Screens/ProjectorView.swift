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
  /// How phones come in, shown in place of the question until the first one is there.
  package var joining: [StyledText] = []
  /// Where phones find the room, at the foot of the window.
  package var phonesRow: StyledText?
  /// How many have voted by phone; nil where the room is not open to phones.
  package var votesByPhone: Int?

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
    let head = offRecord + beside(title, clock)
    guard joining.isEmpty || joining.count + 2 > size.rows else {
      return (head.prefix(1) + [""] + joining).map { $0.truncated(to: size.columns) }
    }
    let foot = phonesRow.map { [indented($0)] } ?? []
    let room = size.rows - head.count - 1 - foot.count
    var rows = head + [""] + fitted(body(atMost: max(room, 1)), rows: room)
    if !foot.isEmpty { rows += Array(repeating: "", count: max(size.rows - rows.count - foot.count, 0)) + foot }
    return rows.map { $0.truncated(to: size.columns) }
  }

  /// What it says, without the clock: for a screen that is only added to.
  package var news: [StyledText] {
    guard !session.screen.isBlank else { return [] }
    if session.time.isOnBreak { return [StyledText(language.sentence("clock.break", ["time": goesOn]), .bold)] }
    let body = body(atMost: .max)
    return [StyledText("")] + offRecord + [title] + body.asked + body.entries.joined()
  }

  /// That nothing is recorded, for as long as it is so.
  private var offRecord: [StyledText] {
    guard session.privacy.isOffRecord else { return [] }
    let mark = StyledText(language.sentence("hiding.prompt"), Style(bold: true, reverse: true))
    return [StyledText(String(repeating: " ", count: margin)) + mark]
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

  /// What is asked, the entries below it, and how many stand above those.
  private typealias Body = (asked: [StyledText], entries: [[StyledText]], earlier: Int)

  /// What is asked, and below it the latest entries, no more of the answers than may be shown.
  private func body(atMost count: Int) -> Body {
    guard let question else { return ([StyledText(language.sentence("stage.end"), .bold)], [], 0) }
    let ask = localization.texts.questions[question.id]?.ask ?? question.id.rawValue
    let asked = broken(StyledText(ask, .bold)) + [""]
    let vote = VoteView(session: session, localization: localization, columns: columns)
    if let round = session.openVote { return (asked, vote.open(round, byPhone: votesByPhone).map { [$0] }, 0) }
    if let round = session.votes.rounds.last, round.state == .closed, round.question == question.id, isVoted(question) {
      return (asked, vote.result(round).map { [$0] }, 0)
    }
    let latest = AnswerLines(session: session, localization: localization, columns: columns)
      .latest(question, atMost: count)
    return (asked, latest.entries, latest.earlier)
  }

  /// Whether every answer that could be voted on has been.
  private func isVoted(_ question: Question) -> Bool {
    let voted = Set(session.closedVotes.filter { $0.question == question.id }.flatMap(\.items))
    return session.votable(at: question).allSatisfy { voted.contains($0.handle) }
  }

  private func broken(_ text: StyledText) -> [StyledText] { text.wrapped(to: columns) }

  /// As much as the window holds: with a blank row between the answers where there is room, without the oldest ones
  /// where there is not.
  private func fitted(_ body: Body, rows: Int) -> [StyledText] {
    let room = rows - body.asked.count
    let height = body.entries.reduce(0) { $0 + $1.count }
    if body.earlier == 0, height <= room {
      let between: [StyledText] = height + body.entries.count <= room ? [""] : []
      return (body.asked + body.entries.flatMap { $0 + between }).map(indented)
    }
    var shown: [[StyledText]] = []
    // A row says how many were left out; the latest is there even where it does not fit.
    var left = room - 1
    for entry in body.entries.reversed() {
      guard shown.isEmpty || entry.count <= left else { break }
      shown.append(entry)
      left -= entry.count
    }
    let earlier = body.earlier + body.entries.count - shown.count
    let note = earlier > 0 ? [StyledText(language.sentence("stage.earlier", count: earlier))] : []
    return (body.asked + note + shown.reversed().joined()).map(indented)
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
