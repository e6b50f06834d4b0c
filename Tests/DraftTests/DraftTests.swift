import Draft
import Foundation
import Method
import SessionFixtures
import Testing
import Workshop

@Suite("The draft of a session")
struct DraftTests {
  private func bakery() throws -> TestSession {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = try String(contentsOf: root.appending(path: "Sessions/bergen-bakery-core.nb.plenum"), encoding: .utf8)
    let lines = script.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    return try TestSession(hearing: lines)
  }

  private func markdown(_ room: TestSession, in language: LanguageCode? = nil) throws -> String {
    let localization = try language.map { try room.localization($0) } ?? room.localization
    return MarkdownWriter().text(of: Document(draftOf: room.session, in: localization))
  }

  /// The lines of a section, by its heading.
  private func section(_ title: String, of markdown: String) -> String {
    let parts = ("\n" + markdown).components(separatedBy: "\n## ")
    return parts.first { $0.hasPrefix(title + "\n") } ?? ""
  }

  static let places: [(question: QuestionID, heading: String)] = [
    ("frame.scope.level", "Rammer og mål"), ("frame.goals.organisation", "Rammer og mål"),
    ("frame.people.participants", "Rammer og mål"), ("situation.internal.who-we-are", "Situasjonsanalyse"),
    ("situation.internal.offering", "Situasjonsanalyse"), ("situation.internal.resources", "Situasjonsanalyse"),
    ("situation.internal.reputation", "Bakgrunn"), ("situation.internal.history", "Bakgrunn"),
    ("situation.external.competitors", "Bakgrunn"), ("situation.swot.grid", "Situasjonsanalyse"),
    ("direction.mission.purpose", "Kjerne og oppdrag"), ("direction.mission.statement", "Kjerne og oppdrag"),
    ("post.people.audiences", "Målgrupper"), ("post.people.needs", "Målgrupper"), ("post.objectives.smart", "Mål"),
    ("post.strategy.networks", "Strategi: kanaler og innhold"),
    ("post.strategy.pillars", "Strategi: kanaler og innhold"),
    ("post.technology.tools", "Verktøy"), ("kpi.select.sheet", "KPI-skjema"),
    ("kpi.cadence.review", "Måling og rapportering"), ("crisis.scenarios.list", "Krisehåndbok"),
    ("crisis.levels.table", "Krisehåndbok"), ("crisis.response.holding-statement", "Krisehåndbok"),
    ("crisis.readiness.briefing", "Krisehåndbok"), ("plan.actions.table", "Tiltaksplan"),
    ("report.close.next-session", "Måling og rapportering"),
  ]

  @Test("Every answer of the bakery stands under its heading", arguments: places)
  func answersStandUnderTheirHeadings(_ row: (question: QuestionID, heading: String)) throws {
    let room = try bakery()
    let text = section(row.heading, of: try markdown(room))
    let question = try #require(room.session.method.question(row.question))
    let answers = room.session.answers(to: row.question)
    #expect(!answers.isEmpty)
    for answer in answers {
      for place in question.columns.indices where !answer.cell(at: place).isEmpty {
        // A reference stands by its handle, or as the heading it is grouped or attached under; several each by theirs.
        // In a table of many columns people stand by their initials.
        let shown = [Session.NamingStyle.names, .handles].map {
          Markdown.escaped(room.session.shown(place, of: answer, in: room.localization, style: $0))
        }
        let isSaid = shown.contains { text.contains($0) } || answer.values(at: place).allSatisfy { text.contains($0) }
        #expect(isSaid, "\(answer.handle) \(question.columns[place].id): \(shown)")
      }
    }
  }

