import Draft
import SessionFixtures
import Testing
import Workshop

/// Texts that mean something elsewhere, and texts beyond all measure, come out as text.
@Suite("Hostile texts in documents")
struct HostileTests {
  static let texts = [
    String(repeating: "[", count: 20_000), "a" + String(repeating: "\u{301}", count: 5_000),
    String(repeating: "![](/etc/passwd)", count: 500), String(repeating: "\"", count: 9_000), "\u{0}\u{FFFF}\u{202E}x",
    "</script></style><svg onload=alert(1)>", "\\end{document}", "=1+1",
  ]

  private func session(_ room: TestSession) -> Session {
    var session = room.session
    // Every fortieth, and those that are drawn: enough to meet each kind of block, and no more than a test can wait for.
    let drawn: Set<QuestionID> = ["kpi.select.sheet", "organise.flower.petals", "plan.calendar.slots"]
    for (place, question) in session.method.questions.enumerated()
    where place.isMultiple(of: 40) || drawn.contains(question.id) {
      for (number, text) in HostileTests.texts.enumerated() {
        let cells = question.columns.map { _ in text }
        let id = AnswerID(question: question.id, series: question.handles.series.first, number: number + 1)
        let entry = EntryID(epoch: "hostile", number: number)
        session.apply(
          [.answerGiven(Answer(id: id, cells: cells, speaker: text))], as: entry, at: Moment(millisecondsSince1970: 0))
      }
    }
    return session
  }

  @Test("They are written", arguments: ["draft", "strategy", "one-page", "slides"] as [DocumentID])
  func theyAreWritten(_ id: DocumentID) throws {
    let room = try TestSession(language: "en", run: "full")
    let session = session(room)
    let document = Document(draftOf: session, in: room.localization, as: id)
    let markdown = MarkdownWriter().text(of: document)
    let page = String(decoding: HTMLWriter().text(of: document), as: UTF8.self)
    let json = String(
      decoding: JSONExportWriter().text(of: session, in: room.localization, draft: document), as: UTF8.self)
    for target in PandocWriter.Target.allCases {
      let tree = String(decoding: PandocWriter(for: target, version: [1, 22]).text(of: document), as: UTF8.self)
      for node in ["\"Image\"", "\"Math\""] { #expect(!tree.contains("{\"t\":\(node)")) }
    }
    let calendar = String(
      decoding: CalendarWriter(session: "x\r\nATTENDEE:y").text(of: session, in: room.localization), as: UTF8.self)
    #expect(!page.contains("<script") && !page.contains("<svg onload") && !page.contains("</style><"))
    #expect(page.components(of: "</style>") == 1)
    #expect(!markdown.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{202E}"))
    #expect(!json.unicodeScalars.contains("\u{0}"))
    #expect(!calendar.contains("\r\nATTENDEE"))
  }

  @Test func formulasAreText() throws {
    let room = try TestSession(language: "nb", run: "full")
    let session = session(room)
    let question = try #require(session.method.question("kpi.select.sheet"))
    for isForExcel in [false, true] {
      let csv = String(
        decoding: CSVWriter(forExcel: isForExcel).text(of: question, in: session, room.localization), as: UTF8.self)
      let cells = csv.split { "\r\n,;".contains($0) }
      #expect(!cells.contains { $0.hasPrefix("=") })
      #expect(csv.contains("'=1+1"))
      #expect(csv.hasPrefix("\u{FEFF}") == isForExcel)
    }
  }
}

extension String {
  /// How often another text stands in it.
  fileprivate func components(of text: String) -> Int {
    ranges(of: text).count
  }
}
