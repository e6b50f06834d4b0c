import Analytics
import FacilitationFixtures
import Journal
import Method
import Testing
import Text
import Workshop

@testable import Facilitation

/// Figures that are taken from files, one after another.
struct ImportTests {
  private static let kpis = [
    "/people add KH | Kari Hauge", "/goto post.objectives.smart", "More people", "/goto kpi.select.sheet",
    "OBJ1 | Impressions | reach | impressions | 100 | 2025-12-31 | 800 | 2027-08-29 | count them | own | monthly | KH",
    "OBJ1 | Reach | reach | accounts | 100 | 2025-12-31 | 800 | 2027-08-29 | count them | own | monthly | KH",
  ]

  /// A day a row, the numbers from 1 on.
  private static func csv(_ header: String, days: ClosedRange<Int>) -> String {
    "Date,\(header)\n" + days.map { "2026-01-\($0 < 10 ? "0" : "")\($0),\($0),\($0 * 2)\n" }.joined()
  }

  private static let files = [
    "all.csv": csv("Impressions,Reach", days: 1...31), "part of it.csv": csv("Impressions,Reach", days: 1...20),
    "unknown.csv": csv("Alpha,Beta", days: 1...31), "empty.csv": "", "page.xls": "<html><body>x</body></html>",
  ]

  /// A room on 10 February 2026, where January is what was measured last.
  private static func room(_ language: LanguageCode = "en") throws -> Interpreter {
    var room = try Rooms().remembering(language: language, run: "half-day")
    room.reads = { path in files[path].map { Array($0.utf8) } }
    for line in kpis { try room.interpret(.typed(line)) }
    return room
  }

  @Test func enterTakesWhatIsProposed() throws {
    var room = try ImportTests.room()
    let opened = try room.interpret(.typed("/measure from all.csv")).texts.joined(separator: "\n")
    #expect(opened.contains("KPI1"))
    #expect(opened.contains("496"), "1 + … + 31: \(opened)")
    #expect(opened.contains("KPI2"), "why there is no reach is said at once")
    #expect(room.session.measures.all.isEmpty, "nothing is decided yet")
    try room.interpret(.typed(""))
    let value = try #require(room.session.measures.all.first)
    #expect(value.kpi.handle == "KPI1" && value.finding.number == "496" && !value.finding.isIncomplete)
    #expect(value.finding.period.first.description == "2026-01-01" && value.day.description == "2026-01-31")
    #expect(value.finding.source.contains("all.csv"))
    #expect(room.importing == nil)
    try room.interpret(.typed("/undo"))
    #expect(room.session.measures.all.isEmpty)
  }

  @Test func nLeavesItAndALineThatIsNoChoiceIsTurnedDown() throws {
    var room = try ImportTests.room()
    try room.interpret(.typed("/measure from all.csv 2026-01"))
    #expect(throws: LineError.self) { try room.interpret(.typed("99")) }
    #expect(room.importing != nil, "what is asked is still asked")
    try room.interpret(.typed("n"))
    #expect(room.session.measures.all.isEmpty && room.importing == nil)
  }

  @Test func aColumnThatLeadsToNoNumberChangesNothing() throws {
    var room = try ImportTests.room()
    try room.interpret(.typed("/measure from all.csv"))
    let before = room.importing?.outcome?.outcome
    #expect(throws: LineError.self) { try room.interpret(.typed("reach")) }
    #expect(room.importing?.outcome?.outcome == before)
    try room.interpret(.typed("yes"))
    #expect(room.session.measures.all.map(\.finding.number) == ["496"])
  }

  @Test func aPeriodThatIsPartlyCoveredIsIncomplete() throws {
    var room = try ImportTests.room()
    try room.interpret(.typed("/measure from part of it.csv January 2026"))
    try room.interpret(.typed(""))
    #expect(room.session.measures.all.first?.finding.isIncomplete == true)
  }

