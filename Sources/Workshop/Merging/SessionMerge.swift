/// What several groups have said, united: every answer once, whoever hands it in and in which order.
///
/// It is a set, so uniting is commutative, associative and idempotent. A session that was made of groups hands in their
/// answers under the names they had there, not under the new ones.
public struct SessionMerge: Hashable, Sendable {
  /// An answer in the session it was given in.
  struct Key: Hashable, Sendable {
    var session: String
    var answer: AnswerID
  }

  /// A part of a cell: a text, or another answer or a participant that it names.
  enum Part: Hashable, Sendable {
    case text(String)
    case answer(Key)
    case person(Person)
  }

  /// Who takes part: the same initials and the same name are the same person, whatever the session.
  struct Person: Hashable, Sendable {
    var initials: String
    var name: String
  }

  /// What an answer holds, apart from where it stands.
  struct Contribution: Hashable, Sendable {
    var key: Key
    var row: Part?
    var across: Part?
    var cells: [[Part]]
    var speaker: Part?

    /// The same without its text.
    var hidden: Contribution {
      Contribution(key: key, row: row, across: across, cells: cells.map { _ in [.text("")] }, speaker: nil)
    }
  }

  /// A session that answers come from.
  struct Group: Hashable, Sendable {
    var created: Int
    var title: String
  }

  /// The answers, each with its place among its siblings.
  private(set) var contributions: [Contribution: Int] = [:]
  private(set) var groups: [String: Group] = [:]
  private(set) var redacted: Set<Key> = []
  /// Why questions were passed over, by the session.
  private(set) var skipped: [QuestionID: [String: String]] = [:]

  /// What one session holds.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - name: Its name for ever.
  ///   - created: When it began, in milliseconds since 1 January 1970.
  public init(_ session: Session, named name: String, created: Int) {
    let parser = Reading(session: session, name: name)
    groups[name] = Group(created: created, title: session.title)
    for question in session.method.questions {
      var places: [String: Int] = [:]
      for answer in session.answers(to: question.id) {
        let key = parser.key(of: answer)
        if let origin = answer.origin {
          groups[origin.session] = Group(created: origin.created, title: origin.title)
        }
        contributions[parser.contribution(answer, key)] = places[key.session, default: 0]
        places[key.session, default: 0] += 1
        if session.privacy.redacted.contains(answer.id) { redacted.insert(key) }
      }
      if let reason = session.skipped[question.id] { skipped[question.id] = [name: reason] }
    }
    hide()
  }

  /// Takes the text out of what any of the sessions has redacted.
  private mutating func hide() {
    guard !redacted.isEmpty else { return }
    let hidden = contributions.map { contribution, place in
      (redacted.contains(contribution.key) ? contribution.hidden : contribution, place)
    }
    contributions = Dictionary(hidden) { min($0, $1) }
  }

  /// What both hold.
  public func united(with other: SessionMerge) -> SessionMerge {
    var union = self
    union.contributions.merge(other.contributions) { min($0, $1) }
    union.groups.merge(other.groups) { left, right in
      (left.created, left.title) < (right.created, right.title) ? left : right
    }
    union.redacted.formUnion(other.redacted)
    union.skipped.merge(other.skipped) { $0.merging($1) { min($0, $1) } }
    union.hide()
    return union
  }
}

/// The answers of one session, read as what they name.
private struct Reading {
  let session: Session
  let name: String
  let people: [String: Answer]

  init(session: Session, name: String) {
    self.session = session
    self.name = name
    let answers = session.method.roles.participants.map { session.answers(to: $0) } ?? []
    people = Dictionary(answers.map { ($0.cell(at: 0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func key(of answer: Answer) -> SessionMerge.Key {
    answer.origin.map { SessionMerge.Key(session: $0.session, answer: $0.answer) }
      ?? SessionMerge.Key(session: name, answer: answer.id)
  }

  func contribution(_ answer: Answer, _ key: SessionMerge.Key) -> SessionMerge.Contribution {
    let isPerson = answer.id.question == session.method.roles.participants
    let question = session.method.question(answer.id.question)
    var cells = answer.cells.enumerated().map { parts($0.element, at: $0.offset, of: question) }
    // A participant's own initials are a name, not a reference.
    if isPerson, !cells.isEmpty { cells[0] = [.text(answer.origin?.initials ?? answer.cells[0])] }
    return SessionMerge.Contribution(
      key: key, row: answer.place.map { named($0.row) }, across: answer.place?.across.map(named), cells: cells,
      speaker: answer.speaker.map(person))
  }

  /// A cell as the list of what it names, where its column holds names; else as it is.
  private func parts(_ cell: String, at place: Int, of question: Question?) -> [SessionMerge.Part] {
    guard let question, question.columns.indices.contains(place) else { return [.text(cell)] }
    let parts: [SessionMerge.Part]
    switch question.columns[place].type {
    case .person, .persons: parts = Answer.values(in: cell).map(person)
    case .reference, .references: parts = Answer.values(in: cell).map(named)
    case .text, .texts, .number, .date, .duration, .choice, .multi, .suggestion, .yesNo, .scale, .kpi,
      .frequency, .repeats:
      return [.text(cell)]
    }
    // A name that leads nowhere could lead to somebody else's answer in a larger session: it becomes a gap.
    let names = parts.filter { if case .text = $0 { false } else { true } }
    return names.isEmpty ? [.text("")] : names
  }

  private func person(_ text: String) -> SessionMerge.Part {
    guard let person = people[text] else { return .text(text) }
    return .person(
      SessionMerge.Person(initials: person.origin?.initials ?? person.cell(at: 0), name: person.cell(at: 1)))
  }

  private func named(_ text: String) -> SessionMerge.Part {
    guard let answer = session.answer(Handle(text)), answer.handle.rawValue == text else { return .text(text) }
    return .answer(key(of: answer))
  }
}
