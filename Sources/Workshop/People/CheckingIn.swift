// Who says how they are there.
extension Session {
  /// What was said in a round.
  public func checkIns(_ round: CheckIn.Round) -> [CheckIn] {
    people.checkIns.filter { $0.round == round }
  }

  /// Those in the room who have not said anything in a round.
  public func silent(in round: CheckIn.Round) -> [Participant] {
    let heard = Set(checkIns(round).compactMap(\.speaker))
    return participants.filter { $0.isInRoom && !heard.contains($0.initials) }
  }

  /// `Kari: curious, Ola: 4, 3`.
  func say(_ round: CheckIn.Round, _ typed: String) throws(Refusal) -> [Event] {
    var events: [Event] = []
    for part in typed.split(separator: ",").map(\.trimmed) where !part.isEmpty {
      let (speaker, word) = try attributed(part)
      // Whoever is named must be known, or it would be the word of whoever speaks.
      if speaker == nil, let colon = part.firstIndex(of: ":") { _ = try known(part[..<colon].trimmed) }
      guard word.count <= CheckIn.limit else {
        throw .textTooLong(length: word.count, limit: CheckIn.limit)
      }
      if word.allSatisfy(\.isNumber), !(Int(digits: word).map(CheckIn.numbers.contains) ?? false) {
        throw .numberOutOfRange(word, CheckIn.numbers)
      }
      events.append(.people(.checkedIn(CheckIn(round, speaker: speaker ?? people.speaker, word: word))))
    }
    guard !events.isEmpty else { throw .missingArgument(round == .checkIn ? .checkin : .checkout) }
    return events + (round == .checkOut ? score(after: events) : [])
  }

  /// Where the method asks for the score of the workshop, the mean of the numbers is its answer.
  func score(after events: [Event]) -> [Event] {
    guard let question = position.flatMap(method.question), case .vote(let vote) = question.kind, vote.among.isEmpty,
      case .score(let range) = vote.ballot, range.contains(CheckIn.numbers.upperBound), !hasEnded
    else { return [] }
    var room = self
    room.apply(events, as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
    let numbers = room.checkIns(.checkOut).compactMap(\.number)
    guard !numbers.isEmpty else { return [] }
    let mean = Tally.mean(of: numbers)
    if let old = answers(to: question.id).first {
      return [.answerRevised(old.id, cells: ["", mean, old.cell(at: 2)], speaker: nil)]
    }
    return [.answerGiven(fresh(question: question, cells: ["", mean, ""]))]
  }
}