  @Test func everyQuestionOfTheRunHasItsPlace() throws {
    let asked = try TestSession().session.walk.map(\.id).filter { $0 != "frame.session.organisation" }
    #expect(
      asked.sorted { $0.rawValue < $1.rawValue }
        == DraftTests.places.map(\.question).sorted { $0.rawValue < $1.rawValue })
  }

  @Test func theBakeryHasNothingOpen() throws {
    let room = try bakery()
    #expect(room.findings.map(\.message) == ["goal-without-objective"])
    let text = try markdown(room)
    #expect(
      text.hasPrefix("# Kringla & Korn AS: Strategi for sosiale medier\n"))
    #expect(section("Åpne punkter", of: text).contains("Ingenting obligatorisk mangler."))
    #expect(!text.contains("?*"))
  }

  @Test func theSameSessionGivesTheSameBytes() throws {
    #expect(try markdown(try bakery()) == (try markdown(try bakery())))
  }

  @Test func theDraftSpeaksTheOtherLanguage() throws {
    let text = try markdown(try bakery(), in: "en")
    #expect(section("Action plan", of: text).contains("| Due |"))
    #expect(section("Objectives", of: text).contains("1,080"))
    #expect(text.contains("Svarvakt til kl. 18 med standardsvar"))
    #expect(!text.contains("Ansvarlig"))
  }

  @Test("An empty session has a draft of gaps", arguments: Library.languages)
  func anEmptySession(_ language: LanguageCode) throws {
    let room = try TestSession(language: language)
    let text = try markdown(room)
    #expect(text.hasPrefix("# Still: "))
    for question in room.session.walk where question.id != "frame.session.organisation" {
      let label = Markdown.escaped(room.localization.texts.label(of: question.id))
      let gap = room.localization.language.sentence("draft.not-answered", ["question": label])
      #expect(text.contains("*\(gap)*"), "\(question.id)")
    }
    let lines = try CMark.html(text)
    #expect(!lines.contains("{"))
  }

  @Test func gapsAreSeen() throws {
    let room = try TestSession(.odd, hearing: birds + ["/goto birds.seen.short", "Nest | 1 | ~", "~ | 2 | lake"])
    let text = section("The birds", of: try markdown(room))
    #expect(text.contains("| Nest | *Place?* |"))
    #expect(text.contains("| *What?* | lake |"))
    #expect(try markdown(room).contains("“Nest”: still missing here: “Place”."))
  }

  @Test("A table that is grouped by options says them in the words of the room, in the order they are offered")
  func optionsAreHeadings() throws {
    let lines = [
      "/people add LV | Linda Verhoef | ~ | ~", "/goto report.final.proposals",
      "De wagen | pilot | uitvoering | nu | LV | 1 januari 2028",
      "Webcare | pilot | klantenservice | nu | LV | 1 januari 2028",
    ]
    let room = try TestSession(language: "nl", run: "full", hearing: lines)
    let document = Document(draftOf: room.session, in: room.localization, as: "final-report")
    let text = MarkdownWriter().text(of: document)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("### ") }.map { $0.dropFirst(4) }
    #expect(headings.filter { ["klantenservice", "uitvoering"].contains($0) } == ["klantenservice", "uitvoering"])
  }

  @Test func aLabelOfCapitalsKeepsThem() throws {
    var room = try TestSession(hearing: ["/people add KH | Kari | boss | IT"])
    for question in ["frame.goals.organisation", "post.people.audiences", "post.objectives.smart", "kpi.select.sheet"]
      as [QuestionID]
    {
      try room.hear("/goto \(question)")
      let examples = room.localization.texts.questions[question]?.examples ?? []
      for line in examples where question != "kpi.select.sheet" { _ = try? room.hear(line) }
    }
    try room.hear("/goto post.objectives.smart")
    try room.hear("More | GOAL1 | AUD1 | m | u | 1 | 2 | 30 June 2027 | KH")
    try room.hear("/goto kpi.select.sheet")
    try room.hear("OBJ1 | ~ | reach | u | 1 | 2 | 30 June 2027 | m | weekly | KH")
    #expect(section("KPI sheet", of: try markdown(room)).contains("*KPI?*"))
  }

  @Test func blocksHaveTitlesAndOrders() throws {
    let bets = [
      "/goto bets.table", "Rent | ~ | ~ | 2 | 6 weeks", "Slots | ~ | ~ | 5 | 3 days", "App | ~ | ~ | 3 | 40 hours",
    ]
    let text = section("Our bets", of: try markdown(try TestSession(.bets, hearing: bets)))
    #expect(text.contains("### What matters most\n\n- Slots (5)\n- App (3)\n- Rent (2)"), "\(text)")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.map { String($0.prefix(6)) } == ["| App ", "| Slot", "| Rent"], "\(text)")
  }

  @Test func aBlockIsLeftOut() throws {
    let quote = ["/goto bets.table", "Slots", "/goto bets.quote", "It works"]
    let shown = try markdown(try TestSession(.bets, hearing: quote))
    let left = try markdown(try TestSession(.bets, hearing: quote + ["/goto bets.state", "idea"]))
    #expect(shown.contains("> It works") && !left.contains("It works"), "\(left)")
  }

  @Test func aTableInGroupsOfAnOptionHasItsLabel() throws {
    let lines = ["/run full", "/goto report.final.proposals", "Visit pack | teachers | customer service | next"]
    let text = try markdown(try TestSession(hearing: lines))
    #expect(text.contains("# customer service\n") && !text.contains("# customer-service\n"), "\(text)")
  }

  @Test func aCardKeepsCellsThatReadAlike() throws {
    let room = try TestSession(hearing: ["/goto post.people.audiences", "Students | Students | x | Students"])
    let text = section("Audiences", of: try markdown(room))
    #expect(text.contains("### AUD1 Students"))
    #expect(text.contains("- **Characteristics:** Students\n"))
    #expect(text.contains("- **Evidence:** Students\n"))
  }

  @Test func whatHangsOnNothingIsNotLost() throws {
    var room = try TestSession(hearing: ["/goto post.people.audiences", "Students | a | x | b", "Parents | a | x | b"])
    #expect(section("Audiences", of: try markdown(room)).contains("*Not answered yet: Needs*"))
    for line in ["/goto post.people.needs", "AUD1 | Quiet", "AUD2 | Light", "~ | Coffee", "/delete AUD1"] {
      try room.hear(line)
    }
    let text = section("Audiences", of: try markdown(room))
    #expect(text.contains("### Needs\n\n- NEED1 Quiet\n- NEED3 Coffee"))
    #expect(text.contains("  - NEED2 Light"))
  }

  @Test func aSkippedQuestionSaysWhy() throws {
    let lines = ["/goto walk.plan.gear", "/skip forgot *it*", "/goto birds.seen.list", "/skip"]
    let text = try markdown(try TestSession(.odd, hearing: lines))
    #expect(section("The plan", of: text).contains("Skipped: Gear – forgot \\*it\\*"))
    #expect(section("The birds", of: text).contains("Skipped: Birds"))
    #expect(section("Annex", of: text).contains("- Gear: forgot \\*it\\*\n- Birds"))
  }

  @Test func aSkippedQuestionWithAnswersIsNotMissing() throws {
    let text = try markdown(try TestSession(.odd, hearing: ["/goto walk.plan.gear", "map", "/skip enough"]))
    #expect(!text.contains("enough"))
    #expect(section("The plan", of: text).contains("- map and compass"))
  }

  @Test func whatTheRoomDecidedIsDecided() throws {
    let gear = ["/goto walk.plan.gear", "map"]
    let decided = ["at the question": "/decide We take the map", "by its name": "/decide walk.plan.gear it is"]
    #expect(section("The plan", of: try markdown(try TestSession(.odd, hearing: gear))).contains("Status: proposed"))
    for line in decided.values {
      let text = section("The plan", of: try markdown(try TestSession(.odd, hearing: gear + [line])))
      #expect(text.contains("Status: decided"), "\(line): \(text)")
      let redacted = section(
        "The plan", of: try markdown(try TestSession(.odd, hearing: gear + [line, "/redact DEC1"])))
      #expect(redacted.contains("Status: proposed"), "\(line): \(redacted)")
    }
  }

  @Test func whatWasDecidedPromisedAndParkedStandsInTheAnnex() throws {
    let lines = [
      "/people add KH | Kari Hauge | leader", "/decide We start with one channel", "/park Office lunches",
      "/park The old page", "/close PARK2 closed down", "/task Call the printer @KH 2026-03-01", "/task Find a room",
      "/note Keep an eye on the clock",
    ]
    let text = section("Appendix: open points and sources", of: try markdown(try TestSession(hearing: lines)))
    #expect(text.contains("- We start with one channel"))
    #expect(text.contains("- Call the printer (Kari Hauge, 1 March 2026)"))
    #expect(text.contains("- *Find a room (owner?)*") && text.contains("- Office lunches"))
    #expect(!text.contains("The old page") && !text.contains("Keep an eye"))
  }

  @Test("The roadmap says what happens, not only who is there") func theRoadMapSaysWhat() throws {
    let lines = [
      "/people add KH | Kari Hauge | leader", "/run half-day", "/goto report.close.commitments",
      "KH | Call the printer | 2026-03-01",
    ]
    let text = section("Roadmap", of: try markdown(try TestSession(hearing: lines)))
    #expect(text.contains("1 March 2026 – Call the printer (Kari Hauge)"), "\(text)")
  }

  @Test(
    arguments: [
      ("en", "(removed)"), ("nb", "(fjernet)"), ("da", "(fjernet)"), ("nl", "(verwijderd)"), ("fi", "(poistettu)"),
      ("sv", "(struket)"),
    ] as [(LanguageCode, String)])
  func whatWasRedactedStaysAsAGapInTheAnnex(_ language: LanguageCode, _ removed: String) throws {
    let lines = [
      "/people add KH | Kari Hauge | leader", "/decide Lervik leaves", "/park Lervik",
      "/task Call Lervik @KH 2026-03-01",
      "/redact DEC1", "/redact PARK1", "/redact TASK1",
    ]
    let text = try markdown(try TestSession(hearing: lines), in: language)
    #expect(text.split(separator: "\n").count { $0 == "- " + Markdown.escaped(removed) } == 3, "\(text)")
    #expect(!text.contains("Lervik") && !text.contains("1 March 2026"))
  }

  @Test func anAnswerThatWasRedactedIsNoRowOfADocument() throws {
    let offering = ["/goto situation.internal.offering", "Bread", "Buns"]
    let plain = try markdown(try TestSession(hearing: offering))
    let redacted = try markdown(
      try TestSession(hearing: ["/goto situation.internal.offering", "Lervik", "Bread", "Buns", "/redact 1"]))
    #expect(plain.contains("Bread") && redacted == plain)
  }

  @Test func whatTheRoomVotedForIsStarred() throws {
    let people = ["AB | Anna", "CD | Carl", "EF | Eva"].map { "/people add \($0)" }
    let rows = ["/goto birds.seen.short", "Song | 1 | lake", "Nest | 1 | moor"]
    let votes = ["/vote hands", "1:1 2:2", "/vote close"]
    let text = section("The birds", of: try markdown(try TestSession(.odd, hearing: people + birds + rows + votes)))
    #expect(text.contains("★ Nest") && !text.contains("★ Song"), "\(text)")
  }

  @Test func gridsOverAnswersAreReadable() throws {
    let room = try TestSession(
      .odd, hearing: birds + ["/goto birds.grids.cross", "2 x map: to fly", "/goto birds.grids.homes", "3: larks"])
    let text = section("The birds", of: try markdown(room))
    #expect(text.contains("- BIRD2 Grey heron × map and compass: to fly"))
    #expect(text.contains("- moor: larks"))
  }

  @Test func hostileAnswersStayAnswers() throws {
    let room = try TestSession(
      .odd,
      hearing: [
        "/goto birds.seen.list", "<script>alert(1)</script>", "| a | b |", "## Heading", "1. one",
        "/goto birds.seen.table", "\\| x \\| | 1",
      ])
    let html = try CMark.html(try markdown(room))
    #expect(!html.contains("<script>"))
    #expect(html.contains("<td>| x |</td>"))
    #expect(!html.contains("<h2>Heading"))
  }
}

private let birds = ["/goto birds.seen.list", "Great tit", "Grey heron", "Jay"]
