import Testing
import Workshop

@testable import Journal

@Suite struct InMemoryJournalTests {
  /// Texts of every length and every kind of character, most of them short.
  private static let texts = [
    "Kaffe og lunsj", "", "«Rundstykker» & \"kringler\"", "\u{1}\u{202E}\u{E0041}",
    String(repeating: "ø", count: 2_000),
    String(repeating: "\u{7}", count: 8_000),
  ]

  private func inMemory(most: Int = Limit.file.most) -> InMemoryJournal {
    InMemoryJournal(header: Sample.header, storage: .system, most: most)
  }

  /// What a journal holds in which the same was recorded.
  private func written(_ entries: [[Event]], by epoch: String) -> [UInt8] {
    var bytes = Sample.header.line(epoch: epoch) + [0x0A]
    for (index, events) in entries.enumerated() {
      bytes += Entry(id: EntryID(epoch: epoch, number: index + 1), at: Sample.moment, events: events).line + [0x0A]
    }
    return bytes
  }

  @Test func `it holds what a journal would, in order, however many entries are being written elsewhere`() throws {
    var inMemory = inMemory()
    let entries = (1...2_500).map { number -> [Event] in
      let texts = number.isMultiple(of: 100) ? InMemoryJournalTests.texts : Array(InMemoryJournalTests.texts[..<4])
      let events = [Sample.answer(number, [texts[number / 100 % texts.count], "\(number)"])]
      return number.isMultiple(of: 3) ? events + [Sample.events[number % Sample.events.count]] : events
    }
    for events in entries { _ = try inMemory.record(events, at: Sample.moment) }
    #expect(inMemory.bytes == written(entries, by: inMemory.last.epoch))
    #expect(try JournalContents(of: inMemory.bytes).entries.map(\.events) == entries)
    try withFolder { folder in
      try inMemory.save(to: "\(folder)/journal.jsonl", storage: .system)
      #expect(try fileBytes(of: "\(folder)/journal.jsonl") == inMemory.bytes)
    }
  }

  @Test func `a copy of it is a place to come back to`() throws {
    var inMemory = inMemory()
    _ = try inMemory.record([Sample.answer(1, ["one"])], at: Sample.moment)
    let copy = inMemory
    for number in 2...1_500 { _ = try inMemory.record([Sample.answer(number, ["more"])], at: Sample.moment) }
    #expect(copy.bytes == written([[Sample.answer(1, ["one"])]], by: inMemory.last.epoch))
    #expect(copy.last.number == 1)
  }

  @Test func `it takes as much as a file may hold, and no byte more`() throws {
    let most = 20_000
    var inMemory = inMemory(most: most)
    var number = 0
    let error = #expect(throws: JournalError.self) {
      while true {
        _ = try inMemory.record([Sample.answer(number + 1, ["An answer"])], at: Sample.moment)
        number += 1
      }
    }
    #expect(error == .tooLarge(.file))
    let full = inMemory.bytes
    let line = Entry(id: inMemory.last, at: Sample.moment, events: [Sample.answer(number, ["An answer"])]).line
    #expect(full.count < most && full.count + line.count + 2 > most)
    // Nothing was recorded, and the next one has the number that this one would have had.
    #expect(throws: JournalError.tooLarge(.file)) {
      try inMemory.record([Sample.answer(number + 1, ["An answer"])], at: Sample.moment)
    }
    #expect(inMemory.bytes == full)
    #expect(inMemory.last.number == number)
  }

  @Test func `what is too large is refused when it is recorded`() throws {
    var inMemory = inMemory()
    let (line, cell) = (String(repeating: "a", count: 2 << 20), String(repeating: "a", count: 9_000))
    #expect(throws: JournalError.tooLarge(.line)) {
      try inMemory.record([.questionSkipped("q", reason: line)], at: Sample.moment)
    }
    #expect(throws: JournalError.tooLarge(.cell)) { try inMemory.record([Sample.answer(1, [cell])], at: Sample.moment) }
    #expect(inMemory.bytes == written([], by: inMemory.last.epoch))
  }

  /// Entries are promised a place before they are written.
  @Test func `a line never takes more bytes than were reckoned for it`() {
    var reckoned = 0
    for text in InMemoryJournalTests.texts {
      let answer = AnswerID(question: QuestionID(text), series: text, number: Int.min)
      let further: [Event] = [
        .answerGiven(
          Answer(id: answer, place: Place(row: text, across: text), cells: [text, text], speaker: text)),
        .answerRevised(answer, cells: [text, ""], speaker: text), .cellsAsked(answer, ["a", ColumnID(text)]),
        .questionEntered(QuestionID(text)),
      ]
      for events in (Sample.events + further).map({ [$0] }) + [further] {
        let entry = Entry(id: EntryID(epoch: "k3f9a", number: Int.max), at: Sample.moment, events: events)
        guard let most = entry.bytesAtMost else { continue }
        reckoned += 1
        #expect(entry.line.count < most)
      }
    }
    #expect(reckoned > 50)
  }
}
