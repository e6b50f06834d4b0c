extension Session {
  /// Those who take part, in the order in which they were named.
  public var participants: [Participant] {
    guard let question = method.roles.participants.flatMap(method.question) else { return [] }
    let presence = presencePlace
    return answers(to: question.id).map { answer in
      var person = Participant(initials: answer.cell(at: 0), name: answer.cell(at: 1))
      person.details = answer.cells.indices.dropFirst(2).filter { $0 != presence && !answer.cell(at: $0).isEmpty }
        .map { Participant.Detail(place: $0, cell: answer.cell(at: $0)) }
      person.isInRoom = presence.map { answer.cell(at: $0) != "no" } ?? true
      return person
    }
  }

  /// The place of the column that says who is in the room: the first with a yes or no among those of the participants.
  var presencePlace: Int? {
    method.roles.participants.flatMap(method.question)?.columns.firstIndex { $0.type == .yesNo }
  }

  /// Those who vote: everybody in the room but the facilitator.
  public var voters: [Participant] {
    participants.filter { $0.isInRoom && $0.initials != people.facilitator }
  }

  /// How much each of them has said, the quietest first.
  public var contributions: [Contribution] {
    let speakers =
      answers.byPlace.joined().compactMap(\.speaker)
      + sideItems.all.filter { $0.id.kind != .note }.compactMap(\.speaker)
    let counts = Dictionary(speakers.map { ($0, 1) }, uniquingKeysWith: +)
    return participants.map { Contribution(participant: $0, count: counts[$0.initials] ?? 0) }.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
  }

  func known(_ name: String) throws(Refusal) -> Participant {
    guard let person = participant(called: name) else {
      throw .people(.unknown(name, known: participants.map(\.initials)))
    }
    return person
  }

  /// Whether somebody came in or went out, where that is all that was changed of an answer; nil where it is not.
  ///
  /// - Parameters:
  ///   - old: The answer as it was.
  ///   - cells: Its cells from then on.
  /// - Returns: Whether they are in the room now.
  public func presence(from old: Answer, to cells: [String]) -> Bool? {
    guard old.id.question == method.roles.participants, let place = presencePlace, cells.indices.contains(place) else {
      return nil
    }
    let isSame = cells.indices.allSatisfy { $0 == place || cells[$0] == old.cell(at: $0) }
    return isSame && old.cell(at: place) != cells[place] ? cells[place] != "no" : nil
  }

  /// The row of a participant with initials before a name that was typed without: `Ola Lie` is OL.
  func withInitials(_ typed: [String], in question: Question) -> [String] {
    let words = (typed.first ?? "").split(whereSeparator: \.isWhitespace)
    guard question.id == method.roles.participants, typed.count < question.columns.count, words.count > 1,
      words.contains(where: { $0.count > 2 })
    else { return typed }
    let initials = words.prefix(4).compactMap(\.first).map { $0.uppercased() }.joined()
    let taken = Set(participants.map { $0.initials.uppercased() })
    let free = taken.contains(initials) ? (2...taken.count + 2).map { initials + String($0) } : [initials]
    return [free.first { !taken.contains($0) } ?? initials] + typed
  }

  /// The participant of these initials, or of this name or an unambiguous beginning of it.
  public func participant(called text: String) -> Participant? {
    let typed = text.trimmed.lowercased()
    guard !typed.isEmpty else { return nil }
    if let exact = participants.first(where: { $0.initials.lowercased() == typed || $0.name.lowercased() == typed }) {
      return exact
    }
    let fitting = participants.filter { $0.name.lowercased().hasPrefix(typed) }
    return fitting.count == 1 ? fitting.first : nil
  }
}
