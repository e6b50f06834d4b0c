public import Workshop

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The session's file, open for writing: append-only, an entry a line, on the disk before ``append(_:at:)`` returns.
public final class Journal {
  private let path: String
  private let storage: Storage
  private let file: Int32
  private let epoch: String
  private let isDurable: Bool
  private var identity: [UInt64]
  private var size: Int
  private var number = 0
  /// What the first entry of a new epoch says it has seen; nil once that is said.
  private var seen: [EntryID]?
  private var lacksLineFeed = false
  /// Lines that are not written yet, where not every entry is brought to the disk at once.
  private var waiting: [UInt8] = []
  /// Set once the disk has failed: what it says afterwards cannot be trusted.
  private var failure: JournalError?

  private init(path: String, file: Int32, status: Storage.FileStatus, epoch: String, storage: Storage, isDurable: Bool)
  {
    self.path = path
    self.file = file
    self.epoch = epoch
    self.storage = storage
    self.isDurable = isDurable
    identity = status.identity
    size = status.size
  }

  deinit { storage.close(file) }

  /// Makes a new journal with its header, and locks it.
  ///
  /// - Parameters:
  ///   - path: Where; nothing may be there yet, and its folder must be.
  ///   - header: The first line.
  ///   - storage: The calls to the system.
  ///   - isDurable: Whether every entry is on the disk when ``append(_:at:)`` returns. A replay brings them there
  ///     together, by ``synchronise()``.
  /// - Returns: The journal.
  /// - Throws: ``JournalError`` when it cannot be made.
  public static func create(
    at path: String, header: Header, storage: Storage, isDurable: Bool = true
  ) throws(JournalError) -> Journal {
    let file = storage.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw -file == EEXIST ? .nameTaken(path) : .cannotCreate(path, errno: -file) }
    guard storage.lock(file) >= 0, let status = storage.status(file) else {
      storage.close(file)
      throw .cannotCreate(path, errno: EIO)
    }
    let journal = Journal(
      path: path, file: file, status: status, epoch: randomName(storage: storage), storage: storage,
      isDurable: isDurable)
    try journal.write(Record.line(header, epoch: journal.epoch))
    try journal.synchroniseFile()
    try synchroniseFolder(of: path, storage: storage)
    return journal
  }

  /// Opens a journal for writing and locks it. A torn last line is cut off; its bytes are kept in the entry that is
  /// written in its place.
  ///
  /// - Parameters:
  ///   - path: The journal.
  ///   - storage: The calls to the system.
  ///   - moment: The time a repair is recorded at.
  /// - Returns: The journal and what it holds.
  /// - Throws: ``JournalError`` when it cannot be opened, cannot be read, or is open elsewhere.
  public static func open(
    at path: String, storage: Storage, now moment: Moment
  ) throws(JournalError) -> (journal: Journal, reading: Reading) {
    let file = storage.open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0)
    guard file >= 0 else { throw cannotOpen(path, -file) }
    do throws(JournalError) {
      let status = try regular(file, path, storage)
      guard storage.lock(file) >= 0 else { throw .lockedElsewhere(path) }
      let reading = try Reading(try bytes(of: file, status.size, path, storage), file: path)
      guard reading.header.need.isEmpty else { throw .needs(path, reading.header.need) }
      let journal = Journal(
        path: path, file: file, status: status, epoch: newEpoch(besides: reading.seen, storage), storage: storage,
        isDurable: true)
      journal.seen = reading.seen
      journal.lacksLineFeed = reading.lacksLineFeed
      try journal.repair(reading, at: moment)
      return (journal, reading)
    } catch {
      storage.close(file)
      throw error
    }
  }

  /// Reads a journal without locking or changing it.
  ///
  /// - Throws: ``JournalError`` when it cannot be read.
  public static func read(at path: String, storage: Storage) throws(JournalError) -> Reading {
    let file = storage.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0)
    guard file >= 0 else { throw cannotOpen(path, -file) }
    defer { storage.close(file) }
    let status = try regular(file, path, storage)
    return try Reading(try bytes(of: file, status.size, path, storage), file: path)
  }

  /// Records the events of one command: when this returns, they are on the disk.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - moment: The time.
  /// - Returns: The name of the new entry.
  /// - Throws: ``JournalError`` when they are not saved; the file is then as it was.
  public func append(_ events: [Event], at moment: Moment) throws(JournalError) -> EntryID {
    let entry = Entry(id: EntryID(epoch: epoch, number: number + 1), at: moment, events: events)
    try append(Record.line(entry, seen: seen))
    seen = nil
    number += 1
    return entry.id
  }

  /// Brings to the disk what is not there yet.
  ///
  /// - Throws: ``JournalError`` when that fails.
  public func synchronise() throws(JournalError) {
    guard !isDurable else { return }
    try flush()
    try synchroniseFile()
  }

  /// A few random characters of base 32, for an epoch or a session.
  public static func randomName(length: Int = 5, storage: Storage) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    return String(decoding: storage.random(length).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }

  // MARK: Appending

  private func append(_ line: [UInt8]) throws(JournalError) {
    if let failure { throw failure }
    let line = lacksLineFeed ? [0x0A] + line : line
    guard isDurable else {
      waiting += line
      lacksLineFeed = false
      if waiting.count > 1 << 20 { try flush() }
      return
    }
    try checkPlace()
    try write(line)
    try synchroniseFile()
    lacksLineFeed = false
  }

  private func flush() throws(JournalError) {
    if let failure { throw failure }
    try checkPlace()
    try write(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// The file must still be the one at the path, and as long as it was left: else what is written would be lost with it.
  private func checkPlace() throws(JournalError) {
    guard let status = storage.status(file), status.links > 0, status.size == size,
      storage.statusOfPath(path)?.identity == identity
    else { throw .replaced(path) }
  }

  /// Writes all of a line, or nothing of it.
  private func write(_ line: [UInt8]) throws(JournalError) {
    var rest = line[...]
    while !rest.isEmpty {
      let count = storage.write(file, rest)
      if count == -Int(EINTR) { continue }
      guard count > 0 else {
        let number = count == 0 ? EIO : Int32(-count)
        if rest.count < line.count, storage.truncate(file, size) < 0 {
          failure = .cannotWrite(path, errno: number)
        }
        throw .cannotWrite(path, errno: number)
      }
      rest = rest.dropFirst(count)
    }
    size += line.count
  }

  /// Brings the file to the disk, once: after a failure the system marks the pages as written, so that another attempt
  /// would succeed without having done anything.
  private func synchroniseFile() throws(JournalError) {
    var status = storage.synchronise(file)
    while status == -EINTR { status = storage.synchronise(file) }
    guard status >= 0 else {
      let error = JournalError.cannotSynchronise(path, errno: -status)
      failure = error
      throw error
    }
  }

  /// Cuts off what cannot be an entry at the end, and says so in the file.
  private func repair(_ reading: Reading, at moment: Moment) throws(JournalError) {
    guard reading.intactSize < size else { return }
    let status = storage.truncate(file, reading.intactSize)
    guard status >= 0 else { throw .cannotWrite(path, errno: -status) }
    size = reading.intactSize
    guard !reading.tornBytes.isEmpty else { return }
    let entry = Entry(id: EntryID(epoch: epoch, number: 1), at: moment, events: [])
    try append(Record.line(entry, seen: seen, repaired: reading.tornBytes[...]))
    seen = nil
    number = 1
  }

  private static func newEpoch(besides seen: [EntryID], _ storage: Storage) -> String {
    while true {
      let epoch = randomName(storage: storage)
      if !seen.contains(where: { $0.epoch == epoch }) { return epoch }
    }
  }
}

/// The error for a file that cannot be opened.
func cannotOpen(_ path: String, _ number: Int32) -> JournalError {
  switch number {
  case ENOENT, ENOTDIR: .notFound(path)
  case ELOOP, EMLINK, EISDIR, ENXIO: .notRegular(path)
  case _: .cannotRead(path, errno: number)
  }
}

/// The status of an open file, if it is a plain one of ours.
func regular(_ file: Int32, _ path: String, _ storage: Storage) throws(JournalError) -> Storage.FileStatus {
  guard let status = storage.status(file), status.isRegular else { throw .notRegular(path) }
  guard status.size <= Reading.mostBytes else { throw .tooLarge(path, limit: Reading.mostBytes) }
  return status
}

/// The bytes of an open file.
func bytes(of file: Int32, _ size: Int, _ path: String, _ storage: Storage) throws(JournalError) -> [UInt8] {
  var bytes: [UInt8] = []
  while bytes.count < size {
    switch storage.read(file, size - bytes.count) {
    case .success(let part) where part.isEmpty: return bytes
    case .success(let part): if bytes.isEmpty { bytes = part } else { bytes += part }
    case .failure(let error): if error.number != EINTR { throw .cannotRead(path, errno: error.number) }
    }
  }
  return bytes
}

/// Brings the folder of a file to the disk, so that the file's name is there after a power cut.
func synchroniseFolder(of path: String, storage: Storage) throws(JournalError) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let file = storage.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
  guard file >= 0 else { throw .cannotRead(folder, errno: -file) }
  defer { storage.close(file) }
  let status = storage.synchroniseWholly(file)
  // Some file systems cannot synchronise a folder and say so; there is nothing more to be done there.
  guard status >= 0 || status == -EINVAL else { throw .cannotSynchronise(folder, errno: -status) }
}
