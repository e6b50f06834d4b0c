import SessionFixtures
import Testing
import Workshop

@Suite("Answers, their handles and who gave them")
struct AnswerTests {
  @Test func answersAreChangedFromAnywhere() throws {
    var room = try TestSession(
      .odd, hearing: birds + ["/edit 2 Bittern", "/goto walk.start.club", "/edit bird1 Blue tit"])
    #expect(room.texts("birds.seen.list") == ["Blue tit", "Bittern", "Jay"])
    #expect(room.session.position == "walk.start.club")
    #expect(try room.hear("/edit BIRD1") == [])
    try room.hear("A")
    try room.hear("/edit walk.start.club#1 B")
    #expect(room.texts("walk.start.club") == ["B"])
  }

  @Test func cellsThatAreNotTypedStay() throws {
    let room = try TestSession(
      .odd, hearing: birds + ["/goto birds.seen.short", "Nest | 1 | lake", "/edit 1 Eyrie", "/edit 1 Eyrie | 2"])
    #expect(room.session.answers(to: "birds.seen.short").map(\.cells) == [["Eyrie", "BIRD2", "", "lake"]])
  }

  @Test func answersAreMoved() throws {
    var room = try TestSession(.odd, hearing: birds + ["/move 1 3"])
    #expect(room.texts("birds.seen.list") == ["Grey heron", "Jay", "Great tit"])
    try room.hear("/move BIRD1 BIRD2")
    #expect(room.texts("birds.seen.list") == ["Great tit", "Grey heron", "Jay"])
    try room.hear("/move 3 3")
    try room.hear("/move 3 1")
    #expect(room.session.answers(to: "birds.seen.list").map(\.handle) == ["BIRD3", "BIRD1", "BIRD2"])
  }

  @Test func numbersAreNeverUsedTwice() throws {
    var room = try TestSession(.odd, hearing: birds + ["/delete 3", "Owl", "/delete BIRD4", "Wren", "/undo", "Tern"])
    #expect(room.session.answers(to: "birds.seen.list").map(\.handle) == ["BIRD1", "BIRD2", "BIRD6"])
    try room.hear("/goto birds.grids.compass")
    for line in ["n a", "s b", "/delete N1", "n c; d"] { try room.hear(line) }
    #expect(room.session.answers(to: "birds.grids.compass").map(\.handle) == ["S1", "N2", "N3"])
  }

  @Test func somebodySaysIt() throws {
    var room = try TestSession(.odd, hearing: people + ["/goto birds.seen.list"])
    for line in ["kari: Jay", "Owl", "/by ola", "Wren", "KH: Tern", "/by"] { try room.hear(line) }
    #expect(room.texts("birds.seen.list") == ["Jay", "Owl", "Wren", "Tern"])
    #expect(room.session.answers(to: "birds.seen.list").map(\.speaker) == ["KH", nil, "OL", "KH"])
    #expect(room.session.speaker == nil)
  }

  static let said = [
    (line: "Nina: Jay", text: "Nina: Jay", speaker: String?.none),
    (line: "Kari Hauge: Jay", text: "Jay", speaker: "KH"),
    (line: "KH : Jay: a bird", text: "Jay: a bird", speaker: "KH"),
    (line: "Kari:", text: "Kari:", speaker: nil),
    (line: ": Jay", text: ": Jay", speaker: nil),
  ]

  @Test(arguments: said) func aNameBeforeAColon(_ row: (line: String, text: String, speaker: String?)) throws {
    let room = try TestSession(.odd, hearing: people + ["/goto birds.seen.list", row.line])
    let answer = try #require(room.session.answers(to: "birds.seen.list").first)
    #expect(answer.cells == [row.text])
    #expect(answer.speaker == row.speaker)
  }

  @Test func whoOfTwoOfOneFirstNameSaysItIsAsked() throws {
    var room = try TestSession(
      .odd, hearing: people + ["/people add KB | Kari Bø", "/goto birds.seen.list", "kari bø: Owl"])
    #expect(throws: Refusal.people(.several("Kari", ["KH", "KB"]))) { try room.hear("Kari: Jay") }
    #expect(room.texts("birds.seen.list") == ["Owl"])
    #expect(room.session.answers(to: "birds.seen.list").map(\.speaker) == ["KB"])
  }

  @Test func aRowOfAGridGoesBeforeAName() throws {
    var room = try TestSession(
      .odd, hearing: ["/people add S | Siri", "/goto birds.grids.compass", "s: Fen", "Siri: n Lake"])
    #expect(room.session.answers(to: "birds.grids.compass").map(\.handle) == ["S1", "N1"])
    #expect(room.session.answers(to: "birds.grids.compass").map(\.speaker) == [nil, "S"])
    try room.hear("/by S")
    try room.hear("n: Moor")
    #expect(room.session.answer("N2")?.speaker == "S")
  }

