import Draft
import SessionFixtures
import Testing
import Workshop

@Suite("Calendars and tables for other programs")
struct CalendarAndTableTests {
  private static let lines = [
    "/run half-day", "/people add KH | Kari Hauge | leader", "/goto report.close.commitments",
    "KH | Call the printer | 2026-03-01",
  ]

  private func calendar(_ room: TestSession, _ history: CalendarHistory?) -> String {
    String(
      decoding: CalendarWriter(session: "x").text(of: room.session, in: room.localization, history: history),
      as: UTF8.self)
  }

  @Test("An entry says who does what, and in which part of the plan") func entriesSayWho() throws {
    let text = calendar(try TestSession(language: "en", hearing: CalendarAndTableTests.lines), nil)
    #expect(text.contains("SUMMARY:Call the printer (Kari Hauge)"))
    #expect(text.contains("CATEGORIES:"))
  }

  @Test("A changed entry is newer, a deleted one cancelled") func changesReachTheReader() throws {
    var room = try TestSession(language: "en", hearing: CalendarAndTableTests.lines)
    let given = try #require(room.session.answers(to: "report.close.commitments").first)
    let (first, second) = (
      Moment(millisecondsSince1970: 1_770_710_400_000), Moment(millisecondsSince1970: 1_770_796_800_000)
    )
    let told = CalendarHistory(of: [(first, [.answerGiven(given)])])
    #expect(calendar(room, told).contains("SEQUENCE:0"))
    let revised = CalendarHistory(of: [
      (first, [.answerGiven(given)]), (second, [.answerRevised(given.id, cells: given.cells, speaker: nil)]),
    ])
    let newer = calendar(room, revised)
    #expect(newer.contains("SEQUENCE:1") && newer.contains("LAST-MODIFIED:20260211T080000Z"))
    try room.hear("/delete 1")
    let gone = CalendarHistory(of: [(first, [.answerGiven(given)]), (second, [.answerDeleted(given.id)])])
    let cancelled = calendar(room, gone)
    #expect(cancelled.contains("STATUS:CANCELLED") && cancelled.contains("UID:report.close.commitments-1.date@x"))
    #expect(!calendar(room, nil).contains("Call the printer"))
  }

  struct Convertible: Sendable, CustomTestStringConvertible {
    var text: String
    var isProtected: Bool
    var testDescription: String { text }
  }

  static let texts = [
    Convertible(text: "oktober 2026", isProtected: true), Convertible(text: "3/4", isProtected: true),
    Convertible(text: "1-2", isProtected: true), Convertible(text: "03.11", isProtected: true),
    Convertible(text: "00123", isProtected: true), Convertible(text: "1e5", isProtected: true),
    Convertible(text: "mai 2026", isProtected: true), Convertible(text: "2026", isProtected: false),
    Convertible(text: "17. mai-annonser", isProtected: false), Convertible(text: "hele 2026", isProtected: false),
  ]

  @Test("Texts that a spreadsheet would turn into days stay texts", arguments: texts)
  func textsStayTexts(_ row: Convertible) throws {
    let lines = ["/run half-day", "/goto plan.resources.budget", "Film | innhold | 1000,5 | \(row.text)"]
    let room = try TestSession(language: "nb", hearing: lines)
    let question = try #require(room.session.method.question("plan.resources.budget"))
    func csv(_ isForExcel: Bool) -> String {
      String(
        decoding: CSVWriter(forExcel: isForExcel).text(of: question, in: room.session, room.localization),
        as: UTF8.self)
    }
    #expect(csv(true).contains("'" + row.text) == row.isProtected)
    #expect(csv(true).contains(";1000,5;") && csv(false).contains(",1000.5,"))
    #expect(!csv(false).contains("'" + row.text))
    #expect(csv(false).hasPrefix("Nr,"))
  }
}
