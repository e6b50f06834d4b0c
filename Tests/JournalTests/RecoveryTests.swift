import Testing
import Workshop

@testable import Journal

/// What is found in a file of the corpus.
struct Found: Sendable, CustomTestStringConvertible {
  var file: String
  /// The numbers of the entries; those of a second epoch follow.
  var entries: [Int]
  var issues: [JournalIssue] = []
  var rivals: [Int] = []
  var tornText: String?
  var readOnly: ReadOnly?
  var epochs: [EntryID]?

  var testDescription: String { file }

  static let all: [Found] = [
    Found(file: "minimal", entries: []),
    Found(
      file: "full", entries: Array(1...15) + [1, 2],
      epochs: [EntryID(epoch: "k3f9", number: 15), EntryID(epoch: "b7x2m", number: 2)]),
    Found(file: "odd-texts", entries: [1, 2]),
    Found(file: "odd-order", entries: [1], issues: [.editedByHand(line: 2)]),
    Found(file: "no-line-feed", entries: [1, 2]),
    Found(file: "torn", entries: [1, 2], issues: [.torn(line: 4)], tornText: "Kaffe og lu"),
    Found(file: "torn-in-a-letter", entries: [], issues: [.torn(line: 2)], tornText: "Surdeigsbr"),
    Found(
      file: "torn-paste", entries: [], issues: [.torn(line: 2)],
      tornText: "Brød\nFlere bestillinger | OL | 2026-12-31\nBo"),
    Found(file: "torn-with-nuls", entries: [1], issues: [.torn(line: 3), .nulsAtEnd(37)]),
    Found(file: "nuls", entries: [1, 2], issues: [.nulsAtEnd(4096)]),
    Found(file: "nuls-no-line-feed", entries: [1], issues: [.nulsAtEnd(5)]),
    Found(
      file: "damaged-middle", entries: [1, 3, 5],
      issues: [
        .damaged(line: 3, .notJSON), .damaged(line: 5, .notJSON), .damaged(line: 6, .notARecord),
        .missing(epoch: "k3f9", numbers: 2...2), .missing(epoch: "k3f9", numbers: 4...4),
      ]),
    Found(
      file: "damaged-letter", entries: [1, 3],
      issues: [.damaged(line: 3, .notUTF8), .missing(epoch: "k3f9", numbers: 2...2)]),
    Found(file: "edited", entries: [1, 2, 3], issues: [.editedByHand(line: 3)]),
    Found(file: "edited-no-checksum", entries: [1, 2, 3], issues: [.editedByHand(line: 3)]),
    Found(file: "edited-header", entries: [1], issues: [.editedByHand(line: 1)]),
    Found(file: "repeated", entries: [1, 2, 3], issues: [.repeated(2)]),
    Found(
      file: "rivals", entries: [1, 2, 3], issues: [.rivals(EntryID(epoch: "k3f9", number: 2), lines: [3, 4])],
      rivals: [2]),
    Found(
      file: "gap", entries: [1, 4, 1],
      issues: [.missing(epoch: "k3f9", numbers: 2...3), .missing(epoch: "k3f9", numbers: 5...6)]),
    Found(
      file: "conflict", entries: [1, 2, 1],
      issues: [.conflictMarker(line: 3), .conflictMarker(line: 5), .conflictMarker(line: 7)]),
    Found(
      file: "conflict-diff3", entries: [1, 2, 1],
      issues: [
        .conflictMarker(line: 3), .conflictMarker(line: 5), .conflictMarker(line: 6), .conflictMarker(line: 8),
      ]),
    Found(file: "header-repeated", entries: [1, 2], issues: [.headerRepeated(line: 3)]),
    Found(
      file: "header-of-another", entries: [1, 2], issues: [.otherSession(line: 3, session: "zzzzzzzzzzzzzzzz")],
      readOnly: .otherSession(line: 3)),
    Found(file: "header-damaged", entries: [1, 2], issues: [.headerDamaged(line: 1)]),
    Found(
      file: "header-without-method", entries: [1, 2], issues: [.headerDamaged(line: 1)], readOnly: .headerDamaged),
    Found(file: "header-gone", entries: [1, 2], issues: [.headerDamaged(line: 1)], readOnly: .headerDamaged),
    Found(file: "header-late", entries: [1], issues: [.damaged(line: 1, .notJSON)]),
    Found(file: "crlf", entries: [1, 2], issues: [.carriageReturns(3)]),
    Found(file: "bom-and-blanks", entries: [1, 2], issues: [.byteOrderMark, .blankLines(3)]),
    Found(
      file: "need-unknown", entries: [1], readOnly: .needs(["sealed-votes", "teleport"])),
    Found(
      file: "unknown-events", entries: [1, 2, 3, 4],
      issues: [
        .unknownEvent(line: 3, type: "dots-placed"), .unknownEvent(line: 3, type: "answer-given"),
        .unknownMember(line: 4, name: "room"), .unknownMember(line: 4, name: "mood"),
      ]),
    Found(file: "repaired", entries: [1, 1], tornText: "Skillingsb"),
    Found(file: "deep", entries: [1], issues: [.damaged(line: 2, .tooDeep)]),
    Found(
      file: "deep-unknown", entries: [1],
      issues: [.unknownEvent(line: 2, type: "dots-placed"), .damaged(line: 3, .tooDeep)]),
    Found(
      file: "members-twice", entries: [2],
      issues: [.damaged(line: 2, .notJSON), .missing(epoch: "k3f9", numbers: 1...1)]),
    Found(
      file: "half-surrogate", entries: [2],
      issues: [.damaged(line: 2, .notJSON), .missing(epoch: "k3f9", numbers: 1...1)]),
  ]
}

