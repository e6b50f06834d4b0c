import Testing
import Workshop

@testable import Journal

/// What was redacted is gone: from what is read, from the file once it is opened, and from whatever an older copy brings.
@Suite struct RedactionTests {
  private static let secret = AnswerID(question: "q", series: "OBJ", number: 1)
  private static let loan = SideItemID(.task, 1)
  private static let person = AnswerID(question: "people", number: 1)

  private static let said: [[Event]] = [
    [.titleGiven("Kari Hauges verksted")],
    [.answerGiven(Answer(id: person, cells: ["KH", "Kari Hauge", "leder"]))],
    [.answerGiven(Answer(id: secret, cells: ["Vi selger alt i Bergen", "KH"], speaker: "KH"))],
    [.answerRevised(secret, cells: ["Vi selger nesten alt", "KH, OL"], speaker: nil)],
    [.answerGiven(Answer(id: AnswerID(question: "q", series: "OBJ", number: 2), cells: ["Spør Kari", "OL, KH"]))],
    [.questionSkipped("x", reason: "Hauge vet det")],
    [
      .sideItem(
        .noted(
          SideItem(id: loan, text: "Søk om lån", owner: "MB", due: Day(iso: "2027-03-01"), speaker: "JB", question: "q")
        ))
    ],
    [.sideItem(.revised(loan, text: "Søk om penger", owner: "AK", due: Day(iso: "2027-04-01")))],
    [.sideItem(.closed(loan, outcome: "Banken sa nei"))],
    [.sideItem(.noted(SideItem(id: SideItemID(.parked, 1), text: "Lokalet")))],
  ]

  private func journal(_ path: String, redactions: [Event]) throws -> [UInt8] {
    let journal = try Journal.create(at: path, header: Sample.header, storage: .system)
    for events in RedactionTests.said { try journal.append(events, at: Sample.moment) }
    let before = try fileBytes(of: path)
    try journal.append(redactions, at: Sample.moment)
    try journal.close()
    return before
  }

  private static let ofLoan = ["lån", "penger", "Banken", "\"MB\"", "\"JB\"", "\"AK\"", "2027"]
  private static let words = ["selger", "Kari", "Hauge", "KH", "Lokalet"] + ofLoan

  /// What is hidden, and the words that are gone for it.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let events: [Event]
    let gone: [String]
  }

  @Test func `a word of the header that was said and redacted leaves the header alone`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let journal = try Journal.create(at: path, header: Sample.header, storage: .system)
      let run = AnswerID(question: "run", number: 1)
      try journal.append([.answerGiven(Answer(id: run, cells: [Sample.header.run.rawValue]))], at: Sample.moment)
      try journal.append([.privacy(.answerRedacted(run))], at: Sample.moment)
      let (rewritten, _) = try journal.rewritten(at: Sample.moment)
      try rewritten.close()
      let contents = try Journal.read(path, storage: .system)
      #expect(contents.header == Sample.header)
      #expect(contents.isReadOnlyBecause == nil)
    }
  }

  @Test(arguments: [
    Row(testDescription: "an answer", events: [.privacy(.answerRedacted(secret))], gone: ["selger"]),
    Row(
      testDescription: "a name", events: [.privacy(.pseudonymGiven(person, name: "P1"))], gone: ["Kari", "Hauge", "KH"]),
    Row(testDescription: "a task and what became of it", events: [.privacy(.sideItemRedacted(loan))], gone: ofLoan),
    Row(
      testDescription: "all of them",
      events: [
        .privacy(.answerRedacted(secret)), .privacy(.pseudonymGiven(person, name: "P1")),
        .privacy(.sideItemRedacted(loan)),
      ],
      gone: ["selger", "Kari", "Hauge", "KH"] + ofLoan),
  ])
  func `what is hidden is not read, and leaves the file when that is opened`(row: Row) throws {
    let gone = row.gone
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let older = try journal(path, redactions: row.events)
      let contents = try Journal.read(path, storage: .system)
      #expect(contents.holdsHidden)
      let (journal, opened) = try Journal.open(path, at: Sample.moment, storage: .system)
      try journal.append([.endReached], at: Sample.moment)
      try journal.close()
      #expect(opened.entries == contents.entries)
      let text = try fileBytes(of: path).text
      for word in gone { #expect(!text.contains(word), "\(word)") }
      for word in RedactionTests.words where !gone.contains(word) { #expect(text.contains(word), "\(word)") }
      #expect(try Journal.read(path, storage: .system).issues == [])
      #expect(permissions(of: path) == 0o600)

      // git writes the lines of an older copy into it, and a line that a power cut has torn stands behind them.
      let torn = Array(older.split(separator: 0x0A)[3].dropLast(20))
      try write(fileBytes(of: path) + older + torn, to: path)
      let united = try Journal.read(path, storage: .system)
      #expect(united.entries.dropLast().elementsEqual(contents.entries))
      #expect(united.rivals == [] && united.tornText.map { $0.contains("selger") } != gone.contains("selger"))
      try Journal.open(path, at: Sample.moment, storage: .system).journal.close()
      let again = try fileBytes(of: path).text
      for word in gone { #expect(!again.contains(word), "\(word)") }
    }
  }

  @Test func `nothing is written anew where nothing is hidden`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let before = try journal(path, redactions: [.endReached])
      #expect(try !Journal.read(path, storage: .system).holdsHidden)
      #expect(try fileBytes(of: path).starts(with: before))
    }
  }

  /// Wherever writing the journal anew fails, the old file or the new one stands there, and the session goes on.
  @Test(arguments: [Request.open, .write, .sync, .rename, .status, .statusOfPath, .lock, .read])
  func `a fault while it is taken out costs nothing`(request: Request) throws {
    try withFolder { folder in
      for occurrence in 1...6 {
        let faulty = FaultyStorage()
        let path = "\(folder)/\(occurrence).jsonl"
        var writer = JournalWriter(try Journal.create(at: path, header: Sample.header, storage: faulty.storage))
        for events in RedactionTests.said { _ = try writer.record(events, at: Sample.moment) }
        _ = try writer.record([.privacy(.answerRedacted(RedactionTests.secret))], at: Sample.moment)
        faulty.fail(request, faulty.count(request) + occurrence, with: .inputOutput)
        _ = try? writer.hide(at: Sample.moment)
        faulty.heal()
        _ = try writer.record([.endReached], at: Sample.moment)
        #expect(writer.isSaved, "\(request) \(occurrence): \(String(describing: writer.trouble))")
        let contents = try Journal.read(path, storage: .system)
        #expect(contents.entries.count == RedactionTests.said.count + 2, "\(request) \(occurrence)")
        #expect(!contents.entries.flatMap(\.line).text.contains("selger"))
      }
    }
  }
}