  @Test func peopleAreAddedWhileCellsAreAsked() throws {
    var room = try TestSession(.odd, hearing: people + ["/goto walk.start.people", "NN"])
    let asking = try #require(room.session.asking)
    try room.hear("/people add PP | Per")
    #expect(room.session.asking == asking)
    try room.hear("Nina")
    #expect(room.session.participants.map(\.name) == ["Kari Hauge", "Ola Lie", "Nina", "Per"])
    try room.hear("/undo")
    try room.hear("/undo")
    #expect(room.session.asking == asking)
    #expect(room.session.participants.map(\.initials) == ["KH", "OL", "NN"])
    try room.hear("/redo")
    try room.hear("/redo")
    #expect(room.session.participants.map(\.name) == ["Kari Hauge", "Ola Lie", "Nina", "Per"])
    #expect(room.session.asking?.columns == ["role"])
  }

  @Test func peopleWithoutInitialsAreNotTheSame() throws {
    let room = try TestSession(
      .odd, hearing: ["/people add ~ | Kari", "/people add ~ | Ola", "/goto birds.seen.list", "x"])
    #expect(room.session.participants.map(\.name) == ["Kari", "Ola"])
    #expect(room.session.answers(to: "birds.seen.list").map(\.speaker) == [nil])
  }

  @Test func theRowBeingAskedIsDeleted() throws {
    var room = try TestSession(.odd, hearing: birds + ["/goto birds.seen.short", "Nest", "/delete 1"])
    #expect(room.session.asking == nil)
    try room.hear("/undo")
    #expect(room.session.asking?.columns == ["bird", "place"])
  }

  @Test func undoingACellAsksForItAgain() throws {
    var room = try TestSession(.odd, hearing: birds + ["/goto birds.seen.short", "Nest", "BIRD1"])
    #expect(room.session.asking?.columns == ["place"])
    try room.hear("/undo")
    #expect(room.session.asking?.columns == ["bird", "place"])
    try room.hear("/goto lunch")
    try room.hear("/redo")
    #expect(room.session.asking?.columns == ["place"])
    #expect(room.session.answers(to: "birds.seen.short").map(\.cells) == [["Nest", "BIRD1", "", ""]])
  }

  @Test func anAnswerIsNamed() throws {
    var room = try TestSession(
      .odd, hearing: birds + ["/goto birds.seen.short", "~ | ~ | lake", "/goto birds.seen.pairs", "so"])
    room = try TestSession(.odd, hearing: birds + ["/goto birds.seen.short", "~ | ~ | lake", "Nest"])
    let session = room.session
    #expect(session.name(of: "BIRD2", in: room.localization) == "BIRD2 Grey heron")
    #expect(session.name(of: "BIRD9", in: room.localization) == "BIRD9")
    #expect(session.name(of: "birds.seen.short#1", in: room.localization) == "lake")
    #expect(session.name(of: "birds.seen.short#2", in: room.localization) == "Nest")
    let empty = Answer(id: AnswerID(question: "birds.seen.short", number: 3), cells: ["", "", "", ""])
    var bare = session
    bare.apply([.answerGiven(empty)], as: EntryID(epoch: "x", number: 1), at: room.now)
    #expect(bare.name(of: empty.handle, in: room.localization) == "Short sightings 3")
    let nameless = Answer(id: AnswerID(question: "birds.seen.list", series: "BIRD", number: 9), cells: [""])
    bare.apply([.answerGiven(nameless)], as: EntryID(epoch: "x", number: 2), at: room.now)
    #expect(bare.name(of: "BIRD9", in: room.localization) == "BIRD9")
  }

  @Test func rowsOverAnswersAreNamedByHandleAndText() throws {
    let room = try TestSession(.odd, hearing: birds + ["/goto birds.grids.cross", "2 x map: to fly", "/delete BIRD2"])
    let question = try #require(room.session.method.question("birds.grids.cross"))
    guard case .grid(let grid) = question.kind else { return }
    let rows = room.session.rows(of: grid.rows, of: question, in: room.localization)
    #expect(rows.map(\.id) == ["BIRD1", "BIRD3"])
    #expect(rows.map(\.label) == ["BIRD1 Great tit", "BIRD3 Jay"])
    let place = try #require(room.session.answers(to: question.id).first?.place)
    #expect(room.session.label(of: place, in: grid, of: question, room.localization) == "BIRD2 × map and compass")
  }

  @Test func whatRefersToAnAnswer() throws {
    let room = try TestSession(
      .odd,
      hearing: birds
        + [
          "/goto birds.seen.table", "Nest | 1 | 2, 3", "/goto birds.seen.table", "Nest | 1 | BIRD2, BIRD3",
          "/goto birds.seen.short", "Egg | 2 | lake",
        ].filter { $0 != "Nest | 1 | 2, 3" })
    #expect(room.session.answers(referringTo: "BIRD1").map(\.handle) == ["SEE1"])
    #expect(room.session.answers(referringTo: "BIRD2").map(\.handle) == ["SEE1", "birds.seen.short#1"])
    #expect(room.session.answers(referringTo: "SEE1").map(\.handle) == [])
  }
}