@Suite struct RecoveryTests {
  @Test(arguments: Found.all)
  func `a damaged journal opens`(found: Found) throws {
    let contents = try JournalContents(of: corpus("\(found.file).jsonl"))
    #expect(contents.entries.map(\.id.number) == found.entries)
    #expect(contents.issues == found.issues)
    #expect(contents.rivals.map(\.id.number) == found.rivals)
    #expect(contents.tornText == found.tornText)
    #expect(contents.isReadOnlyBecause == found.readOnly)
    if let epochs = found.epochs { #expect(contents.epochs == epochs) }
  }

  /// Reading leaves the file as it is, and so does opening what must not be written. Opening for writing keeps every line,
  /// and what is appended then is read, with nothing wrong that was not wrong before.
  @Test(arguments: Found.all)
  func `a damaged journal can be continued`(found: Found) throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let before = try corpus("\(found.file).jsonl")
      try write(before, to: path)
      let contents = try Journal.read(path, storage: .system)
      #expect(try fileBytes(of: path) == before)
      if let reason = found.readOnly {
        #expect(throws: JournalError.isReadOnly(reason)) { try Journal.open(path, at: Sample.moment, storage: .system) }
        #expect(try fileBytes(of: path) == before)
        return
      }
      let (journal, found) = try Journal.open(path, at: Sample.moment, storage: .system)
      // Marks of git go, and nothing else does.
      let isRewritten = contents.holdsMarkers
      #expect(found.entries == contents.entries && (isRewritten || found.issues == contents.issues))
      let id = try journal.append([Sample.answer(99, ["Videre"])], at: Sample.moment)
      try journal.close()
      let after = try Journal.read(path, storage: .system)
      #expect(try isRewritten || fileBytes(of: path).starts(with: before[..<contents.end.length]))
      #expect(after.entries.last?.id == id)
      #expect(after.entries.last?.events == [Sample.answer(99, ["Videre"])])
      let kept = after.entries.dropLast().filter { $0.repair == nil || contents.entries.contains($0) }
      #expect(Array(kept) == contents.entries)
      #expect(
        after.entries.compactMap(\.repair).last == contents.end.torn ?? contents.entries.compactMap(\.repair).last)
      #expect(
        after.issues
          == contents.issues.filter { issue in
            if case .torn = issue { return false }
            if case .conflictMarker = issue { return false }
            if case .nulsAtEnd = issue { return false }
            return true
          })
      #expect(after.entries.first { $0.id.epoch == id.epoch }?.seen == contents.epochs)
    }
  }

  @Test(
    arguments: [
      ("empty", .notAJournal(.empty)), ("only-nuls", .notAJournal(.onlyNULs)), ("utf16", .notAJournal(.utf16)),
      ("utf16-no-bom", .notAJournal(.utf16)), ("line-feeds", .notAJournal(.noHeader)),
      ("other-json-lines", .notAJournal(.noHeader)), ("prose", .notAJournal(.noHeader)),
      ("header-torn", .notAJournal(.noHeader)), ("format-99", .newerFormat(99)),
    ] as [(String, JournalError)])
  func `what is no journal is left alone`(file: String, error: JournalError) throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let before = try corpus("\(file).jsonl")
      try write(before, to: path)
      #expect(throws: error) { try Journal.read(path, storage: .system) }
      #expect(throws: error) { try Journal.open(path, at: Sample.moment, storage: .system) }
      #expect(try fileBytes(of: path) == before)
    }
  }

  @Test func `every file of the corpus has its row`() throws {
    let rows =
      Found.all.map(\.file) + [
        "empty", "only-nuls", "utf16", "utf16-no-bom", "line-feeds", "other-json-lines", "prose", "header-torn",
        "format-99",
      ]
    let files = try Storage.system.names("\(#filePath.folder)/Corpus").map { String($0.dropLast(6)) }
    #expect(files.sorted() == rows.sorted())
  }

  @Test func `texts are read to the byte`() throws {
    let contents = try JournalContents(of: corpus("odd-texts.jsonl"))
    let cells = contents.entries.map { entry -> [String] in
      if case .answerGiven(let answer) = entry.events[0] { return answer.cells }
      return []
    }
    #expect(Array(cells[0][0].utf8) == Array("e\u{301} é ÆØÅ 🥐 \" \\ / <script> =1+1 | , # `".utf8))
    #expect(
      Array(cells[1][0].utf8)
        == Array("\u{1B}[2J\u{9B}31m\u{202E}gnp.exe\u{200B}\u{2028}\u{FEFF}\u{E0041}\0\r\n".utf8))
  }

  @Test func `what a damaged header still tells is used`() throws {
    #expect(try JournalContents(of: corpus("minimal.jsonl")).header == Sample.header)
    var expected = Sample.header
    expected.language = ""
    #expect(try JournalContents(of: corpus("header-damaged.jsonl")).header == expected)
    expected = Sample.header
    expected.method = ""
    #expect(try JournalContents(of: corpus("header-without-method.jsonl")).header == expected)
  }

  /// Both copies were continued; git wrote the lines of both into one file, some of them twice.
  @Test func `a union of two copies opens`() throws {
    let base = try corpus("full.jsonl")
    let lines = base.split(separator: 0x0A)
    let merged = (lines + lines[3...8] + lines.prefix(1)).joined(separator: [0x0A]) + [0x0A]
    let contents = try JournalContents(of: Array(merged))
    #expect(contents.entries == (try JournalContents(of: base)).entries)
    #expect(contents.issues == [.headerRepeated(line: 25), .repeated(6)])
  }

  @Test func `too many lines, and too many bytes, are an error of their own`() throws {
    let header = Sample.header.line(epoch: "k3f9")
    #expect(throws: JournalError.tooLarge(.lines)) {
      try JournalContents(of: header + Array(repeating: 0x0A, count: Limit.lines.most + 1) + header)
    }
    var long = header + [0x0A] + Array(repeating: UInt8(ascii: " "), count: Limit.line.most + 1)
    long += [UInt8(ascii: "x"), 0x0A]
    #expect(try JournalContents(of: long).issues == [.damaged(line: 2, .tooLarge(.line))])
  }
}
