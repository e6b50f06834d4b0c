import FacilitationFixtures
import Testing
import Text
import Workshop

@testable import Facilitation

/// What `/show` makes of answers that have a shape.
@Suite("Shapes of answers")
struct ShapeTests {
  private func room() throws -> Interpreter {
    var room = try Rooms().open("shapes")
    for line in try scriptLines("bergen-bakery.nb.plenum") { _ = try room.hear(line) }
    return room
  }

  private func lines(_ room: Interpreter, _ question: QuestionID, columns: Int) throws -> [StyledText] {
    try LookView(session: room.session, localization: room.localization, columns: columns, now: room.clock.now())
      .lines(.show(question.rawValue))
  }

  @Test(
    "They fit, and hold every answer", arguments: [60, 80, 120],
    [
      "situation.swot.grid", "situation.tows.strategies", "post.match.grid", "organise.flower.petals",
      "post.people.medium-purpose", "post.strategy.formats",
    ] as [QuestionID])
  func shapesFit(_ columns: Int, _ question: QuestionID) throws {
    let room = try room()
    let lines = try lines(room, question, columns: columns)
    #expect(lines.allSatisfy { $0.width <= columns }, "\(lines.map(\.plainText))")
    let text = lines.map(\.plainText).joined(separator: " ")
    for answer in room.session.answers(to: question) {
      let word =
        room.session.shownShort(answer, in: room.localization).split(separator: " ").first.map(String.init) ?? ""
      #expect(text.contains(word.prefix(8)), "\(answer.handle): \(word)")
    }
  }

  @Test func theySayWhatTheyAre() throws {
    let room = try room()
    let cross = try lines(room, "situation.tows.strategies", columns: 80).map(\.plainText)
    #expect(cross.contains { $0.contains("─┼─") } && cross[1].contains("SO") && cross[1].contains("WO"))
    let flower = try lines(room, "organise.flower.petals", columns: 80).map(\.plainText)
    #expect(flower.contains { $0.contains("♥ MB samordner") })
    #expect(flower.contains { $0.contains("❀ ledelse – retning og eksempel, IA") })
    let matrix = try lines(room, "post.match.grid", columns: 80).map(\.plainText)
    #expect(matrix[1].contains("GOAL1") && matrix.contains { $0.contains("·") })
  }

  @Test func scalesAreDots() throws {
    var room = try Rooms().open("comb", language: "en", run: "full")
    _ = try room.hear("/goto organise.internal.honeycomb")
    let row = try #require(room.localization.texts.questions["organise.internal.honeycomb"]?.rows["conversation"])
    _ = try room.hear("\(row): 2 | 4 | a channel for questions")
    let text = try lines(room, "organise.internal.honeycomb", columns: 60).map(\.plainText).joined(separator: "\n")
    #expect(text.contains("2 ●●○○○ → 4 ●●●●○"))
    #expect(text.contains("a channel for questions"))
  }
}
