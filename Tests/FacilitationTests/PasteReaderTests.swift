import FacilitationFixtures
import Testing
import Text
import Workshop

@testable import Facilitation

/// What a pasted text becomes at the question it is pasted at.
@Suite("A pasted text")
struct PasteReaderTests {
  struct PastedText: Sendable, CustomTestStringConvertible {
    var name: String
    var question = "situation.internal.history"
    var text: String
    var rows: [String]
    var hasHeading = false
    var testDescription: String { name }
  }

  static let texts: [PastedText] = [
    PastedText(
      name: "a line is a row, a tab parts its cells", text: "Advent\t2025\tFacebook\nSummer\t2024\tInstagram\n",
      rows: ["Advent | 2025 | Facebook", "Summer | 2024 | Instagram"]),
    PastedText(
      name: "bars part cells as well", text: "Advent | 2025\nSummer | 2024", rows: ["Advent | 2025", "Summer | 2024"]),
    PastedText(
      name: "a bar within a cell of a sheet belongs to it", text: "A|B\t2025\nC\t2024",
      rows: ["A\\|B | 2025", "C | 2024"]),
    PastedText(
      name: "a quoted cell goes on behind its line", text: "\"Advent\ncalendar\"\t2025\nSummer\t2024",
      rows: ["Advent calendar | 2025", "Summer | 2024"]),
    PastedText(
      name: "columns stand where the heading says",
      text: "Activity\tChannel*\tWhen\nAdvent\tFacebook\t2025\nSummer\t\t2024",
      rows: ["Activity | When | Channel*", "Advent | 2025 | Facebook", "Summer | 2024"], hasHeading: true),
    PastedText(
      name: "a heading with bars", text: "Channel | Activity\nFacebook | Advent",
      rows: ["Activity |  | Channel", "Advent |  | Facebook"],
      hasHeading: true),
    PastedText(
      name: "a first row that names one column is a row", text: "Activity\tyes\nAdvent\t2025",
      rows: ["Activity | yes", "Advent | 2025"]),
    PastedText(
      name: "a column twice is no heading", text: "Activity\tActivity\nAdvent\t2025",
      rows: ["Activity | Activity", "Advent | 2025"]),
    PastedText(
      name: "bullets and boxes go", question: "situation.internal.offering",
      text: "- Bread\n* Buns\n• Cakes\n– Coffee\n☐ Tea\n◦ Milk\n▪ Soup\n·  Salad\n- [ ] Jam\n",
      rows: ["Bread", "Buns", "Cakes", "Coffee", "Tea", "Milk", "Soup", "Salad", "Jam"]),
    PastedText(
      name: "numbers that count up go", question: "situation.internal.offering", text: "1. Bread\n2. Buns\n3. Cakes",
      rows: ["Bread", "Buns", "Cakes"]),
    PastedText(
      name: "letters that count up go", question: "situation.internal.offering", text: "a) Bread\nb) Buns",
      rows: ["Bread", "Buns"]),
    PastedText(
      name: "numbers that do not count up stay", question: "situation.internal.offering", text: "3. mars\n8. mai",
      rows: ["3. mars", "8. mai"]),
    PastedText(
      name: "a minus is no bullet", question: "situation.internal.offering", text: "-5 degrees\n-7 degrees",
      rows: ["-5 degrees", "-7 degrees"]),
    PastedText(
      name: "a bullet and a tab", question: "situation.internal.offering", text: "•\tBread\n•\tBuns",
      rows: ["Bread", "Buns"]),
    PastedText(
      name: "numbers and tabs, as word processors copy them", question: "situation.internal.offering",
      text: "1.\tBread\n2.\tBuns\n", rows: ["Bread", "Buns"]),
    PastedText(
      name: "numbers and tabs before the cells of a table", text: "1.\tAdvent\t2025\n2.\tSummer\t2024\n",
      rows: ["Advent | 2025", "Summer | 2024"]),
    PastedText(
      name: "an empty first cell stays one", text: "Advent\t2025\n\t2024\n", rows: ["Advent | 2025", " | 2024"]),
    PastedText(
      name: "empty lines are no rows", question: "situation.internal.offering", text: "\n\nBread\n \n\nBuns\n\n",
      rows: ["Bread", "Buns"]),
    PastedText(
      name: "what nobody sees", question: "situation.internal.offering",
      text: "\u{FEFF}Bread\u{200B}\n\u{200B}\nBu\u{AD}ns",
      rows: ["Bread", "Buns"]),
    PastedText(name: "one line", question: "situation.internal.offering", text: "Bread\n", rows: ["Bread"]),
    PastedText(
      name: "a place of a grid and what stands there", question: "situation.swot.grid", text: "S\tBread\nW\tBuns",
      rows: ["S | Bread", "W | Buns"]),
  ]

  private func reader(_ question: String) throws -> PasteReader {
    var room = try Rooms().remembering(language: "en", run: "full")
    _ = try room.hear("/goto \(question)")
    return PasteReader(session: room.session, localization: room.localization)
  }

  @Test("is understood row by row", arguments: texts)
  func understood(_ row: PastedText) throws {
    let reading = try reader(row.question).read(row.text)
    #expect(reading.rows == row.rows)
    #expect(reading.hasHeading == row.hasHeading)
    #expect(reading.preview.isEmpty == (row.rows.count < 2))
  }

  @Test("is shown as a small table before anything is added")
  func preview() throws {
    let lines = (1...6).map { "Campaign \($0)\t202\($0)" }.joined(separator: "\n")
    let preview = try reader("situation.internal.history").read(lines).preview.map(\.plainText)
    #expect(
      preview == [
        "  6 rows, 2 cells each", "  Activity    When", "  Campaign 1  2021", "  Campaign 2  2022",
        "  Campaign 3  2023",
        "  ⋮ 2 more", "  Campaign 6  2026",
      ])
  }

  @Test("says beforehand what will not fit")
  func limits() throws {
    let question = try reader("situation.internal.offering")
    let many = (1...99).map { "Thing \($0)" }.joined(separator: "\n")
    #expect(question.read(many).preview.last?.plainText.contains("Room for") == true)
    let long = "short\n" + String(repeating: "long ", count: 200)
    #expect(question.read(long).preview.last?.plainText.hasPrefix("  Row 2 has 999 characters") == true)
  }
}
