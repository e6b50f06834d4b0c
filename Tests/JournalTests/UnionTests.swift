import SeededRandom
import Testing
import Workshop

@testable import Journal

/// Whatever copies there are of a session, and however they are united: it is the same journal.
@Suite struct UnionTests {
  /// A session that five writers went on with, some of them at the same time; the second entry of one has a rival.
  private static let whole: [Entry] = {
    var entries: [Entry] = []
    let seen: [String: [EntryID]] = [
      "m": [], "a": [EntryID(epoch: "m", number: 4)], "z": [EntryID(epoch: "m", number: 2)],
      "b": [EntryID(epoch: "z", number: 3), EntryID(epoch: "a", number: 1)], "c": [EntryID(epoch: "m", number: 4)],
    ]
    for (epoch, causes) in seen.sorted(by: { $0.key < $1.key }) {
      for number in 1...4 {
        entries.append(
          Entry(
            id: EntryID(epoch: epoch, number: number), at: Sample.moment,
            events: [Sample.events[(number + epoch.utf8.count) % Sample.events.count]], seen: number == 1 ? causes : [])
        )
      }
    }
    var rival = entries[5]
    rival.events = [Sample.answer(77, ["another"])]
    return entries + [rival]
  }()

  private static func contents(_ entries: [Entry]) throws -> JournalContents {
    try JournalContents(of: Sample.header.line(epoch: "m") + [0x0A] + entries.flatMap { $0.line + [0x0A] })
  }

  private static func united(_ readings: [JournalContents]) throws -> [UInt8] {
    try #require(Union(of: readings)).bytes
  }

  @Test func `any split, in any order, with repeats, gives the whole set`() throws {
    var numbers = Chance(seed: 11)
    let all = UnionTests.whole
    let expected = try UnionTests.united([UnionTests.contents(all)])
    for _ in 0..<(Environment.isFull ? 10_000 : 300) {
      var parts = Array(repeating: [Entry](), count: Int.random(in: 1...5, using: &numbers))
      for entry in all.shuffled(using: &numbers) {
        for _ in 0...Int.random(in: 0...1, using: &numbers) {
          parts[Int.random(in: parts.indices, using: &numbers)].append(entry)
        }
      }
      // Every copy has its header; an empty one is one that was only begun.
      let readings = try parts.map { try UnionTests.contents($0) }
      #expect(try UnionTests.united(readings) == expected)
      // Two by two from the left, and from the right.
      let left = try readings.dropFirst().reduce(UnionTests.united([readings[0]])) { united, contents in
        try UnionTests.united([try JournalContents(of: united), contents])
      }
      let right = try readings.dropLast().reversed().reduce(UnionTests.united([readings[readings.count - 1]])) {
        try UnionTests.united([$1, try JournalContents(of: $0)])
      }
      #expect(left == expected && right == expected)
    }
  }

  @Test func `causes come before effects, and nothing else is asked of the order`() throws {
    let entries = try #require(Union(of: [try UnionTests.contents(UnionTests.whole.reversed())])).entries
    #expect(entries.count == 20)
    for (index, entry) in entries.enumerated() {
      let before = Set(entries[..<index].map(\.id))
      if entry.id.number > 1 { #expect(before.contains(EntryID(epoch: entry.id.epoch, number: entry.id.number - 1))) }
      for seen in entry.seen { #expect(before.contains(seen), "\(entry.id)") }
    }
  }

  @Test func `a journal united with itself stays as it is`() throws {
    for name in ["full", "minimal", "odd-texts", "unknown-events"] {
      let bytes = try corpus("\(name).jsonl")
      let contents = try JournalContents(of: bytes)
      #expect(try UnionTests.united([contents, contents]) == bytes, "\(name)")
    }
  }

  @Test func `other sessions are not united`() throws {
    var other = try UnionTests.contents([])
    other.header.session = "other"
    #expect(Union(of: [other, try UnionTests.contents([])]) == nil)
    #expect(Union(of: []) == nil)
  }

  @Test func `an older copy does not bring back what was redacted`() throws {
    let secret = AnswerID(question: "q", number: 1)
    let given = Entry(
      id: EntryID(epoch: "m", number: 1), at: Sample.moment,
      events: [.answerGiven(Answer(id: secret, cells: ["Lervik selges"]))])
    let hidden = Entry(
      id: EntryID(epoch: "m", number: 2), at: Sample.moment, events: [.privacy(.answerRedacted(secret))])
    let newer = try UnionTests.contents([given, hidden])
    let older = try UnionTests.contents([given])
    for readings in [[newer, older], [older, newer]] {
      let bytes = try UnionTests.united(readings)
      #expect(!bytes.text.contains("Lervik"))
      #expect(try JournalContents(of: bytes).entries.count == 2)
    }
  }

  @Test func `an older copy does not bring back a parked point, whatever its writer called it`() throws {
    func entry(_ epoch: String, _ number: Int, _ event: Event, seen: [EntryID] = []) -> Entry {
      Entry(id: EntryID(epoch: epoch, number: number), at: Sample.moment, events: [event], seen: seen)
    }
    let before = [EntryID(epoch: "m", number: 1)]
    let second = SideItemID(.parked, 2)
    let both = entry("m", 1, .sideItem(.noted(SideItem(id: SideItemID(.parked, 1), text: "Lokalet"))))
    let theirs = entry("a", 1, .sideItem(.noted(SideItem(id: second, text: "Hva med Solvik"))), seen: before)
    let ours = [
      entry("b", 1, .sideItem(.noted(SideItem(id: second, text: "Lervik selges"))), seen: before),
      entry("b", 2, .sideItem(.closed(second, outcome: "Til Haugen"))),
    ]
    let hidden = entry("b", 3, .privacy(.sideItemRedacted(second)))
    let older = try UnionTests.contents([both, theirs] + ours)
    let newer = try UnionTests.contents([both] + ours + [hidden])
    for readings in [[newer, older], [older, newer]] {
      let bytes = try UnionTests.united(readings)
      for word in ["Lervik", "Haugen"] { #expect(!bytes.text.contains(word)) }
      for word in ["Lokalet", "Solvik"] { #expect(bytes.text.contains(word)) }
      #expect(try JournalContents(of: bytes).entries.count == 5)
    }
  }
}
