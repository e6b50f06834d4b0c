/// The phones of a room and what they brought. It stands beside the session: nothing of it is recorded until a typed line
/// takes it.
public struct Phones: Hashable, Sendable {
  /// Whether the room is open to phones.
  public internal(set) var isOpen = false
  /// Whether phones are asked for a name.
  public internal(set) var asksNames = false
  /// What phones are asked for instead of ideas: how people are there.
  public internal(set) var asked: CheckIn.Round?
  /// How many phones came so far.
  public var known = 0
  /// What came, in the order in which it came.
  public private(set) var letters: [Letter] = []
  /// The letters that nobody wants.
  public private(set) var dropped: Set<LetterID> = []
  /// The phones that nothing more is taken from.
  public internal(set) var muted: Set<Int> = []
  /// Which participant a phone was admitted as, by their initials.
  public private(set) var admitted: [Int: String] = [:]
  /// The name that a phone gave last.
  public private(set) var names: [Int: String] = [:]
  /// The round that phones have voted in last.
  private var round = 0
  /// Those that have.
  private var voters: Set<Int> = []
  /// What was handed over when the round was closed.
  private var ballots: [PhoneBallot] = []
  private var ids: Set<LetterID> = []

  /// How many letters came, those that only say who somebody is among them.
  public var received: Int { ids.count }

  /// No phones.
  public init() {}

  // MARK: What comes

  /// Takes in a letter; one that came before is the same letter.
  public mutating func receive(_ letter: Letter) {
    guard ids.insert(letter.id).inserted else { return }
    known = max(known, letter.phone)
    if let name = letter.name, !name.isEmpty { names[letter.phone] = name }
    if letter.content != .introduction { letters.append(letter) }
  }

  /// Notes that a phone has voted.
  public mutating func note(votes phone: Int, in round: Int) {
    known = max(known, phone)
    if round != self.round { (self.round, voters, ballots) = (round, [], []) }
    voters.insert(phone)
  }

  /// Takes in the ballots of a round. A phone's later ballot replaces the one before.
  public mutating func receive(_ ballots: [PhoneBallot], in round: Int) {
    for ballot in ballots {
      note(votes: ballot.phone, in: round)
      self.ballots.removeAll { $0.phone == ballot.phone }
      self.ballots.append(ballot)
    }
  }

  /// The marks of those who voted by phone in a round, in an order that tells nothing of who they are or when they voted.
  func marks(in round: Int) -> [[Int]] {
    guard round == self.round else { return [] }
    return ballots.map(\.marks).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// How many have voted by phone in a round.
  public func votes(in round: Int) -> Int { round == self.round ? voters.count : 0 }

  // MARK: What is waiting

  /// An idea in the inbox, by the number that it keeps.
  public struct Idea: Hashable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// The letter.
    public var letter: Letter
    /// The question it was written under.
    public var question: QuestionID
    /// Its cells.
    public var cells: [String]
  }

  /// The ideas that are neither taken nor dropped, in the order in which they came.
  public func ideas(in session: Session) -> [Idea] {
    var number = 0
    return letters.compactMap { letter in
      guard case .idea(let question, let cells) = letter.content else { return nil }
      number += 1
      guard isWaiting(letter, in: session) else { return nil }
      return Idea(number: number, letter: letter, question: question, cells: cells)
    }
  }

  /// What is waiting to be taken at check-in or check-out, the last word of each phone.
  public func checkIns(_ round: CheckIn.Round, in session: Session) -> [(letter: Letter, word: String)] {
    var last: [(letter: Letter, word: String)] = []
    for letter in letters where isWaiting(letter, in: session) {
      guard case .checkIn(round, let word) = letter.content else { continue }
      last.removeAll { $0.letter.phone == letter.phone }
      last.append((letter, word))
    }
    return last
  }

  /// Whether a letter is neither taken nor dropped.
  public func isWaiting(_ letter: Letter, in session: Session) -> Bool {
    !dropped.contains(letter.id) && !session.takenLetters.contains(letter.id)
  }

  // MARK: What is done with it

  mutating func drop(_ ids: some Sequence<LetterID>) { dropped.formUnion(ids) }
  mutating func admit(_ phone: Int, as initials: String) { admitted[phone] = initials }

  /// The program that answers phones is gone: what they brought stays, and the room can be opened to them again.
  public mutating func lose() { isOpen = false }

  /// Closes the room to phones, and forgets what they brought.
  mutating func close() { self = Phones() }

  /// Hides what must not be read any more.
  ///
  /// - Returns: The letters that read otherwise now.
  public mutating func redact(by redactions: Redactions) -> [Letter] {
    names = names.mapValues(redactions.text)
    admitted = admitted.mapValues(redactions.initials)
    var changed: [Letter] = []
    for place in letters.indices {
      let redacted = letters[place].redacted(by: redactions)
      guard redacted != letters[place] else { continue }
      letters[place] = redacted
      changed.append(redacted)
    }
    return changed
  }
}
