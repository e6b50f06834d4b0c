import FacilitationFixtures
import Method
import Testing
import Text
import Workshop

@testable import Facilitation

/// What the room sees fits the window, for every question, in every language, with a whole workshop behind it.
struct ScreenTests {
  @Test(arguments: [WindowSize(columns: 60, rows: 16), WindowSize(columns: 80, rows: 24)], Library.languages)
  func everyQuestionFits(_ size: WindowSize, _ code: LanguageCode) throws {
    let rooms = try Rooms()
    var room = try rooms.open("bakery")
    for line in try scriptLines("bergen-bakery-core.nb.plenum").dropLast() { _ = try room.hear(line) }
    _ = try room.hear("/language \(code)")
    for question in room.session.walk {
      _ = try room.hear("/goto \(question.id)")
      let view = QuestionView(session: room.session, localization: room.localization, size: size)
      let lines = view.lines(note: "✓ a note")
      let rows = lines.flatMap { $0.wrapped(to: size.columns) }
      #expect(rows.count < size.rows, "\(question.id): \(rows.map(\.plainText))")
      // What is asked is never what is left out.
      let asked = room.localization.texts.questions[question.id]?.ask ?? ""
      #expect(lines.contains { $0.plainText == asked }, "\(question.id)")
      #expect(rows.last?.plainText == "✓ a note")
      if room.session.isAnswered(question.id), size.rows >= 24 {
        let last = try #require(room.session.answers(to: question.id).last)
        let said = room.session.shownShort(last, in: room.localization).prefix(12)
        #expect(rows.contains { $0.plainText.contains(said) }, "\(question.id): \(said)")
      }
    }
  }

  @Test func theHeaderSaysWhereWeAre() throws {
    let rooms = try Rooms()
    let room = try rooms.open("x")
    let size = WindowSize(columns: 60, rows: 16)
    let lines = QuestionView(session: room.session, localization: room.localization, size: size).lines(note: nil)
    #expect(lines[0].plainText == "Plenum · Test                            Kjerneløp · 1 av 27")
    #expect(lines[2].plainText == "Rammer og mål › Økt")
  }

  @Test func aLongTitleLeavesThePlaceVisible() throws {
    let rooms = try Rooms()
    var room = try rooms.open("x")
    try room.open(titled: String(repeating: "Veldig lang tittel ", count: 9))
    let size = WindowSize(columns: 60, rows: 16)
    let header = QuestionView(session: room.session, localization: room.localization, size: size).lines(note: nil)[0]
    #expect(header.width == 60)
    #expect(header.plainText.hasSuffix("Kjerneløp · 1 av 27"))
    #expect(header.plainText.contains("…"))
  }

  /// A line, where the cursor is at its end, and the choices that are offered first.
  struct Offer: Sendable, CustomTestStringConvertible {
    var at: String
    var line: String
    var offers: [String]
    var testDescription: String { "\(at): \(line)" }
  }

  @Test(arguments: [
    Offer(at: "frame.scope.level", line: "me", offers: ["merkevare"]),
    Offer(at: "frame.scope.level", line: "/god", offers: ["/godta "]),
    Offer(at: "frame.scope.level", line: "/sladd PARK", offers: ["PARK1 "]),
    Offer(at: "frame.scope.level", line: "/sladd DEC", offers: []),
    Offer(at: "frame.scope.level", line: "/lukk ", offers: ["PARK1 "]),
    Offer(at: "frame.scope.level", line: "/got", offers: ["/goto "]),
    Offer(at: "frame.scope.level", line: "/ang", offers: ["/angre "]),
    Offer(at: "frame.scope.level", line: "/av K", offers: ["KH"]),
    Offer(at: "frame.scope.level", line: "/gå swo", offers: ["SWOT"]),
    Offer(at: "frame.scope.level", line: "/språk ", offers: ["en", "nb"]),
    Offer(at: "direction.mission.purpose", line: "selge direkte, rek", offers: ["rekruttere"]),
    Offer(at: "post.people.needs", line: "", offers: ["AUD1", "AUD2"]),
    Offer(at: "post.people.needs", line: "stud", offers: ["AUD2"]),
    Offer(at: "post.people.audiences", line: "Alle | unge | Facebook, Insta", offers: ["Instagram"]),
    Offer(at: "kpi.select.sheet", line: "OBJ1 | Klikk | tra", offers: ["trafikk"]),
    Offer(at: "kpi.select.sheet", line: "OBJ1 | konv", offers: ["Konverteringsrate"]),
    Offer(at: "situation.internal.offering", line: "Brød", offers: []),
  ]) func tabOffers(_ row: Offer) throws {
    let rooms = try Rooms()
    var room = try rooms.open("bakery")
    for line in try scriptLines("bergen-bakery-core.nb.plenum").dropLast() { _ = try room.hear(line) }
    for line in ["/park Lokalet", "/decide Ja", "/redact DEC1", "/goto \(row.at)"] { _ = try room.hear(line) }
    let completions = Completions(session: room.session, localization: room.localization)
      .completions(of: row.line, at: row.line.count)
    #expect(Array(completions.map(\.text).prefix(row.offers.count)) == row.offers)
    #expect(!row.offers.isEmpty || completions.isEmpty)
    for completion in completions { #expect(completion.replaces.upperBound == row.line.count) }
  }
}
