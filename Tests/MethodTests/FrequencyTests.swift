import Method
import SeededRandom
import SessionFixtures
import Testing
import Workshop

/// How often, as it is typed in a language, and as it is stored; nil for what says no such thing.
struct Typed: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let language: LanguageCode
  let text: String
  let stored: String?

  init(_ language: LanguageCode, _ text: String, _ stored: String?) {
    testDescription = "\(language): \(text)"
    (self.language, self.text, self.stored) = (language, text, stored)
  }
}

@Suite("How often, and when something comes back")
struct FrequencyTests {
  private func format(_ code: LanguageCode) throws -> FrequencyFormat { try Library.language(code).frequencies }

  static let frequencies: [Typed] = [
    Typed("en", "3 per week", "3/week"), Typed("en", "3–4 a month", "3-4/month"), Typed("en", "daily", "1/day"),
    Typed("en", "on demand", "on-demand"), Typed("en", "twice daily", "2/day"),
    Typed("en", "2 posts every day", "2/day"),
    Typed("nb", "3 per uke", "3/week"), Typed("nb", "3–4 i uka", "3-4/week"), Typed("nb", "daglig", "1/day"),
    Typed("nb", "ved behov", "on-demand"), Typed("nb", "2 ganger i måneden", "2/month"),
    Typed("nb", "5 innlegg per uke", "5/week"), Typed("nb", "2 ganger om dagen", "2/day"),
    Typed("nb", "hver uke", "1/week"), Typed("nb", "ukentlig", "1/week"), Typed("nb", "3/uke", "3/week"),
    Typed("da", "3 om ugen", "3/week"), Typed("da", "3-4 pr. måned", "3-4/month"), Typed("da", "dagligt", "1/day"),
    Typed("da", "efter behov", "on-demand"), Typed("da", "2 gange om ugen", "2/week"),
    Typed("nl", "3 per week", "3/week"), Typed("nl", "2 keer per maand", "2/month"), Typed("nl", "dagelijks", "1/day"),
    Typed("nl", "indien nodig", "on-demand"), Typed("nl", "elke week", "1/week"),
    Typed("de", "3 pro Woche", "3/week"), Typed("de", "2 mal im Monat", "2/month"), Typed("de", "täglich", "1/day"),
    Typed("de", "bei Bedarf", "on-demand"), Typed("de", "jede Woche", "1/week"),
    Typed("de", "alle zwei Wochen", "1/fortnight"),
    Typed("fi", "3 kertaa viikossa", "3/week"), Typed("fi", "3–4 kuukaudessa", "3-4/month"),
    Typed("fi", "päivittäin", "1/day"), Typed("fi", "tarvittaessa", "on-demand"),
    Typed("fi", "kerran viikossa", "1/week"), Typed("fi", "joka päivä", "1/day"),
    Typed("sv", "3 per vecka", "3/week"), Typed("sv", "3–4 i månaden", "3-4/month"), Typed("sv", "varje dag", "1/day"),
    Typed("sv", "vid behov", "on-demand"), Typed("sv", "2 gånger i veckan", "2/week"),
    Typed("sv", "varannan vecka", "1/fortnight"), Typed("sv", "2 per 14 dagar", "2/fortnight"),
    Typed("sv", "en gång per 14 dagar", "1/fortnight"), Typed("sv", "var 14:e dag", "1/fortnight"),
    Typed("sv", "5 inlägg per vecka", "5/week"), Typed("sv", "måndagar och torsdagar", "2/week"),
    Typed("en", "3/week", "3/week"), Typed("nb", "6-7/day", "6-7/day"), Typed("nb", "  3   PER  UKE ", "3/week"),
    Typed("nb", "ofte", nil), Typed("nb", "3", nil), Typed("nb", "3 per år", "3/year"), Typed("nb", "0 per uke", nil),
    Typed("nb", "201 per uke", nil), Typed("nb", "4-3 per uke", nil), Typed("nb", "3-4-5 per uke", nil),
    Typed("nb", "3 4 per uke", nil), Typed("nb", "3 per uke per dag", nil), Typed("nb", "-3 per uke", nil),
    Typed("nb", "3- per uke", nil),
    Typed("nb", "", nil), Typed("nb", "3.5 per uke", nil), Typed("en", "3/on-demand", nil),
    Typed("en", "3/4/week", nil),
  ]

  @Test(arguments: frequencies) func aFrequencyIsRead(_ row: Typed) throws {
    #expect(try format(row.language).frequency(from: row.text)?.stored == row.stored)
  }

