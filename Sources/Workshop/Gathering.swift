/// What several groups have said, united: every answer once, whoever hands it in and in which order.
///
/// It is a set, so uniting is commutative, associative and idempotent. A session that was made of groups hands in their
/// answers under the names they had there, not under the new ones.
public struct Gathering: Hashable, Sendable {
  /// An answer in the session it was given in.
  struct Key: Hashable, Sendable {
    var session: String
    var answer: AnswerID
  }

  /// A part of a cell: a text, or another answer that it names. A participant is named by initials.
  enum Part: Hashable, Sendable {
    case text(String)
    case answer(Key)
    case person(Key)
  }

  /// What an answer holds, apart from where it stands.
  struct Contribution: Hashable, Sendable {
    var key: Key
    var row: Part?
    var across: Part?
    var cells: [[Part]]
    var speaker: Part?
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
    let reading = Reading(session: session, name: name)
    groups[name] = Group(created: created, title: session.title)
    for question in session.method.questions {
      var places: [String: Int] = [:]
      for answer in session.answers(to: question.id) {
        let key = reading.key(of: answer)
        if let origin = answer.origin {
          groups[origin.session] = Group(created: origin.created, title: origin.title)
        }
        contributions[reading.contribution(answer, key)] = places[key.session, default: 0]
        places[key.session, default: 0] += 1
        if session.redacted.contains(answer.id) { redacted.insert(key) }
      }
      if let reason = session.skipped[question.id] { skipped[question.id] = [name: reason] }
    }
  }

  /// What both hold.
  public func united(with other: Gathering) -> Gathering {
    var union = self
    union.contributions.merge(other.contributions) { min($0, $1) }
    union.groups.merge(other.groups) { left, right in
      (left.created, left.title) < (right.created, right.title) ? left : right
    }
    union.redacted.formUnion(other.redacted)
    union.skipped.merge(other.skipped) { $0.merging($1) { min($0, $1) } }
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

  func key(of answer: Answer) -> Gathering.Key {
    answer.origin.map { Gathering.Key(session: $0.session, answer: $0.answer) }
      ?? Gathering.Key(session: name, answer: answer.id)
  }

  func contribution(_ answer: Answer, _ key: Gathering.Key) -> Gathering.Contribution {
    let isPerson = answer.id.question == session.method.roles.participants
    var cells = answer.cells.map(parts)
    // A participant's own initials are a name, not a reference.
    if isPerson, !cells.isEmpty { cells[0] = [.text(answer.origin?.initials ?? answer.cells[0])] }
    return Gathering.Contribution(
      key: key, row: answer.place.map { part($0.row) }, across: answer.place?.across.map(part), cells: cells,
      speaker: answer.speaker.map(part))
  }

  /// A cell as the list of what it names, when it names anything; else as it is.
  private func parts(_ cell: String) -> [Gathering.Part] {
    let parts = Answer.values(in: cell).map(part)
    let names = parts.contains { if case .text = $0 { false } else { true } }
    return names ? parts : [.text(cell)]
  }

  private func part(_ text: String) -> Gathering.Part {
    if let person = people[text] { return .person(key(of: person)) }
    guard let answer = session.answer(Handle(text)), answer.handle.rawValue == text else { return .text(text) }
    return .answer(key(of: answer))
  }
}
