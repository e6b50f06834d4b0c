import Testing

@testable import Journal

@Suite struct SessionsFolderTests {
  @Test(arguments: [
    ("Kringla & Korn", "kringla-korn"), ("Blåbær og fløte", "blaabaer-og-floete"), ("BLÅBÆR", "blaabaer"),
    ("Blåbær", "blaabaer"), ("Hyvää päivää", "hyvaa-paivaa"), ("Één café", "een-cafe"), ("Cafe\u{301}", "cafe"),
    ("Straße", "strasse"), ("Þórður", "thordur"), ("İstanbul", "istanbul"), ("  --Q3 / 2026--  ", "q3-2026"),
    ("", "session"), ("…", "session"), ("..", "session"), ("../../etc/passwd", "etc-passwd"), (".hidden", "hidden"),
    ("-rf", "rf"), ("/", "session"), ("計画", "session"), ("План 7", "7"), ("🥐 Bakeri 🥐", "bakeri"),
    ("a\0b\u{1B}[2J", "a-b-2j"), ("CON", "con"),
    (String(repeating: "å", count: 300), String(repeating: "aa", count: 36)),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 72)),
    (String(repeating: "x ", count: 300), String(repeating: "x-", count: 35) + "x"),
  ])
  func `a title gives a name`(title: String, name: String) {
    #expect(SessionsFolder.folderName(for: title) == name)
    #expect(SessionsFolder.isName(SessionsFolder.folderName(for: title)))
  }

  @Test func `sessions get folders of their own, and the last written stands last`() throws {
    try withFolder { parent in
      let folder = SessionsFolder("\(parent)/a/Sessions", storage: .system)
      #expect(try folder.list() == [])
      try folder.create()
      try folder.create()
      #expect(permissions(of: folder.path) == 0o700)
      #expect(permissions(of: "\(parent)/a") == 0o700)
      #expect(try fileBytes(of: "\(folder.path)/.gitattributes").text == "journal.jsonl merge=union -text\n")
      let names = try (0..<3).map { _ in try folder.createSession(titled: "Kringla & Korn") }
      #expect(names == ["kringla-korn", "kringla-korn-2", "kringla-korn-3"])
      // A folder without a journal is no session yet.
      #expect(try folder.list() == [])
      for name in [names[1], names[0], names[2]] {
        #expect(permissions(of: "\(folder.path)/\(name)") == 0o700)
        try Journal.create(at: folder.journalPath(of: name), header: Sample.header, storage: .system).close()
      }
      let times = Dictionary(uniqueKeysWithValues: zip(names, [20_000_000, 30_000_000, 10_000_000] as [Int64]))
      var storage = Storage.system
      storage.statusOfPath = { path throws(Fault) in
        var status = try Storage.system.statusOfPath(path)
        status.modified = times.first { path.hasSuffix("/\($0.key)/journal.jsonl") }?.value ?? 0
        return status
      }
      #expect(try SessionsFolder(folder.path, storage: storage).list() == [names[2], names[0], names[1]])
    }
  }

  @Test func `a session is found by its name, a beginning, or its title`() throws {
    try withFolder { path in
      let folder = SessionsFolder(path, storage: .system)
      for name in ["kringla-korn", "kringla-korn-2", "blaabaer", "Min økt"] {
        try Storage.system.makeFolder("\(path)/\(name)")
        try write(corpus("minimal.jsonl"), to: "\(path)/\(name)/journal.jsonl")
      }
      try Storage.system.makeFolder("\(path)/kringla-empty")
      try Storage.system.makeFolder("\(path)/.hidden")
      try write(corpus("minimal.jsonl"), to: "\(path)/.hidden/journal.jsonl")
      try makeSymbolicLink(from: "\(path)/linked", to: "\(path)/blaabaer")
      try Storage.system.makeFolder("\(path)/hollow")
      try makeSymbolicLink(from: "\(path)/hollow/journal.jsonl", to: "\(path)/blaabaer/journal.jsonl")
      #expect(try Set(folder.list()) == ["kringla-korn", "kringla-korn-2", "blaabaer", "Min økt"])
      let found = [
        ("kringla-korn", "kringla-korn"), ("Kringla & Korn", "kringla-korn"), ("kringla-korn-", "kringla-korn-2"),
        ("b", "blaabaer"), ("Blåbær", "blaabaer"), ("blå", "blaabaer"), ("BLAA", "blaabaer"), ("min", "Min økt"),
        ("Min økt", "Min økt"),
      ]
      for (typed, name) in found { #expect(try folder.locate(typed) == name, "\(typed)") }
      #expect(throws: JournalError.ambiguous(["kringla-korn", "kringla-korn-2"])) { try folder.locate("kri") }
      for typed in ["kringla-empty", "linked", "hollow", "none", "&", "kringla-korn-22"] {
        #expect(throws: JournalError.notFound, "\(typed)") { try folder.locate(typed) }
      }
      let unfit = [
        "", ".", "..", "../\(path)", "/etc/passwd", "a/b", ".hidden", "-rf", "a\0b", "a\nb", "\u{1B}[2J", "a\u{202E}b",
        String(repeating: "n", count: 300),
      ]
      for typed in unfit {
        #expect(throws: JournalError.notASessionName, "\(typed.debugDescription)") { try folder.locate(typed) }
        #expect(throws: JournalError.notASessionName) { try folder.journalPath(of: typed) }
      }
    }
  }

  /// A disk may hold both spellings of a letter; each is found by its own bytes.
  @Test func `two spellings are two names`() throws {
    try withFolder { path in
      let names = ["caf\u{E9}", "cafe\u{301}"]
      for name in names {
        try Storage.system.makeFolder("\(path)/\(name)")
        try write(corpus("minimal.jsonl"), to: "\(path)/\(name)/journal.jsonl")
      }
      let folder = SessionsFolder(path, storage: .system)
      for name in names { #expect(try Array(folder.locate(name).utf8) == Array(name.utf8)) }
      #expect(throws: JournalError.self) { try folder.locate("caf") }
    }
  }
}
