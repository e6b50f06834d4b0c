/// Somebody who takes part.
public struct Participant: Hashable, Sendable {
  /// The handle used for owners everywhere.
  public var initials: String
  /// The name; may be empty.
  public var name: String
  /// What else is known, cell by cell, as it is stored; empty cells are left out.
  public var details: [Detail] = []
  /// Whether they are in the room; whoever nothing is said about is.
  public var isInRoom = true

  /// One thing that is known about somebody.
  public struct Detail: Hashable, Sendable {
    /// The place of its column.
    public var place: Int
    /// The cell.
    public var cell: String
  }
}

/// How much somebody has said.
public struct Contribution: Hashable, Sendable {
  /// Who.
  public var participant: Participant
  /// How many answers, parked points, decisions and tasks bear their name.
  public var count: Int
}

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
  private var presencePlace: Int? {
    method.roles.participants.flatMap(method.question)?.columns.firstIndex { $0.type == .yesNo }
  }

  /// Those who vote: everybody in the room but the facilitator.
  public var voters: [Participant] {
    participants.filter { $0.isInRoom && $0.initials != facilitator }
  }

  /// How much each of them has said, the quietest first.
  public var contributions: [Contribution] {
    let speakers =
      answersByPlace.joined().compactMap(\.speaker)
      + sideItems.filter { $0.id.kind != .note }.compactMap(\.speaker)
    let counts = Dictionary(speakers.map { ($0, 1) }, uniquingKeysWith: +)
    return participants.map { Contribution(participant: $0, count: counts[$0.initials] ?? 0) }.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
  }

  func known(_ name: String) throws(Refusal) -> Participant {
    guard let person = participant(called: name) else {
      throw .unknownPerson(name, known: participants.map(\.initials))
    }
    return person
  }

  /// Somebody goes out or comes in: the cell of their row that says so.
  func setPresence(of name: String, to isInRoom: Bool) throws(Refusal) -> [Event] {
    let person = try known(name)
    guard let role = method.roles.participants, let place = presencePlace,
      let answer = answers(to: role).first(where: { $0.cell(at: 0) == person.initials })
    else { throw .room(.presenceNotAsked) }
    var cells = answer.cells + Array(repeating: "", count: max(0, place + 1 - answer.cells.count))
    cells[place] = isInRoom ? "yes" : "no"
    return [.answerRevised(answer.id, cells: cells, speaker: nil)]
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

  func chooseFacilitator(_ name: String) throws(Refusal) -> [Event] {
    [.room(.facilitatorChosen(name.isEmpty ? nil : try known(name).initials))]
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
