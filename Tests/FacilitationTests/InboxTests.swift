import Draft
import FacilitationFixtures
import Journal
import Testing
import Workshop

@testable import Facilitation

/// What phones bring becomes something of the session only when a typed line takes it.
struct InboxTests {
  private let rooms: Rooms

  init() throws { rooms = try Rooms() }

  private static let offering = "/goto situation.internal.offering"

  /// A room in which these lines of a script were heard.
  private func room(_ lines: [String], language: LanguageCode = "en", run: RunID = "half-day") throws -> Interpreter {
    var room = try rooms.remembering(language: language, run: run)
    for line in lines { try room.hear(scripted: line) }
    return room
  }

  private func texts(_ room: Interpreter, _ question: QuestionID = "situation.internal.offering") -> [String] {
    room.session.answers(to: question).map { $0.cells.joined(separator: " | ") }
  }

  // MARK: Taking

  /// Lines, and the answers that stand then.
  struct Taking: Sendable, CustomTestStringConvertible {
    var name: String
    var lines: [String]
    var answers: [String]
    var left: [Int]
    var testDescription: String { name }
  }

  static let ideas = [offering, "#: 1 idea Bread", "#: 2 idea Buns", "#: 3 idea Coffee", "#: 2 idea Cakes"]
  static let taking = [
    Taking(name: "nothing is taken by itself", lines: ideas, answers: [], left: [1, 2, 3, 4]),
    Taking(name: "one by its number", lines: ideas + ["/inbox take 3"], answers: ["Coffee"], left: [1, 2, 4]),
    Taking(
      name: "several, in the order typed", lines: ideas + ["/inbox take 4 1-2"], answers: ["Cakes", "Bread", "Buns"],
      left: [3]),
    Taking(name: "numbers by comma", lines: ideas + ["/inbox take 1,3"], answers: ["Bread", "Coffee"], left: [2, 4]),
    Taking(name: "all", lines: ideas + ["/inbox take all"], answers: ["Bread", "Buns", "Coffee", "Cakes"], left: []),
    Taking(
      name: "numbers stay", lines: ideas + ["/inbox take 1", "/inbox take 2"], answers: ["Bread", "Buns"], left: [3, 4]),
    Taking(
      name: "undone, they are back", lines: ideas + ["/inbox take 1 2", "/undo"], answers: [], left: [1, 2, 3, 4]),
    Taking(
      name: "and done again", lines: ideas + ["/inbox take 1 2", "/undo", "/redo"], answers: ["Bread", "Buns"],
      left: [3, 4]),
    Taking(
      name: "a deleted answer comes to no inbox", lines: ideas + ["/inbox take 1", "/delete 1"], answers: [],
      left: [2, 3, 4]),
    Taking(name: "two become one", lines: ideas + ["/inbox merge 1 2"], answers: ["Bread"], left: [3, 4]),
    Taking(
      name: "two become one with a text", lines: ideas + ["/inbox merge 2 4 Buns and cakes"],
      answers: ["Buns and cakes"], left: [1, 3]),
    Taking(
      name: "one with another text", lines: ideas + ["/inbox merge 2 Cinnamon buns"], answers: ["Cinnamon buns"],
      left: [1, 3, 4]),
    Taking(name: "dropped", lines: ideas + ["/inbox drop 2 3"], answers: [], left: [1, 4]),
    Taking(name: "parked", lines: ideas + ["/inbox park 2"], answers: [], left: [1, 3, 4]),
    Taking(
      name: "they keep their question", lines: ideas + ["/next", "/inbox take 1"], answers: ["Bread"], left: [2, 3, 4]),
    Taking(
      name: "all that fit", lines: [offering] + (1...8).map { "#: \($0) idea Thing \($0)" } + ["/inbox take all"],
      answers: (1...6).map { "Thing \($0)" }, left: [7, 8]),
    Taking(
      name: "a heading, a name, a sign and a command are text",
      lines: [
        offering, "/people add KH | Kari Hauge", "#: 1 idea ## Something", "#: 1 idea Kari: words", "#: 1 idea /next",
        "/inbox take all",
      ],
      answers: ["## Something", "Kari: words", "/next"], left: []),
  ]

  @Test(arguments: taking) func `what is taken stands there`(row: Taking) throws {
    let room = try room(row.lines)
    #expect(texts(room) == row.answers)
    #expect(room.phones.ideas(in: room.session).map(\.number) == row.left)
  }

