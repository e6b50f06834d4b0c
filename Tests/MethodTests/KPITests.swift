import SessionFixtures
import Testing
import Workshop

/// A row that is typed, and its cells then.
struct Filled: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let language: LanguageCode
  let run: RunID
  let lines: [String]
  let then: [String]

  init(_ name: String, in language: LanguageCode = "en", run: RunID = "full", _ lines: [String], then: [String]) {
    (testDescription, self.language, self.run) = (name, language, run)
    (self.lines, self.then) = (lines, then)
  }
}

@Suite("The catalogue of KPIs")
struct KPITests {
  private static let known = [
    "service", "minutes", "", "", "", "",
    "minutes from a message to our first reply, median within the hours we publish",
    "shared inbox", "", "",
  ]
  private static func sheet(_ lines: String...) -> [String] { Said.objective + ["/goto kpi.select.sheet"] + lines }

  static let filled = [
    Filled("by its id", sheet("OBJ1 | cs.frt"), then: ["OBJ1", "cs.frt"] + known),
    Filled("by its name, whatever the case", sheet("OBJ1 | first RESPONSE time"), then: ["OBJ1", "cs.frt"] + known),
    Filled("cell by cell", sheet("OBJ1", "cs.frt"), then: ["OBJ1", "cs.frt"] + known),
    Filled(
      "what was typed stays", sheet("OBJ1 | cs.frt | cost | hours"),
      then: ["OBJ1", "cs.frt", "cost", "hours"] + known.dropFirst(2)),
    Filled(
      "a column that the run does not ask stays open", run: "core",
      Said.goal + at("post.people.audiences", "Families | 30-55 | facebook | survey")
        + at("post.objectives.smart", Line.objective()) + at("kpi.select.sheet", "OBJ1 | cs.frt"),
      then: ["OBJ1", "cs.frt"] + known.map { $0 == "shared inbox" ? "" : $0 }),
    Filled(
      "in the words of the room", in: "nb", sheet("OBJ1 | svartid"),
      then: [
        "OBJ1", "cs.frt", "service", "minutter", "", "", "", "",
        "median tid fra melding til første svar, i åpningstiden", "svarverktøy", "", "",
      ]),
    Filled(
      "one of the room's own", sheet("OBJ1 | Buns sold"),
      then: ["OBJ1", "Buns sold"] + Array(repeating: "", count: 10)),
    Filled(
      "the beginning of a name is one's own", sheet("OBJ1 | First response"),
      then: ["OBJ1", "First response"] + Array(repeating: "", count: 10)),
  ]

  @Test(arguments: filled) func aRowIsFilled(_ row: Filled) throws {
    let room = try TestSession(language: row.language, run: row.run, hearing: row.lines)
    #expect(room.session.answers(to: "kpi.select.sheet").map(\.cells) == [row.then])
  }

  @Test func theCellsLeftAreAsked() throws {
    let room = try TestSession(run: "full", hearing: KPITests.sheet("OBJ1 | cs.frt"))
    #expect(room.session.asking?.columns == ["baseline", "target", "deadline", "frequency", "owner"])
  }

  @Test func anotherQuestionWithAKPIIsFilledWhereItHasTheColumn() throws {
    let room = try TestSession(
      run: "full", hearing: Said.people + at("kpi.department.scorecard", "marketing | answer faster | cs.frt"))
    #expect(
      room.session.answers(to: "kpi.department.scorecard").map(\.cells) == [
        ["marketing", "answer faster", "cs.frt", "", "", "minutes", ""]
      ])
  }

  // MARK: The search

  private func found(_ words: String, _ lines: [String] = [], in language: LanguageCode = "en") throws -> [String] {
    let room = try TestSession(language: language, run: "full", hearing: lines)
    return room.session.kpis(matching: words, in: room.localization).map(\.id.rawValue)
  }

  @Test func everythingIsFoundByNothing() throws {
    let all = try TestSession().session.method.kpis.map(\.id.rawValue)
    #expect(try found("").sorted() == all.sorted())
    #expect(try found("   ").count == all.count)
  }

  @Test func theStarterSetOfThePurposeComesFirst() throws {
    let room = try TestSession(run: "full", hearing: at("direction.mission.purpose", "serve-customers"))
    let ranks = room.session.kpis(matching: "", in: room.localization).map { kpi in
      if kpi.isWeak { return 3 }
      if kpi.starts.contains("serve-customers") { return 0 }
      return kpi.purposes.isEmpty || kpi.purposes.contains("serve-customers") ? 1 : 2
    }
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks) == [0, 1, 2, 3])
    #expect(room.session.kpis(matching: "", in: room.localization).first?.isStarter(for: ["serve-customers"]) == true)
  }

  @Test func otherwiseTheyStandAsInTheCatalogue() throws {
    let room = try TestSession()
    let strong = room.session.method.kpis.filter { !$0.isWeak }.map(\.id)
    #expect(room.session.kpis(matching: "", in: room.localization).filter { !$0.isWeak }.map(\.id) == strong)
  }

  @Test(
    "All words must be found",
    arguments: [
      ("response time", "en", "cs.frt"), ("FIRST reply", "en", "cs.frt"), ("median svar", "nb", "cs.frt"),
      ("cs.frt", "fi", "cs.frt"), ("service minutes", "en", "cs.frt"),
    ] as [(String, LanguageCode, String)])
  func allWordsAreFound(_ row: (words: String, language: LanguageCode, kpi: String)) throws {
    #expect(try found(row.words, in: row.language).contains(row.kpi))
  }

  @Test func whatIsNotThereIsNotFound() throws {
    #expect(try found("response time unicorn") == [])
    #expect(try found("svartid", in: "en") == [])
  }
}
