import Draft
import Foundation
import SessionFixtures
import Testing
import Workshop

@Suite("The documents that are handed out")
struct DocumentSetTests {
  private static func bakery() throws -> TestSession { try workshop("bergen-bakery-core.nb") }

  private static func workshop(_ name: String) throws -> TestSession {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = try String(contentsOf: root.appending(path: "Sessions/\(name).plenum"), encoding: .utf8)
    var room = try TestSession()
    // Some scripts hold lines that are refused on purpose.
    for line in script.split(separator: "\n") where !line.hasPrefix("#") { _ = try? room.hear(String(line)) }
    return room
  }

  private static func texts(_ document: Document) -> [String] {
    document.parts.flatMap { part in
      part.blocks.flatMap(\.texts).map(\.text) + part.notes.map(\.text) + [part.title ?? ""]
    }
  }

  @Test(
    "Boards read names, no handles and no initials",
    arguments: ["bergen-bakery-core.nb", "port-ellis-museum.en", "gemeente-waterlo.nl"])
  func boardsReadNames(_ name: String) throws {
    let room = try DocumentSetTests.workshop(name)
    #expect(room.session.isAnswered("post.objectives.smart"))
    let initials = Set(room.session.participants.map(\.initials))
    for id: DocumentID in ["strategy", "one-page", "slides"] {
      let document = Document(draftOf: room.session, in: room.localization, as: id)
      for text in DocumentSetTests.texts(document) {
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init) {
          #expect(word.last?.isNumber != true || room.session.answer(Handle(word)) == nil, "\(id): \(text)")
          #expect(!initials.contains(word) || word == "HR", "\(id): \(text)")
        }
      }
    }
  }

  @Test(
    "A workshop of half a day stands on one page without a word cut",
    arguments: ["bergen-bakery.nb", "port-ellis-museum.en"])
  func onePageIsWhole(_ name: String) throws {
    let room = try DocumentSetTests.workshop(name)
    let page = Document(draftOf: room.session, in: room.localization, as: "one-page")
    #expect(DocumentSetTests.texts(page).allSatisfy { !$0.hasSuffix("…") })
  }

  @Test("What was measured is drawn on its way, and told below", arguments: PandocWriter.Target.allCases)
  func measuredValuesAreDrawn(_ target: PandocWriter.Target) throws {
    let room = try DocumentSetTests.measured()
    let document = Document(draftOf: room.session, in: room.localization, as: "interim-report")
    let picture = try #require(document.pictures(for: target).first)
    #expect(picture.text.contains("KPI1 Followers") && picture.text.contains("412"))
    let page = String(decoding: HTMLWriter().text(of: document), as: UTF8.self)
    #expect(page.contains("<figure class=\"course\">"))
    let tree = String(
      decoding: PandocWriter(for: target, version: [1, 22], hasPictures: true).text(of: document), as: UTF8.self)
    #expect(tree.contains(picture.name + ".png"))
    #expect(MarkdownWriter().text(of: document).contains("412"))
  }

  @Test("A board reads of measured values by their names") func measuredValuesHaveNames() throws {
    let room = try DocumentSetTests.measured()
    let strategy = Document(draftOf: room.session, in: room.localization, as: "strategy")
    let figures = try #require(strategy.parts.first { $0.id == "doc.figures" })
    let measured = figures.blocks.flatMap(\.texts).map(\.text).filter { $0.contains("412") }
    #expect(!measured.isEmpty && !DocumentSetTests.texts(strategy).contains { $0.contains("KPI1") })
  }

  @Test("A span of handles is every one of them, by its name", arguments: ["KPI1–KPI3", "KPI1-KPI3", "KPI1–3"])
  func spansOfHandles(_ span: String) throws {
    let more = ["Visitors", "Calls"].map {
      "OBJ1 | \($0) | reach | people | 1 | 8 | 2026-08-29 | count them | monthly | KH"
    }
    let lines = DocumentSetTests.kpi.map { $0.replacing("More followers", with: "More of \(span) in May") } + more
    let room = try TestSession(run: "core", hearing: lines)
    let strategy = Document(draftOf: room.session, in: room.localization, as: "strategy")
    #expect(DocumentSetTests.texts(strategy).contains { $0.contains("More of Followers, Visitors, Calls in May") })
  }

  @Test("Reports wait until there is something to report") func reportsWait() throws {
    func offered(_ room: TestSession) -> [String] {
      room.session.method.drafts.filter(room.session.offers).map(\.id.rawValue).filter { $0.hasSuffix("report") }
    }
    #expect(offered(try TestSession(hearing: DocumentSetTests.kpi)).isEmpty)
    #expect(offered(try DocumentSetTests.measured()) == ["iteration-report", "interim-report"])
  }

  /// An objective with a KPI, and a value of it.
  private static let kpi = [
    "/people add KH | Kari Hauge", "/goto frame.goals.organisation", "More guests | organisation",
    "/goto post.people.audiences", "Families | they are near | facebook | we counted them",
    "/goto post.objectives.smart",
    "More followers | GOAL1 | AUD1 | followers | followers | 400 | 800 | 2026-08-29 | KH", "/goto kpi.select.sheet",
    "OBJ1 | Followers | reach | followers | 400 | 800 | 2026-08-29 | count them | monthly | KH",
  ]

  private static func measured() throws -> TestSession {
    var room = try TestSession(run: "core", hearing: kpi)
    room.today = try #require(Day(iso: "2026-06-30"))
    try room.hear("/measure KPI1 412")
    return room
  }

  @Test("Slides are eight to ten with the first") func slidesAreFew() throws {
    let room = try DocumentSetTests.bakery()
    let slides = Document(draftOf: room.session, in: room.localization, as: "slides")
    #expect((7...10).contains(slides.parts.count), "\(slides.parts.map(\.id))")
    #expect(slides.parts.dropFirst().contains { !$0.notes.isEmpty })
  }

  @Test("A chapter that holds nothing is a line among the open points") func emptyChaptersAreLines() throws {
    let room = try TestSession(language: "en", run: "half-day")
    let document = Document(draftOf: room.session, in: room.localization, as: "strategy")
    #expect(!document.parts.contains { $0.id == "doc.actions" })
    let open = try #require(document.parts.first { $0.id == "doc.open" })
    #expect(open.blocks.flatMap(\.texts).contains { $0.text.contains("“Action plan”") })
  }

  /// The room's language, the draft's, and what stands in it: an amount and the label of a column.
  static let currencies: [(room: LanguageCode, draft: LanguageCode, amount: String, label: String)] = [
    ("nb", "en", "NOK\u{A0}1,500", "Amount (NOK)"), ("en", "nb", "1\u{A0}500\u{A0}£", "Beløp (£)"),
    ("da", "nb", "1\u{A0}500\u{A0}DKK", "Beløp (DKK)"), ("nl", "fi", "1\u{A0}500\u{A0}€", "(€)"),
    ("sv", "nl", "SEK\u{A0}1.500", "(SEK)"), ("nb", "da", "1.500\u{A0}NOK", "(NOK)"),
    ("en", "en", "£1,500", "Amount (£)"),
  ]

  @Test("Amounts stay in the currency of the room, whatever language they are read in", arguments: currencies)
  func currencyIsTheRooms(_ row: (room: LanguageCode, draft: LanguageCode, amount: String, label: String)) throws {
    let lines = ["/goto plan.resources.budget", "Film | 1 | 1000 | 2026", "Ads | 1 | 500 | 2026"]
    let room = try TestSession(language: row.room, run: "half-day", hearing: lines)
    let words = try room.localization(row.draft).counting(as: room.localization.language.numbers)
    let text = MarkdownWriter().text(of: Document(draftOf: room.session, in: words, as: "action-plan"))
    #expect(text.contains(row.amount) && text.contains(Markdown.escaped(row.label)), "\(text)")
  }

  @Test("Sentences that name an amount name the room's currency, and words that begin like a sign stay")
  func sentencesNameTheCurrency() throws {
    let room = try TestSession(language: "nb")
    var texts = try TestSession(language: "da").localization.texts
    texts.checks = ["a": Template("{sum} kr. af {n} kr.", one: "Kun {sum} kr.")]
    let danish = try room.localization("da").language
    let words = Localization(language: danish, texts: texts).counting(as: room.localization.language.numbers)
    #expect(words.texts.checks["a"] == Template("{sum}\u{A0}NOK af {n}\u{A0}NOK.", one: "Kun {sum}\u{A0}NOK."))
    texts.checks = ["a": Template("{count} krav, {sum} kr")]
    let norwegian = Localization(language: room.localization.language, texts: texts).counting(as: danish.numbers)
    #expect(norwegian.texts.checks["a"] == Template("{count} krav, {sum}\u{A0}DKK"))
  }

  @Test("A sum is a row of the body in every format") func sumsAreRows() throws {
    let lines = [
      "/run half-day", "/goto plan.resources.budget", "Film | content | 1000 | 2026", "Ads | ads | 500 | 2026",
    ]
    let room = try TestSession(language: "en", hearing: lines)
    let document = Document(draftOf: room.session, in: room.localization, as: "action-plan")
    #expect(MarkdownWriter().text(of: document).contains("**£1,500**"))
    let page = String(decoding: HTMLWriter().text(of: document), as: UTF8.self)
    #expect(page.contains("1,500") && !page.contains("<tfoot"))
    for target in PandocWriter.Target.allCases {
      let tree = String(decoding: PandocWriter(for: target, version: [1, 22]).text(of: document), as: UTF8.self)
      let body = try #require(tree.range(of: "1,500"))
      // The foot of a pandoc table is the last part of it, and always empty here.
      #expect(tree[body.upperBound...].contains("[[\"\",[],[]],[]]"))
    }
  }

  @Test("What was passed over on purpose is no gap") func skippedIsNoGap() throws {
    let room = try TestSession(
      language: "en", hearing: ["/run half-day", "/goto direction.mission.statement", "/skip later"])
    let document = Document(draftOf: room.session, in: room.localization)
    let texts = document.parts.flatMap(\.blocks).flatMap(\.texts)
    let skipped = try #require(texts.first { $0.isSkipped })
    #expect(!skipped.isGap && skipped.text.contains("later"))
  }

  @Test("A German noun keeps its capital where it is missing") func nounsKeepTheirCapitals() throws {
    let room = try TestSession(language: "de", hearing: ["/goto frame.goals.organisation", "Mehr | ~"])
    let texts = Document(draftOf: room.session, in: room.localization).parts.flatMap(\.blocks).flatMap(\.texts)
    for gap in texts where gap.isGap && gap.text.hasSuffix("?") {
      #expect(gap.text.first?.isUppercase == true, "\(gap)")
    }
  }

  @Test("A road map says who does what, month by month, without a second dash") func theRoadMapIsReadable() throws {
    let room = try DocumentSetTests.bakery()
    let markdown = MarkdownWriter().text(of: Document(draftOf: room.session, in: room.localization, as: "action-plan"))
    #expect(!markdown.contains(": dato)") && !markdown.contains(": frist)"))
    #expect(markdown.contains("(Kari Hauge)"))
  }

  @Test("Drawings are pictures with words where there are files for them", arguments: PandocWriter.Target.allCases)
  func drawingsArePictures(_ target: PandocWriter.Target) throws {
    let room = try DocumentSetTests.bakery()
    let document = Document(draftOf: room.session, in: room.localization, as: target == .pptx ? "slides" : "strategy")
    let pictures = document.pictures(for: target)
    #expect(!pictures.isEmpty)
    let writer = PandocWriter(for: target, version: [1, 22], hasPictures: true)
    let tree = String(decoding: writer.text(of: document), as: UTF8.self)
    for picture in pictures {
      #expect(tree.contains(picture.name + ".png") && !picture.text.isEmpty)
      #expect(String(decoding: picture.svg, as: UTF8.self).contains("<title>"))
    }
    #expect(pictures == Document(draftOf: room.session, in: room.localization, as: document.id).pictures(for: target))
  }

  @Test("Damage is said at the beginning") func damageIsSaid() throws {
    let room = try TestSession(language: "en")
    let document = Document(draftOf: room.session, in: room.localization, as: "one-page", missing: 3)
    #expect(document.parts[0].blocks.flatMap(\.texts).contains { $0.text.contains("3 lines") })
  }
}