  @Test func aColumnIsAskedForAndRemembered() throws {
    var room = try ImportTests.room()
    try room.interpret(.typed("/measure from unknown.csv"))
    guard case .question(.whichColumn)? = room.importing?.outcome?.outcome else {
      Issue.record("\(String(describing: room.importing?.outcome))")
      return
    }
    try room.interpret(.typed("1"))
    while case .question? = room.importing?.outcome?.outcome, room.importing?.left.first == "KPI1" {
      try room.interpret(.typed("1"))
    }
    try room.interpret(.typed(""))
    #expect(room.session.measures.all.map(\.finding.number) == ["496"])
    #expect(room.session.measures.mappings.map(\.kpi) == ["KPI1"])
    try room.interpret(.typed("/map"))
    try room.interpret(.typed("/measure from unknown.csv"))
    guard case .proposal? = room.importing?.outcome?.outcome else {
      Issue.record("the same headers are not asked about again")
      return
    }
  }

  @Test func whatLiesBeforeTheBaselineOrAheadIsTurnedDown() throws {
    var room = try ImportTests.room()
    #expect(throws: LineError.self) { try room.interpret(.typed("/measure from all.csv 2026-03")) }
    for kpi in ["KPI1", "KPI2"] { try room.interpret(.typed("/edit \(kpi) ~ | ~ | ~ | ~ | ~ | 2026-02-01")) }
    // Its lines may be parted anywhere.
    let said = try room.interpret(.typed("/measure from all.csv")).texts.joined(separator: "\n")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("/edit KPI1") && room.importing == nil, "\(said)")
  }

  @Test func whatLeadsElsewhereEndsIt() throws {
    var room = try ImportTests.room()
    try room.interpret(.typed("/measure from all.csv"))
    try room.interpret(.typed("/goto 1"))
    #expect(room.importing == nil)
  }

  @Test func whatWasTakenIsThereAgainFromTheDiskAndFromTheScript() throws {
    let rooms = try Rooms()
    var room = try rooms.open("it", language: "en", run: "half-day")
    room.reads = { path in ImportTests.files[path].map { Array($0.utf8) } }
    for line in ImportTests.kpis + ["/measure from all.csv", "y", "/measure from unknown.csv 2026-01", "Alpha", "1"] {
      try room.interpret(.typed(line))
    }
    try room.interpret(.typed(""))
    let measures = room.session.measures
    #expect(measures.all.count == 2 && measures.mappings.count == 2)
    try room.close()
    #expect(try rooms.read("it").measures == measures)
    #expect(try rooms.replay(try rooms.script("it"), as: "again").session.measures == measures)
  }

  @Test func nothingIsTakenOffTheRecordOrDuringAVote() throws {
    var room = try ImportTests.room()
    try room.interpret(.typed("/measure from all.csv"))
    try room.interpret(.typed("/off"))
    #expect(room.importing == nil)
    #expect(throws: LineError.self) { try room.interpret(.typed("/measure from all.csv")) }
    try room.interpret(.typed("/on"))
    try room.interpret(.typed("/vote dots 3"))
    #expect(throws: LineError.self) { try room.interpret(.typed("/measure from all.csv")) }
  }

  private static let fixtures = repository + "/Tests/AnalyticsTests/Fixtures/"

  /// A file of each kind of product, looked through to its end in a small window.
  private static let exports = [
    "ga4/Traffic_acquisition.csv", "gsc/https___www.example.org_-Performance-on-Search-2026-10-01.zip",
    "gsc/example.org-Performance-on-Search-2026-10-01.xlsx", "linkedin/example-page_content_1790812800000.xls",
    "linkedin/Content_2026-09-01_2026-09-30_InventedPerson.xlsx", "mail/mailchimp_campaigns.csv",
    "matomo/Export _ Visits Summary _ September 2026.csv", "meta/Follows.csv",
    "plausible/Plausible export example.org 2026-04-01 to 2026-09-30.zip", "suites/sprout_profile_performance.csv",
    "survey/surveymonkey_two_header_rows.csv", "tiktok/Overview.csv", "x/account_overview_analytics.csv",
    "youtube/Content 2026-09-01_2026-10-01 Example Channel.zip",
  ]

  @Test(arguments: Library.languages) func everyExportIsSaidInWholeSentencesThatFit(_ code: LanguageCode) throws {
    let rooms = try Rooms()
    let localization = try rooms.source.localization(code)
    var room = try rooms.remembering(language: "en", run: "half-day")
    for line in ImportTests.kpis { try room.interpret(.typed(line)) }
    let (today, size) = (try #require(Day(iso: "2026-11-28")), WindowSize(columns: 60, rows: 16))
    let period = try #require(localization.language.days.period("2026-09", in: today))
    for path in ImportTests.exports {
      let bytes = try #require(Storage.system.bytes(of: ImportTests.fixtures + path, limit: 1 << 26))
      var file = try MeasureImport(
        bytes, named: path.split(separator: "/").last.map(String.init) ?? path, period: period, for: room.session,
        in: localization, today: today)
      let view = ImportView(session: room.session, localization: localization, columns: size.columns)
      var lines = view.refused(file)
      while file.outcome != nil {
        var question = QuestionView(session: room.session, localization: localization, size: size)
        question.importing = file
        let shown = question.lines(note: nil)
        #expect(question.height(shown) < size.rows, "\(path)")
        lines += shown
        file.leave()
      }
      for line in lines { #expect(!line.plainText.contains("{") && line.width <= size.columns, "\(line.plainText)") }
    }
  }

  @Test(arguments: ["empty.csv", "page.xls", "nothing.csv"]) func aFileThatCannotBeUsedSaysWhy(_ file: String) throws {
    var room = try ImportTests.room()
    #expect(throws: LineError.self) { try room.interpret(.typed("/measure from \(file)")) }
    #expect(room.importing == nil)
  }

  private static let refusals: [Analytics.Refusal] =
    [
      .empty, .cutShort, .tooLarge(bytes: 1, limit: 2), .tooManyRows(limit: 1), .tooManyColumns(line: 1, limit: 2),
      .tooManyCells(limit: 1), .tooManyTables(limit: 1), .rowTooLong(line: 1, limit: 2), .unclosedQuote(line: 1),
      .passwordProtected, .damagedArchive(member: "a"), .tooManyMembers(count: 1, limit: 2),
      .unpacksTooLarge(member: "a", bytes: 1, limit: 2), .zipBomb(member: "a", times: 900, limit: 2),
      .nestedArchive(member: "a"), .unknownCompression(member: "a", method: 9), .damagedXML(part: "a", line: 1),
      .entitiesInXML(part: "a"), .damagedWorkbook, .cyclicSectors, .oldWorkbook, .noData(text: "a"), .noTable,
      .noHeader(line: 1), .wholeRowsQuoted(line: 1), .numbersChangedIntoDates(column: "a", line: 1, text: "3.apr"),
      .cellsTooNarrow(column: "a", line: 1),
    ] + FileFormat.allCases.map { .otherFormat($0) }

  private static let days = CalendarDay(year: 2026, month: 6, day: 1).map { Analytics.DayRange($0) }

  @Test(arguments: Library.languages) func everythingHasItsSentence(_ code: LanguageCode) throws {
    let text = ImportText(language: try Library.language(code))
    let days = try #require(ImportTests.days)
    let why: [ValueRefusal] = [
      .notInFile, .peopleAddedUp(column: "a"), .noWeight(column: "a"), .newNotTotal(column: "a"),
      .onlyChanges(columns: ["a"]), .breakdownNotTotal(column: "a", dimension: "b"),
      .partialBreakdown(dimension: "a", use: []), .itemsNotDays(column: "a"), .otherNetwork(found: "x"),
      .outsidePeriod(found: days), .longerThanPeriod(found: days), .noRows(table: "a"), .noValues(column: "a"),
      .otherWindow(column: "a", days: 28), .cutOff(text: "a"), .rounded(column: "a", line: 1),
      .mixedMarks(column: "a"), .mixedDates(column: "a"), .tooLarge(column: "a"), .dividedByZero(column: "a"),
      .noSuchRows(word: "a"),
    ]
    let questions: [Analytics.Question] = [
      .whichColumn([]), .sumOrLast(column: "a"), .dayOrMonthFirst(column: "a", example: "1/2"),
      .pointOrComma(column: "a", example: "1.2"), .whichYear(column: "a", example: "April 1"),
      .whichNetwork(title: "Views"), .fractionOrPercent(column: "a", example: "1"),
      .headersChanged(added: ["a"], gone: [], columns: []),
    ]
    let sentences =
      ImportTests.refusals.map { text.sentence($0, file: "f.csv") } + why.map { text.sentence($0, wanted: nil) }
      + questions.map { text.sentence($0) }
    for sentence in sentences {
      #expect(!sentence.contains("{") && !sentence.contains("!") && sentence.contains(" "), "\(sentence)")
      #expect(".?".contains(sentence.last ?? " "), "\(sentence)")
    }
  }
}