  static let repeats: [Typed] = [
    Typed("nb", "ukentlig man-fre", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("nb", "man, tor", "weekly:Mon,Thu"),
    Typed("nb", "månedlig 15", "monthly:15"), Typed("nb", "mandager og torsdager", "weekly:Mon,Thu"),
    Typed("nb", "hver uke", "weekly"), Typed("nb", "daglig", "weekly:Mon,Tue,Wed,Thu,Fri,Sat,Sun"),
    Typed("nb", "månedlig", "monthly"), Typed("nb", "hver måned den 1.", "monthly:1"),
    Typed("nb", "lør-søn", "weekly:Sat,Sun"),
    Typed("en", "weekly Mon-Fri", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("en", "Mon, Thu", "weekly:Mon,Thu"),
    Typed("en", "monthly 15", "monthly:15"), Typed("en", "every Monday and Thursday", "weekly:Mon,Thu"),
    Typed("en", "Mondays", "weekly:Mon"), Typed("en", "Fri-Mon", "weekly:Mon,Fri,Sat,Sun"),
    Typed("en", "once a week", "weekly"), Typed("en", "1 x month", "monthly"),
    Typed("da", "ugentligt man-fre", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("da", "man, tor", "weekly:Mon,Thu"),
    Typed("da", "månedligt 15", "monthly:15"), Typed("da", "hver tirsdag", "weekly:Tue"),
    Typed("nl", "wekelijks ma-vr", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("nl", "ma, do", "weekly:Mon,Thu"),
    Typed("nl", "maandelijks 15", "monthly:15"), Typed("nl", "elke zaterdag", "weekly:Sat"),
    Typed("nl", "zo", "weekly:Sun"), Typed("nl", "maandagen en donderdagen", "weekly:Mon,Thu"),
    Typed("da", "mandage", "weekly:Mon"),
    Typed("fi", "maanantaisin ja torstaisin", "weekly:Mon,Thu"), Typed("nb", "fredag-søndag", "weekly:Fri,Sat,Sun"),
    Typed("nl", "dagelijks", "weekly:Mon,Tue,Wed,Thu,Fri,Sat,Sun"),
    Typed("de", "wöchentlich Mo-Fr", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("de", "Di, Do", "weekly:Tue,Thu"),
    Typed("de", "montags und donnerstags", "weekly:Mon,Thu"), Typed("de", "monatlich 15", "monthly:15"),
    Typed("fi", "viikoittain ma-pe", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("fi", "ma, to", "weekly:Mon,Thu"),
    Typed("fi", "kuukausittain 15", "monthly:15"), Typed("fi", "joka viikko", "weekly"),
    Typed("fi", "ke", "weekly:Wed"),
    Typed("sv", "varje vecka mån–fre", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("sv", "mån, tors", "weekly:Mon,Thu"),
    Typed("sv", "varje månad 15", "monthly:15"), Typed("sv", "varje tisdag", "weekly:Tue"),
    Typed("sv", "lördagar och söndagar", "weekly:Sat,Sun"), Typed("sv", "varje vecka", "weekly"),
    Typed("sv", "månad man", nil), Typed("sv", "mån", "weekly:Mon"),
    Typed("en", "weekly:Mon-Fri", "weekly:Mon,Tue,Wed,Thu,Fri"), Typed("fi", "monthly:31", "monthly:31"),
    Typed("nb", "noen ganger", nil), Typed("nb", "månedlig 32", nil), Typed("nb", "månedlig 0", nil),
    Typed("nb", "månedlig man", nil), Typed("nb", "ukentlig 15", nil), Typed("nb", "m", nil), Typed("nb", "", nil),
    Typed("nb", "daglig man", nil), Typed("nb", "3 per uke", nil), Typed("en", "T-Thu", nil),
    Typed("en", "monthly:", "monthly"),
    Typed("en", "weekly:", "weekly"), Typed("en", "weekly:Foo", nil), Typed("nb", "15", nil),
  ]

  @Test(arguments: repeats) func aRepeatIsRead(_ row: Typed) throws {
    #expect(try format(row.language).repeat(from: row.text)?.stored == row.stored)
  }

  // MARK: Laws

  @Test("What is shown is read again", arguments: Library.languages) func shownAndRead(_ code: LanguageCode) throws {
    let format = try format(code)
    var chance = Chance(seed: 15)
    for _ in 0..<300 {
      let low = Int.random(in: 1...200, using: &chance)
      let high = Bool.random(using: &chance) ? low : Int.random(in: low...200, using: &chance)
      let period = chance.one(of: Frequency.Period.allCases) ?? .day
      let frequency = Frequency(times: period == .onDemand ? nil : low...high, period: period)
      #expect(Frequency(stored: frequency.stored) == frequency)
      #expect(format.frequency(from: format.text(frequency.stored)) == frequency, "\(format.text(frequency.stored))")
      for rule in [Repeat.byChance(&chance), .byChance(&chance)] {
        #expect(Repeat(stored: rule.stored) == rule)
        #expect(format.repeat(from: format.repeatText(rule.stored)) == rule, "\(format.repeatText(rule.stored))")
      }
    }
  }

  /// Intervals in every form a language has for them, with digits and with words.
  static let intervals: [(language: LanguageCode, days: [String], weeks: [String], months: [String])] = [
    ("en", ["every {n} days", "once every {n} days"], ["every {n} weeks"], ["every {n} months"]),
    ("nb", ["hver {n}. dag"], ["hver {n}. uke", "hver {n} uke"], ["hver {n}. måned"]),
    ("da", ["hver {n}. dag"], ["hver {n}. uge"], ["hver {n}. måned"]),
    ("nl", ["elke {n} dagen", "om de {n} dagen"], ["iedere {n} weken"], ["elke {n} maanden", "elke {n}e maand"]),
    ("fi", ["{n} päivän välein", "joka {n}. päivä"], ["{n} viikon välein"], ["{n} kuukauden välein"]),
    ("sv", ["var {n}:e dag"], ["var {n}:e vecka"], ["var {n}:e månad"]),
    ("de", ["alle {n} Tage", "jeden {n}. Tag"], ["alle {n} Wochen"], ["alle {n} Monate"]),
  ]

  @Test("Every N days is never N times", arguments: intervals)
  func everyNIsNeverNTimes(
    _ row: (language: LanguageCode, days: [String], weeks: [String], months: [String])
  ) throws {
    let format = try format(row.language)
    for n in 2...60 {
      for (patterns, length, rule) in [
        (row.days, 1.0, Repeat.daily(every: n)), (row.weeks, 7, .weekly([], every: n)),
        (row.months, 365.25 / 12, .monthly([], every: n)),
      ] {
        for text in patterns.map({ $0.replacing("{n}", with: String(n)) }) {
          #expect(format.repeat(from: text) == rule, "\(text)")
          guard let frequency = format.frequency(from: text) else { continue }
          let times = Double(frequency.times?.lowerBound ?? 0)
          #expect(frequency.times?.count == 1)
          #expect(abs(frequency.period.inFourWeeks * times - 28 / (length * Double(n))) < 1e-9, "\(text)")
        }
      }
    }
  }

  @Test("Any text is read or refused, and what is read is stored", arguments: Library.languages)
  func anyText(_ code: LanguageCode) throws {
    let format = try format(code)
    var chance = Chance(seed: 16)
    for _ in 0..<2000 {
      let text = chance.text(upTo: 12)
      if let frequency = format.frequency(from: text) {
        #expect(Frequency(stored: frequency.stored) == frequency, "\(text)")
      }
      if let rule = format.repeat(from: text) { #expect(Repeat(stored: rule.stored) == rule, "\(text)") }
      #expect(Frequency(stored: text) != nil || format.text(text) == text)
      #expect(Repeat(stored: text) != nil || format.repeatText(text) == text)
    }
  }

  static let days: [(stored: String, start: String, within: Int, days: [String])] = [
    ("weekly", "2026-02-10", 15, ["2026-02-10", "2026-02-17", "2026-02-24"]),
    ("weekly:Mon-Wed", "2026-02-10", 7, ["2026-02-10", "2026-02-11", "2026-02-16"]),
    ("monthly:31", "2026-02-10", 60, ["2026-02-28", "2026-03-31"]),
    ("monthly", "2026-02-10", 60, ["2026-02-10", "2026-03-10", "2026-04-10"]),
    ("every-2-weeks:Tue", "2026-02-11", 40, ["2026-02-17", "2026-03-03", "2026-03-17"]),
    ("every-10-days", "2026-02-10", 25, ["2026-02-10", "2026-02-20", "2026-03-02"]),
    ("monthly:last-Fri,1-Mon", "2026-02-10", 50, ["2026-02-27", "2026-03-02", "2026-03-27"]),
    ("every-3-months:1", "2026-02-10", 120, ["2026-03-01", "2026-06-01"]),
    ("weekly", "2026-03-01", 7, []), ("weekly", "2026-02-10", 0, []), ("weekly", "2026-02-10", -3, []),
  ]

  @Test("The days on which it comes", arguments: days)
  func daysCome(_ row: (stored: String, start: String, within: Int, days: [String])) throws {
    let rule = try #require(Repeat(stored: row.stored))
    let start = try #require(Day(iso: row.start))
    #expect(rule.days(from: start, within: row.within, of: TestSession.today).map(\.description) == row.days)
  }

  @Test func fourWeeks() {
    #expect(
      Frequency.Period.allCases.map(\.inFourWeeks).map { ($0 * 100).rounded() / 100 } == [
        28, 4, 2, 0.92, 0.31, 0.08, 0,
      ])
  }
}

extension Repeat {
  /// Any repeat that can be said.
  static func byChance(_ chance: inout Chance) -> Repeat {
    let every = Int.random(in: 1...30, using: &chance)
    let weekdays = (0...6).filter { _ in Bool.random(using: &chance) }
    let (weekday, other) = (Int.random(in: 0...6, using: &chance), Int.random(in: 0...6, using: &chance))
    let day = Int.random(in: 1...31, using: &chance)
    return chance.one(of: [
      .daily(every: every + 1), .weekly(weekdays, every: every), .weekly(weekdays, every: 1),
      .monthly([], every: every),
      .monthly([.day(day)], every: every), .monthly([.last], every: every),
      .monthly([.day(min(day, 14)), .day(15)].uniqued, every: 1),
      .monthly([.weekday(weekday, nth: Int.random(in: 1...5, using: &chance))], every: every),
      .monthly([.weekday(weekday, nth: -1)], every: every),
      .monthly([.weekday(other, nth: 1), .weekday(other, nth: 3)], every: 1),
    ]) ?? .weekly([], every: 1)
  }
}

extension [Repeat.MonthDay] {
  fileprivate var uniqued: Self { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
