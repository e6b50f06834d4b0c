import Testing
import Workshop

@testable import Journal

@Suite struct AppendTests {
  @Test func `a journal is created, continued and read`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let first = try Journal.create(at: path, header: Sample.header, storage: .system)
      #expect(permissions(of: path) == 0o600)
      #expect(first.nextEntry.number == 1)
      for event in Sample.events {
        let expected = first.nextEntry
        #expect(try first.append([event], at: Sample.moment) == expected)
      }
      #expect(try first.append(Sample.events, at: Sample.moment).number == Sample.events.count + 1)
      try first.close()
      let (second, found) = try Journal.open(path, at: Sample.moment, storage: .system)
      #expect(found.header == Sample.header)
      #expect(found.entries.flatMap(\.events) == Sample.events + Sample.events)
      #expect(found.issues.isEmpty)
      #expect(found.epochs == [EntryID(epoch: first.epoch, number: Sample.events.count + 1)])
      #expect(second.epoch != first.epoch)
      try second.append([.endReached], at: Sample.moment)
      try second.append([.sessionClosed], at: Sample.moment)
      try second.close()
      let contents = try Journal.read(path, storage: .system)
      #expect(contents.issues.isEmpty)
      #expect(contents.entries.suffix(2).map(\.seen) == [found.epochs, []])
      #expect(contents.entries.suffix(2).map(\.id) == [1, 2].map { EntryID(epoch: second.epoch, number: $0) })
    }
  }

  @Test func `opening and closing writes nothing`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      try write(corpus("full.jsonl"), to: path)
      try Journal.open(path, at: Sample.moment, storage: .system).journal.close()
      #expect(try fileBytes(of: path) == corpus("full.jsonl"))
    }
  }

  @Test func `the entry is on disk before appending returns`() throws {
    try withFolder { folder in
      let faulty = FaultyStorage()
      let journal = try Journal.create(at: "\(folder)/journal.jsonl", header: Sample.header, storage: faulty.storage)
      #expect(faulty.count(.sync) == 2)
      let before = faulty.calls.count
      try journal.append(Sample.events, at: Sample.moment)
      #expect(Array(faulty.calls[before...]) == [.status, .statusOfPath, .write, .syncData])
    }
  }

  @Test func `nothing is created over something`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      try write("mine".utf8, to: path)
      #expect(throws: JournalError.alreadyExists) {
        try Journal.create(at: path, header: Sample.header, storage: .system)
      }
      #expect(try fileBytes(of: path).text == "mine")
      #expect(throws: JournalError.cannotCreate(.noSuchFile)) {
        try Journal.create(at: "\(folder)/none/journal.jsonl", header: Sample.header, storage: .system)
      }
    }
  }

  @Test func `a journal is open in one window`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let first = try Journal.create(at: path, header: Sample.header, storage: .system)
      try first.append([.endReached], at: Sample.moment)
      #expect(throws: JournalError.lockedElsewhere) { try Journal.open(path, at: Sample.moment, storage: .system) }
      #expect(try Journal.read(path, storage: .system).entries.count == 1)
      try first.close()
      #expect(throws: JournalError.closed) { try first.append([.endReached], at: Sample.moment) }
      let second = try Journal.open(path, at: Sample.moment, storage: .system).journal
      #expect(throws: JournalError.lockedElsewhere) { try Journal.open(path, at: Sample.moment, storage: .system) }
      try second.close()
    }
  }

  @Test func `a journal that is let go is unlocked`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      do { _ = try Journal.create(at: path, header: Sample.header, storage: .system) }
      _ = try Journal.open(path, at: Sample.moment, storage: .system)
    }
  }

  @Test func `what is no file of ours is not opened`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      try write(corpus("full.jsonl"), to: path)
      try makeSymbolicLink(from: "\(folder)/link", to: path)
      try makePipe("\(folder)/pipe")
      let others: [(String, JournalError)] = [
        ("none", .notFound), ("link", .notARegularFile(.symbolicLink)), ("pipe", .notARegularFile(.special)),
        (".", .notARegularFile(.folder)), ("journal.jsonl/x", .notFound),
        (String(repeating: "n", count: 300), .cannotOpen(.nameTooLong)),
      ]
      for (name, error) in others {
        #expect(throws: error, "\(name)") { try Journal.read("\(folder)/\(name)", storage: .system) }
        #expect(throws: error, "\(name)") {
          try Journal.open("\(folder)/\(name)", at: Sample.moment, storage: .system)
        }
      }
      var storage = Storage.system
      storage.user = { 4711 }
      #expect(throws: JournalError.belongsToSomebodyElse) {
        try Journal.open(path, at: Sample.moment, storage: storage)
      }
    }
  }

  @Test func `an entry goes into the file that was opened, or nowhere`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let journal = try Journal.create(at: path, header: Sample.header, storage: .system)
      try journal.append([.endReached], at: Sample.moment)
      let kept = try fileBytes(of: path)

      try Storage.system.rename(path, "\(folder)/aside")
      #expect(throws: JournalError.replaced(.removed)) { try journal.append([.endReached], at: Sample.moment) }
      try write(kept, to: path)
      #expect(throws: JournalError.replaced(.anotherFile)) { try journal.append([.endReached], at: Sample.moment) }
      try Storage.system.remove("\(folder)/aside")
      #expect(throws: JournalError.replaced(.removed)) { try journal.append([.endReached], at: Sample.moment) }
      #expect(try fileBytes(of: path) == kept)
    }
  }

  @Test func `nothing is appended behind what somebody else wrote`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let journal = try Journal.create(at: path, header: Sample.header, storage: .system)
      let size = try fileBytes(of: path).count
      let file = try Storage.system.open(path, .appending)
      try Storage.system.writeAll(file, Array("x\n".utf8))
      #expect(throws: JournalError.replaced(.size(expected: size, found: size + 2))) {
        try journal.append([.endReached], at: Sample.moment)
      }
      try Storage.system.truncate(file, size)
      #expect(try journal.append([.endReached], at: Sample.moment).number == 1)
      try Storage.system.close(file)
    }
  }

  @Test func `what is too large is refused, and the journal goes on`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let journal = try Journal.create(at: path, header: Sample.header, storage: .system)
      let cell = String(repeating: "a", count: Limit.cell.most)
      #expect(throws: JournalError.tooLarge(.cell)) {
        try journal.append([Sample.answer(1, ["", cell + "a"])], at: Sample.moment)
      }
      #expect(throws: JournalError.tooLarge(.line)) {
        try journal.append((1...128).map { Sample.answer($0, [cell]) }, at: Sample.moment)
      }
      #expect(try journal.append([Sample.answer(1, [cell])], at: Sample.moment).number == 1)
      try journal.close()
      #expect(try Journal.read(path, storage: .system).issues.isEmpty)
    }
  }

  /// However little is taken at once, the journal is the same.
  @Test(arguments: [1, 7, 64])
  func `short writes are finished`(most: Int) throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let faulty = FaultyStorage()
      faulty.write(atMost: most)
      let journal = try Journal.create(at: path, header: Sample.header, storage: faulty.storage)
      try journal.append(Sample.events, at: Sample.moment)
      try journal.close()
      let contents = try Journal.read(path, storage: .system)
      #expect(contents.entries.map(\.events) == [Sample.events])
      #expect(contents.issues.isEmpty)
    }
  }

  /// A full disk at every byte: the file ends in a whole line, the entry can be appended once there is room, and its name is
  /// the one it would have had.
  @Test func `a full disk costs nothing`() throws {
    try withFolder { folder in
      let line = Entry(
        id: EntryID(epoch: "abcde", number: 1), at: Sample.moment, events: [Sample.answer(1, ["Kaffe og lunsj"])]
      ).line
      for room in 0...line.count {
        let path = "\(folder)/\(room).jsonl"
        let faulty = FaultyStorage()
        let journal = try Journal.create(at: path, header: Sample.header, storage: faulty.storage)
        let before = try fileBytes(of: path)
        faulty.leaveRoom(for: room)
        for _ in 0..<2 {
          #expect(throws: JournalError.cannotWrite(.diskFull)) {
            try journal.append([Sample.answer(1, ["Kaffe og lunsj"])], at: Sample.moment)
          }
        }
        #expect(try fileBytes(of: path) == before)
        faulty.heal()
        #expect(try journal.append([Sample.answer(1, ["Kaffe og lunsj"])], at: Sample.moment).number == 1)
        #expect(try Journal.read(path, storage: .system).issues.isEmpty)
      }
    }
  }

  @Test func `what cannot be cut back at once is cut back before the next entry`() throws {
    try withFolder { folder in
      let path = "\(folder)/journal.jsonl"
      let faulty = FaultyStorage()
      let journal = try Journal.create(at: path, header: Sample.header, storage: faulty.storage)
      faulty.leaveRoom(for: 20)
      faulty.fail(.truncate, with: .inputOutput, forEver: true)
      #expect(throws: JournalError.cannotWrite(.diskFull)) { try journal.append([.endReached], at: Sample.moment) }
      // Even then, nothing that was acknowledged is hidden by what is torn.
      #expect(try Journal.read(path, storage: .system).issues == [.torn(line: 2)])
      #expect(throws: JournalError.cannotWrite(.inputOutput)) { try journal.append([.endReached], at: Sample.moment) }
      faulty.heal()
      try journal.append([.endReached], at: Sample.moment)
      #expect(try Journal.read(path, storage: .system).issues.isEmpty)
      #expect(try Journal.read(path, storage: .system).entries.count == 1)
    }
  }

  @Test func `after a sync that failed nothing more is written or synced`() throws {
    try withFolder { folder in
      let faulty = FaultyStorage()
      let journal = try Journal.create(at: "\(folder)/journal.jsonl", header: Sample.header, storage: faulty.storage)
      faulty.fail(.syncData, with: .inputOutput)
      #expect(throws: JournalError.syncFailed(.inputOutput)) { try journal.append([.endReached], at: Sample.moment) }
      let calls = faulty.calls
      for _ in 0..<3 {
        #expect(throws: JournalError.syncFailed(.inputOutput)) { try journal.append([.endReached], at: Sample.moment) }
      }
      #expect(faulty.calls == calls)
    }
  }
}
