import SessionFixtures
import Testing

@testable import Workshop

/// A row with a cell for each thing that the short run asks.
private let row = birds + ["/goto birds.seen.short", "Nest | BIRD1 | lake", "Egg | BIRD2 | moor"]

@Suite("Rows of many cells")
struct RowTests {
  static let heard = [
    Heard(
      "one cell by its label", at: "birds.seen.short", given: row, when: ["/edit 1 place moor"],
      then: [["Nest", "BIRD1", "", "moor"], ["Egg", "BIRD2", "", "moor"]]),
    Heard(
      "one cell by the beginning of its label, from anywhere", at: "birds.seen.short",
      given: row + ["/goto birds.seen.table", "Nest | BIRD1"],
      when: ["/edit SEE1 wei 4", "/goto birds.seen.short"],
      then: [["Nest", "BIRD1", "", "lake"], ["Egg", "BIRD2", "", "moor"]]),
    Heard(
      "a colon behind the label", at: "birds.seen.short", given: row, when: ["/edit 2 Mood: glad and calm"],
      then: [["Nest", "BIRD1", "", "lake"], ["Egg", "BIRD2", "glad and calm", "moor"]]),
    Heard(
      "a cell is emptied", at: "birds.seen.short", given: row + ["/edit 1 mood glad"], when: ["/edit 1 mood ~"],
      then: [["Nest", "BIRD1", "", "lake"], ["Egg", "BIRD2", "", "moor"]]),
    Heard(
      "an empty cell of a whole row keeps what is there, ~ empties it", at: "birds.seen.short", given: row,
      when: ["/edit 1 | BIRD3 |", "/edit 2 Eggs | | ~"],
      then: [["Nest", "BIRD3", "", "lake"], ["Eggs", "BIRD2", "", ""]]),
    Heard(
      "two letters are the beginning of a text", at: "birds.seen.short", given: row, when: ["/edit 1 Pl of it"],
      then: [["Pl of it", "BIRD1", "", "lake"], ["Egg", "BIRD2", "", "moor"]]),
    Heard(
      "the cells one by one, Enter keeps", at: "birds.seen.short", given: row, when: ["/edit 1", "", "BIRD3", ""],
      then: [["Nest", "BIRD3", "", "lake"], ["Egg", "BIRD2", "", "moor"]]),
    Heard(
      "the cells one by one, two at once", at: "birds.seen.short", given: row,
      when: ["/edit 2", "Eggs | BIRD1", "lake"],
      then: [["Nest", "BIRD1", "", "lake"], ["Eggs", "BIRD1", "", "lake"]]),
    Heard(
      "one cell is asked for", at: "birds.seen.short", given: row, when: ["/edit 2 place", "lake"],
      then: [["Nest", "BIRD1", "", "lake"], ["Egg", "BIRD2", "", "lake"]]),
    Heard(
      "several are deleted", at: "walk.plan.notes", given: ["/run long", "/goto walk.plan.notes", "a", "b", "c"],
      when: ["/delete 1 3"], then: [["b"]]),
    Heard(
      "a range is deleted", at: "walk.plan.notes", given: ["/run long", "/goto walk.plan.notes", "a", "b", "c"],
      when: ["/delete 2-3"], then: [["a"]]),
    Heard(
      "numbers are those on the screen", at: "walk.plan.notes",
      given: ["/run long", "/goto walk.plan.notes", "a", "b", "c", "/delete 1"], when: ["/edit 1 B", "/edit 2 C"],
      then: [["B"], ["C"]]),
    Heard(
      "open cells are asked in one pass", at: "birds.seen.short",
      given: birds + ["/goto birds.seen.short", "Nest", "~", "~", "Egg | BIRD2 | ~"],
      when: ["/gaps", "BIRD3", "", "lake"], then: [["Nest", "BIRD3", "", ""], ["Egg", "BIRD2", "", "lake"]]),
  ]

  @Test(arguments: heard) func what(_ row: Heard) throws { try row.check(.odd) }

  static let refused = [
    Refused(
      "a cell that does not fit its column", given: row, when: "/edit 1 place sea",
      then: .cell(
        "place", question: "birds.seen.short", typed: "sea", fault: .notAnOption(.list("habitat"), nearest: []))),
    Refused(
      "one of several is not there", given: row, when: "/delete 1 9",
      then: .unknownAnswer("9", question: "birds.seen.short", numbers: [1, 2])),
    Refused("a range backwards", given: row, when: "/delete 4-2", then: .numberOutOfRange("4-2", 1...1000)),
  ]

  @Test(arguments: refused) func whatNot(_ row: Refused) throws { try row.check(.odd) }

  /// A redacted row is no row any more.
  @Test func aRedactedRowIsNoRow() throws {
    var room = try TestSession(hearing: ["/people add A | Ann", "/people add B | Bo"] + offers)
    try room.hear("/redact 2 yes")
    try room.hear("/vote")
    #expect(room.session.openVote?.items.count == 2)
    #expect(room.session.number(of: "situation.internal.offering#3") == 2)
    #expect(room.session.readableAnswers(to: "situation.internal.offering").count == 2)
  }

  static let offers = ["/goto situation.internal.offering", "Bread", "Buns", "Coffee"]
  private var offers: [String] { RowTests.offers }

  /// All the texts that a question offers, those from a number to another, and none that stands there already.
  @Test func suggestionsAreTakenTogether() throws {
    let question: QuestionID = "post.objectives.smart"
    var room = try TestSession(run: "full", hearing: ["/goto \(question)", "/suggest 1-2"])
    #expect(room.session.answers(to: question).count == 2)
    #expect(room.session.asking == nil)
    try room.hear("/suggest 1-3")
    #expect(room.session.answers(to: question).count == 3)
    #expect(try room.hear("/suggest 1 3").isEmpty)
    try room.hear("/undo")
    #expect(room.session.answers(to: question).count == 2)
    #expect(throws: Refusal.unknownSuggestion("99", count: 7)) { try room.hear("/suggest 99, 1") }
  }

  /// What says the same as another answer is known by it, whatever the case and the spaces.
  @Test func theSameTwiceIsKnown() throws {
    let room = try TestSession(hearing: RowTests.offers)
    let said = { (text: String) in
      Answer(id: AnswerID(question: "situation.internal.offering", number: 9), cells: [text])
    }
    #expect(room.session.double(of: said("  BUNS "))?.id.number == 2)
    #expect(room.session.double(of: said("Bun")) == nil)
    #expect(room.session.double(of: said("")) == nil)
  }

  /// Open cells are gone through from question to question; whoever walks on by themselves is asked no more.
  @Test func gapsAreWalkedFromQuestionToQuestion() throws {
    var room = try TestSession(
      .odd,
      hearing: birds + [
        "/goto birds.seen.short", "Nest | BIRD1 | ~", "/goto birds.grids.compass", "n: high | ~", "/gaps",
      ])
    #expect(room.session.position == "birds.seen.short")
    #expect(room.session.asking?.columns == ["place"])
    try room.hear("")
    #expect(room.session.position == "birds.grids.compass")
    #expect(room.session.asking?.columns == ["weight"])
    try room.hear("3")
    #expect(room.session.asking == nil && !room.session.progress.walksGaps)
    try room.hear("/gaps")
    #expect(room.session.position == "birds.seen.short")
    try room.hear("/next")
    #expect(!room.session.progress.walksGaps && room.session.asking == nil)
  }
}
