import Testing

@testable import Journal

@Suite struct SafeSavingTests {
  @Test func `a file is replaced as a whole`() throws {
    try withFolder { folder in
      let path = "\(folder)/draft.md"
      try saveSafely("one".utf8, to: path, storage: .system)
      #expect(permissions(of: path) == 0o600)
      try saveSafely("two, and longer".utf8, to: path, storage: .system)
      #expect(try fileBytes(of: path).text == "two, and longer")
      #expect(try Storage.system.names(folder) == ["draft.md"])
    }
  }

  @Test func `the file is on disk before it gets its name, and the name before saving returns`() throws {
    try withFolder { folder in
      let faulty = FaultyStorage()
      try saveSafely("one".utf8, to: "\(folder)/draft.md", storage: faulty.storage)
      #expect(
        faulty.calls == [.statusOfPath, .open, .write, .sync, .rename, .close, .open, .sync, .close]
          || faulty.calls == [.statusOfPath, .open, .write, .sync, .close, .rename, .open, .sync, .close])
    }
  }

  @Test func `only a file is replaced`() throws {
    try withFolder { folder in
      try write("mine".utf8, to: "\(folder)/file")
      try makeSymbolicLink(from: "\(folder)/link", to: "\(folder)/file")
      try makeSymbolicLink(from: "\(folder)/broken", to: "\(folder)/none")
      try makePipe("\(folder)/pipe")
      try Storage.system.makeFolder("\(folder)/folder")
      let others: [(String, FileKind)] = [
        ("link", .symbolicLink), ("broken", .symbolicLink), ("pipe", .special), ("folder", .folder),
      ]
      for (name, kind) in others {
        #expect(throws: JournalError.notARegularFile(kind)) {
          try saveSafely("new".utf8, to: "\(folder)/\(name)", storage: .system)
        }
      }
      #expect(throws: JournalError.notARegularFile(.special)) {
        try saveSafely("new".utf8, to: "/dev/full", storage: .system)
      }
      #expect(throws: JournalError.cannotCreate(.noSuchFile)) {
        try saveSafely("new".utf8, to: "\(folder)/none/draft.md", storage: .system)
      }
      #expect(try fileBytes(of: "\(folder)/file").text == "mine")
      #expect(try Storage.system.names(folder).count == 5)
    }
  }

  @Test(
    arguments: [Request.open, .write, .sync, .rename], [Fault.diskFull, .inputOutput, .readOnlyDisk, .notPermitted])
  func `after a fault the old file is as it was`(request: Request, fault: Fault) throws {
    try withFolder { folder in
      let path = "\(folder)/draft.md"
      try saveSafely("old".utf8, to: path, storage: .system)
      let faulty = FaultyStorage()
      faulty.fail(request, with: fault)
      #expect(throws: JournalError.self) { try saveSafely("new".utf8, to: path, storage: faulty.storage) }
      #expect(try fileBytes(of: path).text == "old")
      #expect(try Storage.system.names(folder) == ["draft.md"])
    }
  }

  @Test func `a full disk at any byte leaves the old file`() throws {
    try withFolder { folder in
      let path = "\(folder)/draft.md"
      try saveSafely("old".utf8, to: path, storage: .system)
      for room in 0..<"something new".utf8.count {
        let faulty = FaultyStorage()
        faulty.leaveRoom(for: room)
        #expect(throws: JournalError.cannotWrite(.diskFull)) {
          try saveSafely("something new".utf8, to: path, storage: faulty.storage)
        }
        #expect(try fileBytes(of: path).text == "old")
      }
    }
  }

  @Test func `signals and short writes do not matter`() throws {
    try withFolder { folder in
      let faulty = FaultyStorage()
      faulty.write(atMost: 2)
      for request in [Request.open, .write, .sync] { faulty.fail(request, with: .interrupted) }
      try saveSafely("something new".utf8, to: "\(folder)/draft.md", storage: faulty.storage)
      #expect(try fileBytes(of: "\(folder)/draft.md").text == "something new")
    }
  }
}
