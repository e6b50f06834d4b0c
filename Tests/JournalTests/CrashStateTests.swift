import Testing
import Workshop

@testable import Journal

/// The power goes at every moment of a session, and the disk keeps as little as it may: what was acknowledged is there all
/// the same. With any of the requests taken out that bring it to the disk, it is not, and these tests say so.
@Suite struct CrashStateTests {
  private static let path = "/s/journal.jsonl"

  @Test func `a power cut at any moment costs nothing that was acknowledged`() throws {
    var total = 0
    for disk in try CrashStateTests.runs() {
      var cuts = PowerCuts(disk)
      var number = 0
      cuts.cutEverywhere { path, bytes in
        number += 1
        guard Environment.isFull || number.isMultiple(of: 17) else { return nil }
        return CrashStateTests.goOn(path, bytes)
      }
      #expect(cuts.losses == [])
      total += cuts.count
    }
    #expect(total >= (Environment.isFull ? 60_000 : 20_000))
    if Environment.isFull { print("crash states: \(total)") }
  }

  @Test(arguments: RecordingDisk.Lie.allCases)
  func `without its syncs the same session loses what it acknowledged`(lie: RecordingDisk.Lie) throws {
    var losses = 0
    for disk in try CrashStateTests.runs(lie: lie, entries: 1) {
      var cuts = PowerCuts(disk)
      cuts.cutEverywhere()
      losses += cuts.losses.count
    }
    #expect(losses > 0)
  }

  /// Sessions that are begun, taken up after a cut, and files that are replaced.
  private static func runs(lie: RecordingDisk.Lie? = nil, entries: Int? = nil) throws -> [RecordingDisk] {
    let events = Sample.events.prefix(entries ?? Sample.events.count)
    let repeats = Environment.isFull && entries == nil ? 3 : 1
    var runs: [RecordingDisk] = []
    for first in stride(from: 0, to: events.count * repeats, by: 3) {
      let begun = RecordingDisk(lie: lie)
      try begin(on: begun, (first..<min(first + 3, events.count * repeats)).map { events[$0 % events.count] })
      runs.append(begun)
    }
    let line = Entry(id: EntryID(epoch: "k3f9", number: 2), at: Sample.moment, events: [Sample.answer(2, ["Brød"])])
      .line
    for rest in [[], [0x0A], Array(line[..<40]), Array(line[..<40]) + [0, 0, 0], [0, 0]] as [[UInt8]] {
      let disk = RecordingDisk([path: Sample.journal(entries: 1).bytes.dropLast(rest.isEmpty ? 1 : 0) + rest], lie: lie)
      try goOn(on: disk, Array(events.suffix(repeats * 4)))
      runs.append(disk)
    }
    let disk = RecordingDisk(["/s/draft.md": Array("old".utf8)], lie: lie)
    try saveSafely(Array(repeating: UInt8(ascii: "n"), count: 500), to: "/s/draft.md", storage: disk.storage)
    disk.acknowledge(.file("/s/draft.md", Array(repeating: UInt8(ascii: "n"), count: 500)))
    return runs + [disk]
  }

  private static func begin(on disk: RecordingDisk, _ events: [Event]) throws {
    let journal = try Journal.create(at: path, header: Sample.header, storage: disk.storage)
    disk.acknowledge(.journal(path))
    try append(events, to: journal, on: disk)
  }

  private static func goOn(on disk: RecordingDisk, _ events: [Event]) throws {
    let (journal, contents) = try Journal.open(path, at: Sample.moment, storage: disk.storage)
    for entry in contents.entries { disk.acknowledge(.entry(entry, in: path)) }
    try append(events, to: journal, on: disk)
  }

  private static func append(_ events: [Event], to journal: Journal, on disk: RecordingDisk) throws {
    for event in events {
      let seen = journal.seen
      let id = try journal.append([event], at: Sample.moment)
      disk.acknowledge(.entry(Entry(id: id, at: Sample.moment, events: [event], seen: seen), in: path))
    }
    try journal.close()
  }

  /// Goes on with what a cut has left; says what is wrong with that.
  private static func goOn(_ path: String, _ bytes: [UInt8]) -> String? {
    do {
      let before = try JournalContents(of: bytes)
      let disk = RecordingDisk([path: bytes])
      let (journal, _) = try Journal.open(path, at: Sample.moment, storage: disk.storage)
      let id = try journal.append([.endReached], at: Sample.moment)
      try journal.close()
      let after = try JournalContents(of: disk.fileBytes(of: path) ?? [])
      guard after.entries.last?.id == id else { return "the new entry is gone" }
      return before.entries.allSatisfy(after.entries.contains) ? nil : "an old entry is gone"
    } catch {
      return "\(error)"
    }
  }
}
