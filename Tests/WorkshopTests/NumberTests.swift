import SessionFixtures
import Testing
import Workshop

@Suite("Numbers, days and lengths of time in two languages")
struct NumberTests {
  static let numbers: [(typed: String, en: String?, nb: String?)] = [
    ("0", "0", "0"), ("-5", "-5", "-5"), ("−5", "-5", "-5"), ("+5", "5", "5"), ("-0", "0", "0"), ("007", "7", "7"),
    ("168000", "168000", "168000"), ("1 080", "1080", "1080"), ("1\u{A0}080", "1080", "1080"),
    ("1\u{202F}080", "1080", "1080"), ("1’080", "1080", "1080"), ("1.080", "1.080", "1080"), ("1,080", "1080", "1.080"),
    ("1.080.000", nil, "1080000"), ("1,080,000", "1080000", nil), ("1.080,50", nil, "1080.50"),
    ("1,080.50", "1080.50", nil), ("4,3", nil, "4.3"), ("4.3", "4.3", "4.3"), ("0.080", "0.080", "0.080"),
    ("0,080", nil, "0.080"), ("1.0800", "1.0800", "1.0800"), ("4.30", "4.30", "4.30"), ("12 34", nil, nil),
    ("1 08", nil, nil), ("1  080", nil, nil), ("5.", nil, nil), (".5", nil, nil), ("5,", nil, nil), (",5", nil, nil),
    ("1.2.3", nil, nil), ("1,2,3", nil, nil), ("--5", nil, nil), ("5-", nil, nil), ("1e5", nil, nil),
    ("0x1F", nil, nil),
    ("٣", nil, nil), ("½", nil, nil), ("", nil, nil), ("-", nil, nil), ("abc", nil, nil),
    ("123456789012345678901234567890", "123456789012345678901234567890", "123456789012345678901234567890"),
  ]

  @Test(arguments: numbers) func aNumberIsRead(_ row: (typed: String, en: String?, nb: String?)) throws {
    let room = try TestSession(.odd)
    #expect(try room.localization("en").language.numbers.number(from: row.typed) == row.en)
    #expect(try room.localization("nb").language.numbers.number(from: row.typed) == row.nb)
  }

  static let shown = [
    ("1080", "1,080", "1\u{A0}080"), ("-4.30", "-4.30", "−4,30"), ("999", "999", "999"),
    ("1234567.5", "1,234,567.5", "1\u{A0}234\u{A0}567,5"), ("0", "0", "0"), ("-1000", "-1,000", "−1\u{A0}000"),
  ]

  @Test(arguments: shown) func aNumberIsShownAndReadAgain(_ row: (stored: String, en: String, nb: String)) throws {
    let room = try TestSession(.odd)
    for (code, text) in [("en", row.en), ("nb", row.nb)] as [(LanguageCode, String)] {
      let numbers = try room.localization(code).language.numbers
      #expect(numbers.text(row.stored) == text)
      #expect(numbers.number(from: text) == row.stored)
    }
  }

  static let days: [(typed: String, en: String?, nb: String?)] = [
    ("2026-12-31", "2026-12-31", "2026-12-31"), ("31.12.2026", "2026-12-31", "2026-12-31"),
    ("31/12", "2026-12-31", "2026-12-31"), ("31.12", "2026-12-31", "2026-12-31"),
    ("31.12.", "2026-12-31", "2026-12-31"), ("31-12-2026", "2026-12-31", "2026-12-31"),
    ("1.2.27", "2027-02-01", "2027-02-01"), ("9.2", "2027-02-09", "2027-02-09"), ("10.2", "2026-02-10", "2026-02-10"),
    ("29.2", "2028-02-29", "2028-02-29"), ("29.2.2026", nil, nil), ("2026-02-30", nil, nil), ("30.2", nil, nil),
    ("31 Dec", "2026-12-31", nil), ("31. des", nil, "2026-12-31"), ("1 mars 2027", nil, "2027-03-01"),
    ("1 March 2027", "2027-03-01", nil), ("1 m 2027", nil, nil), ("1 ma 2027", nil, nil),
    ("17. MAI", nil, "2026-05-17"),
    ("12/31", nil, nil), ("0.1", nil, nil), ("1.13", nil, nil), ("1.1.026", nil, nil), ("1.1.10000", nil, nil),
    ("next friday", nil, nil), ("2026", "2026-12-31", "2026-12-31"), ("", nil, nil), ("1.2.3.4", nil, nil),
    ("99999999999999999999.1", nil, nil),
    ("2026-1-1", nil, nil), ("0000-01-01", nil, nil), ("-2026-01-01", nil, nil),
  ]

