/// How somebody is there when the workshop begins or ends: one word, or a number from 1 to 5.
public struct CheckIn: Hashable, Sendable {
  /// At the beginning or at the end.
  public var round: Round
  /// The initials of who said it; nil when it was not said whose it is.
  public var speaker: String?
  /// The word or the number.
  public var word: String

  /// A mood.
  public init(_ round: Round, speaker: String?, word: String) {
    self.round = round
    self.speaker = speaker
    self.word = word
  }

  /// The two rounds.
  public enum Round: String, Sendable {
    /// At the beginning.
    case checkIn = "check-in"
    /// At the end.
    case checkOut = "check-out"
  }

  /// The numbers that can be said.
  public static let numbers = 1...5
  /// The most characters of a word.
  public static let limit = 60

  /// The number, when it is one.
  public var number: Int? { Int(digits: word) }
}

extension Session {
  /// What was said in a round.
  public func checkIns(_ round: CheckIn.Round) -> [CheckIn] {
    checkIns.filter { $0.round == round }
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
      let (speaker, word) = attributed(part)
      // Whoever is named must be known, or it would be the word of whoever speaks.
      if speaker == nil, let colon = part.firstIndex(of: ":") { _ = try known(part[..<colon].trimmed) }
      guard word.count <= CheckIn.limit else {
        throw .room(.textTooLong(length: word.count, limit: CheckIn.limit))
      }
      if word.allSatisfy(\.isNumber), !(Int(digits: word).map(CheckIn.numbers.contains) ?? false) {
        throw .room(.numberOutOfRange(word, CheckIn.numbers))
      }
      events.append(.room(.checkedIn(CheckIn(round, speaker: speaker ?? self.speaker, word: word))))
    }
    guard !events.isEmpty else { throw .missingArgument(round == .checkIn ? .checkin : .checkout) }
    return events + (round == .checkOut ? score(after: events) : [])
  }

  /// Where the method asks for the score of the workshop, the mean of the numbers is its answer.
  private func score(after events: [Event]) -> [Event] {
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
