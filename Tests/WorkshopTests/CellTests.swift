import SessionFixtures
import Testing
import Workshop

/// What is typed into one column of the odd table, and the cell that is stored or what is wrong.
struct Cell: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let language: LanguageCode
  let column: ColumnID
  let typed: String
  let then: Result<String, CellFault>
  /// The part that is wrong.
  let wrong: String

  init(_ column: ColumnID, _ typed: String, in language: LanguageCode = "en", _ stored: String) {
    testDescription = "\(column) “\(typed)” in \(language)"
    (self.language, self.column, self.typed, then) = (language, column, typed, .success(stored))
    wrong = typed
  }

  init(_ column: ColumnID, _ typed: String, in language: LanguageCode = "en", wrong: String? = nil, fault: CellFault) {
    testDescription = "\(column) “\(typed)” in \(language) is refused"
    self.wrong = wrong ?? typed
    (self.language, self.column, self.typed, then) = (language, column, typed, .failure(fault))
  }
}

@Suite("Every type of column")
struct CellTests {
  static let known: [Handle] = ["BIRD1", "BIRD2", "BIRD3"]

  static let cells = [
    Cell("what", "  a  b ", "a  b"),
    Cell("what", "A nest of twenty letters", fault: .tooLong(length: 24, limit: 20)),
    Cell("what", "~", ""),
    Cell("bird", "bird2", "BIRD2"),
    Cell("bird", "2", "BIRD2"),
    Cell("bird", "grey", "BIRD2"),
    Cell("bird", "gr", fault: .unknownHandle(series: ["BIRD"], existing: known)),
    Cell("bird", "BIRD4", fault: .unknownHandle(series: ["BIRD"], existing: known)),
    Cell("bird", "SEE1", fault: .unknownHandle(series: ["BIRD"], existing: known)),
    Cell("bird", "BIRD1, BIRD2", fault: .onlyOne),
    Cell("others", "BIRD1,BIRD3", "BIRD1, BIRD3"),
    Cell("others", "BIRD1, bird1", "BIRD1"),
    Cell("others", "1", fault: .unknownHandle(series: ["BIRD", "SEE"], existing: known)),
    Cell("tags", "a; b ;", "a; b"),
    Cell("tags", "a;b;c;d", fault: .wrongNumberOfTexts(found: 4, expected: 1...3)),
    Cell("tags", ";", fault: .wrongNumberOfTexts(found: 0, expected: 1...3)),
    Cell("weight", "-4.30", "-4.30"),
    Cell("weight", "4,3", in: "nb", "4.3"),
    Cell("weight", "4,3", fault: .notANumber),
    Cell("weight", "four", fault: .notANumber),
    Cell("eggs", "1,080", "1080"),
    Cell("eggs", "1 080", in: "nb", "1080"),
    Cell("eggs", "1.5", fault: .notWhole),
    Cell("share", "12.5 %", "12.5"),
    Cell("share", "12,5%", in: "nb", "12.5"),
    Cell("share", "%", fault: .notANumber),
    Cell("share", "100", "100"),
    Cell("share", "160", fault: .outOfRange(0...100)),
    Cell("share", "-1", fault: .outOfRange(0...100)),
    Cell("price", "120 000 kr", in: "nb", "120000"),
    Cell("price", "kr 1.080,50", in: "nb", "1080.50"),
    Cell("price", "kr. 99", in: "nb", "99"),
    Cell("price", "1 080,-", in: "nb", "1080"),
    Cell("price", "€120,000", "120000"),
    Cell("price", "12 EUR", "12"),
    Cell("price", "2 mill", in: "nb", "2000000"),
    Cell("price", "5k", "5000"),
    Cell("price", "5 kilo", fault: .notANumber),
    Cell("price", "5k 2k", fault: .notANumber),
    Cell("hour", "23", "23"),
    Cell("hour", "23.5", fault: .outOfRange(0...23)),
    Cell("hour", "-1", fault: .outOfRange(0...23)),
    Cell("day", "2026-12-31", "2026-12-31"),
    Cell("day", "31.12.2026", in: "nb", "2026-12-31"),
    Cell("day", "31. desember 2026", in: "nb", "2026-12-31"),
    Cell("day", "2026-02-30", fault: .notADay),
    Cell("length", "90 minutes", "90min"),
    Cell("length", "2 timer", in: "nb", "2h"),
    Cell("length", "1.5 h", fault: .notADuration),
    Cell("who", "kh", "KH"),
    Cell("who", "Ola", "OL"),
    Cell("who", "kari hauge", "KH"),
    Cell("who", "Nina", fault: .unknownPerson(known: ["KH", "OL"])),
    Cell("crew", "KH, Ola, kari", "KH, OL"),
    Cell("crew", "KH, Nina", wrong: "Nina", fault: .unknownPerson(known: ["KH", "OL"])),
    Cell("sex", "h", "hen"),
    Cell("sex", "h", in: "nb", fault: .ambiguousOption(["hen", "cock"], .own(["hen", "cock"]))),
    Cell("sex", "hu", in: "nb", "hen"),
    Cell("sex", "cock", in: "nb", "cock"),
    Cell("gear", "map, 1", "map, boots"),
    Cell("gear", "ki, kart", in: "nb", "binoculars, map"),
    Cell("where", "pine wood", "pine-wood"),
    Cell("where", "furuskog", in: "nb", "pine-wood"),
    Cell("where", "3", "moor"),
    Cell("where", "a garden", "a garden"),
    Cell("where", "la", "la"),
    Cell("sure", "YES", "yes"),
    Cell("sure", "nei", in: "nb", "no"),
    Cell("sure", "j", in: "nb", "yes"),
    Cell("sure", "no", in: "nb", "no"),
    Cell("sure", "maybe", fault: .notYesOrNo),
    Cell("joy", "5", "5"),
    Cell("joy", "6", fault: .outOfRange(1...5)),
    Cell("joy", "4.5", fault: .notWhole),
  ]

