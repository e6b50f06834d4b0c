import SeededRandom
import SessionFixtures
import Testing

@testable import Workshop

/// Eight people and five answers to vote on, numbered 1 to 5.
private let eight = (1...8).map { "/people add P\($0) | Person\($0) Name | role | sales" }
private let five = ["/goto situation.internal.offering", "Bread", "Buns", "Coffee", "Lunch", "Cakes"]
private let ready = eight + five

@Suite("Votes from one keyboard")
struct VoteTests {
  /// Lines after opening, and the result: items with their sums, and those that go on.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let sums: [Int]
    let winners: [Int]
    var tied: [Int] = []
  }

  static let rows = [
    Row(
      testDescription: "sums in one line", lines: ["/vote dots 3", "1:9 2:1 3:8 5:6", "/vote close"],
      sums: [9, 1, 8, 0, 6], winners: [1, 3, 5]),
    Row(
      testDescription: "commas, spaces and other orders", lines: ["/vote 3", "3: 8, 1: 9", "5:6 2:1", "/vote close"],
      sums: [9, 1, 8, 0, 6], winners: [1, 3, 5]),
    Row(
      testDescription: "answer by answer, Enter for none",
      lines: ["/vote dots 2 heads 4", "3", "2", "", "3", "0", "/vote close"], sums: [3, 2, 0, 3, 0], winners: [1, 4]),
    Row(
      testDescription: "Enter closes when everything is in",
      lines: ["/vote hands", "5", "1", "2", "", "", ""], sums: [5, 1, 2, 0, 0], winners: [1]),
    Row(
      testDescription: "a sum is corrected", lines: ["/vote hands top 2", "1:6", "1:5 3:3", "/vote close"],
      sums: [5, 0, 3, 0, 0], winners: [1, 3]),
    Row(
      testDescription: "head by head, by name and without",
      lines: [
        "/vote dots 2 heads 3 each", "1 1", "Person2: 1 3", "3 5", "P2: 3x2", "/vote close",
      ], sums: [2, 0, 3, 0, 1], winners: [3, 1]),
    Row(
      testDescription: "a head that gives none", lines: ["/vote hands heads 2 each", "4", "", "/vote close anyway"],
      sums: [0, 0, 0, 1, 0], winners: [4]),
    Row(
      testDescription: "fist of five by scores",
      lines: ["/vote fist heads 3 top 2", "1:5,5,4 2:3,3,3", "2 2 2", "1 1 1", "4 4 5", "/vote close"],
      sums: [14, 9, 6, 3, 13], winners: [1, 5]),
    Row(
      testDescription: "one to ten, head by head",
      lines: ["/vote scale heads 2 each", "10 1 1 1 9", "8 2 2 2 10", "/vote close"], sums: [18, 3, 3, 3, 19],
      winners: [5]),
    Row(
      testDescription: "an order", lines: ["/rank heads 2 each", "3 1 2 5 4", "1 3 2 5 4", "/vote close"],
      sums: [9, 6, 9, 2, 4], winners: [], tied: [1, 3]),
    Row(
      testDescription: "an order, of each person without being told so",
      lines: ["/rank heads 2", "3 1 2 5 4", "1, 3, 2, 5, 4", "/vote close"],
      sums: [9, 6, 9, 2, 4], winners: [], tied: [1, 3]),
    Row(
      testDescription: "an order by points that were added up",
      lines: ["/rank heads 2", "1:9 2:6 3:9 4:2 5:4", "/vote close"],
      sums: [9, 6, 9, 2, 4], winners: [], tied: [1, 3]),
    Row(
      testDescription: "somebody goes in the middle",
      lines: ["/vote hands", "/people out P8", "1:4 2:3", "/vote close"],
      sums: [4, 3, 0, 0, 0], winners: [1]),
    Row(
      testDescription: "somebody comes in the middle",
      lines: ["/people out P8", "/vote hands", "1:4", "/people in P8", "2:4", "/vote close"],
      sums: [4, 4, 0, 0, 0], winners: [], tied: [1, 2]),
    Row(
      testDescription: "somebody is added in the middle",
      lines: ["/vote hands", "/people add NN | New Name", "1:4 2:5", "/vote close"],
      sums: [4, 5, 0, 0, 0], winners: [2]),
    Row(
      testDescription: "whose votes are in already goes on counting",
      lines: ["/vote hands", "1:4 2:4", "/people out P8", "/vote close"],
      sums: [4, 4, 0, 0, 0], winners: [], tied: [1, 2]),
    Row(
      testDescription: "what is level at the border is said",
      lines: ["/vote dots 3 top 2", "1:8 2:6 3:6 4:4", "/vote close"],
      sums: [8, 6, 6, 4, 0], winners: [1], tied: [2, 3]),
    Row(
      testDescription: "nobody votes", lines: ["/vote hands", "/vote close anyway"], sums: [0, 0, 0, 0, 0], winners: []),
  ]

  @Test(arguments: rows) func theResult(_ row: Row) throws {
    var room = try TestSession(hearing: ready)
    for line in row.lines { try room.hear(line) }
    let round = try #require(room.session.closedVotes.last)
    #expect(room.session.openVote == nil)
    let tally = Tally(round)
    #expect(round.marks.map { $0.reduce(0, +) } == row.sums)
    let handle = { (number: Int) in Handle("situation.internal.offering#\(number)") }
    #expect(tally.winners == row.winners.map(handle))
    #expect(tally.tied == row.tied.map(handle))
    // Answers without votes are kept, and chosen ones have their star.
    #expect(room.session.answers(to: round.question).count == 5)
    #expect(room.session.starred == Set(row.winners.map(handle)))
  }

  @Test func aSecondRoundKeepsTheFirst() throws {
    var room = try TestSession(
      hearing: ready + ["/vote dots 3 top 2", "1:8 2:6 3:6 4:4", "/vote close", "/vote again hands"])
    let round = try #require(room.session.openVote)
    #expect(round.items.map(\.rawValue) == ["situation.internal.offering#2", "situation.internal.offering#3"])
    #expect(round.chosen == 1)
    for line in ["2:3 3:5", "/vote close"] { try room.hear(line) }
    #expect(room.session.closedVotes.count == 2)
    let starred = room.session.answers(to: round.question).filter(room.session.isStarred).map(\.id.number)
    #expect(starred == [1, 3])
    try room.hear("/undo")
    #expect(room.session.openVote?.placed == 8)
    let before = room.session.answers(to: round.question).filter(room.session.isStarred).map(\.id.number)
    #expect(before == [1])
  }

  @Test func theMethodsOwnVoteQuestionTakesTheResult() throws {
    var room = try TestSession(run: "half-day", hearing: eight)
    for line in ["/goto situation.swot.grid", "s Known", "s Loved", "w Unseen", "o Harbour", "t Chain"] {
      try room.hear(line)
    }
    for line in ["/goto situation.swot.vote", "/vote dots 2", "S1 7, W1 5", "O1:4", "/vote close"] {
      try room.hear(line)
    }
    #expect(
      room.session.answers(to: "situation.swot.vote").map(\.cells) == [
        ["S1", "7", ""], ["W1", "5", ""], ["O1", "4", ""],
      ])
    #expect(room.session.isStarred(try #require(room.session.answer("S1"))))
    #expect(!room.session.isStarred(try #require(room.session.answer("S2"))))
    try room.hear("/undo")
    #expect(room.session.answers(to: "situation.swot.vote").isEmpty)
    #expect(room.session.openVote != nil)
  }

  @Test func meansAreRecordedWithOneDecimal() throws {
    #expect(Tally.mean(of: [5, 4, 4]) == "4.3")
    #expect(Tally.mean(of: [5, 4, 4, 4, 4, 4]) == "4.2")
    #expect(Tally.mean(of: [4, 4]) == "4")
    #expect(Tally.mean(of: []) == "0")
  }

  @Test func theFacilitatorIsNoVoterUnlessSaid() throws {
    var room = try TestSession(hearing: ready + ["/people facilitator P1", "/people out P2", "/vote"])
    #expect(room.session.openVote?.heads == 6)
    for line in ["/vote cancel", "/vote heads 7"] { try room.hear(line) }
    #expect(room.session.openVote?.heads == 7)
  }

  static let refused: [(name: String, lines: [String], when: String, then: Refusal)] = [
    ("too many dots", ["/vote dots 3"], "1:20 2:6", .vote(.tooMany(found: 26, total: 24, .dots, heads: 8))),
    ("too many hands", ["/vote hands", "6"], "3", .vote(.tooMany(found: 9, total: 8, .hands, heads: 8))),
    ("dots missing", ["/vote dots 3", "1:20"], "/vote close", .vote(.tooFew(found: 20, total: 24, .dots, heads: 8))),
    (
      "more than two on one", ["/vote dots 3 most 2"], "1:17",
      .vote(.tooManyForOne("situation.internal.offering#1", found: 17, most: 16))
    ),
    (
      "one head with too many", ["/vote dots 3 each"], "1 2 3 4",
      .vote(.tooMany(found: 4, total: 3, .dots, heads: 1))
    ),
    ("a score out of range", ["/vote fist"], "1:6,5", .vote(.scoreOutOfRange("6", 1...5))),
    (
      "nothing like it", ["/vote"], "9:3",
      .vote(.unknownItem("9", [1, 2, 3, 4, 5].map { Handle("situation.internal.offering#\($0)") }))
    ),
    ("words", ["/vote"], "lots", .vote(.unreadable("lots", .dots, isHeadByHead: false))),
    ("twice", ["/vote"], "1:3 1:4", .vote(.itemTwice("situation.internal.offering#1"))),
    ("walking on", ["/vote"], "/next", .vote(.isOpen)), ("a second vote", ["/vote"], "/vote", .vote(.isOpen)),
    ("nothing to close", [], "/vote close", .vote(.noneOpen)),
    ("no first round", [], "/vote again", .vote(.noneBefore)),
    ("an order with a gap", ["/rank each"], "1 2 3", .vote(.wrongNumberOfScores(found: 3, expected: 5))),
    ("more heads than there are", ["/vote hands heads 1 each", "1"], "2", .vote(.allHeadsVoted(1))),
    ("everything counted", ["/vote", "1:1 2:1 3:1 4:1 5:1"], "4", .vote(.allCounted)),
    ("an answer that is voted on, deleted", ["/vote"], "/delete 1", .vote(.isVotedOn("situation.internal.offering#1"))),
    (
      "an answer that is voted on, moved", ["/vote"], "/move 3 1",
      .vote(.isVotedOn("situation.internal.offering#3"))
    ),
    ("answers that are voted on, joined", ["/vote"], "/same 2 1", .vote(.isVotedOn("situation.internal.offering#2"))),
    ("an answer that is voted on, removed", ["/vote"], "/redact 2", .vote(.isVotedOn("situation.internal.offering#2"))),
    ("a word that is none", [], "/vote dost", .unknownVerb("dost", of: .vote, known: VoteTests.verbs)),
    ("no number", [], "/vote heads", .numberNeeded(after: "heads")),
    ("a number too large", [], "/vote 1000", .numberOutOfRange("1000", 1...100)),
  ]

  static let verbs = [
    "dots", "hands", "fist", "scale", "order", "heads", "top", "most", "each", "close", "anyway", "cancel", "again",
    "list",
  ]

  @Test(arguments: refused.indices) func whatDoesNotAddUp(_ place: Int) throws {
    let row = VoteTests.refused[place]
    try Refused(row.name, given: ready + row.lines, when: row.when, then: row.then).check(.builtIn)
  }

  @Test func aVoteNeedsAnswersAndPeople() throws {
    try Refused(
      "one answer", given: eight + five.prefix(2), when: "/vote",
      then: .vote(.nothingToVoteOn("situation.internal.offering"))
    ).check(.builtIn)
    try Refused("nobody", given: five, when: "/vote", then: .vote(.noVoters)).check(.builtIn)
  }

  @Test("Whatever is entered, the tally is sound", arguments: 1...20 as ClosedRange<UInt64>)
  func tallies(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var room = try TestSession(hearing: ready + ["/vote dots 3 top \(1 + seed % 4)"])
    for _ in 0..<12 {
      let item = Int.random(in: 1...5, using: &chance)
      _ = try? room.hear("\(item):\(Int.random(in: 0...9, using: &chance))")
    }
    let open = try #require(room.session.openVote)
    #expect(open.placed <= open.total)
    try room.hear("/vote close anyway")
    let round = try #require(room.session.closedVotes.last)
    let tally = Tally(round)
    #expect(tally.rows.map(\.sum).reduce(0, +) == open.placed)
    #expect(
      zip(tally.rows, tally.rows.dropFirst()).allSatisfy {
        $0.sum >= $1.sum && ($0.place == $1.place) == ($0.sum == $1.sum)
      })
    #expect(tally.winners.count <= round.chosen)
    #expect(Set(tally.winners).isDisjoint(with: tally.tied))
    #expect(tally.tied.isEmpty || tally.winners.count + tally.tied.count > round.chosen)
    let least = tally.rows.filter { tally.winners.contains($0.item) }.map(\.sum).min() ?? Int.max
    #expect(tally.rows.filter { !tally.winners.contains($0.item) }.allSatisfy { $0.sum < least })
  }

  static let misfits: [(question: String, when: String, way: VoteRound.Way, fitting: [VoteRound.Way])] = [
    ("birds.votes.score", "/vote scale", .scale, [.fist]), ("birds.votes.score", "/vote dots 2", .dots, [.fist]),
    ("birds.votes.score", "/rank", .ranking, [.fist]),
    ("birds.votes.score", "/vote hands each", .hands, [.fist]),
  ]

  /// A vote whose result the question could not keep is not held.
  @Test(arguments: misfits) func aVoteFitsItsQuestion(
    _ row: (question: String, when: String, way: VoteRound.Way, fitting: [VoteRound.Way])
  ) throws {
    let given = people + birds + ["/goto \(row.question)"]
    let then = Refusal.vote(.doesNotFit(row.way, QuestionID(row.question), fitting: row.fitting))
    try Refused(row.question + " " + row.when, given: given, when: row.when, then: then).check(.odd)
    var room = try TestSession(.odd, hearing: given)
    for way in row.fitting {
      try room.hear("/vote \(way.verb)")
      try room.hear("/vote cancel")
    }
  }

  /// What is counted at a question about dots is kept, in whatever way it was counted.
  @Test(arguments: ["dots 2", "hands", "fist", "scale", "order"]) func everyCountIsKept(_ way: String) throws {
    var room = try TestSession(.odd, hearing: people + birds + ["/goto birds.votes.dots", "/vote \(way) each heads 1"])
    try room.hear(way == "order" ? "2 1 3" : way == "fist" || way == "scale" ? "2 3 1" : "2")
    try room.hear("/vote close anyway")
    let kept = room.session.answers(to: "birds.votes.dots").map { $0.cell(at: 0) }
    #expect(kept.first == "BIRD2", "\(kept)")
  }

  /// One number with a decimal comma is never read as two.
  @Test(arguments: [("nb", "3,6"), ("da", "1:4,5"), ("fi", "2 4,5"), ("de", "4 3,5 2")])
  func aDecimalCommaPartsNoScores(_ row: (language: LanguageCode, line: String)) throws {
    var room = try TestSession(language: row.language, hearing: ready + ["/vote fist"])
    let before = room.session
    #expect(throws: Refusal.self) { try room.hear(row.line) }
    #expect(room.session == before)
    try room.hear("5,4,4 3 3")
    #expect(room.session.openVote?.placed == 5)
  }

  /// Where one is asked for, one goes on, however many dots everybody has.
  @Test func oneMainObjectiveHasOneStar() throws {
    var room = try TestSession(
      run: "half-day",
      hearing: eight + [
        "/goto post.objectives.smart", "More visits", "/goto post.objectives.smart", "More sales",
        "/goto post.objectives.smart", "More friends", "/goto post.objectives.primary", "/vote dots 3 top 3",
        "OBJ1:12 OBJ2:8 OBJ3:4", "/vote close",
      ])
    #expect(room.session.starred == ["OBJ1"])
    try room.hear("/undo")
    #expect(room.session.openVote?.chosen == 1)
  }
}