  @Test func `what was taken tells where it came from, and is the same when it is read again`() throws {
    var room = try rooms.open("from.jsonl", language: "en", run: "half-day")
    for line in InboxTests.ideas + ["/inbox take 1", "/inbox merge 2 4", "/inbox park 3"] {
      try room.hear(scripted: line)
    }
    let taken = room.session.answers(to: "situation.internal.offering")
    #expect(taken.map(\.handedIn) == ["phones", "phones"])
    #expect(taken.map(\.speaker) == [nil, nil])
    #expect(taken.map { $0.letters.count } == [1, 2])
    #expect(room.session.sideItems(.parked).map(\.text) == ["Coffee"])
    #expect(try rooms.read("from.jsonl").withoutHistory == room.session.withoutHistory)
    let again = try rooms.replay(try rooms.script("from.jsonl"), as: "again.jsonl")
    #expect(again.session.withoutHistory == room.session.withoutHistory)
    let entries = try rooms.contents("from.jsonl").entries.map {
      TranscriptEntry(id: $0.id, at: $0.at, time: "09:00", events: $0.events)
    }
    let before = Session(method: rooms.method, language: "en", run: "half-day")
    let account = Document(transcriptOf: entries, from: before, in: room.localization)
    #expect(MarkdownWriter().text(of: account).contains("phones"))
  }

  @Test func `a letter that comes again after a crash is no second answer`() throws {
    var room = try rooms.open("twice.jsonl", language: "en", run: "half-day")
    try room.hear(InboxTests.offering)
    let letter = Letter(id: "7-abc", phone: 7, content: .idea("situation.internal.offering", cells: ["Bread"]))
    room.phones.receive(letter)
    room.phones.receive(letter)
    #expect(room.phones.ideas(in: room.session).count == 1)
    try room.hear("/inbox take all")
    try room.close()
    var resumed = try rooms.reopen("twice.jsonl")
    resumed.phones.receive(letter)
    #expect(resumed.phones.ideas(in: resumed.session).isEmpty)
    #expect(throws: LineError.self) { try resumed.hear("/inbox take all") }
    #expect(texts(resumed) == ["Bread"])
  }

  @Test func `when nothing answers phones any more, the inbox stays and the room can be opened again`() throws {
    var room = try room(["/phones"] + InboxTests.ideas)
    room.phones.lose()
    #expect(room.phones.ideas(in: room.session).count == 4)
    try room.hear("/phones")
    #expect(room.phones.isOpen)
    try room.hear("/inbox take all")
    #expect(texts(room).count == 4)
  }

  @Test func `any order, repetition and split of letters gives the same inbox`() throws {
    let room = try room([InboxTests.offering])
    let letters = (1...6).map {
      Letter(id: LetterID("\($0)-x"), phone: $0, content: .idea("situation.internal.offering", cells: ["Idea \($0)"]))
    }
    var expected = room.phones
    letters.forEach { expected.receive($0) }
    for cut in 0...6 {
      var other = room.phones
      (letters[..<cut] + letters[..<cut] + letters).forEach { other.receive($0) }
      #expect(other == expected)
    }
  }

  @Test func `an answer that is alike is called by the number it has on the screen`() throws {
    var room = try room([InboxTests.offering, "Bread", "Buns", "Warm coffee", "/delete 1", "#: 1 idea Warm coffee"])
    #expect(try room.hear("/inbox").texts.joined().contains("≈ answer 2"))
  }

  // MARK: Names