  @Test(arguments: cells) func aCellIsRead(_ cell: Cell) throws {
    var room = try TestSession(.odd, language: cell.language, run: "long", hearing: people + birds)
    let question: QuestionID = "birds.seen.table"
    let columns = try #require(room.session.method.question(question)).columns
    let place = try #require(columns.firstIndex { $0.id == cell.column })
    // Whatever else the row needs is left open.
    let typed = columns.indices.map { $0 == place ? cell.typed : $0 == (place == 0 ? 9 : 0) ? "2026-01-01" : "~" }
    try room.hear("/goto \(question)")
    let line = typed.joined(separator: " | ")
    switch cell.then {
    case .success(let stored):
      try room.hear(line)
      #expect(room.session.answers(to: question).first?.cell(at: place) == stored)
    case .failure(let fault):
      let refusal = Refusal.cell(cell.column, question: question, typed: cell.wrong, fault: fault)
      #expect(throws: refusal) { try room.hear(line) }
    }
  }

  @Test("What is shown can be typed again, and gives the same cells", arguments: ["en", "nb"] as [LanguageCode])
  func shownCellsCanBeTyped(_ language: LanguageCode) throws {
    var room = try TestSession(
      .odd, run: "long",
      hearing: people + birds + [
        "/goto birds.seen.table",
        "Nest | 1 | BIRD1, BIRD2 | a; b | -4.3 | 1080 | 12.5 | 99000 | 7 | 2026-03-01 | 4h | KH | KH, OL | hen | 1, 2"
          + " | moor | yes | 4",
        "Two \\| bars | 2 | ~ | ~ | 1200000.25",
        "Egg | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | my garden",
        "/goto birds.seen.pairs", "so | a \\| b \\\\| c",
        "/goto birds.seen.words", "a | b \\| c", "/goto birds.grids.compass", "n a \\| b; c | 3",
        "/goto birds.grids.cross", "1 x 1: wade | why", "/goto birds.grids.homes", "lake: a | b",
        "/goto birds.votes.dots", "1 4 - good | bad", "/goto birds.votes.mood", "4.5 - good | bad",
      ])
    #expect(room.cells("SEE2")?.first == "Two | bars")
    #expect(room.session.answers(to: "birds.seen.pairs")[0].cells[1] == "a | b \\| c")
    try room.hear("/language \(language)")
    let before = room.session.method.questions.flatMap { room.session.answers(to: $0.id) }
    for answer in before where answer.id.question != "walk.start.run" && answer.id.question != "walk.start.language" {
      try room.hear("/edit \(answer.handle) \(room.session.typed(answer, in: room.localization))")
      #expect(room.session.answer(answer.id)?.cells == answer.cells)
    }
  }
}
