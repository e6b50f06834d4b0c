extension SessionMerge {
  /// The events of a session that holds all of it, in an order that depends on nothing but what it holds.
  ///
  /// The session that began first keeps its numbers. An answer of another one keeps its number where it is free, and gets
  /// a new one behind all others where it is not; whatever names it follows. What is the same person, or the same only
  /// answer to a question, stands there once.
  ///
  /// - Parameters:
  ///   - title: What the session is called.
  ///   - method: The method of all of them.
  /// - Returns: The events, question by question.
  public func events(title: String, method: Method) -> [[Event]] {
    var naming = Naming(self, method)
    for question in method.questions { naming.name(question) }
    let answers = method.questions.map { naming.events($0) }.filter { !$0.isEmpty }
    let hidden = redacted.compactMap { naming.names[$0] }.sorted { $0.handle.rawValue < $1.handle.rawValue }
    return [[.titleGiven(title)]] + answers.map { [.titleGiven(title)] + $0 }
      + (hidden.isEmpty ? [] : [[.titleGiven(title)] + hidden.map { .privacy(.answerRedacted($0)) }])
  }
}

/// The new names of the answers.
private struct Naming {
  let gathering: SessionMerge
  let method: Method
  /// The sessions, the one that began first before the others.
  let order: [String: Int]
  var names: [SessionMerge.Key: AnswerID] = [:]
  var initials: [SessionMerge.Person: String] = [:]
  var given: [QuestionID: [SessionMerge.Contribution]] = [:]
  private var taken: [String: Set<Int>] = [:]
  private var highest: [String: Int] = [:]
  private let byQuestion: [QuestionID: [SessionMerge.Contribution]]

  init(_ gathering: SessionMerge, _ method: Method) {
    self.gathering = gathering
    self.method = method
    let sessions = gathering.groups.sorted { ($0.value.created, $0.key) < ($1.value.created, $1.key) }
    let order = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($0.element.key, $0.offset) })
    self.order = order
    let sorted = gathering.contributions.sorted { left, right in
      let (first, second) = (left.key.key, right.key.key)
      let (here, there) = (order[first.session] ?? 0, order[second.session] ?? 0)
      if here != there { return here < there }
      if left.value != right.value { return left.value < right.value }
      if first.answer.number != second.answer.number { return first.answer.number < second.answer.number }
      return "\(left.key)" < "\(right.key)"
    }
    byQuestion = Dictionary(grouping: sorted.map(\.key), by: \.key.answer.question)
  }

  private static func series(_ id: AnswerID) -> String { id.series ?? id.question.rawValue }

  /// Gives the answers to a question their names.
  mutating func name(_ question: Question) {
    let isSettled = method.roles.answeredAtStart.contains(question.id)
    var kept: [SessionMerge.Contribution] = []
    var same: [(key: SessionMerge.Key, as: SessionMerge.Key)] = []
    for contribution in byQuestion[question.id] ?? [] {
      if let other = kept.first(where: { isSame($0, contribution, question, isSettled) }) {
        same.append((contribution.key, other.key))
      } else {
        kept.append(contribution)
      }
    }
    given[question.id] = kept
    for id in kept.map(\.key.answer) {
      highest[Naming.series(id), default: 0] = max(highest[Naming.series(id)] ?? 0, id.number)
    }
    for contribution in kept {
      let id = free(contribution.key.answer)
      // The same answer in two versions keeps the name of the first for what refers to it.
      names[contribution.key] = names[contribution.key] ?? id
      versions[contribution] = id
      if question.id == method.roles.participants { nameInitials(contribution) }
    }
    for (key, other) in same { names[key] = names[key] ?? names[other] }
  }

  private var versions: [SessionMerge.Contribution: AnswerID] = [:]
  private var takenInitials: Set<String> = []

  private mutating func free(_ id: AnswerID) -> AnswerID {
    let series = Naming.series(id)
    var id = id
    if taken[series]?.contains(id.number) == true {
      highest[series, default: 0] += 1
      id.number = highest[series] ?? id.number
    }
    taken[series, default: []].insert(id.number)
    return id
  }

  private mutating func nameInitials(_ contribution: SessionMerge.Contribution) {
    let person = Naming.person(contribution)
    guard initials[person] == nil else { return }
    let wanted = person.initials
    var name = wanted
    var number = 2
    while !wanted.isEmpty, takenInitials.contains(name.lowercased()) {
      name = "\(wanted)\(number)"
      number += 1
    }
    takenInitials.insert(name.lowercased())
    initials[person] = name
  }

  private static func person(_ contribution: SessionMerge.Contribution) -> SessionMerge.Person {
    let cells = contribution.cells.map { parts in
      parts.map { if case .text(let text) = $0 { text } else { "" } }.joined(separator: ", ")
    }
    return SessionMerge.Person(initials: cells.first ?? "", name: cells.count > 1 ? cells[1] : "")
  }

  /// Whether two answers are one thing said in two sessions: what a session begins with, somebody who takes part in both,
  /// or the one answer to a question when it is the same.
  private func isSame(
    _ left: SessionMerge.Contribution, _ right: SessionMerge.Contribution, _ question: Question, _ isSettled: Bool
  ) -> Bool {
    if isSettled { return true }
    guard left.key.session != right.key.session else { return false }
    if question.id == method.roles.participants { return left.cells.prefix(2) == right.cells.prefix(2) }
    return question.holdsOne && left.cells == right.cells
  }

  /// The answers to a question under their new names.
  func events(_ question: Question) -> [Event] {
    let answers = (given[question.id] ?? []).map { contribution in
      Event.answerGiven(answer(contribution, question))
    }
    guard answers.isEmpty, let reasons = gathering.skipped[question.id],
      let first = reasons.min(by: { (order[$0.key] ?? 0, $0.value) < (order[$1.key] ?? 0, $1.value) })
    else { return answers }
    return [.questionSkipped(question.id, reason: first.value)]
  }

  private func answer(_ contribution: SessionMerge.Contribution, _ question: Question) -> Answer {
    let key = contribution.key
    let isPerson = question.id == method.roles.participants
    var cells = contribution.cells.map { $0.map(text).joined(separator: ", ") }
    let own = cells.first ?? ""
    if isPerson, !cells.isEmpty { cells[0] = initials[Naming.person(contribution)] ?? own }
    let group = gathering.groups[key.session]
    return Answer(
      id: versions[contribution] ?? key.answer,
      place: contribution.row.map { Place(row: text($0), across: contribution.across.map(text)) }, cells: cells,
      speaker: contribution.speaker.map(text),
      origin: Origin(
        session: key.session, title: group?.title ?? "", created: group?.created ?? 0, answer: key.answer,
        initials: isPerson && cells.first != own ? own : nil))
  }

  private func text(_ part: SessionMerge.Part) -> String {
    switch part {
    case .text(let text): text
    case .answer(let key): (names[key] ?? key.answer).handle.rawValue
    case .person(let person): initials[person] ?? person.initials
    }
  }
}
