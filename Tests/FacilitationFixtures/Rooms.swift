package import Journal
package import Method
import SeededRandom
package import SessionFixtures
import Synchronization
package import Workshop

package import Facilitation

/// Rooms without a terminal, at a time that stands still.
package struct Rooms {
  package let folder: TemporaryFolder
  package let clock = WallClock.still(at: Moment(millisecondsSince1970: 1_770_710_400_000))
  package let method: Workshop.Method
  package let source: Library.Source

  /// The real disk, but nobody waits for it: what survives a power cut is tested elsewhere.
  private static let storage: Storage = {
    var storage = Storage.system
    storage.sync = { _ in }
    storage.syncData = { _ in }
    return storage
  }()

  /// The storage of these rooms.
  private let storage: Storage

  /// Rooms of a method.
  ///
  /// - Parameters:
  ///   - files: The method.
  ///   - seed: Where the names of writers are from, which decide the order of what was written at the same time; they differ
  ///     every time without it.
  /// - Throws: What is wrong with the method, or why there is no folder.
  package init(_ files: MethodFiles = .builtIn, seed: UInt64? = nil) throws {
    var storage = Rooms.storage
    if let seed {
      let chance = Mutex(Chance(seed: seed))
      storage.random = { chance.withLock { $0.next() } }
    }
    self.storage = storage
    folder = try TemporaryFolder()
    (method, source) = try files.library.method(files.name)
  }

  /// A new room with a journal of that name, opened with that title unless it has none.
  package func open(
    _ name: String, language: LanguageCode = "nb", run: RunID = "core", at moment: Moment? = nil,
    titled title: String? = "Test"
  ) throws -> Interpreter {
    let clock = moment.map { WallClock.still(at: $0) } ?? clock
    let header = header(language, run, at: clock.now())
    let journal = try Journal.create(at: path(name), header: header, storage: storage)
    let session = Session(method: method, language: language, run: run)
    var room = try Interpreter(session: session, journal: journal, source: source, clock: clock)
    if let title { try room.open(titled: title) }
    return room
  }

  /// A new room that keeps everything in memory.
  package func remembering(language: LanguageCode = "nb", run: RunID = "core") throws -> Interpreter {
    let session = Session(method: method, language: language, run: run)
    let writer = JournalWriter(InMemoryJournal(header: header(language, run, at: clock.now()), storage: storage))
    var room = try Interpreter(session: session, writer: writer, source: source, clock: clock)
    try room.open(titled: "Test")
    return room
  }

  private func header(_ language: LanguageCode, _ run: RunID, at moment: Moment) -> Header {
    Header(
      session: "test", method: method.name, methodVersion: method.version, methodDigest: source.digest,
      language: language, run: run, timeZone: "UTC", created: moment)
  }

  /// The same session, opened again from its journal.
  package func reopen(_ name: String) throws -> Interpreter {
    let (journal, contents) = try Journal.open(path(name), at: clock.now(), storage: storage)
    return try Interpreter(session: session(of: contents), journal: journal, source: source, clock: clock)
  }

  /// The session that a journal adds up to.
  package func read(_ name: String) throws -> Session {
    session(of: try contents(name))
  }

  /// What stands in a journal.
  package func contents(_ name: String) throws -> JournalContents {
    try Journal.read(path(name), storage: storage)
  }

  /// The script of a session.
  package func script(_ name: String) throws -> String {
    try SessionScript(of: try contents(name), method: method, source: source).text
  }

  /// A room in which the lines of a script were heard, every one of them.
  package func replay(_ text: String, as name: String) throws -> Interpreter {
    let script = Script(Array(text.utf8))
    var room = try open(
      name, language: script.head.language.map { LanguageCode($0) } ?? "en", run: script.head.run ?? method.runs[0].id,
      at: script.begins, titled: script.opensItself ? nil : script.head.title ?? "Test")
    for line in script.lines { _ = try room.hear(scripted: try line.get().text) }
    return room
  }

  private func session(of contents: JournalContents) -> Session {
    contents.session(of: method)
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }
}
