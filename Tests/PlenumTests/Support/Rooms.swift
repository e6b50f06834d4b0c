import Journal
import Method
import Workshop

@testable import plenum

/// Rooms without a terminal, at a time that stands still.
struct Rooms {
  let folder: TemporaryFolder
  let clock = WallClock.still(at: Moment(millisecondsSince1970: 1_770_710_400_000))
  let method: Workshop.Method
  let source: Library.Source

  /// The real disk, but nobody waits for it: what survives a power cut is tested elsewhere.
  private static let storage: Storage = {
    var storage = Storage.system
    storage.sync = { _ in }
    storage.syncData = { _ in }
    return storage
  }()

  init() throws {
    folder = try TemporaryFolder()
    (method, source) = try Library { _ in nil }.method(Library.builtIn)
  }

  /// A new room with a journal of that name.
  func open(_ name: String, language: LanguageCode = "nb", run: RunID = "core") throws -> Room {
    let header = Header(
      session: "test", method: method.name, methodVersion: method.version, methodDigest: source.digest,
      language: language, run: run, timeZone: "UTC", created: clock.now())
    let journal = try Journal.create(at: path(name), header: header, storage: Rooms.storage)
    let session = Session(method: method, language: language, run: run)
    var room = try Room(session: session, journal: journal, source: source, clock: clock)
    try room.open(titled: "Test")
    return room
  }

  /// The same session, opened again from its journal.
  func reopen(_ name: String) throws -> Room {
    let (journal, reading) = try Journal.open(path(name), at: clock.now(), storage: Rooms.storage)
    return try Room(session: session(of: reading), journal: journal, source: source, clock: clock)
  }

  /// The session that a journal adds up to.
  func read(_ name: String) throws -> Session {
    session(of: try Journal.read(path(name), storage: Rooms.storage))
  }

  private func session(of reading: Reading) -> Session {
    reading.session(of: method)
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }
}

/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
