/// What a group hands in: a text it has written, or the answers of a session of its own.
public struct Submission: Hashable, Sendable {
  /// Where it is from, as the room calls it: the name of the file.
  public var origin: String
  /// What is in it.
  public var content: Content

  /// What a group hands in, from there.
  public init(origin: String, content: Content) {
    self.origin = origin
    self.content = content
  }

  /// What can be handed in.
  public enum Content: Hashable, Sendable {
    /// The lines of a text.
    case lines([String])
    /// The answers of another session of the same method, in the order of the walk.
    case answers([Answer])
  }
}

extension Session {
  /// What a group hands in, as answers that keep where they are from.
  ///
  /// In a text, `## words (question)` says which question the lines below are about; before the first of these it is the
  /// present one. A line is an answer, with or without a bullet; quoted lines, comments and blanks are none.
  ///
  /// - Throws: A refusal that names the line, when one of them cannot be an answer; then nothing is taken.
  public func take(_ submission: Submission, hearing localization: Localization, today: Day) throws(Refusal) -> [Event]
  {
    guard openVote == nil else { throw .vote(.isOpen) }
    let events =
      switch submission.content {
      case .lines(let lines): try take(lines, from: submission.origin, localization, today: date ?? today)
      case .answers(let answers): take(answers, from: submission.origin)
      }
    guard !events.isEmpty else { throw .groups(.nothingToTake(submission.origin)) }
    try checkIsOpen(for: events)
    return events
  }

  private func take(
    _ lines: [String], from origin: String, _ localization: Localization, today: Day
  ) throws(Refusal) -> [Event] {
    var room = self
    (room.progress.asking, room.progress.hasEnded, room.people.speaker) = (nil, false, nil)
    room.measures.asked = []
    // What was taken in from the same sheet before is not there twice.
    var before = room.takeOut(handedInFrom: origin)
    var events: [Event] = []
    for (place, line) in lines.enumerated() {
      do throws(Refusal) {
        switch SubmissionLine(line) {
        case .nothing: continue
        case .heading(let words): room.progress.position = try room.find(words, in: localization)
        case .answer(let text):
          let parser = CellParser(localization: localization, today: today)
          let heard = try room.hear(text, parser, today: today).compactMap { $0.taken(from: origin) }
            .filter { room.isNew($0, besides: &before) }
          room.apply(heard, as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
          room.progress.asking = nil
          events += heard
        }
      } catch { throw .groups(.inFile(origin, line: place + 1, error)) }
    }
    return events
  }

  /// Takes out what was handed in from somewhere.
  private mutating func takeOut(handedInFrom origin: String) -> [Answer] {
    var taken: [Answer] = []
    for place in answers.byPlace.indices {
      taken += answers.byPlace[place].filter { $0.handedIn == origin }
      answers.byPlace[place].removeAll { $0.handedIn == origin }
    }
    return taken
  }

  /// Whether an event says something that was not handed in before; what was is put back where it was.
  private mutating func isNew(_ event: Event, besides before: inout [Answer]) -> Bool {
    switch event {
    case .answerGiven(let answer):
      let same = before.firstIndex {
        $0.id.question == answer.id.question && $0.cells == answer.cells && $0.place == answer.place
      }
      guard let same, let place = method.place(of: answer.id.question) else { return true }
      answers.byPlace[place].append(before.remove(at: same))
      return false
    case .answerRevised(let id, let cells, _): return self.answer(id)?.cells != cells
    case _: return true
    }
  }

  /// The answers of another session that are not here yet, as far as there is room for them; what refers to another of
  /// them refers to its new handle.
  private func take(_ answers: [Answer], from origin: String) -> [Event] {
    var room = self
    var handles: [String: String] = [:]
    var events: [Event] = []
    for answer in answers {
      guard let question = method.question(answer.id.question), !method.roles.answeredAtStart.contains(question.id),
        question.id != method.roles.participants
      else { continue }
      let cells = question.columns.indices.map { renamed(answer.cell(at: $0), question.columns[$0].type, handles) }
      let before = room.answers(to: question.id)
      if let same = before.first(where: { $0.cells == cells && $0.place == answer.place }) {
        handles[answer.handle.rawValue] = same.handle.rawValue
        continue
      }
      guard before.count < question.most(in: run) else { continue }
      var taken = room.fresh(question: question, cells: cells, place: answer.place)
      taken.speaker = participants.contains { $0.initials == answer.speaker } ? answer.speaker : nil
      taken.handedIn = origin
      handles[answer.handle.rawValue] = taken.handle.rawValue
      room.apply([.answerGiven(taken)], as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
      events.append(.answerGiven(taken))
    }
    return events
  }

  private func renamed(_ cell: String, _ type: CellType, _ handles: [String: String]) -> String {
    switch type {
    case .reference, .references:
      Answer.values(in: cell).map { handles[$0] ?? $0 }.joined(separator: ", ")
    case _: cell
    }
  }
}

/// One line of a handout.
private enum SubmissionLine {
  case nothing
  case heading(String)
  case answer(String)

  init(_ line: String) {
    var text = line.trimmed
    if text.hasPrefix("\u{FEFF}") { text = String(text.dropFirst()) }
    if text.hasPrefix("##") {
      let words = text.drop { $0 == "#" }.trimmed
      // The name of the question stands in parentheses at the end, where a worksheet has put it.
      let id = words.hasSuffix(")") ? words.lastIndex(of: "(").map { words[words.index(after: $0)...].dropLast() } : nil
      self = .heading(id.map(String.init) ?? words)
      return
    }
    guard !text.hasPrefix("#"), !text.hasPrefix(">"), !text.hasPrefix("<!--") else {
      self = .nothing
      return
    }
    text = ListMarker.withoutBullet(text)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count < 4, text.dropFirst(digits.count).hasPrefix(". ") {
      text = text.dropFirst(digits.count + 2).trimmed
    }
    self = text.allSatisfy { "-_*•–.… ".contains($0) } ? .nothing : .answer(text)
  }
}

extension Event {
  /// What stands of an event that came of a handout: answers, with where they are from.
  fileprivate func taken(from origin: String) -> Event? {
    switch self {
    case .answerGiven(var answer):
      answer.handedIn = origin
      return .answerGiven(answer)
    case .answerRevised: return self
    case _: return nil
    }
  }
}