  @Test(arguments: days) func aDayIsRead(_ row: (typed: String, en: String?, nb: String?)) throws {
    let room = try TestSession(.odd)
    for (code, expected) in [("en", row.en), ("nb", row.nb)] as [(LanguageCode, String?)] {
      #expect(
        try room.localization(code).language.days.day(from: row.typed, today: TestSession.today)?.description
          == expected)
    }
  }

  @Test("Every day is shown and read again", arguments: ["en", "nb"] as [LanguageCode])
  func everyDayReadsBack(_ code: LanguageCode) throws {
    let days = try TestSession(.odd).localization(code).language.days
    for number in stride(from: -20_000, to: 80_000, by: 37) {
      let day = Day(daysSinceEpoch: number)
      #expect(day.daysSinceEpoch == number)
      #expect(days.day(from: days.text(day), today: TestSession.today) == day)
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test func daysAreShown() throws {
    let room = try TestSession(.odd)
    let day = try #require(Day(year: 2026, month: 3, day: 1))
    #expect(try room.localization("en").language.days.text(day) == "1 March 2026")
    #expect(try room.localization("nb").language.days.text(day) == "01.03.2026")
  }

  static let durations: [(typed: String, en: String?, nb: String?)] = [
    ("30min", "30min", "30min"), ("30 min", "30min", "30min"), ("30 MINUTES", "30min", nil),
    ("30 minutter", nil, "30min"),
    ("30 m", "30min", "30min"), ("4h", "4h", "4h"), ("4 t", nil, "4h"), ("4 timer", nil, "4h"), ("4 hours", "4h", nil),
    ("1d", "1d", "1d"), ("1 dag", nil, "1d"), ("2 days", "2d", nil), ("6 weeks", "6w", nil),
    ("1 week", "1w", nil), ("6 uker", nil, "6w"), ("2w", "2w", "2w"), ("90", nil, nil), ("0h", nil, nil),
    ("-1h", nil, nil),
    ("1.5h", nil, nil), ("1,5 t", nil, nil), ("h", nil, nil), ("", nil, nil), ("99999999999999999999h", nil, nil),
    ("٣h", nil, nil),
  ]

  @Test(arguments: durations) func aLengthOfTimeIsRead(_ row: (typed: String, en: String?, nb: String?)) throws {
    let room = try TestSession(.odd)
    for (code, expected) in [("en", row.en), ("nb", row.nb)] as [(LanguageCode, String?)] {
      let durations = try room.localization(code).language.durations
      #expect(durations.duration(from: row.typed) == expected)
      if let expected { #expect(durations.duration(from: durations.text(expected)) == expected) }
    }
  }

  static let near = [
    ("nxet", ["next"]), ("edti", ["edit"]), ("mpa", ["map"]), ("xyzzy", []), ("", []), ("skp", ["skip"]),
  ]

  @Test(arguments: near) func theNearestAreFound(_ row: (typed: String, names: [String])) {
    #expect(nearest(to: row.typed, among: ["edit", "map", "next", "skip"]) == row.names)
  }

  @Test func atMostThreeAreNear() {
    #expect(nearest(to: "aaa", among: ["aab", "aac", "aad", "aae", "aaa"]) == ["aaa", "aab", "aac"])
  }
}
