import FacilitationFixtures
import LineEditor
import Method
import Testing
import Text
import Workshop

@testable import Facilitation
@testable import plenum

/// The time left for a question, as it is shown and as it is said.
struct TimeboxTests {
  /// Minutes given, seconds gone, and what the room sees and hears.
  struct Row: Sendable, CustomTestStringConvertible {
    var minutes: Int
    var gone: Int
    var shows: String
    var says: String?
    var testDescription: String { "\(gone) s of \(minutes) min" }
  }

  @Test(arguments: [
    Row(minutes: 20, gone: 0, shows: "20:00"),
    Row(minutes: 20, gone: 600, shows: "10:00", says: "Half the time is left."),
    Row(minutes: 20, gone: 899, shows: "05:01", says: "Half the time is left."),
    Row(minutes: 20, gone: 900, shows: "05:00 left", says: "5 minutes left."),
    Row(minutes: 20, gone: 1140, shows: "! 01:00 left", says: "1 minute left."),
    Row(minutes: 20, gone: 1200, shows: "00:00 over", says: "Time is up for this question."),
    Row(minutes: 20, gone: 1275, shows: "01:15 over", says: "Time is up for this question."),
    Row(minutes: 8, gone: 180, shows: "05:00 left", says: "5 minutes left."),
    Row(minutes: 8, gone: 240, shows: "04:00 left", says: "Half the time is left."),
    Row(minutes: 4, gone: 0, shows: "04:00"),
    Row(minutes: 4, gone: 120, shows: "02:00", says: "Half the time is left."),
    Row(minutes: 1, gone: 8, shows: "00:52 left"),
  ]) func theClock(_ row: Row) throws {
    let timebox = try #require(Timebox(seconds: row.minutes * 60, language: try Library.language("en")))
    let start = Duration.seconds(1000)
    #expect(timebox.rightPrompt.content(start).text.plainText.contains(":00"))
    let content = timebox.rightPrompt.content(start + .seconds(row.gone))
    #expect(content.text.plainText == row.shows)
    #expect(content.announcement?.plainText == row.says)
    // It changes within a second, and not before it has to.
    #expect(content.changes == start + .seconds(row.gone + 1))
  }

  @Test func preparationHasNoClock() throws {
    #expect(Timebox(seconds: 0, language: try Library.language("en")) == nil)
    #expect(Timebox(seconds: nil, language: try Library.language("en")) == nil)
  }
}
