import SeededRandom
import Testing
import Workshop

@testable import Journal

/// Whatever becomes of the order of a journal's lines, of their line feeds and of the first of them: it is the same session,
/// or it is said what is missing.
@Suite struct DisorderTests {
  /// The journal of three writers: one who began, and two who went on at the same time; then one who had read all.
  private static let entries: [Entry] = {
    let seen: [(epoch: String, seen: [EntryID])] = [
      ("k3f9", []), ("b", [EntryID(epoch: "k3f9", number: 6)]), ("a", [EntryID(epoch: "k3f9", number: 4)]),
      ("z", [EntryID(epoch: "k3f9", number: 6), EntryID(epoch: "a", number: 6), EntryID(epoch: "b", number: 6)]),
    ]
    return seen.flatMap { epoch, seen in
      (1...6).map { number in
        Entry(
          id: EntryID(epoch: epoch, number: number), at: Sample.moment,
          events: [Sample.answer(number, ["\(epoch) \(number)"])], seen: number == 1 ? seen : [])
      }
    }
  }()

  private static let header = Sample.header.line(epoch: "k3f9")

  private static func file(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }

  @Test func `lines in any order give the same entries in the same order`() throws {
    var chance = Chance(seed: 17)
    var lines = DisorderTests.entries.map(\.line)
    let expected = try JournalContents(of: DisorderTests.file([DisorderTests.header] + lines)).inCausalOrder
    #expect(expected.count == 24)
    for round in 0..<(Environment.isFull ? 10_000 : 400) {
      lines.shuffle(using: &chance)
      // The first line may be anywhere as well.
      let place = round.isMultiple(of: 2) ? 0 : Int.random(in: 0...lines.count, using: &chance)
      let contents = try JournalContents(
        of: DisorderTests.file(Array(lines[..<place]) + [DisorderTests.header] + lines[place...]))
      #expect(contents.inCausalOrder == expected)
      #expect(contents.issues.isEmpty)
    }
  }

  @Test func `rivals are chosen by what they say, not by where they stand`() throws {
    var rival = DisorderTests.entries[3]
    rival.events = [Sample.answer(77, ["another"])]
    let lines = DisorderTests.entries.map(\.line)
    let one = try JournalContents(of: DisorderTests.file([DisorderTests.header] + lines + [rival.line]))
    let other = try JournalContents(of: DisorderTests.file([DisorderTests.header, rival.line] + lines))
    #expect(one.inCausalOrder == other.inCausalOrder)
    #expect(one.rivals == other.rivals && one.rivals.count == 1)
  }

  @Test func `a line feed lost anywhere loses nothing`() throws {
    let bytes = DisorderTests.file([DisorderTests.header] + DisorderTests.entries.map(\.line))
    for place in bytes.indices.dropLast() where bytes[place] == 0x0A {
      for instead: [UInt8] in [[], [0x20], [0x0D]] {
        var damaged = bytes
        damaged.replaceSubrange(place...place, with: instead)
        let contents = try JournalContents(of: damaged)
        #expect(contents.entries.count == 24)
        #expect(contents.issues.count == 1 && contents.isReadOnlyBecause == nil)
      }
    }
  }

