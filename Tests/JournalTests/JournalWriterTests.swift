import Testing
import Workshop

@testable import Journal

@Suite struct JournalWriterTests {
  /// A journal of one entry on a storage that can be made to fail, and a recorder for it.
  private func writer(in folder: String) throws -> (JournalWriter, FaultyStorage, path: String) {
    let faulty = FaultyStorage()
    let path = "\(folder)/journal.jsonl"
    let journal = try Journal.create(at: path, header: Sample.header, storage: faulty.storage)
    var writer = JournalWriter(journal)
    _ = try writer.record([.titleGiven("Kringla")], at: Sample.moment)
    return (writer, faulty, path)
  }

  private func texts(_ path: String) throws -> [String] {
    try Journal.read(path, storage: .system).entries.flatMap(\.events).compactMap { event in
      if case .answerGiven(let answer) = event { answer.cells[0] } else { nil }
    }
  }

  @Test func `what a full disk does not take is kept, and written in order when there is room`() throws {
    try withFolder { folder in
      var (writer, faulty, path) = try writer(in: folder)
      faulty.leaveRoom(for: 30)
      for number in 1...3 {
        let id = try writer.record([Sample.answer(number, ["\(number)"])], at: Sample.moment)
        #expect(id.number == number + 1)
        #expect(writer.trouble == .cannotWrite(.diskFull))
      }
      #expect(writer.unsaved.count == 3)
      #expect(try texts(path) == [])
      faulty.heal()
      _ = try writer.record([Sample.answer(4, ["4"])], at: Sample.moment)
      #expect(writer.isSaved && writer.trouble == nil)
      #expect(try texts(path) == ["1", "2", "3", "4"])
      #expect(try Journal.read(path, storage: .system).issues == [])
    }
  }

  @Test func `after a failed sync nothing more goes into that file, and everything goes into another`() throws {
    try withFolder { folder in
      var (writer, faulty, path) = try writer(in: folder)
      faulty.fail(.syncData, 2, with: .inputOutput)
      for number in 1...3 { _ = try writer.record([Sample.answer(number, ["\(number)"])], at: Sample.moment) }
      #expect(writer.trouble == .syncFailed(.inputOutput))
      #expect(faulty.count(.syncData) == 2)
      #expect(throws: JournalError.syncFailed(.inputOutput)) { try writer.close() }
      try writer.save(to: "\(folder)/elsewhere.jsonl", at: Sample.moment)
      _ = try writer.record([Sample.answer(4, ["4"])], at: Sample.moment)
      #expect(try texts("\(folder)/elsewhere.jsonl") == ["1", "2", "3", "4"])
      #expect(try Journal.read("\(folder)/elsewhere.jsonl", storage: .system).issues == [])
      // The first of them had reached the old file; united with it, nothing stands there twice.
      #expect(try texts(path) == ["1"])
    }
  }

  @Test func `a copy in need goes to the first place that takes it`() throws {
    try withFolder { folder in
      var (writer, faulty, _) = try writer(in: folder)
      #expect(writer.emergencyCopy(in: [folder]) == nil)
      faulty.fail(.write, with: .diskFull, forEver: true)
      _ = try writer.record([Sample.answer(1, ["Kaffe"])], at: Sample.moment)
      #expect(writer.emergencyCopy(in: [folder]) == nil)
      faulty.heal()
      let path = try #require(writer.emergencyCopy(in: ["\(folder)/none", folder]))
      #expect(path.hasPrefix("\(folder)/journal.rescued-"))
      #expect(try texts(path) == ["Kaffe"])
      #expect(permissions(of: path) == 0o600)
    }
  }

  /// What git, an editor or a synchronising folder may do to a file that is open, and what stands at its place then.
  enum Deed: CaseIterable {
    case removed, olderCopy, newerCopy, cutInPlace, emptied, another, garbage, folder
  }

  @Test(arguments: Deed.allCases)
  func `a file that is replaced behind our back costs nothing`(deed: Deed) throws {
    try withFolder { folder in
      var (writer, _, path) = try writer(in: folder)
      _ = try writer.record([Sample.answer(1, ["1"])], at: Sample.moment)
      let older = try fileBytes(of: path)
      _ = try writer.record([Sample.answer(2, ["2"])], at: Sample.moment)
      let newer = try fileBytes(of: path)
      switch deed {
      case .removed: try Storage.system.remove(path)
      case .olderCopy: try write(older, to: path)
      case .newerCopy:
        try write(newer, to: path)
        let (other, _) = try Journal.open(path, at: Sample.moment, storage: .system)
        try other.append([Sample.answer(7, ["theirs"])], at: Sample.moment)
        try other.close()
      case .cutInPlace, .emptied:
        let file = try Storage.system.open(path, .overwriting)
        try Storage.system.truncate(file, deed == .emptied ? 0 : older.count)
        try Storage.system.close(file)
      case .another:
        var header = Sample.header
        header.session = "other"
        try write(header.line(epoch: "zzzzz") + [0x0A], to: path)
      case .garbage: try write("no journal\n".utf8, to: path)
      case .folder:
        try Storage.system.remove(path)
        try Storage.system.makeFolder(path)
      }
      let id = try writer.record([Sample.answer(3, ["3"])], at: Sample.moment)
      #expect(writer.isSaved)
      let now = try #require(writer.journal?.path)
      let contents = try Journal.read(now, storage: .system)
      #expect(Set(try texts(now)) == Set(["1", "2", "3"] + (deed == .newerCopy ? ["theirs"] : [])))
      #expect(contents.entries.contains { $0.id == id } && contents.rivals.isEmpty && contents.issues.isEmpty)
      let recoveries = writer.takeRecoveries()
      #expect(writer.takeRecoveries() == [])
      switch deed {
      case .removed: #expect(recoveries == [.writtenAgain])
      case .olderCopy: #expect(recoveries == [.followed(JournalNews(written: 2))])
      case .newerCopy:
        let news = JournalNews(written: 1, heard: 1, speakers: [JournalNews.Share(speaker: "KH", count: 1)])
        #expect(recoveries == [.followed(news)])
      case .cutInPlace: #expect(recoveries == [.followed(JournalNews(written: 2))])
      case .emptied, .another, .garbage, .folder: #expect(recoveries == [.rescued(now)])
      }
      #expect((now == path) == [.removed, .olderCopy, .newerCopy, .cutInPlace].contains(deed))
    }
  }

  @Test func `a file that somebody else has open now is not recovered, and nothing is lost`() throws {
    try withFolder { folder in
      var (writer, _, path) = try writer(in: folder)
      let bytes = try fileBytes(of: path)
      try write(bytes, to: path)
      let other = try Journal.open(path, at: Sample.moment, storage: .system).journal
      _ = try writer.record([Sample.answer(1, ["1"])], at: Sample.moment)
      #expect(writer.trouble == .lockedElsewhere)
      try other.close()
      _ = try writer.record([Sample.answer(2, ["2"])], at: Sample.moment)
      #expect(writer.isSaved)
      #expect(try texts(path) == ["1", "2"])
    }
  }

  @Test func `a session that is only looked at records nothing`() {
    var writer = JournalWriter(nil)
    #expect(throws: JournalError.lockedElsewhere) { try writer.record([.endReached], at: Sample.moment) }
  }
}
