/// Reads what is typed while a vote is open: `3:5 7:4`, the votes for the answer that is asked for, or those of a head.
struct VoteEntry {
  let session: Session
  let round: VoteRound
  /// The sign between a number and its decimals in the language of the room.
  let decimal: Character

  /// The entries of a line.
  func entries(_ line: String) throws(Refusal) -> [VoteRound.Entry] {
    if round.isHeadByHead { return [try head(line)] }
    let entries = line.contains { $0.isLetter || $0 == ":" } ? try pairs(line) : [try asked(line)]
    var after = round
    for entry in entries { after.enter(entry) }
    guard after.placed <= round.total else {
      throw .vote(.tooMany(found: after.placed, total: round.total, round.way, heads: round.heads))
    }
    return entries
  }

  // MARK: Sums

  /// `3:5 7:4`, `S1 9, S3 6`; the scores of several heads are parted by commas: `1:5,4,4`.
  private func pairs(_ line: String) throws(Refusal) -> [VoteRound.Entry] {
    var entries: [VoteRound.Entry] = []
    for pair in try split(line) {
      let item = try item(pair.name)
      guard !entries.contains(where: { if case .item(item, _) = $0 { true } else { false } }) else {
        throw .vote(.itemTwice(item))
      }
      entries.append(.item(item, try marks(pair.votes, for: item)))
    }
    return entries
  }

  private func split(_ line: String) throws(Refusal) -> [(name: String, votes: String)] {
    var pairs: [(name: String, votes: String)] = []
    if line.contains(":") {
      // A name begins a pair wherever a colon follows it.
      for word in line.replacing(":", with: ": ").split(whereSeparator: \.isWhitespace) {
        if word.hasSuffix(":") {
          pairs.append((String(word.dropLast()), ""))
        } else if pairs.isEmpty {
          throw .vote(.unreadable(line, round.way, isHeadByHead: false))
        } else {
          pairs[pairs.count - 1].votes += " " + word
        }
      }
    } else {
      for part in line.split(separator: ",") {
        let words = part.split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else { throw .vote(.unreadable(line, round.way, isHeadByHead: false)) }
        pairs.append((String(words[0]), String(words[1])))
      }
    }
    return pairs
  }

  private func asked(_ line: String) throws(Refusal) -> VoteRound.Entry {
    guard let item = round.asked else { throw .vote(.allCounted) }
    return .item(item, try marks(line, for: item))
  }

  private func marks(_ typed: String, for item: Handle) throws(Refusal) -> [Int] {
    try checkDecimals(typed)
    let words = typed.split { $0 == "," || $0 == ";" || $0.isWhitespace }
    guard !words.isEmpty, words.count <= 1000 else {
      throw .vote(.unreadable(typed.trimmed, round.way, isHeadByHead: false))
    }
    if let scores = round.way.scores {
      var marks: [Int] = []
      for word in words { marks.append(try number(word, in: scores)) }
      guard marks.count <= round.heads else {
        throw .vote(.tooManyForOne(item, found: marks.count, most: round.heads))
      }
      return marks
    }
    guard words.count == 1 else { throw .vote(.unreadable(typed.trimmed, round.way, isHeadByHead: false)) }
    let sum = try number(words[0], in: 0...1_000_000)
    guard sum <= round.mostForOne else { throw .vote(.tooManyForOne(item, found: sum, most: round.mostForOne)) }
    return [sum]
  }

  /// `3,6` is one number where the comma is the decimal sign; only two people who score give two numbers by it.
  private func checkDecimals(_ typed: String) throws(Refusal) {
    guard decimal == ",", round.way.scores != nil, round.heads != 2 else { return }
    for word in typed.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ Int(digits: $0) != nil }) else { continue }
      throw .vote(.oneNumber(String(word), round.way))
    }
  }

  private func number(_ word: Substring, in range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard let number = Int(digits: word), range.contains(number) else {
      guard range.upperBound < 1_000_000 else {
        throw .vote(.unreadable(String(word), round.way, isHeadByHead: false))
      }
      throw .vote(.scoreOutOfRange(String(word), range))
    }
    return number
  }

  /// The answer that is meant by its handle, or by its number where only one has it.
  private func item(_ typed: some StringProtocol) throws(Refusal) -> Handle {
    let wanted = typed.uppercased()
    if let exact = round.items.first(where: { $0.rawValue.uppercased() == wanted }) { return exact }
    let numbered = round.items.filter { session.number(of: $0).map { String($0) == wanted } ?? false }
    guard let only = numbered.first, numbered.count == 1 else {
      throw .vote(.unknownItem(String(typed), round.items))
    }
    return only
  }

  // MARK: Head by head

  /// `3 3 7`, `Kari: 3x2 7`; an order for a ranking; a score for each answer.
  private func head(_ line: String) throws(Refusal) -> VoteRound.Entry {
    let (speaker, said) = try session.attributed(line)
    let isNew = speaker == nil || !round.ballots.contains { $0.by == speaker }
    guard !isNew || round.ballots.count < round.heads else { throw .vote(.allHeadsVoted(round.heads)) }
    let words = said.split { $0 == "," || $0.isWhitespace }
    guard words.count <= 1000 else { throw .vote(.unreadable(said, round.way, isHeadByHead: true)) }
    return .head(by: speaker, try ballot(words, said))
  }

  func ballot(_ words: [Substring], _ said: String) throws(Refusal) -> [Int] {
    var marks = Array(repeating: 0, count: round.items.count)
    switch round.way {
    case .fist, .scale:
      guard words.count == marks.count, let scores = round.way.scores else {
        throw .vote(.wrongNumberOfScores(found: words.count, expected: marks.count))
      }
      for (place, word) in words.enumerated() { marks[place] = try number(word, in: scores) }
    case .ranking:
      for (place, word) in words.enumerated() {
        let index = try index(word)
        guard marks[index] == 0 else { throw .vote(.itemTwice(round.items[index])) }
        marks[index] = max(0, marks.count - place)
      }
      guard words.count == marks.count else {
        throw .vote(.wrongNumberOfScores(found: words.count, expected: marks.count))
      }
    case .dots, .hands:
      for word in words {
        let parts = word.split(omittingEmptySubsequences: false) { "x×*".contains($0) }
        guard let name = parts.first, parts.count <= 2, let times = parts.count == 2 ? Int(digits: parts[1]) : 1,
          times <= 1000
        else { throw .vote(.unreadable(String(word), round.way, isHeadByHead: true)) }
        marks[try index(name)] += times
      }
      try check(dots: marks)
    }
    return marks
  }

  private func index(_ word: Substring) throws(Refusal) -> Int {
    let item = try item(word)
    return round.items.firstIndex(of: item) ?? 0
  }

  private func check(dots marks: [Int]) throws(Refusal) {
    let each = round.total / max(round.heads, 1)
    let found = marks.reduce(0, +)
    guard found <= each else { throw .vote(.tooMany(found: found, total: each, round.way, heads: 1)) }
    guard let most = round.mostOnOne, let place = marks.firstIndex(where: { $0 > most }) else { return }
    throw .vote(.tooManyForOne(round.items[place], found: marks[place], most: most))
  }
}