  @Test func `what is joined is rewritten, resealed and parted line by line`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let lines = DisorderTests.entries.map(\.line)
      try write(DisorderTests.header + [0x0A] + lines.prefix(4).joined() + [0x0A], to: path)
      let (journal, contents) = try Journal.open(path, at: Sample.moment, storage: .system)
      #expect(contents.entries.count == 4)
      try journal.append(
        [.privacy(.answerRedacted(AnswerID(question: "situation.internal.offering", number: 2)))], at: Sample.moment)
      let (again, now) = try journal.rewritten(at: Sample.moment)
      try again.close()
      #expect(now.entries.count == 5)
      #expect(try fileBytes(of: path).text.contains("k3f9 3"))
    }
  }

  @Test func `marks of git go when the file is opened for writing, and both sides stay`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let lines = DisorderTests.entries.prefix(4).map(\.line)
      let marks = ["<<<<<<< HEAD", "=======", ">>>>>>> theirs"].map { Array($0.utf8) }
      try write(
        DisorderTests.file([DisorderTests.header, lines[0], marks[0], lines[1], marks[1], lines[2], marks[2], lines[3]]
        ),
        to: path)
      #expect(try Journal.read(path, storage: .system).holdsMarkers)
      let (journal, contents) = try Journal.open(path, at: Sample.moment, storage: .system)
      try journal.close()
      #expect(contents.entries.count == 4)
      #expect(try fileBytes(of: path) == DisorderTests.file([DisorderTests.header] + lines))
    }
  }

  @Test func `two sessions in one file are told apart, whatever the order of their lines`() throws {
    var header = Sample.header
    header.session = "another"
    let others = (1...5).map { number in
      Entry(
        id: EntryID(epoch: number < 4 ? "yy" : "xx", number: number < 4 ? number : number - 3), at: Sample.moment,
        events: [Sample.answer(number, ["other"])], seen: number == 4 ? [EntryID(epoch: "yy", number: 3)] : [])
    }
    var chance = Chance(seed: 3)
    var lines = (DisorderTests.entries + others).map(\.line) + [header.line(epoch: "yy")]
    for _ in 0..<50 {
      lines.shuffle(using: &chance)
      let bytes = DisorderTests.file([DisorderTests.header] + lines)
      let contents = try JournalContents(of: bytes)
      #expect(contents.entries.count == 24 && contents.issues.count == 1)
      guard case .otherSession? = contents.isReadOnlyBecause else {
        Issue.record("it may be written")
        return
      }
    }
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      try write(DisorderTests.file([DisorderTests.header] + lines), to: path)
      let mended = try Journal.mend(path, .split, storage: .system)
      #expect(try Journal.read(path, storage: .system).entries.count == 24)
      let part = try #require(mended.parted.first)
      #expect(try Journal.read(part.path, storage: .system).entries.count == 5)
      for path in [path, part.path] { #expect(try Journal.read(path, storage: .system).issues == []) }
    }
  }

  @Test func `a first line that is damaged or gone is written anew from a copy or from what is known`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let lines = DisorderTests.entries.map(\.line)
      let whole = try JournalContents(of: DisorderTests.file([DisorderTests.header] + lines))
      for first: [UInt8]? in [nil, Array(DisorderTests.header.dropFirst(30)), Array("{\"journal\":\"ple".utf8)] {
        try write(DisorderTests.file((first.map { [$0] } ?? []) + lines), to: path)
        let contents = try Journal.read(path, storage: .system)
        #expect(contents.entries.count == 24 && contents.isReadOnlyBecause == .headerDamaged)
        #expect(whole.isOfSameSession(as: contents))
        let mended = try Journal.mend(path, .header(Sample.header, epoch: "k3f9"), storage: .system)
        #expect(mended.old != nil)
        #expect(try fileBytes(of: path) == DisorderTests.file([DisorderTests.header] + lines))
      }
    }
  }

  @Test func `what could not be read again is not written`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let file = try Storage.system.open(path, .creating)
      let image = DisorderTests.file([DisorderTests.header])
      try Storage.system.writeAll(file, image)
      let journal = Journal(
        path: path, storage: .system, file: file, identity: FileIdentity(try Storage.system.status(file)),
        epoch: "k3f9",
        seen: [], image: image, mostLines: 3)
      for number in 1...2 { try journal.append([Sample.answer(number, ["x"])], at: Sample.moment) }
      #expect(throws: JournalError.tooLarge(.lines)) {
        try journal.append([Sample.answer(3, ["x"])], at: Sample.moment)
      }
      #expect(try Journal.read(path, storage: .system).entries.count == 2)
      var inMemory = InMemoryJournal(header: Sample.header, storage: .system, most: 1 << 20, mostLines: 2)
      _ = try inMemory.record([Sample.answer(1, ["x"])], at: Sample.moment)
      #expect(throws: JournalError.tooLarge(.lines)) {
        try inMemory.record([Sample.answer(2, ["x"])], at: Sample.moment)
      }
    }
  }

  @Test func `a file that others could read is its owner's alone once it is opened for writing`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      try write(DisorderTests.file([DisorderTests.header]), to: path)
      try setPermissions(of: path, 0o666)
      _ = try Journal.read(path, storage: .system)
      #expect(permissions(of: path) == 0o666)
      try Journal.open(path, at: Sample.moment, storage: .system).journal.close()
      #expect(permissions(of: path) == 0o600)
    }
  }
}
