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
    let called = participants(called: name)
    guard let person = called.first else { throw .people(.unknown(name, known: participants.map(\.initials))) }
    guard called.count == 1 else { throw .people(.several(name.trimmed, called.map(\.initials))) }
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

  /// The participant of these initials, or of this name or an unambiguous beginning of it.
  public func participant(called text: String) -> Participant? {
    let called = participants(called: text)
    return called.count == 1 ? called.first : nil
  }

  /// The participants who may be meant: of these initials; else of this name; else of a name that begins like this, the
  /// first name or another.
  func participants(called text: String) -> [Participant] {
    let typed = text.trimmed.lowercased()
    guard !typed.isEmpty else { return [] }
    let first = Participant.called(typed, among: participants) { $0.name.lowercased().hasPrefix(typed) }
    guard first.isEmpty else { return first }
    return participants.filter { $0.name.lowercased().contains(" " + typed) }
  }
}

extension Participant {
  /// Those of these initials; else of this whole name; else those that a rule lets pass.
  ///
  /// - Parameters:
  ///   - name: What was typed, in small letters.
  ///   - participants: Those who take part.
  ///   - fits: The rule.
  /// - Returns: Those who may be meant.
  static func called(
    _ name: String, among participants: [Participant], otherwise fits: (Participant) -> Bool
  ) -> [Participant] {
    if let exact = participants.first(where: { $0.initials.lowercased() == name }) { return [exact] }
    let named = participants.filter { $0.name.lowercased() == name }
    return named.isEmpty ? participants.filter(fits) : named
  }
}
