/// What is asked for about the people in the room.
public enum PeopleCommand: Hashable, Sendable {
  /// One more participant, as a row of cells.
  case add(String)
  /// Who says the next lines; empty for nobody in particular.
  case speaker(String)
  /// Somebody comes into the room, or leaves it.
  case presence(String, isInRoom: Bool)
  /// Who of the participants leads the workshop; empty for nobody.
  case facilitator(String)
  /// How people are there, at the beginning or at the end.
  case checkIn(CheckIn.Round, String)
}

/// What can be looked at of the people in the room.
public enum PeopleLook: Hashable, Sendable {
  /// The participants.
  case participants
  /// How much each of them has said.
  case contributions
  /// What was said at the beginning or at the end.
  case checkIns(CheckIn.Round)
}

/// Why something about the people in the room is turned down.
public enum PeopleRefusal: Hashable, Sendable {
  /// These initials belong to somebody else.
  case initialsTaken(String, by: String)
  /// The method asks nobody who takes part.
  case noParticipants
  /// There is no such participant.
  case unknown(String, known: [String])
  /// Several are called that; these are their initials.
  case several(String, [String])
  /// Somebody without a name and without initials.
  case nameless
  /// The method does not ask who is in the room.
  case presenceNotAsked
}

extension Session {
  func decide(_ command: PeopleCommand, _ parser: CellParser) throws(Refusal) -> [Event] {
    switch command {
    case .add(let row): try addPerson(row, parser) + headsChanged(by: 1)
    case .speaker(let name): [.people(.speakerChosen(name.isEmpty ? nil : try known(name).initials))]
    case .presence(let name, let isInRoom): try setPresence(of: name, to: isInRoom)
    case .facilitator(let name): [.people(.facilitatorChosen(name.isEmpty ? nil : try known(name).initials))]
    case .checkIn(let round, let text): try say(round, text)
    }
  }

  private func addPerson(_ row: String, _ parser: CellParser) throws(Refusal) -> [Event] {
    guard let question = method.roles.participants.flatMap(method.question) else { throw .people(.noParticipants) }
    return try hear(row: CellParser.cells(of: row, for: question), to: question, speaker: nil, parser, asks: false)
  }

  /// Somebody goes out or comes in: the cell of their row that says so.
  private func setPresence(of name: String, to isInRoom: Bool) throws(Refusal) -> [Event] {
    let person = try known(name)
    guard let role = method.roles.participants, let place = presencePlace,
      let answer = answers(to: role).first(where: { $0.cell(at: 0) == person.initials })
    else { throw .people(.presenceNotAsked) }
    var cells = answer.cells + Array(repeating: "", count: max(0, place + 1 - answer.cells.count))
    cells[place] = isInRoom ? "yes" : "no"
    let isVoter = person.initials != people.facilitator && person.isInRoom != isInRoom
    return [.answerRevised(answer.id, cells: cells, speaker: nil)]
      + (isVoter ? headsChanged(by: isInRoom ? 1 : -1) : [])
  }
}
