import Analytics
import Foundation
import Testing

/// What holds for every file.
@Suite struct PropertyTests {
  static let files: [String] = {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: "\(folder)/Fixtures")
    return (names ?? []).filter { $0.contains(".") && !$0.hasSuffix(".md") }.sorted()
  }()

  private static let kpis = [
    "aw.impressions", "views", "aw.reach", "aw.followers", "tf.ctr", "visits", "tr.nps", "cakes",
  ]

  private func all(_ bytes: [UInt8], _ name: String, pieces: Int? = nil) throws -> [String] {
    var limits = Limits()
    if let pieces { limits.pieceBytes = pieces }
    return try Self.kpis.map { try told(bytes, named: name, $0, "2026-09-01..2026-09-30", limits: limits) }
  }

  @Test func filesAreThere() { #expect(Self.files.count >= 40) }

  @Test("how a file is cut into pieces makes no difference", arguments: files)
  func pieces(_ file: String) throws {
    let bytes = try fixture(file)
    let whole = try all(bytes, file)
    for size in [1, 2, 3, 7, 61, 1000] where bytes.count < 4000 || size > 60 {
      #expect(try all(bytes, file, pieces: size) == whole, "pieces of \(size)")
    }
  }

  @Test("nor does it where bytes stand that no text has") func odd() throws {
    let text = Array((["Date,Views"] + (1...200).map { "2026-09-01,\($0)" }).joined(separator: "\n").utf8)
    let odd = text[..<1500] + [0, 0, 0] + text[1500...]
    #expect(try all(Array(odd), "file.csv", pieces: 97) == all(Array(odd), "file.csv"))
  }

  @Test("what parts the cells makes no difference", arguments: [";", "\t", "|"])
  func delimiters(_ delimiter: String) throws {
    let text =
      "Date,Views,Reach,Followers,Clicks,Impressions\n"
      + (1...30).map { "2026-09-\($0 < 10 ? "0" : "")\($0),\($0),2,\(100 + $0),\($0 % 3),\($0 * 7)" }.joined(
        separator: "\n")
    let before = try all(Array(text.utf8), "file.csv")
    let after = try all(Array(text.replacingOccurrences(of: ",", with: delimiter).utf8), "file.csv")
    #expect(after.map { $0.replacingOccurrences(of: ", note savedBySpreadsheet", with: "") } == before)
  }

  @Test("the order of rows makes no difference", arguments: 1...5 as ClosedRange<UInt64>)
  func rows(_ seed: UInt64) throws {
    var chance = Chance(seed)
    let text = String(decoding: try fixture("x/account_overview_analytics.csv"), as: UTF8.self)
    var lines = text.split(separator: "\n").map(String.init)
    let header = lines.removeFirst()
    lines.shuffle(using: &chance)
    let shuffled = ([header] + lines).joined(separator: "\n")
    #expect(try all(Array(shuffled.utf8), "file.csv") == all(Array(text.utf8), "file.csv"))
  }

  @Test("whatever is done to a file, it is read or refused", arguments: files)
  func chance(_ file: String) throws {
    let bytes = try fixture(file)
    var chance = Chance(UInt64(bytes.count))
    var limits = Limits()
    limits.rows = 2000
    for _ in 0..<6 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...8, using: &chance) where !broken.isEmpty {
        let place = Int.random(in: 0..<broken.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: broken[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: broken.remove(at: place)
        case 2: broken.insert([0x00, 0x22, 0x2C, 0x0A, 0xFF].randomElement(using: &chance) ?? 0, at: place)
        case _: broken.removeSubrange(place..<min(broken.count, place + Int.random(in: 0...200, using: &chance)))
        }
      }
      // A file that cannot be read again is refused by throwing; that it comes back at all is what is asked.
      _ = try? told(broken, named: file, "aw.impressions", "2026-09-01..2026-09-30", limits: limits)
    }
  }

  @Test("a mapping gives the same value from the next file, and asks when headers have changed")
  func mapping() throws {
    let text = "Date,Cakes,Views\n2026-09-01,10,1\n2026-09-02,32,2\n"
    let file = try AnalyticsFile(Source(Array(text.utf8)), name: "a.csv", downloaded: downloaded)
    let days = try #require(DayRange("2026-09-01..2026-09-02"))
    let wanted = WantedKPI(id: "KPI1", names: ["cakes sold"], period: days)
    let chosen = try file.outcomes(for: [wanted], choices: ["KPI1": Choice(columns: ["Cakes"], way: .sum)])
    guard case .proposal(let proposal) = chosen[0] else {
      Issue.record("no proposal: \(chosen[0])")
      return
    }
    #expect(proposal.value == ExactNumber(mantissa: 42))
    let next = Array("views,date,cakes\n3,2026-10-01,5\n4,2026-10-02,6\n".utf8)
    #expect(
      try told(next, named: "b.csv", "cakes sold", "2026-10-01..2026-10-02", mappings: [proposal.mapping])
        == "11 ? = sum cakes, 2/2 days")
    let changed = Array("Date,Cakes,Likes\n2026-10-01,5,1\n2026-10-02,6,1\n".utf8)
    #expect(
      try told(changed, named: "b.csv", "cakes sold", "2026-10-01..2026-10-02", mappings: [proposal.mapping])
        == "ask: headersChanged +likes -views of 2")
  }

  @Test("the answer to which network", arguments: [("facebook", "12 count"), ("instagram", "3 count")])
  func network(_ network: String, _ expected: String) throws {
    let bytes = try fixture("meta/Follows.csv")
    let days = "2026-10-26..2026-11-06"
    #expect(try told(bytes, named: "Follows.csv", "follows", days) == "ask: whichNetwork Facebook follows")
    let said = try told(bytes, named: "Follows.csv", "follows", days, choice: Choice(network: network))
    #expect(said.hasPrefix(expected))
  }

  @Test("a title that names no network is asked about, each time")
  func titleWithoutNetwork() throws {
    let text = Array("sep=,\n\"Views\"\n\"Date\",\"Primary\"\n\"2026-09-01T00:00:00\",\"4\"\n".utf8)
    let days = "2026-09-01..2026-09-01"
    #expect(try told(text, named: "Views.csv", "views", on: "instagram", days) == "ask: whichNetwork Views")
    let choice = Choice(network: "instagram")
    let said = try told(text, named: "Views.csv", "views", on: "instagram", days, choice: choice)
    #expect(said == "4 count = sum Primary, 1/1 days, note daysOfNetwork instagram pacific")
    let file = try AnalyticsFile(Source(text), name: "Views.csv", downloaded: downloaded)
    let period = try #require(DayRange(days))
    let wanted = WantedKPI(id: "KPI1", names: ["views"], network: "instagram", period: period)
    guard case .proposal(let proposal) = try file.outcomes(for: [wanted], choices: ["KPI1": choice])[0] else {
      Issue.record("no proposal")
      return
    }
    #expect(
      try told(text, named: "Views.csv", "views", on: "instagram", days, mappings: [proposal.mapping])
        == "ask: whichNetwork Views")
  }

  @Test("several KPIs are answered in their order, each as if alone") func several() throws {
    let file = try AnalyticsFile(
      Source(try fixture("x/account_overview_analytics.csv")), name: "account_overview_analytics.csv",
      downloaded: downloaded)
    let period = try #require(DayRange("2026-09-01..2026-09-28"))
    let wanted = ["aw.reach", "aw.impressions", "aw.followers", "en.likes", "cakes", "saves"].map {
      WantedKPI(id: $0, catalogue: $0, names: [$0], period: period)
    }
    let alone = try wanted.map { try file.outcomes(for: [$0])[0] }
    #expect(try file.outcomes(for: wanted) == alone)
    #expect(try file.outcomes(for: wanted.reversed()) == alone.reversed())
  }

  @Test("days and their numbers") func days() {
    var number = Int.min
    for year in [1, 1599, 1600, 1899, 1900, 1970, 2000, 2024, 2026, 9999] {
      for month in 1...12 {
        for day in 1...31 {
          guard let made = CalendarDay(year: year, month: month, day: day) else { continue }
          #expect(made.parts == (year, month, day))
          #expect(made.number > number)
          number = made.number
        }
      }
    }
    #expect(CalendarDay(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(CalendarDay(year: 2026, month: 2, day: 29) == nil)
  }
}

/// Chance that is the same each time.
struct Chance: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
