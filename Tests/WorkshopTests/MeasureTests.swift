import SeededRandom
import SessionFixtures
import Testing
import Workshop

/// An objective with a KPI that shall go from 400 to 800 in 200 days, measured by the month.
private let kpi = [
  "/people add KH | Kari Hauge", "/goto frame.goals.organisation", "More guests | organisation",
  "/goto post.people.audiences",
  "Families | they are near | facebook | we counted them", "/goto post.objectives.smart",
  "More followers | GOAL1 | AUD1 | followers | followers | 400 | 800 | 2026-08-29 | KH", "/goto kpi.select.sheet",
  "OBJ1 | Followers | reach | followers | 400 | 800 | 2026-08-29 | count them | monthly | KH",
]

@Suite("Measured values")
struct MeasureTests {
  /// A room on a day of 2026, after the workshop of 10 February.
  private static func room(
    on day: String = "2026-06-30", language: LanguageCode = "en", hearing lines: [String] = []
  ) throws -> TestSession {
    var room = try TestSession(language: language, run: "core", hearing: kpi)
    room.today = try #require(Day(iso: day))
    for line in lines { try room.hear(line) }
    return room
  }

  /// A line, and what stands there then: `number first..last remark`.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var language: LanguageCode = "en"
    let lines: [String]
    let then: [String]
  }

  static let rows = [
    Row(testDescription: "today where no day is said", lines: ["/measure KPI1 412"], then: ["412 2026-06-30"]),
    Row(testDescription: "by its number", lines: ["/measure 1 412"], then: ["412 2026-06-30"]),
    Row(testDescription: "by the beginning of its text", lines: ["/measure follow 412"], then: ["412 2026-06-30"]),
    Row(
      testDescription: "a day and words", lines: ["/measure KPI1 412 2026-06-12 after the fair"],
      then: ["412 2026-06-12 after the fair"]),
    Row(
      testDescription: "a month, a quarter, a year, a week, a range",
      lines: [
        "/measure KPI1 412 2026-05", "/measure KPI1 413 Q2 2026", "/measure KPI1 414 2026",
        "/measure KPI1 415 2026-W20", "/measure KPI1 416 2026-05-01..2026-05-10", "/measure KPI1 417 May 2026 later",
        "/measure KPI1 418 april",
      ],
      then: [
        "412 2026-05-01..2026-05-31", "413 2026-04-01..2026-06-30", "414 2026-01-01..2026-12-31 (incomplete)",
        "415 2026-05-11..2026-05-17", "416 2026-05-01..2026-05-10", "417 2026-05-01..2026-05-31 later",
        "418 2026-04-01..2026-04-30",
      ]),
    Row(
      testDescription: "the marks of the language", language: "nb",
      lines: ["/mål KPI1 1 080,5 30.06.2026 fest", "/mål KPI1 1.080 29.6.", "/mål KPI1 412 mai 2026"],
      then: ["1080.5 2026-06-30 fest", "1080 2026-06-29", "412 2026-05-01..2026-05-31"]),
    Row(
      testDescription: "as people say it", language: "nb",
      lines: ["/mål KPI1 412 forrige måned", "/mål KPI1 413 uke 20 messe", "/mål KPI1 414 i går"],
      then: ["412 2026-05-01..2026-05-31", "413 2026-05-11..2026-05-17 messe", "414 2026-06-29"]),
    Row(
      testDescription: "thousands and millions, and about so many", language: "nb",
      lines: [
        "/mål KPI1 1,2k 29.6.", "/mål KPI1 ca. 900 28.6.", "/mål KPI1 0,002 mill. 27.6. messe",
        "/mål KPI1 0,7 tusen 26.6.",
      ],
      then: ["1200 2026-06-29", "900 2026-06-28", "2000 2026-06-27 messe", "700 2026-06-26"]),
    Row(
      testDescription: "its own unit behind the number", lines: ["/measure KPI1 412 followers 2026-06-12"],
      then: ["412 2026-06-12"]),
    Row(
      testDescription: "a period that is not over is incomplete", lines: ["/measure KPI1 412 2026"],
      then: ["412 2026-01-01..2026-12-31 (incomplete)"]),
    Row(
      testDescription: "far off, and meant",
      lines: ["/measure KPI1 41200 anyway", "/measure KPI1 40 2026-06-01 anyway"],
      then: ["41200 2026-06-30", "40 2026-06-01"]),
    Row(
      testDescription: "changed in part",
      lines: ["/measure KPI1 412 2026-06-12 fair", "/edit VAL1 420", "/edit val1 421 2026-05"],
      then: ["421 2026-05-01..2026-05-31 fair"]),
    Row(
      testDescription: "taken away and had back", lines: ["/measure KPI1 412", "/delete VAL1", "/undo"],
      then: ["412 2026-06-30"]),
    Row(
      testDescription: "numbers are never used again",
      lines: ["/measure KPI1 412", "/delete VAL1", "/measure KPI1 413"],
      then: ["413 2026-06-30"]),
    Row(
      testDescription: "undo and redo",
      lines: ["/measure KPI1 412", "/measure KPI1 413 2026-05", "/undo", "/undo", "/redo"],
      then: ["412 2026-06-30"]),
    Row(
      testDescription: "both of one period stay", lines: ["/measure KPI1 412", "/measure KPI1 413"],
      then: ["412 2026-06-30", "413 2026-06-30"]),
    Row(
      testDescription: "another way of counting", lines: ["/measure KPI1 definition changed 510 2026-05 views now"],
      then: ["510 2026-05-01..2026-05-31 views now (anew)"]),
    Row(
      testDescription: "a walk asks, Enter passes", lines: ["/measure", "412 2026-06", "/measure KPI1", ""],
      then: ["412 2026-06-01..2026-06-30"]),
    Row(
      testDescription: "taken back, a walk asks again", lines: ["/measure", "421", "/undo", "412"],
      then: ["412 2026-06-30"]),
    Row(
      testDescription: "removed for good", lines: ["/measure KPI1 412 2026-06-12 fair", "/redact VAL1"],
      then: [" 2026-06-12"]),
  ]

  private static func text(_ value: MeasuredValue) -> String {
    let period = value.finding.period
    let days = period.isOneDay ? "\(period.first)" : "\(period.first)..\(period.last)"
    return [
      value.finding.number, days, value.finding.remark, value.finding.isIncomplete ? "(incomplete)" : "",
      value.startsAnew ? "(anew)" : "",
    ].enumerated().filter { $0.offset == 0 || !$0.element.isEmpty }.map(\.element).joined(separator: " ")
  }

  @Test(arguments: rows) func itStandsThere(_ row: Row) throws {
    let room = try MeasureTests.room(language: row.language, hearing: row.lines)
    #expect(room.session.measures.all.map(MeasureTests.text) == row.then)
    #expect(room.session.measures.asked == [])
  }

  /// A line that is turned down, and why; nothing may have changed.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var given: [String] = []
    let line: String
    let then: MeasureRefusal
  }

  private static func day(_ text: String) -> Day { Day(iso: text) ?? TestSession.today }

  static let mistakes = [
    Mistake(
      testDescription: "a KPI that is not there", line: "/measure KPI9 412", then: .unknown("KPI9", known: ["KPI1"])),
    Mistake(
      testDescription: "words for a number", line: "/measure KPI1 many",
      then: .notANumber("many", of: "KPI1", unit: "followers")),
    Mistake(
      testDescription: "another unit", line: "/measure KPI1 412 %", then: .wrongUnit("%", of: "KPI1", unit: "followers")
    ),
    Mistake(
      testDescription: "a unit that is glued on", line: "/measure KPI1 412min",
      then: .wrongUnit("min", of: "KPI1", unit: "followers")),
    Mistake(testDescription: "a day that is none", line: "/measure KPI1 412 31.02.2026", then: .notADay("31.02.2026")),
    Mistake(
      testDescription: "the future", line: "/measure KPI1 412 2026-07-01", then: .inFuture(DayRange(day("2026-07-01")))),
    Mistake(
      testDescription: "before the baseline", line: "/measure KPI1 412 2026-02-09",
      then: .beforeBaseline(day("2026-02-09"), of: "KPI1", baseline: day("2026-02-10"))),
    Mistake(
      testDescription: "a hundred times the baseline", line: "/measure KPI1 40000",
      then: .farOff("40000", of: "KPI1", last: "400")),
    Mistake(
      testDescription: "a hundredth of the last value", given: ["/measure KPI1 500 2026-05"], line: "/measure KPI1 5",
      then: .farOff("5", of: "KPI1", last: "500")),
    Mistake(
      testDescription: "too many digits", line: "/measure KPI1 1234567890123456", then: .tooLong("1234567890123456")),
    Mistake(
      testDescription: "nothing due", given: ["/measure KPI1 412"], line: "/measure",
      then: .nothingDue(next: "KPI1", on: day("2026-07-31"))),
  ]

  @Test(arguments: mistakes) func itIsTurnedDown(_ row: Mistake) throws {
    var room = try MeasureTests.room(hearing: row.given)
    let before = room.session
    #expect(throws: Refusal.measure(row.then)) { try room.hear(row.line) }
    #expect(room.session == before)
  }

  @Test func withoutAnythingToMeasureItIsSaidWhatIsMissing() throws {
    var room = try TestSession(.builtIn)
    #expect(throws: Refusal.measure(.nothingToMeasure("kpi.select.sheet"))) { try room.hear("/measure") }
    #expect(throws: Refusal.measure(.nothingToMeasure("kpi.select.sheet"))) { try room.hear("/measure KPI1 4") }
  }

  @Test("The order in which values are said changes nothing", arguments: 1...8 as ClosedRange<UInt64>)
  func theirOrderChangesNothing(_ seed: UInt64) throws {
    let lines = (1...6).map { "/measure KPI1 \(400 + $0 * 37) 2026-0\($0 < 3 ? 3 : $0)-1\($0)" }
    var chance = Chance(seed: seed)
    let room = try MeasureTests.room(hearing: lines)
    let other = try MeasureTests.room(hearing: lines.shuffled(using: &chance))
    let answer = try #require(room.session.measurable.first)
    let (first, second) = (room.session, other.session)
    #expect(
      first.measures.counting(of: answer.id).map(\.finding) == second.measures.counting(of: answer.id).map(\.finding))
    #expect(first.judgement(of: answer, on: room.today).state == second.judgement(of: answer, on: room.today).state)
  }

  // MARK: Judged

  /// Values, the day they are looked at, and how it stands.
  struct Standing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var on: String = "2026-06-30"
    let lines: [String]
    let then: MeasureState
    var because: Judgement.Reason?
  }

  static let standings = [
    Standing(testDescription: "nothing", lines: [], then: .cannotSay, because: .nothingMeasured),
    // 140 of 200 days: 680 is expected, 40 is permitted.
    Standing(testDescription: "as expected", lines: ["/measure KPI1 680 2026-06-30"], then: .onTrack),
    Standing(testDescription: "at the edge", lines: ["/measure KPI1 640 2026-06-30"], then: .onTrack),
    Standing(testDescription: "just behind", lines: ["/measure KPI1 639.999999999 2026-06-30"], then: .behind),
    Standing(testDescription: "at the other edge", lines: ["/measure KPI1 720 2026-06-30"], then: .onTrack),
    Standing(testDescription: "just ahead", lines: ["/measure KPI1 720.000000001 2026-06-30"], then: .ahead),
    Standing(testDescription: "there already", lines: ["/measure KPI1 800 2026-06-30"], then: .reached),
    Standing(
      testDescription: "too early", on: "2026-02-20", lines: ["/measure KPI1 412 2026-02-20"], then: .tooEarly,
      because: .tooEarly),
    Standing(
      testDescription: "the deadline over", on: "2026-08-29", lines: ["/measure KPI1 799 2026-08-29"], then: .missed),
    Standing(
      testDescription: "too old", on: "2026-08-01", lines: ["/measure KPI1 680 2026-06-30"], then: .cannotSay,
      because: .old),
    Standing(
      testDescription: "not over", lines: ["/measure KPI1 680 2026-06-01..2026-07-05"], then: .cannotSay,
      because: .incomplete),
    Standing(
      testDescription: "counted anew", lines: ["/measure KPI1 680 2026-05", "/measure KPI1 changed 500 2026-06-10"],
      then: .cannotSay, because: .startsAnew),
    // From 500 on 30 May, 91 days: 31 of them give 602.
    Standing(
      testDescription: "counted anew, and measured",
      lines: ["/measure KPI1 changed 500 2026-05-30", "/measure KPI1 600 2026-06-30"], then: .onTrack),
    Standing(
      testDescription: "the one said last of one period",
      lines: ["/measure KPI1 500 2026-06-30", "/measure KPI1 700 2026-06-30"],
      then: .onTrack),
    Standing(
      testDescription: "the one of the latest day, whenever it was said",
      lines: ["/measure KPI1 680 2026-06-30", "/measure KPI1 410 2026-05"], then: .onTrack),
  ]

  @Test(arguments: standings) func itStandsLikeThis(_ row: Standing) throws {
    let room = try MeasureTests.room(on: row.on, hearing: row.lines)
    let answer = try #require(room.session.measurable.first)
    let judgement = room.session.judgement(of: answer, on: room.today)
    #expect(judgement.state == row.then)
    #expect(judgement.reason == row.because)
  }
}
