internal import PhoneProtocol

/// The letters and ballots that came and are not settled yet.
struct Box: Hashable, Sendable {
  /// The letters, in the order in which they came.
  private(set) var letters: [Letter] = []
  /// The ballots, the last one of each phone to each round.
  private(set) var ballots: [Ballot] = []
  /// The rounds that take no more ballots.
  private(set) var closedRounds: Set<Int> = []
  /// The rounds whose ballots are to be off the disk, but are kept in memory until the next round.
  private(set) var forgottenRounds: Set<Int> = []
  /// The ids of all that ever came.
  private var known: Set<String> = []
  /// The ids of what is gone, the oldest first.
  private var gone: [String] = []

  /// A ballot as it came.
  struct Ballot: Hashable, Sendable {
    var id: String
    var phone: Int
    var round: Int
    /// Of two from one phone to one round the higher one counts.
    var sequence: Int
    var marks: [Int]
  }

  /// Whether that came before.
  func knows(_ id: String) -> Bool { known.contains(id) }

  /// The ballot of a phone to a round.
  func ballot(of phone: Int, to round: Int) -> Ballot? {
    ballots.first { $0.phone == phone && $0.round == round }
  }

  /// The ballots to a round, in the order of the phones' numbers.
  func ballots(to round: Int) -> [PhoneBallot] {
    ballots.filter { $0.round == round }.sorted { $0.phone < $1.phone }.map {
      PhoneBallot(phone: $0.phone, marks: $0.marks)
    }
  }

  /// How many bytes lie here to a question.
  func bytes(to question: String) -> Int {
    letters.reduce(0) { sum, letter in
      letter.question == question ? sum + letter.texts.reduce(0) { $0 + $1.utf8.count } : sum
    }
  }

  mutating func add(_ letter: Letter) {
    letters.append(letter)
    known.insert(letter.id)
  }

  mutating func add(_ ballot: Ballot) {
    known.insert(ballot.id)
    guard let place = ballots.firstIndex(where: { $0.phone == ballot.phone && $0.round == ballot.round }) else {
      return ballots.append(ballot)
    }
    guard ballot.sequence >= ballots[place].sequence else { return remember([ballot.id]) }
    remember([ballots[place].id])
    ballots[place] = ballot
  }

  /// Keeps the ids alone; of very many the oldest are forgotten.
  mutating func remember(_ ids: [String]) {
    gone += ids
    known.formUnion(ids)
    guard gone.count > PhoneLimits.remembered else { return }
    for id in gone.prefix(gone.count - PhoneLimits.remembered) { known.remove(id) }
    gone.removeFirst(gone.count - PhoneLimits.remembered)
  }

  mutating func settle(_ ids: Set<String>) {
    remember(letters.filter { ids.contains($0.id) }.map(\.id))
    letters.removeAll { ids.contains($0.id) }
  }

  mutating func amend(_ amended: [Letter]) {
    for letter in amended {
      guard let place = letters.firstIndex(where: { $0.id == letter.id }) else { continue }
      letters[place].content = letter.content
      letters[place].name = letter.name
    }
  }

  mutating func close(_ round: Int) { closedRounds.insert(round) }

  mutating func forget(_ round: Int) {
    closedRounds.insert(round)
    forgottenRounds.insert(round)
  }

  mutating func reopen(_ round: Int) {
    closedRounds.remove(round)
    forgottenRounds.remove(round)
  }

  /// Another round begins: what was kept of those that are forgotten goes.
  mutating func begin(_ round: Int) {
    let isOver = forgottenRounds.subtracting([round])
    remember(ballots.filter { isOver.contains($0.round) }.map(\.id))
    ballots.removeAll { isOver.contains($0.round) }
  }

  /// What of it is to be on the disk.
  var records: [Record] {
    let written = ballots.filter { !forgottenRounds.contains($0.round) }
    let unwritten = ballots.filter { forgottenRounds.contains($0.round) }.map(\.id)
    let ids = gone + unwritten
    return (ids.isEmpty ? [] : [.remembered(ids)]) + letters.map { .letter($0) } + written.map { .ballot($0) }
  }
}
