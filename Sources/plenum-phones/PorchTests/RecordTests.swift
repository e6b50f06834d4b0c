import Foundation
import PhoneProtocol
import Testing

@testable import Porch

@Suite struct RecordTests {
  static let records: [Record] = [
    .head(code: "K7QM", port: 8080), .phone(number: 1, Sample.token(1)), .mute(phone: 1, true),
    .form(id: "f1", Sample.ideas), .form(id: "f2", Sample.vote(.dots(3, mostOnOne: 2))),
    .letter(
      Letter(
        id: "1-a", phone: 1, name: "Kåre \"\u{1F600}\"", moment: 12,
        content: .idea(question: "q", cells: ["a|b", "\\", ""]))),
    .ballot(Box.Ballot(id: "1-b", phone: 1, round: 3, sequence: 1_795_864_583_825, marks: [0, 3, 0])),
    .remembered(["1-c", "2-d"]),
  ]

  @Test func `the checksum is that of the standard`() {
    #expect(Checksum.digits(of: "123456789".utf8) == Array("e3069283".utf8))
  }

  @Test(arguments: records) func `a record is read as it was written`(record: Record) {
    #expect(record.line.last == 0x0A)
    #expect(Record(line: record.line.dropLast()) == record)
  }

  @Test(arguments: records) func `a record that was changed anywhere is none`(record: Record) {
    let line = Array(record.line.dropLast())
    for place in line.indices {
      var changed = line
      changed[place] ^= 1
      #expect(Record(line: changed) == nil)
    }
  }

  /// What was told to be there is there, wherever a crash tore the rest off, and none of it twice.
  @Test func `any cut of a letterbox gives what stands before it`() throws {
    try withFolder { folder in
      let path = "\(folder)/letterbox.jsonl"
      let bytes = RecordTests.records.flatMap(\.line)
      for cut in 0...bytes.count {
        try Data(bytes[..<cut]).write(to: URL(filePath: path))
        var file = try LetterboxFile(path: path)
        let (read, isDamaged) = try file.records()
        let whole = bytes[..<cut].count { $0 == 0x0A }
        #expect(read == Array(RecordTests.records.prefix(whole)))
        #expect(!isDamaged)
        try file.append(Record.remembered(["9-z"]).line, isLasting: true)
        #expect(try file.records().records == read + [.remembered(["9-z"])])
        file.end(isRemoved: false)
      }
    }
  }

  @Test func `a line that was damaged is passed over, and it is said`() throws {
    try withFolder { folder in
      let path = "\(folder)/letterbox.jsonl"
      var bytes = RecordTests.records.flatMap(\.line)
      bytes[3] ^= 1
      try Data(bytes).write(to: URL(filePath: path))
      var file = try LetterboxFile(path: path)
      let (read, isDamaged) = try file.records()
      #expect(read == Array(RecordTests.records.dropFirst()))
      #expect(isDamaged)
      file.end(isRemoved: false)
    }
  }

  @Test func `only its owner can read it, only one has it, and it goes when it is removed`() throws {
    try withFolder { folder in
      let path = "\(folder)/letterbox.jsonl"
      var file = try LetterboxFile(path: path)
      #expect(throws: LetterboxFile.Failure.inUse) { try LetterboxFile(path: path) }
      try file.append(RecordTests.records[0].line, isLasting: true)
      try file.replace(with: RecordTests.records[1].line)
      #expect(throws: LetterboxFile.Failure.inUse) { try LetterboxFile(path: path) }
      #expect(try file.records().records == [RecordTests.records[1]])
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letterbox.jsonl"])
      file.end(isRemoved: true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `nothing is written through a link that somebody else laid`() throws {
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/letterbox.jsonl", withDestinationPath: "\(folder)/elsewhere")
      #expect(throws: LetterboxFile.Failure.self) { try LetterboxFile(path: "\(folder)/letterbox.jsonl") }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/elsewhere"))
    }
  }

  @Test func `writing down a porch and reading it again changes nothing that counts`() {
    var random = SeededNumbers(seed: 9)
    for _ in 0..<50 {
      var state = PorchState.showing(Sample.ideas, phones: 5)
      _ = state.show(Sample.notice(2, Sample.vote(.dots(9, mostOnOne: nil))))
      for id in 1...30 {
        let phone = Int.random(in: 1...5, using: &random)
        if Bool.random(using: &random) {
          _ = state.send(["c0": "text \(id)"], phone: phone, id: id, form: "f1", at: id * 2_000)
        } else {
          _ = state.send(["m0": "\(id % 9)", "seq": "\(id)"], phone: phone, id: id, form: "f2", at: id * 2_000)
        }
        if id.isMultiple(of: 7), let letter = state.box.letters.randomElement(using: &random) {
          state.settle([letter.id])
        }
      }
      let lines = state.records.flatMap(\.line).split(separator: 0x0A)
      let after = PorchState(code: "XXXX", records: lines.compactMap { Record(line: $0) }, at: 0)
      #expect(after.code == state.code)
      #expect(after.box.letters == state.box.letters)
      #expect(after.box.ballots(to: 1) == state.box.ballots(to: 1))
      #expect(after.phones.all.map(\.token) == state.phones.all.map(\.token))
      for id in 1...30 {
        for phone in 1...5 {
          let name = Sample.id(id).letterID(from: phone)
          #expect(after.box.knows(name) == state.box.knows(name))
        }
      }
    }
  }
}