  @Test func `a name is nobody's until the phone is admitted`() throws {
    let named = [
      InboxTests.offering, "/people add KH | Kari Hauge", "/phones", "#: 3 name Kari Hauge", "#: 3 idea Bread",
      "#: 3 idea Buns",
    ]
    #expect(
      try room(named + ["/inbox take 1 named"]).session.answers(to: "situation.internal.offering").map(\.speaker) == [
        nil
      ])
    let admitted = try room(named + ["/phones admit 3", "/inbox take 1", "/inbox take 2 named"])
    #expect(admitted.session.answers(to: "situation.internal.offering").map(\.speaker) == [nil, "KH"])
  }

  @Test func `who is admitted and was not there takes part`() throws {
    let room = try room(["/phones", "#: 2 name Ola Lie", "/phones admit 2"])
    #expect(room.session.participants.map(\.initials) == ["OL"])
    #expect(room.phones.admitted == [2: "OL"])
  }

  // MARK: Votes

  private static let vote =
    [offering, "Bread", "Buns", "Coffee", "/phones"] + (1...4).map { "/people add P\($0) | Person\($0) Name" }

  @Test func `ballots are counted when the vote is closed, and tell nothing of who gave them`() throws {
    let lines = InboxTests.vote + ["/vote dots 2", "#: 4 vote 1 2", "#: 1 vote 3x2", "#: 2 vote 1 1"]
    var room = try room(lines)
    #expect(room.session.openVote?.ballots == [])
    #expect(room.phones.votes(in: 1) == 3)
    #expect(throws: LineError.self) { try room.hear("/vote close") }
    try room.hear(scripted: "#: 3 vote 3 2")
    try room.hear(scripted: "#: 1 vote 1x2")
    try room.hear("/vote close")
    let round = try #require(room.session.vote(1))
    #expect(round.state == .closed)
    #expect(round.marks.map { $0.reduce(0, +) } == [5, 2, 1])
    #expect(round.ballots.map(\.by) == [nil, nil, nil, nil])
    let marks = round.ballots.map(\.marks)
    #expect(marks == marks.sorted { $0.lexicographicallyPrecedes($1) })
    try room.hear("/undo")
    #expect(room.session.openVote?.ballots == [])
    try room.hear("/vote close")
    #expect(room.session.vote(1)?.ballots.map(\.marks) == marks)
  }

  @Test(arguments: [
    ("hands", "2", [0, 1, 0]), ("fist", "5 1 3", [5, 1, 3]), ("scale", "10 1 7", [10, 1, 7]),
    ("order", "3 1 2", [2, 1, 3]),
  ]) func `each way of voting is taken from phones`(way: String, typed: String, marks: [Int]) throws {
    let room = try room(InboxTests.vote + ["/vote \(way)"] + (1...4).map { "#: \($0) vote \(typed)" } + ["/vote close"])
    #expect(room.session.vote(1)?.ballots.map(\.marks) == Array(repeating: marks, count: 4))
  }

  @Test func `whoever has no phone is typed, and Enter gives nobody's vote`() throws {
    var room = try room(
      InboxTests.vote + ["/vote dots 2", "P1: 2 3", "#: 1 vote 1 2", "#: 2 vote 1 2", "#: 3 vote 1 2"])
    #expect(room.session.openVote?.ballots.count == 1)
    try room.interpret(.enter)
    #expect(room.session.vote(1)?.state == .closed)
    #expect(room.session.vote(1)?.ballots.count == 4)
  }

  @Test(arguments: [Input.typed("1:3 2:2 3:1"), .row("1:3 2:2 3:1")])
  func `an order that phones have voted on does not become one by sums`(input: Input) throws {
    var room = try room(InboxTests.vote + ["/vote order", "#: 1 vote 3 1 2"])
    #expect(throws: LineError.self) { try room.interpret(input) }
    #expect(room.session.openVote?.isHeadByHead == true)
    #expect(room.phones.votes(in: 1) == 1)
  }

  @Test func `more phones than heads are not counted silently`() throws {
    var room = try room(InboxTests.vote + ["/vote hands heads 2"] + (1...3).map { "#: \($0) vote 1" })
    #expect { try room.hear("/vote close anyway") } throws: { error in
      guard case LineError.refused(.phones(.tooManyBallots(found: 3, free: 2, heads: 2))) = error else { return false }
      return true
    }
    #expect(room.session.openVote != nil)
  }

  // MARK: Check-in

  @Test func `a check-in without words takes what phones said, the last word of each`() throws {
    var room = try room(["/phones", "/checkin"])
    #expect(room.phones.asked == .checkIn)
    for line in ["#: 1 word curious", "#: 2 word 4", "#: 1 word tired", "#: 3 word 9"] { try room.hear(scripted: line) }
    try room.hear("/checkin")
    #expect(room.session.checkIns(.checkIn).map(\.word) == ["4", "tired"])
    #expect(room.phones.asked == nil)
  }

  // MARK: What must not be read

  @Test func `off the record nothing comes in, and nothing is taken`() throws {
    var room = try room([InboxTests.offering, "#: 1 idea Bread", "/off"])
    #expect(throws: LineError.self) { try room.hear(scripted: "#: 1 idea Secret") }
    #expect(throws: LineError.self) { try room.hear("/inbox take all") }
    #expect(texts(room) == [])
  }

  @Test func `what is redacted and who is hidden cannot be read in what is waiting`() throws {
    let lines = [
      InboxTests.offering, "/people add KH | Kari Hauge", "The secret bread", "#: 1 name Kari Hauge",
      "#: 1 idea Ask Kari about it",
      "#: 2 idea The secret bread", "/redact 1", "/pseudonym KH",
    ]
    var room = try room(lines)
    #expect(room.phones.ideas(in: room.session).map(\.cells) == [["Ask P1 about it"], [""]])
    #expect(room.phones.ideas(in: room.session).map(\.letter.name) == ["P1", nil])
    #expect(room.takeAmendedLetters().count == 2)
    #expect(room.takeAmendedLetters().isEmpty)
  }

  @Test func `in a window that the room sees, what nobody has read is not shown`() throws {
    var room = try room([InboxTests.offering, "#: 1 idea Canary", "#: 2 idea Canaries", "/shared"])
    let shown = try room.hear("/inbox").texts.joined()
    #expect(!shown.contains("Canar"))
    #expect(shown.contains("2"))
    try room.hear("/shared off")
    #expect(try room.hear("/inbox").texts.joined().contains("≈ 1"))
  }

  @Test func `what a script says of phones and cannot be read is turned down`() throws {
    for line in ["#: ", "#: x idea a", "#: 0 idea a", "#: 501 idea a", "#: 1 song a", "#: 1 idea"] {
      #expect(throws: LineError.self, "\(line)") { _ = try room([InboxTests.offering, line]) }
    }
  }
}
