import Testing
import Workshop

@testable import Journal

/// Every request of a session fails in every way, once and for ever: what was acknowledged is there, nothing breaks, and a
/// sync that failed is never asked for again.
@Suite struct FaultMatrixTests {
  private static let faults: [Fault] = [
    .diskFull, .inputOutput, .quotaExceeded, .readOnlyDisk, .interrupted, .notPermitted, .fileTooLarge,
  ]

  @Test(arguments: Request.allCases)
  func `a fault costs nothing that was acknowledged`(request: Request) throws {
    try withFolder { folder in
      var runs = 0
      for fault in FaultMatrixTests.faults {
        for isForever in [false, true] where !(isForever && fault == .interrupted) {
          var occurrence = 1
          while true {
            runs += 1
            let faulty = FaultyStorage()
            faulty.fail(request, occurrence, with: fault, forEver: isForever)
            let path = "\(folder)/\(runs).jsonl"
            let acknowledged = try session(at: path, faulty: faulty)
            if faulty.count(request) < occurrence { break }
            if !acknowledged.isEmpty {
              let contents = try Journal.read(path, storage: .system)
              #expect(
                acknowledged.allSatisfy { contents.entries.map(\.id).contains($0) },
                "\(request) \(occurrence) \(fault) \(isForever)")
              #expect(contents.rivals.isEmpty)
            }
            occurrence += 1
          }
        }
      }
    }
  }

  /// Creates, appends, tears, opens again and appends, trying everything twice.
  private func session(at path: String, faulty: FaultyStorage) throws -> [EntryID] {
    var acknowledged: [EntryID] = []
    let storage = faulty.storage
    let created = try? Journal.create(at: path, header: Sample.header, storage: storage)
    guard let first = created ?? (try? Journal.create(at: path, header: Sample.header, storage: storage)) else {
      #expect((try? fileBytes(of: path)) == nil || faulty.count(.remove) > 0)
      return []
    }
    append(to: first, noting: &acknowledged)
    if (try? first.close()) == nil { try? first.close() }
    // The end of the file is torn while nobody has it open.
    if let file = try? Storage.system.open(path, .appending) {
      try Storage.system.writeAll(file, Array(#"{"w":"torn","n":1,"at":"2026"#.utf8) + [0, 0, 0])
      try Storage.system.close(file)
    }
    let opened = try? Journal.open(path, at: Sample.moment, storage: storage).journal
    if let second = opened ?? (try? Journal.open(path, at: Sample.moment, storage: storage).journal) {
      append(to: second, noting: &acknowledged)
      if (try? second.close()) == nil { try? second.close() }
    }
    return acknowledged
  }

  private func append(to journal: Journal, noting acknowledged: inout [EntryID]) {
    for number in 1...2 {
      for _ in 1...2 {
        guard let id = try? journal.append([Sample.answer(number, ["Kaffe"])], at: Sample.moment) else { continue }
        acknowledged.append(id)
        break
      }
    }
  }
}
